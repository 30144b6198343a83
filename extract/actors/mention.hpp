#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "graph/claim.hpp"

namespace entente {

/// How a stretch of text names an actor.
enum class MentionKind : std::uint8_t {
    name,     ///< "Noord-Korea", "NATO", "Kim Jong-un", "Poetin"
    metonym,  ///< a capital or seat of power that acts: "Moskou", "the Kremlin"
    demonym,  ///< an adjective: "Noord-Koreaanse", "US" before a noun
    role,     ///< a phrase with a head noun: "de Russische minister van Defensie", "French troops", "Iran's
              ///< envoy"
    people,   ///< nationals, not the state: "Iranians", "de Oekraïners"
    pronoun,  ///< "hij", "they", "its"
    definite  ///< a definite phrase back to its actor: "beide landen", "the alliance", "zijn ambtgenoot"
};

/// A stretch of a sentence that names one or more actors. Where mentions nest ("de [Russische] minister"),
/// all are given: a demonym inside a role phrase is a mention of its own.
struct ActorMention {
    std::size_t sentence = 0;  ///< index into the article's sentences
    std::size_t first = 0;     ///< index of its first token
    std::size_t last = 0;      ///< index after its last token
    std::size_t head = 0;      ///< index of the token by which the phrase hangs in the tree
    MentionKind kind = MentionKind::name;
    /// One, or several where one phrase stands for several ("beide landen", "the two leaders"). An empty
    /// Participant::state: it could not be tied to a state or organisation. Participant::mention is filled
    /// in, with offsets into Article::text.
    std::vector<Participant> actors;
    /// The name is only a place here ("in Frankrijk", "the city of Paris"): no actor, but perhaps an event's
    /// place.
    bool place = false;
    /// Somebody who does not act for the state (an airline, a team, a company, a protester, a civilian):
    /// never the source of an event between states.
    bool private_party = false;
    bool operator==(const ActorMention&) const = default;
};

}  // namespace entente
