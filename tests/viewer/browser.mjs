// Opens pages in Debian's Chromium, filled with data in the way that export/html.cpp fills them.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const root = fileURLToPath(new URL('../..', import.meta.url));
export const template = join(root, 'export/viewer/dist/viewer.html');
export const path = (...parts) => join(root, ...parts);
export const folder = mkdtempSync(join(tmpdir(), 'entente-viewer-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((file) => existsSync(file));

/** Software rendering of WebGL is asked for by name, as there is no graphics card in a test. */
export const launch = (...flags) => chromium.launch({ executablePath, args: ['--no-sandbox', '--enable-unsafe-swiftshader', ...flags] });

/** The address of a page with this data. */
export function page(name, data) {
    const [head, tail] = readFileSync(template, 'utf8').split('@@DATA@@');
    const file = join(folder, `${name}.html`);
    writeFileSync(file, head + JSON.stringify(data).replaceAll('<', '\\u003c') + tail);
    return pathToFileURL(file).href;
}

/** Opens an address and keeps what should not happen: `trouble` is to stay empty. */
export async function open(browser, address, options = {}) {
    const context = await browser.newContext({ viewport: { width: 1600, height: 950 }, acceptDownloads: true, ...options });
    const tab = await context.newPage();
    const trouble = [];
    tab.on('console', (message) => { if (message.type() === 'error') trouble.push(`console: ${message.text()}`); });
    tab.on('pageerror', (error) => trouble.push(`error: ${error.message}`));
    tab.on('dialog', (dialog) => {
        trouble.push(`dialog: ${dialog.message()}`);
        void dialog.dismiss();
    });
    tab.on('popup', (popup) => trouble.push(`popup: ${popup.url()}`));
    tab.on('request', (request) => { if (!/^(file|data|blob):/.test(request.url())) trouble.push(`request: ${request.url()}`); });
    await tab.goto(address);
    await ready(tab);
    return { tab, trouble, close: () => context.close() };
}

export const ready = (tab) => tab.waitForFunction(() => window.__ready === true);
/** How many edges and relations are shown. */
export const shown = (tab) => tab.evaluate(() => window.__shown);
/** The address after the page has written it. */
export async function fragment(tab) {
    await tab.waitForTimeout(300);
    return decodeURIComponent(new URL(tab.url()).hash.slice(1)).replaceAll('+', ' ');
}
