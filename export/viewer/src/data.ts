/** The data of the page: compact rows, as export/html.cpp writes them (README.md says what stands where). */
export interface Payload {
    version: number;
    title: string;
    language: 'en' | 'nl';
    period: [number | null, number | null];
    types: { name: string; en: string; nl: string; sign: number; symmetric: boolean }[];
    events: string[];
    modalities: string[];
    /** id, English name, Dutch name, kind, ISO 3166-1 numeric code, latitude, longitude */
    actors: [string, string, string, string, string, number | null, number | null][];
    /** id, type, source, target, first day, last day, reported day, modality, background, confidence, origins, articles, claims */
    relations: [string, number, number, number, number | null, number | null, number | null, number, number, number, number, number, number[]][];
    /** id, type, sources, targets, day, Goldstein score, modality, confidence */
    happenings: [string, number, number[], number[], number | null, number, number, number][];
    /** id, quote, modality, said by, source, start */
    claims: [string, string, number, string, number, number][];
    /** title, url, publisher, day of publication */
    sources: [string, string, string, number | null][];
}

export type Polarity = 0 | 1 | 2;
export const COOPERATION: Polarity = 0;
export const CONFLICT: Polarity = 1;
export const NEUTRAL: Polarity = 2;

export const OPEN_START = -1e6;
export const OPEN_END = 1e6;

/** The payload with its relations as columns, so that 200,000 of them are filtered in milliseconds. */
export interface Data {
    raw: Payload;
    count: number;
    type: Uint16Array;
    source: Uint32Array;
    target: Uint32Array;
    start: Int32Array;
    end: Int32Array;
    modality: Uint8Array;
    background: Uint8Array;
    confidence: Float32Array;
    origins: Float32Array;
    polarity: Uint8Array;
    /** which merged edge (pair of actors and sign) it belongs to */
    edge: Uint32Array;
    edges: { a: number; b: number; polarity: Polarity }[];
    /** by edge: confidence times origins, of all its relations */
    strength: Float64Array;
    publishers: string[];
    /** by claim: who published it, as an index */
    publisherOf: Uint16Array;
    onlyBackground: boolean;
    first: number;
    last: number;
}

const known = (day: number | null): day is number => day !== null;

function polarityOf(sign: number): Polarity {
    return sign > 0 ? COOPERATION : sign < 0 ? CONFLICT : NEUTRAL;
}

/** The days that the slider covers: those of events and of the beginnings and ends of relations. */
function range(raw: Payload): [number, number] {
    let first = Infinity;
    let last = -Infinity;
    const see = (day: number | null) => {
        if (known(day)) {
            first = Math.min(first, day);
            last = Math.max(last, day);
        }
    };
    for (const relation of raw.relations) {
        if (!relation[8]) {
            see(relation[4] ?? relation[6]);
            see(relation[5]);
        }
    }
    for (const happening of raw.happenings) see(happening[4]);
    if (first > last) {
        for (const relation of raw.relations) see(relation[4]);
    }
    return first > last ? [0, 1] : [first, Math.max(last, first + 1)];
}

function publishers(data: Data): void {
    const index = new Map<string, number>();
    const ofSource = data.raw.sources.map(([, , name]) => {
        let found = index.get(name);
        if (found === undefined) {
            found = data.publishers.length;
            index.set(name, found);
            data.publishers.push(name);
        }
        return found;
    });
    data.raw.claims.forEach((claim, i) => { data.publisherOf[i] = ofSource[claim[4]] ?? 0; });
}

export function read(raw: Payload): Data {
    const n = raw.relations.length;
    const [first, last] = range(raw);
    const data: Data = {
        raw, count: n, first, last, onlyBackground: raw.relations.every((r) => r[8] === 1),
        type: new Uint16Array(n), source: new Uint32Array(n), target: new Uint32Array(n),
        start: new Int32Array(n), end: new Int32Array(n), modality: new Uint8Array(n), background: new Uint8Array(n),
        confidence: new Float32Array(n), origins: new Float32Array(n), polarity: new Uint8Array(n),
        edge: new Uint32Array(n), edges: [], strength: new Float64Array(n), publishers: [], publisherOf: new Uint16Array(raw.claims.length),
    };
    const edgeIndex = new Map<number, number>();
    publishers(data);
    const actors = raw.actors.length;
    for (let i = 0; i < n; i++) {
        const r = raw.relations[i];
        data.type[i] = r[1];
        data.source[i] = r[2];
        data.target[i] = r[3];
        data.start[i] = r[4] ?? r[6] ?? OPEN_START;
        // what is only known from a report is shown when it was reported
        data.end[i] = r[5] ?? (known(r[4]) ? OPEN_END : (r[6] ?? OPEN_END));
        data.modality[i] = r[7];
        data.background[i] = r[8];
        data.confidence[i] = r[9];
        data.origins[i] = Math.max(1, r[10]);
        const polarity = polarityOf(raw.types[r[1]].sign);
        data.polarity[i] = polarity;
        const a = Math.min(r[2], r[3]);
        const b = Math.max(r[2], r[3]);
        const key = (a * actors + b) * 3 + polarity;
        let edge = edgeIndex.get(key);
        if (edge === undefined) {
            edge = data.edges.length;
            edgeIndex.set(key, edge);
            data.edges.push({ a, b, polarity });
        }
        data.edge[i] = edge;
        data.strength[edge] += data.confidence[i] * data.origins[i];
    }
    return data;
}

export function dayText(day: number): string {
    return new Date(day * 86400000).toISOString().slice(0, 10);
}
