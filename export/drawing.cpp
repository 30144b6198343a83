#include "export/drawing.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include <fmt/format.h>

#include "export/edge_labels.hpp"
#include "export/escape.hpp"
#include "export/legend.hpp"
#include "export/pen.hpp"
#include "export/placement.hpp"

namespace entente {
namespace {

using namespace graphviz;

constexpr double title_size = 20, text_size = 11, caption_size = 10, panel_title_size = 13;  // of type
constexpr std::size_t longest_title = 120;
constexpr double usual_width = 900,
                 most_enlarged = 2;   ///< of the picture: wider ones get larger type around them
constexpr double line_gap = 8;        ///< between rows of text
constexpr double legend_row = 22;     ///< from one row of the legend to the next
constexpr double sample_length = 34;  ///< of a line in the legend
constexpr double legend_gap = 22;     ///< between legend entries
constexpr double panel_gap = 46;
constexpr double narrowest = 320;               ///< room for the legend
constexpr std::size_t most_routed_edges = 160;  ///< more are drawn straight: routing takes too long

bool multiples(const Diagram& diagram) {
    return diagram.panels.size() > 1 || !diagram.panels.front().title.empty();
}

bool labelled(const Diagram& diagram) {
    return std::ranges::any_of(diagram.panels.front().edges,
                               [](const DiagramEdge& edge) { return !edge.label.empty(); });
}

/// Panels side by side in rows, so that all of them are about as wide as a page is to its height.
struct Grid {
    std::size_t columns = 1;
    std::size_t rows = 1;
    double step_x = 0;
    double step_y = 0;

    Point move(std::size_t panel) const {
        const std::size_t row = panel / columns;
        return {static_cast<double>(panel % columns) * step_x, -static_cast<double>(row) * step_y};
    }
    double width() const { return static_cast<double>(columns) * step_x - panel_gap; }
};

Grid grid_of(const Box& panel, std::size_t panels) {
    const double wide = panel.right - panel.left, high = panel.top - panel.bottom;
    const auto count = static_cast<double>(panels);
    const double columns = std::ceil(std::sqrt(count * high * 1.4 / std::max(wide, 1.0)));
    Grid grid;
    grid.columns = static_cast<std::size_t>(std::max(1.0, std::min(count, columns)));
    grid.rows = (panels + grid.columns - 1) / grid.columns;
    grid.step_x = wide + panel_gap;
    grid.step_y = high + panel_gap + 14;
    return grid;
}

/// A text and the room that it takes.
struct MeasuredText {
    Text text;
    Size size;
};

class Drawing {
 public:
    Drawing(const Diagram& diagram, GVC_t* context)
        : diagram_(diagram),
          multiples_(multiples(diagram)),
          context_(context),
          pen_(palette(diagram.theme), multiples_) {
        measure_nodes();
        centres_ = place(diagram, sizes_, context);
        box_ = box();
        grid_ = grid_of(box_, diagram.panels.size());
        scale_ = std::clamp(grid_.width() / usual_width, 1.0, most_enlarged);
        legend_ = legend_of(diagram, pen_.colours());
        measure_texts();
    }

    Graph graph() const {
        Graph graph = pen_.graph("relations");
        set_layout(graph.get());
        const double left = box_.left;

        double y =
            box_.top + 26 * scale_ + title_.size.height + subtitle_.size.height + (multiples_ ? 30 : 0);
        put(graph.get(), title_, {left, y});
        put(graph.get(), subtitle_, {left, y - title_.size.height - 6 * scale_});
        for (std::size_t i = 0; i < diagram_.panels.size(); ++i) {
            const Point move = grid_.move(i);
            if (multiples_) put(graph.get(), panel_titles_[i], {left + move.x, box_.top + move.y + 22});
            put_panel(graph.get(), diagram_.panels[i], move);
        }
        y = box_.bottom - static_cast<double>(grid_.rows - 1) * grid_.step_y - 30 * scale_;
        y = put_legend(graph.get(), {left, y}, std::max(grid_.width(), narrowest)) - line_gap * scale_;
        for (const MeasuredText& caption : captions_) {
            put(graph.get(), caption, {left, y});
            y -= caption.size.height + 6 * scale_;
        }
        return graph;
    }

 private:
    void measure_nodes() {
        const Graph graph = pen_.graph("measure");
        std::vector<Agnode_t*> nodes;
        for (const DiagramNode& node : diagram_.nodes) nodes.push_back(pen_.node(graph.get(), node, node.id));
        sizes_ = measured(context_, graph.get(), nodes);
    }

