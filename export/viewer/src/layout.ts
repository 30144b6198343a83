import Graph from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import type { Data } from './data';
import type { Edge } from './select';

export interface Positions { x: Float64Array; y: Float64Array }

/** The picture's own units: about as wide as high as the space it gets, and large enough to reckon with labels. */
const WIDTH = 1000;
const HEIGHT = 760;
const LABEL_HEIGHT = 22;
const LETTER_WIDTH = 7.2;
const NODE_WIDTH = 26;
/** Above so many, labels are not all shown and nodes may lie close. */
const SEPARATED = 200;
/** Above so many actors, only those of the first picture are laid out by forces. */
const FORCED = 400;
const ATTACH_ROUNDS = 4;
const SPIRAL_GAP = 12;

/** Where actors begin: states at their capitals, others on a circle, in the order of the data. */
function start(data: Data): Positions {
    const n = data.raw.actors.length;
    const x = new Float64Array(n);
    const y = new Float64Array(n);
    const golden = Math.PI * (3 - Math.sqrt(5));
    data.raw.actors.forEach((actor, i) => {
        const [lat, lon] = [actor[5], actor[6]];
        const angle = i * golden;
        x[i] = (lon ?? 60 * Math.cos(angle)) + Math.cos(angle);
        y[i] = (lat ?? 60 * Math.sin(angle)) + Math.sin(angle);
    });
    return { x, y };
}

/** By actor: its strongest edge, or -1. */
function strongest(data: Data): Int32Array {
    const best = new Int32Array(data.raw.actors.length).fill(-1);
    for (let e = 0; e < data.edges.length; e++) {
        const { a, b } = data.edges[e];
        if (a === b) continue;
        if (best[a] < 0 || data.strength[e] > data.strength[best[a]]) best[a] = e;
        if (best[b] < 0 || data.strength[e] > data.strength[best[b]]) best[b] = e;
    }
    return best;
}

/** Puts actors that have no place yet in a spiral around the one that they have most to do with. */
function attach(data: Data, positions: Positions, placed: Uint8Array, best: Int32Array): void {
    const around = new Uint32Array(placed.length);
    const golden = Math.PI * (3 - Math.sqrt(5));
    const put = (actor: number, x: number, y: number, turn: number, gap: number) => {
        const [angle, far] = [turn * golden, gap * Math.sqrt(turn + 1)];
        positions.x[actor] = x + far * Math.cos(angle);
        positions.y[actor] = y + far * Math.sin(angle);
        placed[actor] = 1;
    };
    for (let round = 0; round < ATTACH_ROUNDS; round++) {
        for (let actor = 0; actor < placed.length; actor++) {
            if (placed[actor] || best[actor] < 0) continue;
            const { a, b } = data.edges[best[actor]];
            const other = a === actor ? b : a;
            if (placed[other]) put(actor, positions.x[other], positions.y[other], ++around[other], SPIRAL_GAP);
        }
    }
    let rest = 0;
    for (let actor = 0; actor < placed.length; actor++) if (!placed[actor]) put(actor, WIDTH / 2, HEIGHT / 2, 600 + rest++, SPIRAL_GAP * 2);
}

/** Half of where an actor ends up is its place, half its rank: a far-off group does not press the rest together. */
const RANK_SHARE = 0.5;

/** Moves and stretches the positions of `used` into the picture's units, which those of `framing` fill. */
function fit(positions: Positions, used: number[], framing: number[]): void {
    for (const [values, size] of [[positions.x, WIDTH], [positions.y, HEIGHT]] as const) {
        const order = Float64Array.from(framing, (i) => values[i]).sort();
        const last = order.length - 1;
        const span = Math.max(1e-9, order[last] - order[0]);
        const rank = (value: number) => {
            let [low, high] = [0, last];
            while (low < high) {
                const middle = (low + high) >> 1;
                if (order[middle] < value) low = middle + 1;
                else high = middle;
            }
            return low / last;
        };
        for (const i of used) values[i] = size * ((1 - RANK_SHARE) * (values[i] - order[0]) / span + RANK_SHARE * rank(values[i]));
    }
}

/** Pushes apart actors whose labels (to the right of the node) would lie on one another. */
function separate(positions: Positions, actors: number[], width: (actor: number) => number): void {
    const { x, y } = positions;
    const half = actors.map((actor) => (NODE_WIDTH + width(actor)) / 2);
    for (let round = 0; round < 60; round++) {
        let moved = false;
        for (let i = 0; i < actors.length; i++) {
            for (let j = i + 1; j < actors.length; j++) {
                const [a, b] = [actors[i], actors[j]];
                const dx = x[b] + half[j] - (x[a] + half[i]);
                const dy = y[b] - y[a];
                const [overX, overY] = [half[i] + half[j] - Math.abs(dx), LABEL_HEIGHT - Math.abs(dy)];
                if (overX <= 0 || overY <= 0) continue;
                moved = true;
                const push = overY / 2 + 0.5;
                y[a] -= dy >= 0 ? push : -push;
                y[b] += dy >= 0 ? push : -push;
            }
        }
        if (!moved) return;
    }
}

/**
 * ForceAtlas2 (Jacomy et al. 2014) on the edges that the picture begins with and, in a small graph, the strongest one of
 * every other actor; from fixed beginnings: where an actor stands depends on the data alone, so the same link gives the
 * same picture.
 */
export function layout(data: Data, shown: Edge[]): Positions {
    const positions = start(data);
    const best = strongest(data);
    const first = [...new Set(shown.flatMap(({ a, b }) => [a, b]))].sort((a, b) => a - b);
    const reached = new Set(first);
    const chosen = new Set(shown.map((edge) => edge.index));
    if (data.raw.actors.length <= FORCED) best.forEach((edge, actor) => { if (edge >= 0 && !reached.has(actor)) chosen.add(edge); });
    const edges = [...chosen].sort((a, b) => a - b).map((e) => data.edges[e]).filter(({ a, b }) => a !== b);
    const used = [...new Set(edges.flatMap(({ a, b }) => [a, b]))].sort((a, b) => a - b);
    if (used.length < 2) return positions;
    const graph = new Graph({ type: 'undirected', multi: true });
    for (const i of used) graph.addNode(i, { x: positions.x[i], y: positions.y[i], size: 6 });
    for (const { a, b, polarity } of edges) graph.addEdge(a, b, { weight: polarity === 1 ? 0.4 : 1 });
    const iterations = Math.round(Math.min(400, 45000 / used.length));
    const settings = { ...forceAtlas2.inferSettings(used.length), barnesHutOptimize: false, strongGravityMode: true,
        gravity: 0.05, scalingRatio: 10, slowDown: 4, adjustSizes: false, edgeWeightInfluence: 0.6 };
    for (const [node, at] of Object.entries(forceAtlas2(graph, { iterations, settings }))) {
        positions.x[Number(node)] = at.x;
        positions.y[Number(node)] = at.y;
    }
    fit(positions, used, first.length > 1 ? first : used);
    if (first.length <= SEPARATED) {
        separate(positions, first, (actor) => LETTER_WIDTH * Math.max(data.raw.actors[actor][1].length, data.raw.actors[actor][2].length));
    }
    const placed = new Uint8Array(data.raw.actors.length);
    for (const actor of used) placed[actor] = 1;
    attach(data, positions, placed, best);
    return positions;
}
