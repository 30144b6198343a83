#include "graph/detail/select_stored.hpp"

#include <string>

#include "graph/detail/conditions.hpp"
#include "graph/detail/graph_read.hpp"

namespace entente {

namespace {

/// Fills a Selection from the stored relations and events.
class StoredSelection {
 public:
    StoredSelection(Database& database, ActorRows& actors, const Filter& filter)
        : database_(database),
          actors_(actors),
          filter_(filter),
          resolved_(resolve(filter, actors)),
          period_(period_of(filter)) {}

    void relations(Selection& selection, std::set<std::int64_t>& claims) {
        const auto where = relation_conditions(filter_, resolved_, period_);
        auto links = database_.prepare(
            "SELECT DISTINCT c.id, c.row FROM relation_claim l JOIN claim c ON c.row = l.claim"
            " WHERE l.relation = ?1 AND l.role <> 'ends' ORDER BY c.id");
        auto enders =
            database_.prepare("SELECT claim FROM relation_claim WHERE relation = ?1 AND role = 'ends'");
        const auto read = [&](const Statement& row) { return read_relation(row, actors_); };
        selection.left_out = run(relation_columns, "r", where, selection.relations, read,
                                 [&](Relation& relation, std::int64_t row) {
                                     take_claims(links, row, relation.claims, claims);
                                     enders.bind(1, row);
                                     while (enders.step()) {
                                         claims.insert(enders.integer(0));
                                     }
                                 });
    }

    void events(Selection& selection, std::set<std::int64_t>& claims) {
        const auto where = event_conditions(filter_, resolved_, period_);
        auto links = database_.prepare(
            "SELECT c.id, c.row FROM event_claim l JOIN claim c ON c.row = l.claim WHERE l.event = ?1 ORDER "
            "BY c.id");
        const auto read = [&](const Statement& row) { return read_event(row, actors_); };
        run(event_columns, "e", where, selection.events, read,
            [&](Event& event, std::int64_t row) { take_claims(links, row, event.claims, claims); });
    }

 private:
    template <typename T, typename Read, typename Complete>
    std::size_t run(const std::string& columns, const std::string& t, const Conditions& where,
                    std::vector<T>& out, const Read& read, const Complete& complete) {
        std::string sql = "SELECT " + columns + where.from() + where.sql();
        std::size_t left_out = 0;
        if (filter_.limit > 0) {
            auto count = database_.prepare("SELECT count(*)" + where.from() + where.sql());
            where.bind(count);
            count.step();
            const auto all = static_cast<std::size_t>(count.integer(0));
            left_out = all > filter_.limit ? all - filter_.limit : 0;
            sql += " ORDER BY " + t + ".origins DESC, " + t + ".confidence DESC, " + t + ".id LIMIT " +
                   std::to_string(filter_.limit);
        }
        auto rows = database_.prepare(sql);
        where.bind(rows);
        while (rows.step()) {
            out.push_back(read(rows));
            if (filter_.with_claims) {
                complete(out.back(), rows.integer(0));
            }
        }
        return left_out;
    }

    static void take_claims(Statement& links, std::int64_t row, std::vector<std::string>& ids,
                            std::set<std::int64_t>& claims) {
        links.bind(1, row);
        while (links.step()) {
            ids.emplace_back(links.text(0));
            claims.insert(links.integer(1));
        }
    }

    Database& database_;
    ActorRows& actors_;
    const Filter& filter_;
    Resolved resolved_;
    Period period_;
};

}  // namespace

void select_relations(Database& database, ActorRows& actors, const Filter& filter, Selection& selection,
                      std::set<std::int64_t>& claims) {
    StoredSelection{database, actors, filter}.relations(selection, claims);
}

void select_events(Database& database, ActorRows& actors, const Filter& filter, Selection& selection,
                   std::set<std::int64_t>& claims) {
    StoredSelection{database, actors, filter}.events(selection, claims);
}

}  // namespace entente
