#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "graph/actor.hpp"
#include "graph/claim.hpp"
#include "graph/interval.hpp"

namespace entente {

/// Which part of the graph is meant. Empty members do not narrow; all others must hold together.
struct Filter {
    std::vector<std::string> relations;  ///< relation types of knowledge/relations.tsv; any of them
    std::vector<EventType> events;       ///< any of them
    std::vector<ActorId> actors;         ///< any of them, on either side
    std::optional<std::pair<ActorId, ActorId>> between;  ///< these two, in either direction

    std::optional<Day> since;  ///< holds or happens on or after this day
    std::optional<Day> until;  ///< holds or happens on or before this day
    std::optional<Day> on;     ///< holds or happens on this day
    /// As could be known on this day: only articles published by then count (stored by then, where the day of
    /// publication is not known), in the version of then. Actor decisions count as they are today.
    std::optional<Day> known_on;
    /// As this store had it on this day: only articles added by then count, in the version of then.
    std::optional<Day> stored_on;

    double min_confidence = 0.0;
    std::vector<Modality> modalities{Modality::asserted};  ///< any of them; empty: all
    std::vector<std::string> publishers;                   ///< at least one claim of one of them
    bool background = true;  ///< relations from the tables of knowledge/ (memberships) too

    bool with_relations = true;
    bool with_events = true;
    bool with_claims = true;  ///< the claims of the chosen relations and events, and their sources
    std::size_t limit = 0;    ///< most relations, and most events, best supported first; 0: all
};

}  // namespace entente
