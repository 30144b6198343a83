import { type Data, dayText } from './data';
import { button, byId, colour, make } from './dom';
import type { State } from './state';
import { say } from './text';

const PLAY_STEPS = 60;
const PLAY_MILLISECONDS = 250;
const BARS = 120;

/** The time slider with two ends, a histogram of events, and play. */
export class Timeline {
    private playing = 0;
    private from = make('input', { type: 'range', step: '1' });
    private to = make('input', { type: 'range', step: '1' });
    private output = make('output');
    private canvas = make('canvas', { 'aria-hidden': 'true' });
    private play = button('', () => this.toggle());
    private histogram = new Float64Array(BARS);

    constructor(private data: Data, private change: (from: number, to: number) => void) {
        for (const input of [this.from, this.to]) {
            input.min = String(data.first);
            input.max = String(data.last);
            input.addEventListener('input', () => {
                this.stop();
                const [a, b] = [Number(this.from.value), Number(this.to.value)];
                this.change(Math.min(a, b), Math.max(a, b));
            });
        }
        for (const happening of data.raw.happenings) this.count(happening[4]);
        if (!data.raw.happenings.length) for (let i = 0; i < data.count; i++) this.count(data.start[i]);
        byId('timeline').replaceChildren(this.play, make('div', { class: 'track' }, this.canvas, this.from, this.to), this.output);
    }

    private count(day: number | null): void {
        if (day === null || day < this.data.first || day > this.data.last) return;
        const share = (day - this.data.first) / (this.data.last - this.data.first);
        this.histogram[Math.min(BARS - 1, Math.floor(share * BARS))]++;
    }

    show(state: State): void {
        this.from.value = String(state.from);
        this.to.value = String(state.to);
        this.from.setAttribute('aria-label', say(state, 'from'));
        this.to.setAttribute('aria-label', say(state, 'to'));
        this.from.setAttribute('aria-valuetext', dayText(state.from));
        this.to.setAttribute('aria-valuetext', dayText(state.to));
        this.output.textContent = `${dayText(state.from)} – ${dayText(state.to)}`;
        this.play.textContent = this.playing ? `❚❚ ${say(state, 'pause')}` : `▶ ${say(state, 'play')}`;
        this.draw(state);
    }

    private draw(state: State): void {
        const ratio = window.devicePixelRatio || 1;
        const [width, height] = [this.canvas.clientWidth || 600, this.canvas.clientHeight || 42];
        this.canvas.width = width * ratio;
        this.canvas.height = height * ratio;
        const context = this.canvas.getContext('2d')!;
        context.scale(ratio, ratio);
        const most = Math.max(1, ...this.histogram);
        const span = this.data.last - this.data.first;
        this.histogram.forEach((count, i) => {
            const day = this.data.first + ((i + 0.5) / BARS) * span;
            const bar = Math.sqrt(count / most) * (height - 10);
            context.fillStyle = colour(day >= state.from && day <= state.to ? 'accent' : 'line');
            context.fillRect((i / BARS) * width + 0.5, height - bar, width / BARS - 1, bar);
        });
        context.fillStyle = colour('muted');
        context.font = '10px system-ui, sans-serif';
        const years = span / 365.25;
        const step = Math.max(1, Math.ceil(years / (width / 60)));
        for (let year = new Date(this.data.first * 86400000).getUTCFullYear() + 1; ; year++) {
            const day = Date.UTC(year, 0, 1) / 86400000;
            if (day > this.data.last) break;
            if (year % step === 0) context.fillText(String(year), ((day - this.data.first) / span) * width, 9);
        }
    }

    private toggle(): void {
        if (this.playing) {
            this.stop();
            this.change(Number(this.from.value), Number(this.to.value));
            return;
        }
        const span = Math.max(1, Math.round((this.data.last - this.data.first) / PLAY_STEPS));
        let [from, to] = [Number(this.from.value), Number(this.to.value)];
        if (to - from > (this.data.last - this.data.first) / 2) [from, to] = [this.data.first, this.data.first + span * 10];
        this.playing = window.setInterval(() => {
            if (to >= this.data.last) this.stop();
            from = Math.min(from + span, this.data.last - span);
            to = Math.min(to + span, this.data.last);
            this.change(from, to);
        }, PLAY_MILLISECONDS);
        this.change(from, to);
    }

    private stop(): void {
        window.clearInterval(this.playing);
        this.playing = 0;
    }
}
