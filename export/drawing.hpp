#pragma once

#include "export/diagram.hpp"
#include "export/graphviz.hpp"

// Only for the sources of this folder: the header brings gvc.h.
namespace entente {

/// The whole picture as a graph for Graphviz, every actor, title and legend line pinned where it stands: one
/// panel or several, with a heading above and a legend and captions below. Throws ExportError.
graphviz::Graph drawing_of(const Diagram& diagram, GVC_t* context);

}  // namespace entente
