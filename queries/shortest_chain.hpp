#pragma once

#include <string>
#include <vector>

#include "graph/relation.hpp"

namespace entente {

/// The chain of relations with the fewest links from `a` to `b`, and among those the one with the most
/// confidence (Dijkstra 1959, by Boost.Graph); directions are ignored. Indices into `relations`, in order
/// from `a`; empty if there is none, or a == b.
std::vector<std::size_t> shortest_chain(const std::vector<Relation>& relations, const ActorId& a,
                                        const ActorId& b);

/// The same, but each relation must overlap the one before it in time or come after it: none ends before the
/// one before it begins. Breadth-first over relations.
std::vector<std::size_t> shortest_chain_in_time(const std::vector<Relation>& relations, const ActorId& a,
                                                const ActorId& b);

}  // namespace entente
