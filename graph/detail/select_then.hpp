#pragma once

#include <cstdint>
#include <set>

#include "graph/filter.hpp"
#include "graph/selection.hpp"
#include "graph/store.hpp"

namespace entente {

/// As select_relations and select_events, of the graph as it was known or stored on the filter's day: what
/// claims there were then is merged anew, pair by pair.
void select_then(Store::Impl& store, const Filter& filter, Selection& selection,
                 std::set<std::int64_t>& claims);

}  // namespace entente
