#include "graph/relation.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "graph/relation_type.hpp"

namespace entente {

namespace {

// Of an agreement, as in knowledge/agreement_stages.tsv.
constexpr std::array<std::string_view, 3> stages_out_of_force = {"announced", "negotiated", "suspended"};
constexpr std::string_view stage_of_end = "withdrawn";

}  // namespace

Interval found_interval(const Relation& relation) {
    if (relation.valid.start || relation.valid.end) {
        return {relation.valid.start ? relation.valid.start : relation.known_from, relation.valid.end,
                relation.valid.granularity};
    }
    const auto* type = find_relation_type(relation.type);
    const bool lasts = type != nullptr && type->persistence == Persistence::until_ended;
    return {relation.known_from, lasts ? std::nullopt : relation.known_from, Granularity::open};
}

bool in_force(const Relation& relation) {
    if (relation.stage == stage_of_end) {
        return relation.valid.end.has_value();  // until then
    }
    return std::find(stages_out_of_force.begin(), stages_out_of_force.end(), relation.stage) ==
           stages_out_of_force.end();
}

std::string in_force_sql(const std::string& table) {
    std::string stages;
    for (const auto stage : stages_out_of_force) {
        stages.append(stages.empty() ? "'" : ", '").append(stage) += '\'';
    }
    // Most have no stage: that is asked first.
    return "(" + table + ".stage IS NULL OR CASE " + table + ".stage WHEN '" + std::string{stage_of_end} +
           "' THEN " + table + ".valid_end IS NOT NULL ELSE " + table + ".stage NOT IN (" + stages + ") END)";
}

std::vector<ActorId> actors_of(const std::vector<Relation>& relations) {
    std::vector<ActorId> actors;
    for (const auto& relation : relations) {
        actors.push_back(relation.source);
        actors.push_back(relation.target);
    }
    std::sort(actors.begin(), actors.end());
    actors.erase(std::unique(actors.begin(), actors.end()), actors.end());
    return actors;
}

}  // namespace entente
