#include "export/format.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "export/writers.hpp"

namespace entente {
namespace {

constexpr std::array registry{
    Format{"dot", ".dot", "text/vnd.graphviz", "Graphviz: the diagram as text, to be changed by hand", false,
           write_dot},
    Format{"svg", ".svg", "image/svg+xml", "the diagram as a picture that scales, for web pages", false,
           write_svg},
    Format{"png", ".png", "image/png", "the diagram as a picture", true, write_png},
    Format{"pdf", ".pdf", "application/pdf", "the diagram, to be printed", true, write_pdf},
    Format{"cytoscape", ".json", "application/json", "Cytoscape.js elements", false, write_cytoscape},
    Format{"graphology", ".json", "application/json", "graphology, for sigma.js", false, write_graphology},
    Format{"d3", ".json", "application/json", "node-link JSON for D3 force layouts", false, write_d3},
    Format{"networkx", ".json", "application/json", "node-link JSON for NetworkX (Python)", false,
           write_networkx},
    Format{"vis", ".json", "application/json", "nodes and edges for vis-network", false, write_vis},
    Format{"jgf", ".json", "application/json", "JSON Graph Format, version 2", false, write_jgf},
    Format{"graphml", ".graphml", "application/graphml+xml",
           "GraphML, for igraph, NetworkX, yEd, Gephi and others", false, write_graphml},
    Format{"gexf", ".gexf", "application/gexf+xml", "GEXF with times, for Gephi's timeline", false,
           write_gexf},
    Format{"csv", ".csv", "text/csv", "a list of relations, for spreadsheets and R", false, write_csv},
    Format{"neo4j", ".tar", "application/x-tar", "CSV files for neo4j-admin import, in a tar archive", true,
           write_neo4j},
    Format{"jsonld", ".jsonld", "application/ld+json",
           "JSON-LD with PROV-O: relations, claims, quotes, articles", false, write_jsonld},
    Format{"nquads", ".nq", "application/n-quads",
           "RDF: each relation in a graph of its own, with its sources", false, write_nquads},
    Format{"geojson", ".geojson", "application/geo+json",
           "GeoJSON: actors as points, relations as great circles", false, write_geojson},
    Format{"mermaid", ".mmd", "text/vnd.mermaid", "a Mermaid flowchart, for Markdown pages", false,
           write_mermaid},
    Format{"html", ".html", "text/html", "a web page to explore, in one file that needs no network", false,
           write_html},
};

}  // namespace

std::span<const Format> formats() { return registry; }

const Format* find_format(std::string_view name) {
    const auto found = std::ranges::find(registry, name, &Format::name);
    return found == registry.end() ? nullptr : &*found;
}

void write(const Format& format, std::ostream& out, const Selection& selection,
           const ExportOptions& options) {
    format.write(out, selection, options);
}

Selection events_as_relations(const Selection& selection) {
    Selection result = selection;
    result.relations.clear();
    for (const Event& event : selection.events) {
        std::string type(to_string(event.code.type));
        std::ranges::transform(type, type.begin(), [](char c) {
            return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        });
        std::map<std::pair<ActorId, ActorId>, bool> pairs;
        for (const ActorId& source : event.source) {
            for (const ActorId& target : event.target) {
                if (source == target) continue;
                const bool mutual = std::ranges::find(event.target, source) != event.target.end() &&
                                    std::ranges::find(event.source, target) != event.source.end();
                if (mutual) {
                    pairs[std::minmax(source, target)] = true;
                } else {
                    pairs[{source, target}] = false;
                }
            }
        }
        std::size_t number = 0;
        for (const auto& [pair, mutual] : pairs) {
            ++number;
            result.relations.push_back(
                {.id = pairs.size() == 1 ? event.id : event.id + '.' + std::to_string(number),
                 .type = type,
                 .source = pair.first,
                 .target = pair.second,
                 .symmetric = mutual,
                 .sign = event.code.goldstein / 10.0,
                 .valid = event.time,
                 .modality = event.modality,
                 .confidence = event.confidence,
                 .goldstein = event.code.goldstein,
                 .support = event.support,
                 .claims = event.claims});
        }
    }
    std::ranges::sort(result.relations, {}, &Relation::id);
    return result;
}

}  // namespace entente
