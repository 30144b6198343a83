#include "export/placement.hpp"

#include <algorithm>
#include <cmath>

namespace entente {
namespace {

using graphviz::Spring;

constexpr Size gap{20, 16};
constexpr Size bloc_gap{48, 40};
constexpr double bloc_margin = 14;
constexpr double bloc_name = 18;  ///< height of its line

bool multiples(const Diagram& diagram) { return diagram.panels.size() > 1; }

/// All lines of all panels as wishes: friends closer than foes, further apart where labels stand on the
/// lines, furthest where both have many lines, so that the middle is not crowded, and near where one has no
/// other line.
std::vector<Spring> springs_of(const Diagram& diagram) {
    std::vector<Spring> springs;
    std::vector<double> lines(diagram.nodes.size(), 0.0);
    for (const Panel& panel : diagram.panels) {
        for (const DiagramEdge& edge : panel.edges) ++lines[edge.tail], ++lines[edge.head];
    }
    const auto panels = static_cast<double>(diagram.panels.size());
    const double scale = multiples(diagram) ? 0.45 : 1.0;
    for (const Panel& panel : diagram.panels) {
        for (const DiagramEdge& edge : panel.edges) {
            const bool conflict = edge.polarity == Polarity::conflict;
            const double fewer = std::min(lines[edge.tail], lines[edge.head]) / panels;
            const double crowd = fewer > 3                          ? 1.0 + 0.35 * std::log2(fewer / 3)
                                 : fewer <= 1 && edge.label.empty() ? 0.65
                                                                    : 1.0;
            const double room = edge.label.empty() ? 0.0 : 0.8;
            springs.push_back({.from = edge.tail,
                               .to = edge.head,
                               .length = scale * ((conflict ? 3.0 : 2.2) + room) * crowd,
                               .weight = conflict ? 1.0 : 2.0,
                               .ranked = !conflict});
        }
    }
    return springs;
}

std::vector<Point> on_map(const Diagram& diagram, const std::vector<Size>& sizes) {
    Point middle;
    double known = 0;
    for (const DiagramNode& node : diagram.nodes) {
        if (!node.placed) continue;
        middle = {middle.x + node.longitude, middle.y + node.latitude};
        ++known;
    }
    if (known > 0) middle = {middle.x / known, middle.y / known};
    std::vector<Point> where;
    for (const DiagramNode& node : diagram.nodes) {
        where.push_back(node.placed ? Point{node.longitude, node.latitude} : middle);
    }
    return map_layout(where, sizes);
}

/// First the members of each bloc among themselves, then the blocs, as boxes, and everybody else.
std::vector<Point> in_blocs(const Diagram& diagram, const std::vector<Size>& sizes, GVC_t* context,
                            const std::string& engine) {
    const std::size_t blocs = diagram.blocs.size();
    const std::vector<Spring> springs = springs_of(diagram);
    std::vector<std::vector<std::size_t>> groups(blocs);  // then one for each actor without a bloc
    std::vector<std::size_t> group_of(sizes.size()), place_in_group(sizes.size());
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        if (!diagram.nodes[i].bloc) groups.emplace_back();
        group_of[i] = diagram.nodes[i].bloc.value_or(groups.size() - 1);
        place_in_group[i] = groups[group_of[i]].size();
        groups[group_of[i]].push_back(i);
    }

