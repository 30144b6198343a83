#pragma once

#include <optional>
#include <string>
#include <vector>

#include "export/diagram.hpp"
#include "export/palette.hpp"

namespace entente {

/// What a sign in a diagram means: a sample of it, and words in the diagram's language.
struct LegendEntry {
    std::string text;
    std::optional<DiagramEdge> line;  ///< drawn as this edge would be
    const char* fill = nullptr;       ///< or a box so filled
    const char* shape = nullptr;      ///< or an outline of this Graphviz shape
};

/// Only what occurs in the diagram.
std::vector<LegendEntry> legend_of(const Diagram& diagram, const Palette& colours);

}  // namespace entente
