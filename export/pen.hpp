#pragma once

#include <string>
#include <vector>

#include "export/diagram.hpp"
#include "export/graphviz.hpp"
#include "export/palette.hpp"

// Only for the sources of this folder: the header brings gvc.h.
namespace entente {

/// The families of fonts in pictures, as Graphviz names them.
inline constexpr const char* plain_font = "Noto Sans";
inline constexpr const char* bold_font = "Noto Sans Bold";

/// A line of text that is no actor: title, legend, caption.
struct Text {
    std::string name;  ///< of its node
    std::string text;
    double size = 11;  ///< points
    const char* font = plain_font;
    const char* colour = nullptr;  ///< null: that of texts
};

/// Makes the parts of a picture in Graphviz's terms: how they look, not where they are. All texts are escaped
/// here. The palette must outlive the pen.
class Pen {
 public:
    /// `small`: for pictures of many panels.
    Pen(const Palette& colours, bool small) : colours_(colours), small_(small) {}

    const Palette& colours() const { return colours_; }
    /// An empty graph whose defaults are those of the picture.
    graphviz::Graph graph(const char* name) const;
    Agnode_t* node(Agraph_t* graph, const DiagramNode& node, const std::string& name) const;
    Agedge_t* edge(Agraph_t* graph, Agnode_t* tail, Agnode_t* head, const DiagramEdge& edge) const;
    /// The words on a line, as a node that hides the line below it and can be moved by hand.
    Agnode_t* label(Agraph_t* graph, const DiagramEdge& edge) const;
    Agnode_t* text(Agraph_t* graph, const Text& text) const;
    /// The lines of a tooltip as Graphviz wants them.
    static std::string tooltip(const DiagramEdge& edge);

 private:
    const Palette& colours_;
    bool small_;
};

/// How large each of these nodes of `graph` will be, in points. Changes their positions. Throws ExportError.
std::vector<Size> measured(GVC_t* context, Agraph_t* graph, const std::vector<Agnode_t*>& nodes);

}  // namespace entente
