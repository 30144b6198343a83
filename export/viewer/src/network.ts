import EdgeCurveProgram, { EdgeCurvedArrowProgram } from '@sigma/edge-curve';
import Graph from 'graphology';
import type { Attributes } from 'graphology-types';
import Sigma from 'sigma';
import { EdgeArrowProgram, EdgeRectangleProgram } from 'sigma/rendering';
import type { CameraState } from 'sigma/types';
import type { Data } from './data';
import { byId, colour, everyFrame, make, mix, prepared, signColours } from './dom';
import { distanceToCurve, type Point } from './geometry';
import { layout, type Positions } from './layout';
import { drawNames, type Placed, placeNames } from './names';
import type { Edge, Shown } from './select';
import type { State } from './state';
import { actorName } from './text';

export type Choose = (selected: State['selected']) => void;

const HIT_PIXELS = 7;
const CURVATURE = 0.1;
/** Above so many edges, they and the actors are drawn on a plain canvas, the edges as straight lines: without a graphics card
 * that is far faster than WebGL. The pointer over one does not say what it is. */
const MANY_EDGES = 1000;
const STEP = 0.12;
type Disc = Point & { radius: number };
const still = window.matchMedia('(prefers-reduced-motion: reduce)');

export function hasWebgl(): boolean {
    try {
        const context = document.createElement('canvas').getContext('webgl2');
        context?.getExtension('WEBGL_lose_context')?.loseContext();
        return context !== null;
    } catch {
        return false;
    }
}

/** Widths of ties and radii of actors, in pixels, for what is shown: the more there is, the finer. */
export interface Sizes { edge: (edge: Edge) => number; node: (actor: number) => number }

const WEIGHTY = 21;
const CONNECTED = 58;
const CROWD = 100;

export function sizes(shown: Shown): Sizes {
    const heaviest = shown.edges.reduce((most, edge) => Math.max(most, edge.weight), WEIGHTY);
    let [busiest, actors] = [CONNECTED, 0];
    for (const degree of shown.degree) {
        busiest = Math.max(busiest, degree);
        if (degree) actors++;
    }
    const [wide, large] = [Math.min(1, Math.max(0.3, Math.sqrt(200 / shown.edges.length))), Math.min(1, Math.max(0.3, Math.sqrt(CROWD / actors)))];
    return {
        edge: ({ weight }) => Math.max(0.8, wide * (1 + 6 * Math.sqrt(weight / heaviest))),
        node: (actor) => large * (4 + 13 * Math.sqrt(shown.degree[actor] / busiest)),
    };
}

/** Ties of one pair with different signs lie beside one another. By index of the edge; 0 is straight. */
export function curvatures(edges: Edge[]): Map<number, number> {
    const ofPair = new Map<string, Edge[]>();
    for (const edge of edges) {
        const pair = `${edge.a} ${edge.b}`;
        const others = ofPair.get(pair);
        if (others) others.push(edge);
        else ofPair.set(pair, [edge]);
    }
    const found = new Map<number, number>();
    for (const together of ofPair.values()) {
        if (together.length < 2) continue;
        together.forEach((edge, i) => {
            const side = [1, -1, 0][i] * CURVATURE;
            if (side) found.set(edge.index, edge.direction < 0 ? -side : side);
        });
    }
    return found;
}

/** The network view: sigma on WebGL. Positions are found once, for the strongest edges of all. */
export class Network {
    private graph = new Graph({ multi: true, type: 'directed' });
    private sigma: Sigma | null = null;
    private hovered: string | null = null;
    private chosen: State['selected'] = null;
    private edges: Edge[] = [];
    private curved = new Map<number, number>();
    private filled = '';
    /** Those whose actors or ties the picture is about; null: everybody. */
    private concerned: { actors: Set<number>; edges: Set<number> } | null = null;
    private order: number[] = [];
    private tints: string[] = [];
    private below = make('canvas', { class: 'layer' });
    private names = make('canvas', { class: 'layer' });
    private shown: Shown | null = null;
    private pointer: Point = { x: 0, y: 0 };
    readonly positions: Positions;

