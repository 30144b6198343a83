import { type Data, dayText } from './data';
import { colour, mix, signColours } from './dom';
import { control } from './geometry';
import type { WorldMap } from './map';
import { curvatures, type Network, sizes } from './network';
import { fittingRelations, periodText } from './rows';
import type { Shown } from './select';
import type { State } from './state';
import { actorName, count, describe, say, signKeys, typeLabel } from './text';

export const downloads = ['PNG', 'SVG', 'JSON', 'CSV'] as const;
export type Download = (typeof downloads)[number];

const PNG_SCALE = 2;
const HEAD = 52;
const FOOT = 34;

const xml = (text: string) => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');

/** The current picture as SVG, drawn anew from the same positions and colours; of the table, the map. */
export function svg(data: Data, shown: Shown, state: State, network: Network | null, map: WorldMap): string {
    const main = document.getElementById('content')!;
    const [width, height] = [main.clientWidth, main.clientHeight];
    const onMap = state.view !== 'network' || !network?.started();
    if (onMap) map.size(width, height);
    const colours = signColours();
    const pixels = sizes(shown);
    const at = (actor: number) => {
        if (!onMap) return network!.at(actor);
        const place = map.at(actor);
        return place && { x: place[0], y: place[1] };
    };
    const n = (value: number) => value.toFixed(1);
    const all = height + HEAD + FOOT;
    const parts = [`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${all}" viewBox="0 0 ${width} ${all}" font-family="system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif" font-size="12">`,
        `<title>${xml(data.raw.title)}</title>`, `<rect width="100%" height="100%" fill="${colour('sea')}"/>`,
        `<text x="16" y="24" font-size="17" font-weight="600" fill="${colour('text')}">${xml(data.raw.title)}</text>`,
        `<text x="16" y="43" fill="${colour('muted')}">${dayText(state.from)} – ${dayText(state.to)} · ${xml(count(state, shown.edges.length, 'ties'))}${shown.leftOut ? ` · ${xml(count(state, shown.leftOut, 'leftOut'))}` : ''}</text>`,
        `<svg y="${HEAD}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`];
    if (onMap) parts.push(`<path d="${map.landPath()}" fill="${colour('land')}" stroke="${colour('sea')}"/>`);
    const curved = onMap ? new Map<number, number>() : curvatures(shown.edges);
    for (const edge of shown.edges) {
        const [a, b] = edge.direction < 0 ? [at(edge.b), at(edge.a)] : [at(edge.a), at(edge.b)];
        if (!a || !b) continue;
        const curvature = curved.get(edge.index) ?? 0;
        const middle = control(a, b, curvature);
        const d = onMap ? map.edgePath(edge) : curvature ? `M${n(a.x)},${n(a.y)}Q${n(middle.x)},${n(middle.y)} ${n(b.x)},${n(b.y)}` : `M${n(a.x)},${n(a.y)}L${n(b.x)},${n(b.y)}`;
        parts.push(`<path d="${d}" fill="none" stroke="${colours[edge.polarity]}" stroke-opacity="0.75" stroke-width="${pixels.edge(edge).toFixed(2)}"><title>${xml(describe(data, state, edge))}</title></path>`);
        if (onMap || edge.direction === 0) continue;
        const end = arrow(middle, b, pixels.node(edge.direction < 0 ? edge.a : edge.b), 3 + 1.5 * pixels.edge(edge));
        parts.push(`<path d="${end}" fill="${colours[edge.polarity]}"/>`);
    }
    for (let i = 0; i < shown.degree.length; i++) {
        const place = shown.degree[i] ? at(i) : null;
        if (!place) continue;
        const size = onMap ? 3 : pixels.node(i);
        const fill = onMap || data.raw.actors[i][3] === 'state' ? colour('node') : mix(colour('node'), colour('sea'), 0.55);
        parts.push(`<circle cx="${n(place.x)}" cy="${n(place.y)}" r="${n(size)}" fill="${fill}"/>`);
    }
    const labels = (onMap ? map : network!).placedNames().map(({ name, x, y }) => `<text x="${n(x)}" y="${n(y + 4)}">${xml(name)}</text>`);
    parts.push(`<g fill="${colour('text')}" stroke="${colour('sea')}" stroke-width="3" stroke-linejoin="round" paint-order="stroke">`, ...labels, '</g></svg>');
    signKeys.forEach((key, sign) => {
        const x = 16 + sign * 130;
        parts.push(`<path d="M${x},${all - 16}h20" stroke="${colours[sign]}" stroke-width="3"/>`, `<text x="${x + 26}" y="${all - 12}" fill="${colour('muted')}">${xml(say(state, key))}</text>`);
    });
    if (onMap) parts.push(`<text x="${width - 16}" y="${all - 12}" text-anchor="end" fill="${colour('muted')}">${xml(say(state, 'borders'))}</text>`);
    parts.push('</svg>');
    return parts.join('\n');
}

