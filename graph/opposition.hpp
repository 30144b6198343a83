#pragma once

#include <string>
#include <vector>

#include "graph/claim.hpp"
#include "graph/selection.hpp"

namespace entente {

/// A claim with the article that makes it.
struct Said {
    Claim claim;
    Source source;
};

/// An event that is denied or negated and one that is asserted, of the same type between the same two, whose
/// days may be the same: the claims behind both. Whether two of them contradict each other is for the reader
/// to see.
struct Opposition {
    std::vector<Said> no;
    std::vector<Said> yes;
};

/// Whose claims are looked for: those of articles by one of the publishers, and those that are attributed to
/// one of the names (an actor's id, or the text where it has none).
struct Speaker {
    std::vector<std::string> publishers;
    std::vector<std::string> names;
    bool empty() const { return publishers.empty() && names.empty(); }
};

}  // namespace entente
