#pragma once

#include <map>
#include <string>
#include <vector>

#include "graph/relation.hpp"

namespace entente {

/// Who stands how to whom, as one signed weight a pair: the sum of sign times confidence of the pair's
/// relations. Actors are sorted by id; weights[a][b] == weights[b][a].
struct SignedGraph {
    std::vector<ActorId> actors;
    std::vector<std::map<std::size_t, double>> weights;  ///< by index of the actor, of the other
};

SignedGraph signed_graph(const std::vector<Relation>& relations);

/// The community of each actor, numbered from 0 in the order of their first actor: a greedy search (local
/// moving and merging, as in Blondel et al. 2008) for the best modularity of signed networks (Gómez, Jensen &
/// Arenas 2009), in which friends inside and enemies outside count. Deterministic.
std::vector<std::size_t> communities(const SignedGraph& graph);

/// Three actors who all stand in a relation, whose signs multiply to less than nothing (Heider 1946;
/// Cartwright & Harary 1956): the enemy of a friend who is a friend, or three enemies. Indices a < b < c.
struct Triad {
    std::size_t a = 0;
    std::size_t b = 0;
    std::size_t c = 0;
    bool operator==(const Triad&) const = default;
};
std::vector<Triad> unbalanced_triads(const SignedGraph& graph);

}  // namespace entente
