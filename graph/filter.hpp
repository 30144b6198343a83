#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "graph/actor.hpp"
#include "graph/claim.hpp"
#include "graph/interval.hpp"

namespace entente {

/// What since, until and on ask of a relation. Events always have to happen then.
enum class During : std::uint8_t {
    holds,   ///< it holds on a day of the period
    begins,  ///< it begins in the period
    ends     ///< it ends in the period
};

/// Which part of the graph is meant. Empty members do not narrow; all others must hold together. Where only
/// `relations` is given, the events are those behind them; where only `events` is given, there are no
/// relations.
struct Filter {
    std::vector<std::string> relations;  ///< relation types of knowledge/relations.tsv; any of them
    std::vector<EventType> events;       ///< any of them
    std::vector<ActorId> actors;         ///< any of them, on either side
    std::optional<std::pair<ActorId, ActorId>> between;  ///< these two, in either direction

    // A relation or event whose own time is not known is looked for by its day of publication; see
    // docs/schema.md.
    std::optional<Day> since;  ///< on or after this day
    std::optional<Day> until;  ///< on or before this day
    std::optional<Day> on;     ///< on this day
    During during = During::holds;
    /// As could be known on this day: only articles published by then count (stored by then, where the day of
    /// publication is not known), in the version of then. Actor decisions count as they are today.
    std::optional<Day> known_on;
    /// As this store had it on this day: only articles added by then count, in the version of then.
    std::optional<Day> stored_on;

    double min_confidence = 0.0;
    std::vector<Modality> modalities{Modality::asserted};  ///< any of them; empty: all
    std::vector<std::string> publishers;                   ///< at least one claim of one of them
    /// Relations from the tables of knowledge/ (memberships) too. Those of offices only where `relations`
    /// names them.
    bool background = false;
    bool in_force = false;  ///< of agreements only those in force (see in_force in graph/relation.hpp)

    bool with_relations = true;
    bool with_events = true;
    bool with_claims = true;  ///< the claims of the chosen relations and events, and their sources; else
                              ///< Relation::claims and Event::claims are empty too
    bool with_actors = true;  ///< the actors that the selection names
    std::size_t limit = 0;    ///< most relations, and most events, best supported first; 0: all
};

}  // namespace entente
