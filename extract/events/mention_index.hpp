#pragma once

#include <span>
#include <vector>

#include "extract/actors/mention.hpp"
#include "extract/events/tree.hpp"

namespace entente {

/// The actor mentions of one sentence, by token. Refers to the mentions, which must outlive it.
class MentionIndex {
 public:
    /// `mentions` are those of the whole article; only those of sentence `sentence` are taken.
    MentionIndex(const Tree& tree, std::span<const ActorMention> mentions, std::size_t sentence);

    /// The largest mention whose head is `node`, or that covers `node` and has its head outside of the tree
    /// below `node` only by a parsing error; null if there is none.
    const ActorMention* headed_by(int node) const;
    /// All of the sentence, in text order, larger before smaller.
    std::span<const ActorMention* const> all() const { return mentions_; }

 private:
    std::vector<const ActorMention*> mentions_;
    std::vector<const ActorMention*> by_head_;
};

}  // namespace entente
