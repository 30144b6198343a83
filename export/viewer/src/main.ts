import { type Payload, read } from './data';
import { applyTheme, button, byId, everyFrame, make } from './dom';
import { download } from './download';
import { Filters } from './filters';
import { Header, viewNames } from './header';
import { WorldMap } from './map';
import { hasWebgl, Network } from './network';
import { Panel } from './panel';
import { DRAWABLE_EDGES, type Edge, READABLE_EDGES, select, type Shown } from './select';
import { fromFragment, initial, type State, toFragment, type View } from './state';
import { Table } from './table';
import { count, describe, say, signKeys, type TextKey } from './text';
import { Timeline } from './timeline';

const ADDRESS_MILLISECONDS = 150;

const data = read(JSON.parse(byId('data').textContent ?? '{}') as Payload);
byId('data').remove();
const webgl = hasWebgl();
let state: State = fromFragment(location.hash, data);
let shown: Shown = select(data, state);
let filtered = filterKey();

const words = (edge: Edge): string => describe(data, state, edge);
/** What the picture begins with, whatever the link says: the layout is made for it. */
const everything = filtered === '' && !state.selected ? shown : select(data, initial(data));
const network = webgl ? new Network(data, everything.edges, choose, words) : null;
const map = new WorldMap(data, choose, words);
const table = new Table(data, choose, (by) => change((s) => { s.sort = by; }));
const panel = new Panel(data, choose);
const filters = new Filters(data, change, (actor) => {
    choose({ kind: 'actor', index: actor });
    network?.lookAt(actor);
});
const timeline = new Timeline(data, (from, to) => change((s) => Object.assign(s, { from, to })));
const header = new Header(webgl, change, (kind) => void download(kind, data, shown, state, network, map), link);

/** What the filters say; the same key gives the same selection. */
function filterKey(): string {
    return toFragment({ ...state, view: 'network', selected: null, language: data.raw.language, theme: 'light', sort: 'support' }, data);
}

function link(): string {
    const fragment = toFragment(state, data);
    return location.href.split('#')[0] + (fragment ? `#${fragment}` : '');
}

let addressTimer = 0;
/** Browsers allow so many changes of the address a second; a slider makes more. */
function rememberInAddress(): void {
    window.clearTimeout(addressTimer);
    addressTimer = window.setTimeout(() => history.replaceState(null, '', link()), ADDRESS_MILLISECONDS);
}

function change(edit: (state: State) => void): void {
    edit(state);
    rememberInAddress();
    render();
}

function choose(selected: State['selected']): void {
    change((s) => { s.selected = selected; });
    if (selected) panel.enter();
}

const currentView = (): View => (state.view === 'network' && !webgl ? 'map' : state.view);

function render(): void {
    const key = filterKey();
    const edge = state.selected?.kind === 'edge' ? state.selected.index : -1;
    if (key !== filtered || (edge >= 0 && !shown.edges.some((one) => one.index === edge))) shown = select(data, state);
    filtered = key;
    applyTheme(state.theme);
    document.documentElement.lang = state.language;
    texts();
    header.show(state, currentView());
    filters.show(shown, state);
    views();
    legend();
    panel.show(shown, state);
    timeline.show(state);
    Object.assign(window, { __shown: { edges: shown.edges.length, relations: shown.fitting, leftOut: shown.leftOut } });
}

function texts(): void {
    for (const element of document.querySelectorAll<HTMLElement>('[data-label]')) element.setAttribute('aria-label', say(state, element.dataset.label as TextKey));
    for (const element of document.querySelectorAll<HTMLElement>('[data-text]')) element.textContent = say(state, element.dataset.text as TextKey);
    document.title = data.raw.title;
    byId('title').textContent = data.raw.title;
    const actors = shown.degree.reduce((sum, degree) => sum + (degree ? 1 : 0), 0);
    byId('summary').textContent = [count(state, actors, 'actors'), count(state, shown.edges.length, 'ties'), count(state, shown.fitting, 'relations')].join(' · ');
    for (const control of byId('zoom').querySelectorAll('button')) {
        control.title = say(state, control.dataset.key as TextKey);
        control.setAttribute('aria-label', control.title);
    }
}

function views(): void {
    const view = currentView();
    for (const name of viewNames) byId(name).hidden = name !== view;
    byId('zoom').hidden = view === 'table';
    byId('empty').hidden = view === 'table' || shown.edges.length > 0;
    byId('tip').hidden = true;
    if (view === 'network') network!.show(shown, state);
    if (view === 'map') map.show(shown, state);
    if (view === 'table') table.show(shown, state);
}

function legend(): void {
    const view = currentView();
    byId('legend').hidden = byId('note').hidden = view === 'table';
    const hints: TextKey[] = view === 'network' ? ['wider', 'arrow', 'others'] : ['wider'];
    byId('legend').replaceChildren(...signKeys.map((key) => make('li', {}, make('span', { class: 'line', style: `background:var(--${key})` }), say(state, key))),
        make('li', { class: 'hints' }, hints.map((key) => say(state, key)).join(' · ')));
    const parts: Node[] = [];
    const add = (text: string) => parts.push(make('span', {}, text));
    if (view === 'map') {
        const nowhere = shown.degree.reduce((sum, degree, actor) => sum + (degree && !map.placed(actor) ? 1 : 0), 0);
        if (nowhere) add(count(state, nowhere, 'notPlaced'));
        add(say(state, 'borders'));
    }
    if (!webgl) add(say(state, 'noWebgl'));
    if (shown.leftOut > 0) add(count(state, shown.leftOut, 'leftOut'));
    const more = shown.leftOut > 0 && !state.all;
    const less = state.all && shown.edges.length > READABLE_EDGES;
    if ((more || less) && READABLE_EDGES < DRAWABLE_EDGES) {
        parts.push(button(say(state, more ? 'showAll' : 'showStrongest'), () => change((s) => { s.all = more; }), { id: 'all', class: 'link' }));
    }
    byId('note').replaceChildren(...parts);
    byId('note').hidden ||= parts.length === 0;
}

for (const [key, sign, factor] of [['zoomIn', '+', 1.5], ['zoomOut', '−', 1 / 1.5], ['zoomFit', '⤢', 0]] as const) {
    byId('zoom').append(button(sign, () => (currentView() === 'map' ? map : network)?.zoom(factor), { 'data-key': key }));
}
window.addEventListener('hashchange', () => {
    state = fromFragment(location.hash, data);
    render();
});
window.addEventListener('resize', everyFrame(() => {
    network?.resize();
    render();
}));
document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || header.closeMenu() || !state.selected) return;
    choose(null);
    byId('content').focus({ preventScroll: true });
});

render();
requestAnimationFrame(() => requestAnimationFrame(() => { Object.assign(window, { __ready: true }); }));
