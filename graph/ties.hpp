#pragma once

#include <cstdint>
#include <vector>

#include "graph/actor.hpp"
#include "graph/relation.hpp"

namespace entente {

/// A relation as searches in graphs see it.
struct Tie {
    std::uint32_t source = 0;  ///< index into Ties::actors
    std::uint32_t target = 0;
    double sign = 0.0;        ///< -1 conflict to 1 cooperation
    double confidence = 0.0;  ///< 0 to 1
    std::uint32_t origins = 0;
    auto operator<=>(const Tie&) const = default;
};

/// A part of the graph without what a search does not ask: no ids, types, times or claims. Order of the
/// claims' adding does not show in it.
struct Ties {
    std::vector<ActorId> actors;  ///< sorted; each has a tie
    std::vector<Tie> ties;        ///< sorted, one for each relation
};

Ties ties_of(const std::vector<Relation>& relations);

}  // namespace entente
