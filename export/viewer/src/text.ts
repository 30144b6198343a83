import type { Data } from './data';
import type { Edge } from './select';
import type { State } from './state';

/** `one|many` where there is a number before it. */
const texts = {
    en: {
        skip: 'Skip to the picture', filters: 'Filters', details: 'Details', timeline: 'Period', network: 'Network', map: 'Map', table: 'Table', views: 'View',
        search: 'Find an actor', searchHint: 'Name or code', sign: 'Sign', cooperation: 'Cooperation', conflict: 'Conflict', neutral: 'Neutral',
        types: 'Relations', modality: 'Modality', confidence: 'Confidence at least', publisher: 'Source', anyPublisher: 'All sources',
        background: 'Memberships from tables', reset: 'Reset filters', play: 'Play', pause: 'Pause', from: 'From', to: 'To', download: 'Download',
        theme: 'Dark', themeLight: 'Light', language: 'Nederlands', showAll: 'Show all', showStrongest: 'Show the strongest',
        leftOut: 'weaker tie left out|weaker ties left out', actors: 'actor|actors', relations: 'relation|relations', ties: 'tie|ties',
        noWebgl: 'No WebGL in this browser: no network view, but the map and the table.', notPlaced: 'actor without a place on the map|actors without a place on the map',
        choose: 'Choose an actor or a tie to see what it rests on.', between: 'and', close: 'Close', articles: 'article|articles',
        origins: 'independent origin|independent origins', reported: 'reported', background2: 'from a table of memberships',
        against: 'Against it: denied', saidBy: 'according to', unknownDate: 'no date', unknownPublisher: 'unknown publisher', curve: 'Tension and cooperation over time',
        noTies: 'No ties in this selection.', source: 'From', target: 'To', relation: 'Relation', period: 'Period', support: 'Origins',
        nothing: 'Nothing fits these filters.', borders: 'Borders: Natural Earth, de facto view', tiesOf: 'Ties', strongest: 'Strongest ties', busiest: 'Actors with most ties',
        moreRows: 'more row; narrow the filters to see it|more rows; narrow the filters to see them', more: 'more', events: 'Events', zoomIn: 'Zoom in', zoomOut: 'Zoom out', zoomFit: 'Show everything',
        copy: 'Copy link', copied: 'Copied', state: 'State', organisation: 'Organisation', armed_group: 'Armed group', person: 'Person',
        wider: 'thicker: more independent origins', arrow: 'arrow: one way', others: 'faint dot: not a state', confident: 'sure', all: 'All', none: 'None',
        chosenHidden: 'The filters leave nothing of this tie.', tension: 'tension', ease: 'cooperation', only: 'only',
    },
    nl: {
        skip: 'Naar het beeld', filters: 'Filters', details: 'Details', timeline: 'Periode', network: 'Netwerk', map: 'Kaart', table: 'Tabel', views: 'Beeld',
        search: 'Zoek een partij', searchHint: 'Naam of code', sign: 'Teken', cooperation: 'Samenwerking', conflict: 'Conflict', neutral: 'Neutraal',
        types: 'Relaties', modality: 'Modaliteit', confidence: 'Zekerheid minstens', publisher: 'Bron', anyPublisher: 'Alle bronnen',
        background: 'Lidmaatschappen uit tabellen', reset: 'Herstel filters', play: 'Afspelen', pause: 'Pauze', from: 'Van', to: 'Tot', download: 'Download',
        theme: 'Donker', themeLight: 'Licht', language: 'English', showAll: 'Toon alle', showStrongest: 'Toon de sterkste',
        leftOut: 'zwakkere band weggelaten|zwakkere banden weggelaten', actors: 'partij|partijen', relations: 'relatie|relaties', ties: 'band|banden',
        noWebgl: 'Geen WebGL in deze browser: geen netwerk, wel de kaart en de tabel.', notPlaced: 'partij zonder plaats op de kaart|partijen zonder plaats op de kaart',
        choose: 'Kies een partij of een band om te zien waarop die rust.', between: 'en', close: 'Sluit', articles: 'artikel|artikelen',
        origins: 'onafhankelijke herkomst|onafhankelijke herkomsten', reported: 'gemeld', background2: 'uit een tabel met lidmaatschappen',
        against: 'Ertegen: ontkend', saidBy: 'volgens', unknownDate: 'geen datum', unknownPublisher: 'onbekende uitgever', curve: 'Spanning en samenwerking in de tijd',
        noTies: 'Geen banden in deze selectie.', source: 'Van', target: 'Naar', relation: 'Relatie', period: 'Periode', support: 'Herkomsten',
        nothing: 'Niets past bij deze filters.', borders: 'Grenzen: Natural Earth, feitelijke toestand', tiesOf: 'Banden', strongest: 'Sterkste banden', busiest: 'Partijen met de meeste banden',
        moreRows: 'rij meer; verfijn de filters om die te zien|rijen meer; verfijn de filters om ze te zien', more: 'meer', events: 'Gebeurtenissen', zoomIn: 'Inzoomen', zoomOut: 'Uitzoomen', zoomFit: 'Toon het geheel',
        copy: 'Kopieer link', copied: 'Gekopieerd', state: 'Staat', organisation: 'Organisatie', armed_group: 'Gewapende groep', person: 'Persoon',
        wider: 'dikker: meer onafhankelijke herkomsten', arrow: 'pijl: één richting', others: 'vage stip: geen staat', confident: 'zeker', all: 'Alle', none: 'Geen',
        chosenHidden: 'De filters laten niets van deze band over.', tension: 'spanning', ease: 'samenwerking', only: 'alleen',
    },
};

