#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extract/events/matcher.hpp"
#include "graph/claim.hpp"

namespace entente {

/// Who says something, where the text hangs it on somebody.
struct Speaker {
    int node = -1;               ///< head of the phrase; -1: from another sentence
    std::vector<Party> parties;  ///< empty if the phrase names nobody known
    Attribution attribution;     ///< as the claim shows it
    std::string how;             ///< for the trace
    int saying = -1;             ///< the saying word, where it stands above: "X said that …"; else -1
};

/// Finds the speaker of what is said at `node`: the subject of a saying word above it, "…, officials said",
/// "according to", "volgens", the words before a headline's colon or after its dash. Where the phrase names
/// no state
/// ("a spokesman said"), it speaks for `own` (the source of the event), if the phrase is one that does.
std::optional<Speaker> speaker_of(const SentenceView& view, int node, const std::vector<Party>& own);

/// Who says what `saying` says, if it is a saying verb with a subject (or an agent).
std::optional<Speaker> speaker_by(const SentenceView& view, int saying);

}  // namespace entente
