#pragma once

#include <iosfwd>
#include <string_view>

#include "export/diagram.hpp"

namespace entente {

/// Writes the diagram as DOT, every actor, title and legend line pinned where it stands, so that `dot -Tsvg`
/// draws the same picture. `target` is a Graphviz output: `dot` (the text, through libcgraph), or `svg`,
/// `png`, `pdf` (through libgvc). Graphviz has global state: calls wait for one another. Throws ExportError.
void draw(const Diagram& diagram, std::string_view target, std::ostream& out);

}  // namespace entente
