#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "export/fields.hpp"
#include "export/merge.hpp"

namespace entente {

/// A country-relation diagram as plain values, before anything is placed: what is drawn, not where. All texts
/// are as they came in; whoever writes them escapes them.
struct DiagramNode {
    ActorId id;
    std::string label;  ///< one or two lines, separated by '\n'
    std::string tooltip;
    ActorKind kind = ActorKind::state;
    Continent continent = Continent::none;
    std::optional<std::size_t> bloc;  ///< index into Diagram::blocs
    bool in_focus = false;            ///< whom the picture is about
    bool placed = false;              ///< whether the two below are known
    double longitude = 0.0;           ///< degrees
    double latitude = 0.0;
};

enum class Stroke : std::uint8_t { solid, dashed, dotted };

struct DiagramEdge {
    std::size_t tail = 0;  ///< index into Diagram::nodes
    std::size_t head = 0;
    std::string id;              ///< of the strongest relation
    bool arrow_at_head = false;  ///< only where direction means something
    bool arrow_at_tail = false;
    Polarity polarity = Polarity::neutral;
    Stroke stroke = Stroke::solid;     ///< dotted: nothing asserted; dashed: conflict; else solid
    bool mixed = false;                ///< a double line: part of it is asserted, part is not
    double width = 1.0;                ///< points, by support
    std::vector<std::string> label;    ///< lines; empty in crowded pictures
    std::vector<std::string> tooltip;  ///< one line a relation
};

/// One picture of the nodes; with small multiples one for each year.
struct Panel {
    std::string title;  ///< empty if there is only one
    std::vector<DiagramEdge> edges;
};

struct Diagram {
    Language language = Language::en;
    Theme theme = Theme::light;
    std::string title;
    std::string subtitle;              ///< "24 actors, 71 ties, 2022-01-01 to 2024-12-31"
    std::vector<std::string> caption;  ///< what was left out, where it comes from
    std::string layout;                ///< `map` or a Graphviz engine
    std::vector<DiagramNode> nodes;
    std::vector<Panel> panels;  ///< at least one
    std::vector<std::string> blocs;
};

/// Whether lines say what they are where there are too many of them for a picture with fixed places.
enum class Words : std::uint8_t { where_legible, always };

/// What to draw of `selection`: ties merged per pair and polarity; at most 60 actors (20 with small
/// multiples) unless the options say otherwise, the most relevant ones, and the caption says how many were
/// left out. Throws ExportError for an unknown layout.
Diagram diagram(const Selection& selection, const ExportOptions& options, const Names& names,
                Words words = Words::where_legible);

/// "2022", "2022–", "–2024", "2022–2024": the years of an interval; empty if it is open on both sides.
std::string years_of(const Interval& interval);

}  // namespace entente
