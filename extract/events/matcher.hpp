#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extract/events/arguments.hpp"
#include "extract/events/earlier_events.hpp"
#include "extract/events/language.hpp"
#include "extract/events/mention_index.hpp"
#include "extract/events/nearby.hpp"
#include "extract/events/parties.hpp"
#include "extract/events/tree.hpp"

namespace entente {

/// One sentence, ready to be read: its tree and what hangs on it. Members refer to one another and to the
/// sentence and mentions, which must outlive it; not movable.
struct SentenceView {
    SentenceView(const Sentence& sentence, std::span<const ActorMention> mentions, std::size_t index,
                 const EventLanguage& words)
        : language(words),
          tree(sentence, words.groups),
          actors(tree, mentions, index),
          arguments(tree, actors, words.frames, words.operators),
          parties(tree, actors),
          nearby(tree, actors, words.frames) {}
    SentenceView(const SentenceView&) = delete;
    SentenceView& operator=(const SentenceView&) = delete;
    ~SentenceView() = default;

    const EventLanguage& language;
    const Tree tree;
    const MentionIndex actors;
    const ArgumentFinder arguments;
    const PartyFinder parties;
    const NearbyFinder nearby;
};

/// A row of the frame lexicon that fits a word of a sentence, with its parties.
struct FrameMatch {
    const Frame* frame = nullptr;
    int trigger = -1;
    std::vector<Argument> arguments;
    std::vector<Party> source;
    std::vector<Party> target;
    std::string source_slot;  ///< as the row writes it
    std::string target_slot;
    std::vector<int> required;  ///< the nodes that satisfied its conditions
    EventCode code;             ///< the row's, or that of the event that it answers
    const EarlierEvent* earlier =
        nullptr;  ///< of which its target is a party, if the target was taken from there
};

/// Whether all `conditions` hold for `trigger`; the nodes that satisfied them are added to `required`.
bool conditions_hold(const SentenceView& view, int trigger, const std::vector<Argument>& arguments,
                     const std::vector<Condition>& conditions, std::vector<int>& required);

/// The actors that a slot finds. Empty if none. `target`: of a target, which may be a place where it is the
/// subject too ("Mosul fell to the rebels").
std::vector<Party> parties_of_slot(const SentenceView& view, int trigger,
                                   const std::vector<Argument>& arguments, const SlotPath& slot,
                                   bool target = false);

/// The clause or infinitive below `trigger`; -1 if there is none.
int complement_of(const Tree& tree, int trigger);

/// The first row that fits `trigger`, with source and target found; empty if there is none. `earlier`, if not
/// null: where the target may be found if the clause names none. `notes`, if not null, gets a line for each
/// row that was tried and did not fit, and why.
std::optional<FrameMatch> match_frame(const SentenceView& view, int trigger, const EarlierEvents* earlier,
                                      std::vector<std::string>* notes = nullptr);

/// Whether `trigger` has a row that may take its target from elsewhere.
bool may_answer(const SentenceView& view, int trigger);

}  // namespace entente
