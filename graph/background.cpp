#include "graph/background.hpp"

#include <algorithm>
#include <map>
#include <string>

#include "graph/fnv.hpp"
#include "graph/relation_type.hpp"
#include "knowledge/table.hpp"

namespace entente {

namespace {

/// The table's start and end cells. Its ends are the first day out, or the last month or year in.
Interval interval_of(const Table& table, std::size_t row) {
    const auto& start_cell = table.cell(row, "start");
    const auto& end_cell = table.cell(row, "end");
    const auto start = parse_interval(start_cell);
    const auto end = parse_interval(end_cell);
    if (!start_cell.empty() && !start) {
        throw table.error(row, "column 'start': '" + start_cell + "' is not YYYY, YYYY-MM or YYYY-MM-DD");
    }
    if (!end_cell.empty() && !end) {
        throw table.error(row, "column 'end': '" + end_cell + "' is not YYYY, YYYY-MM or YYYY-MM-DD");
    }
    Interval interval;
    if (start) {
        interval.start = start->start;
        interval.granularity = start->granularity;
    }
    if (end) {
        const bool first_day_out = end->granularity == Granularity::day;
        interval.end = first_day_out ? *end->start - std::chrono::days{1} : *end->end;
        if (interval.start && *interval.end < *interval.start) {
            interval.end = interval.start;
        }
        if (!start || end->granularity > interval.granularity) {
            interval.granularity = end->granularity;
        }
    }
    return interval;
}

Relation background(const RelationType& type, const ActorId& source, const ActorId& target,
                    const Interval& valid, const std::string& detail) {
    Relation relation;
    relation.type = type.name;
    relation.source = source;
    relation.target = target;
    relation.symmetric = type.symmetric;
    relation.sign = type.sign;
    relation.valid = valid;
    relation.basis = Basis::background;
    relation.confidence = 1.0;
    relation.id = Fnv{}.add(type.name).add(source).add(target).add("background").add(detail).id("r_");
    return relation;
}

}  // namespace

std::vector<Relation> background_relations() {
    std::map<std::string, Relation> by_id;
    const auto add = [&](Relation relation) { by_id.insert_or_assign(relation.id, std::move(relation)); };
    const auto* member_of = find_relation_type("member_of");
    const auto* holds_office = find_relation_type("holds_office");
    if (member_of != nullptr) {
        const auto table = Table::load("memberships.tsv");
        for (std::size_t row = 0; row < table.size(); ++row) {
            const auto& role = table.cell(row, "role");
            if (role == "member" || role == "permanent") {
                add(background(*member_of, table.cell(row, "member"), table.cell(row, "organisation"),
                               interval_of(table, row), role + table.cell(row, "start")));
            }
        }
    }
    if (holds_office != nullptr) {
        const auto table = Table::load("leaders.tsv");
        for (std::size_t row = 0; row < table.size(); ++row) {
            add(background(*holds_office, table.cell(row, "person_id"), table.cell(row, "actor"),
                           interval_of(table, row), table.cell(row, "office") + table.cell(row, "start")));
        }
    }
    std::vector<Relation> out;
    for (auto& [id, relation] : by_id) {
        out.push_back(std::move(relation));
    }
    return out;
}

}  // namespace entente
