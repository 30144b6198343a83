#include "export/edge_labels.hpp"

#include <cmath>

namespace entente {
namespace {

constexpr double tolerated_cover = 0.12;  ///< share of a label that may lie on something else

/// Empty if the label would cover something of `taken` everywhere on the line.
std::optional<Point> free_place(Point from, Point to, Size size, const std::vector<Point>& taken,
                                const std::vector<Size>& taken_sizes) {
    std::optional<Point> best;
    double least = tolerated_cover * size.width * size.height;
    for (const double share : {0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65, 0.3, 0.7}) {
        const Point at{from.x + share * (to.x - from.x), from.y + share * (to.y - from.y)};
        double covered = 0;
        for (std::size_t i = 0; i < taken.size(); ++i) {
            const double x = (size.width + taken_sizes[i].width) / 2 + 3 - std::abs(at.x - taken[i].x);
            const double y = (size.height + taken_sizes[i].height) / 2 + 2 - std::abs(at.y - taken[i].y);
            if (x > 0 && y > 0) covered += x * y;
        }
        if (covered < least) least = covered, best = at;
    }
    return best;
}

}  // namespace

std::vector<std::optional<Point>> label_places(const std::vector<DiagramEdge>& edges,
                                               const std::vector<Size>& sizes,
                                               const std::vector<Point>& centres,
                                               const std::vector<Size>& boxes) {
    std::vector<Point> taken = centres;
    std::vector<Size> taken_sizes = boxes;
    std::vector<std::optional<Point>> places;
    for (std::size_t i = 0; i < edges.size(); ++i) {
        places.push_back(
            free_place(centres[edges[i].tail], centres[edges[i].head], sizes[i], taken, taken_sizes));
        if (!places.back()) continue;
        taken.push_back(*places.back());
        taken_sizes.push_back(sizes[i]);
    }
    return places;
}

}  // namespace entente
