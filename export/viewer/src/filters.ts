import type { Data } from './data';
import { button, byId, make } from './dom';
import type { Shown } from './select';
import { initial, type State } from './state';
import { modalityLabel, say, signKeys, typeLabel } from './text';

/** The filters on the left. `change` gets a function that changes the state. */
export class Filters {
    constructor(private data: Data, private change: (edit: (state: State) => void) => void) {}

    show(shown: Shown, state: State): void {
        const focused = document.activeElement?.id;
        byId('filters').replaceChildren(...this.search(state), ...this.signs(shown, state), ...this.confidence(state), ...this.publishers(state),
            ...this.modalities(state), ...this.types(shown, state), button(say(state, 'reset'), () => this.reset()));
        if (focused) document.getElementById(focused)?.focus();
    }

    private heading(text: string): HTMLElement {
        return make('h2', {}, text);
    }

    private box(id: string, label: Node | string, checked: boolean, count: number | null, toggle: (state: State, on: boolean) => void): HTMLElement {
        const input = make('input', { type: 'checkbox', id });
        input.checked = checked;
        input.addEventListener('change', () => this.change((state) => toggle(state, input.checked)));
        return make('label', {}, input, make('span', {}, label), ...(count === null ? [] : [make('span', { class: 'count' }, String(count))]));
    }

    private search(state: State): Node[] {
        const input = make('input', { type: 'search', id: 'search', placeholder: say(state, 'searchHint'), 'aria-label': say(state, 'search'), list: 'names' });
        input.value = state.search;
        input.addEventListener('change', () => this.change((s) => { s.search = input.value; }));
        input.addEventListener('search', () => this.change((s) => { s.search = input.value; }));
        const names = make('datalist', { id: 'names' }, ...this.data.raw.actors.slice(0, 1000).map((actor) =>
            make('option', { value: (state.language === 'nl' ? actor[2] : actor[1]) || actor[0] })));
        return [this.heading(say(state, 'search')), input, names];
    }

    private signs(shown: Shown, state: State): Node[] {
        return [this.heading(say(state, 'sign')), ...signKeys.map((key, sign) =>
            this.box(`sign${sign}`, make('span', {}, make('span', { class: 'swatch', style: `background:var(--${key})` }), say(state, key)),
                !state.hiddenSigns.has(sign), shown.signCounts[sign], (s, on) => { if (on) s.hiddenSigns.delete(sign); else s.hiddenSigns.add(sign); }))];
    }

    private confidence(state: State): Node[] {
        const input = make('input', { type: 'range', min: '0', max: '1', step: '0.05', id: 'confidence', 'aria-label': say(state, 'confidence') });
        input.value = String(state.confidence);
        input.addEventListener('change', () => this.change((s) => { s.confidence = Number(input.value); }));
        return [this.heading(`${say(state, 'confidence')} ${Math.round(state.confidence * 100)} %`), input];
    }

    private publishers(state: State): Node[] {
        const names = this.data.publishers.map((name, i) => ({ name: name || say(state, 'unknownPublisher'), i })).sort((a, b) => a.name.localeCompare(b.name));
        const select = make('select', { id: 'publisher', 'aria-label': say(state, 'publisher') }, make('option', { value: '-1' }, say(state, 'anyPublisher')),
            ...names.map(({ name, i }) => make('option', { value: String(i) }, name)));
        select.value = String(state.publisher);
        select.addEventListener('change', () => this.change((s) => { s.publisher = Number(select.value); }));
        return [this.heading(say(state, 'publisher')), select];
    }

    private modalities(state: State): Node[] {
        const used = new Set(this.data.modality);
        return [this.heading(say(state, 'modality')), ...this.data.raw.modalities.flatMap((_, i) => used.has(i)
            ? [this.box(`modality${i}`, modalityLabel(this.data, state, i), state.modalities.has(i), null,
                (s, on) => { if (on) s.modalities.add(i); else s.modalities.delete(i); })] : [])];
    }

    private types(shown: Shown, state: State): Node[] {
        const present = this.data.raw.types.map((_, i) => i).filter((i) => shown.typeCounts[i] || state.hiddenTypes.has(i))
            .sort((a, b) => shown.typeCounts[b] - shown.typeCounts[a] || a - b);
        const background = this.data.background.some((b) => b === 1)
            ? [this.box('background', say(state, 'background'), state.background, null, (s, on) => { s.background = on; })] : [];
        return [this.heading(say(state, 'types')), ...background, ...present.map((type) =>
            this.box(`type${type}`, typeLabel(this.data, state, type), !state.hiddenTypes.has(type), shown.typeCounts[type],
                (s, on) => { if (on) s.hiddenTypes.delete(type); else s.hiddenTypes.add(type); }))];
    }

    private reset(): void {
        this.change((state) => Object.assign(state, { ...initial(this.data), view: state.view, language: state.language, theme: state.theme }));
    }
}
