// Loads exports with what runs in a browser only, in Debian's Chromium: sigma, vis-network, Mermaid, and the browser itself.
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const require = createRequire(import.meta.url);

function missing(what) {
  console.error(`${what} is not installed: scripts/browser-dependencies.sh`);
  process.exit(77);
}

/** The path of a file in an installed package. */
function packaged(name, file) {
  const folder = fileURLToPath(new URL(`node_modules/${name}`, import.meta.url));
  if (!existsSync(folder)) missing(name);
  return join(folder, file);
}

/** Opens `address` (an empty page where none is given), adds the scripts, and gives what `look(argument)` returns there.
 * A script that runs, a request, a dialog or an error of the page fails the check. */
async function inChromium({ address = "about:blank", scripts = [], look, argument, ready }) {
  packaged("playwright-core", "package.json");
  const executablePath = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);
  if (!executablePath) missing("Chromium");
  const { chromium } = require("playwright-core");
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--enable-unsafe-swiftshader"] });
  try {
    const page = await browser.newPage({ viewport: { width: 1200, height: 800 } });
    const trouble = [];
    page.on("pageerror", (error) => trouble.push(`error: ${error.message}`));
    page.on("dialog", (dialog) => {
      trouble.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on("popup", () => trouble.push("a window opened"));
    page.on("request", (request) => {
      if (!/^(file|data|blob|about):/.test(request.url())) trouble.push(`request: ${request.url()}`);
    });
    await page.goto(address);
    for (const path of scripts) await page.addScriptTag({ path });
    if (ready) await page.waitForFunction(ready);
    const seen = await page.evaluate(look, argument);
    const strange = await page.evaluate(() => document.querySelectorAll("img, iframe, object, embed, [onerror], [onload], a[href^=javascript]").length);
    if (strange !== 0) trouble.push(`${strange} elements that nobody wrote`);
    if (trouble.length > 0) throw new Error(trouble.join("; "));
    return seen;
  } finally {
    await browser.close();
  }
}

const read = (path) => JSON.parse(readFileSync(path, "utf8"));

/** The actors and relations that sigma has drawn. */
export const sigma = (path) => inChromium({
  scripts: [packaged("graphology", "dist/graphology.umd.min.js"), packaged("sigma", "dist/sigma.min.js")],
  argument: read(path),
  look: (data) => {
    document.body.innerHTML = '<div id="graph" style="width: 1000px; height: 700px"></div>';
    const graph = globalThis.graphology.Graph.from(data);
    const renderer = new globalThis.Sigma(graph, document.getElementById("graph"), { allowInvalidContainer: false });
    renderer.refresh();
    const drawn = graph.nodes().filter((key) => Number.isFinite(renderer.getNodeDisplayData(key)?.x));
    return { nodes: drawn.length, edges: graph.edges().filter((key) => renderer.getEdgeDisplayData(key)).length,
      labels: Object.fromEntries(drawn.map((key) => [key, renderer.getNodeDisplayData(key).label])),
      stages: Object.fromEntries(graph.mapEdges((_, { stage }, source, target) => [`${source} ${target}`, stage])) };
  },
});

/** The actors and relations that vis-network draws: an edge that leads nowhere is not drawn. */
export const visNetwork = (path) => inChromium({
  scripts: [packaged("vis-network", "standalone/umd/vis-network.min.js")],
  argument: read(path),
  look: ({ nodes, edges }) => {
    document.body.innerHTML = '<div id="graph" style="width: 1000px; height: 700px"></div>';
    const sets = { nodes: new globalThis.vis.DataSet(nodes), edges: new globalThis.vis.DataSet(edges) };
    const network = new globalThis.vis.Network(document.getElementById("graph"), sets, { physics: { stabilization: { iterations: 5 } } });
    network.redraw();
    const { body } = network;
    const drawn = sets.edges.get().filter(({ id }) => body.edges[id]?.connected);
    return { nodes: sets.nodes.getIds().filter((id) => body.nodes[id]).length, edges: drawn.length,
      labels: Object.fromEntries(sets.nodes.getIds().map((id) => [id, body.nodes[id].options.label])),
      stages: Object.fromEntries(drawn.map(({ from, to, stage }) => [`${from} ${to}`, stage])) };
  },
});

/** The picture that Mermaid draws, with the texts of its boxes and lines. */
export const mermaidPicture = (path) => inChromium({
  scripts: [packaged("mermaid", "dist/mermaid.min.js")],
  argument: readFileSync(path, "utf8"),
  look: async (text) => {
    const { mermaid } = globalThis;
    mermaid.initialize({ startOnLoad: false });
    const { svg, diagramType } = await mermaid.render("picture", text);
    document.body.innerHTML = svg;
    const texts = (selector) => [...document.querySelectorAll(selector)].map((element) => element.textContent);
    const tasks = document.querySelectorAll("rect.task").length;
    return { type: diagramType, nodes: document.querySelectorAll("g.node").length, tasks,
      edges: document.querySelectorAll("path.flowchart-link").length,
      texts: texts("g.node .nodeLabel"), lines: texts(".edgeLabel .edgeLabel"), sections: texts("text.sectionTitle") };
  },
});

/** Opens a copy of the file with an ending that tells a browser what it is. */
async function opened(path, ending, rest) {
  const folder = mkdtempSync(join(tmpdir(), "entente-consumer-"));
  const copy = join(folder, `file${ending}`);
  copyFileSync(path, copy);
  try {
    return await inChromium({ address: pathToFileURL(copy).href, ...rest });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** An SVG as a browser shows it. */
export const svg = (path) => opened(path, ".svg", {
  look: () => ({ nodes: document.querySelectorAll("g.node").length, edges: document.querySelectorAll("g.edge").length,
    width: document.documentElement.getBoundingClientRect().width, height: document.documentElement.getBoundingClientRect().height,
    texts: [...document.querySelectorAll("text")].map((element) => element.textContent) }),
});

/** A picture as a browser decodes it: its size, and how many colours its pixels have. */
export const png = (path) => inChromium({
  argument: `data:image/png;base64,${readFileSync(path).toString("base64")}`,
  look: async (source) => {
    const image = new Image();
    image.src = source;
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
    const context = canvas.getContext("2d");
    context.drawImage(image, 0, 0);
    const pixels = new Uint32Array(context.getImageData(0, 0, canvas.width, canvas.height).data.buffer);
    return { width: canvas.width, height: canvas.height, colours: new Set(pixels).size };
  },
});

/** The page of `--to html`: what it shows, and the quotes of all its ties. */
export const html = (path) => opened(path, ".html", {
  ready: () => globalThis.__ready === true,
  look: async () => {
    const shown = { ...globalThis.__shown };
    document.getElementById("view-table").click();
    await new Promise((done) => setTimeout(done, 200));
    const quotes = new Set(), names = new Set();
    for (const link of document.querySelectorAll(".tie-link")) {
      link.click();
      await new Promise((done) => setTimeout(done, 0));
      for (const quote of document.querySelectorAll("#panel blockquote")) quotes.add(quote.textContent);
      names.add(document.querySelector("#panel h2")?.textContent ?? "");
    }
    return { shown, rows: document.querySelectorAll("tbody tr").length, quotes: [...quotes], names: [...names] };
  },
});
