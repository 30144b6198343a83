#include "graph/spell.hpp"

#include <algorithm>

namespace entente {

Spells spells_of(const std::vector<Relation>& relations) {
    Spells out;
    out.actors = actors_of(relations);
    for (const auto& relation : relations) {
        out.types.push_back(relation.type);
    }
    std::sort(out.types.begin(), out.types.end());
    out.types.erase(std::unique(out.types.begin(), out.types.end()), out.types.end());
    const auto place = [](const auto& all, const auto& one) {
        return static_cast<std::uint32_t>(std::lower_bound(all.begin(), all.end(), one) - all.begin());
    };
    out.spells.reserve(relations.size());
    for (const auto& relation : relations) {
        const Interval found = found_interval(relation);
        const auto day = [](const std::optional<Day>& known, std::int32_t otherwise) {
            return known ? static_cast<std::int32_t>(known->time_since_epoch().count()) : otherwise;
        };
        out.spells.push_back({place(out.actors, relation.source), place(out.actors, relation.target),
                              relation.support.origins,
                              static_cast<std::uint16_t>(place(out.types, relation.type)),
                              relation.valid.end && relation.valid.start != relation.valid.end,
                              day(found.start, Spell::always), day(found.end, Spell::for_ever), relation.sign,
                              relation.confidence});
    }
    return out;
}

}  // namespace entente
