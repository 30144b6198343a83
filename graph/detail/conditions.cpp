#include "graph/detail/conditions.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <type_traits>

#include "graph/relation.hpp"

namespace entente {

namespace {

std::int64_t number(Day day) { return day.time_since_epoch().count(); }

void add_period(Conditions& where, const std::string& t, const Period& period, During during) {
    if (!period.given()) {
        return;
    }
    const auto from = t + "found_from";
    const auto to = t + "found_to";
    switch (during) {
        case During::holds:
            where.add("(" + from + " IS NOT NULL OR " + to + " IS NOT NULL)");
            if (period.since) {
                where.add("(" + to + " IS NULL OR " + to + " >= ?)", number(*period.since));
            }
            if (period.until) {
                where.add("(" + from + " IS NULL OR " + from + " <= ?)", number(*period.until));
            }
            break;
        case During::begins:
        case During::ends:
            const auto& edge = during == During::begins ? from : to;
            where.add(edge + " IS NOT NULL");
            if (period.since) {
                where.add(edge + " >= ?", number(*period.since));
            }
            if (period.until) {
                where.add(edge + " <= ?", number(*period.until));
            }
            break;
    }
}

/// Relations of one class of length as the index relation_type has them (schema.cpp), and the most days from
/// their first to their last. Class 1, with neither, is found on no day.
struct LengthClass {
    int number = 0;
    std::int64_t days = 0;
};
constexpr std::int64_t endless = 10000000;
constexpr int without_beginning = 0;
constexpr int without_end = 2;
constexpr int on_one_day = 3;
constexpr std::array<LengthClass, 9> length_classes{{{without_beginning, 0},
                                                     {without_end, endless},
                                                     {on_one_day, 0},
                                                     {4, 7},
                                                     {5, 31},
                                                     {6, 92},
                                                     {7, 366},
                                                     {8, 1830},
                                                     {9, endless}}};

/// Added to the class: what is not asserted, and what is from the tables of knowledge/.
constexpr int not_asserted = 10;
constexpr int from_tables = 20;

const char* const class_of_relation =
    "(r.modality <> 'asserted') * 10 + (r.basis <> 'articles') * 20 +"
    " CASE WHEN r.found_from IS NULL THEN r.found_to IS NULL WHEN r.found_to IS NULL THEN 2"
    " WHEN r.found_to <= r.found_from THEN 3 WHEN r.found_to - r.found_from <= 7 THEN 4"
    " WHEN r.found_to - r.found_from <= 31 THEN 5 WHEN r.found_to - r.found_from <= 92 THEN 6"
    " WHEN r.found_to - r.found_from <= 366 THEN 7 WHEN r.found_to - r.found_from <= 1830 THEN 8 ELSE 9 END";

/// Between which days relations of a class begin that fit the period; those without a beginning, end. Empty:
/// none.
std::optional<std::pair<std::int64_t, std::int64_t>> beginnings(const LengthClass& one, const Period& period,
                                                                During during) {
    const auto since = period.since ? number(*period.since) : -endless;
    const auto until = period.until ? number(*period.until) : endless;
    const bool begins = one.number != without_beginning;
    const bool ends = one.number != without_end;
    switch (during) {
        case During::holds:
            return std::pair{since - one.days, begins ? until : endless};
        case During::begins:
            return begins ? std::optional{std::pair{since, until}} : std::nullopt;
        case During::ends:
            return ends ? std::optional{std::pair{since - one.days, until}} : std::nullopt;
    }
    return std::nullopt;
}

bool is_of(const LengthClass& one, Lasting lasting) {
    switch (lasting) {
        case Lasting::any:
            return true;
        case Lasting::without_beginning:
            return one.number == without_beginning;
        case Lasting::without_end:
            return one.number == without_end;
        case Lasting::one_day:
            return one.number == on_one_day;
        case Lasting::longer:
            return one.number > on_one_day;
    }
    return false;
}

/// Relations of anybody in a period: of each type and class of length the index is read only where they may
/// begin. SQLite keeps the order of a CROSS JOIN.
void add_slice(Conditions& where, const Filter& filter, const Period& period, Lasting lasting) {
    const auto& modalities = filter.modalities;
    const bool any = modalities.empty();
    const bool asserted =
        any || std::find(modalities.begin(), modalities.end(), Modality::asserted) != modalities.end();
    const bool others = any || modalities.size() > (asserted ? 1U : 0U);
    std::vector<int> kinds;
    for (const int basis : {0, from_tables}) {
        if (basis == 0 || filter.background) {
            for (const int modality : {0, not_asserted}) {
                if (modality == 0 ? asserted : others) {
                    kinds.push_back(basis + modality);
                }
            }
        }
    }
    std::string classes;
    for (const auto& one : length_classes) {
        if (const auto days = is_of(one, lasting) ? beginnings(one, period, filter.during) : std::nullopt) {
            for (const int kind : kinds) {
                classes += (classes.empty() ? "(" : ", (") + std::to_string(kind + one.number) + ", " +
                           std::to_string(days->first) + ", " + std::to_string(days->second) + ")";
            }
        }
    }
    if (classes.empty()) {
        classes = "(NULL, NULL, NULL)";  // none of them fits the period
    }
    where.from("(VALUES " + classes + ") k CROSS JOIN relation r INDEXED BY relation_type");
    if (filter.relations.empty()) {
        // The types that there are, each found behind the one before.
        where.add(
            "r.type IN (WITH RECURSIVE t(x) AS (SELECT min(type) FROM relation UNION ALL SELECT (SELECT "
            "min(type)"
            " FROM relation WHERE type > t.x) FROM t WHERE t.x IS NOT NULL) SELECT x FROM t WHERE x IS NOT "
            "NULL)");
    } else {
        where.add_any("r.type", filter.relations, [](const std::string& type) { return type; });
    }
    where.add(std::string{class_of_relation} + " = k.column1");
    where.add("ifnull(r.found_from, r.found_to) BETWEEN k.column2 AND k.column3");
    if (filter.during == During::holds && period.since && lasting != Lasting::without_end) {
        where.add(lasting == Lasting::any ? "(r.found_to IS NULL OR r.found_to >= ?)" : "r.found_to >= ?",
                  number(*period.since));
    }
    if (filter.during == During::ends) {
        if (period.since) {
            where.add("r.found_to >= ?", number(*period.since));
        }
        if (period.until) {
            where.add("r.found_to <= ?", number(*period.until));
        }
    }
}

std::string list_of(const std::vector<std::int64_t>& numbers) {
    std::string out;
    for (const auto one : numbers) {
        out += (out.empty() ? "" : ", ") + std::to_string(one);
    }
    return out;
}

/// Types, period and actors, which indexes answer. With actors, the indexes of both sides are searched to
/// their last column, and only rows that fit are read: `+` keeps SQLite from the index of the types.
template <typename Types, typename ToText>
void add_indexed(Conditions& where, const std::string& table, const Types& types, const ToText& to_text,
                 const Resolved& resolved, const Period& period, During during) {
    const auto t = std::string{table.front()} + ".";
    if (resolved.between) {
        where.add(t + "pair = ?", resolved.pair);
    }
    if (resolved.rows.empty()) {
        where.add_any((resolved.between ? "+" : "") + t + "type", types, to_text);
        add_period(where, t, period, during);
        return;
    }
    const auto rows = list_of(resolved.rows);
    const auto select = [&](const std::string& side) {
        return "SELECT row FROM " + table + " INDEXED BY " + table + "_" + side;
    };
    const auto inner = [&](const std::string& side) {
        Conditions conditions;
        conditions.add(side + " IN (" + rows + ")");
        conditions.add_any("type", types, to_text);
        add_period(conditions, "", period, during);
        return conditions;
    };
    where.add_either((resolved.between ? "+" : "") + t + "row", select("source"), inner("source"),
                     select("target"), inner("target"));
}

void add_common(Conditions& where, const std::string& t, const Filter& filter) {
    where.add_any(t + ".modality", filter.modalities,
                  [](Modality one) { return std::string{to_string(one)}; });
    if (filter.min_confidence > 0.0) {
        where.add(t + ".confidence >= ?", filter.min_confidence);
    }
}

void add_publishers(Conditions& where, const Filter& filter, const std::string& links,
                    const std::string& column, const std::string& t) {
    if (filter.publishers.empty()) {
        return;
    }
    where.add_any("EXISTS (SELECT 1 FROM " + links +
                      " l JOIN claim c ON c.row = l.claim JOIN article a ON a.row ="
                      " c.article JOIN publisher p ON p.row = a.publisher WHERE l." +
                      column + " = " + t + ".row AND p.name",
                  filter.publishers, [](const std::string& name) { return name; });
    where.close();
}

}  // namespace

void Conditions::add_either(const std::string& row, const std::string& select, const Conditions& where,
                            const std::string& other_select, const Conditions& other_where) {
    add(row + " IN (" + select + where.sql() + " UNION ALL " + other_select + other_where.sql() + ")");
    for (const auto* inner : {&where, &other_where}) {
        values_.insert(values_.end(), inner->values_.begin(), inner->values_.end());
    }
}

int Conditions::bind(Statement& statement, int first) const {
    int parameter = first;
    for (const auto& value : values_) {
        std::visit(
            [&](const auto& one) {
                if constexpr (std::is_same_v<std::decay_t<decltype(one)>, std::string>) {
                    statement.bind(parameter, std::string_view{one});
                } else {
                    statement.bind(parameter, one);
                }
            },
            value);
        ++parameter;
    }
    return parameter;
}

bool is_slice(const Resolved& resolved, const Period& period) {
    return period.given() && resolved.rows.empty() && !resolved.between;
}

Conditions relation_conditions(const Filter& filter, const Resolved& resolved, const Period& period,
                               Lasting lasting) {
    Conditions where;
    where.from("relation r");
    const bool slice = is_slice(resolved, period);
    if (slice) {
        add_slice(where, filter, period, lasting);
    } else {
        add_indexed(
            where, "relation", filter.relations, [](const std::string& type) { return type; }, resolved,
            period, filter.during);
    }
    Filter common = filter;
    if (slice && filter.modalities == std::vector{Modality::asserted}) {
        common.modalities.clear();  // the classes say it
    }
    add_common(where, "r", common);
    if (filter.in_force) {
        where.add(in_force_sql("r"));
    }
    if (!filter.background) {
        if (!slice) {
            where.add("r.basis = 'articles'");
        }
    } else if (std::find(filter.relations.begin(), filter.relations.end(), "holds_office") ==
               filter.relations.end()) {
        where.add("r.type <> 'holds_office'");
    }
    add_publishers(where, filter, "relation_claim", "relation", "r");
    return where;
}

Conditions event_conditions(const Filter& filter, const Resolved& resolved, const Period& period) {
    Conditions where;
    where.from("event e");
    add_indexed(
        where, "event", filter.events, [](EventType type) { return std::string{to_string(type)}; }, resolved,
        period, During::holds);
    add_common(where, "e", filter);
    add_publishers(where, filter, "event_claim", "event", "e");
    if (filter.events.empty() && !filter.relations.empty()) {
        where.add_any(
            "EXISTS (SELECT 1 FROM relation_claim l JOIN relation r ON r.row = l.relation WHERE l.event = "
            "e.row AND r.type",
            filter.relations, [](const std::string& type) { return type; });
        where.close();
    }
    return where;
}

}  // namespace entente
