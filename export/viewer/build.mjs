// Bundles src/ into dist/viewer.html: one file with a marker where the data goes. `node build.mjs [OUT]`
import { build } from 'esbuild';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

const out = process.argv[2] ?? 'dist/viewer.html';
const result = await build({
    entryPoints: ['src/main.ts'],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2020',
    loader: { '.json': 'json' },
    legalComments: 'none',
    write: false,
});
const script = result.outputFiles[0].text.replaceAll('</script', '<\\/script').trimEnd();
const style = (await readFile('src/style.css', 'utf8')).trimEnd();
const page = (await readFile('src/index.html', 'utf8'))
    .replace('/*STYLE*/', () => style)
    .replace('/*SCRIPT*/', () => script);
await mkdir(dirname(out), { recursive: true });
await writeFile(out, page);
console.log(`${out}: ${page.length} characters`);
