#!/usr/bin/env python3
"""Loads an exported file with the program or library that the format is for.

check.py FORMAT FILE prints one JSON object: how many nodes and edges that consumer sees, and the labels of actors
and a text of relations (`stage`) as it sees them. Exit status 77: the consumer is not installed.
"""
import csv
import io
import json
import re
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

HERE = Path(__file__).parent


def need(module):
    try:
        return __import__(module, fromlist=["_"])
    except ImportError:
        print(f"{module} is not installed", file=sys.stderr)
        sys.exit(77)


def need_program(name):
    path = shutil.which(name)
    if path is None:
        print(f"{name} is not installed", file=sys.stderr)
        sys.exit(77)
    return path


def of_networkx(graph):
    nodes, edges = list(graph.nodes(data=True)), list(graph.edges(data=True))
    return {"nodes": len(nodes), "edges": len(edges), "labels": {node: data.get("label") for node, data in nodes},
            "stages": {f"{source} {target}": data.get("stage") for source, target, data in edges},
            "spells": [data["spells"] for _, _, data in edges if "spells" in data]}


def networkx(path):
    nx = need("networkx")
    with open(path, encoding="utf-8") as file:
        data = json.load(file)
    edge_key = "edges" if "edges" in data else "links"
    try:
        return of_networkx(nx.node_link_graph(data, edges=edge_key))  # 3.4 and later
    except TypeError:
        return of_networkx(nx.node_link_graph(data, link=edge_key))


def graphml(path):
    nx = need("networkx")
    return of_networkx(nx.read_graphml(path, force_multigraph=True))


def gexf(path):
    nx = need("networkx")
    return of_networkx(nx.read_gexf(path, version="1.2draft"))


def xml(path):
    from xml.etree import ElementTree
    root = ElementTree.parse(path).getroot()
    name = lambda element: element.tag.rsplit("}", 1)[-1]
    texts = [element.text or "" for element in root.iter() if name(element) == "text"]
    return {"nodes": sum(1 for e in root.iter() if e.get("class") == "node"),
            "edges": sum(1 for e in root.iter() if e.get("class") == "edge"),
            "elements": sorted({name(e) for e in root.iter()}),
            "texts": texts}


def table(path):
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        assert None not in row and None not in row.values(), row
    return {"edges": len(rows), "labels": {row["source"]: row["source_name"] for row in rows},
            "stages": {f"{row['source']} {row['target']}": row["stage"] for row in rows}}


FIELD = re.compile(r"^(\w*)(?::(ID|START_ID|END_ID|TYPE|LABEL|string|long|double|boolean|date)(\[\])?(\((\w+)\))?)?$")
SHAPES = {"long": r"-?\d+", "double": r"-?\d+(\.\d+)?(e[+-]?\d+)?", "boolean": "true|false",
          "date": r"-?\d{4,}-\d\d-\d\d"}


def neo4j(path):
    """The rules of the import documentation: header grammar, number of fields, types, references."""
    ids, counts = {}, {}
    with tarfile.open(path) as archive:
        texts = {m.name: archive.extractfile(m).read().decode("utf-8") for m in archive.getmembers()}
    tables = {name: list(csv.reader(io.StringIO(text, newline=""))) for name, text in texts.items() if name.endswith(".csv")}
    headers = {}
    for name, rows in tables.items():
        headers[name] = [FIELD.match(cell) for cell in rows[0]]
        assert all(headers[name]), (name, rows[0])
        counts[name] = len(rows) - 1
        for row in rows[1:]:
            assert len(row) == len(rows[0]), (name, row)
            for field, cell in zip(headers[name], row):
                assert "\n" not in cell and "\r" not in cell
                if cell and field[2] in SHAPES and not field[3]:
                    assert re.fullmatch(SHAPES[field[2]], cell), (name, field[0], cell)
                if field[2] == "ID":
                    assert cell and cell not in ids.setdefault(field[5], set()), (name, cell)
                    ids[field[5]].add(cell)
    for name, rows in tables.items():
        for row in rows[1:]:
            for field, cell in zip(headers[name], row):
                if field[2] in ("START_ID", "END_ID"):
                    assert cell in ids[field[5]], (name, cell)

    def columns(name, key, value):
        header = tables[name][0]
        return {row[header.index(key)]: row[header.index(value)] for row in tables[name][1:]}

    assert "neo4j-admin database import" in texts["README.txt"]
    return {"nodes": counts["actors.csv"], "edges": counts["relations.csv"], "claims": counts["claims.csv"],
            "labels": columns("actors.csv", "id:ID(Actor)", "label"),
            "stages": {f"{row[0]} {row[1]}": row[tables["relations.csv"][0].index("stage")]
                       for row in tables["relations.csv"][1:]},
            "quotes": sorted(columns("claims.csv", "id:ID(Claim)", "quote").values())}


