#pragma once

#include <cstdint>
#include <vector>

#include "export/fields.hpp"
#include "graph/selection.hpp"

namespace entente {

/// All relations of one pair with one polarity, as a picture draws them: one line.
struct MergedEdge {
    std::uint32_t first = 0;  ///< index into Selection::actors; first < second
    std::uint32_t second = 0;
    Polarity polarity = Polarity::neutral;
    std::vector<std::uint32_t> relations;  ///< indexes into Selection::relations, strongest first
    bool forward = false;                  ///< a directed relation from first to second is among them
    bool backward = false;                 ///< … from second to first
    bool asserted = false;                 ///< at least one is asserted, not only promised, denied, …
    bool mixed = false;                    ///< … and another relation, or a claim of one, is not
    double strength =
        0.0;  ///< for ranking: sum of confidence × (1 + log2(1 + origins)), half where not asserted
    std::uint32_t support = 0;  ///< sum of the relations' independent origins
};

/// Merges relations per pair and polarity. Relations of actors that the selection lacks, and of an actor with
/// itself, are left out. Sorted by first, second, polarity.
std::vector<MergedEdge> merge_edges(const Selection& selection);
/// The same for some of the relations only (indexes into Selection::relations).
std::vector<MergedEdge> merge_edges(const Selection& selection, const std::vector<std::uint32_t>& relations);

/// The part of a selection that fits into a picture.
struct Subset {
    std::vector<std::uint32_t> actors;  ///< indexes into Selection::actors, sorted; each has an edge
    std::vector<MergedEdge> edges;      ///< sorted as merge_edges
    std::size_t actors_left_out = 0;    ///< of those that have an edge
    std::size_t edges_left_out = 0;     ///< merged edges
};

/// The `max_actors` actors with the most (by the sum of their edges' strength), each with its strongest edge
/// to another of them, filled up to `max_edges` with the strongest edges.
Subset most_relevant(const Selection& selection, std::size_t max_actors, std::size_t max_edges);

}  // namespace entente
