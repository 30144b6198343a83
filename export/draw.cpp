#include "export/draw.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "export/escape.hpp"
#include "export/graphviz.hpp"
#include "export/placement.hpp"

namespace entente {
namespace {

using namespace graphviz;

// ---- colours ----

/// Edge colours are Okabe and Ito's (2008), told apart with the common colour-vision deficiencies.
struct Palette {
    const char* background;
    const char* text;
    const char* quiet;   ///< captions, frames
    const char* border;  ///< of nodes
    const char* node;
    std::array<const char*, 6> continents;  ///< in the order of Continent
    const char* cooperation;
    const char* conflict;
    const char* neutral;
};

const Palette& palette(Theme theme) {
    static constexpr Palette light{
        "#FFFFFF", "#1F2328", "#57606A",
        "#8C959F", "#F3F4F6", {"#F3F4F6", "#FBF0DC", "#E3F0DC", "#F5E3EE", "#DFEAF7", "#EAE4F8"},
        "#0072B2", "#D55E00", "#7F7F7F"};
    static constexpr Palette dark{
        "#14181D", "#E6EDF3", "#9DA7B1",
        "#59636E", "#262C33", {"#262C33", "#3B3220", "#253823", "#3D2836", "#22344A", "#322C4A"},
        "#56B4E9", "#E69F00", "#999999"};
    static constexpr Palette print{
        "#FFFFFF", "#000000", "#333333",
        "#333333", "#FFFFFF", {"#FFFFFF", "#FFFFFF", "#FFFFFF", "#FFFFFF", "#FFFFFF", "#FFFFFF"},
        "#0072B2", "#D55E00", "#555555"};
    switch (theme) {
        case Theme::light:
            return light;
        case Theme::dark:
            return dark;
        case Theme::print:
            return print;
    }
    return light;
}

const char* colour(const Palette& colours, Polarity polarity) {
    switch (polarity) {
        case Polarity::cooperation:
            return colours.cooperation;
        case Polarity::conflict:
            return colours.conflict;
        case Polarity::neutral:
            return colours.neutral;
    }
    return colours.neutral;
}

const char* style(Stroke stroke) {
    switch (stroke) {
        case Stroke::solid:
            return "solid";
        case Stroke::dashed:
            return "dashed";
        case Stroke::dotted:
            return "dotted";
    }
    return "solid";
}

// ---- the picture ----

constexpr const char* font = "Noto Sans";
constexpr const char* bold = "Noto Sans Bold";
constexpr double title_size = 20, text_size = 11, caption_size = 10, label_size = 9, panel_size = 8;
constexpr double line_gap = 8;            ///< between rows of text
constexpr double sample_length = 34;      ///< of a line in the legend
constexpr double legend_gap = 22;         ///< between legend entries
constexpr double tolerated_cover = 0.12;  ///< share of a label that may lie on something else
constexpr double panel_gap = 46;
constexpr std::size_t most_routed_edges = 160;  ///< more are drawn straight: routing takes too long

Size size_of(Agnode_t* node) { return {72 * ND_width(node), 72 * ND_height(node)}; }

/// Lines of a label, each left-aligned (`\l`) or centred (`\n`).
std::string label(const std::string& lines, const char* line_end) {
    std::string text;
    for (std::size_t at = 0; at <= lines.size();) {
        const std::size_t end = std::min(lines.find('\n', at), lines.size());
        text += dot_text(std::string_view(lines).substr(at, end - at));
        if (end < lines.size() || std::string_view(line_end) == "\\l") text += line_end;
        at = end + 1;
    }
    return text;
}

std::string joined(const std::vector<std::string>& lines, std::size_t longest) {
    std::string text;
    for (const std::string& line : lines) {
        if (!text.empty()) text += "\\n";
        text += dot_text(line, longest);
    }
    return text;
}

/// A line of text that is no actor: title, legend, caption.
struct Text {
    std::string name;  ///< of its node
    std::string text;
    double size = text_size;
    const char* font_name = font;
    const char* colour = nullptr;
};

/// A legend entry: a sample (line or box) and what it means.
struct Entry {
    std::string text;
    const DiagramEdge* line = nullptr;  ///< drawn as this edge would be
    const char* fill = nullptr;         ///< or a box so filled
    const char* shape = nullptr;        ///< or an outline so shaped
};

class Drawing {
 public:
    Drawing(const Diagram& diagram, GVC_t* context)
        : diagram_(diagram), colours_(palette(diagram.theme)), context_(context) {
        measure_nodes();
        centres_ = place(diagram, sizes_, context);
        graph_ = pinned_graph();
    }
    Agraph_t* graph() { return graph_.get(); }