    std::vector<std::vector<Point>> inside(groups.size());
    std::vector<Size> boxes(groups.size());
    for (std::size_t g = 0; g < groups.size(); ++g) {
        std::vector<Size> members;
        for (const std::size_t i : groups[g]) members.push_back(sizes[i]);
        std::vector<Spring> ties;
        for (Spring spring : springs) {
            if (group_of[spring.from] != g || group_of[spring.to] != g) continue;
            spring.from = place_in_group[spring.from];
            spring.to = place_in_group[spring.to];
            spring.length *= 0.45;
            ties.push_back(spring);
        }
        inside[g] = members.size() < 2 ? std::vector<Point>(members.size())
                                       : graphviz::arrange(context, members, ties, "neato");
        turn(inside[g], std::vector<std::optional<Point>>(members.size()));
        separate(inside[g], members, gap);
        Box box;
        for (std::size_t m = 0; m < members.size(); ++m) {
            box.left = std::min(box.left, inside[g][m].x - members[m].width / 2);
            box.right = std::max(box.right, inside[g][m].x + members[m].width / 2);
            box.bottom = std::min(box.bottom, inside[g][m].y - members[m].height / 2);
            box.top = std::max(box.top, inside[g][m].y + members[m].height / 2);
        }
        const bool framed = g < blocs && !members.empty();
        if (framed) {
            box = {box.left - bloc_margin, box.right + bloc_margin, box.bottom - bloc_margin,
                   box.top + bloc_margin + bloc_name};
        }
        for (Point& p : inside[g]) p = {p.x - (box.left + box.right) / 2, p.y - (box.bottom + box.top) / 2};
        boxes[g] = {box.right - box.left, box.top - box.bottom};
    }

    std::vector<Spring> between;
    for (Spring spring : springs) {
        const std::size_t from = group_of[spring.from], to = group_of[spring.to];
        if (from == to) continue;
        // From edge to edge of the boxes, not from middle to middle.
        spring.length = 0.6 * spring.length + (std::max(boxes[from].width, boxes[from].height) +
                                               std::max(boxes[to].width, boxes[to].height)) /
                                                  2 / 72;
        spring.from = from;
        spring.to = to;
        between.push_back(spring);
    }
    std::vector<Point> centres = graphviz::arrange(context, boxes, between, engine);
    if (engine != "dot") turn(centres, std::vector<std::optional<Point>>(centres.size()));
    separate(centres, boxes, bloc_gap);
    std::vector<Point> all(sizes.size());
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        const Point in = inside[group_of[i]][place_in_group[i]], at = centres[group_of[i]];
        all[i] = {at.x + in.x, at.y + in.y};
    }
    return all;
}

}  // namespace

std::vector<Point> place(const Diagram& diagram, const std::vector<Size>& sizes, GVC_t* context) {
    if (sizes.empty()) return {};
    if (!diagram.blocs.empty()) {
        return in_blocs(diagram, sizes, context, diagram.layout == "map" ? "neato" : diagram.layout);
    }
    if (diagram.layout == "map") return on_map(diagram, sizes);
    std::vector<Point> centres = graphviz::arrange(context, sizes, springs_of(diagram), diagram.layout);
    if (diagram.layout != "dot") {  // whose rows mean something
        std::vector<std::optional<Point>> where;
        for (const DiagramNode& node : diagram.nodes) {
            where.push_back(node.placed ? std::optional(Point{node.longitude, node.latitude}) : std::nullopt);
        }
        turn(centres, where);
    }
    separate(centres, sizes, gap);
    return centres;
}

std::optional<Box> bloc_box(const Diagram& diagram, std::size_t bloc, const std::vector<Point>& centres,
                            const std::vector<Size>& sizes) {
    std::optional<Box> box;
    for (std::size_t i = 0; i < centres.size(); ++i) {
        if (diagram.nodes[i].bloc != bloc) continue;
        const Box one{centres[i].x - sizes[i].width / 2, centres[i].x + sizes[i].width / 2,
                      centres[i].y - sizes[i].height / 2, centres[i].y + sizes[i].height / 2};
        box = box ? Box{std::min(box->left, one.left), std::max(box->right, one.right),
                        std::min(box->bottom, one.bottom), std::max(box->top, one.top)}
                  : one;
    }
    if (!box) return box;
    return Box{box->left - bloc_margin, box->right + bloc_margin, box->bottom - bloc_margin,
               box->top + bloc_margin + bloc_name};
}

}  // namespace entente
