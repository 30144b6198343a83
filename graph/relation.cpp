#include "graph/relation.hpp"

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

}  // namespace entente
