#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/merge_events.hpp"
#include "graph/relation.hpp"
#include "graph/report.hpp"

namespace entente {

/// Why a claim counts for a relation.
enum class LinkRole : std::uint8_t { opens, confirms, ends };
std::string_view to_string(LinkRole role);

/// A claim's part in a relation.
struct RelationLink {
    std::size_t report = 0;  ///< index
    std::size_t event = 0;   ///< index into the merged events
    LinkRole role = LinkRole::opens;
    std::string rule;  ///< the rule of knowledge/relations.tsv, as "opens", "implied by defence_pact",
                       ///< "ended_by at_war"
    bool operator==(const RelationLink&) const = default;
};

/// The id of the relation that `claim` opened: the one published first where several did.
std::string relation_id(std::string_view type, const ActorId& source, const ActorId& target,
                        Modality modality, std::string_view claim);

struct MergedRelation {
    Relation relation;
    /// The days by which it is looked for: those of its interval, else of publication. Empty: no bound.
    std::optional<Day> found_from;
    std::optional<Day> found_to;
    std::vector<RelationLink> links;  ///< sorted by claim id, then role
};

/// Derives the relations of one pair of actors from its events, by knowledge/relations.tsv:
/// - an event in a modality that counts as a fact opens its relation, or confirms it where it holds already;
/// - `until_ended` holds until an event of its ends_* columns, or the beginning of a relation type of its
/// ended_by column,
///   later than its own beginning; the next event then opens a second relation;
/// - its beginning is the date of its first report; one without a date takes that of a later report only if
/// it lies no
///   later than the first was published: what was known before did not begin with a later round;
/// - `decays` holds from its first to its last event while they are no further apart than the half-life;
/// - `instant` is one relation for each event;
/// - a duration ("from 2010 to 2012") is a closed interval of its own;
/// - an agreement begins with its first stage from `signed` on, where there is one;
/// - other modalities make relations of their own, by modality, which nothing ends and which end nothing.
/// Ids, intervals, support do not depend on the order of `reports`. Sorted by id.
std::vector<MergedRelation> merge_relations(std::span<const Report> reports,
                                            std::span<const MergedEvent> events);

}  // namespace entente
