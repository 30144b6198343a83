#include <algorithm>
#include <ostream>
#include <tuple>

#include <fmt/format.h>

#include "export/caption.hpp"
#include "export/diagram.hpp"
#include "export/escape.hpp"
#include "export/writers.hpp"

namespace entente {
namespace {

constexpr std::size_t usual_bars = 60;
constexpr std::size_t longest_name = 60;

/// Charts have no escapes: what has a meaning in them becomes a blank.
std::string chart_text(std::string_view text) {
    std::string line = plain_line(text, longest_name);
    for (char& c : line) {
        if (std::string_view(":;#<>&%\"{}\\`").find(c) != std::string_view::npos) c = ' ';
    }
    return line.find_first_not_of(' ') == std::string::npos ? "?" : line;
}

/// The first and the last day that anything of the selection is known of; open ends are drawn up to them.
Interval known_days(const Selection& selection) {
    Interval days = selection.period;
    for (const Relation& relation : selection.relations) {
        for (const auto& day : {relation.valid.start, relation.valid.end, relation.known_from}) {
            if (!day) continue;
            if (!selection.period.start) days.start = days.start ? std::min(*days.start, *day) : *day;
            if (!selection.period.end) days.end = days.end ? std::max(*days.end, *day) : *day;
        }
    }
    return days;
}

/// The best supported relations whose time is known, those of a pair together, oldest first.
std::vector<const Relation*> bars_of(const Selection& selection, std::size_t most, LeftOut& left_out) {
    std::vector<const Relation*> bars;
    for (const Relation& relation : selection.relations) {
        const bool timed = relation.valid.start || relation.valid.end;
        if (timed && find_actor(selection, relation.source) && find_actor(selection, relation.target))
            bars.push_back(&relation);
    }
    std::ranges::stable_sort(bars, [](const Relation* a, const Relation* b) {
        return std::tuple(b->support.origins, b->confidence, a->id) <
               std::tuple(a->support.origins, a->confidence, b->id);
    });
    if (bars.size() > most) bars.resize(most);
    left_out.relations = selection.left_out + selection.relations.size() - bars.size();
    std::ranges::sort(bars, {}, [](const Relation* relation) {
        const auto [first, second] = std::minmax(relation->source, relation->target);
        return std::tuple(first, second, relation->valid.start, relation->id);
    });
    return bars;
}

const char* tag(Polarity polarity) {
    switch (polarity) {
        case Polarity::conflict:
            return "crit, ";
        case Polarity::cooperation:
            return "active, ";
        case Polarity::neutral:
            return "";
    }
    return "";
}

}  // namespace

void write_mermaid_gantt(std::ostream& out, const Selection& selection, const ExportOptions& options) {
    const Names names(options.language);
    LeftOut left_out;
    const auto bars = bars_of(selection, options.max_edges != 0 ? options.max_edges : usual_bars, left_out);
    const Interval days = known_days(selection);

    for (const std::string& line : caption_of(selection, left_out, names))
        out << "%% " << plain_line(line) << '\n';
    out << "gantt\n  title " << chart_text(title_of(selection, options))
        << "\n  dateFormat YYYY-MM-DD\n  axisFormat %Y\n  inclusiveEndDates\n";
    std::string section;
    std::size_t number = 0;
    for (const Relation* bar : bars) {
        const auto [first, second] = std::minmax(bar->source, bar->target);
        const std::string pair = chart_text(names.actor(*find_actor(selection, first))) + " – " +
                                 chart_text(names.actor(*find_actor(selection, second)));
        if (pair != section) out << "  section " << pair << '\n';
        section = pair;
        const Day start = bar->valid.start.value_or(std::min(*days.start, *bar->valid.end));
        const Day end = std::max(bar->valid.end.value_or(*days.end), start);
        std::string what = names.short_relation(bar->type);
        if (bar->modality != Modality::asserted) what += fmt::format(", {}", names.modality(bar->modality));
        out << "  " << chart_text(fmt::format("{} ({})", what, bar->support.articles)) << " :"
            << tag(polarity_of(bar->sign)) << 't' << number++ << ", " << to_string(start) << ", "
            << to_string(end) << '\n';
    }
}

}  // namespace entente
