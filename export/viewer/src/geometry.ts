export interface Point { x: number; y: number }

/** Pixels from a point to a stretch of line. */
export function distanceToSegment(p: Point, a: Point, b: Point): number {
    const [dx, dy] = [b.x - a.x, b.y - a.y];
    const along = ((p.x - a.x) * dx + (p.y - a.y) * dy) / (dx * dx + dy * dy || 1);
    const t = Math.min(1, Math.max(0, along));
    return Math.hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

/** The middle point of the quadratic curve that @sigma/edge-curve draws from a to b (y grows downwards). */
export function control(a: Point, b: Point, curvature: number): Point {
    return { x: (a.x + b.x) / 2 + (b.y - a.y) * curvature, y: (a.y + b.y) / 2 - (b.x - a.x) * curvature };
}

const CURVE_STEPS = 12;

export function distanceToCurve(p: Point, a: Point, b: Point, curvature: number): number {
    if (curvature === 0) return distanceToSegment(p, a, b);
    const c = control(a, b, curvature);
    let [least, from] = [Infinity, a];
    for (let step = 1; step <= CURVE_STEPS; step++) {
        const t = step / CURVE_STEPS;
        const [u, v, w] = [(1 - t) * (1 - t), 2 * t * (1 - t), t * t];
        const to = { x: u * a.x + v * c.x + w * b.x, y: u * a.y + v * c.y + w * b.y };
        least = Math.min(least, distanceToSegment(p, from, to));
        from = to;
    }
    return least;
}
