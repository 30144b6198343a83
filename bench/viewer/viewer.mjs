// Measures the web page in headless Chromium with software rendering: opening it (navigation to third painted frame) and
// changing a filter (change to third painted frame), on made-up data. `node bench/viewer/viewer.mjs [ACTORS/RELATIONS ...]`
// after scripts/browser-dependencies.sh. Beside the seconds that pass, which others on the machine lengthen, it gives the
// processor time of all of the browser's processes, rendering included.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { launch, page, shown } from '../../tests/viewer/browser.mjs';
import { large } from '../../tests/viewer/world.mjs';

const ROUNDS = 3;
const sizes = process.argv.length > 2 ? process.argv.slice(2) : ['220/20000', '5000/200000'];

/** Seconds of the page's own clock from the start of its navigation, or of `act`, to the third painted frame. */
const thirdFrame = (tab, act) => tab.evaluate(async (source) => {
    const start = source === null ? 0 : performance.now();
    if (source !== null) new Function(source)();
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
    return (performance.now() - start) / 1000;
}, act);
const CLOCK_TICKS = 100;

/** Processor seconds, so far, of every process that this one started, directly or not, by its id. */
function processorSeconds() {
    const processes = new Map();
    for (const id of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
        try {
            const fields = readFileSync(`/proc/${id}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ');
            processes.set(Number(id), { parent: Number(fields[1]), seconds: (Number(fields[11]) + Number(fields[12])) / CLOCK_TICKS });
        } catch {
            // it ended meanwhile
        }
    }
    const ours = (id) => id === process.pid || (processes.has(id) && ours(processes.get(id).parent));
    return new Map([...processes].filter(([id]) => id !== process.pid && ours(id)).map(([id, { seconds }]) => [id, seconds]));
}
/** What they used since; of processes that ended meanwhile nothing is known. */
const secondsSince = (before) => [...processorSeconds()].reduce((sum, [id, seconds]) => sum + seconds - (before.get(id) ?? 0), 0);

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)].toFixed(2);

// A filter change is what a user does: a box that is ticked, or a slider that is moved.
const acts = {
    'sign filter': `document.querySelector('#sign1').click()`,
    'period': `const input = document.querySelector('#from'); input.value = (Number(input.min) + Number(input.max)) / 2; input.dispatchEvent(new Event('input'))`,
    'confidence': `const input = document.querySelector('#confidence'); input.value = 0.8; input.dispatchEvent(new Event('input'))`,
    'choosing a tie': `document.querySelector('.tie').click()`,
    'map': `document.querySelector('#view-map').click()`,
    'table': `document.querySelector('#view-table').click()`,
    'network again': `document.querySelector('#view-network').click()`,
    'showing all': `document.querySelector('#all').click()`,
};

const browser = await launch();
try {
    for (const size of sizes) {
        const address = page('bench', large(...size.split('/').map(Number)));
        const busy = {};
        const timed = async (name, run) => {
            const before = processorSeconds();
            seconds[name].push(await run());
            (busy[name] ??= []).push(secondsSince(before));
        };
        const seconds = { opening: [], ...Object.fromEntries(Object.keys(acts).map((name) => [name, []])) };
        let counted;
        let heap = 0;
        for (let round = 0; round < ROUNDS; round++) {
            const context = await browser.newContext({ viewport: { width: 1600, height: 950 } });
            const tab = await context.newPage();
            // Frames are counted by a script that is there before the page's own.
            await tab.addInitScript(() => {
                window.__third = new Promise((resolve) => addEventListener('DOMContentLoaded', async () => {
                    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
                    resolve(performance.now() / 1000);
                }));
            });
            await timed('opening', async () => {
                await tab.goto(address);
                return tab.evaluate(() => window.__third);
            });
            counted = await shown(tab);
            for (const [name, act] of Object.entries(acts)) {
                await tab.waitForTimeout(500);
                await timed(name, () => thirdFrame(tab, act));
            }
            heap = await tab.evaluate(() => Math.round(performance.memory.usedJSHeapSize / 1e6));
            await context.close();
        }
        console.log(`${size}: page ${(statSync(fileURLToPath(address)).size / 1e6).toFixed(1)} MB, ${counted.relations} relations fit, ${counted.edges} edges shown, heap ${heap} MB`);
        for (const [name, values] of Object.entries(seconds)) console.log(`  ${name.padEnd(16)} ${median(values)} s, ${median(busy[name])} s of processor`);
    }
} finally {
    await browser.close();
}
