#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "graph/claim.hpp"
#include "graph/merge_events.hpp"
#include "graph/merge_relations.hpp"
#include "graph/report.hpp"

namespace entente {

/// What merging asks of the article of a claim; see Report.
struct ReportSource {
    std::int64_t article = 0;
    std::int64_t publisher = 0;
    std::int64_t origin = 0;
    std::optional<Day> published;
};

/// The reports of a claim, one for each entry of `pairs` (pair_claims(claim)).
std::vector<Report> reports_of(const Claim& claim, std::span<const PairClaim> pairs,
                               const ReportSource& source);

/// The graph between two actors.
struct PairGraph {
    std::vector<MergedEvent> events;        ///< sorted by id
    std::vector<MergedRelation> relations;  ///< sorted by id; their links name reports and events by index
};

/// Events and relations from all reports on one pair of actors. Their order does not matter.
PairGraph merge_pair(std::span<const Report> reports);

}  // namespace entente
