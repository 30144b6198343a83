#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "graph/actor.hpp"
#include "graph/claim.hpp"
#include "graph/interval.hpp"

namespace entente {

/// How well something is supported: near-identical texts (a wire story in ten papers) are one origin.
struct Support {
    std::uint32_t claims = 0;
    std::uint32_t articles = 0;
    std::uint32_t publishers = 0;
    std::uint32_t origins = 0;
    bool operator==(const Support&) const = default;
};

/// One thing that happened in the world, merged from the claims that report it.
struct Event {
    std::string id;  ///< `e_` and 16 hex digits
    EventCode code;
    std::vector<ActorId> source;  ///< states, organisations, armed groups: whom the participants act for
    std::vector<ActorId> target;
    Modality modality = Modality::asserted;
    Interval time;
    std::string place;
    std::optional<Quantity> quantity;
    double confidence = 0.0;
    Support support;
    std::vector<std::string> claims;  ///< ids, sorted
    bool operator==(const Event&) const = default;
};

/// Where a relation comes from: what articles say, or a table of knowledge/ (memberships).
enum class Basis : std::uint8_t { articles, background };

/// A standing relation between two actors over one interval; two separate periods are two relations.
struct Relation {
    std::string id;    ///< `r_` and 16 hex digits
    std::string type;  ///< of knowledge/relations.tsv ("ally")
    ActorId source;
    ActorId target;
    bool symmetric = false;  ///< the order of source and target then means nothing; source < target
    double sign = 0.0;       ///< -1 conflict to 1 cooperation
    Interval valid;
    Modality modality = Modality::asserted;
    Basis basis = Basis::articles;
    /// Life of an agreement where the text tells it: announced, negotiated, signed, ratified, in_force,
    /// suspended, withdrawn; empty otherwise.
    std::string stage;
    std::string
        obligation;  ///< defence, non_aggression, neutrality, consultation, offence; empty if not said
    double confidence = 0.0;
    double goldstein = 0.0;  ///< mean of its events
    Support support;
    std::optional<Day> known_from;    ///< earliest publication of a claim that supports it; empty: not known
    std::vector<std::string> claims;  ///< ids that support it, sorted
    std::string ended_by;             ///< id of the claim that ended it; empty if it was not ended
    std::string ended_rule;           ///< what rule of knowledge/relations.tsv ended it
    bool operator==(const Relation&) const = default;
};

/// The days by which a relation is looked for (docs/schema.md): its own, else those of its publication. Empty
/// ends are open.
Interval found_interval(const Relation& relation);

/// Whether an agreement is in force in its interval, as far as its stage says: not while it is only announced
/// or negotiated, or is suspended; one that was withdrawn from was until then. True for what has no stage.
bool in_force(const Relation& relation);

/// The same as a condition of SQL on the columns `stage` and `valid_end` of `table`.
std::string in_force_sql(const std::string& table);

/// The actors of the relations, each once, sorted.
std::vector<ActorId> actors_of(const std::vector<Relation>& relations);

}  // namespace entente
