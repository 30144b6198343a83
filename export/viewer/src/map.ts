import { geoGraticule10, geoNaturalEarth1, geoPath, type GeoProjection } from 'd3-geo';
import { feature } from 'topojson-client';
import world from 'world-atlas/countries-110m.json';
import type { Data } from './data';
import { byId, colour, mix, signColours } from './dom';
import { type Choose, edgeSize } from './network';
import type { Edge, Shown } from './select';
import type { State } from './state';
import { actorName } from './text';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the package's types know no topology of its own
const countries = feature(world as any, (world as any).objects.countries) as unknown as GeoJSON.FeatureCollection;

const HIT_PIXELS = 6;
const SAMPLES = 24;

/** The world map: the same edges as great circles between capitals and seats. */
export class WorldMap {
    private canvas = byId<HTMLCanvasElement>('map');
    private projection: GeoProjection = geoNaturalEarth1();
    private shown: Shown | null = null;
    private state: State | null = null;
    private width = 1;
    private height = 1;

    constructor(private data: Data, private choose: Choose) {
        this.canvas.addEventListener('click', (event) => this.choose(this.hit(event.offsetX, event.offsetY)));
    }

    show(shown: Shown, state: State): void {
        this.shown = shown;
        this.state = state;
        const ratio = window.devicePixelRatio || 1;
        this.width = this.canvas.clientWidth || 1;
        this.height = this.canvas.clientHeight || 1;
        this.canvas.width = this.width * ratio;
        this.canvas.height = this.height * ratio;
        this.projection = geoNaturalEarth1().fitExtent([[12, 12], [this.width - 12, this.height - 36]], { type: 'Sphere' });
        const context = this.canvas.getContext('2d')!;
        context.setTransform(ratio, 0, 0, ratio, 0, 0);
        this.draw(context);
    }

    place(actor: number): [number, number] | null {
        const [lat, lon] = [this.data.raw.actors[actor][5], this.data.raw.actors[actor][6]];
        return lat === null || lon === null ? null : [lon, lat];
    }

    at(actor: number): [number, number] | null {
        const place = this.place(actor);
        return place && this.projection(place);
    }

    /** The path of the land, and of an edge, as SVG. */
    landPath(): string {
        return geoPath(this.projection)(countries) ?? '';
    }
    edgePath(edge: Edge): string | null {
        const line = this.line(edge);
        return line && geoPath(this.projection)(line);
    }

    private line(edge: Edge): GeoJSON.LineString | null {
        const [a, b] = [this.place(edge.a), this.place(edge.b)];
        return a && b ? { type: 'LineString', coordinates: [a, b] } : null;
    }

    private concerns(edge: Edge): boolean {
        const selected = this.state?.selected;
        if (!selected) return true;
        return selected.kind === 'edge' ? selected.index === edge.index : edge.a === selected.index || edge.b === selected.index;
    }

    private draw(context: CanvasRenderingContext2D): void {
        const shown = this.shown!;
        const path = geoPath(this.projection, context);
        const sea = colour('sea');
        context.fillStyle = sea;
        context.fillRect(0, 0, this.width, this.height);
        context.beginPath();
        path(geoGraticule10());
        context.strokeStyle = mix(colour('line'), sea, 0.5);
        context.lineWidth = 0.5;
        context.stroke();
        const involved = new Set<string>();
        this.data.raw.actors.forEach((actor, i) => { if (shown.degree[i] && actor[4]) involved.add(actor[4]); });
        for (const country of countries.features) {
            context.beginPath();
            path(country);
            context.fillStyle = involved.has(String(country.id)) ? mix(colour('muted'), colour('land'), 0.28) : colour('land');
            context.fill();
            context.strokeStyle = sea;
            context.lineWidth = 0.7;
            context.stroke();
        }
        const colours = signColours();
        const order = [...shown.edges].sort((x, y) => Number(this.concerns(x)) - Number(this.concerns(y)) || x.weight - y.weight);
        for (const edge of order) {
            const line = this.line(edge);
            if (!line) continue;
            context.beginPath();
            path(line);
            context.strokeStyle = colours[edge.polarity];
            context.globalAlpha = this.concerns(edge) ? 0.75 : 0.1;
            context.lineWidth = edgeSize(edge) * 0.8;
            context.stroke();
        }
        context.globalAlpha = 1;
        this.labels(context);
    }

    /** Names of the actors with most ties, where they do not lie on one another. */
    private labels(context: CanvasRenderingContext2D): void {
        const shown = this.shown!;
        const order = [...shown.degree.keys()].filter((i) => shown.degree[i]).sort((a, b) => shown.degree[b] - shown.degree[a] || a - b);
        const taken: [number, number, number, number][] = [];
        context.font = '12px system-ui, sans-serif';
        context.textBaseline = 'middle';
        for (const actor of order) {
            const at = this.at(actor);
            if (!at) continue;
            context.beginPath();
            context.arc(at[0], at[1], 3, 0, 2 * Math.PI);
            context.fillStyle = colour('text');
            context.fill();
            const name = actorName(this.data, this.state!, actor);
            const box: [number, number, number, number] = [at[0] + 5, at[1] - 8, at[0] + 9 + context.measureText(name).width, at[1] + 8];
            const chosen = this.state!.selected?.kind === 'actor' && this.state!.selected.index === actor;
            if (!chosen && taken.some((other) => box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1])) continue;
            taken.push(box);
            context.lineWidth = 3;
            context.strokeStyle = colour('sea');
            context.strokeText(name, at[0] + 6, at[1]);
            context.fillText(name, at[0] + 6, at[1]);
        }
    }

    private hit(x: number, y: number): State['selected'] {
        const shown = this.shown!;
        let best: State['selected'] = null;
        let nearest = HIT_PIXELS;
        for (let actor = 0; actor < shown.degree.length; actor++) {
            const at = shown.degree[actor] ? this.at(actor) : null;
            if (at && Math.hypot(at[0] - x, at[1] - y) <= nearest) {
                nearest = Math.hypot(at[0] - x, at[1] - y);
                best = { kind: 'actor', index: actor };
            }
        }
        if (best) return best;
        for (const edge of shown.edges) {
            const distance = this.distance(edge, x, y);
            if (distance < nearest) {
                nearest = distance;
                best = { kind: 'edge', index: edge.index };
            }
        }
        return best;
    }

    /** Pixels from a point to a drawn edge, by points along it. */
    private distance(edge: Edge, x: number, y: number): number {
        const path = this.edgePath(edge);
        if (!path) return Infinity;
        let least = Infinity;
        for (const part of path.split('M').slice(1)) {
            const points = part.split('L').map((point) => point.split(',').map(Number));
            for (let i = 1; i < points.length; i++) {
                for (let k = 0; k <= SAMPLES; k++) {
                    const px = points[i - 1][0] + ((points[i][0] - points[i - 1][0]) * k) / SAMPLES;
                    const py = points[i - 1][1] + ((points[i][1] - points[i - 1][1]) * k) / SAMPLES;
                    least = Math.min(least, Math.hypot(px - x, py - y));
                }
            }
        }
        return least;
    }
}
