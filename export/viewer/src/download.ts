import { type Data, dayText } from './data';
import { colour, signColours } from './dom';
import type { WorldMap } from './map';
import { edgeSize, type Network, nodeSize } from './network';
import { fittingRelations, periodText } from './rows';
import type { Shown } from './select';
import type { State } from './state';
import { actorName, typeLabel } from './text';

export const downloads = ['PNG', 'SVG', 'JSON', 'CSV'] as const;
export type Download = (typeof downloads)[number];

const xml = (text: string) => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');

/** The current picture as SVG, drawn anew from the same positions and colours. */
export function svg(data: Data, shown: Shown, state: State, network: Network | null, map: WorldMap): string {
    const main = document.getElementById('content')!;
    const [width, height] = [main.clientWidth, main.clientHeight];
    const onMap = state.view !== 'network' || !network;
    const colours = signColours();
    const at = (actor: number) => {
        if (!onMap) return network!.at(actor);
        const place = map.at(actor);
        return place && { x: place[0], y: place[1] };
    };
    const parts = [`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="12">`,
        `<title>${xml(data.raw.title)} ${dayText(state.from)} – ${dayText(state.to)}</title>`, `<rect width="100%" height="100%" fill="${colour('sea')}"/>`];
    if (onMap) parts.push(`<path d="${map.landPath()}" fill="${colour('land')}" stroke="${colour('sea')}"/>`);
    for (const edge of shown.edges) {
        const [a, b] = [at(edge.a), at(edge.b)];
        if (!a || !b) continue;
        const d = onMap ? map.edgePath(edge) : `M${a.x},${a.y}L${b.x},${b.y}`;
        parts.push(`<path d="${d}" fill="none" stroke="${colours[edge.polarity]}" stroke-opacity="0.7" stroke-width="${edgeSize(edge).toFixed(2)}"/>`);
    }
    for (let i = 0; i < shown.degree.length; i++) {
        const place = shown.degree[i] ? at(i) : null;
        if (!place) continue;
        const size = onMap ? 3 : nodeSize(shown.degree[i]);
        parts.push(`<circle cx="${place.x}" cy="${place.y}" r="${size}" fill="${colour('muted')}"/>`,
            `<text x="${place.x + size + 3}" y="${place.y + 4}" fill="${colour('text')}">${xml(actorName(data, state, i))}</text>`);
    }
    parts.push(`<text x="12" y="20" font-size="15" fill="${colour('text')}">${xml(data.raw.title)}</text></svg>`);
    return parts.join('\n');
}

/** A cell that a spreadsheet takes as text. */
function cell(value: string): string {
    const text = /^\s*[=+\-@\t\r＝＋－＠]/.test(value) ? `'${value}` : value;
    return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

function records(data: Data, shown: Shown, state: State) {
    return fittingRelations(data, shown).map((i) => {
        const row = data.raw.relations[i];
        const day = (value: number | null) => (value === null ? null : dayText(value));
        return { id: row[0], source: data.raw.actors[row[2]][0], source_name: actorName(data, state, row[2]), relation: data.raw.types[row[1]].name,
            label: typeLabel(data, state, row[1]), target: data.raw.actors[row[3]][0], target_name: actorName(data, state, row[3]),
            valid_from: day(row[4]), valid_to: day(row[5]), period: periodText(data, state, i), modality: data.raw.modalities[row[7]],
            confidence: row[9], origins: row[10], articles: row[11], quotes: row[12].map((claim) => data.raw.claims[claim][1]) };
    });
}

function csv(data: Data, shown: Shown, state: State): string {
    const rows = records(data, shown, state);
    const keys = ['id', 'source', 'source_name', 'relation', 'label', 'target', 'target_name', 'valid_from', 'valid_to', 'period', 'modality', 'confidence', 'origins', 'articles'] as const;
    return [keys.join(','), ...rows.map((row) => keys.map((key) => (typeof row[key] === 'number' ? String(row[key]) : cell(String(row[key] ?? '')))).join(','))].join('\r\n') + '\r\n';
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
    if (kind === 'CSV') return save(new Blob([csv(data, shown, state)], { type: 'text/csv' }), name);
    const picture = svg(data, shown, state, network, map);
    if (kind === 'SVG') return save(new Blob([picture], { type: 'image/svg+xml' }), name);
    const image = new Image();
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture)}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width * 2;
    canvas.height = image.height * 2;
    const context = canvas.getContext('2d')!;
    context.scale(2, 2);
    context.drawImage(image, 0, 0);
    canvas.toBlob((blob) => blob && save(blob, name), 'image/png');
}
