#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include <gvc.h>

#include "export/layout.hpp"

// Graphviz behind handles. Only for the sources of this folder: the header brings gvc.h.
namespace entente::graphviz {

struct CloseGraph {
    void operator()(Agraph_t* graph) const noexcept { agclose(graph); }
};
using Graph = std::unique_ptr<Agraph_t, CloseGraph>;

struct FreeRender {
    void operator()(char* data) const noexcept { gvFreeRenderData(data); }
};
using Rendered = std::unique_ptr<char, FreeRender>;

/// Holds Graphviz's global state for one thread, and keeps its complaints from standard error.
class Session {
 public:
    Session();
    GVC_t* context() const { return context_; }
    /// What Graphviz complained about since the last call, for the message of an ExportError.
    static std::string complaints();

 private:
    std::lock_guard<std::mutex> lock_;
    GVC_t* context_;
};

/// An empty directed graph that agwrite() writes to a std::ostream.
Graph new_graph(const char* name);

/// Sets an attribute of a graph, node or edge; elsewhere it stays empty. Values are plain text to cgraph,
/// which quotes them; what a label would expand (`\N`) the caller has escaped (dot_text).
void set(void* object, const char* name, const std::string& value);
/// The default of all graphs, nodes or edges (`kind` AGRAPH, AGNODE, AGEDGE).
void set_default(Agraph_t* graph, int kind, const char* name, const std::string& value);
Agnode_t* new_node(Agraph_t* graph, const std::string& name);
Agedge_t* new_edge(Agraph_t* graph, Agnode_t* tail, Agnode_t* head);

/// A layout that is taken down before its graph. Throws ExportError.
class Layout {
 public:
    Layout(GVC_t* context, Agraph_t* graph, const std::string& engine);
    ~Layout() { gvFreeLayout(context_, graph_); }
    Layout(const Layout&) = delete;
    Layout& operator=(const Layout&) = delete;

 private:
    GVC_t* context_;
    Agraph_t* graph_;
};

/// Points with one decimal.
std::string number(double value);
/// A position that Graphviz keeps: `12.5,-3.0!`.
std::string pin(Point at);

/// A wish about the distance of two boxes.
struct Spring {
    std::size_t from = 0;
    std::size_t to = 0;
    double length = 1.0;  ///< inches
    double weight = 1.0;
    bool ranked = true;  ///< `dot`: the first stands above the second
};

/// Where `engine` puts boxes of these sizes, unpinned: centres in points. They may overlap.
std::vector<Point> arrange(GVC_t* context, const std::vector<Size>& boxes, const std::vector<Spring>& springs,
                           const std::string& engine);

}  // namespace entente::graphviz
