import type { Data } from './data';
import { button, byId, make } from './dom';
import type { Choose } from './network';
import { fittingRelations, periodText } from './rows';
import type { Shown } from './select';
import { type Column, columns, type State } from './state';
import { actorName, count, modalityLabel, say, signKeys, typeLabel } from './text';

const MOST_ROWS = 500;

/** A period whose days stay in one piece where the line is broken. */
function unbroken(period: string): (Node | string)[] {
    return period.split(/(\d+-\d\d-\d\d(?: –)?)/).map((part, i) => (i % 2 ? make('span', {}, part) : part));
}

/** The table view: every relation that fits, one row each; works without WebGL, by keyboard and aloud. */
export class Table {
    private built = '';
    private shown: Shown | null = null;
    private rows: { edge: number; row: HTMLElement }[] = [];

    constructor(private data: Data, private choose: Choose, private sort: (by: string) => void) {}

    show(shown: Shown, state: State): void {
        const key = `${state.language} ${state.sort}`;
        if (this.shown !== shown || this.built !== key) this.build(shown, state);
        this.shown = shown;
        this.built = key;
        const chosen = state.selected?.kind === 'edge' ? state.selected.index : -1;
        for (const { edge, row } of this.rows) row.classList.toggle('chosen', edge === chosen);
    }

    private build(shown: Shown, state: State): void {
        const { data } = this;
        const focused = document.activeElement?.id;
        const head = make('tr', {}, ...columns.map((column) => this.heading(column, state)));
        const body = make('tbody');
        const found = fittingRelations(data, shown, state, MOST_ROWS);
        this.rows = found.map((i) => {
            const actor = (index: number) => button(actorName(data, state, index), () => this.choose({ kind: 'actor', index }), { class: 'link' });
            const edge = data.edge[i];
            const polarity = data.polarity[i];
            const row = make('tr', {},
                make('td', {}, actor(data.source[i])),
                make('td', {}, button(typeLabel(data, state, data.type[i]), () => this.choose({ kind: 'edge', index: edge }), { class: 'link tie-link' })),
                make('td', {}, actor(data.target[i])),
                make('td', { class: 'days' }, ...unbroken(periodText(data, state, i))),
                make('td', {}, make('span', { class: 'swatch', style: `background:var(--${signKeys[polarity]})` }), say(state, signKeys[polarity])),
                make('td', {}, modalityLabel(data, state, data.modality[i])),
                make('td', { class: 'number' }, String(data.raw.relations[i][10])));
            body.append(row);
            return { edge, row };
        });
        const parts: Node[] = [make('table', {}, make('thead', {}, head), body)];
        if (!found.length) parts.push(make('p', { class: 'muted' }, say(state, 'nothing')));
        if (shown.fitting > found.length) parts.push(make('p', { class: 'muted' }, `+ ${count(state, shown.fitting - found.length, 'moreRows')}`));
        byId('table').replaceChildren(...parts);
        if (focused?.startsWith('sort-')) document.getElementById(focused)?.focus();
    }

    private heading(column: Column, state: State): HTMLElement {
        const by = state.sort.replace('-', '') === column ? (state.sort.startsWith('-') ? 'descending' : 'ascending') : 'none';
        const mark = { ascending: ' ▴', descending: ' ▾', none: '' }[by];
        const sorter = button(say(state, column) + mark, () => this.sort(by === 'ascending' ? `-${column}` : column), { id: `sort-${column}` });
        return make('th', { scope: 'col', 'aria-sort': by, ...(column === 'support' ? { class: 'number' } : {}) }, sorter);
    }
}
