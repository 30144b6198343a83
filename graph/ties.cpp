#include "graph/ties.hpp"

#include <algorithm>

namespace entente {

Ties ties_of(const std::vector<Relation>& relations) {
    Ties out;
    out.actors = actors_of(relations);
    const auto index_of = [&](const ActorId& id) {
        return static_cast<std::uint32_t>(std::lower_bound(out.actors.begin(), out.actors.end(), id) -
                                          out.actors.begin());
    };
    out.ties.reserve(relations.size());
    for (const auto& relation : relations) {
        out.ties.push_back({index_of(relation.source), index_of(relation.target), relation.sign,
                            relation.confidence, relation.support.origins});
    }
    std::sort(out.ties.begin(), out.ties.end());
    return out;
}

}  // namespace entente
