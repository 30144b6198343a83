import type { Data } from './data';
import { colour } from './dom';

export interface Point { day: number; score: number }

const HALF_LIFE_DAYS = 180;

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

/** Draws the curve: cooperation above the middle line, conflict below. */
export function drawCurve(canvas: HTMLCanvasElement, points: Point[], first: number, last: number): void {
    const ratio = window.devicePixelRatio || 1;
    const [width, height] = [canvas.clientWidth || 300, canvas.clientHeight || 90];
    canvas.width = width * ratio;
    canvas.height = height * ratio;
    const context = canvas.getContext('2d')!;
    context.scale(ratio, ratio);
    const x = (day: number) => 2 + ((day - first) / Math.max(1, last - first)) * (width - 4);
    const y = (score: number) => height / 2 - (score / 10) * (height / 2 - 4);
    context.strokeStyle = colour('line');
    context.beginPath();
    context.moveTo(0, height / 2);
    context.lineTo(width, height / 2);
    context.stroke();
    context.strokeStyle = colour('muted');
    context.lineWidth = 1.5;
    context.beginPath();
    points.forEach((point, i) => {
        if (i) context.lineTo(x(point.day), y(points[i - 1].score));
        context.lineTo(x(point.day), y(point.score));
    });
    context.stroke();
    for (const point of points) {
        context.fillStyle = colour(point.score >= 0 ? 'cooperation' : 'conflict');
        context.beginPath();
        context.arc(x(point.day), y(point.score), 3, 0, 2 * Math.PI);
        context.fill();
    }
}
