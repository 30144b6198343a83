#include "graph/detail/select_stored.hpp"

#include <algorithm>
#include <string>
#include <type_traits>
#include <variant>

#include "graph/detail/filter_match.hpp"
#include "graph/detail/graph_read.hpp"

namespace entente {

namespace {

/// SQL conditions with their values, joined by AND.
class Conditions {
 public:
    using Value = std::variant<std::int64_t, double, std::string>;

    void add(const std::string& condition) { sql_ += (sql_.empty() ? " WHERE " : " AND ") + condition; }

    template <typename T>
    void add(const std::string& condition, T value) {
        add(condition);
        values_.emplace_back(std::move(value));
    }

    template <typename Items, typename ToValue>
    void add_any(const std::string& column, const Items& items, const ToValue& to_value) {
        if (items.empty()) {
            return;
        }
        std::string marks;
        for (const auto& item : items) {
            marks += marks.empty() ? "?" : ", ?";
            values_.emplace_back(to_value(item));
        }
        add(column + " IN (" + marks + ")");
    }

    /// Ends a condition that began with a bracket.
    void close() { sql_ += ')'; }

    const std::string& sql() const { return sql_; }

    void bind(Statement& statement) const {
        int parameter = 0;
        for (const auto& value : values_) {
            ++parameter;
            std::visit(
                [&](const auto& one) {
                    if constexpr (std::is_same_v<std::decay_t<decltype(one)>, std::string>) {
                        statement.bind(parameter, std::string_view{one});
                    } else {
                        statement.bind(parameter, one);
                    }
                },
                value);
        }
    }

 private:
    std::string sql_;
    std::vector<Value> values_;
};

std::int64_t number(Day day) { return day.time_since_epoch().count(); }

/// What relations and events have in common. `t` is the table's alias.
void add_common(Conditions& where, const std::string& t, const Filter& filter, const Resolved& resolved,
                const Period& period, During during) {
    if (resolved.between) {
        where.add(t + ".pair = ?", resolved.pair);
    }
    if (!resolved.rows.empty()) {
        std::string rows;
        for (const auto row : resolved.rows) {
            rows += (rows.empty() ? "" : ", ") + std::to_string(row);
        }
        where.add("(" + t + ".source IN (" + rows + ") OR " + t + ".target IN (" + rows + "))");
    }
    where.add_any(t + ".modality", filter.modalities,
                  [](Modality one) { return std::string{to_string(one)}; });
    if (filter.min_confidence > 0.0) {
        where.add(t + ".confidence >= ?", filter.min_confidence);
    }
    if (!period.given()) {
        return;
    }
    const auto from = t + ".found_from";
    const auto to = t + ".found_to";
    switch (during) {
        case During::holds:
            where.add("(" + from + " IS NOT NULL OR " + to + " IS NOT NULL)");
            if (period.since) {
                where.add("(" + to + " IS NULL OR " + to + " >= ?)", number(*period.since));
            }
            if (period.until) {
                where.add("(" + from + " IS NULL OR " + from + " <= ?)", number(*period.until));
            }
            break;
        case During::begins:
        case During::ends:
            const auto& edge = during == During::begins ? from : to;
            where.add(edge + " IS NOT NULL");
            if (period.since) {
                where.add(edge + " >= ?", number(*period.since));
            }
            if (period.until) {
                where.add(edge + " <= ?", number(*period.until));
            }
            break;
    }
}

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
        Conditions where;
        // The relations of an actor are fewer than those of a type: `+` keeps SQLite from that index.
        where.add_any(resolved_.rows.empty() ? "r.type" : "+r.type", filter_.relations,
                      [](const std::string& type) { return type; });
        add_common(where, "r", filter_, resolved_, period_, filter_.during);
        if (!filter_.background) {
            where.add("r.basis = 'articles'");
        } else if (std::find(filter_.relations.begin(), filter_.relations.end(), "holds_office") ==
                   filter_.relations.end()) {
            where.add("r.type <> 'holds_office'");
        }
        add_publishers(where, "relation_claim", "relation", "r");
        auto links = database_.prepare(
            "SELECT DISTINCT c.id, c.row FROM relation_claim l JOIN claim c ON c.row = l.claim"
            " WHERE l.relation = ?1 AND l.role <> 'ends' ORDER BY c.id");
        auto enders =
            database_.prepare("SELECT claim FROM relation_claim WHERE relation = ?1 AND role = 'ends'");
        const auto read = [&](const Statement& row) { return read_relation(row, actors_); };
        selection.left_out = run(relation_columns, "relation r", "r", where, selection.relations, read,
                                 [&](Relation& relation, std::int64_t row) {
                                     take_claims(links, row, relation.claims, claims);
                                     enders.bind(1, row);
                                     while (enders.step()) {
                                         claims.insert(enders.integer(0));
                                     }
                                 });
    }

    void events(Selection& selection, std::set<std::int64_t>& claims) {
        Conditions where;
        where.add_any(resolved_.rows.empty() ? "e.type" : "+e.type", filter_.events,
                      [](EventType type) { return std::string{to_string(type)}; });
        add_common(where, "e", filter_, resolved_, period_, During::holds);
        add_publishers(where, "event_claim", "event", "e");
        if (filter_.events.empty() && !filter_.relations.empty()) {
            where.add_any(
                "EXISTS (SELECT 1 FROM relation_claim l JOIN relation r ON r.row = l.relation WHERE l.event "
                "= e.row AND"
                " r.type",
                filter_.relations, [](const std::string& type) { return type; });
            where.close();
        }
        auto links = database_.prepare(
            "SELECT c.id, c.row FROM event_claim l JOIN claim c ON c.row = l.claim WHERE l.event = ?1 ORDER "
            "BY c.id");
        const auto read = [&](const Statement& row) { return read_event(row, actors_); };
        run(event_columns, "event e", "e", where, selection.events, read,
            [&](Event& event, std::int64_t row) { take_claims(links, row, event.claims, claims); });
    }

 private:
    void add_publishers(Conditions& where, const std::string& links, const std::string& column,
                        const std::string& t) {
        if (filter_.publishers.empty()) {
            return;
        }
        where.add_any("EXISTS (SELECT 1 FROM " + links +
                          " l JOIN claim c ON c.row = l.claim JOIN article a ON a.row ="
                          " c.article JOIN publisher p ON p.row = a.publisher WHERE l." +
                          column + " = " + t + ".row AND p.name",
                      filter_.publishers, [](const std::string& name) { return name; });
        where.close();
    }

    template <typename T, typename Read, typename Complete>
    std::size_t run(const std::string& columns, const std::string& from, const std::string& t,
                    const Conditions& where, std::vector<T>& out, const Read& read,
                    const Complete& complete) {
        std::string sql = "SELECT " + columns + " FROM " + from + where.sql();
        std::size_t left_out = 0;
        if (filter_.limit > 0) {
            auto count = database_.prepare("SELECT count(*) FROM " + from + where.sql());
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
