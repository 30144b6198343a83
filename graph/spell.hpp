#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "graph/actor.hpp"
#include "graph/relation.hpp"

namespace entente {

/// A relation as counting over time sees it: from when to when it is found (see found_interval), and no more.
/// Days are since 1970-01-01, both included.
struct Spell {
    static constexpr std::int32_t always = std::numeric_limits<std::int32_t>::min();    ///< `from` not known
    static constexpr std::int32_t for_ever = std::numeric_limits<std::int32_t>::max();  ///< `to` open

    std::uint32_t source = 0;  ///< index into Spells::actors
    std::uint32_t target = 0;
    std::uint32_t origins = 0;
    std::uint16_t type = 0;  ///< index into Spells::types
    bool ends = false;       ///< it ended on `to`: not on the day it began, nor only before it was reported
    std::int32_t from = always;
    std::int32_t to = for_ever;
    double sign = 0.0;        ///< -1 conflict to 1 cooperation
    double confidence = 0.0;  ///< 0 to 1
};

/// A part of the graph over time, in no particular order of spells.
struct Spells {
    std::vector<ActorId> actors;  ///< sorted; each has a spell
    std::vector<std::string> types;
    std::vector<Spell> spells;
};

Spells spells_of(const std::vector<Relation>& relations);

}  // namespace entente