 private:
    bool multiples() const { return diagram_.panels.size() > 1 || !diagram_.panels.front().title.empty(); }

    bool labelled() const {
        return std::ranges::any_of(diagram_.panels.front().edges,
                                   [](const DiagramEdge& edge) { return !edge.label.empty(); });
    }

    Graph styled_graph(const char* name) const {
        Graph graph = new_graph(name);
        set_default(graph.get(), AGRAPH, "fontname", font);
        set_default(graph.get(), AGRAPH, "bgcolor", colours_.background);
        set_default(graph.get(), AGRAPH, "pad", "0.3");
        set_default(graph.get(), AGRAPH, "outputorder", "edgesfirst");
        set_default(graph.get(), AGRAPH, "start", "7");
        set_default(graph.get(), AGNODE, "label", "\\N");
        set_default(graph.get(), AGNODE, "shape", "box");
        set_default(graph.get(), AGNODE, "style", "rounded,filled");
        set_default(graph.get(), AGNODE, "fontname", font);
        set_default(graph.get(), AGNODE, "fontsize", number(multiples() ? panel_size : text_size));
        set_default(graph.get(), AGNODE, "fontcolor", colours_.text);
        set_default(graph.get(), AGNODE, "color", colours_.border);
        set_default(graph.get(), AGNODE, "fillcolor", colours_.node);
        set_default(graph.get(), AGNODE, "penwidth", "0.8");
        set_default(graph.get(), AGNODE, "margin", multiples() ? "0.05,0.02" : "0.09,0.045");
        set_default(graph.get(), AGNODE, "height", multiples() ? "0.18" : "0.3");
        set_default(graph.get(), AGNODE, "width", multiples() ? "0.3" : "0.5");
        set_default(graph.get(), AGEDGE, "fontname", font);
        set_default(graph.get(), AGEDGE, "fontsize", "9");
        set_default(graph.get(), AGEDGE, "fontcolor", colours_.text);
        set_default(graph.get(), AGEDGE, "arrowsize", multiples() ? "0.45" : "0.65");
        return graph;
    }

    Agnode_t* draw_node(Agraph_t* graph, const DiagramNode& node, const std::string& name) const {
        Agnode_t* drawn = new_node(graph, name);
        set(drawn, "label", label(node.label, "\\n"));
        set(drawn, "tooltip", dot_text(node.tooltip));
        set(drawn, "fillcolor", colours_.continents[static_cast<std::size_t>(node.continent)]);
        switch (node.kind) {
            case ActorKind::state:
                break;
            case ActorKind::organisation:
                set(drawn, "style", "filled"), set(drawn, "penwidth", "1.6");
                break;
            case ActorKind::armed_group:
                set(drawn, "shape", "octagon"), set(drawn, "style", "filled");
                break;
            case ActorKind::person:
                set(drawn, "shape", "ellipse"), set(drawn, "style", "filled");
                break;
        }
        return drawn;
    }

    void style_edge(Agedge_t* drawn, const DiagramEdge& edge) const {
        set(drawn, "color", colour(colours_, edge.polarity));
        set(drawn, "style", style(edge.stroke));
        set(drawn, "penwidth", number(multiples() ? 0.6 * edge.width : edge.width));
        const bool both = edge.arrow_at_head && edge.arrow_at_tail;
        set(drawn, "dir",
            both                 ? "both"
            : edge.arrow_at_head ? "forward"
            : edge.arrow_at_tail ? "back"
                                 : "none");
    }

