// check.mjs CHECK FILE loads an exported file with the library that the format is for, and prints one JSON object:
// how many nodes and edges it sees, the labels of actors and a text of relations (`stage`) as it sees them.
// Exit status 77: the library is not installed (scripts/browser-dependencies.sh).
import { readFileSync } from "node:fs";
import { html, mermaidPicture, png, sigma, svg, visNetwork } from "./browser.mjs";

async function library(name) {
  try {
    return await import(name);
  } catch (error) {
    if (error.code !== "ERR_MODULE_NOT_FOUND") throw error;
    console.error(`${name} is not installed: scripts/browser-dependencies.sh`);
    process.exit(77);
  }
}

const read = (path) => JSON.parse(readFileSync(path, "utf8"));
const found = (nodes, edges, labels, stages) => ({
  nodes, edges, labels: Object.fromEntries(labels), stages: Object.fromEntries(stages),
});

async function cytoscape(path) {
  const { default: make } = await library("cytoscape");
  const cy = make({ headless: true, elements: read(path).elements });
  return found(cy.nodes().length, cy.edges().length,
    cy.nodes().map((n) => [n.id(), n.data("label")]),
    cy.edges().map((e) => [`${e.source().id()} ${e.target().id()}`, e.data("stage")]));
}

function ofGraphology(graph) {
  return found(graph.order, graph.size,
    graph.mapNodes((key, attributes) => [key, attributes.label]),
    graph.mapEdges((key, attributes, source, target) => [`${source} ${target}`, attributes.stage]));
}

async function graphology(path) {
  const { default: Graph } = await library("graphology");
  const graph = Graph.from(read(path));
  graph.forEachNode((key, { x, y }) => {
    if (!Number.isFinite(x) || !Number.isFinite(y)) throw new Error(`${key} has no place`);
  });
  return ofGraphology(graph);
}

/** graphology's XML readers want a browser's DOM. */
async function xmlReader(name, path) {
  const { default: Graph, MultiGraph } = await library("graphology");
  const { default: reader } = await library(name);
  void Graph;
  return ofGraphology(reader.parse(MultiGraph, readFileSync(path, "utf8"), { allowUndeclaredAttributes: false }));
}
const graphml = (path) => xmlReader("graphology-graphml", path);
const gexf = (path) => xmlReader("graphology-gexf", path);

async function d3(path) {
  const { forceLink, forceSimulation } = await library("d3-force");
  const { nodes, links } = read(path);
  const force = forceLink(links).id((d) => d.id);
  forceSimulation(nodes).force("link", force).stop().tick(2);
  return found(nodes.length, force.links().length, nodes.map((n) => [n.id, n.label]),
    force.links().map((l) => [`${l.source.id} ${l.target.id}`, l.stage]));
}

async function vis(path) {
  const { DataSet } = await library("vis-data");
  const { nodes, edges } = read(path);
  const nodeSet = new DataSet(nodes), edgeSet = new DataSet(edges);
  for (const edge of edgeSet.get()) {
    if (!nodeSet.get(edge.from) || !nodeSet.get(edge.to)) throw new Error(`${edge.id} leads nowhere`);
  }
  return found(nodeSet.length, edgeSet.length, nodeSet.get().map((n) => [n.id, n.label]),
    edgeSet.get().map((e) => [`${e.from} ${e.to}`, e.stage]));
}

const vocabulary = "urn:entente:vocabulary:";
const rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

async function ofQuads(text) {
  const { Parser } = await library("n3");
  const quads = new Parser({ format: "N-Quads" }).parse(text);
  const short = (iri) => iri.slice(iri.lastIndexOf(":") + 1);
  const ids = (cls) => new Set(quads.filter((q) => q.predicate.value === rdf + "type" && q.object.value === vocabulary + cls)
    .map((q) => q.subject.value));
  const values = (property) => new Map(quads.filter((q) => q.predicate.value === property)
    .map((q) => [q.subject.value, q.object.value]));
  const actors = ids("Actor"), relations = ids("Relation");
  const labels = values("http://www.w3.org/2000/01/rdf-schema#label"), stages = values(vocabulary + "stage");
  const subjects = values(rdf + "subject"), objects = values(rdf + "object");
  return found(actors.size, relations.size, [...actors].map((a) => [short(a), labels.get(a)]),
    [...relations].map((r) => [`${short(subjects.get(r))} ${short(objects.get(r))}`, stages.get(r)]));
}

const nquads = (path) => ofQuads(readFileSync(path, "utf8"));

async function jsonld(path) {
  const { default: processor } = await library("jsonld");
  const documentLoader = () => { throw new Error("nothing is to be loaded"); };
  return ofQuads(await processor.toRDF(read(path), { format: "application/n-quads", documentLoader, safe: true }));
}

async function geojson(path) {
  const { check } = await library("@placemarkio/check-geojson");
  const { features } = check(readFileSync(path, "utf8"));
  const points = features.filter((f) => f.geometry.type === "Point");
  return found(points.length, features.length - points.length, points.map((f) => [f.id, f.properties.label]), []);
}

async function mermaid(path) {
  const { JSDOM } = await library("jsdom");
  const { window } = new JSDOM("");
  globalThis.window = window;
  globalThis.document = window.document;
  const { default: program } = await library("mermaid");
  program.initialize({ startOnLoad: false });
  const text = readFileSync(path, "utf8");
  const { diagramType } = await program.parse(text);
  const { db } = await program.mermaidAPI.getDiagramFromText(text);
  return { ...found(db.getVertices().size, db.getEdges().length, [...db.getVertices()].map(([id, v]) => [id, v.text]), []),
    type: diagramType };
}

const checks = { cytoscape, graphology, graphml, gexf, d3, vis, jsonld, nquads, geojson, mermaid,
  sigma, "vis-network": visNetwork, "mermaid-picture": mermaidPicture, svg, png, html };
const [format, path] = process.argv.slice(2);
process.stdout.write(JSON.stringify(await checks[format](path)) + "\n");
