#pragma once

#include <iosfwd>

#include "export/format.hpp"

// What the registry lists: one function, and mostly one file, per format. All as write() in export/format.hpp
// says.
namespace entente {

void write_dot(std::ostream&, const Selection&, const ExportOptions&);
void write_svg(std::ostream&, const Selection&, const ExportOptions&);
void write_png(std::ostream&, const Selection&, const ExportOptions&);
void write_pdf(std::ostream&, const Selection&, const ExportOptions&);
void write_cytoscape(std::ostream&, const Selection&, const ExportOptions&);
void write_graphology(std::ostream&, const Selection&, const ExportOptions&);
void write_d3(std::ostream&, const Selection&, const ExportOptions&);
void write_networkx(std::ostream&, const Selection&, const ExportOptions&);
void write_vis(std::ostream&, const Selection&, const ExportOptions&);
void write_jgf(std::ostream&, const Selection&, const ExportOptions&);
void write_graphml(std::ostream&, const Selection&, const ExportOptions&);
void write_gexf(std::ostream&, const Selection&, const ExportOptions&);
void write_csv(std::ostream&, const Selection&, const ExportOptions&);
void write_neo4j(std::ostream&, const Selection&, const ExportOptions&);
void write_jsonld(std::ostream&, const Selection&, const ExportOptions&);
void write_nquads(std::ostream&, const Selection&, const ExportOptions&);
void write_geojson(std::ostream&, const Selection&, const ExportOptions&);
/// `mermaid` with MermaidKind::gantt: relations as bars on a time axis.
void write_mermaid_gantt(std::ostream&, const Selection&, const ExportOptions&);
void write_mermaid(std::ostream&, const Selection&, const ExportOptions&);
void write_html(std::ostream&, const Selection&, const ExportOptions&);

}  // namespace entente