    /** `describe` gives the words for a tie under the pointer. */
    constructor(private data: Data, everything: Edge[], private choose: Choose, private describe: (edge: Edge) => string) {
        this.positions = layout(data, everything);
    }

    show(shown: Shown, state: State): void {
        this.chosen = state.selected;
        const key = `${state.language} ${state.theme}`;
        if (shown !== this.shown || key !== this.filled) this.fill(shown, state);
        this.shown = shown;
        this.filled = key;
        this.concerned = this.concern();
        if (this.sigma) this.sigma.refresh();
        else this.start();
    }

    /** Where an actor is in the view, in pixels. */
    at(actor: number): Point {
        return this.sigma!.graphToViewport({ x: this.positions.x[actor], y: -this.positions.y[actor] });
    }

    started(): boolean {
        return this.sigma !== null;
    }

    resize(): void {
        this.sigma?.resize();
    }

    zoom(factor: number): void {
        const camera = this.sigma?.getCamera();
        if (!camera) return;
        this.move(factor === 0 ? { x: 0.5, y: 0.5, ratio: 1, angle: 0 } : { ratio: camera.getBoundedRatio(camera.getState().ratio / factor) });
    }

    lookAt(actor: number): void {
        const at = this.sigma?.getNodeDisplayData(String(actor));
        if (at) this.move({ x: at.x, y: at.y });
    }

    private move(to: Partial<CameraState>): void {
        const camera = this.sigma!.getCamera();
        if (still.matches) camera.setState(to);
        else camera.animate(to, { duration: 200 });
    }

