// Made-up data for the page, in the rows that export/viewer/README.md describes.
import { readFileSync } from 'node:fs';
import { path } from './browser.mjs';

export const day = (text) => Date.parse(text) / 86400000;
const modalities = ['asserted', 'promised', 'threatened', 'requested', 'possible', 'hypothetical', 'denied', 'negated'];
const events = ['AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT', 'REQUEST', 'ACCUSE', 'REJECT', 'THREATEN', 'PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT'];
const types = [
    { name: 'ally', en: 'allied with', nl: 'bondgenoot van', sign: 1, symmetric: true },
    { name: 'at_war', en: 'at war with', nl: 'in oorlog met', sign: -1, symmetric: true },
    { name: 'accuses', en: 'accuses', nl: 'beschuldigt', sign: -1, symmetric: false },
    { name: 'aids', en: 'aids', nl: 'helpt', sign: 1, symmetric: false },
    { name: 'negotiates', en: 'negotiates with', nl: 'onderhandelt met', sign: 0, symmetric: true },
];
const [ally, atWar, accuses, aids, negotiates] = types.keys();

const empty = (title) => ({ version: 1, title, language: 'en', period: [null, null], types, events, modalities, actors: [], relations: [], happenings: [], claims: [], sources: [] });

/** Five states, a person and six ties, of which a test knows all. */
export function small() {
    const data = empty('A small world');
    data.actors = [
        ['RUS', 'Russia', 'Rusland', 'state', '643', 55.75, 37.62], ['UKR', 'Ukraine', 'Oekraïne', 'state', '804', 50.45, 30.52],
        ['USA', 'United States', 'Verenigde Staten', 'state', '840', 38.9, -77.04], ['FRA', 'France', 'Frankrijk', 'state', '250', 48.86, 2.35],
        ['NLD', 'Netherlands', 'Nederland', 'state', '528', 52.37, 4.9], ['person:x', 'Jane Roe', 'Jane Roe', 'person', '', null, null]];
    data.sources = [['War begins', 'https://news.example/war', 'The Daily', day('2022-02-24')], ['Ministry denies', 'https://other.example/deny', 'The Other', day('2022-03-01')],
        ['No address', '', '', null]];
    data.claims = [['c_1', 'Russia invaded Ukraine on Thursday.', 0, '', 0, 10], ['c_2', 'Moscow denied that there was a war.', 6, 'a spokesman', 1, 4],
        ['c_3', 'France and the United States are allies.', 0, '', 1, 9], ['c_4', 'Paris sent aid to Kyiv.', 0, '', 0, 99], ['c_5', 'Kyiv accused Moscow.', 0, 'the president', 2, 7]];
    data.relations = [
        ['r_1', atWar, 0, 1, day('2022-02-24'), null, day('2022-02-24'), 0, 0, 0.95, 2, 2, [0, 1]],
        ['r_2', accuses, 1, 0, day('2021-11-01'), day('2021-11-01'), day('2021-11-01'), 0, 0, 0.7, 1, 1, [4]],
        ['r_3', ally, 2, 3, day('2015-01-01'), null, day('2022-03-01'), 0, 0, 0.9, 1, 1, [2]],
        ['r_4', aids, 3, 1, null, null, day('2022-04-01'), 0, 0, 0.5, 1, 1, [3]],
        ['r_5', negotiates, 0, 1, day('2019-12-09'), day('2019-12-10'), null, 0, 0, 0.6, 1, 1, [4]],
        ['r_6', ally, 4, 2, day('1949-04-04'), null, null, 0, 1, 1, 1, 0, []],
        ['r_7', accuses, 5, 0, day('2020-08-20'), day('2020-08-20'), null, 4, 0, 0.4, 1, 1, [4]],
        ['r_8', aids, 2, 1, day('2022-05-01'), null, null, 0, 0, 0.8, 1, 1, [3]]];
    data.happenings = [['e_1', 15, [0], [1], day('2022-02-24'), -10, 0, 0.95], ['e_2', 8, [1], [0], day('2021-11-01'), -2, 0, 0.7], ['e_3', 1, [0], [1], day('2019-12-09'), 1, 0, 0.6]];
    return data;
}

