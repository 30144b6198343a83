#include "export/pen.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "export/edge_labels.hpp"
#include "export/escape.hpp"

namespace entente {

using namespace graphviz;

namespace {

constexpr double node_size = 11, small_node_size = 8, label_size = 9;  // of type, in points
constexpr const char* round_margin = "0.01,0.0";  ///< of shapes that take more room than their text
constexpr std::size_t longest_tooltip_line = 200;
constexpr std::size_t longest_label_line = 60;

const char* style(Stroke stroke) {
    switch (stroke) {
        case Stroke::solid:
            return "solid";
        case Stroke::dashed:
            return "dashed";
        case Stroke::dotted:
            return "dotted";
    }
    return "solid";
}

/// Lines of a label, each left-aligned (`\l`) or centred (`\n`).
std::string lines_of(const std::string& lines, const char* line_end) {
    std::string text;
    for (std::size_t at = 0; at <= lines.size();) {
        const std::size_t end = std::min(lines.find('\n', at), lines.size());
        text += dot_text(std::string_view(lines).substr(at, end - at));
        if (end < lines.size() || std::string_view(line_end) == "\\l") text += line_end;
        at = end + 1;
    }
    return text;
}

std::string joined(const std::vector<std::string>& lines, std::size_t longest) {
    std::string text;
    for (const std::string& line : lines) {
        if (!text.empty()) text += "\\n";
        text += dot_text(line, longest);
    }
    return text;
}

void without_margin(Agnode_t* node) {
    set(node, "width", "0");
    set(node, "height", "0");
}

}  // namespace

Graph Pen::graph(const char* name) const {
    Graph graph = new_graph(name);
    set_default(graph.get(), AGRAPH, "fontname", plain_font);
    set_default(graph.get(), AGRAPH, "bgcolor", colours_.background);
    set_default(graph.get(), AGRAPH, "pad", "0.3");
    set_default(graph.get(), AGRAPH, "outputorder", "edgesfirst");
    set_default(graph.get(), AGRAPH, "start", "7");
    set_default(graph.get(), AGRAPH, "nodesep", fmt::format("{:.2f}", parallel_gap / 72));
    set_default(graph.get(), AGNODE, "label", "\\N");
    set_default(graph.get(), AGNODE, "shape", "box");
    set_default(graph.get(), AGNODE, "style", "rounded,filled");
    set_default(graph.get(), AGNODE, "fontname", plain_font);
    set_default(graph.get(), AGNODE, "fontsize", number(small_ ? small_node_size : node_size));
    set_default(graph.get(), AGNODE, "fontcolor", colours_.text);
    set_default(graph.get(), AGNODE, "color", colours_.border);
    set_default(graph.get(), AGNODE, "fillcolor", colours_.node);
    set_default(graph.get(), AGNODE, "penwidth", "0.8");
    set_default(graph.get(), AGNODE, "margin", small_ ? "0.05,0.02" : "0.09,0.045");
    set_default(graph.get(), AGNODE, "height", small_ ? "0.18" : "0.3");
    set_default(graph.get(), AGNODE, "width", small_ ? "0.3" : "0.5");
    set_default(graph.get(), AGEDGE, "fontname", plain_font);
    set_default(graph.get(), AGEDGE, "fontsize", "9");
    set_default(graph.get(), AGEDGE, "fontcolor", colours_.text);
    set_default(graph.get(), AGEDGE, "arrowsize", small_ ? "0.45" : "0.65");
    return graph;
}

Agnode_t* Pen::node(Agraph_t* graph, const DiagramNode& node, const std::string& name) const {
    Agnode_t* drawn = new_node(graph, name);
    set(drawn, "label", lines_of(node.label, "\\n"));
    set(drawn, "tooltip", dot_text(node.tooltip));
    set(drawn, "fillcolor", colours_.continents[static_cast<std::size_t>(node.continent)]);
    if (node.in_focus)
        set(drawn, "penwidth", "2.4"), set(drawn, "color", colours_.text), set(drawn, "fontname", bold_font);
    switch (node.kind) {
        case ActorKind::state:
            break;
        case ActorKind::organisation:
            set(drawn, "style", "filled");
            if (!node.in_focus) set(drawn, "penwidth", "1.6");
            break;
        case ActorKind::armed_group:
            set(drawn, "shape", "octagon"), set(drawn, "style", "filled"), set(drawn, "margin", round_margin);
            break;
        case ActorKind::person:
            set(drawn, "shape", "ellipse"), set(drawn, "style", "filled"), set(drawn, "margin", round_margin);
            break;
    }
    return drawn;
}

Agedge_t* Pen::edge(Agraph_t* graph, Agnode_t* tail, Agnode_t* head, const DiagramEdge& edge) const {
    Agedge_t* drawn = new_edge(graph, tail, head);
    const std::string line = colour(colours_, edge.polarity);
    set(drawn, "color", edge.mixed ? line + ":" + colours_.background + ":" + line : line);
    set(drawn, "style", style(edge.stroke));
    set(drawn, "penwidth", number(small_ ? 0.6 * edge.width : edge.width));
    const bool both = edge.arrow_at_head && edge.arrow_at_tail;
    set(drawn, "dir", both ? "both" : edge.arrow_at_head ? "forward" : edge.arrow_at_tail ? "back" : "none");
    return drawn;
}

Agnode_t* Pen::label(Agraph_t* graph, const DiagramEdge& edge) const {
    Agnode_t* drawn = new_node(graph, fmt::format(" label {} {}", edge.id, to_string(edge.polarity)));
    set(drawn, "label", joined(edge.label, longest_label_line));
    set(drawn, "shape", "box");
    set(drawn, "style", "filled");
    set(drawn, "penwidth", "0");
    set(drawn, "fillcolor", colours_.background);
    set(drawn, "fontcolor",
        edge.polarity == Polarity::neutral ? colours_.text : colour(colours_, edge.polarity));
    set(drawn, "fontsize", number(label_size));
    set(drawn, "margin", "0.03,0.01");
    without_margin(drawn);
    set(drawn, "tooltip", tooltip(edge));
    return drawn;
}

Agnode_t* Pen::text(Agraph_t* graph, const Text& text) const {
    Agnode_t* drawn = new_node(graph, text.name);
    set(drawn, "label", lines_of(text.text, "\\l"));
    set(drawn, "shape", "plaintext");
    set(drawn, "style", "");
    set(drawn, "margin", "0");
    without_margin(drawn);
    set(drawn, "fontsize", number(text.size));
    set(drawn, "fontname", text.font);
    set(drawn, "fontcolor", text.colour ? text.colour : colours_.text);
    set(drawn, "tooltip", " ");
    return drawn;
}

std::string Pen::tooltip(const DiagramEdge& edge) { return joined(edge.tooltip, longest_tooltip_line); }

std::vector<Size> measured(GVC_t* context, Agraph_t* graph, const std::vector<Agnode_t*>& nodes) {
    for (std::size_t i = 0; i < nodes.size(); ++i) set(nodes[i], "pos", pin({static_cast<double>(i), 0.0}));
    set(graph, "splines", "none");
    const Layout layout(context, graph, "nop");
    std::vector<Size> sizes;
    for (Agnode_t* node : nodes) sizes.push_back({72 * ND_width(node), 72 * ND_height(node)});
    return sizes;
}

}  // namespace entente
