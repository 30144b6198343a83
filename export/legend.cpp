#include "export/legend.hpp"

#include <algorithm>
#include <array>

namespace entente {
namespace {

/// What the lines of all panels show.
struct Lines {
    std::array<bool, 3> polarity{};  ///< in the order of Polarity
    bool dotted = false;
    bool mixed = false;
    bool arrow = false;
    double thinnest = 99;
    double thickest = 0;
};

Lines lines_of(const Diagram& diagram) {
    Lines lines;
    for (const Panel& panel : diagram.panels) {
        for (const DiagramEdge& edge : panel.edges) {
            lines.polarity[static_cast<std::size_t>(edge.polarity)] = true;
            lines.dotted = lines.dotted || edge.stroke == Stroke::dotted;
            lines.mixed = lines.mixed || edge.mixed;
            lines.arrow = lines.arrow || edge.arrow_at_head || edge.arrow_at_tail;
            lines.thinnest = std::min(lines.thinnest, edge.width);
            lines.thickest = std::max(lines.thickest, edge.width);
        }
    }
    return lines;
}

class Legend {
 public:
    Legend(const Diagram& diagram, const Palette& colours) : diagram_(diagram), colours_(colours) {}

    std::vector<LegendEntry> entries() {
        add_lines(lines_of(diagram_));
        if (diagram_.theme != Theme::print) add_continents();
        add_kinds();
        return std::move(entries_);
    }

 private:
    std::string word(const char* en, const char* nl) const {
        return std::string(in_language(diagram_.language, en, nl));
    }

    void add_line(std::string text, const DiagramEdge& sample) {
        entries_.push_back({.text = std::move(text), .line = sample});
    }

    void add_lines(const Lines& lines) {
        const DiagramEdge plain{.polarity = Polarity::neutral, .width = 2};
        const auto sample = [&](auto change) {
            DiagramEdge edge = plain;
            change(edge);
            return edge;
        };
        if (lines.polarity[0]) {
            add_line(word("cooperation", "samenwerking"),
                     sample([](DiagramEdge& edge) { edge.polarity = Polarity::cooperation; }));
        }
        if (lines.polarity[1]) {
            add_line(word("conflict", "conflict"), sample([](DiagramEdge& edge) {
                         edge.polarity = Polarity::conflict;
                         edge.stroke = Stroke::dashed;
                     }));
        }
        if (lines.polarity[2]) add_line(word("neither", "geen van beide"), plain);
        if (lines.dotted) {
            add_line(word("not asserted: promised, threatened, denied …",
                          "niet vastgesteld: beloofd, gedreigd, ontkend …"),
                     sample([](DiagramEdge& edge) { edge.stroke = Stroke::dotted, edge.width = 1.6; }));
        }
        if (lines.mixed) {
            add_line(word("asserted in part: in part denied, threatened …",
                          "deels vastgesteld, deels ontkend, gedreigd …"),
                     sample([](DiagramEdge& edge) { edge.mixed = true, edge.width = 1.2; }));
        }
        if (lines.arrow) {
            add_line(word("one-sided, towards the arrowhead", "eenzijdig, naar de pijlpunt"),
                     sample([](DiagramEdge& edge) { edge.arrow_at_head = true, edge.width = 1.2; }));
        }
        if (lines.thickest > lines.thinnest + 0.5) {
            add_line(word("few sources", "weinig bronnen"),
                     sample([&](DiagramEdge& edge) { edge.width = lines.thinnest; }));
            add_line(word("many sources", "veel bronnen"),
                     sample([&](DiagramEdge& edge) { edge.width = lines.thickest; }));
        }
    }

    void add_continents() {
        static constexpr std::array<std::array<const char*, 2>, 6> words{{{"", ""},
                                                                          {"Africa", "Afrika"},
                                                                          {"Americas", "Amerika"},
                                                                          {"Asia", "Azië"},
                                                                          {"Europe", "Europa"},
                                                                          {"Oceania", "Oceanië"}}};
        std::array<bool, 6> present{};
        for (const DiagramNode& node : diagram_.nodes)
            present[static_cast<std::size_t>(node.continent)] = true;
        for (std::size_t i = 1; i < present.size(); ++i) {
            if (present[i])
                entries_.push_back({.text = word(words[i][0], words[i][1]), .fill = colours_.continents[i]});
        }
    }

    void add_kinds() {
        const auto has = [&](ActorKind kind) {
            return std::ranges::any_of(diagram_.nodes,
                                       [&](const DiagramNode& node) { return node.kind == kind; });
        };
        if (has(ActorKind::organisation))
            entries_.push_back({.text = word("organisation", "organisatie"), .shape = "box"});
        if (has(ActorKind::armed_group))
            entries_.push_back({.text = word("armed group", "gewapende groep"), .shape = "octagon"});
        if (has(ActorKind::person))
            entries_.push_back({.text = word("person", "persoon"), .shape = "ellipse"});
    }

    const Diagram& diagram_;
    const Palette& colours_;
    std::vector<LegendEntry> entries_;
};

}  // namespace

std::vector<LegendEntry> legend_of(const Diagram& diagram, const Palette& colours) {
    return Legend(diagram, colours).entries();
}

}  // namespace entente
