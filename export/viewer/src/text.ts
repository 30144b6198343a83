import type { Data } from './data';
import type { State } from './state';

const texts = {
    en: {
        skip: 'Skip to the picture', filters: 'Filters', details: 'Details', network: 'Network', map: 'Map', table: 'Table',
        search: 'Actor', searchHint: 'Name or code', sign: 'Sign', cooperation: 'Cooperation', conflict: 'Conflict', neutral: 'Neutral',
        types: 'Relation', modality: 'Modality', confidence: 'Confidence at least', publisher: 'Source', anyPublisher: 'All sources',
        background: 'Memberships from tables', reset: 'Reset', play: 'Play', pause: 'Pause', from: 'From', to: 'To', download: 'Download',
        theme: 'Dark', themeLight: 'Light', language: 'Nederlands', showAll: 'Show all', showStrongest: 'Show the strongest',
        leftOut: 'weaker ties left out', actors: 'actors', relations: 'relations', ties: 'ties', noWebgl: 'No WebGL here: use the map or the table.',
        choose: 'Choose an actor or a tie in the picture, the map or the table to see what it rests on.', between: 'and',
        close: 'Close', articles: 'articles', origins: 'independent origins', reported: 'reported', background2: 'from a table of memberships',
        against: 'denies it', saidBy: 'according to', unknownDate: 'no date', unknownPublisher: 'unknown publisher', curve: 'Tension and cooperation',
        events: 'Events', noTies: 'No ties in this selection.', source: 'Source', target: 'Target', relation: 'Relation', period: 'Period',
        support: 'Origins', eventsPerYear: 'events', nothing: 'Nothing fits these filters.', borders: 'Borders: Natural Earth, de facto view.',
        openTable: 'Show as a table', tiesOf: 'Ties', moreRows: 'more rows; narrow the filters to see them',
    },
    nl: {
        skip: 'Naar het beeld', filters: 'Filters', details: 'Details', network: 'Netwerk', map: 'Kaart', table: 'Tabel',
        search: 'Partij', searchHint: 'Naam of code', sign: 'Teken', cooperation: 'Samenwerking', conflict: 'Conflict', neutral: 'Neutraal',
        types: 'Relatie', modality: 'Modaliteit', confidence: 'Zekerheid minstens', publisher: 'Bron', anyPublisher: 'Alle bronnen',
        background: 'Lidmaatschappen uit tabellen', reset: 'Herstel', play: 'Afspelen', pause: 'Pauze', from: 'Van', to: 'Tot', download: 'Download',
        theme: 'Donker', themeLight: 'Licht', language: 'English', showAll: 'Toon alle', showStrongest: 'Toon de sterkste',
        leftOut: 'zwakkere banden weggelaten', actors: 'partijen', relations: 'relaties', ties: 'banden', noWebgl: 'Geen WebGL hier: gebruik de kaart of de tabel.',
        choose: 'Kies een partij of een band in het beeld, de kaart of de tabel om te zien waarop die rust.', between: 'en',
        close: 'Sluit', articles: 'artikelen', origins: 'onafhankelijke herkomsten', reported: 'gemeld', background2: 'uit een tabel met lidmaatschappen',
        against: 'ontkent dit', saidBy: 'volgens', unknownDate: 'geen datum', unknownPublisher: 'onbekende uitgever', curve: 'Spanning en samenwerking',
        events: 'Gebeurtenissen', noTies: 'Geen banden in deze selectie.', source: 'Bron', target: 'Doel', relation: 'Relatie', period: 'Periode',
        support: 'Herkomsten', eventsPerYear: 'gebeurtenissen', nothing: 'Niets past bij deze filters.', borders: 'Grenzen: Natural Earth, feitelijke toestand.',
        openTable: 'Toon als tabel', tiesOf: 'Banden', moreRows: 'meer rijen; verfijn de filters om ze te zien',
    },
};

const modalitiesNl: Record<string, string> = {
    asserted: 'gesteld', promised: 'beloofd', threatened: 'gedreigd', requested: 'gevraagd', possible: 'mogelijk',
    hypothetical: 'hypothetisch', denied: 'ontkend', negated: 'ontkennend',
};

export type TextKey = keyof typeof texts.en;
export const say = (state: State, key: TextKey): string => texts[state.language][key];
export const actorName = (data: Data, state: State, actor: number): string => {
    const [id, en, nl] = data.raw.actors[actor];
    return (state.language === 'nl' ? nl : en) || id;
};
export const typeLabel = (data: Data, state: State, type: number): string =>
    state.language === 'nl' ? data.raw.types[type].nl : data.raw.types[type].en;
export const modalityLabel = (data: Data, state: State, modality: number): string => {
    const name = data.raw.modalities[modality];
    return state.language === 'nl' ? (modalitiesNl[name] ?? name) : name;
};
export const signKeys: TextKey[] = ['cooperation', 'conflict', 'neutral'];
