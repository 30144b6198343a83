import Graph from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import type { Data } from './data';
import type { Edge } from './select';

export interface Positions { x: Float64Array; y: Float64Array }

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

/** ForceAtlas2 (Jacomy et al. 2014) on the given edges, from fixed beginnings: the same data give the same picture. */
export function layout(data: Data, edges: Edge[]): Positions {
    const positions = start(data);
    const graph = new Graph({ type: 'undirected', multi: true });
    const used = new Set<number>();
    for (const edge of edges) {
        used.add(edge.a);
        used.add(edge.b);
    }
    for (const i of [...used].sort((a, b) => a - b)) graph.addNode(i, { x: positions.x[i], y: positions.y[i], size: 6 });
    for (const edge of edges) if (edge.a !== edge.b) graph.addEdge(edge.a, edge.b, { weight: edge.polarity === 1 ? 0.3 : 1 });
    const iterations = used.size <= 400 ? 300 : used.size <= 2000 ? 60 : 15;
    const settings = { ...forceAtlas2.inferSettings(Math.max(2, used.size)), barnesHutOptimize: used.size > 300, gravity: 1.2,
        scalingRatio: 14, slowDown: 4, adjustSizes: false, edgeWeightInfluence: 0.6 };
    const found = forceAtlas2(graph, { iterations, settings });
    for (const [node, at] of Object.entries(found)) {
        positions.x[Number(node)] = at.x;
        positions.y[Number(node)] = at.y;
    }
    return positions;
}
