#include "export/graphviz.hpp"

#include <ostream>
#include <utility>

#include <fmt/format.h>

#include "export/format.hpp"

namespace entente::graphviz {
namespace {

std::mutex global_state;

std::string complained;
int complain(char* message) {
    if (complained.size() < 2000) complained += message;
    return 0;
}

/// cgraph takes `char*` and copies.
char* c(std::string& text) { return text.data(); }

int put_string(void* channel, const char* text) {
    *static_cast<std::ostream*>(channel) << text;
    return 0;
}
int flush(void*) { return 0; }
Agiodisc_t to_stream{nullptr, put_string, flush};
Agdisc_t discipline{&AgMemDisc, &AgIdDisc, &to_stream};

/// One for the whole process, and never freed: Graphviz's text plugin remembers the last font by a pointer
/// into the context that it belongs to, and looks at it again for the next context.
GVC_t* process_context() {
    static GVC_t* context = gvContext();
    return context;
}

}  // namespace

Session::Session() : lock_(global_state), context_(process_context()) {
    agseterrf(complain);
    complained.clear();
}

std::string Session::complaints() { return std::exchange(complained, {}); }

Graph new_graph(const char* name) {
    std::string text = name;
    return Graph(agopen(c(text), Agdirected, &discipline));
}

void set(void* object, const char* name, const std::string& value) {
    std::string attribute = name, text = value, none;
    agsafeset(object, c(attribute), c(text), c(none));
}

void set_default(Agraph_t* graph, int kind, const char* name, const std::string& value) {
    std::string attribute = name, text = value;
    agattr(graph, kind, c(attribute), c(text));
}

Agnode_t* new_node(Agraph_t* graph, const std::string& name) {
    std::string text = name;
    return agnode(graph, c(text), 1);
}

Agedge_t* new_edge(Agraph_t* graph, Agnode_t* tail, Agnode_t* head) {
    return agedge(graph, tail, head, nullptr, 1);
}

Layout::Layout(GVC_t* context, Agraph_t* graph, const std::string& engine)
    : context_(context), graph_(graph) {
    complained.clear();
    if (gvLayout(context, graph, engine.c_str()) != 0) {
        throw ExportError("Graphviz could not lay the diagram out with '" + engine + "': " + complained);
    }
}

std::string number(double value) { return fmt::format("{:.1f}", value == 0 ? 0.0 : value); }
std::string pin(Point at) { return number(at.x) + ',' + number(at.y) + '!'; }

std::vector<Point> arrange(GVC_t* context, const std::vector<Size>& boxes, const std::vector<Spring>& springs,
                           const std::string& engine) {
    const Graph graph = new_graph("arrange");
    set_default(graph.get(), AGRAPH, "start", "7");
    set_default(graph.get(), AGRAPH, "splines", "none");
    set_default(graph.get(), AGRAPH, "overlap", "true");
    set_default(graph.get(), AGRAPH, "K", "1.2");
    set_default(graph.get(), AGRAPH, "mindist", "0.3");  // circo: inches between boxes, else 1
    set_default(graph.get(), AGNODE, "shape", "box");
    set_default(graph.get(), AGNODE, "label", "");
    set_default(graph.get(), AGNODE, "fixedsize", "true");
    std::vector<Agnode_t*> nodes;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        nodes.push_back(new_node(graph.get(), fmt::format("{}", i)));
        set(nodes.back(), "width", fmt::format("{:.3f}", boxes[i].width / 72));
        set(nodes.back(), "height", fmt::format("{:.3f}", boxes[i].height / 72));
    }
    for (const Spring& spring : springs) {
        Agedge_t* edge = new_edge(graph.get(), nodes[spring.from], nodes[spring.to]);
        set(edge, "len", fmt::format("{:.2f}", spring.length));
        set(edge, "weight", fmt::format("{:.0f}", spring.weight));
        if (!spring.ranked) set(edge, "constraint", "false");
    }
    const Layout layout(context, graph.get(), engine);
    std::vector<Point> centres;
    for (Agnode_t* node : nodes) centres.push_back({ND_coord(node).x, ND_coord(node).y});
    return centres;
}

}  // namespace entente::graphviz
