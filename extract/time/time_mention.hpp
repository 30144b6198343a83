#pragma once

#include <cstddef>

#include "graph/claim.hpp"

namespace entente {

/// A stretch of a sentence that names a time: "on 24 February 2022", "afgelopen zomer", "sinds 2014".
struct TimeMention {
    std::size_t sentence = 0;  ///< index into the article's sentences
    std::size_t first = 0;     ///< index of its first token, the preposition included ("on", "sinds")
    std::size_t last = 0;      ///< index after its last token
    std::size_t head = 0;      ///< index of the token by which it hangs in the tree
    ClaimTime time;            ///< its text, and its days if they could be resolved
    bool since = false;        ///< "since 2014": it holds from then on; the interval's end is open
    bool duration = false;     ///< "for three weeks": a length, not a position in time
    bool operator==(const TimeMention&) const = default;
};

}  // namespace entente
