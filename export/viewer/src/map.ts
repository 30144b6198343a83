import { geoGraticule10, geoNaturalEarth1, geoPath, type GeoProjection } from 'd3-geo';
import { feature } from 'topojson-client';
import world from 'world-atlas/countries-110m.json';
import type { Data } from './data';
import { byId, colour, everyFrame, mix, prepared, signColours } from './dom';
import { distanceToSegment } from './geometry';
import { drawNames, type Placed, placeNames } from './names';
import { type Choose, sizes } from './network';
import type { Edge, Shown } from './select';
import type { State } from './state';
import { actorName } from './text';

// The package's types know nothing of this very topology.
const countries = feature(world as never, world.objects.countries as never) as unknown as GeoJSON.FeatureCollection;
const ANTARCTICA = '010';
countries.features = countries.features.filter((country) => country.id !== ANTARCTICA);

const HIT_PIXELS = 7;
const DRAG_PIXELS = 4;
const DOT = 3.2;
const MOST_ZOOM = 16;
/** What the map shows at first: all inhabited land. The turn keeps Chukotka in one piece. */
const TURN: [number, number] = [-11, 0];
const FRAME: GeoJSON.MultiPoint = { type: 'MultiPoint', coordinates: [[-168, 20], [-150, 72], [0, 80], [120, 78], [168, 0], [178, -40], [-70, -55], [20, -45]] };

/** How far an arc bulges northwards, by sign, in parts of its length: ties of one pair lie beside one another. */
const BULGES = [0.2, 0.08, -0.06];
const MOST_BULGE = 16;
const ARC_STEPS = 14;
const NORTHERNMOST = 79;

/** The world map: the same edges as arcs between capitals and seats, the short way round. */
export class WorldMap {
    private canvas = byId<HTMLCanvasElement>('map');
    private projection: GeoProjection = geoNaturalEarth1();
    private shown: Shown | null = null;
    private state: State | null = null;
    private width = 1;
    private height = 1;
    private scale = 1;
    private shift: [number, number] = [0, 0];
    private redraw = everyFrame(() => this.draw());

    constructor(private data: Data, private choose: Choose, private describe: (edge: Edge) => string) {
        let drag: { x: number; y: number; moved: boolean } | null = null;
        this.canvas.addEventListener('pointerdown', (event) => { drag = { x: event.offsetX, y: event.offsetY, moved: false }; });
        this.canvas.addEventListener('pointermove', (event) => {
            const [x, y] = [event.offsetX, event.offsetY];
            if (!drag) return this.tip(x, y);
            if (!drag.moved && Math.hypot(x - drag.x, y - drag.y) < DRAG_PIXELS) return;
            if (!drag.moved) this.canvas.setPointerCapture(event.pointerId);
            this.shift = [this.shift[0] + x - drag.x, this.shift[1] + y - drag.y];
            drag = { x, y, moved: true };
            this.redraw();
        });
        this.canvas.addEventListener('pointerup', (event) => {
            if (drag && !drag.moved) this.choose(this.hit(event.offsetX, event.offsetY));
            drag = null;
        });
        this.canvas.addEventListener('pointercancel', () => { drag = null; });
        this.canvas.addEventListener('pointerleave', () => { byId('tip').hidden = true; });
        this.canvas.addEventListener('wheel', (event) => {
            event.preventDefault();
            this.zoomAt(2 ** (-event.deltaY / 300), event.offsetX, event.offsetY);
        }, { passive: false });
        this.canvas.addEventListener('keydown', (event) => this.key(event));
    }

    show(shown: Shown, state: State): void {
        this.shown = shown;
        this.state = state;
        this.draw();
    }

    /** 0 shows everything again. */
    zoom(factor: number): void {
        if (factor === 0) [this.scale, this.shift] = [1, [0, 0]];
        else this.zoomAt(factor, ...this.middle());
        this.redraw();
    }

