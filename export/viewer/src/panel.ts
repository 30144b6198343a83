import { curve, drawCurve } from './curve';
import { type Data, dayText } from './data';
import { button, byId, make } from './dom';
import type { Choose } from './network';
import { periodText } from './rows';
import type { Shown } from './select';
import type { State } from './state';
import { actorName, modalityLabel, say, signKeys, type TextKey, typeLabel } from './text';

const MOST_RELATIONS = 100;

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
            panel.replaceChildren(make('p', { class: 'muted' }, say(state, 'choose')), ...this.strongest(shown, state));
        } else {
            const parts = selected.kind === 'actor' ? this.actor(selected.index, shown, state) : this.edge(selected.index, shown, state);
            panel.replaceChildren(button(`✕ ${say(state, 'close')}`, () => this.choose(null), { class: 'link' }), ...parts);
            this.draw(selected);
        }
        panel.scrollTop = 0;
    }

    private swatch(polarity: number): HTMLElement {
        return make('span', { class: 'swatch', style: `background:var(--${signKeys[polarity]})` });
    }

    private ties(edges: Shown['edges'], state: State, centre: number | null): HTMLElement {
        const name = (actor: number) => actorName(this.data, state, actor);
        return make('ul', {}, ...edges.map((edge) => {
            const label = centre === null ? `${name(edge.a)} ${say(state, 'between')} ${name(edge.b)}` : name(edge.a === centre ? edge.b : edge.a);
            const row = button('', () => this.choose({ kind: 'edge', index: edge.index }), { class: 'tie' });
            row.append(this.swatch(edge.polarity), make('span', {}, label),
                make('span', { class: 'muted' }, `${edge.relations} ${say(state, 'relations')}`));
            return make('li', {}, row);
        }));
    }

    private strongest(shown: Shown, state: State): Node[] {
        const edges = [...shown.edges].sort((a, b) => b.weight - a.weight || a.index - b.index).slice(0, 12);
        return edges.length ? [make('h3', {}, say(state, 'ties')), this.ties(edges, state, null)] : [make('p', { class: 'muted' }, say(state, 'nothing'))];
    }

    private actor(index: number, shown: Shown, state: State): Node[] {
        const [id, , , kind] = this.data.raw.actors[index];
        const edges = shown.edges.filter((edge) => edge.a === index || edge.b === index).sort((a, b) => b.weight - a.weight || a.index - b.index);
        return [
            make('h2', {}, actorName(this.data, state, index)),
            make('p', { class: 'muted' }, `${id} · ${kind.replace('_', ' ')}`),
            make('h3', {}, say(state, 'curve')), make('canvas', { class: 'curve', role: 'img', 'aria-label': say(state, 'curve') }),
            make('h3', {}, say(state, 'tiesOf')),
            edges.length ? this.ties(edges, state, index) : make('p', { class: 'muted' }, say(state, 'noTies')),
        ];
    }

    private edge(index: number, shown: Shown, state: State): Node[] {
        const { a, b, polarity } = this.data.edges[index];
        const actor = (i: number) => button(actorName(this.data, state, i), () => this.choose({ kind: 'actor', index: i }), { class: 'link' });
        const relations: number[] = [];
        for (let i = 0; i < this.data.count; i++) if (this.data.edge[i] === index && shown.fits[i]) relations.push(i);
        relations.sort((x, y) => this.data.start[x] - this.data.start[y] || x - y);
        return [
            make('h2', {}, actor(a), ` ${say(state, 'between')} `, actor(b)),
            make('p', { class: 'muted' }, this.swatch(polarity), say(state, signKeys[polarity])),
            make('h3', {}, say(state, 'curve')), make('canvas', { class: 'curve', role: 'img', 'aria-label': say(state, 'curve') }),
            ...relations.slice(0, MOST_RELATIONS).map((relation) => this.relation(relation, state)),
            ...(relations.length > MOST_RELATIONS ? [make('p', { class: 'muted' }, `+ ${relations.length - MOST_RELATIONS} ${say(state, 'relations')}`)] : []),
        ];
    }

    private relation(index: number, state: State): HTMLElement {
        const { data } = this;
        const row = data.raw.relations[index];
        const count = (number: number, key: TextKey) => `${number} ${say(state, key)}`;
        const support = row[8] ? say(state, 'background2') : `${count(row[11], 'articles')}, ${count(row[10], 'origins')}, ${Math.round(row[9] * 100)} %`;
        const modality = data.raw.modalities[row[7]] === 'asserted' ? '' : ` · ${modalityLabel(data, state, row[7])}`;
        return make('section', { class: 'relation' },
            make('h4', {}, `${actorName(data, state, row[2])} ${typeLabel(data, state, row[1])} ${actorName(data, state, row[3])}`),
            make('p', { class: 'muted' }, `${periodText(data, state, index)}${modality}`),
            make('p', { class: 'muted' }, `${support} · ${row[0]}`),
            ...row[12].map((claim) => this.claim(claim, state)));
    }

    private claim(index: number, state: State): HTMLElement {
        const [id, quote, modality, speaker, sourceIndex] = this.data.raw.claims[index];
        const [title, url, publisher, day] = this.data.raw.sources[sourceIndex];
        const name = this.data.raw.modalities[modality];
        const against = name === 'denied' || name === 'negated';
        const address = webAddress(url);
        const date = day === null ? say(state, 'unknownDate') : dayText(day);
        const said = speaker ? ` · ${say(state, 'saidBy')} ${speaker}` : '';
        const cite = make('cite', { title: id }, `${publisher || say(state, 'unknownPublisher')}, ${date}${said} `);
        cite.append(address ? make('a', { href: address, rel: 'noopener noreferrer', target: '_blank' }, title || address) : title);
        return make('div', against ? { class: 'against', 'data-label': say(state, 'against') } : {}, make('blockquote', {}, quote), cite);
    }

    private draw(selected: NonNullable<State['selected']>): void {
        const canvas = byId('panel').querySelector('canvas');
        if (!canvas) return;
        const has = (list: number[], actor: number) => list.includes(actor);
        const points = selected.kind === 'actor'
            ? curve(this.data, (s, t) => has(s, selected.index) || has(t, selected.index))
            : curve(this.data, (s, t) => {
                const { a, b } = this.data.edges[selected.index];
                return (has(s, a) && has(t, b)) || (has(s, b) && has(t, a));
            });
        drawCurve(canvas, points, this.data.first, this.data.last);
    }
}
