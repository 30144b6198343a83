#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "graph/actor.hpp"
#include "graph/claim.hpp"
#include "graph/interval.hpp"

namespace entente {

/// Who does it to whom, within a pair whose ids are in order: low < high.
enum class Direction : std::uint8_t {
    forward,   ///< low to high
    backward,  ///< high to low
    mutual     ///< no direction
};

/// What a claim does to the relation that it is about.
enum class RelationRole : std::uint8_t { none, opens, ends };

/// What a claim says about one pair of actors, by the tables of knowledge/. A claim with several sources or
/// targets is about several pairs.
struct PairClaim {
    ActorId low;
    ActorId high;
    Direction direction = Direction::forward;           ///< of the event
    Direction relation_direction = Direction::forward;  ///< mutual for symmetric relations
    std::string family;    ///< claims of other families never report the same event
    std::string relation;  ///< of knowledge/relations.tsv; empty if none
    RelationRole role = RelationRole::none;
    std::string stage;       ///< of knowledge/agreement_stages.tsv; empty if the evidence does not say
    std::string obligation;  ///< as stage
    bool operator==(const PairClaim&) const = default;
};

/// The actor that `id` stands for, after the decisions that the user took.
using ResolveActor = std::function<ActorId(const ActorId&)>;

/// The pairs that `claim` is about: each actor of the source with each of the target, by the state or
/// organisation that it acts for (persons without one stand for themselves). Nobody is paired with himself.
/// Mutual events have one entry a pair. Sorted by pair and direction.
///
/// The relation is the claim's own, else that of knowledge/relations.tsv whose pattern and cues fit best.
std::vector<PairClaim> pair_claims(const Claim& claim, const ResolveActor& resolve = {});

/// A pair claim with what merging asks of its claim and article.
struct Report {
    PairClaim about;
    std::string claim;           ///< Claim::id
    std::int64_t article = 0;    ///< equal for claims of one article
    std::int64_t publisher = 0;  ///< equal for articles of one publisher
    std::int64_t origin = 0;     ///< equal for near-identical texts
    std::optional<Day> published;
    EventCode code;
    Modality modality = Modality::asserted;
    Interval time;  ///< open on both sides where the text's time is not resolved
    std::string place;
    std::optional<Quantity> quantity;
    double confidence = 0.0;
};

}  // namespace entente
