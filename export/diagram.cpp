#include "export/diagram.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>

#include <fmt/format.h>

#include "export/caption.hpp"
#include "export/escape.hpp"

namespace entente {
namespace {

constexpr std::size_t usual_actors = 60;
constexpr std::size_t usual_panel_actors = 20;
constexpr std::size_t usual_panels = 24;       ///< small multiples: the last ones
constexpr std::size_t edges_with_dates = 16;   ///< up to so many lines, labels say what and when
constexpr std::size_t edges_with_labels = 34;  ///< up to so many, they say what
constexpr std::size_t longest_label = 60;
constexpr std::size_t longest_label_line = 16;
constexpr std::size_t tooltip_lines = 15;

constexpr std::array<std::string_view, 7> layout_names{"map",   "neato", "fdp",  "sfdp",
                                                       "circo", "dot",   "twopi"};

/// As many merged edges as stay legible among `actors`; who asks for more actors gets lines for them too.
std::size_t usual_edges(std::size_t actors) {
    return std::clamp<std::size_t>(actors * 2, 12, actors > usual_actors ? 300 : 110);
}

std::string wrapped(const std::string& name) {
    std::string text = plain_line(name, longest_label);
    if (text.size() <= longest_label_line) return text;
    // At the space nearest to the middle.
    std::size_t best = std::string::npos;
    const auto distance = [&](std::size_t at) {
        return std::abs(static_cast<long>(2 * at) - static_cast<long>(text.size()));
    };
    for (std::size_t at = text.find(' '); at != std::string::npos; at = text.find(' ', at + 1)) {
        if (best == std::string::npos || distance(at) < distance(best)) best = at;
    }
    if (best == std::string::npos) return text;
    return text.substr(0, best) + '\n' + text.substr(best + 1);
}

/// Two regional indicator symbols (Unicode, UTS 51).
std::string flag(std::string_view iso2) {
    std::string text;
    for (const char c : iso2) {
        if (c < 'A' || c > 'Z') return {};
        text += "\xF0\x9F\x87";
        text += static_cast<char>(0xA6 + (c - 'A'));
    }
    return text;
}

DiagramNode node(const Actor& actor, const ExportOptions& options, const Names& names) {
    DiagramNode node{
        .id = actor.id, .kind = actor.kind, .in_focus = !actor.id.empty() && actor.id == options.focus};
    const bool code = options.labels == Labels::codes && actor.kind != ActorKind::person;
    node.label = code ? plain_line(actor.id, longest_label) : wrapped(std::string(names.actor(actor)));
    node.tooltip = fmt::format("{} ({})", names.actor(actor), actor.id);
    if (const Place* place = names.place(actor.id)) {
        node.continent = actor.kind == ActorKind::state ? place->continent : Continent::none;
        node.placed = true;
        node.longitude = place->longitude;
        node.latitude = place->latitude;
        const std::string emoji = options.flags ? flag(place->iso2) : std::string();
        if (!emoji.empty()) node.label = emoji + " " + node.label;
    }
    for (std::size_t i = 0; i < options.blocs.size() && !node.bloc; ++i) {
        if (std::ranges::find(options.blocs[i].members, actor.id) != options.blocs[i].members.end())
            node.bloc = i;
    }
    return node;
}

enum class Detail { none, what, what_and_when };

/// "sanctions 2022–", "military aid", "+2": at most two relation types, then the number of others.
std::vector<std::string> bundle(const Selection& selection, const MergedEdge& edge, const Names& names,
                                Detail detail) {
    if (detail == Detail::none) return {};
    const std::size_t most = detail == Detail::what ? 1 : 2;
    std::vector<std::string> types, lines;
    for (const std::uint32_t index : edge.relations) {
        const Relation& relation = selection.relations[index];
        if (std::ranges::find(types, relation.type) != types.end()) continue;
        types.push_back(relation.type);
        if (types.size() > most) continue;
        std::string line = names.short_relation(relation.type);
        if (relation.modality != Modality::asserted)
            line += fmt::format(" ({})", names.modality(relation.modality));
        const std::string years = detail == Detail::what_and_when ? years_of(relation.valid) : std::string();
        if (!years.empty()) line.append(" ").append(years);
        lines.push_back(std::move(line));
    }
    if (types.size() > most) {
        const std::string more = fmt::format("+{}", types.size() - most);
        if (detail == Detail::what) {
            lines.back() += " " + more;
        } else {
            lines.push_back(more);
        }
    }
    return lines;
}

std::vector<std::string> tooltip(const Selection& selection, const MergedEdge& edge, const Names& names) {
    std::vector<std::string> lines;
    for (const std::uint32_t index : edge.relations) {
        const Relation& relation = selection.relations[index];
        if (lines.size() == tooltip_lines) {
            lines.push_back(fmt::format("+{}", edge.relations.size() - tooltip_lines));
            break;
        }
        std::vector<std::string> known;
        if (relation.valid.start || relation.valid.end) known.push_back(to_string(relation.valid));
        if (relation.modality != Modality::asserted) known.emplace_back(names.modality(relation.modality));
        known.push_back(names.count(relation.support.articles, Counted::article));
        lines.push_back(fmt::format("{} {} {} ({})", relation.source, names.relation(relation.type),
                                    relation.target, fmt::join(known, "; ")));
    }
    return lines;
}

DiagramEdge edge(const Selection& selection, const MergedEdge& merged, const Names& names, Detail detail,
                 const std::unordered_map<std::uint32_t, std::size_t>& node_of) {
    DiagramEdge edge{.tail = node_of.at(merged.first), .head = node_of.at(merged.second)};
    edge.arrow_at_head = merged.forward;
    edge.arrow_at_tail = merged.backward;
    if (merged.backward && !merged.forward) {
        std::swap(edge.tail, edge.head);
        std::swap(edge.arrow_at_head, edge.arrow_at_tail);
    }
    edge.id = selection.relations[merged.relations.front()].id;
    edge.polarity = merged.polarity;
    edge.stroke = !merged.asserted                        ? Stroke::dotted
                  : merged.polarity == Polarity::conflict ? Stroke::dashed
                                                          : Stroke::solid;
    edge.mixed = merged.mixed;
    edge.width = std::min(0.8 + 0.5 * std::log2(1.0 + merged.support), 4.0);
    edge.label = bundle(selection, merged, names, detail);
    edge.tooltip = tooltip(selection, merged, names);
    return edge;
}

int year_of(Day day) { return static_cast<int>(std::chrono::year_month_day{day}.year()); }

/// First and last year of the small multiples: of the period asked for, where it is bounded, else of what is
/// known.
std::optional<std::pair<int, int>> year_range(const Selection& selection) {
    std::optional<int> first, last;
    for (const Relation& relation : selection.relations) {
        for (const auto& day : {relation.valid.start, relation.valid.end, relation.known_from}) {
            if (!day) continue;
            const int year = year_of(*day);
            first = first ? std::min(*first, year) : year;
            last = last ? std::max(*last, year) : year;
        }
    }
    if (selection.period.start) first = year_of(*selection.period.start);
    if (selection.period.end) last = year_of(*selection.period.end);
    if (!first || !last || *first > *last) return std::nullopt;
    return std::pair{*first, *last};
}

std::vector<std::uint32_t> relations_in_year(const Selection& selection, int year) {
    const Interval whole{.start = Day{std::chrono::year{year} / 1 / 1},
                         .end = Day{std::chrono::year{year} / 12 / 31},
                         .granularity = Granularity::year};
    std::vector<std::uint32_t> found;
    for (std::uint32_t i = 0; i < selection.relations.size(); ++i) {
        // Without a time of its own it is looked for by its publication, as in queries.
        const Interval held = found_interval(selection.relations[i]);
        if ((held.start || held.end) && overlap(held, whole)) found.push_back(i);
    }
    return found;
}

/// Without a wish: Graphviz's stress majorisation (neato), in which who is close stands close. The map is
/// familiar, but its lines cross half the picture; it is there for who asks.
std::string chosen_layout(const ExportOptions& options) {
    if (!options.layout.empty()) {
        if (std::ranges::find(layout_names, options.layout) == layout_names.end()) {
            throw ExportError(fmt::format("there is no layout '{}'; choose one of {}", options.layout,
                                          fmt::join(layout_names, ", ")));
        }
        return options.layout;
    }
    return "neato";
}

/// Panels of the last years, each with what held in it among `node_of`; returns how many years were left out.
std::size_t add_years(Diagram& drawn, const Selection& selection, std::pair<int, int> years,
                      const Names& names, const std::unordered_map<std::uint32_t, std::size_t>& node_of) {
    const int first = std::max(years.first, years.second - static_cast<int>(usual_panels) + 1);
    for (int year = first; year <= years.second; ++year) {
        Panel panel{.title = fmt::format("{}", year)};
        for (const MergedEdge& merged : merge_edges(selection, relations_in_year(selection, year))) {
            if (!node_of.contains(merged.first) || !node_of.contains(merged.second)) continue;
            panel.edges.push_back(edge(selection, merged, names, Detail::none, node_of));
        }
        drawn.panels.push_back(std::move(panel));
    }
    return static_cast<std::size_t>(first - years.first);
}

Detail detail_of(std::size_t edges, Words words) {
    if (edges <= edges_with_dates) return Detail::what_and_when;
    return edges <= edges_with_labels || words == Words::always ? Detail::what : Detail::none;
}

Subset shown_of(const Selection& selection, const ExportOptions& options) {
    const std::size_t max_actors = options.max_actors != 0   ? options.max_actors
                                   : options.small_multiples ? usual_panel_actors
                                                             : usual_actors;
    const std::size_t max_edges = options.max_edges != 0
                                      ? options.max_edges
                                      : usual_edges(std::min(max_actors, selection.actors.size()));
    return most_relevant(selection, max_actors, max_edges);
}

}  // namespace

std::span<const std::string_view> layouts() { return layout_names; }

std::string years_of(const Interval& interval) {
    if (!interval.start && !interval.end) return {};
    const std::string from = interval.start ? fmt::format("{}", year_of(*interval.start)) : std::string();
    const std::string to = interval.end ? fmt::format("{}", year_of(*interval.end)) : std::string();
    return from == to ? from : from + "–" + to;
}

Diagram diagram(const Selection& selection, const ExportOptions& options, const Names& names, Words words) {
    const Subset subset = shown_of(selection, options);
    Diagram drawn{
        .language = options.language, .theme = options.theme, .title = title_of(selection, options)};
    std::unordered_map<std::uint32_t, std::size_t> node_of;
    for (const std::uint32_t actor : subset.actors) {
        node_of[actor] = drawn.nodes.size();
        drawn.nodes.push_back(node(selection.actors[actor], options, names));
    }
    for (const Bloc& bloc : options.blocs) drawn.blocs.push_back(plain_line(bloc.name, longest_label));
    drawn.layout = chosen_layout(options);

    LeftOut left_out{
        .actors = subset.actors_left_out, .ties = subset.edges_left_out, .relations = selection.left_out};
    const auto years = options.small_multiples ? year_range(selection) : std::nullopt;
    if (years) {
        left_out.years = add_years(drawn, selection, *years, names, node_of);
    } else {
        Panel& panel = drawn.panels.emplace_back();
        const Detail detail = detail_of(subset.edges.size(), words);
        for (const MergedEdge& merged : subset.edges)
            panel.edges.push_back(edge(selection, merged, names, detail, node_of));
    }

    drawn.subtitle = names.count(subset.actors.size(), Counted::actor) + ", " +
                     names.count(subset.edges.size(), Counted::tie);
    const std::string period = period_of(selection, options.language);
    if (!period.empty() && drawn.title.find(period) == std::string::npos) drawn.subtitle += " · " + period;
    drawn.caption = caption_of(selection, left_out, names);
    return drawn;
}

}  // namespace entente
