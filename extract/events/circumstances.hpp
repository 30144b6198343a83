#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "extract/events/matcher.hpp"
#include "extract/time/time_mention.hpp"
#include "graph/claim.hpp"

namespace entente {

/// The time mention of sentence `sentence` that tells when the event at `node` was: one in its own clause,
/// else in a clause above it; `passed` are the words that were climbed through on the way up (auxiliaries,
/// light verbs), whose times are its own. Null if there is none. Durations tell no time.
const TimeMention* time_of(const SentenceView& view, std::span<const TimeMention> times, std::size_t sentence,
                           int node, const std::vector<int>& passed);

/// The place in which it happens, as the text names it; empty if it is not said. Places that are a party are
/// left out.
std::string place_of(const SentenceView& view, const FrameMatch& match);

/// The number that belongs to the event: of its object, of the noun that its row requires, of the trigger
/// itself, of its subject: "11.000 militairen", "from 15 to 25 percent", "60 billion dollars". Numbers that
/// are times are none.
std::optional<Quantity> quantity_of(const SentenceView& view, const FrameMatch& match,
                                    std::span<const TimeMention> times, std::size_t sentence);

}  // namespace entente
