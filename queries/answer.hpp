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
        bool wide = false;  ///< takes what room there is
    };
    std::vector<Column> columns;  ///< what a table shows, in this order
    std::vector<nlohmann::ordered_json> rows;
    /// What must be said beside the rows: how many were left out; for an empty answer, whether silence means
    /// anything
    /// ("no such relation in 30 articles that name both" or "no coverage").
    std::string note;
};

/// Answers from the store. `language` (en, nl) is that of names and titles; `today` is what an open question
/// about the present means. Throws StoreError.
Answer answer(Store& store, const Query& query, std::string_view language, Day today);

}  // namespace entente
