#pragma once

#include <optional>
#include <vector>

#include "export/diagram.hpp"
#include "export/layout.hpp"

namespace entente {

/// Where the words on lines stand: each as near to the middle of its line as can be without covering an actor
/// or another label. `sizes` are those of the labels of `edges`, `centres` and `boxes` the actors', all in
/// points. Empty where there is no such place: the line's tooltip still says it.
std::vector<std::optional<Point>> label_places(const std::vector<DiagramEdge>& edges,
                                               const std::vector<Size>& sizes,
                                               const std::vector<Point>& centres,
                                               const std::vector<Size>& boxes);

}  // namespace entente
