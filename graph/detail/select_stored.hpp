#pragma once

#include <cstdint>
#include <set>

#include "graph/detail/actor_rows.hpp"
#include "graph/detail/database.hpp"
#include "graph/filter.hpp"
#include "graph/selection.hpp"

namespace entente {

/// Adds the stored relations, or events, that the filter means to the selection, and the rows of their claims
/// to `claims`; select_relations sets `left_out`.
void select_relations(Database& database, ActorRows& actors, const Filter& filter, Selection& selection,
                      std::set<std::int64_t>& claims);
void select_events(Database& database, ActorRows& actors, const Filter& filter, Selection& selection,
                   std::set<std::int64_t>& claims);

}  // namespace entente
