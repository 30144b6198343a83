#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include "graph/detail/actor_rows.hpp"
#include "graph/detail/database.hpp"
#include "graph/detail/report_rows.hpp"
#include "graph/merge.hpp"

namespace entente {

/// The derived rows: events, relations and their links. Only what differs from what is stored is written.
class GraphRows {
 public:
    GraphRows(Database& database, ActorRows& actors);

    /// Makes the stored graph between two actors the one that `reports` merge to.
    void store(PairKey pair, const PairReports& reports);
    /// Takes the whole graph out for `store_pairs` to store it anew. Indexes that store() does not look up by
    /// are made at the end, which for many rows is faster than row by row. Within a transaction, and while no
    /// statement is reading.
    void store_all(const std::function<void()>& store_pairs);
    /// Writes the background relations of knowledge/ anew, if the tables have changed (or `always`).
    void store_background(bool always);

 private:
    struct Stored {
        std::int64_t row = 0;
        std::int64_t digest = 0;
        bool kept = false;
    };
    using StoredById = std::unordered_map<std::string, Stored>;

    StoredById load(Statement& statement, PairKey pair);
    std::int64_t store_event(PairKey pair, const MergedEvent& event, const PairReports& reports,
                             StoredById& stored);
    void store_relation(PairKey pair, const MergedRelation& relation, std::int64_t digest, bool is_new);
    void store_links(std::int64_t row, bool is_new, const MergedRelation& relation,
                     const PairReports& reports, const std::vector<std::int64_t>& events);

    Database& database_;
    ActorRows& actors_;
    Statement stored_events_;
    Statement stored_relations_;
    Statement insert_event_;
    Statement update_event_;
    Statement insert_relation_;
    Statement update_relation_;
    Statement event_claims_;
    Statement insert_event_claim_;
    Statement remove_event_claim_;
    Statement relation_claims_;
    Statement insert_relation_claim_;
    Statement remove_relation_claim_;
    Statement remove_event_;
    Statement remove_relation_;
};

}  // namespace entente
