import { type Data, dayText } from './data';
import { button, byId, colour, everyFrame, make, prepared } from './dom';
import type { State } from './state';
import { say } from './text';

const PLAY_STEPS = 60;
const PLAY_MILLISECONDS = 250;
const BARS = 160;
const GRIP = 12;
const AXIS = 15;

/** The time slider with two ends, a histogram of events, and play. Between the ends, the window is dragged as a whole. */
export class Timeline {
    private playing = 0;
    private from = make('input', { type: 'range', step: '1', id: 'from' });
    private to = make('input', { type: 'range', step: '1', id: 'to' });
    private output = make('output', { for: 'from to' });
    private canvas = make('canvas', { 'aria-hidden': 'true' });
    private play = button('', () => this.toggle(), { id: 'play' });
    private histogram = new Float64Array(BARS);

    constructor(private data: Data, private change: (from: number, to: number) => void) {
        const apply = everyFrame(() => {
            const [a, b] = this.days();
            this.change(Math.min(a, b), Math.max(a, b));
        });
        for (const input of [this.from, this.to]) {
            input.min = String(data.first);
            input.max = String(data.last);
            input.addEventListener('input', () => {
                this.stop();
                apply();
            });
        }
        this.dragging(apply);
        for (const happening of data.raw.happenings) this.count(happening[4]);
        if (!data.raw.happenings.length) for (let i = 0; i < data.count; i++) this.count(data.start[i]);
        byId('timeline').replaceChildren(this.play, make('div', { class: 'track' }, this.canvas, this.from, this.to), this.output);
    }

    private days(): [number, number] {
        return [Number(this.from.value), Number(this.to.value)];
    }

    private dragging(apply: () => void): void {
        let drag: { x: number; from: number; to: number } | null = null;
        this.canvas.addEventListener('pointerdown', (event) => {
            const [from, to] = this.days();
            drag = { x: event.clientX, from, to };
            this.canvas.setPointerCapture(event.pointerId);
        });
        this.canvas.addEventListener('pointermove', (event) => {
            if (!drag) return;
            this.stop();
            const { first, last } = this.data;
            const moved = Math.round((event.clientX - drag.x) / (this.canvas.clientWidth - 2 * GRIP) * (last - first));
            const by = Math.min(last - drag.to, Math.max(first - drag.from, moved));
            this.from.value = String(drag.from + by);
            this.to.value = String(drag.to + by);
            apply();
        });
        for (const end of ['pointerup', 'pointercancel']) this.canvas.addEventListener(end, () => { drag = null; });
    }

    private count(day: number | null): void {
        if (day === null || day < this.data.first || day > this.data.last) return;
        const share = (day - this.data.first) / (this.data.last - this.data.first);
        this.histogram[Math.min(BARS - 1, Math.floor(share * BARS))]++;
    }

    show(state: State): void {
        for (const [input, day, key] of [[this.from, state.from, 'from'], [this.to, state.to, 'to']] as const) {
            input.value = String(day);
            input.setAttribute('aria-label', say(state, key));
            input.setAttribute('aria-valuetext', dayText(day));
        }
        this.output.textContent = `${dayText(state.from)} – ${dayText(state.to)}`;
        this.play.textContent = this.playing ? `❚❚ ${say(state, 'pause')}` : `▶ ${say(state, 'play')}`;
        this.draw(state);
    }

    private draw(state: State): void {
        const [width, height] = [this.canvas.clientWidth || 600, this.canvas.clientHeight || 56];
        const context = prepared(this.canvas, width, height);
        const { first, last } = this.data;
        const floor = height - AXIS;
        const x = (day: number) => GRIP + ((day - first) / (last - first)) * (width - 2 * GRIP);
        const most = Math.max(1, ...this.histogram);
        context.fillStyle = colour('raised');
        context.fillRect(GRIP, 0, width - 2 * GRIP, floor);
        context.fillStyle = colour('window');
        context.fillRect(x(state.from), 0, Math.max(1, x(state.to) - x(state.from)), floor);
        const bar = (width - 2 * GRIP) / BARS;
        this.histogram.forEach((count, i) => {
            if (!count) return;
            const day = first + ((i + 0.5) / BARS) * (last - first);
            const tall = Math.max(3, Math.sqrt(count / most) * (floor - 6));
            context.fillStyle = colour(day >= state.from && day <= state.to ? 'accent' : 'faint');
            context.fillRect(GRIP + i * bar + 0.5, floor - tall, Math.max(1, bar - 1), tall);
        });
        context.fillStyle = colour('muted');
        context.font = '11px system-ui, sans-serif';
        context.textAlign = 'center';
        const step = Math.max(1, Math.ceil((last - first) / 365.25 / (width / 56)));
        for (let year = new Date(first * 86400000).getUTCFullYear() + 1; ; year++) {
            const day = Date.UTC(year, 0, 1) / 86400000;
            if (day > last) break;
            if (year % step) continue;
            context.fillRect(x(day) - 0.5, floor, 1, 3);
            context.fillText(String(year), x(day), height - 2);
        }
    }

    private toggle(): void {
        if (this.playing) {
            this.stop();
            this.change(...this.days());
            return;
        }
        const { first, last } = this.data;
        const span = Math.max(1, Math.round((last - first) / PLAY_STEPS));
        let [from, to] = this.days();
        if (to >= last || to - from > (last - first) / 2) [from, to] = [first, Math.min(last, first + Math.min(to - from, span * 10))];
        this.playing = window.setInterval(() => {
            const by = Math.min(span, last - to);
            [from, to] = [from + by, to + by];
            if (to >= last) this.stop();
            this.change(from, to);
        }, PLAY_MILLISECONDS);
        this.change(from, to);
    }

    private stop(): void {
        window.clearInterval(this.playing);
        this.playing = 0;
    }
}
