#pragma once

#include <string>
#include <vector>

#include "graph/ties.hpp"

namespace entente {

/// How central an actor is in the graph of who has any relation with whom.
struct Centrality {
    ActorId actor;
    std::size_t partners = 0;
    double betweenness = 0.0;  ///< share of shortest paths that lead through it, 0 to 1 (Brandes 2001)
    double page_rank = 0.0;    ///< Page et al. 1999, damping 0.85; all actors together make 1
};

/// Above this many actors betweenness is not computed (0): it takes actors times ties.
constexpr std::size_t most_actors_for_betweenness = 2000;

/// All actors of `ties`, most central first: by betweenness, then PageRank, then id. By Boost.Graph.
std::vector<Centrality> centrality(const Ties& ties);

}  // namespace entente
