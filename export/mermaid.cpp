#include <ostream>

#include <fmt/format.h>

#include "export/diagram.hpp"
#include "export/escape.hpp"
#include "export/writers.hpp"

namespace entente {
namespace {

constexpr std::size_t usual_edges = 60;  ///< Mermaid refuses more than 500; sixty can be read
constexpr std::size_t longest_label = 80;

/// Upper case letters, digits and underscores stand for themselves (`end` in lower case is a word of
/// Mermaid).
std::string node_id(const DiagramNode& node, std::size_t index) {
    const bool plain =
        !node.id.empty() && node.id[0] >= 'A' && node.id[0] <= 'Z' &&
        node.id.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_") == std::string::npos;
    return plain ? node.id : fmt::format("a{}", index);
}

const char* arrow(const DiagramEdge& edge) {
    const bool conflict = edge.polarity == Polarity::conflict;
    if (edge.arrow_at_head && edge.arrow_at_tail) return conflict ? "<-.->" : "<-->";
    if (edge.arrow_at_head) return conflict ? "-.->" : "-->";
    return conflict ? "-.-" : "---";
}

std::string one_line(std::string label) {
    for (char& c : label) {
        if (c == '\n') c = ' ';
    }
    return label;
}

}  // namespace

/// A Mermaid flowchart (11) of the strongest ties, merged per pair and polarity, or a chart of times.
void write_mermaid(std::ostream& out, const Selection& selection, const ExportOptions& options) {
    if (options.mermaid == MermaidKind::gantt) return write_mermaid_gantt(out, selection, options);
    const Names names(options.language);
    ExportOptions limited = options;
    limited.small_multiples = false;
    limited.blocs.clear();
    limited.layout.clear();
    if (limited.max_edges == 0) limited.max_edges = usual_edges;
    const Diagram picture = diagram(selection, limited, names, Words::always);

    out << "%% " << plain_line(picture.title) << "\n%% " << picture.subtitle << '\n';
    for (const std::string& line : picture.caption) out << "%% " << plain_line(line) << '\n';
    out << "flowchart LR\n";
    std::vector<std::string> ids;
    for (const DiagramNode& node : picture.nodes) {
        ids.push_back(node_id(node, ids.size()));
        out << "  " << ids.back() << "[\"" << mermaid_text(one_line(node.label), longest_label) << "\"]\n";
    }
    const std::vector<DiagramEdge>& edges = picture.panels.front().edges;
    for (const DiagramEdge& edge : edges) {
        out << "  " << ids[edge.tail] << ' ' << arrow(edge);
        if (!edge.label.empty()) {
            out << "|\"" << mermaid_text(fmt::format("{}", fmt::join(edge.label, ", ")), longest_label)
                << "\"|";
        }
        out << ' ' << ids[edge.head] << '\n';
    }
    for (std::size_t i = 0; i < edges.size(); ++i) {
        out << "  linkStyle " << i << " stroke:" << colour_of(edges[i].polarity)
            << ",stroke-width:" << fmt::format("{:.1f}px", edges[i].width);
        if (edges[i].stroke == Stroke::dotted) out << ",stroke-dasharray:2 4";
        out << '\n';
    }
}

}  // namespace entente
