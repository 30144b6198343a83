#include "export/great_circle.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace entente {
namespace {

constexpr int steps = 32;
constexpr double radians = std::numbers::pi / 180;

using Vector = std::array<double, 3>;

Vector unit(Position at) {
    const double lon = at.longitude * radians, lat = at.latitude * radians;
    return {std::cos(lat) * std::cos(lon), std::cos(lat) * std::sin(lon), std::sin(lat)};
}

Position degrees(const Vector& v) {
    return {std::atan2(v[1], v[0]) / radians, std::atan2(v[2], std::hypot(v[0], v[1])) / radians};
}

std::vector<Position> sampled(Position from, Position to) {
    const Vector a = unit(from), b = unit(to);
    const double angle = std::acos(std::clamp(a[0] * b[0] + a[1] * b[1] + a[2] * b[2], -1.0, 1.0));
    if (angle < 1e-6) return {from, to};
    std::vector<Position> points{from};
    for (int i = 1; i < steps; ++i) {
        const double t = static_cast<double>(i) / steps;
        if (std::numbers::pi - angle < 1e-6) {
            points.push_back({from.longitude + t * (to.longitude - from.longitude),
                              from.latitude + t * (to.latitude - from.latitude)});
            continue;
        }
        const double of_a = std::sin((1 - t) * angle) / std::sin(angle),
                     of_b = std::sin(t * angle) / std::sin(angle);
        points.push_back(
            degrees({of_a * a[0] + of_b * b[0], of_a * a[1] + of_b * b[1], of_a * a[2] + of_b * b[2]}));
    }
    points.push_back(to);
    return points;
}

}  // namespace

std::vector<std::vector<Position>> great_circle(Position from, Position to) {
    std::vector<std::vector<Position>> parts(1);
    for (const Position at : sampled(from, to)) {
        if (!parts.back().empty()) {
            const Position last = parts.back().back();
            const double jump = at.longitude - last.longitude;
            if (std::abs(jump) > 180) {
                const double edge = jump < 0 ? 180 : -180;  // where the old part ends
                const double way = jump < 0 ? jump + 360 : jump - 360;
                const double share = way == 0 ? 0 : (edge - last.longitude) / way;
                const double latitude = last.latitude + share * (at.latitude - last.latitude);
                parts.back().push_back({edge, latitude});
                parts.push_back({{-edge, latitude}});
            }
        }
        parts.back().push_back(at);
    }
    return parts;
}

}  // namespace entente
