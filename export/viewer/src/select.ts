import type { Data } from './data';
import type { State } from './state';

/** A merged edge: all shown relations of a pair with one sign. */
export interface Edge {
    index: number;
    a: number;
    b: number;
    polarity: number;
    weight: number;
    relations: number;
    /** 1: all from a to b, -1: all from b to a, 0: both ways or without direction */
    direction: number;
}

export interface Shown {
    edges: Edge[];
    /** edges that were left out because they are weaker */
    leftOut: number;
    /** relations that fit the filters, shown or not */
    fitting: number;
    /** by relation: whether it fits the filters */
    fits: Uint8Array;
    /** by actor: merged edges it has among the shown ones */
    degree: Uint32Array;
    /** by relation type: relations that fit all filters but the one on types */
    typeCounts: Uint32Array;
    /** by sign likewise, without the filter on signs */
    signCounts: Uint32Array;
    /** by sign: relations that fit */
    signs: Uint32Array;
}

/** The strongest edges that can be told apart in one picture. */
export const READABLE_EDGES = 150;
/** More than this is never drawn, not even when all are asked for. */
export const DRAWABLE_EDGES = 10000;

function searched(data: Data, search: string): Uint8Array | null {
    const words = search.trim().toLocaleLowerCase();
    if (!words) return null;
    const found = new Uint8Array(data.raw.actors.length);
    data.raw.actors.forEach((actor, i) => {
        found[i] = [actor[0], actor[1], actor[2]].some((name) => name.toLocaleLowerCase().includes(words)) ? 1 : 0;
    });
    return found;
}

export function select(data: Data, state: State): Shown {
    const n = data.count;
    const fits = new Uint8Array(n);
    const weight = new Float64Array(data.edges.length);
    const relations = new Uint32Array(data.edges.length);
    const forward = new Uint32Array(data.edges.length);
    const backward = new Uint32Array(data.edges.length);
    const typeCounts = new Uint32Array(data.raw.types.length);
    const signCounts = new Uint32Array(3);
    const signs = new Uint32Array(3);
    const wanted = searched(data, state.search);
    const symmetric = data.raw.types.map((t) => t.symmetric);
    let fitting = 0;
    for (let i = 0; i < n; i++) {
        if (data.end[i] < state.from || data.start[i] > state.to || data.confidence[i] < state.confidence) continue;
        if (!state.modalities.has(data.modality[i]) || (data.background[i] && !state.background)) continue;
        if (wanted && !wanted[data.source[i]] && !wanted[data.target[i]]) continue;
        if (state.publisher >= 0 && !data.raw.relations[i][12].some((claim) => data.publisherOf[claim] === state.publisher)) continue;
        const typeShown = !state.hiddenTypes.has(data.type[i]);
        const signShown = !state.hiddenSigns.has(data.polarity[i]);
        if (signShown) typeCounts[data.type[i]]++;
        if (typeShown) signCounts[data.polarity[i]]++;
        if (!typeShown || !signShown) continue;
        fits[i] = 1;
        fitting++;
        signs[data.polarity[i]]++;
        const edge = data.edge[i];
        weight[edge] += data.confidence[i] * data.origins[i];
        relations[edge]++;
        if (!symmetric[data.type[i]]) {
            if (data.source[i] === data.edges[edge].a) forward[edge]++;
            else backward[edge]++;
        }
    }
    const present: number[] = [];
    for (let e = 0; e < relations.length; e++) if (relations[e]) present.push(e);
    const most = state.all ? DRAWABLE_EDGES : READABLE_EDGES;
    if (present.length > most) present.sort((x, y) => weight[y] - weight[x] || x - y);
    const kept = present.slice(0, most);
    const selected = state.selected?.kind === 'edge' ? state.selected.index : -1;
    if (selected >= 0 && relations[selected] && !kept.includes(selected)) kept.push(selected);
    const degree = new Uint32Array(data.raw.actors.length);
    const edges = kept.map((index) => {
        const { a, b, polarity } = data.edges[index];
        degree[a]++;
        degree[b]++;
        const all = relations[index];
        const direction = forward[index] === all ? 1 : backward[index] === all ? -1 : 0;
        return { index, a, b, polarity, weight: weight[index], relations: all, direction };
    });
    return { edges, leftOut: present.length - kept.length, fitting, fits, degree, typeCounts, signCounts, signs };
}