/** An arrowhead that ends at the rim of a node. */
function arrow(from: { x: number; y: number }, to: { x: number; y: number }, rim: number, length: number): string {
    const distance = Math.hypot(to.x - from.x, to.y - from.y) || 1;
    const [ux, uy] = [(to.x - from.x) / distance, (to.y - from.y) / distance];
    const [tipX, tipY] = [to.x - ux * rim, to.y - uy * rim];
    const [baseX, baseY, half] = [tipX - ux * length, tipY - uy * length, length * 0.4];
    const point = (x: number, y: number) => `${x.toFixed(1)},${y.toFixed(1)}`;
    return `M${point(tipX, tipY)}L${point(baseX - uy * half, baseY + ux * half)}L${point(baseX + uy * half, baseY - ux * half)}Z`;
}

/** A cell that a spreadsheet takes as text. */
function cell(value: string): string {
    const text = /^\s*[=+\-@\t\r＝＋－＠]/.test(value) ? `'${value}` : value;
    return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/** The relations of the view, in the order of the table. */
function records(data: Data, shown: Shown, state: State) {
    const day = (value: number | null) => (value === null ? null : dayText(value));
    const { raw } = data;
    return fittingRelations(data, shown, state).map((i) => {
        const row = raw.relations[i];
        const evidence = row[12].map((claim) => {
            const [id, quote, modality, speaker, source] = raw.claims[claim];
            const [title, url, publisher, published] = raw.sources[source];
            return { id, quote, modality: raw.modalities[modality], said_by: speaker, title, url, publisher, published: day(published) };
        });
        return { id: row[0], source: raw.actors[row[2]][0], source_name: actorName(data, state, row[2]), relation: raw.types[row[1]].name,
            label: typeLabel(data, state, row[1]), target: raw.actors[row[3]][0], target_name: actorName(data, state, row[3]),
            valid_from: day(row[4]), valid_to: day(row[5]), period: periodText(data, state, i), modality: raw.modalities[row[7]],
            confidence: row[9], origins: row[10], articles: row[11], evidence };
    });
}

function csv(data: Data, shown: Shown, state: State): string {
    const keys = ['id', 'source', 'source_name', 'relation', 'label', 'target', 'target_name', 'valid_from', 'valid_to', 'period', 'modality', 'confidence', 'origins', 'articles'] as const;
    const rows = records(data, shown, state).map((row) =>
        keys.map((key) => (typeof row[key] === 'number' ? String(row[key]) : cell(String(row[key] ?? '')))).join(','));
    return [keys.join(','), ...rows, ''].join('\r\n');
}

function save(blob: Blob, name: string): void {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

export async function download(kind: Download, data: Data, shown: Shown, state: State, network: Network | null, map: WorldMap): Promise<void> {
    const name = `relations.${kind.toLowerCase()}`;
    if (kind === 'JSON') return save(new Blob([JSON.stringify(records(data, shown, state), null, 1)], { type: 'application/json' }), name);
    if (kind === 'CSV') return save(new Blob(['\ufeff', csv(data, shown, state)], { type: 'text/csv;charset=utf-8' }), name);
    const picture = svg(data, shown, state, network, map);
    if (kind === 'SVG') return save(new Blob([picture], { type: 'image/svg+xml' }), name);
    const image = new Image();
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture)}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width * PNG_SCALE;
    canvas.height = image.height * PNG_SCALE;
    const context = canvas.getContext('2d')!;
    context.scale(PNG_SCALE, PNG_SCALE);
    context.drawImage(image, 0, 0);
    canvas.toBlob((blob) => blob && save(blob, name), 'image/png');
}
