#pragma once

#include <span>
#include <utility>
#include <vector>

#include "graph/detail/actor_rows.hpp"
#include "graph/detail/database.hpp"
#include "graph/filter.hpp"
#include "graph/relation.hpp"
#include "graph/spell.hpp"
#include "graph/ties.hpp"

namespace entente {

/// The stored relations that the filter means, as ties. Its limit does not count.
Ties select_ties(Database& database, ActorRows& actors, const Filter& filter);

/// Of those, the ones between an actor of `left` and one of `right`, by one look-up for each pair of the two.
Ties select_ties_between(Database& database, ActorRows& actors, const Filter& filter,
                         std::span<const ActorId> left, std::span<const ActorId> right);

/// The stored relations that the filter means, as spells. Its limit does not count.
Spells select_spells(Database& database, ActorRows& actors, const Filter& filter);

/// The stored relations that the filter means and that are between the two of one of the pairs, without their
/// claims, by id.
std::vector<Relation> select_relations_between(Database& database, ActorRows& actors, const Filter& filter,
                                               std::span<const std::pair<ActorId, ActorId>> pairs);

}  // namespace entente