    /** Amid the actors that are in sight. */
    private middle(): [number, number] {
        const places = [...this.shown!.degree.keys()].filter((actor) => this.shown!.degree[actor]).map((actor) => this.at(actor))
            .filter((at): at is [number, number] => at !== null && at[0] >= 0 && at[1] >= 0 && at[0] <= this.width && at[1] <= this.height);
        if (!places.length) return [this.width / 2, this.height / 2];
        return [0, 1].map((axis) => places.reduce((sum, at) => sum + at[axis], 0) / places.length) as [number, number];
    }

    at(actor: number): [number, number] | null {
        const place = this.place(actor);
        return place && this.projection(place);
    }

    placed(actor: number): boolean {
        return this.place(actor) !== null;
    }

    /** Prepares for a picture of this size, for places and paths. */
    size(width: number, height: number): void {
        [this.width, this.height] = [width, height];
        const projection = geoNaturalEarth1().rotate(TURN).fitExtent([[16, 16], [width - 16, height - 40]], FRAME);
        const [x, y] = projection.translate();
        projection.scale(projection.scale() * this.scale);
        const [cx, cy] = [width / 2, height / 2];
        projection.translate([cx + (x - cx) * this.scale + this.shift[0], cy + (y - cy) * this.scale + this.shift[1]]);
        this.projection = projection.clipExtent([[-20, -20], [width + 20, height + 20]]);
    }

    /** The path of the land, and of an edge, as SVG. */
    landPath(): string {
        return geoPath(this.projection).digits(1)(countries) ?? '';
    }
    edgePath(edge: Edge): string | null {
        const line = this.line(edge);
        return line && geoPath(this.projection).digits(1)(line);
    }

    private place(actor: number): [number, number] | null {
        const [lat, lon] = [this.data.raw.actors[actor][5], this.data.raw.actors[actor][6]];
        return lat === null || lon === null ? null : [lon, lat];
    }

    private line(edge: Edge): GeoJSON.LineString | null {
        const [a, b] = [this.place(edge.a), this.place(edge.b)];
        if (!a || !b) return null;
        const turn = ((b[0] - a[0] + 540) % 360) - 180;
        const rise = b[1] - a[1];
        const bulge = Math.min(MOST_BULGE, Math.hypot(turn, rise) * Math.abs(BULGES[edge.polarity])) * Math.sign(BULGES[edge.polarity]);
        const coordinates = Array.from({ length: ARC_STEPS + 1 }, (_, i) => {
            const t = i / ARC_STEPS;
            return [a[0] + turn * t, Math.min(NORTHERNMOST, a[1] + rise * t + bulge * 4 * t * (1 - t))];
        });
        return { type: 'LineString', coordinates };
    }

    private zoomAt(factor: number, x: number, y: number): void {
        const scale = Math.min(MOST_ZOOM, Math.max(1, this.scale * factor));
        const grown = scale / this.scale;
        const [fromX, fromY] = [x - this.width / 2, y - this.height / 2];
        this.shift = scale === 1 ? [0, 0] : [fromX - (fromX - this.shift[0]) * grown, fromY - (fromY - this.shift[1]) * grown];
        this.scale = scale;
        this.redraw();
    }

    private key(event: KeyboardEvent): void {
        const step = 60;
        const moves: Record<string, [number, number]> = { ArrowLeft: [step, 0], ArrowRight: [-step, 0], ArrowUp: [0, step], ArrowDown: [0, -step] };
        const move = moves[event.key];
        if (move) this.shift = [this.shift[0] + move[0], this.shift[1] + move[1]];
        else if (event.key === '+' || event.key === '=') return this.zoom(1.5);
        else if (event.key === '-') return this.zoom(1 / 1.5);
        else if (event.key === '0') return this.zoom(0);
        else return;
        event.preventDefault();
        this.redraw();
    }

    private concerns(edge: Edge): boolean {
        const selected = this.state?.selected;
        if (!selected) return true;
        return selected.kind === 'edge' ? selected.index === edge.index : edge.a === selected.index || edge.b === selected.index;
    }

