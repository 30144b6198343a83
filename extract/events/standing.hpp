#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/events/matcher.hpp"
#include "graph/claim.hpp"

namespace entente {

/// What a sentence says of an event, after all that stands above and beside its word ("has refused to",
/// "will", "did not", "threatened to"): it may have become another event, the act of promising, refusing,
/// demanding.
struct Standing {
    EventType type = EventType::consult;
    Modality modality = Modality::asserted;
    std::vector<Party> source;
    std::vector<Party> target;
    std::string mode;     ///< of the act; the frame's where it is still the frame's event
    int node = -1;        ///< the word that names the act; the trigger where it is still the frame's event
    bool unsaid = false;  ///< who would do it is not said: "vetoed sanctions on Sudan"
    bool transformed = false;      ///< it is no longer the frame's event
    bool necessity = false;        ///< "must", "moet": what somebody wants, not what happens
    bool topic = false;            ///< only talked of as a thing to come
    bool hearsay = false;          ///< only told, and doubted for no other reason
    std::vector<Party> denier;     ///< who denies it, with Modality::denied
    std::vector<int> passed;       ///< the nodes climbed through
    std::vector<std::string> how;  ///< for the trace, from the inside out
};

bool is_cooperation(EventType type);
inline bool is_conflict(EventType type) { return !is_cooperation(type); }

/// Reads what stands above and beside the trigger of `match`.
Standing standing_of(const SentenceView& view, const FrameMatch& match);

/// The names under which the tables know the way in which `node` hangs from its head: "ccomp", "xcomp",
/// "obj", "subj", a preposition, …
std::vector<std::string> complements_of(const Tree& tree, int node);

/// The operator that `node` stands under by one of `complements`, as the word `above`; null if it is none.
/// `says`: only one whose subject is a speaker.
const Operator* operator_above(const SentenceView& view, int above,
                               const std::vector<std::string>& complements, bool says = false);

/// The operator right above `node`; null if there is none. A warning of what others do ("Kyiv warned that
/// Russia could attack") is no threat but a statement.
const Operator* operator_on(const SentenceView& view, int node);

/// The operators that stand beside `node` (auxiliaries, negations, adverbs, "if"), negations first. `said`:
/// it stands below a saying word.
std::vector<std::pair<int, const Operator*>> operators_beside(const SentenceView& view, int node, bool said);

/// Whether a word above `node` says it, or one beside its clause (", he said"). `own_word`: beside it, only
/// if who says it is who does it.
bool stands_below_saying(const SentenceView& view, int node, bool own_word = false);

}  // namespace entente
