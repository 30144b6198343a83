#pragma once

#include <vector>

#include "export/diagram.hpp"
#include "export/graphviz.hpp"

namespace entente {

/// Where the nodes of a diagram stand: their centres, in points. `sizes` are their boxes. No two overlap, and
/// the boxes around the members of blocs contain nobody else. Throws ExportError.
std::vector<Point> place(const Diagram& diagram, const std::vector<Size>& sizes, GVC_t* context);

/// The box around the members of `bloc`, with room for its name; empty if it has none.
struct Box {
    double left = 0, right = 0, bottom = 0, top = 0;
};
std::optional<Box> bloc_box(const Diagram& diagram, std::size_t bloc, const std::vector<Point>& centres,
                            const std::vector<Size>& sizes);

}  // namespace entente
