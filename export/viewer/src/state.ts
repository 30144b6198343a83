import type { Data } from './data';

export type View = 'network' | 'map' | 'table';

export const columns = ['source', 'relation', 'target', 'period', 'sign', 'modality', 'support'] as const;
export type Column = (typeof columns)[number];
const sorts: string[] = columns.flatMap((column) => [column, `-${column}`]);

/** Everything that a view depends on; the page's address holds it, so that a link restores it. */
export interface State {
    view: View;
    from: number;
    to: number;
    hiddenTypes: Set<number>;
    hiddenSigns: Set<number>;
    modalities: Set<number>;
    background: boolean;
    confidence: number;
    publisher: number;
    search: string;
    all: boolean;
    /** column of the table, `-` before it for the other way round */
    sort: string;
    selected: { kind: 'edge' | 'actor'; index: number } | null;
    language: 'en' | 'nl';
    theme: 'light' | 'dark';
}

/** The state before anybody chose anything. */
export function initial(data: Data): State {
    const dark = window.matchMedia?.('(prefers-color-scheme: dark)').matches ?? false;
    const asserted = data.raw.modalities.indexOf('asserted');
    return {
        view: 'network', from: data.first, to: data.last, hiddenTypes: new Set(), hiddenSigns: new Set(),
        modalities: new Set(asserted < 0 ? data.raw.modalities.map((_, i) => i) : [asserted]),
        background: data.onlyBackground, confidence: 0, publisher: -1, search: '', all: false, sort: 'support',
        selected: null, language: data.raw.language, theme: dark ? 'dark' : 'light',
    };
}

const list = (set: Set<number>, name: (i: number) => string) => [...set].sort((a, b) => a - b).map(name).join(' ');

export function toFragment(state: State, data: Data): string {
    const start = initial(data);
    const q = new URLSearchParams();
    const put = (key: string, value: string, plain: string) => { if (value !== plain) q.set(key, value); };
    const type = (i: number) => data.raw.types[i].name;
    const modality = (i: number) => data.raw.modalities[i];
    put('view', state.view, start.view);
    put('from', String(state.from), String(start.from));
    put('to', String(state.to), String(start.to));
    put('hide', list(state.hiddenTypes, type), '');
    put('signs', list(state.hiddenSigns, String), '');
    put('modality', list(state.modalities, modality), list(start.modalities, modality));
    put('background', String(state.background), String(start.background));
    put('confidence', String(state.confidence), '0');
    put('publisher', state.publisher < 0 ? '' : data.publishers[state.publisher], '');
    put('search', state.search, '');
    put('all', String(state.all), 'false');
    put('sort', state.sort, start.sort);
    put('language', state.language, start.language);
    put('theme', state.theme, start.theme);
    if (state.selected) {
        const { kind, index } = state.selected;
        const edge = data.edges[index];
        const actor = (i: number) => data.raw.actors[i][0];
        q.set(kind, kind === 'actor' ? actor(index) : `${actor(edge.a)} ${actor(edge.b)} ${edge.polarity}`);
    }
    return q.toString();
}

export function fromFragment(fragment: string, data: Data): State {
    const state = initial(data);
    const q = new URLSearchParams(fragment.replace(/^#/, ''));
    const number = (key: string, plain: number) => {
        const value = Number(q.get(key));
        return q.has(key) && Number.isFinite(value) ? value : plain;
    };
    const pick = <T extends string>(key: string, values: readonly T[], plain: T): T =>
        values.find((value) => value === q.get(key)) ?? plain;
    const indices = (key: string, names: string[]) =>
        new Set((q.get(key) ?? '').split(' ').map((name) => names.indexOf(name)).filter((i) => i >= 0));
    state.view = pick('view', ['network', 'map', 'table'] as const, state.view);
    state.from = Math.max(data.first, number('from', state.from));
    state.to = Math.min(data.last, number('to', state.to));
    state.hiddenTypes = indices('hide', data.raw.types.map((t) => t.name));
    state.hiddenSigns = indices('signs', ['0', '1', '2']);
    if (q.has('modality')) state.modalities = indices('modality', data.raw.modalities);
    if (q.has('background')) state.background = q.get('background') === 'true';
    state.confidence = Math.min(1, Math.max(0, number('confidence', 0)));
    state.publisher = q.has('publisher') ? data.publishers.indexOf(q.get('publisher') ?? '') : -1;
    state.search = q.get('search') ?? '';
    state.all = q.get('all') === 'true';
    state.sort = pick('sort', sorts, state.sort);
    state.language = pick('language', ['en', 'nl'] as const, state.language);
    state.theme = pick('theme', ['light', 'dark'] as const, state.theme);
    const actor = (id: string) => data.raw.actors.findIndex((a) => a[0] === id);
    if (q.has('actor')) {
        const index = actor(q.get('actor') ?? '');
        if (index >= 0) state.selected = { kind: 'actor', index };
    } else if (q.has('edge')) {
        const wanted = q.get('edge') ?? '';
        const id = (i: number) => data.raw.actors[i][0];
        const index = data.edges.findIndex(({ a, b, polarity }) => wanted === `${id(a)} ${id(b)} ${polarity}` || wanted === `${id(b)} ${id(a)} ${polarity}`);
        if (index >= 0) state.selected = { kind: 'edge', index };
    }
    return state;
}
