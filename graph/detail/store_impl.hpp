#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "graph/detail/actor_rows.hpp"
#include "graph/detail/article_rows.hpp"
#include "graph/detail/claim_rows.hpp"
#include "graph/detail/database.hpp"
#include "graph/detail/graph_rows.hpp"
#include "graph/detail/origin_rows.hpp"
#include "graph/detail/report_rows.hpp"
#include "graph/detail/schema.hpp"
#include "graph/store.hpp"

namespace entente {

/// What a Store is made of. Each part knows its tables; the members of Store are spread over store*.cpp by
/// purpose.
struct Store::Impl {
    Impl(const std::string& path, StoreMode mode)
        : database(path, mode_of(mode)), prepared((open_schema(database, mode_of(mode)), database)) {}

    static Database::Mode mode_of(StoreMode mode) {
        return mode == StoreMode::read ? Database::Mode::read : Database::Mode::write;
    }

    /// Statements can only be prepared once the schema is there.
    struct Prepared {
        explicit Prepared(Database& database)
            : actors(database),
              articles(database),
              claims(database, actors),
              origins(database),
              reports(database, actors),
              graph(database, actors),
              source(database.prepare("SELECT a.id, title, url, p.name, language, published FROM article a"
                                      " JOIN publisher p ON p.row = a.publisher WHERE a.row = ?1")),
              name(database.prepare("SELECT name, kind FROM participant WHERE actor = ?1 LIMIT 1")) {}
        ActorRows actors;
        ArticleRows articles;
        ClaimRows claims;
        OriginRows origins;
        ReportRows reports;
        GraphRows graph;
        Statement source;  ///< of an article
        Statement name;    ///< of an actor that knowledge/ does not have
    };

    Database database;
    Prepared prepared;
    std::optional<Transaction> batch;
    bool batch_failed = false;
    std::set<PairKey> touched;  ///< pairs to merge before the next commit

    /// Merges what was touched in this transaction and what earlier ones put off.
    void merge_touched(const WorkDone& progress = {});
    /// Makes the whole graph anew.
    void merge_all(const WorkDone& progress);
    void merge(const std::vector<PairKey>& pairs, const WorkDone& progress);
    /// Whether the touched pairs are so many that this is cheaper than merging each of them.
    bool touched_most();
    /// After a transaction was taken back.
    void forget_uncommitted();
    /// Articles whose origin label changed, or that were replaced or stand again: their reports are brought
    /// up to date, and their pairs are to be merged anew.
    void touch_articles(const std::vector<std::int64_t>& articles);
    /// Runs `change` in a transaction of its own, and merges; or in the open batch.
    template <typename Change>
    auto change(const Change& change);

    Source source(std::int64_t article);
    Actor actor(const ActorId& id);  ///< by knowledge/, else as claims name it
};

template <typename Change>
auto Store::Impl::change(const Change& change) {
    try {
        if (batch) {
            return change();
        }
        Transaction transaction{database};
        auto result = change();
        merge_touched();
        transaction.commit();
        return result;
    } catch (...) {
        // Half of a change may be in the batch: it cannot be stored any more. (A savepoint for each change
        // would make FTS5 write its index each time.)
        batch_failed = batch.has_value();
        forget_uncommitted();
        throw;
    }
}

}  // namespace entente
