#pragma once

#include <optional>
#include <vector>

#include "export/diagram.hpp"
#include "export/layout.hpp"

namespace entente {

/// How far apart Graphviz bends lines between the same two actors (its `nodesep`), in points.
inline constexpr double parallel_gap = 32;

/// Where the words on lines stand: each as near to the middle of its line as can be without covering an actor
/// or another label. `sizes` are those of the labels of `edges`, `centres` and `boxes` the actors', all in
/// points. Empty where an edge has no words or there is no such place: the line's tooltip still says it.
std::vector<std::optional<Point>> label_places(const std::vector<DiagramEdge>& edges,
                                               const std::vector<Size>& sizes,
                                               const std::vector<Point>& centres,
                                               const std::vector<Size>& boxes);

}  // namespace entente
