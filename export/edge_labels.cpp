#include "export/edge_labels.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace entente {
namespace {

constexpr double tolerated_cover = 0.12;  ///< share of a label that may lie on something else

/// A line as Graphviz draws it with `splines=line`: a cubic curve whose inner points lie beside the ends, by
/// a step for each further line of the same pair.
struct Curve {
    Point from, to;
    Point beside;

    Point at(double t) const {
        const double along = t * t * (3 - 2 * t), aside = 3 * t * (1 - t);
        return {from.x + along * (to.x - from.x) + aside * beside.x,
                from.y + along * (to.y - from.y) + aside * beside.y};
    }
};

std::vector<Curve> curves_of(const std::vector<DiagramEdge>& edges, const std::vector<Point>& centres) {
    std::map<std::pair<std::size_t, std::size_t>, std::vector<std::size_t>> pairs;
    for (std::size_t i = 0; i < edges.size(); ++i)
        pairs[std::minmax(edges[i].tail, edges[i].head)].push_back(i);
    std::vector<Curve> curves(edges.size());
    for (const auto& [pair, parallel] : pairs) {
        const DiagramEdge& first = edges[parallel.front()];
        const Point from = centres[first.tail], to = centres[first.head];
        const double length = std::max(std::hypot(to.x - from.x, to.y - from.y), 1.0);
        for (std::size_t i = 0; i < parallel.size(); ++i) {
            const double step =
                parallel_gap * (static_cast<double>(parallel.size() - 1) / 2 - static_cast<double>(i));
            curves[parallel[i]] = {
                from, to, {step * (from.y - to.y) / length, step * (to.x - from.x) / length}};
        }
    }
    return curves;
}

/// Empty if the label would cover something of `taken` everywhere on the line.
std::optional<Point> free_place(const Curve& line, Size size, const std::vector<Point>& taken,
                                const std::vector<Size>& taken_sizes) {
    std::optional<Point> best;
    double least = tolerated_cover * size.width * size.height;
    for (const double t : {0.5, 0.46, 0.54, 0.42, 0.58, 0.38, 0.62, 0.34, 0.66}) {
        const Point at = line.at(t);
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
    const std::vector<Curve> curves = curves_of(edges, centres);
    std::vector<Point> taken = centres;
    std::vector<Size> taken_sizes = boxes;
    std::vector<std::optional<Point>> places(edges.size());
    for (std::size_t i = 0; i < edges.size(); ++i) {
        if (edges[i].label.empty()) continue;
        places[i] = free_place(curves[i], sizes[i], taken, taken_sizes);
        if (!places[i]) continue;
        taken.push_back(*places[i]);
        taken_sizes.push_back(sizes[i]);
    }
    return places;
}

}  // namespace entente