    private key(event: KeyboardEvent): void {
        const camera = this.sigma?.getCamera().getState();
        const moves: Record<string, [number, number]> = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, STEP], ArrowDown: [0, -STEP] };
        const move = moves[event.key];
        if (!camera || event.ctrlKey || event.metaKey || event.altKey) return;
        if (move) this.move({ x: camera.x + move[0] * camera.ratio, y: camera.y + move[1] * camera.ratio });
        else if (event.key === '+' || event.key === '=') this.zoom(1.5);
        else if (event.key === '-') this.zoom(1 / 1.5);
        else if (event.key === '0') this.zoom(0);
        else return;
        event.preventDefault();
    }

    private fill(shown: Shown, state: State): void {
        this.graph.clear();
        this.edges = shown.edges;
        this.curved = this.many() ? new Map() : curvatures(shown.edges);
        this.order = [...shown.degree.keys()].filter((i) => shown.degree[i]).sort((a, b) => shown.degree[b] - shown.degree[a] || a - b);
        const colours = signColours();
        const page = colour('sea');
        const size = sizes(shown);
        const [stateColour, otherColour] = [colour('node'), mix(colour('node'), page, 0.55)];
        for (let i = 0; i < this.data.raw.actors.length; i++) {
            if (!shown.degree[i]) continue;
            this.graph.addNode(String(i), {
                x: this.positions.x[i], y: -this.positions.y[i], size: size.node(i),
                label: actorName(this.data, state, i), color: this.data.raw.actors[i][3] === 'state' ? stateColour : otherColour,
            });
        }
        this.tints = colours.map((one) => mix(one, page, shown.edges.length > 400 ? 0.45 : 0.78));
        if (this.many()) return;
        for (const edge of shown.edges) {
            const [from, to] = edge.direction < 0 ? [edge.b, edge.a] : [edge.a, edge.b];
            const curvature = this.curved.get(edge.index) ?? 0;
            const type = (curvature ? 'curved' : 'straight') + (edge.direction === 0 ? '' : 'Arrow');
            this.graph.addEdgeWithKey(`e${edge.index}`, String(from), String(to), { size: size.edge(edge), color: this.tints[edge.polarity], type, curvature, index: edge.index });
        }
    }

    private start(): void {
        this.sigma = new Sigma(this.graph, byId('network'), {
            renderLabels: false, defaultEdgeType: 'straight', zIndex: true,
            allowInvalidContainer: true, stagePadding: 56, minCameraRatio: 0.03, maxCameraRatio: 3,
            edgeProgramClasses: {
                straight: EdgeRectangleProgram, straightArrow: EdgeArrowProgram, curved: EdgeCurveProgram, curvedArrow: EdgeCurvedArrowProgram,
            },
            defaultDrawNodeHover: () => {},
            nodeReducer: (node, attributes) => this.reduceNode(node, attributes),
            edgeReducer: (_, attributes) => this.reduceEdge(attributes),
        });
        byId('network').prepend(this.below);
        byId('network').append(this.names);
        byId('network').addEventListener('keydown', (event) => this.key(event));
        this.sigma.on('afterRender', () => this.drawLayers());
        this.sigma.on('clickNode', ({ node }) => this.choose({ kind: 'actor', index: Number(node) }));
        this.sigma.on('clickStage', ({ event }) => {
            const actor = this.many() ? this.actorAt(event) : null;
            const edge = this.edgeAt(event);
            this.choose(actor !== null ? { kind: 'actor', index: actor } : edge && { kind: 'edge', index: edge.index });
        });
        this.sigma.on('enterNode', ({ node }) => this.hover(node));
        this.sigma.on('leaveNode', () => this.hover(null));
        const look = everyFrame(() => this.lookUnder());
        this.sigma.getMouseCaptor().on('mousemovebody', (event) => {
            this.pointer = { x: event.x, y: event.y };
            if (!this.many()) look();
        });
        byId('network').addEventListener('mouseleave', () => this.tip(null));
        this.drawLayers();
    }

    /** sigma's own picking misses thin and curved edges; this finds the nearest one within some pixels. */
    private edgeAt(point: Point): Edge | null {
        let [best, nearest]: [Edge | null, number] = [null, HIT_PIXELS];
        const places = new Map<number, Point>();
        const at = (actor: number) => {
            let place = places.get(actor);
            if (!place) {
                place = this.at(actor);
                places.set(actor, place);
            }
            return place;
        };
        for (const edge of this.edges) {
            const [from, to] = edge.direction < 0 ? [edge.b, edge.a] : [edge.a, edge.b];
            const distance = distanceToCurve(point, at(from), at(to), this.curved.get(edge.index) ?? 0);
            if (distance < nearest) [best, nearest] = [edge, distance];
        }
        return best;
    }

    private actorAt(point: Point): number | null {
        const near = ({ x, y, radius }: Disc) => Math.hypot(x - point.x, y - point.y) <= radius + 2;
        return this.order.find((actor) => near(this.disc(actor))) ?? null;
    }

    private disc(actor: number): Disc {
        return { ...this.at(actor), radius: this.sigma!.scaleSize(this.graph.getNodeAttribute(String(actor), 'size') as number) };
    }

    private lookUnder(): void {
        this.tip(this.hovered === null ? this.edgeAt(this.pointer) : null);
    }

    private tip(edge: Edge | null): void {
        const tip = byId('tip');
        byId('network').style.cursor = edge || this.hovered !== null ? 'pointer' : '';
        tip.hidden = edge === null;
        if (!edge) return;
        tip.textContent = this.describe(edge);
        const left = Math.min(this.pointer.x + 14, byId('network').clientWidth - tip.offsetWidth - 8);
        tip.style.transform = `translate(${left}px, ${this.pointer.y + 16}px)`;
    }

    private hover(node: string | null): void {
        this.hovered = node;
        this.tip(null);
        if (this.many()) return;
        this.concerned = this.concern();
        this.sigma!.refresh();
    }

    /** What the picture is about: the actor under the pointer, else the chosen one. */
    private centre(): string | null {
        const centre = this.hovered ?? (this.chosen?.kind === 'actor' ? String(this.chosen.index) : null);
        return centre !== null && this.graph.hasNode(centre) ? centre : null;
    }

    private concern(): Network['concerned'] {
        const centre = this.centre();
        if (centre !== null) {
            const edges = this.edges.filter(({ a, b }) => a === Number(centre) || b === Number(centre));
            return { actors: new Set([Number(centre), ...edges.flatMap(({ a, b }) => [a, b])]), edges: new Set(edges.map(({ index }) => index)) };
        }
        const chosen = this.chosen;
        const edge = chosen?.kind === 'edge' ? this.edges.find(({ index }) => index === chosen.index) : undefined;
        return edge ? { actors: new Set([edge.a, edge.b]), edges: new Set([edge.index]) } : null;
    }

    private reduceNode(node: string, attributes: Attributes) {
        if (this.many()) return { ...attributes, hidden: true };
        return { ...attributes, ...this.nodeStyle(node, attributes) };
    }

    private nodeStyle(node: string, attributes: Attributes): { color: string; zIndex: number } {
        if (this.concerned && !this.concerned.actors.has(Number(node))) {
            return { color: mix(colour('node'), colour('sea'), 0.18), zIndex: 0 };
        }
        const isChosen = this.chosen?.kind === 'actor' && String(this.chosen.index) === node;
        return { zIndex: 1, color: isChosen ? colour('accent') : attributes.color as string };
    }

    private reduceEdge(attributes: Attributes) {
        const concerned = !this.concerned || this.concerned.edges.has(attributes.index as number);
        return concerned ? { ...attributes, zIndex: 1 } : { ...attributes, color: this.faint(), zIndex: 0 };
    }

    private faint(): string {
        return mix(colour('node'), colour('sea'), 0.1);
    }

    private many(): boolean {
        return this.edges.length > MANY_EDGES;
    }

    /** Where the names of actors stand now. */
    placedNames(): Placed[] {
        const { clientWidth: width, clientHeight: height } = byId('network');
        const centre = Number(this.centre() ?? -1);
        const actors = this.order.filter((actor) => !this.concerned || this.concerned.actors.has(actor));
        if (centre >= 0) actors.unshift(...actors.splice(actors.indexOf(centre), 1));
        const named = actors.map((actor) => ({ name: this.graph.getNodeAttribute(String(actor), 'label') as string, ...this.disc(actor) }));
        return placeNames(named, centre >= 0 ? 1 : this.concerned ? 2 : 0, width, height);
    }

    /** What lies below and above what sigma draws: many edges, and the names. */
    private drawLayers(): void {
        const { clientWidth: width, clientHeight: height } = byId('network');
        if (!width || !height) return;
        const below = prepared(this.below, width, height);
        if (this.many()) {
            this.drawEdges(below);
            this.drawActors(below);
        }
        drawNames(prepared(this.names, width, height), this.placedNames());
    }

    private drawActors(context: CanvasRenderingContext2D): void {
        const styled = this.order.map((actor) => ({ ...this.disc(actor), ...this.nodeStyle(String(actor), this.graph.getNodeAttributes(String(actor))) }));
        styled.sort((a, b) => a.zIndex - b.zIndex);
        for (const { x, y, radius, color } of styled) {
            context.fillStyle = color;
            context.beginPath();
            context.arc(x, y, Math.max(1, radius), 0, 2 * Math.PI);
            context.fill();
        }
    }

    private drawEdges(context: CanvasRenderingContext2D): void {
        const size = sizes(this.shown!);
        const places = new Map(this.order.map((actor) => [actor, this.at(actor)]));
        const faint = this.faint();
        const isConcerned = ({ index }: Edge) => !this.concerned || this.concerned.edges.has(index);
        for (const turn of this.concerned ? [false, true] : [true]) {
            for (const edge of this.edges) {
                if (isConcerned(edge) !== turn) continue;
                const [from, to] = [places.get(edge.a)!, places.get(edge.b)!];
                context.strokeStyle = turn ? this.tints[edge.polarity] : faint;
                context.lineWidth = size.edge(edge);
                context.beginPath();
                context.moveTo(from.x, from.y);
                context.lineTo(to.x, to.y);
                context.stroke();
            }
        }
    }
}
