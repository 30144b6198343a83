#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "extract/events/frame_lexicon.hpp"
#include "extract/events/parties.hpp"
#include "graph/claim.hpp"

namespace entente {

/// An event that was read already, in this sentence or one before.
struct EarlierEvent {
    EventCode code;
    std::string relation;
    std::vector<Party> source;
    std::vector<Party> target;
    std::size_t begin = 0;  ///< byte of the article's text at which its sentence begins
};

/// What the other party of an event is taken from.
struct EarlierParties {
    std::vector<Party> parties;
    const EarlierEvent* event = nullptr;
};

/// The events that a clause may answer, go on with, or speak of as "the attack": those of its sentence that
/// name all their parties themselves, and those of the sentence before. Further away, for three sentences
/// with events more and until six in a row have none, only what a noun of its own kind names again ("the
/// invasion") is looked for, and what others do as well. One per article; not for several threads.
class EarlierEvents {
 public:
    /// Adds an event of the sentence that is being read.
    void add(EarlierEvent event) { here_.insert(here_.begin(), std::move(event)); }
    /// Ends the sentence: its events, as `events`, are those before the next one.
    void end_sentence(std::vector<EarlierEvent> events);

    /// The other side of the last conflict in which `doers` (who stand for states) took part: those who did
    /// it to them, or to whom they did it; the second, in another sentence, only `if_same` (a pronoun). Empty
    /// if there is none.
    EarlierParties other_side(const std::set<ActorId>& doers, bool if_same) const;
    /// Whose deed `noun` (a lemma) names, `without` left out; `any`: it fits every deed, as "move";
    /// `praised`: a good one, if it was told of further away; an empty `noun` the last deeds alone. Empty if
    /// there is none.
    EarlierParties doers_of(const FrameLexicon& frames, const std::string& noun, bool any, bool praised,
                            const std::set<ActorId>& without) const;
    /// To whom the last deed was done that somebody else than `doers` did: they "did the same". Of a sentence
    /// the deed that it tells of first; in the sentence itself also what was done to the doers. `by`, if not
    /// empty: whose deed it was ("followed the French example"). Empty if there is none.
    EarlierParties done_before(const std::set<ActorId>& doers, const std::set<ActorId>& by) const;
    bool empty() const { return here_.empty() && before_.empty() && older_.empty(); }

 private:
    std::vector<EarlierEvent> here_;  ///< the last first
    std::vector<EarlierEvent> before_;
    int silent_ = 0;                                ///< sentences without events since the last with some
    std::vector<std::vector<EarlierEvent>> older_;  ///< the sentences before that one, the last first
};

}  // namespace entente
