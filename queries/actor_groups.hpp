#pragma once

#include <optional>
#include <string>
#include <vector>

#include "graph/actor.hpp"
#include "graph/interval.hpp"

namespace entente {

/// Several actors that one name means: words [first, last) of a question.
struct NamedGroup {
    std::size_t first = 0;
    std::size_t last = 0;
    std::vector<ActorId> members;  ///< at least two, sorted
};

/// The group whose name begins at word `first` of `words` (folded): one of knowledge/names.tsv that stands
/// for several actors ("Baltic states"), an organisation whose name says that it is its members ("Gulf
/// states"), or one with a word for its members behind or before it ("EU countries", "NAVO-leden", "leden van
/// de EU"), or the states of a region (knowledge/region_names.tsv: "African countries", "landen in Azië").
/// Members are those that were it at some time of `period` (knowledge/memberships.tsv).
std::optional<NamedGroup> group_at(const std::vector<std::string>& words, std::size_t first,
                                   const Interval& period);

}  // namespace entente
