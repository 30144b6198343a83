import { chart, curve, type Lane } from './curve';
import { type Data, dayText } from './data';
import { button, byId, make } from './dom';
import type { Choose } from './network';
import { periodText } from './rows';
import type { Edge, Shown } from './select';
import type { State } from './state';
import { actorName, count, eventLabel, kindLabel, modalityLabel, say, signKeys, typeLabel } from './text';

const MOST_RELATIONS = 100;
const MOST_LANES = 14;
const MOST_TIES = 200;
const MOST_EVENTS = 60;

/** Only web addresses become links. */
function webAddress(url: string): string | null {
    try {
        const { protocol, href } = new URL(url);
        return protocol === 'https:' || protocol === 'http:' ? href : null;
    } catch {
        return null;
    }
}

/** The panel: what an actor or a tie rests on. */
export class Panel {
    constructor(private data: Data, private choose: Choose) {}

    show(shown: Shown, state: State): void {
        const { selected } = state;
        const panel = byId('panel');
        if (!selected) {
            panel.replaceChildren(...this.overview(shown, state));
        } else {
            const close = button('✕', () => this.choose(null), { class: 'close', id: 'close', 'aria-label': say(state, 'close'), title: `${say(state, 'close')} (Esc)` });
            panel.replaceChildren(close, ...(selected.kind === 'actor' ? this.actor(selected.index, shown, state) : this.edge(selected.index, shown, state)));
        }
    }

    /** Shows the top and takes the focus, so that the keyboard and the screen reader go on there. */
    enter(): void {
        byId('panel').scrollTop = 0;
        byId('panel').focus({ preventScroll: true });
    }

    private swatch(polarity: number): HTMLElement {
        return make('span', { class: 'swatch', style: `background:var(--${signKeys[polarity]})` });
    }

    /** Rows with a bar as long as the tie is strong. */
    private ties(edges: Edge[], state: State, centre: number | null): HTMLElement {
        const name = (actor: number) => actorName(this.data, state, actor);
        const most = Math.max(1e-9, ...edges.map((edge) => edge.weight));
        return make('ul', { class: 'ties' }, ...edges.slice(0, MOST_TIES).map((edge) => {
            const other = name(edge.a === centre ? edge.b : edge.a);
            const label = centre === null ? `${name(edge.a)} – ${name(edge.b)}` : other;
            const row = button('', () => this.choose({ kind: 'edge', index: edge.index }), { class: 'tie', 'data-edge': String(edge.index) });
            const bar = make('span', { class: 'bar', style: `width:${((edge.weight / most) * 100).toFixed(1)}%;background:var(--${signKeys[edge.polarity]})` });
            row.append(this.swatch(edge.polarity), make('span', { class: 'name' }, label), make('span', { class: 'hidden-text' }, say(state, signKeys[edge.polarity])),
                make('span', { class: 'muted' }, count(state, edge.relations, 'relations')), bar);
            return make('li', {}, row);
        }));
    }

    private overview(shown: Shown, state: State): Node[] {
        const hint = make('p', { class: 'hint' }, say(state, 'choose'));
        if (!shown.edges.length) return [hint, make('p', { class: 'muted' }, say(state, 'nothing'))];
        const edges = [...shown.edges].sort((a, b) => b.weight - a.weight || a.index - b.index).slice(0, 12);
        const busiest = [...shown.degree.keys()].filter((i) => shown.degree[i]).sort((a, b) => shown.degree[b] - shown.degree[a] || a - b).slice(0, 8);
        const actors = make('ul', { class: 'ties' }, ...busiest.map((actor) => {
            const row = button('', () => this.choose({ kind: 'actor', index: actor }), { class: 'tie' });
            row.append(make('span', { class: 'name' }, actorName(this.data, state, actor)), make('span', { class: 'muted' }, count(state, shown.degree[actor], 'ties')));
            return make('li', {}, row);
        }));
        return [hint, this.balance(shown, state), make('h3', {}, say(state, 'strongest')), this.ties(edges, state, null), make('h3', {}, say(state, 'busiest')), actors];
    }

    /** How the relations of the selection divide over the signs. */
    private balance(shown: Shown, state: State): HTMLElement {
        const all = Math.max(1, shown.signs[0] + shown.signs[1] + shown.signs[2]);
        const used = signKeys.map((key, sign) => ({ key, number: shown.signs[sign] })).filter(({ number }) => number > 0);
        return make('div', {},
            make('div', { class: 'balance', 'aria-hidden': 'true' }, ...used.map(({ key, number }) => make('span', { style: `width:${(number / all) * 100}%;background:var(--${key})` }))),
            make('p', { class: 'muted small' }, used.map(({ key, number }) => `${number.toLocaleString(state.language)} ${say(state, key).toLocaleLowerCase()}`).join(' · ')));
    }

    private chart(state: State, lanes: Lane[], concerns: (sources: number[], targets: number[]) => boolean): Node[] {
        const points = curve(this.data, concerns);
        if (!points.length && !lanes.length) return [];
        return [make('h3', {}, say(state, 'curve')),
            chart(points, lanes, this.data.first, this.data.last, { label: say(state, 'curve'), above: say(state, 'ease'), below: say(state, 'tension') })];
    }

