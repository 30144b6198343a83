import { type Payload, read } from './data';
import { button, byId, make } from './dom';
import { download, downloads } from './download';
import { Filters } from './filters';
import { WorldMap } from './map';
import { hasWebgl, Network } from './network';
import { Panel } from './panel';
import { DRAWABLE_EDGES, READABLE_EDGES, select, type Shown } from './select';
import { fromFragment, initial, type State, toFragment, type View } from './state';
import { Table } from './table';
import { say, signKeys, type TextKey } from './text';
import { Timeline } from './timeline';

const data = read(JSON.parse(byId('data').textContent ?? '{}') as Payload);
const webgl = hasWebgl();
let state: State = fromFragment(location.hash, data);
let shown: Shown = select(data, state);

const choose = (selected: State['selected']): void => change((s) => { s.selected = selected; });
const everything = (): Shown => select(data, { ...initial(data), background: state.background, all: false });
const network = webgl ? new Network(data, everything().edges, choose) : null;
const map = new WorldMap(data, choose);
const table = new Table(data, choose);
const panel = new Panel(data, choose);
const filters = new Filters(data, change);
const timeline = new Timeline(data, (from, to) => change((s) => Object.assign(s, { from, to })));

function change(edit: (state: State) => void): void {
    edit(state);
    const fragment = toFragment(state, data);
    history.replaceState(null, '', fragment ? `#${fragment}` : location.pathname + location.search);
    render();
}

function render(): void {
    shown = select(data, state);
    document.documentElement.dataset.theme = state.theme;
    document.documentElement.lang = state.language;
    header();
    filters.show(shown, state);
    views();
    legend();
    panel.show(shown, state);
    timeline.show(state);
    (window as unknown as Record<string, unknown>).__shown = { edges: shown.edges.length, relations: shown.fitting, leftOut: shown.leftOut };
}

function header(): void {
    const texts: [string, TextKey][] = [['.skip', 'skip']];
    for (const [selector, key] of texts) document.querySelector(selector)!.textContent = say(state, key);
    for (const element of document.querySelectorAll<HTMLElement>('[data-label]')) {
        if (element.id) element.setAttribute('aria-label', say(state, element.dataset.label as TextKey));
    }
    document.title = data.raw.title;
    byId('title').textContent = data.raw.title;
    const actors = shown.degree.reduce((sum, degree) => sum + (degree ? 1 : 0), 0);
    byId('summary').textContent = `${actors} ${say(state, 'actors')} · ${shown.edges.length} ${say(state, 'ties')} · ${shown.fitting} ${say(state, 'relations')}`;
    byId('views').replaceChildren(...(['network', 'map', 'table'] as View[]).map((view) => {
        const tab = button(say(state, view), () => change((s) => { s.view = view; }),
            { role: 'tab', 'aria-selected': String(view === currentView()), 'aria-controls': view, id: `view-${view}` });
        tab.disabled = view === 'network' && !webgl;
        if (tab.disabled) tab.title = say(state, 'noWebgl');
        return tab;
    }));
    const menu = make('select', { id: 'download', 'aria-label': say(state, 'download') }, make('option', { value: '' }, say(state, 'download')),
        ...downloads.map((kind) => make('option', { value: kind }, kind)));
    menu.addEventListener('change', () => {
        const kind = downloads.find((name) => name === menu.value);
        menu.value = '';
        if (kind) void download(kind, data, shown, state, network, map);
    });
    byId('tools').replaceChildren(menu,
        button(say(state, 'language'), () => change((s) => { s.language = s.language === 'en' ? 'nl' : 'en'; }), { id: 'language' }),
        button(say(state, state.theme === 'dark' ? 'themeLight' : 'theme'), () => change((s) => { s.theme = s.theme === 'dark' ? 'light' : 'dark'; }), { id: 'theme' }));
}

const currentView = (): View => (state.view === 'network' && !webgl ? 'map' : state.view);

function views(): void {
    const view = currentView();
    for (const name of ['network', 'map', 'table'] as View[]) byId(name).hidden = name !== view;
    if (view === 'network') network!.show(shown, state);
    if (view === 'map') map.show(shown, state);
    if (view === 'table') table.show(shown, state);
}

function legend(): void {
    const pictured = currentView() !== 'table';
    byId('legend').hidden = !pictured;
    byId('note').hidden = !pictured;
    byId('legend').replaceChildren(...signKeys.map((key) => make('li', {}, make('span', { class: 'swatch', style: `background:var(--${key})` }), say(state, key))));
    const parts: Node[] = [];
    if (currentView() === 'map') parts.push(make('span', {}, say(state, 'borders')));
    if (!webgl) parts.push(make('span', {}, say(state, 'noWebgl')));
    if (shown.leftOut > 0) parts.push(make('span', {}, `${shown.leftOut} ${say(state, 'leftOut')}`));
    const more = shown.leftOut > 0 && !state.all;
    const less = state.all && shown.edges.length > READABLE_EDGES;
    if ((more || less) && READABLE_EDGES < DRAWABLE_EDGES) {
        parts.push(button(say(state, more ? 'showAll' : 'showStrongest'), () => change((s) => { s.all = more; }), { id: 'all' }));
    }
    byId('note').replaceChildren(...parts);
    byId('note').hidden ||= parts.length === 0;
}

window.addEventListener('hashchange', () => {
    state = fromFragment(location.hash, data);
    render();
});
window.addEventListener('resize', () => {
    network?.resize();
    render();
});
document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && state.selected) choose(null);
});

render();
requestAnimationFrame(() => requestAnimationFrame(() => { (window as unknown as Record<string, unknown>).__ready = true; }));