    Agedge_t* draw_edge(Agraph_t* graph, Agnode_t* tail, Agnode_t* head, const DiagramEdge& edge,
                        const std::string& id) const {
        Agedge_t* drawn = new_edge(graph, tail, head);
        style_edge(drawn, edge);
        set(drawn, "id", dot_text(id));
        const std::string text = joined(edge.tooltip, 200);
        set(drawn, "tooltip", text);
        return drawn;
    }

    Agnode_t* draw_text(Agraph_t* graph, const Text& text) const {
        Agnode_t* drawn = new_node(graph, text.name);
        set(drawn, "label", label(text.text, "\\l"));
        set(drawn, "shape", "plaintext");
        set(drawn, "style", "");
        set(drawn, "margin", "0");
        set(drawn, "width", "0");
        set(drawn, "height", "0");
        set(drawn, "fontsize", number(text.size));
        set(drawn, "fontname", text.font_name);
        set(drawn, "fontcolor", text.colour ? text.colour : colours_.text);
        set(drawn, "tooltip", " ");
        return drawn;
    }

    /// How large each node of `graph` will be. Changes only its positions.
    std::vector<Size> measured(Agraph_t* graph, const std::vector<Agnode_t*>& nodes) const {
        for (std::size_t i = 0; i < nodes.size(); ++i)
            set(nodes[i], "pos", pin({static_cast<double>(i), 0.0}));
        set(graph, "splines", "none");
        const Layout layout(context_, graph, "nop");
        std::vector<Size> sizes;
        for (Agnode_t* node : nodes) sizes.push_back(size_of(node));
        return sizes;
    }

    void measure_nodes() {
        const Graph graph = styled_graph("measure");
        std::vector<Agnode_t*> nodes;
        for (const DiagramNode& node : diagram_.nodes) nodes.push_back(draw_node(graph.get(), node, node.id));
        sizes_ = measured(graph.get(), nodes);
    }

