#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "extract/events/lemma_pattern.hpp"
#include "extract/language/sentence.hpp"
#include "graph/claim.hpp"

namespace entente {

/// What a phrase has to be: one of some lemmas, or an actor. Written `obj=@weapon|tank`, `on=%STATE`, `refl`.
struct Condition {
    /// "obj", "subj", "prt", "xcomp", "amod", "obj.amod", "refl", …, or a preposition; one of them suffices
    std::vector<std::string> where;
    bool forbidden = false;   ///< written with `!`: it must not be there
    bool any_word = false;    ///< no lemma is asked for (`on=`)
    bool actor = false;       ///< %ACTOR
    bool state = false;       ///< %STATE
    bool government = false;  ///< %GOVERNMENT: a state by its own name or its capital's, not its people
    bool place = false;       ///< %PLACE: a state, region or city by name
    LemmaSet lemmas;
    std::vector<const LemmaSet*> groups;  ///< owned by the WordGroups that the row was read with
};

/// Where a party stands: `obj`, `to`, `obj.poss`, `met*`. See knowledge/README.md.
struct SlotPath {
    std::string slot;
    std::string suffix;     ///< "poss", "head", "subj", "any" or a preposition; empty: none
    bool anywhere = false;  ///< `met*`: also deep below the trigger
    bool operator==(const SlotPath&) const = default;
};

/// How the tables write it.
std::string to_string(const SlotPath& path);

/// One row of frames.LANGUAGE.tsv: one sense of one word that names an event between two actors.
struct Frame {
    std::vector<std::string> triggers;  ///< lemmas in lower case, `*` in front: an ending
    Upos pos = Upos::verb;              ///< verb, noun or adj
    std::vector<Condition> conditions;
    std::vector<SlotPath> source;
    std::vector<SlotPath> target;
    bool mutual = false;             ///< written with `=`
    std::optional<EventCode> event;  ///< empty: NONE, the words name no event
    bool same = false;               ///< written SAME: the type is that of the event that it answers
    std::string relation;
    Modality modality = Modality::asserted;
    std::string example;
    std::size_t line = 0;  ///< in its file
    int rank = 0;          ///< higher: more specific
};

/// One row of operators.LANGUAGE.tsv: a word that takes a clause or phrase with an event in it.
struct Operator {
    std::vector<std::string> triggers;
    std::optional<Upos> pos;  ///< empty: any
    std::vector<Condition> conditions;
    std::vector<std::string>
        complement;  ///< "ccomp", "xcomp", "obj", "subj", "advcl", "acl", "mod", a preposition
    std::optional<Modality> modality;            ///< of the event below; empty: unchanged
    std::optional<EventType> event;              ///< of the act itself, where the event below is cooperation
    std::optional<EventType> event_of_conflict;  ///< the same where the event below is conflict
    std::string mode;
    std::vector<SlotPath> target;  ///< of the addressee
    bool target_below = false;     ///< the other parties of the event below may be the target
    bool says = false;             ///< the subject is the speaker of what is below
    bool necessity = false;        ///< "must": with a speaker above, it is that speaker's demand
    bool hearsay = false;          ///< "zou": told by others; doubtful where nobody is named who tells it
    bool entitlement = false;      ///< "the right to": who says that of another takes his side
    std::size_t line = 0;
    int rank = 0;
};

}  // namespace entente
