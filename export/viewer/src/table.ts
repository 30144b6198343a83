import type { Data } from './data';
import { button, byId, make } from './dom';
import type { Choose } from './network';
import { fittingRelations, periodText } from './rows';
import type { Shown } from './select';
import type { State } from './state';
import { actorName, modalityLabel, say, signKeys, typeLabel } from './text';

const MOST_ROWS = 500;

/** The table view: every relation that fits, one row each; works without WebGL, by keyboard and aloud. */
export class Table {
    constructor(private data: Data, private choose: Choose) {}

    show(shown: Shown, state: State): void {
        const { data } = this;
        const rows = fittingRelations(data, shown);
        const head = make('tr', {}, ...(['source', 'relation', 'target', 'period', 'sign', 'modality'] as const).map((key) =>
            make('th', { scope: 'col' }, say(state, key))), make('th', { scope: 'col', class: 'number' }, say(state, 'support')));
        const body = make('tbody');
        for (const i of rows.slice(0, MOST_ROWS)) {
            const actor = (index: number) => button(actorName(data, state, index), () => this.choose({ kind: 'actor', index }), { class: 'link' });
            const edge = data.edge[i];
            const chosen = state.selected?.kind === 'edge' && state.selected.index === edge;
            const polarity = data.polarity[i];
            body.append(make('tr', chosen ? { class: 'chosen' } : {},
                make('td', {}, actor(data.source[i])),
                make('td', {}, button(typeLabel(data, state, data.type[i]), () => this.choose({ kind: 'edge', index: edge }), { class: 'link' })),
                make('td', {}, actor(data.target[i])),
                make('td', {}, periodText(data, state, i)),
                make('td', {}, make('span', { class: 'swatch', style: `background:var(--${signKeys[polarity]})` }), say(state, signKeys[polarity])),
                make('td', {}, modalityLabel(data, state, data.modality[i])),
                make('td', { class: 'number' }, String(data.raw.relations[i][10]))));
        }
        const parts: Node[] = [make('table', {}, make('thead', {}, head), body)];
        if (!rows.length) parts.push(make('p', { class: 'muted' }, say(state, 'nothing')));
        if (rows.length > MOST_ROWS) parts.push(make('p', { class: 'muted' }, `${rows.length - MOST_ROWS} ${say(state, 'moreRows')}`));
        byId('table').replaceChildren(...parts);
    }
}