    private draw(): void {
        if (this.canvas.hidden || !this.shown) return;
        this.size(this.canvas.clientWidth || 1, this.canvas.clientHeight || 1);
        const context = prepared(this.canvas, this.width, this.height);
        const shown = this.shown;
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
        const land = colour('land');
        const touched = mix(colour('muted'), land, 0.22);
        context.strokeStyle = sea;
        context.lineWidth = 0.7;
        for (const country of countries.features) {
            context.beginPath();
            path(country);
            context.fillStyle = involved.has(String(country.id)) ? touched : land;
            context.fill();
            context.stroke();
        }
        const colours = signColours();
        const size = sizes(shown);
        const order = [...shown.edges].sort((x, y) => Number(this.concerns(x)) - Number(this.concerns(y)) || x.weight - y.weight);
        context.lineCap = 'round';
        for (const edge of order) {
            const line = this.line(edge);
            if (!line) continue;
            context.beginPath();
            path(line);
            context.strokeStyle = colours[edge.polarity];
            context.globalAlpha = this.concerns(edge) ? 0.72 : 0.08;
            context.lineWidth = size.edge(edge) * 0.8;
            context.stroke();
        }
        context.globalAlpha = 1;
        this.dots(context);
        drawNames(context, this.placedNames());
    }

    /** Actors in the order of their importance for the view: who is chosen, then those with most ties. */
    private ranked(): { order: number[]; first: (actor: number) => boolean } {
        const [shown, selected] = [this.shown!, this.state!.selected];
        const first = (actor: number) => (selected?.kind === 'actor' ? selected.index === actor
            : selected?.kind === 'edge' && [this.data.edges[selected.index].a, this.data.edges[selected.index].b].includes(actor));
        const order = [...shown.degree.keys()].filter((i) => shown.degree[i] && this.placed(i))
            .sort((a, b) => Number(first(b)) - Number(first(a)) || shown.degree[b] - shown.degree[a] || a - b);
        return { order, first };
    }

    /** Where the names of actors stand now. */
    placedNames(): Placed[] {
        const { order, first } = this.ranked();
        const named = order.map((actor) => {
            const [x, y] = this.at(actor) ?? [-1e6, -1e6];
            return { name: actorName(this.data, this.state!, actor), x, y, radius: DOT };
        });
        return placeNames(named, order.filter(first).length, this.width, this.height);
    }

    private dots(context: CanvasRenderingContext2D): void {
        const { order, first } = this.ranked();
        context.strokeStyle = colour('sea');
        context.lineWidth = 1;
        for (const actor of order) {
            const at = this.at(actor);
            if (!at) continue;
            context.beginPath();
            context.arc(at[0], at[1], DOT, 0, 2 * Math.PI);
            context.fillStyle = colour(first(actor) ? 'accent' : 'text');
            context.fill();
            context.stroke();
        }
    }

    private tip(x: number, y: number): void {
        const tip = byId('tip');
        const hit = this.shown && this.shown.edges.length <= 1000 ? this.hit(x, y) : null;
        this.canvas.style.cursor = hit ? 'pointer' : 'grab';
        const edge = hit?.kind === 'edge' ? this.shown!.edges.find((one) => one.index === hit.index) : null;
        const text = edge ? this.describe(edge) : hit ? actorName(this.data, this.state!, hit.index) : '';
        tip.hidden = !text;
        if (!text) return;
        tip.textContent = text;
        tip.style.transform = `translate(${Math.min(x + 14, this.width - tip.offsetWidth - 8)}px, ${y + 16}px)`;
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

    /** Pixels from a point to a drawn edge. */
    private distance(edge: Edge, x: number, y: number): number {
        let least = Infinity;
        for (const part of (this.edgePath(edge) ?? '').split('M').slice(1)) {
            const points = part.split('L').map((point) => point.split(',').map(Number)).map(([px, py]) => ({ x: px, y: py }));
            for (let i = 1; i < points.length; i++) least = Math.min(least, distanceToSegment({ x, y }, points[i - 1], points[i]));
        }
        return least;
    }
}
