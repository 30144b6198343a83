#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "graph/detail/actor_rows.hpp"
#include "graph/filter.hpp"

namespace entente {

/// since, until and on of a filter, together.
struct Period {
    std::optional<Day> since;
    std::optional<Day> until;
    bool given() const { return since || until; }
};
Period period_of(const Filter& filter);

/// Whether what is found from `from` to `to` (empty: no bound) lies in the period as `during` asks.
bool matches_period(std::optional<Day> from, std::optional<Day> to, const Period& period, During during);

/// The filter with actors as they are resolved now, and their rows.
struct Resolved {
    std::set<ActorId> actors;
    std::vector<std::int64_t> rows;
    std::optional<std::pair<ActorId, ActorId>> between;  ///< the smaller id first
    PairKey pair = 0;
};
Resolved resolve(const Filter& filter, ActorRows& actors);

}  // namespace entente
