#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "graph/ties.hpp"

namespace entente {

/// Who stands how to whom, as one signed weight a pair: the sum of sign times confidence of the pair's
/// relations, both ways, in compressed sparse rows.
struct SignedGraph {
    struct Neighbour {
        std::uint32_t other = 0;  ///< index into actors
        double weight = 0.0;
    };

    std::vector<ActorId> actors;        ///< sorted
    std::vector<std::size_t> first;     ///< of each actor's neighbours; one more at the end
    std::vector<Neighbour> neighbours;  ///< of one actor after the other, sorted by the other

    std::span<const Neighbour> of(std::size_t actor) const {
        return {neighbours.data() + first[actor], neighbours.data() + first[actor + 1]};
    }
    /// 0 where the two have no tie. Takes time logarithmic in the number of a's neighbours.
    double weight(std::size_t a, std::size_t b) const;
};

SignedGraph signed_graph(const Ties& ties);

/// Three actors who all stand in a relation, whose signs multiply to less than nothing (Heider 1946;
/// Cartwright & Harary 1956): the enemy of a friend who is a friend, or three enemies. Indices a < b < c.
struct Triad {
    std::size_t a = 0;
    std::size_t b = 0;
    std::size_t c = 0;
    bool operator==(const Triad&) const = default;
};

/// Those of a graph whose weakest tie is strongest, best first, equal ones by their indices.
struct UnbalancedTriads {
    std::vector<Triad> strongest;
    std::size_t all = 0;  ///< how many there are
};

/// At most `most` of them. Each tie is followed from the end with fewer neighbours to the other only (Chiba &
/// Nishizeki 1985), so that time grows as ties to the power of 3/2 at worst.
UnbalancedTriads unbalanced_triads(const SignedGraph& graph, std::size_t most);

}  // namespace entente
