#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "graph/store.hpp"
#include "queries/query.hpp"

namespace entente {

/// An answer as rows of plain values. Rows about relations and events have the keys `id` (for `entente
/// evidence`), `source`, `target`, `from`, `to`, `modality`, `claims`, `articles`, `publishers`, `origins`,
/// `confidence`.
struct Answer {
    struct Column {
        std::string key;    ///< of the rows
        std::string title;  ///< for people
        bool wide = false;  ///< may be cut where there is no room
    };
    std::vector<Column> columns;  ///< what a table shows, in this order
    std::vector<nlohmann::ordered_json> rows;
    /// What must be said beside the rows: how many were left out; for an empty answer, whether silence means
    /// anything
    /// ("no such relation in 30 articles that name both" or "no coverage").
    std::string note;
    /// For Query::yes_or_no: "Yes.", "No: it ended on 2023-01-01.", "Unknown."
    std::string verdict = {};
    /// All keys that rows of this family may have, in their order, whether or not there are rows: the header
    /// of a CSV.
    std::vector<std::string> keys = {};
};

/// Whether a relation or event that Query::filter selected is also what the query's sources, targets and
/// `planned` ask for. Where agreements are asked for by type, they must be in force (see in_force) or
/// planned.
bool is_wanted(const Relation& relation, const Query& query);
bool is_wanted(const Event& event, const Query& query);

/// The part of the graph that a query means: what its filter selects and is_wanted keeps. Throws StoreError.
Selection select(Store& store, const Query& query);

/// Answers from the store. `language` (en, nl) is that of names and titles; `today` is what an open question
/// about the present means. With `most_rows` (0: all) only that many rows are made, the best supported where
/// the family says no better, and the note says how many there are: an answer costs what is shown of it.
/// Throws StoreError.
Answer answer(Store& store, const Query& query, std::string_view language, Day today,
              std::size_t most_rows = 0);

}  // namespace entente
