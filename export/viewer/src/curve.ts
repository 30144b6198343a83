import { type Data, dayText } from './data';
import { shape } from './dom';
import { signKeys } from './text';

export interface Point { day: number; score: number }

const HALF_LIFE_DAYS = 180;
const MOST_DOTS = 200;

/**
 * Tension and cooperation: the mean of the Goldstein scores (-10 to 10) of all asserted events so far, each weighted by
 * its confidence and halved every 180 days. `concerns` says which events count.
 */
export function curve(data: Data, concerns: (sources: number[], targets: number[]) => boolean): Point[] {
    const asserted = data.raw.modalities.indexOf('asserted');
    const events = data.raw.happenings
        .filter(([, , sources, targets, day, , modality]) => day !== null && modality === asserted && concerns(sources, targets))
        .sort((a, b) => a[4]! - b[4]! || (a[0] < b[0] ? -1 : 1));
    let weight = 0;
    let sum = 0;
    let before: number | null = null;
    return events.map(([, , , , day, score, , confidence]) => {
        const fade = before === null ? 1 : 2 ** (-(day! - before) / HALF_LIFE_DAYS);
        before = day;
        weight = weight * fade + confidence;
        sum = sum * fade + confidence * score;
        return { day: day!, score: weight > 0 ? sum / weight : 0 };
    });
}


const WIDTH = 320;
const CURVE = 92;
const CURVE_MARGIN = 16;
const LANE = 16;
const AXIS = 16;
const YEAR_WIDTH = 44;

/** A relation as a bar of the chart; `from` and `to` are days. */
export interface Lane { label: string; polarity: number; from: number; to: number }

/** The curve, cooperation above the middle line and conflict below, over bars for relations; all by the same years. */
export function chart(points: Point[], lanes: Lane[], first: number, last: number, words: { label: string; above: string; below: string }): SVGElement {
    const height = CURVE + lanes.length * LANE + AXIS;
    const x = (day: number) => 4 + (Math.min(last, Math.max(first, day)) - first) / Math.max(1, last - first) * (WIDTH - 8);
    const y = (score: number) => CURVE / 2 - (score / 10) * (CURVE / 2 - CURVE_MARGIN);
    const svg = shape('svg', { viewBox: `0 0 ${WIDTH} ${height}`, class: 'chart', role: 'img', 'aria-label': words.label });
    svg.append(
        shape('rect', { x: 0, y: 0, width: WIDTH, height: CURVE / 2, class: 'above' }), shape('rect', { x: 0, y: CURVE / 2, width: WIDTH, height: CURVE / 2, class: 'below' }),
        shape('line', { x1: 0, y1: CURVE / 2, x2: WIDTH, y2: CURVE / 2, class: 'zero' }));
    const steps = points.map((point, i) => `${i ? `H${x(point.day).toFixed(1)}V` : `M${x(point.day).toFixed(1)},`}${y(point.score).toFixed(1)}`);
    if (points.length) svg.append(shape('path', { d: `${steps.join('')}H${WIDTH - 4}`, class: 'curve-line' }));
    for (const point of points.slice(-MOST_DOTS)) {
        svg.append(shape('circle', { cx: x(point.day).toFixed(1), cy: y(point.score).toFixed(1), r: 3, class: point.score >= 0 ? 'good' : 'bad' },
            shape('title', {}, `${dayText(point.day)}: ${point.score.toFixed(1)}`)));
    }
    svg.append(shape('text', { x: 4, y: 11 }, `↑ ${words.above}`), shape('text', { x: 4, y: CURVE - 5 }, `↓ ${words.below}`));
    lanes.forEach((lane, i) => {
        const top = CURVE + i * LANE + 4;
        const [from, to] = [x(lane.from), x(lane.to)];
        const bar = shape('rect', { x: from.toFixed(1), y: top, width: Math.max(4, to - from).toFixed(1), height: LANE - 5, rx: 2, fill: `var(--${signKeys[lane.polarity]})` },
            shape('title', {}, lane.label));
        svg.append(bar);
    });
    const years = (last - first) / 365.25;
    const step = Math.max(1, Math.ceil(years / (WIDTH / YEAR_WIDTH)));
    for (let year = new Date(first * 86400000).getUTCFullYear() + 1; ; year++) {
        const day = Date.UTC(year, 0, 1) / 86400000;
        if (day > last) break;
        if (year % step) continue;
        svg.append(shape('line', { x1: x(day).toFixed(1), y1: 0, x2: x(day).toFixed(1), y2: height - AXIS, class: 'year' }),
            shape('text', { x: x(day).toFixed(1), y: height - 4, 'text-anchor': x(day) > WIDTH - 16 ? 'end' : 'middle' }, String(year)));
    }
    return svg;
}