    Graph pinned_graph() {
        const std::vector<Entry> legend = legend_entries();
        const std::vector<Text> texts = all_texts(legend);
        std::vector<Size> text_sizes;
        {
            const Graph graph = styled_graph("measure");
            std::vector<Agnode_t*> nodes;
            for (const Text& text : texts) nodes.push_back(draw_text(graph.get(), text));
            text_sizes = measured(graph.get(), nodes);
        }

        Graph graph = styled_graph("relations");
        std::size_t edge_count = 0;
        for (const Panel& panel : diagram_.panels) edge_count += panel.edges.size();
        set(graph.get(), "layout", "neato");
        set(graph.get(), "inputscale", "72");
        set(graph.get(), "notranslate", "true");
        set(graph.get(), "overlap", "true");
        const bool routed =
            !multiples() && !labelled() && diagram_.blocs.empty() && edge_count <= most_routed_edges;
        set(graph.get(), "splines", routed ? "true" : "line");
        set(graph.get(), "sep", "+4");
        set(graph.get(), "esep", "+2");

        // The box around the actors, then one such box per panel.
        double left = 0, right = 0, bottom = 0, top = 0;
        for (std::size_t i = 0; i < centres_.size(); ++i) {
            const Size half{sizes_[i].width / 2, sizes_[i].height / 2};
            left = i == 0 ? centres_[i].x - half.width : std::min(left, centres_[i].x - half.width);
            right = i == 0 ? centres_[i].x + half.width : std::max(right, centres_[i].x + half.width);
            bottom = i == 0 ? centres_[i].y - half.height : std::min(bottom, centres_[i].y - half.height);
            top = i == 0 ? centres_[i].y + half.height : std::max(top, centres_[i].y + half.height);
        }
        for (std::size_t bloc = 0; bloc < diagram_.blocs.size(); ++bloc) {
            const auto box = bloc_box(diagram_, bloc, centres_, sizes_);
            if (!box) continue;
            left = std::min(left, box->left), right = std::max(right, box->right);
            bottom = std::min(bottom, box->bottom), top = std::max(top, box->top);
        }
        const double wide = right - left, high = top - bottom;
        const std::size_t panels = diagram_.panels.size();
        const auto columns = static_cast<std::size_t>(std::max(
            1.0,
            std::min(static_cast<double>(panels),
                     std::ceil(std::sqrt(static_cast<double>(panels) * high * 1.4 / std::max(wide, 1.0))))));
        const std::size_t rows = (panels + columns - 1) / columns;
        const double step_x = wide + panel_gap, step_y = high + panel_gap + 14;

        std::size_t text = 0;
        const auto put_text = [&](Point left_top) {  // and returns its size
            Agnode_t* drawn = draw_text(graph.get(), texts[text]);
            const Size size = text_sizes[text++];
            set(drawn, "pos", pin({left_top.x + size.width / 2, left_top.y - size.height / 2}));
            return size;
        };

        double y = top + 26 + text_sizes[0].height + text_sizes[1].height + (multiples() ? 30 : 0);
        y -= put_text({left, y}).height + 6;
        put_text({left, y});

        for (std::size_t p = 0; p < panels; ++p) {
            const Point move{static_cast<double>(p % columns) * step_x,
                             -static_cast<double>(p / columns) * step_y};
            if (multiples()) put_text({left + move.x, top + move.y + 22});
            draw_panel(graph.get(), diagram_.panels[p], move);
        }

        const double width = std::max(static_cast<double>(columns) * step_x - panel_gap, 320.0);
        y = bottom - static_cast<double>(rows - 1) * step_y - 30;
        y = draw_legend(graph.get(), legend, {left, y}, width, text_sizes, text, put_text);
        y -= line_gap;
        for (std::size_t i = 0; i < diagram_.caption.size(); ++i) y -= put_text({left, y}).height + 6;
        return graph;
    }

    /// The labels of the lines, each where it covers neither an actor nor another label, as near to the
    /// middle of its line as that can be. They are nodes, so that they hide the line below them and can be
    /// moved by hand.
    void draw_labels(Agraph_t* graph, const std::vector<DiagramEdge>& edges) const {
        std::vector<const DiagramEdge*> labelled;
        for (const DiagramEdge& edge : edges) {
            if (!edge.label.empty()) labelled.push_back(&edge);
        }
        if (labelled.empty()) return;
        std::vector<Size> sizes;
        {
            const Graph scratch = styled_graph("measure");
            std::vector<Agnode_t*> nodes;
            for (const DiagramEdge* edge : labelled) nodes.push_back(draw_label(scratch.get(), *edge));
            sizes = measured(scratch.get(), nodes);
        }
        std::vector<Point> taken = centres_;
        std::vector<Size> taken_sizes = sizes_;
        for (std::size_t i = 0; i < labelled.size(); ++i) {
            const auto at = free_place(*labelled[i], sizes[i], taken, taken_sizes);
            if (!at) continue;  // the line's tooltip still says it
            taken.push_back(*at);
            taken_sizes.push_back(sizes[i]);
            set(draw_label(graph, *labelled[i]), "pos", pin(*at));
        }
    }

