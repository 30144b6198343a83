#include "export/layout.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace entente {
namespace {

constexpr double rank_share = 0.6;    ///< 0: true to the map, 1: evenly spread
constexpr double area_per_box = 4.2;  ///< room for lines between boxes
constexpr double aspect = 1.5;        ///< width to height
constexpr Size map_gap{26.0, 20.0};
constexpr int rounds = 50;  ///< of pushing before everything is spread a little
constexpr int spreads = 60;
constexpr double spread = 1.08;
/// Where the map is cut: in the Pacific, so that New Zealand, Fiji and Alaska's neighbours stand where one
/// looks.
constexpr double cut = -169.0;

/// Each value's place between 0 and 1: part its own, part its rank.
std::vector<double> equalised(const std::vector<double>& values) {
    const std::size_t n = values.size();
    std::vector<std::size_t> order(n);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, [&](auto a, auto b) { return values[a] < values[b]; });
    const double low = values[order.front()];
    const double range = std::max(values[order.back()] - low, 1e-9);
    std::vector<double> mixed(n);
    for (std::size_t rank = 0; rank < n; ++rank) {
        const double even = n > 1 ? static_cast<double>(rank) / static_cast<double>(n - 1) : 0.5;
        mixed[order[rank]] = (1.0 - rank_share) * (values[order[rank]] - low) / range + rank_share * even;
    }
    return mixed;
}

}  // namespace

void separate(std::vector<Point>& centres, const std::vector<Size>& boxes, Size gap) {
    for (int round = 1; round <= rounds * spreads; ++round) {
        bool moved = false;
        for (std::size_t i = 0; i < centres.size(); ++i) {
            for (std::size_t j = i + 1; j < centres.size(); ++j) {
                const double dx = centres[j].x - centres[i].x;
                const double dy = centres[j].y - centres[i].y;
                const double want_x = (boxes[i].width + boxes[j].width) / 2 + gap.width - std::abs(dx);
                const double want_y = (boxes[i].height + boxes[j].height) / 2 + gap.height - std::abs(dy);
                if (want_x <= 0.01 || want_y <= 0.01) continue;
                moved = true;
                if (want_x < want_y) {
                    const double push = (dx < 0 ? -1 : 1) * (want_x / 2 + 0.01);
                    centres[i].x -= push;
                    centres[j].x += push;
                } else {
                    const double push = (dy < 0 ? -1 : 1) * (want_y / 2 + 0.01);
                    centres[i].y -= push;
                    centres[j].y += push;
                }
            }
        }
        if (!moved) return;
        if (round % rounds != 0) continue;
        for (Point& centre : centres) centre = {centre.x * spread, centre.y * spread};
    }
}

std::vector<Point> map_layout(const std::vector<Point>& where, const std::vector<Size>& boxes) {
    const std::size_t n = where.size();
    if (n == 0) return {};
    std::vector<double> x(n), y(n);
    double area = 0.0;
    for (std::size_t i = 0; i < n; ++i) {
        x[i] = where[i].x < cut ? where[i].x + 360.0 : where[i].x;
        y[i] = where[i].y;
        area += (boxes[i].width + map_gap.width) * (boxes[i].height + map_gap.height) * area_per_box;
    }
    x = equalised(x);
    y = equalised(y);
    const double height = std::sqrt(area / aspect);
    std::vector<Point> centres(n);
    for (std::size_t i = 0; i < n; ++i) centres[i] = {x[i] * height * aspect, y[i] * height};
    separate(centres, boxes, map_gap);
    return centres;
}

void turn(std::vector<Point>& centres, const std::vector<std::optional<Point>>& where) {
    if (centres.empty()) return;
    const auto n = static_cast<double>(centres.size());
    Point middle;
    for (const Point& p : centres) middle.x += p.x / n, middle.y += p.y / n;
    double xx = 0, yy = 0, xy = 0;
    for (Point& p : centres) {
        p = {p.x - middle.x, p.y - middle.y};
        xx += p.x * p.x, yy += p.y * p.y, xy += p.x * p.y;
    }
    const double angle = -0.5 * std::atan2(2 * xy, xx - yy);
    for (Point& p : centres) {
        p = {p.x * std::cos(angle) - p.y * std::sin(angle), p.x * std::sin(angle) + p.y * std::cos(angle)};
    }

    double known = 0;
    Point home;
    for (const auto& place : where) {
        if (place) home.x += place->x, home.y += place->y, ++known;
    }
    if (known == 0) return;
    home = {home.x / known, home.y / known};
    double east = 0, north = 0;
    for (std::size_t i = 0; i < centres.size(); ++i) {
        if (!where[i]) continue;
        east += centres[i].x * (where[i]->x - home.x);
        north += centres[i].y * (where[i]->y - home.y);
    }
    for (Point& p : centres) {
        if (east < 0) p.x = -p.x;
        if (north < 0) p.y = -p.y;
    }
}

}  // namespace entente