    void measure_texts() {
        const char* quiet = pen_.colours().quiet;
        title_.text = {" title", plain_line(diagram_.title, longest_title), scale_ * title_size, bold_font};
        subtitle_.text = {" subtitle", diagram_.subtitle, scale_ * text_size, plain_font, quiet};
        if (multiples_) {
            for (const Panel& panel : diagram_.panels)
                panel_titles_.push_back({{" panel " + panel.title, panel.title,
                                          std::min(scale_, 1.5) * panel_title_size, bold_font},
                                         {}});
        }
        for (std::size_t i = 0; i < legend_.size(); ++i)
            legend_texts_.push_back(
                {{fmt::format(" legend {}", i), legend_[i].text, scale_ * caption_size}, {}});
        for (std::size_t i = 0; i < diagram_.caption.size(); ++i) {
            captions_.push_back({{fmt::format(" caption {}", i), diagram_.caption[i], scale_ * caption_size,
                                  plain_font, quiet},
                                 {}});
        }

        std::vector<MeasuredText*> all{&title_, &subtitle_};
        for (auto* texts : {&panel_titles_, &legend_texts_, &captions_}) {
            for (MeasuredText& text : *texts) all.push_back(&text);
        }
        const Graph graph = pen_.graph("measure");
        std::vector<Agnode_t*> nodes;
        for (const MeasuredText* text : all) nodes.push_back(pen_.text(graph.get(), text->text));
        const std::vector<Size> sizes = measured(context_, graph.get(), nodes);
        for (std::size_t i = 0; i < all.size(); ++i) all[i]->size = sizes[i];
    }

    /// Around the actors and blocs of one panel.
    Box box() const {
        std::optional<Box> all;
        const auto add = [&](const Box& one) {
            all = all ? Box{std::min(all->left, one.left), std::max(all->right, one.right),
                            std::min(all->bottom, one.bottom), std::max(all->top, one.top)}
                      : one;
        };
        for (std::size_t i = 0; i < centres_.size(); ++i) {
            const Size half{sizes_[i].width / 2, sizes_[i].height / 2};
            add({centres_[i].x - half.width, centres_[i].x + half.width, centres_[i].y - half.height,
                 centres_[i].y + half.height});
        }
        for (std::size_t bloc = 0; bloc < diagram_.blocs.size(); ++bloc) {
            if (const auto one = bloc_box(diagram_, bloc, centres_, sizes_)) add(*one);
        }
        return all.value_or(Box{});
    }

    void set_layout(Agraph_t* graph) const {
        std::size_t edges = 0;
        for (const Panel& panel : diagram_.panels) edges += panel.edges.size();
        const bool routed =
            !multiples_ && !labelled(diagram_) && diagram_.blocs.empty() && edges <= most_routed_edges;
        set(graph, "layout", "neato");
        set(graph, "inputscale", "72");
        set(graph, "notranslate", "true");
        set(graph, "overlap", "true");
        set(graph, "splines", routed ? "true" : "line");
        set(graph, "sep", "+4");
        set(graph, "esep", "+2");
    }

    void put(Agraph_t* graph, const MeasuredText& text, Point left_top) const {
        set(pen_.text(graph, text.text), "pos",
            pin({left_top.x + text.size.width / 2, left_top.y - text.size.height / 2}));
    }

    void put_panel(Agraph_t* graph, const Panel& panel, Point move) const {
        std::vector<bool> busy(diagram_.nodes.size(), !multiples_);
        for (const DiagramEdge& edge : panel.edges) busy[edge.tail] = busy[edge.head] = true;
        const std::string suffix = panel.title.empty() ? "" : "@" + panel.title;
        for (std::size_t bloc = 0; bloc < diagram_.blocs.size(); ++bloc) put_bloc(graph, bloc, move, suffix);
        std::vector<Agnode_t*> nodes;
        for (std::size_t i = 0; i < diagram_.nodes.size(); ++i) {
            const std::string id = diagram_.nodes[i].id + suffix;
            nodes.push_back(pen_.node(graph, diagram_.nodes[i], id));
            set(nodes.back(), "id", dot_text(id));
            set(nodes.back(), "pos", pin({centres_[i].x + move.x, centres_[i].y + move.y}));
            if (busy[i]) continue;
            set(nodes.back(), "fillcolor", pen_.colours().background);
            set(nodes.back(), "fontcolor", pen_.colours().border);
            set(nodes.back(), "style", "rounded,filled,dotted");
        }
        for (const DiagramEdge& edge : panel.edges) {
            Agedge_t* drawn = pen_.edge(graph, nodes[edge.tail], nodes[edge.head], edge);
            set(drawn, "id", dot_text(edge.id + suffix));
            set(drawn, "tooltip", Pen::tooltip(edge));
        }
        put_labels(graph, panel.edges);
    }

