#pragma once

#include <cstddef>
#include <vector>

#include "queries/signed_graph.hpp"

namespace entente {

/// The community of each actor, numbered from 0 in the order of their first actor: a greedy search for the
/// best modularity of signed networks (Gómez, Jensen & Arenas 2009), in which friends inside and enemies
/// outside count. Actors move where that pays, then whole communities do (Blondel et al. 2008); only who has
/// a neighbour that moved is looked at again (Traag, Waltman & van Eck 2019). Deterministic. Time grows as
/// the number of ties does.
std::vector<std::size_t> communities(const SignedGraph& graph);

}  // namespace entente
