import type { Data } from './data';
import { button, byId, make } from './dom';
import type { Shown } from './select';
import { initial, type State } from './state';
import { actorName, modalityLabel, say, signKeys, typeLabel } from './text';

const TYPING_MILLISECONDS = 200;
const SUGGESTED_NAMES = 2000;

type Update = (shown: Shown, state: State) => void;

/** The filters on the left: built once a language, so that they keep their order and the focus; then only set. */
export class Filters {
    private built = '';
    private updates: Update[] = [];

    /** `change` gets a function that changes the state; `found` the actor that somebody searched for and confirmed. */
    constructor(private data: Data, private change: (edit: (state: State) => void) => void, private found: (actor: number) => void) {}

    show(shown: Shown, state: State): void {
        if (this.built !== state.language) this.build(state);
        this.built = state.language;
        for (const update of this.updates) update(shown, state);
    }

    private build(state: State): void {
        this.updates = [];
        const group = (name: string, nodes: Node[]) => (nodes.length ? [make('fieldset', {}, make('legend', {}, name), ...nodes)] : []);
        byId('filters').replaceChildren(
            ...group(say(state, 'search'), this.search(state)), ...group(say(state, 'sign'), this.signs(state)),
            ...this.confidence(state), ...group(say(state, 'publisher'), this.publishers(state)),
            ...group(say(state, 'modality'), this.modalities(state)), ...group(say(state, 'types'), this.types(state)), this.resetter(state));
    }

    private box(id: string, label: (Node | string)[], get: (state: State) => boolean, set: (state: State, on: boolean) => void, number?: (shown: Shown) => number): HTMLElement {
        const input = make('input', { type: 'checkbox', id });
        input.addEventListener('change', () => this.change((state) => set(state, input.checked)));
        const counter = make('span', { class: 'count' });
        const row = make('label', {}, input, make('span', { class: 'name' }, ...label), counter);
        this.updates.push((shown, state) => {
            input.checked = get(state);
            const n = number?.(shown);
            counter.textContent = n === undefined ? '' : n.toLocaleString(state.language);
            row.classList.toggle('none', n === 0);
        });
        return row;
    }

    private swatch(sign: number): HTMLElement {
        return make('span', { class: 'swatch', style: `background:var(--${signKeys[sign]})` });
    }

    private search(state: State): Node[] {
        const input = make('input', { type: 'search', id: 'search', placeholder: say(state, 'searchHint'), 'aria-label': say(state, 'search'), list: 'names', autocomplete: 'off' });
        let timer = 0;
        const apply = () => {
            window.clearTimeout(timer);
            this.change((s) => { s.search = input.value; });
        };
        input.addEventListener('input', () => {
            window.clearTimeout(timer);
            timer = window.setTimeout(apply, TYPING_MILLISECONDS);
        });
        input.addEventListener('keydown', (event) => {
            if (event.key !== 'Enter') return;
            apply();
            const wanted = input.value.trim().toLocaleLowerCase();
            const actor = this.data.raw.actors.findIndex((names) => names.slice(0, 3).some((name) => String(name).toLocaleLowerCase() === wanted));
            if (actor >= 0) this.found(actor);
        });
        this.updates.push((_, s) => { if (document.activeElement !== input || !s.search) input.value = s.search; });
        const names = make('datalist', { id: 'names' }, ...this.data.raw.actors.slice(0, SUGGESTED_NAMES).map((_, i) => make('option', { value: actorName(this.data, state, i) })));
        return [input, names];
    }

    private signs(state: State): Node[] {
        return signKeys.map((key, sign) => this.box(`sign${sign}`, [this.swatch(sign), say(state, key)], (s) => !s.hiddenSigns.has(sign),
            (s, on) => { if (on) s.hiddenSigns.delete(sign); else s.hiddenSigns.add(sign); }, (shown) => shown.signCounts[sign]));
    }

    private confidence(state: State): Node[] {
        const input = make('input', { type: 'range', min: '0', max: '1', step: '0.05', id: 'confidence', 'aria-label': say(state, 'confidence') });
        input.addEventListener('input', () => this.change((s) => { s.confidence = Number(input.value); }));
        const legend = make('legend');
        this.updates.push((_, s) => {
            input.value = String(s.confidence);
            const percent = `${Math.round(s.confidence * 100)} %`;
            legend.textContent = `${say(s, 'confidence')} ${percent}`;
            input.setAttribute('aria-valuetext', percent);
        });
        return [make('fieldset', {}, legend, input)];
    }

    private publishers(state: State): Node[] {
        if (this.data.publishers.length < 2) return [];
        const names = this.data.publishers.map((name, i) => ({ name: name || say(state, 'unknownPublisher'), i })).sort((a, b) => a.name.localeCompare(b.name));
        const select = make('select', { id: 'publisher', 'aria-label': say(state, 'publisher') }, make('option', { value: '-1' }, say(state, 'anyPublisher')),
            ...names.map(({ name, i }) => make('option', { value: String(i) }, name)));
        select.addEventListener('change', () => this.change((s) => { s.publisher = Number(select.value); }));
        this.updates.push((_, s) => { select.value = String(s.publisher); });
        return [select];
    }

    private modalities(state: State): Node[] {
        const used = [...new Set(this.data.modality)].sort((a, b) => a - b);
        if (used.length < 2) return [];
        return used.map((i) => this.box(`modality${i}`, [modalityLabel(this.data, state, i)], (s) => s.modalities.has(i),
            (s, on) => { if (on) s.modalities.add(i); else s.modalities.delete(i); }));
    }

    /** In the order of how often they occur, by sign, so that nothing moves while one filters. */
    private types(state: State): Node[] {
        const { data } = this;
        const numbers = new Uint32Array(data.raw.types.length);
        for (const type of data.type) numbers[type]++;
        const sign = (type: number) => (data.raw.types[type].sign > 0 ? 0 : data.raw.types[type].sign < 0 ? 1 : 2);
        const order = [...numbers.keys()].filter((type) => numbers[type]).sort((a, b) => sign(a) - sign(b) || numbers[b] - numbers[a] || a - b);
        const all = make('div', { class: 'all-none' },
            button(say(state, 'all'), () => this.change((s) => s.hiddenTypes.clear()), { class: 'link', id: 'types-all' }),
            button(say(state, 'none'), () => this.change((s) => { s.hiddenTypes = new Set(order); }), { class: 'link', id: 'types-none' }));
        const background = data.background.includes(1)
            ? [this.box('background', [say(state, 'background')], (s) => s.background, (s, on) => { s.background = on; })] : [];
        return [all, ...background, ...order.map((type) => this.box(`type${type}`, [this.swatch(sign(type)), typeLabel(data, state, type)], (s) => !s.hiddenTypes.has(type),
            (s, on) => { if (on) s.hiddenTypes.delete(type); else s.hiddenTypes.add(type); }, (shown) => shown.typeCounts[type]))];
    }

    private resetter(state: State): Node {
        return button(say(state, 'reset'), () => this.change((s) =>
            Object.assign(s, { ...initial(this.data), view: s.view, language: s.language, theme: s.theme, sort: s.sort })), { id: 'reset' });
    }
}
