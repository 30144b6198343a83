#include "extract/events/mention_index.hpp"

#include <algorithm>
#include <utility>

namespace entente {

namespace {

std::size_t length(const ActorMention& mention) { return mention.last - mention.first; }

}  // namespace

MentionIndex::MentionIndex(const Tree& tree, std::span<const ActorMention> mentions, std::size_t sentence) {
    by_head_.resize(static_cast<std::size_t>(tree.size()), nullptr);
    for (const ActorMention& mention : mentions) {
        if (mention.sentence != sentence || mention.actors.empty()) continue;
        if (mention.last > by_head_.size() || mention.first >= mention.last ||
            mention.head >= by_head_.size())
            continue;
        mentions_.push_back(&mention);
        const ActorMention*& slot = by_head_[mention.head];
        if (slot == nullptr || length(mention) > length(*slot)) slot = &mention;
    }
    // Where the parser hangs a name or role phrase by another of its words than the mention says.
    for (const ActorMention* mention : mentions_) {
        if (mention->kind != MentionKind::name && mention->kind != MentionKind::role) continue;
        for (std::size_t at = mention->first; at < mention->last; ++at) {
            const int above = tree.head(static_cast<int>(at));
            const bool inside =
                above >= static_cast<int>(mention->first) && above < static_cast<int>(mention->last);
            if (inside || by_head_[at] != nullptr || !tree.is_noun(static_cast<int>(at))) continue;
            by_head_[at] = mention;
        }
    }
    std::stable_sort(mentions_.begin(), mentions_.end(), [](const ActorMention* a, const ActorMention* b) {
        return std::pair(a->first, b->last) < std::pair(b->first, a->last);
    });
}

const ActorMention* MentionIndex::headed_by(int node) const {
    const auto at = static_cast<std::size_t>(node);
    if (by_head_[at] != nullptr) return by_head_[at];
    // A name of several words that the parser hung together by another word than the mention's head.
    const ActorMention* best = nullptr;
    for (const ActorMention* mention : mentions_)
        if (mention->kind == MentionKind::name && at >= mention->first && at < mention->last &&
            (best == nullptr || length(*mention) > length(*best)))
            best = mention;
    return best;
}

}  // namespace entente
