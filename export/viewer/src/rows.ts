import { type Data, dayText, OPEN_START } from './data';
import type { Shown } from './select';
import type { Column, State } from './state';
import { actorName, modalityLabel, say, typeLabel } from './text';

/** By index: the place of each text in the order of the language. */
function ranks(names: string[], language: string): Float64Array {
    const { compare } = new Intl.Collator(language);
    const order = names.map((_, i) => i).sort((a, b) => compare(names[a], names[b]) || a - b);
    const rank = new Float64Array(names.length);
    order.forEach((i, place) => { rank[i] = place; });
    return rank;
}

/** By relation: what the column sorts by, smallest first. */
function keys(data: Data, state: State, column: Column): (relation: number) => number {
    const { raw } = data;
    const named = (values: ArrayLike<number>, names: string[]) => {
        const rank = ranks(names, state.language);
        return (i: number) => rank[values[i]];
    };
    switch (column) {
        case 'source': return named(data.source, raw.actors.map((_, i) => actorName(data, state, i)));
        case 'target': return named(data.target, raw.actors.map((_, i) => actorName(data, state, i)));
        case 'relation': return named(data.type, raw.types.map((_, i) => typeLabel(data, state, i)));
        case 'modality': return named(data.modality, raw.modalities.map((_, i) => modalityLabel(data, state, i)));
        case 'sign': return (i) => data.polarity[i];
        case 'period': return (i) => data.start[i];
        case 'support': return (i) => -data.origins[i] * data.confidence[i];
    }
}

/** The first `most` relations that fit, in the order of the table; a sort of all only where all are asked for. */
export function fittingRelations(data: Data, shown: Shown, state: State, most = Infinity): number[] {
    const sign = state.sort.startsWith('-') ? -1 : 1;
    const key = keys(data, state, state.sort.replace('-', '') as Column);
    let found: number[] = [];
    const values = new Float64Array(data.count);
    for (let i = 0; i < data.count; i++) {
        if (!shown.fits[i]) continue;
        values[i] = sign * key(i);
        found.push(i);
    }
    if (found.length > most) {
        const limit = Float64Array.from(found, (i) => values[i]).sort()[most - 1];
        found = found.filter((i) => values[i] <= limit);
    }
    found.sort((a, b) => values[a] - values[b] || a - b);
    return found.length > most ? found.slice(0, most) : found;
}

/** `2022-02-24 –`, `2014-03-18`, `reported 2022-05-18`. */
export function periodText(data: Data, state: State, relation: number): string {
    const [, , , , start, end, reported] = data.raw.relations[relation];
    if (start !== null) return end === start ? dayText(start) : `${dayText(start)} – ${end === null ? '' : dayText(end)}`.trim();
    if (end !== null) return `– ${dayText(end)}`;
    return reported === null || data.start[relation] === OPEN_START ? '?' : `${say(state, 'reported')} ${dayText(reported)}`;
}