    private actor(index: number, shown: Shown, state: State): Node[] {
        const [id, , , kind] = this.data.raw.actors[index];
        const edges = shown.edges.filter((edge) => edge.a === index || edge.b === index).sort((a, b) => b.weight - a.weight || a.index - b.index);
        return [
            make('h2', {}, actorName(this.data, state, index)),
            make('p', { class: 'muted' }, `${kindLabel(state, kind)} · ${id} · ${count(state, edges.length, 'ties')}`),
            ...this.chart(state, [], (s, t) => s.includes(index) || t.includes(index)),
            make('h3', {}, say(state, 'tiesOf')),
            edges.length ? this.ties(edges, state, index) : make('p', { class: 'muted' }, say(state, 'noTies')),
            ...this.events(index, state),
        ];
    }

    /** What the actor did and underwent in the period, latest first. */
    private events(index: number, state: State): Node[] {
        const found = this.data.raw.happenings
            .filter(([, , sources, targets, day]) => (sources.includes(index) || targets.includes(index)) && day !== null && day >= state.from && day <= state.to)
            .sort((a, b) => b[4]! - a[4]! || (a[0] < b[0] ? -1 : 1));
        if (!found.length) return [];
        const names = (actors: number[]) => actors.map((actor) => actorName(this.data, state, actor)).join(', ');
        const asserted = this.data.raw.modalities.indexOf('asserted');
        return [make('h3', {}, say(state, 'events')), make('ol', { class: 'events' }, ...found.slice(0, MOST_EVENTS).map(([, type, sources, targets, day, score, modality]) =>
            make('li', {}, make('time', {}, dayText(day!)), this.swatch(score > 0 ? 0 : score < 0 ? 1 : 2),
                make('span', {}, `${names(sources)} ${eventLabel(this.data, state, type)} ${names(targets)}`.trim()
                    + (modality === asserted ? '' : ` (${modalityLabel(this.data, state, modality)})`))))),
        ...(found.length > MOST_EVENTS ? [make('p', { class: 'muted' }, `+ ${found.length - MOST_EVENTS}`)] : [])];
    }

    private edge(index: number, shown: Shown, state: State): Node[] {
        const { data } = this;
        const { a, b, polarity } = data.edges[index];
        const actor = (i: number) => button(actorName(data, state, i), () => this.choose({ kind: 'actor', index: i }), { class: 'link' });
        const relations: number[] = [];
        for (let i = 0; i < data.count; i++) if (data.edge[i] === index && shown.fits[i]) relations.push(i);
        relations.sort((x, y) => data.start[x] - data.start[y] || x - y);
        const lanes = relations.slice(0, MOST_LANES).map((i) => ({
            label: `${this.sentence(i, state)}, ${periodText(data, state, i)}`, polarity, from: data.start[i], to: data.end[i] }));
        const pair = (s: number[], t: number[]) => (s.includes(a) && t.includes(b)) || (s.includes(b) && t.includes(a));
        return [
            make('h2', {}, actor(a), ` ${say(state, 'between')} `, actor(b)),
            make('p', { class: 'muted' }, this.swatch(polarity), `${say(state, signKeys[polarity])} · ${count(state, relations.length, 'relations')}`),
            ...(relations.length ? this.chart(state, lanes, pair) : [make('p', { class: 'hint' }, say(state, 'chosenHidden'))]),
            ...relations.slice(0, MOST_RELATIONS).map((relation) => this.relation(relation, state)),
            ...(relations.length > MOST_RELATIONS ? [make('p', { class: 'muted' }, `+ ${count(state, relations.length - MOST_RELATIONS, 'relations')}`)] : []),
        ];
    }

    private sentence(relation: number, state: State): string {
        const { data } = this;
        return `${actorName(data, state, data.source[relation])} ${typeLabel(data, state, data.type[relation])} ${actorName(data, state, data.target[relation])}`;
    }

    private relation(index: number, state: State): HTMLElement {
        const { data } = this;
        const row = data.raw.relations[index];
        const support = row[8] ? say(state, 'background2')
            : `${count(state, row[11], 'articles')} · ${count(state, row[10], 'origins')} · ${Math.round(row[9] * 100)} % ${say(state, 'confident')}`;
        const modality = data.raw.modalities[row[7]] === 'asserted' ? '' : ` · ${modalityLabel(data, state, row[7])}`;
        return make('section', { class: 'relation', title: row[0] },
            make('h4', {}, this.sentence(index, state)),
            make('p', { class: 'days' }, `${periodText(data, state, index)}${modality}`),
            make('p', { class: 'muted small' }, support),
            ...row[12].map((claim) => this.claim(claim, state)));
    }

    private claim(index: number, state: State): HTMLElement {
        const [id, quote, modality, speaker, sourceIndex] = this.data.raw.claims[index];
        const [title, url, publisher, day] = this.data.raw.sources[sourceIndex];
        const name = this.data.raw.modalities[modality];
        const against = name === 'denied' || name === 'negated';
        const address = webAddress(url);
        const cite = make('cite', { title: id });
        if (speaker) cite.append(make('span', { class: 'speaker' }, `${say(state, 'saidBy')} ${speaker}`));
        const link = address ? make('a', { href: address, rel: 'noopener noreferrer', target: '_blank' }, title || address) : make('span', {}, title || url);
        cite.append(make('span', {}, `${publisher || say(state, 'unknownPublisher')}, ${day === null ? say(state, 'unknownDate') : dayText(day)}: `, link));
        const mark = against ? [make('p', { class: 'mark' }, say(state, 'against'))] : [];
        return make('figure', against ? { class: 'claim against' } : { class: 'claim' }, ...mark, make('blockquote', { dir: 'auto' }, quote), cite);
    }
}