    /// Empty if the label would cover an actor or another label everywhere.
    std::optional<Point> free_place(const DiagramEdge& edge, Size size, const std::vector<Point>& taken,
                                    const std::vector<Size>& taken_sizes) const {
        const Point from = centres_[edge.tail], to = centres_[edge.head];
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

    Agnode_t* draw_label(Agraph_t* graph, const DiagramEdge& edge) const {
        Agnode_t* drawn = new_node(graph, fmt::format(" label {} {}", edge.id, to_string(edge.polarity)));
        set(drawn, "label", joined(edge.label, 60));
        set(drawn, "shape", "box");
        set(drawn, "style", "filled");
        set(drawn, "penwidth", "0");
        set(drawn, "fillcolor", colours_.background);
        set(drawn, "fontcolor",
            edge.polarity == Polarity::neutral ? colours_.text : colour(colours_, edge.polarity));
        set(drawn, "fontsize", number(label_size));
        set(drawn, "margin", "0.03,0.01");
        set(drawn, "width", "0");
        set(drawn, "height", "0");
        set(drawn, "tooltip", joined(edge.tooltip, 200));
        return drawn;
    }

    void draw_bloc(Agraph_t* graph, std::size_t bloc, Point move, const std::string& suffix) const {
        const auto box = bloc_box(diagram_, bloc, centres_, sizes_);
        if (!box) return;
        Agnode_t* frame = new_node(graph, fmt::format(" bloc {}{}", bloc, suffix));
        set(frame, "label", "");
        set(frame, "style", "rounded,filled");
        set(frame, "fillcolor", std::string(colours_.quiet) + "14");  // lines shine through
        set(frame, "fixedsize", "true");
        set(frame, "tooltip", dot_text(diagram_.blocs[bloc]));
        set(frame, "width", fmt::format("{:.3f}", (box->right - box->left) / 72));
        set(frame, "height", fmt::format("{:.3f}", (box->top - box->bottom) / 72));
        set(frame, "pos",
            pin({(box->left + box->right) / 2 + move.x, (box->bottom + box->top) / 2 + move.y}));
        Agnode_t* name = draw_text(graph, {.name = fmt::format(" bloc {} name{}", bloc, suffix),
                                           .text = diagram_.blocs[bloc],
                                           .font_name = bold,
                                           .colour = colours_.quiet});
        set(name, "pos", pin({(box->left + box->right) / 2 + move.x, box->top - 13 + move.y}));
    }

    void draw_panel(Agraph_t* graph, const Panel& panel, Point move) const {
        std::vector<bool> busy(diagram_.nodes.size(), !multiples());
        for (const DiagramEdge& edge : panel.edges) busy[edge.tail] = busy[edge.head] = true;
        const std::string suffix = panel.title.empty() ? "" : "@" + panel.title;
        for (std::size_t bloc = 0; bloc < diagram_.blocs.size(); ++bloc) draw_bloc(graph, bloc, move, suffix);
        std::vector<Agnode_t*> nodes;
        for (std::size_t i = 0; i < diagram_.nodes.size(); ++i) {
            nodes.push_back(draw_node(graph, diagram_.nodes[i], diagram_.nodes[i].id + suffix));
            set(nodes.back(), "id", dot_text(diagram_.nodes[i].id + suffix));
            set(nodes.back(), "pos", pin({centres_[i].x + move.x, centres_[i].y + move.y}));
            if (busy[i]) continue;
            set(nodes.back(), "fillcolor", colours_.background);
            set(nodes.back(), "fontcolor", colours_.border);
            set(nodes.back(), "style", "rounded,filled,dotted");
        }
        for (const DiagramEdge& edge : panel.edges) {
            draw_edge(graph, nodes[edge.tail], nodes[edge.head], edge, edge.id + suffix);
        }
        draw_labels(graph, panel.edges);
    }

    /// Only what occurs in the picture.
    std::vector<Entry> legend_entries() {
        const Language language = diagram_.language;
        const auto word = [&](const char* en, const char* nl) {
            return std::string(in_language(language, en, nl));
        };
        std::array<bool, 3> polarity{};
        bool dotted = false, arrow = false;
        double thinnest = 99, thickest = 0;
        for (const Panel& panel : diagram_.panels) {
            for (const DiagramEdge& edge : panel.edges) {
                polarity[static_cast<std::size_t>(edge.polarity)] = true;
                dotted = dotted || edge.stroke == Stroke::dotted;
                arrow = arrow || edge.arrow_at_head || edge.arrow_at_tail;
                thinnest = std::min(thinnest, edge.width);
                thickest = std::max(thickest, edge.width);
            }
        }
        std::vector<Entry> entries;
        samples_.reserve(8);
        const auto line = [&](const std::string& text, Polarity sign, Stroke stroke, double width,
                              bool arrow_head) {
            samples_.push_back(
                {.arrow_at_head = arrow_head, .polarity = sign, .stroke = stroke, .width = width});
            entries.push_back({.text = text, .line = &samples_.back()});
        };
        if (polarity[0])
            line(word("cooperation", "samenwerking"), Polarity::cooperation, Stroke::solid, 2, false);
        if (polarity[1]) line(word("conflict", "conflict"), Polarity::conflict, Stroke::dashed, 2, false);
        if (polarity[2]) line(word("neither", "geen van beide"), Polarity::neutral, Stroke::solid, 2, false);
        if (dotted) {
            line(word("not asserted: promised, threatened, denied …",
                      "niet vastgesteld: beloofd, gedreigd, ontkend …"),
                 Polarity::neutral, Stroke::dotted, 1.6, false);
        }
        if (arrow)
            line(word("one-sided, towards the arrowhead", "eenzijdig, naar de pijlpunt"), Polarity::neutral,
                 Stroke::solid, 1.2, true);
        if (thickest > thinnest + 0.5) {
            line(word("few sources", "weinig bronnen"), Polarity::neutral, Stroke::solid, thinnest, false);
            line(word("many sources", "veel bronnen"), Polarity::neutral, Stroke::solid, thickest, false);
        }
        std::array<bool, 6> continents{};
        std::array<bool, 4> kinds{};
        for (const DiagramNode& node : diagram_.nodes) {
            continents[static_cast<std::size_t>(node.continent)] = true;
            kinds[static_cast<std::size_t>(node.kind)] = true;
        }
        if (diagram_.theme != Theme::print) {
            static constexpr std::array<std::array<const char*, 2>, 6> words{{{"", ""},
                                                                              {"Africa", "Afrika"},
                                                                              {"Americas", "Amerika"},
                                                                              {"Asia", "Azië"},
                                                                              {"Europe", "Europa"},
                                                                              {"Oceania", "Oceanië"}}};
            for (std::size_t i = 1; i < continents.size(); ++i) {
                if (continents[i])
                    entries.push_back(
                        {.text = word(words[i][0], words[i][1]), .fill = colours_.continents[i]});
            }
        }
        if (kinds[1]) entries.push_back({.text = word("organisation", "organisatie"), .shape = "box"});
        if (kinds[2]) entries.push_back({.text = word("armed group", "gewapende groep"), .shape = "octagon"});
        if (kinds[3]) entries.push_back({.text = word("person", "persoon"), .shape = "ellipse"});
        return entries;
    }

    /// In the order in which pinned_graph puts them.
    std::vector<Text> all_texts(const std::vector<Entry>& legend) const {
        std::vector<Text> texts{{" title", plain_line(diagram_.title, 120), title_size, bold, nullptr},
                                {" subtitle", diagram_.subtitle, text_size, font, colours_.quiet}};
        if (multiples()) {
            for (const Panel& panel : diagram_.panels)
                texts.push_back({" panel " + panel.title, panel.title, 13, bold, nullptr});
        }
        for (std::size_t i = 0; i < legend.size(); ++i) {
            texts.push_back({fmt::format(" legend {}", i), legend[i].text, caption_size, font, nullptr});
        }
        for (std::size_t i = 0; i < diagram_.caption.size(); ++i) {
            texts.push_back(
                {fmt::format(" caption {}", i), diagram_.caption[i], caption_size, font, colours_.quiet});
        }
        return texts;
    }

    /// Entries side by side from `at`, in rows of `width`; returns the y below them.
    template <typename PutText>
    double draw_legend(Agraph_t* graph, const std::vector<Entry>& legend, Point at, double width,
                       const std::vector<Size>& text_sizes, std::size_t first_text, PutText& put_text) const {
        constexpr double row = 22;
        double x = at.x, y = at.y;
        for (std::size_t i = 0; i < legend.size(); ++i) {
            const Entry& entry = legend[i];
            const double sample = entry.line ? sample_length : 16;
            const double whole = sample + 8 + text_sizes[first_text + i].width;
            if (x > at.x && x + whole > at.x + width) x = at.x, y -= row;
            const double middle = y - text_sizes[first_text + i].height / 2;
            const auto invisible = [&](double where, const char* end) {
                Agnode_t* spot = new_node(graph, fmt::format(" legend {} {}", i, end));
                set(spot, "label", "");
                set(spot, "shape", "point");
                set(spot, "style", "invis");
                set(spot, "width", "0.01");
                set(spot, "height", "0.01");
                set(spot, "pos", pin({where, middle}));
                return spot;
            };
            if (entry.line) {
                Agnode_t* from = invisible(x, "from");
                Agnode_t* to = invisible(x + sample, "to");
                style_edge(new_edge(graph, from, to), *entry.line);
            } else {
                Agnode_t* box = new_node(graph, fmt::format(" legend {} sample", i));
                set(box, "label", "");
                set(box, "shape", entry.shape ? entry.shape : "box");
                set(box, "fillcolor", entry.fill ? entry.fill : colours_.node);
                if (entry.shape) set(box, "style", "filled"), set(box, "penwidth", "1.4");
                set(box, "fixedsize", "true");
                set(box, "width", "0.21");
                set(box, "height", "0.15");
                set(box, "tooltip", " ");
                set(box, "pos", pin({x + sample / 2, middle}));
            }
            put_text({x + sample + 8, y});
            x += whole + legend_gap;
        }
        return legend.empty() ? y : y - row;
    }

    const Diagram& diagram_;
    const Palette& colours_;
    GVC_t* context_;
    std::vector<Size> sizes_;  ///< of the nodes
    std::vector<Point> centres_;
    std::vector<DiagramEdge> samples_;  ///< of the legend
    Graph graph_;
};

/// Cairo writes the time of day into a PDF; the same input shall give the same bytes.
void fix_creation_date(std::string& pdf) {
    constexpr std::string_view key = "/CreationDate (D:";
    const std::size_t at = pdf.find(key);
    if (at == std::string::npos) return;
    constexpr std::string_view never = "20000101000000";
    const std::size_t begin = at + key.size();
    for (std::size_t i = 0;
         i < never.size() && begin + i < pdf.size() && pdf[begin + i] >= '0' && pdf[begin + i] <= '9'; ++i) {
        pdf[begin + i] = never[i];
    }
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
        text.replace(at, from.size(), to);
    }
}

/// Graphviz writes "Noto Sans Bold" as the name of a family, which browsers do not know, and no other family.
/// Texts cannot hold what is looked for: their quotes are escaped.
void name_fonts(std::string& svg) {
    replace_all(svg, "font-family=\"Noto Sans Bold\"", "font-family=\"Noto Sans\" font-weight=\"bold\"");
    replace_all(svg, "font-family=\"Noto Sans\"", "font-family=\"Noto Sans,DejaVu Sans,sans-serif\"");
}

}  // namespace

void draw(const Diagram& diagram, std::string_view target, std::ostream& out) {
    const Session session;
    Drawing drawing(diagram, session.context());
    if (target == "dot") {
        agwrite(drawing.graph(), &out);
        return;
    }
    const std::string format(target);
    const Layout layout(session.context(), drawing.graph(), "neato");
    char* data = nullptr;
    unsigned int length = 0;
    if (gvRenderData(session.context(), drawing.graph(), format.c_str(), &data, &length) != 0 || !data) {
        throw ExportError("Graphviz could not draw the diagram as " + format + ": " + Session::complaints());
    }
    const Rendered rendered(data);
    std::string picture(data, length);
    if (target == "pdf") fix_creation_date(picture);
    if (target == "svg") name_fonts(picture);
    out.write(picture.data(), static_cast<std::streamsize>(picture.size()));
}

}  // namespace entente
