#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "graph/detail/actor_rows.hpp"
#include "graph/detail/database.hpp"
#include "graph/report.hpp"

namespace entente {

/// The days on which the graph is looked at; see Filter.
struct AsKnown {
    std::optional<Day> known_on;
    std::optional<Day> stored_on;
    bool now() const { return !known_on && !stored_on; }
};

/// The reports on one pair, with the claims' rows beside them.
struct PairReports {
    std::vector<Report> reports;
    std::vector<std::int64_t> claims;  ///< row of the claim of each report
};

/// Reads what merging needs. The pairs as they are stored; which claims count depends on the day.
class ReportRows {
 public:
    ReportRows(Database& database, ActorRows& actors);
    PairReports load(PairKey pair, const AsKnown& when = {});

 private:
    ActorRows& actors_;
    Statement now_;
    Statement then_;
};

}  // namespace entente
