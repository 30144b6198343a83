#include "export/fields.hpp"

#include <algorithm>
#include <array>

namespace entente {
namespace {

constexpr std::array actor_specs{
    FieldSpec{"label", FieldType::text},   FieldSpec{"name_en", FieldType::text},
    FieldSpec{"name_nl", FieldType::text}, FieldSpec{"kind", FieldType::text},
    FieldSpec{"iso2", FieldType::text},    FieldSpec{"iso_numeric", FieldType::text},
    FieldSpec{"region", FieldType::text},  FieldSpec{"lat", FieldType::real},
    FieldSpec{"lon", FieldType::real},
};

constexpr std::array relation_specs{
    FieldSpec{"relation", FieldType::text},
    FieldSpec{"label", FieldType::text},
    FieldSpec{"polarity", FieldType::text},
    FieldSpec{"sign", FieldType::real},
    FieldSpec{"undirected", FieldType::boolean},
    FieldSpec{"valid_from", FieldType::date},
    FieldSpec{"valid_to", FieldType::date},
    FieldSpec{"valid_from_text", FieldType::text},
    FieldSpec{"valid_to_text", FieldType::text},
    FieldSpec{"t0", FieldType::integer},
    FieldSpec{"t1", FieldType::integer},
    FieldSpec{"weight", FieldType::real},
    FieldSpec{"evidence_count", FieldType::integer},
    FieldSpec{"articles", FieldType::integer},
    FieldSpec{"publishers", FieldType::integer},
    FieldSpec{"origins", FieldType::integer},
    FieldSpec{"goldstein", FieldType::real},
    FieldSpec{"modality", FieldType::text},
    FieldSpec{"basis", FieldType::text},
    FieldSpec{"stage", FieldType::text},
    FieldSpec{"obligation", FieldType::text},
    FieldSpec{"known_from", FieldType::date},
};

FieldValue text_or_none(std::string_view text) {
    return text.empty() ? FieldValue{} : FieldValue{std::string(text)};
}

/// "2024-10" for a day at the `edge` of a month that is only known to the month, "2024" for a year; else
/// empty.
std::string partial(Day day, Granularity granularity, bool is_end) {
    const std::chrono::year_month_day date{day};
    const std::chrono::year_month_day next{day + std::chrono::days{1}};
    const bool month_edge = is_end ? next.day() == std::chrono::day{1} : date.day() == std::chrono::day{1};
    if (!month_edge) return {};
    if (granularity == Granularity::month) return to_string(day).substr(0, 7);
    const bool year_edge =
        is_end ? date.month() == std::chrono::December : date.month() == std::chrono::January;
    if (granularity == Granularity::year && year_edge) {
        const std::string text = to_string(day);
        return text.substr(0, text.size() - 6);
    }
    return {};
}

}  // namespace

std::string_view to_string(Polarity polarity) {
    switch (polarity) {
        case Polarity::cooperation:
            return "cooperation";
        case Polarity::conflict:
            return "conflict";
        case Polarity::neutral:
            return "neutral";
    }
    return {};
}

std::string_view colour_of(Polarity polarity) {
    switch (polarity) {
        case Polarity::cooperation:
            return "#0072B2";
        case Polarity::conflict:
            return "#D55E00";
        case Polarity::neutral:
            return "#7F7F7F";
    }
    return {};
}

std::span<const FieldSpec> actor_fields() { return actor_specs; }
std::span<const FieldSpec> relation_fields() { return relation_specs; }

void actor_row(const Actor& actor, const Names& names, Row& row) {
    row.clear();
    const Place* place = names.place(actor.id);
    row.emplace_back(std::string(names.actor(actor)));
    row.push_back(text_or_none(actor.name_en));
    row.push_back(text_or_none(actor.name_nl));
    row.emplace_back(std::string(to_string(actor.kind)));
    row.push_back(place ? text_or_none(place->iso2) : FieldValue{});
    row.push_back(place ? text_or_none(place->numeric) : FieldValue{});
    row.push_back(place ? text_or_none(place->region) : FieldValue{});
    row.push_back(place ? FieldValue{place->latitude} : FieldValue{});
    row.push_back(place ? FieldValue{place->longitude} : FieldValue{});
}

void relation_row(const Relation& relation, const Names& names, Row& row) {
    const auto& [start, end, granularity] = relation.valid;
    row.clear();
    row.emplace_back(relation.type);
    row.emplace_back(names.relation(relation.type));
    row.emplace_back(std::string(to_string(polarity_of(relation.sign))));
    row.emplace_back(relation.sign);
    row.emplace_back(relation.symmetric);
    row.push_back(start ? FieldValue{to_string(*start)} : FieldValue{});
    row.push_back(end ? FieldValue{to_string(*end)} : FieldValue{});
    row.push_back(start ? text_or_none(partial(*start, granularity, false)) : FieldValue{});
    row.push_back(end ? text_or_none(partial(*end, granularity, true)) : FieldValue{});
    row.push_back(start ? FieldValue{day_number(*start)} : FieldValue{});
    row.push_back(end ? FieldValue{day_number(*end)} : FieldValue{});
    row.emplace_back(relation.confidence);
    row.emplace_back(std::int64_t{relation.support.claims});
    row.emplace_back(std::int64_t{relation.support.articles});
    row.emplace_back(std::int64_t{relation.support.publishers});
    row.emplace_back(std::int64_t{relation.support.origins});
    row.emplace_back(relation.goldstein);
    row.emplace_back(std::string(to_string(relation.modality)));
    row.emplace_back(std::string(relation.basis == Basis::articles ? "articles" : "background"));
    row.push_back(text_or_none(relation.stage));
    row.push_back(text_or_none(relation.obligation));
    row.push_back(relation.known_from ? FieldValue{to_string(*relation.known_from)} : FieldValue{});
}

std::string title_of(const Selection& selection, const ExportOptions& options) {
    if (!options.title.empty()) return options.title;
    if (!selection.title.empty()) return selection.title;
    std::string title(in_language(options.language, "Relations", "Betrekkingen"));
    const std::string period = period_of(selection, options.language);
    return period.empty() ? title : title + ", " + period;
}

namespace {

/// As short as the day of a period can be said: "2024" for the first (or last) day of a year, "2024-10" of a
/// month.
std::string edge_text(Day day, bool is_end) {
    for (const Granularity granularity : {Granularity::year, Granularity::month}) {
        if (std::string text = partial(day, granularity, is_end); !text.empty()) return text;
    }
    return to_string(day);
}

}  // namespace

std::string period_text(const Interval& period, Language language) {
    const bool dutch = language == Language::nl;
    if (period.start && period.end) {
        if (period.start == period.end) return (dutch ? "op " : "on ") + to_string(*period.start);
        const std::string first = edge_text(*period.start, false);
        std::string last = edge_text(*period.end, true);
        if (first == last) return "in " + first;
        // "2022-02-24 to 2022-02" would be said of no day: behind a day there is a day.
        if (first == to_string(*period.start)) last = to_string(*period.end);
        return first + (dutch ? " tot en met " : " to ") + last;
    }
    if (period.start) return (dutch ? "sinds " : "since ") + edge_text(*period.start, false);
    if (period.end) return (dutch ? "tot en met " : "until ") + edge_text(*period.end, true);
    return {};
}

std::string period_of(const Selection& selection, Language language) {
    Interval period = selection.period;
    bool lasts = false;  // something that began has no end yet
    if (!period.start && !period.end) {
        const auto is_background = [](const Relation& relation) {
            return relation.basis == Basis::background;
        };
        const bool only_background = std::ranges::all_of(selection.relations, is_background);
        for (const Relation& relation : selection.relations) {
            if (is_background(relation) && !only_background) continue;
            const Interval held = found_interval(relation);
            for (const auto& day : {held.start, held.end}) {
                if (!day) continue;
                period.start = period.start ? std::min(*period.start, *day) : *day;
                period.end = period.end ? std::max(*period.end, *day) : *day;
            }
            lasts = lasts || (held.start && !held.end);
        }
    }
    if (lasts && period.start == period.end) period.end.reset();
    return period_text(period, language);
}

std::string_view class_of(ActorKind kind) {
    switch (kind) {
        case ActorKind::state:
            return "State";
        case ActorKind::organisation:
            return "Organisation";
        case ActorKind::armed_group:
            return "ArmedGroup";
        case ActorKind::person:
            return "Person";
    }
    return "State";
}

const Actor* find_actor(const Selection& selection, std::string_view id) {
    const auto found = std::ranges::lower_bound(
        selection.actors, id, {}, [](const Actor& actor) -> std::string_view { return actor.id; });
    return found != selection.actors.end() && found->id == id ? &*found : nullptr;
}

}  // namespace entente