def rdf(path, kind):
    rdflib = need("rdflib")
    graph = rdflib.ConjunctiveGraph()
    with open(path, "rb") as file:
        graph.parse(file, format=kind, publicID="urn:entente:file")
    entente = lambda kind, name="": f"urn:entente:{kind}:{name}"
    word = lambda name: rdflib.URIRef(entente("vocabulary", name))
    ids = lambda cls: set(graph.subjects(rdflib.RDF.type, word(cls)))
    short = lambda iri: str(iri).rsplit(":", 1)[1]
    rdf_ns = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    pair = lambda relation: " ".join(short(next(graph.objects(relation, rdflib.URIRef(rdf_ns + end))))
                                     for end in ("subject", "object"))
    statements = {(str(s), str(p), str(o)) for s, p, o, g in graph.quads()
                  if kind != "nquads" or str(g.identifier) == entente("meta", "all")}
    value = rdflib.URIRef("http://www.w3.org/ns/prov#value")
    return {"nodes": len(ids("Actor")), "edges": len(ids("Relation")), "claims": len(ids("Claim")),
            "statements": len(statements),
            "labels": {short(s): str(next(graph.objects(s, rdflib.RDFS.label))) for s in ids("Actor")},
            "stages": {pair(s): str(o) for s in ids("Relation") for o in graph.objects(s, word("stage"))},
            "quotes": sorted(str(o) for s in ids("Claim") for o in graph.objects(s, value))}


def jsonld(path):
    return rdf(path, "json-ld")


def nquads(path):
    return rdf(path, "nquads")


def geojson(path):
    ogr = need("osgeo.ogr")
    ogr.UseExceptions()
    source = ogr.Open(path)
    layer = source.GetLayer(0)
    kinds, labels, stages = {}, {}, {}
    for feature in layer:
        geometry = feature.GetGeometryRef()
        kind = geometry.GetGeometryName()
        kinds[kind] = kinds.get(kind, 0) + 1
        envelope = geometry.GetEnvelope()
        assert -180 <= envelope[0] and envelope[1] <= 180 and -90 <= envelope[2] and envelope[3] <= 90
        items = feature.items()
        if kind == "POINT":
            labels[items["id"]] = items["label"]
        else:
            stages[f"{items['source']} {items['target']}"] = items.get("stage")
    return {"nodes": kinds.get("POINT", 0), "edges": sum(kinds.values()) - kinds.get("POINT", 0), "kinds": kinds,
            "labels": labels, "stages": stages}


def jgf(path):
    """A JSON Schema validator with the rules of version 2.1, which must also refuse what breaks them."""
    validator = need("jsonschema").Draft7Validator(json.loads((HERE / "jgf.schema.json").read_text("utf-8")))
    whole = json.loads(Path(path).read_text("utf-8"))
    validator.validate(whole)
    graph = whole["graph"]
    edge = {"source": "A", "target": "B"}
    for wrong in ({}, {"graph": {"nodes": {}}}, {"graph": {"nodes": [], "edges": []}}, {"graph": graph, "graphs": []},
                  {"graph": {"edges": [{"source": "A"}]}}, {"graph": {"edges": [edge | {"weight": 1}]}},
                  {"graph": {"edges": [edge | {"directed": "no"}]}}, {"graph": {"edges": [], "nodes": {"A": {"id": "A"}}}}):
        assert not validator.is_valid(wrong), wrong
    for edge in graph["edges"]:  # which no schema can say
        assert edge["source"] in graph["nodes"] and edge["target"] in graph["nodes"]
    return {"nodes": len(graph["nodes"]), "edges": len(graph["edges"]),
            "labels": {key: node["label"] for key, node in graph["nodes"].items()},
            "stages": {f"{edge['source']} {edge['target']}": edge["metadata"].get("stage") for edge in graph["edges"]}}


def igraph(path):
    graph = need("igraph").Graph.Read_GraphML(path)
    ids = graph.vs["id"]
    return {"nodes": graph.vcount(), "edges": graph.ecount(),
            "labels": dict(zip(ids, graph.vs["label"])) if graph.vcount() else {},
            "stages": {f"{ids[edge.source]} {ids[edge.target]}": edge["stage"] for edge in graph.es}}


def sqlite(path):
    """The table as SQLite's shell imports it."""
    program = need_program("sqlite3")
    rows = json.loads(subprocess.run(
        [program, "-json", ":memory:", f".import --csv '{path}' relation",
         "SELECT source, target, source_name, stage FROM relation"], check=True, capture_output=True).stdout or "[]")
    return {"edges": len(rows), "labels": {row["source"]: row["source_name"] for row in rows},
            "stages": {f"{row['source']} {row['target']}": row["stage"] for row in rows}}


def pdf(path):
    """Poppler's view: pages and their size in points, and the text that can be selected."""
    info = subprocess.run([need_program("pdfinfo"), path], check=True, capture_output=True, text=True).stdout
    fields = dict(line.split(":", 1) for line in info.splitlines() if ":" in line)
    text = subprocess.run([need_program("pdftotext"), path, "-"], check=True, capture_output=True, text=True).stdout
    assert fields["JavaScript"].strip() == "no"
    return {"pages": int(fields["Pages"]), "size": fields["Page size"].strip(), "text": text}


if __name__ == "__main__":
    checks = {"networkx": networkx, "graphml": graphml, "gexf": gexf, "svg": xml, "csv": table, "neo4j": neo4j,
              "jsonld": jsonld, "nquads": nquads, "geojson": geojson, "jgf": jgf, "igraph": igraph, "sqlite": sqlite, "pdf": pdf}
    print(json.dumps(checks[sys.argv[1]](sys.argv[2])))