const modalitiesNl: Record<string, string> = {
    asserted: 'gesteld', promised: 'beloofd', threatened: 'gedreigd', requested: 'gevraagd', possible: 'mogelijk',
    hypothetical: 'hypothetisch', denied: 'ontkend', negated: 'ontkennend',
};

/** PLOVER's event types, in words. */
const eventTypes: Record<string, [string, string]> = {
    AGREE: ['agrees with', 'is het eens met'], CONSULT: ['meets', 'ontmoet'], SUPPORT: ['supports', 'steunt'], CONCEDE: ['concedes to', 'geeft toe aan'],
    COOPERATE: ['cooperates with', 'werkt samen met'], AID: ['aids', 'helpt'], RETREAT: ['retreats before', 'trekt zich terug voor'],
    REQUEST: ['asks', 'vraagt'], ACCUSE: ['accuses', 'beschuldigt'], REJECT: ['rejects', 'wijst af'], THREATEN: ['threatens', 'bedreigt'],
    PROTEST: ['protests against', 'protesteert tegen'], SANCTION: ['sanctions', 'straft'], MOBILIZE: ['mobilises against', 'mobiliseert tegen'],
    COERCE: ['coerces', 'dwingt'], ASSAULT: ['attacks', 'valt aan'],
};

export type TextKey = keyof typeof texts.en;
export const say = (state: State, key: TextKey): string => texts[state.language][key];

/** `1 article`, `12,345 articles`. */
export function count(state: State, number: number, key: TextKey): string {
    const [one, many] = say(state, key).split('|');
    return `${number.toLocaleString(state.language)} ${number === 1 ? one : (many ?? one)}`;
}
export const actorName = (data: Data, state: State, actor: number): string => {
    const [id, en, nl] = data.raw.actors[actor];
    return (state.language === 'nl' ? nl : en) || id;
};
export const kindLabel = (state: State, kind: string): string =>
    (texts[state.language] as Record<string, string>)[kind] ?? kind.replace(/_/g, ' ');
export const typeLabel = (data: Data, state: State, type: number): string =>
    state.language === 'nl' ? data.raw.types[type].nl : data.raw.types[type].en;
export const eventLabel = (data: Data, state: State, type: number): string => {
    const name = data.raw.events[type];
    return eventTypes[name]?.[state.language === 'nl' ? 1 : 0] ?? name;
};
export const modalityLabel = (data: Data, state: State, modality: number): string => {
    const name = data.raw.modalities[modality];
    return state.language === 'nl' ? (modalitiesNl[name] ?? name) : name;
};
export const signKeys = ['cooperation', 'conflict', 'neutral'] as const;

/** `Russia – Ukraine: conflict, 3 relations`. */
export const describe = (data: Data, state: State, edge: Edge): string =>
    `${actorName(data, state, edge.a)} – ${actorName(data, state, edge.b)}: ${say(state, signKeys[edge.polarity]).toLocaleLowerCase()}, ${count(state, edge.relations, 'relations')}`;
