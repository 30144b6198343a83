import Graph from 'graphology';
import Sigma from 'sigma';
import type { Data } from './data';
import { byId, colour, mix, signColours } from './dom';
import { layout, type Positions } from './layout';
import type { Attributes } from 'graphology-types';
import type { Edge, Shown } from './select';
import type { State } from './state';
import { actorName } from './text';

export type Choose = (selected: State['selected']) => void;

export function hasWebgl(): boolean {
    try {
        return document.createElement('canvas').getContext('webgl2') !== null;
    } catch {
        return false;
    }
}

export const edgeSize = (edge: Edge): number => Math.min(7, 1.2 + 1.3 * Math.sqrt(edge.weight));
export const nodeSize = (degree: number): number => Math.min(16, 4 + 1.6 * Math.sqrt(degree));

/** The network view: sigma on WebGL. Positions are found once, for the strongest edges of all. */
export class Network {
    private graph = new Graph({ multi: true, type: 'directed' });
    private sigma: Sigma | null = null;
    private hovered: string | null = null;
    private chosen: State['selected'] = null;
    readonly positions: Positions;

    constructor(private data: Data, everything: Edge[], private choose: Choose) {
        this.positions = layout(data, everything);
    }

    show(shown: Shown, state: State): void {
        this.chosen = state.selected;
        this.fill(shown, state);
        if (!this.sigma) this.start();
        this.sigma!.setSetting('labelColor', { color: colour('text') });
        this.sigma!.refresh();
    }

    /** Where an actor is in the view, in pixels. */
    at(actor: number): { x: number; y: number } {
        return this.sigma!.graphToViewport({ x: this.positions.x[actor], y: this.positions.y[actor] });
    }

    resize(): void {
        this.sigma?.resize();
        this.sigma?.refresh();
    }

    lookAt(actor: number): void {
        const at = this.sigma?.getNodeDisplayData(String(actor));
        if (at) this.sigma!.getCamera().animate({ x: at.x, y: at.y, ratio: 0.5 }, { duration: 300 });
    }

    private fill(shown: Shown, state: State): void {
        this.graph.clear();
        const colours = signColours();
        const page = colour('sea');
        for (let i = 0; i < this.data.raw.actors.length; i++) {
            if (!shown.degree[i]) continue;
            const kind = this.data.raw.actors[i][3];
            this.graph.addNode(String(i), {
                x: this.positions.x[i], y: this.positions.y[i], size: nodeSize(shown.degree[i]),
                label: actorName(this.data, state, i), color: kind === 'state' ? colour('muted') : mix(colour('muted'), page, 0.6),
            });
        }
        const faint = shown.edges.length > 400 ? 0.45 : 0.72;
        for (const edge of shown.edges) {
            const [from, to] = edge.direction < 0 ? [edge.b, edge.a] : [edge.a, edge.b];
            this.graph.addEdgeWithKey(`e${edge.index}`, String(from), String(to), {
                size: edgeSize(edge), color: mix(colours[edge.polarity], page, faint), type: edge.direction === 0 ? 'line' : 'arrow',
            });
        }
    }

    private start(): void {
        this.sigma = new Sigma(this.graph, byId('network'), {
            enableEdgeEvents: true, labelDensity: 0.9, labelGridCellSize: 90, labelRenderedSizeThreshold: 5, labelFont: 'system-ui, sans-serif',
            labelSize: 12, defaultEdgeType: 'line', zIndex: true, allowInvalidContainer: true, stagePadding: 40,
            nodeReducer: (node, attributes) => this.reduceNode(node, attributes),
            edgeReducer: (edge, attributes) => this.reduceEdge(edge, attributes),
        });
        this.sigma.on('clickNode', ({ node }) => this.choose({ kind: 'actor', index: Number(node) }));
        this.sigma.on('clickEdge', ({ edge }) => this.choose({ kind: 'edge', index: Number(edge.slice(1)) }));
        this.sigma.on('clickStage', () => this.choose(null));
        this.sigma.on('enterNode', ({ node }) => this.hover(node));
        this.sigma.on('leaveNode', () => this.hover(null));
    }

    private hover(node: string | null): void {
        this.hovered = node;
        this.sigma!.refresh();
    }

    /** What the picture is about: the actor under the pointer, else the chosen actor or edge. */
    private concerns(node: string): boolean {
        const centre = this.hovered ?? (this.chosen?.kind === 'actor' ? String(this.chosen.index) : null);
        if (centre !== null) return node === centre || !this.graph.hasNode(centre) || this.graph.areNeighbors(node, centre);
        if (this.chosen?.kind === 'edge') {
            const { a, b } = this.data.edges[this.chosen.index];
            return node === String(a) || node === String(b);
        }
        return true;
    }

    private reduceNode(node: string, attributes: Attributes) {
        if (this.concerns(node)) {
            const chosen = this.chosen?.kind === 'actor' && String(this.chosen.index) === node;
            return { ...attributes, zIndex: 1, forceLabel: chosen, color: chosen ? colour('accent') : attributes.color };
        }
        return { ...attributes, color: mix(colour('muted'), colour('sea'), 0.2), label: null, zIndex: 0 };
    }

    private reduceEdge(edge: string, attributes: Attributes) {
        const [source, target] = this.graph.extremities(edge);
        const centre = this.hovered ?? (this.chosen?.kind === 'actor' ? String(this.chosen.index) : null);
        const concerns = centre !== null && this.graph.hasNode(centre) ? source === centre || target === centre
            : this.chosen?.kind === 'edge' ? edge === `e${this.chosen.index}` : true;
        return concerns ? { ...attributes, zIndex: 1 } : { ...attributes, color: mix(colour('muted'), colour('sea'), 0.12), zIndex: 0 };
    }
}