    void put_labels(Agraph_t* graph, const std::vector<DiagramEdge>& edges) const {
        if (multiples_ || !labelled(diagram_)) return;
        const Graph scratch = pen_.graph("measure");
        std::vector<Agnode_t*> nodes;
        for (const DiagramEdge& edge : edges) nodes.push_back(pen_.label(scratch.get(), edge));
        const auto sizes = measured(context_, scratch.get(), nodes);
        const auto places = label_places(edges, sizes, centres_, sizes_);
        for (std::size_t i = 0; i < edges.size(); ++i) {
            if (places[i]) set(pen_.label(graph, edges[i]), "pos", pin(*places[i]));
        }
    }

    void put_bloc(Agraph_t* graph, std::size_t bloc, Point move, const std::string& suffix) const {
        const auto box = bloc_box(diagram_, bloc, centres_, sizes_);
        if (!box) return;
        const double middle = (box->left + box->right) / 2 + move.x;
        Agnode_t* frame = new_node(graph, fmt::format(" bloc {}{}", bloc, suffix));
        set(frame, "label", "");
        set(frame, "style", "rounded,filled");
        set(frame, "fillcolor", std::string(pen_.colours().quiet) + "14");  // lines shine through
        set(frame, "fixedsize", "true");
        set(frame, "tooltip", dot_text(diagram_.blocs[bloc]));
        set(frame, "width", fmt::format("{:.3f}", (box->right - box->left) / 72));
        set(frame, "height", fmt::format("{:.3f}", (box->top - box->bottom) / 72));
        set(frame, "pos", pin({middle, (box->bottom + box->top) / 2 + move.y}));
        Agnode_t* name = pen_.text(graph, {.name = fmt::format(" bloc {} name{}", bloc, suffix),
                                           .text = diagram_.blocs[bloc],
                                           .size = text_size,
                                           .font = bold_font,
                                           .colour = pen_.colours().quiet});
        set(name, "style", "filled"), set(name, "fillcolor", pen_.colours().background);
        set(name, "penwidth", "0"), set(name, "margin", "0.04,0.02");
        set(name, "pos", pin({middle, box->top - 13 + move.y}));
    }

    /// Entries side by side from `at`, in rows of `width`; returns the y below them.
    double put_legend(Agraph_t* graph, Point at, double width) const {
        double x = at.x, y = at.y;
        for (std::size_t i = 0; i < legend_.size(); ++i) {
            const Size size = legend_texts_[i].size;
            const double sample = scale_ * (legend_[i].line ? sample_length : 16), gap = 8 * scale_;
            const double whole = sample + gap + size.width;
            if (x > at.x && x + whole > at.x + width) x = at.x, y -= scale_ * legend_row;
            put_sample(graph, i, {x, y - size.height / 2}, sample);
            put(graph, legend_texts_[i], {x + sample + gap, y});
            x += whole + scale_ * legend_gap;
        }
        return legend_.empty() ? y : y - scale_ * legend_row;
    }

    /// The sign of a legend entry, from `left` on.
    void put_sample(Agraph_t* graph, std::size_t index, Point left, double length) const {
        const LegendEntry& entry = legend_[index];
        if (entry.line) {
            Agnode_t* from = put_spot(graph, fmt::format(" legend {} from", index), left);
            Agnode_t* to = put_spot(graph, fmt::format(" legend {} to", index), {left.x + length, left.y});
            pen_.edge(graph, from, to, *entry.line);
            return;
        }
        Agnode_t* box = new_node(graph, fmt::format(" legend {} sample", index));
        set(box, "label", "");
        set(box, "shape", entry.shape ? entry.shape : "box");
        set(box, "fillcolor", entry.fill ? entry.fill : pen_.colours().node);
        if (entry.shape) set(box, "style", "filled"), set(box, "penwidth", "1.4");
        set(box, "fixedsize", "true");
        set(box, "width", fmt::format("{:.2f}", 0.21 * scale_));
        set(box, "height", fmt::format("{:.2f}", 0.15 * scale_));
        set(box, "tooltip", " ");
        set(box, "pos", pin({left.x + length / 2, left.y}));
    }

    /// An end of a line that leads to no actor.
    static Agnode_t* put_spot(Agraph_t* graph, const std::string& name, Point at) {
        Agnode_t* spot = new_node(graph, name);
        set(spot, "label", "");
        set(spot, "shape", "point");
        set(spot, "style", "invis");
        set(spot, "width", "0.01");
        set(spot, "height", "0.01");
        set(spot, "pos", pin(at));
        return spot;
    }

    const Diagram& diagram_;
    bool multiples_;
    GVC_t* context_;
    Pen pen_;
    std::vector<Size> sizes_;  ///< of the nodes
    std::vector<Point> centres_;
    Box box_;
    Grid grid_;
    double scale_ = 1;  ///< of what stands around the panels
    std::vector<LegendEntry> legend_;
    MeasuredText title_, subtitle_;
    std::vector<MeasuredText> panel_titles_, legend_texts_, captions_;
};

}  // namespace

Graph drawing_of(const Diagram& diagram, GVC_t* context) { return Drawing(diagram, context).graph(); }

}  // namespace entente
