#include "graph/relation.hpp"

#include <algorithm>

#include "graph/relation_type.hpp"

namespace entente {

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
    if (relation.stage == "withdrawn") {
        return relation.valid.end.has_value();  // until then
    }
    return relation.stage != "announced" && relation.stage != "negotiated" && relation.stage != "suspended";
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
