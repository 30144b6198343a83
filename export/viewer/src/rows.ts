import { type Data, dayText, OPEN_START } from './data';
import type { Shown } from './select';
import type { State } from './state';
import { say } from './text';

/** The relations that fit, strongest first. */
export function fittingRelations(data: Data, shown: Shown): number[] {
    const found: number[] = [];
    for (let i = 0; i < data.count; i++) if (shown.fits[i]) found.push(i);
    return found.sort((a, b) => data.origins[b] * data.confidence[b] - data.origins[a] * data.confidence[a] || a - b);
}

/** `2022-02-24 –`, `2014-03-18`, `reported 2022-05-18`. */
export function periodText(data: Data, state: State, relation: number): string {
    const [, , , , start, end, reported] = data.raw.relations[relation];
    if (start !== null) return end === start ? dayText(start) : `${dayText(start)} – ${end === null ? '' : dayText(end)}`.trim();
    if (end !== null) return `– ${dayText(end)}`;
    return reported === null || data.start[relation] === OPEN_START ? '?' : `${say(state, 'reported')} ${dayText(reported)}`;
}
