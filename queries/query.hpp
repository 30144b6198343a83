#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "graph/filter.hpp"

namespace entente {

/// What is asked for.
enum class QueryKind : std::uint8_t {
    relations,    ///< who stands how to whom
    events,       ///< what happened
    when,         ///< when it happened or held, oldest first
    development,  ///< how relations between two developed: events with a curve of tension and cooperation
    count,        ///< who gave how many soldiers, how much money
    friends_of_enemies,  ///< the allies of an actor's enemies
    enemies_of_friends,  ///< the enemies of an actor's allies
    enemies_of_enemies,  ///< the enemies of an actor's enemies
    friends_of_friends,  ///< the allies of an actor's allies
    path,                ///< the shortest chain of relations between two
    changes,             ///< what began, ended or turned between two days
    blocs,               ///< communities of the signed graph on a day
    triads,              ///< triads out of balance on a day
    mediators,           ///< who mediates, between whom
    central,             ///< who is most central
    conflicts,           ///< claims that contradict one another
    ranking              ///< who does it, or to whom it is done, most
};

/// Which relations count by their sign.
enum class Stance : std::uint8_t {
    any,
    friendly,  ///< with a positive sign: aid, alliance, support …
    hostile    ///< with a negative sign: war, sanctions, accusations …
};

/// Of which party of a relation a ranking counts.
enum class Party : std::uint8_t { either, source, target };

/// A question as a value: what `entente ask` makes of words and `entente query` of options.
struct Query {
    QueryKind kind = QueryKind::relations;
    Filter filter;  ///< which part of the graph; `between` for the two of path, development …
    std::vector<ActorId> sources;  ///< any of them is the source (or a party of something symmetric)
    std::vector<ActorId> targets;  ///< any of them is the target
    /// With Filter::actors: the other party is one of these ("which Gulf states have ties with Israel").
    std::vector<ActorId> with;
    Party ranked = Party::either;  ///< ranking: who is counted
    bool how_many = false;         ///< how many there are: Answer::verdict says so
    bool consecutive = false;      ///< path: intervals must overlap or follow one another
    bool planned = false;          ///< agreements that are announced, negotiated or suspended count too
    Stance stance = Stance::any;   ///< relations of this sign only
    bool yes_or_no = false;        ///< whether there is any: Answer::verdict says so
    std::string unit;              ///< count: of a group of units ("troops", "money"); empty: all
    std::string publisher;         ///< conflicts: what this publisher or actor (its id) says and others deny
};

}  // namespace entente
