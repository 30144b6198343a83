#pragma once

#include <optional>
#include <vector>

namespace entente {

/// Points of 1/72 inch, y upwards.
struct Point {
    double x = 0.0;
    double y = 0.0;
};
struct Size {
    double width = 0.0;
    double height = 0.0;
};

/// Places boxes like a map in which crowded parts are enlarged: `where` is longitude and latitude in degrees,
/// each axis is mixed with its ranks (as histogram equalisation does), stretched to an area that fits the
/// boxes, and boxes that still touch are pushed apart. East stays east of west where boxes are not
/// neighbours. Same input, same output.
std::vector<Point> map_layout(const std::vector<Point>& where, const std::vector<Size>& boxes);

/// Pushes boxes apart until none are closer than `gap`, each pair along the axis that needs less, in a fixed
/// order.
void separate(std::vector<Point>& centres, const std::vector<Size>& boxes, Size gap);

/// Turns the points about their centre so that they spread most from left to right (their principal axis),
/// and mirrors them so that, as far as that can be, east is right and north is up: `where` is longitude and
/// latitude in degrees, empty where unknown. Distances stay.
void turn(std::vector<Point>& centres, const std::vector<std::optional<Point>>& where);

}  // namespace entente