/** What comes from outside, everywhere that a text can stand. */
export function hostile() {
    const texts = readFileSync(path('tests/export/nasty_strings.txt'), 'utf8').split('\n').filter((line) => line.startsWith('"')).map((line) => JSON.parse(line));
    texts.push('<img src="http://evil.example/x.png" onerror="window.__ran=1">', '"><svg onload=window.__ran=1>', 'x'.repeat(3000));
    const addresses = ['javascript:window.__ran=1', ' javascript:window.__ran=1', 'JaVaScRiPt:window.__ran=1', 'data:text/html,<script>window.__ran=1</script>', 'vbscript:x', 'file:///etc/passwd', '//evil.example/', 'https://news.example/"><script>x'];
    const data = empty(`<script>window.__ran=1</script> ${texts[4]}`);
    data.actors = [['RUS', 'Russia', 'Rusland', 'state', '643', 55.75, 37.62],
        ...texts.map((text, i) => [i % 2 ? text + i : `A${i}`, text, text, i % 2 ? 'organisation' : text, i % 3 ? '' : text, i % 4 ? null : 10 + i, i % 4 ? null : 3 * i])];
    data.sources = texts.map((text, i) => [text, addresses[i % addresses.length], text, day('2020-01-01') + i]);
    data.claims = texts.map((text, i) => [`c_${i}`, text, i % 5 ? 0 : 6, text, i, 0]);
    data.relations = texts.map((_, i) => [`r_${i}`, i % 3, 0, i + 1, day('2020-01-01') + i, null, null, 0, 0, 0.9, 1, 1, [i]]);
    data.types = types.map((type, i) => (i === 2 ? { ...type, en: texts[3], nl: texts[4] } : type));
    return { data, texts };
}

/** Numbers from 0 to 1 (mulberry32), the same in every run. */
function random(seed) {
    let state = seed;
    return () => {
        state = (state + 0x6d2b79f5) | 0;
        let t = Math.imul(state ^ (state >>> 15), 1 | state);
        t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
        return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
    };
}

/** Relations of 20 years among actors of which a few are named most, one claim each and half as many events. */
export function large(actors, relations) {
    const next = random(1);
    const data = empty(`${actors} actors, ${relations} relations`);
    const heavy = () => Math.min(actors - 1, Math.floor(actors * next() ** 2.5));
    for (let i = 0; i < actors; i++) data.actors.push([`A${i}`, `Actor ${i}`, `Partij ${i}`, i % 5 ? 'state' : 'organisation', '', Math.round(next() * 12000 - 5000) / 100, Math.round(next() * 36000 - 18000) / 100]);
    const articles = Math.max(1, Math.floor(relations / 3));
    for (let i = 0; i < articles; i++) data.sources.push([`Article number ${i} about what happened`, `https://news${i % 40}.example/articles/${i}`, `Paper ${i % 40}`, 13000 + Math.floor(next() * 7300)]);
    for (let i = 0; i < relations; i++) {
        const a = heavy();
        let b = heavy();
        if (a === b) b = (a + 1) % actors;
        const start = 13000 + Math.floor(next() * 7300);
        data.claims.push([`c_${(i + 4096).toString(16).padStart(16, '0')}`, `Actor ${a} did something to actor ${b} that an article reported in a sentence of ordinary length.`, 0, '', i % articles, 100]);
        data.relations.push([`r_${(i + 4096).toString(16).padStart(16, '0')}`, Math.floor(next() * types.length), a, b, start, next() < 0.4 ? null : start + Math.floor(next() * 900), start, next() < 0.9 ? 0 : 4, 0, Math.round(50 + 50 * next()) / 100, 1 + Math.floor(next() * 3), 1, [i]]);
        if (i % 2) data.happenings.push([`e_${i}`, Math.floor(next() * 16), [a], [b], start, Math.round(next() * 200 - 100) / 10, 0, 0.8]);
    }
    return data;
}
