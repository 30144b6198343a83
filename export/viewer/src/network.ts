import EdgeCurveProgram, { EdgeCurvedArrowProgram } from '@sigma/edge-curve';
import Graph from 'graphology';
import type { Attributes } from 'graphology-types';
import Sigma from 'sigma';
import { EdgeArrowProgram, EdgeRectangleProgram } from 'sigma/rendering';
import type { Settings } from 'sigma/settings';
import type { Data } from './data';
import { byId, colour, everyFrame, mix, signColours } from './dom';
import { distanceToCurve, type Point } from './geometry';
import { layout, type Positions } from './layout';
import type { Edge, Shown } from './select';
import type { State } from './state';
import { actorName } from './text';

export type Choose = (selected: State['selected']) => void;

const HIT_PIXELS = 7;
const CURVATURE = 0.1;
const FONT = '500 12px system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif';
/** Up to so many edges, the pointer over one says what it is. */
const HOVERED_EDGES = 3000;
/** Up to so many actors, all have their labels. */
const LABELLED = 120;
const LABELLED_WIDTH = 700;

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

type Label = { x: number; y: number; size: number; label?: string | null };

function drawLabel(context: CanvasRenderingContext2D, node: Label): void {
    if (!node.label) return;
    context.font = FONT;
    context.textBaseline = 'middle';
    context.lineJoin = 'round';
    const width = context.measureText(node.label).width;
    const room = context.canvas.width / (window.devicePixelRatio || 1) - node.x - node.size - 4;
    const x = room >= width ? node.x + node.size + 4 : node.x - node.size - 4 - width;
    context.lineWidth = 4;
    context.strokeStyle = colour('sea');
    context.strokeText(node.label, x, node.y + 1);
    context.fillStyle = colour('text');
    context.fillText(node.label, x, node.y + 1);
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
        this.sigma?.setSettings(this.labelling());
        this.sigma?.resize();
    }

    zoom(factor: number): void {
        const camera = this.sigma?.getCamera();
        if (!camera) return;
        if (factor === 0) camera.animate({ x: 0.5, y: 0.5, ratio: 1, angle: 0 }, { duration: 200 });
        else camera.animate({ ratio: camera.getState().ratio / factor }, { duration: 200 });
    }

    lookAt(actor: number): void {
        const at = this.sigma?.getNodeDisplayData(String(actor));
        if (at) this.sigma!.getCamera().animate({ x: at.x, y: at.y }, { duration: 300 });
    }

    private fill(shown: Shown, state: State): void {
        this.graph.clear();
        this.edges = shown.edges;
        this.curved = shown.edges.length <= HOVERED_EDGES ? curvatures(shown.edges) : new Map();
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
        const tints = colours.map((one) => mix(one, page, shown.edges.length > 400 ? 0.45 : 0.78));
        for (const edge of shown.edges) {
            const [from, to] = edge.direction < 0 ? [edge.b, edge.a] : [edge.a, edge.b];
            const curvature = this.curved.get(edge.index) ?? 0;
            const type = (curvature ? 'curved' : 'straight') + (edge.direction === 0 ? '' : 'Arrow');
            this.graph.addEdgeWithKey(`e${edge.index}`, String(from), String(to), { size: size.edge(edge), color: tints[edge.polarity], type, curvature });
        }
        this.sigma?.setSettings(this.labelling());
    }

    /** A small graph has all its labels, a large one the most connected ones and more on zooming in. */
    private labelling(): Partial<Settings> {
        const few = this.graph.order <= LABELLED && byId('network').clientWidth >= LABELLED_WIDTH;
        return { labelDensity: few ? 12 : 0.8, labelGridCellSize: few ? 60 : 100, labelRenderedSizeThreshold: few ? 0 : 6 };
    }

    private start(): void {
        this.sigma = new Sigma(this.graph, byId('network'), {
            ...this.labelling(), labelFont: 'system-ui, sans-serif', labelSize: 12, defaultEdgeType: 'straight', zIndex: true,
            allowInvalidContainer: true, stagePadding: 56, minCameraRatio: 0.03, maxCameraRatio: 3,
            edgeProgramClasses: {
                straight: EdgeRectangleProgram, straightArrow: EdgeArrowProgram, curved: EdgeCurveProgram, curvedArrow: EdgeCurvedArrowProgram,
            },
            defaultDrawNodeLabel: drawLabel, defaultDrawNodeHover: drawLabel,
            nodeReducer: (node, attributes) => this.reduceNode(node, attributes),
            edgeReducer: (edge, attributes) => this.reduceEdge(edge, attributes),
        });
        this.sigma.on('clickNode', ({ node }) => this.choose({ kind: 'actor', index: Number(node) }));
        this.sigma.on('clickStage', ({ event }) => {
            const edge = this.edgeAt(event);
            this.choose(edge && { kind: 'edge', index: edge.index });
        });
        this.sigma.on('enterNode', ({ node }) => this.hover(node));
        this.sigma.on('leaveNode', () => this.hover(null));
        const look = everyFrame(() => this.lookUnder());
        this.sigma.getMouseCaptor().on('mousemovebody', (event) => {
            this.pointer = { x: event.x, y: event.y };
            if (this.edges.length <= HOVERED_EDGES) look();
        });
        byId('network').addEventListener('mouseleave', () => this.tip(null));
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
        if (this.edges.length <= HOVERED_EDGES) this.sigma!.refresh();
    }

    /** What the picture is about: the actor under the pointer, else the chosen one. */
    private centre(): string | null {
        const centre = this.hovered ?? (this.chosen?.kind === 'actor' ? String(this.chosen.index) : null);
        return centre !== null && this.graph.hasNode(centre) ? centre : null;
    }

    private reduceNode(node: string, attributes: Attributes) {
        const centre = this.centre();
        const chosen = this.chosen;
        let concerned = true;
        if (centre !== null) {
            concerned = node === centre || this.graph.areNeighbors(node, centre);
        } else if (chosen?.kind === 'edge' && this.graph.hasEdge(`e${chosen.index}`)) {
            concerned = this.graph.hasExtremity(`e${chosen.index}`, node);
        }
        if (!concerned) return { ...attributes, color: mix(colour('node'), colour('sea'), 0.18), label: null, zIndex: 0 };
        const isChosen = chosen?.kind === 'actor' && String(chosen.index) === node;
        const forced = centre !== null || chosen?.kind === 'edge';
        return { ...attributes, zIndex: 1, forceLabel: forced, color: isChosen ? colour('accent') : attributes.color };
    }

    private reduceEdge(edge: string, attributes: Attributes) {
        const centre = this.centre();
        const chosen = this.chosen;
        let concerned = true;
        if (centre !== null) concerned = this.graph.hasExtremity(edge, centre);
        else if (chosen?.kind === 'edge' && this.graph.hasEdge(`e${chosen.index}`)) concerned = edge === `e${chosen.index}`;
        return concerned ? { ...attributes, zIndex: 1 } : { ...attributes, color: mix(colour('node'), colour('sea'), 0.1), zIndex: 0 };
    }
}
