#include "graph/detail/graph_rows.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "graph/background.hpp"
#include "graph/fnv.hpp"

namespace entente {

namespace {

std::string join(const std::vector<std::string>& parts) {
    std::string out;
    for (const auto& part : parts) {
        out += (out.empty() ? "" : ";") + part;
    }
    return out;
}

std::string insert_sql(const std::string& table, const std::vector<std::string>& columns) {
    std::string names;
    std::string values;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        names += (i == 0 ? "" : ", ") + columns[i];
        values += (i == 0 ? "?" : ", ?") + std::to_string(i + 1);
    }
    return "INSERT INTO " + table + "(" + names + ") VALUES (" + values + ")";
}

/// The same parameters as insert_sql, for the row that has the first of them as its id.
std::string update_sql(const std::string& table, const std::vector<std::string>& columns) {
    std::string updates;
    for (std::size_t i = 1; i < columns.size(); ++i) {
        updates += (i == 1 ? "" : ", ") + columns[i] + " = ?" + std::to_string(i + 1);
    }
    return "UPDATE " + table + " SET " + updates + " WHERE id = ?1";
}

const std::vector<std::string> event_values{"id",
                                            "digest",
                                            "pair",
                                            "source",
                                            "target",
                                            "mutual",
                                            "type",
                                            "mode",
                                            "cameo",
                                            "context",
                                            "goldstein",
                                            "modality",
                                            "time_start",
                                            "time_end",
                                            "granularity",
                                            "found_from",
                                            "found_to",
                                            "place",
                                            "quantity",
                                            "quantity_unit",
                                            "quantity_qualifier",
                                            "quantity_from",
                                            "confidence",
                                            "claims",
                                            "articles",
                                            "publishers",
                                            "origins"};

const std::vector<std::string> relation_values{
    "id",         "digest",      "pair",       "type",        "source",     "target",   "symmetric",
    "sign",       "valid_start", "valid_end",  "granularity", "found_from", "found_to", "modality",
    "basis",      "stage",       "obligation", "confidence",  "goldstein",  "claims",   "articles",
    "publishers", "origins",     "known_from", "ended_by",    "ended_rule"};

void add(Fnv& hash, const std::optional<Day>& day) {
    hash.add(std::uint64_t{day.has_value()});
    hash.add(static_cast<std::uint64_t>(day ? day->time_since_epoch().count() : 0));
}

void add(Fnv& hash, const Interval& interval) {
    add(hash, interval.start);
    add(hash, interval.end);
    hash.add(to_string(interval.granularity));
}

void add(Fnv& hash, const Support& support) {
    hash.add(std::uint64_t{support.claims})
        .add(std::uint64_t{support.articles})
        .add(std::uint64_t{support.publishers})
        .add(std::uint64_t{support.origins});
}

std::int64_t digest_of(const MergedEvent& merged, const PairReports& from) {
    const auto& event = merged.event;
    Fnv hash;
    hash.add(to_string(event.code.type))
        .add(event.code.mode)
        .add(event.code.cameo)
        .add(join(event.code.context));
    hash.add(event.code.goldstein).add(event.place).add(event.confidence);
    hash.add(std::uint64_t{event.quantity.has_value()});
    if (event.quantity) {
        hash.add(event.quantity->value).add(event.quantity->unit).add(event.quantity->qualifier);
        hash.add(std::uint64_t{event.quantity->from.has_value()}).add(event.quantity->from.value_or(0.0));
    }
    add(hash, event.time);
    add(hash, merged.hint);
    add(hash, event.support);
    for (const auto report : merged.reports) {
        hash.add(static_cast<std::uint64_t>(from.claims[report]));
    }
    return static_cast<std::int64_t>(hash.value());
}

std::int64_t digest_of(const MergedRelation& merged, const PairReports& from, const PairGraph& graph) {
    const auto& relation = merged.relation;
    Fnv hash;
    add(hash, relation.valid);
    add(hash, merged.found_from);
    add(hash, merged.found_to);
    hash.add(relation.stage).add(relation.obligation).add(relation.confidence).add(relation.goldstein);
    hash.add(relation.sign).add(relation.ended_by).add(relation.ended_rule);
    add(hash, relation.support);
    add(hash, relation.known_from);
    for (const auto& link : merged.links) {
        hash.add(static_cast<std::uint64_t>(from.claims[link.report]));
        hash.add(graph.events[link.event].event.id).add(to_string(link.role)).add(link.rule);
    }
    return static_cast<std::int64_t>(hash.value());
}

}  // namespace

GraphRows::GraphRows(Database& database, ActorRows& actors)
    : database_(database),
      actors_(actors),
      stored_events_(database.prepare("SELECT id, row, digest FROM event WHERE pair = ?1")),
      stored_relations_(
          database.prepare("SELECT id, row, digest FROM relation WHERE pair = ?1 AND basis = 'articles'")),
      insert_event_(database.prepare(insert_sql("event", event_values))),
      update_event_(database.prepare(update_sql("event", event_values))),
      insert_relation_(database.prepare(insert_sql("relation", relation_values))),
      update_relation_(database.prepare(update_sql("relation", relation_values))),
      event_claims_(database.prepare("SELECT claim FROM event_claim WHERE event = ?1")),
      insert_event_claim_(database.prepare("INSERT INTO event_claim(event, claim) VALUES (?1, ?2)")),
      remove_event_claim_(database.prepare("DELETE FROM event_claim WHERE event = ?1 AND claim = ?2")),
      relation_claims_(
          database.prepare("SELECT claim, event, role, rule FROM relation_claim WHERE relation = ?1")),
      insert_relation_claim_(database.prepare(
          "INSERT INTO relation_claim(relation, claim, event, role, rule) VALUES (?1, ?2, ?3, ?4, ?5)")),
      remove_relation_claim_(
          database.prepare("DELETE FROM relation_claim WHERE relation = ?1 AND claim = ?2 AND event = ?3 AND"
                           " role = ?4 AND rule = ?5")),
      remove_event_(database.prepare("DELETE FROM event WHERE row = ?1")),
      remove_relation_(database.prepare("DELETE FROM relation WHERE row = ?1")) {}

GraphRows::StoredById GraphRows::load(Statement& statement, PairKey pair) {
    StoredById stored;
    statement.bind(1, pair);
    while (statement.step()) {
        stored.emplace(statement.text(0), Stored{statement.integer(1), statement.integer(2), false});
    }
    return stored;
}

void GraphRows::store(PairKey pair, const PairReports& reports) {
    const auto graph = merge_pair(reports.reports);
    auto stored_events = load(stored_events_, pair);
    auto stored_relations = load(stored_relations_, pair);

    std::vector<std::int64_t> events;
    events.reserve(graph.events.size());
    for (const auto& event : graph.events) {
        events.push_back(store_event(pair, event, reports, stored_events));
    }
    for (const auto& relation : graph.relations) {
        auto& stored = stored_relations[relation.relation.id];
        const auto digest = digest_of(relation, reports, graph);
        stored.kept = true;
        if (stored.row == 0 || stored.digest != digest) {
            const bool is_new = stored.row == 0;
            store_relation(pair, relation, digest, is_new);
            if (is_new) {
                stored.row = database_.last_row();
            }
            store_links(stored.row, is_new, relation, reports, events);
        }
    }
    // Links name events: relations go first.
    for (const auto& [id, stored] : stored_relations) {
        if (!stored.kept) {
            remove_relation_.bind(1, stored.row).run();
        }
    }
    for (const auto& [id, stored] : stored_events) {
        if (!stored.kept) {
            remove_event_.bind(1, stored.row).run();
        }
    }
}

void GraphRows::store_all(const std::function<void()>& store_pairs) {
    auto indexes = database_.prepare(
        "SELECT 'DROP INDEX \"' || replace(name, '\"', '\"\"') || '\"', sql FROM sqlite_schema"
        " WHERE type = 'index' AND sql IS NOT NULL AND name NOT IN ('event_pair', 'relation_pair')"
        " AND tbl_name IN ('event', 'event_claim', 'relation', 'relation_claim')");
    std::vector<std::string> drops;
    std::vector<std::string> creates;
    while (indexes.step()) {
        drops.emplace_back(indexes.text(0));
        creates.emplace_back(indexes.text(1));
    }
    for (const auto& drop : drops) {
        database_.prepare(drop).run();
    }
    database_.run(
        "DELETE FROM relation_claim; DELETE FROM event_claim;"
        "DELETE FROM relation WHERE basis = 'articles'; DELETE FROM event;");
    store_pairs();
    for (const auto& create : creates) {
        database_.prepare(create).run();
    }
}

std::int64_t GraphRows::store_event(PairKey pair, const MergedEvent& merged, const PairReports& reports,
                                    StoredById& stored_events) {
    const auto& event = merged.event;
    auto& stored = stored_events[event.id];
    stored.kept = true;
    const auto digest = digest_of(merged, reports);
    if (stored.row != 0 && stored.digest == digest) {
        return stored.row;
    }
    const bool is_new = stored.row == 0;
    auto& to = is_new ? insert_event_ : update_event_;
    to.bind(1, event.id)
        .bind(2, digest)
        .bind(3, pair)
        .bind(4, actors_.row(event.source.front()))
        .bind(5, actors_.row(event.target.front()))
        .bind(6, std::int64_t{merged.direction == Direction::mutual})
        .bind(7, to_string(event.code.type))
        .bind_text_or_null(8, event.code.mode)
        .bind_text_or_null(9, event.code.cameo)
        .bind_text_or_null(10, join(event.code.context))
        .bind(11, event.code.goldstein)
        .bind(12, to_string(event.modality))
        .bind(13, event.time.start)
        .bind(14, event.time.end)
        .bind(15, to_string(event.time.granularity))
        .bind(16, event.time.start ? event.time.start : merged.hint)
        .bind(17, event.time.end ? event.time.end : merged.hint)
        .bind_text_or_null(18, event.place);
    if (event.quantity) {
        to.bind(19, event.quantity->value)
            .bind(20, event.quantity->unit)
            .bind(21, event.quantity->qualifier)
            .bind(22, event.quantity->from);
    } else {
        to.bind_null(19).bind_null(20).bind_null(21).bind_null(22);
    }
    to.bind(23, event.confidence)
        .bind(24, std::int64_t{event.support.claims})
        .bind(25, std::int64_t{event.support.articles})
        .bind(26, std::int64_t{event.support.publishers})
        .bind(27, std::int64_t{event.support.origins});
    to.run();
    if (is_new) {
        stored.row = database_.last_row();
    }

    std::set<std::int64_t> before;
    if (!is_new) {
        event_claims_.bind(1, stored.row);
        while (event_claims_.step()) {
            before.insert(event_claims_.integer(0));
        }
    }
    for (const auto report : merged.reports) {
        const auto claim = reports.claims[report];
        if (before.erase(claim) == 0) {
            insert_event_claim_.bind(1, stored.row).bind(2, claim).run();
        }
    }
    for (const auto claim : before) {
        remove_event_claim_.bind(1, stored.row).bind(2, claim).run();
    }
    return stored.row;
}

void GraphRows::store_relation(PairKey pair, const MergedRelation& merged, std::int64_t digest, bool is_new) {
    const auto& relation = merged.relation;
    auto& to = is_new ? insert_relation_ : update_relation_;
    to.bind(1, relation.id)
        .bind(2, digest)
        .bind(3, pair)
        .bind(4, relation.type)
        .bind(5, actors_.row(relation.source))
        .bind(6, actors_.row(relation.target))
        .bind(7, std::int64_t{relation.symmetric})
        .bind(8, relation.sign)
        .bind(9, relation.valid.start)
        .bind(10, relation.valid.end)
        .bind(11, to_string(relation.valid.granularity))
        .bind(12, merged.found_from)
        .bind(13, merged.found_to)
        .bind(14, to_string(relation.modality))
        .bind(15, relation.basis == Basis::articles ? "articles" : "background")
        .bind_text_or_null(16, relation.stage)
        .bind_text_or_null(17, relation.obligation)
        .bind(18, relation.confidence)
        .bind(19, relation.goldstein)
        .bind(20, std::int64_t{relation.support.claims})
        .bind(21, std::int64_t{relation.support.articles})
        .bind(22, std::int64_t{relation.support.publishers})
        .bind(23, std::int64_t{relation.support.origins})
        .bind(24, relation.known_from)
        .bind_text_or_null(25, relation.ended_by)
        .bind_text_or_null(26, relation.ended_rule);
    to.run();
}

void GraphRows::store_links(std::int64_t row, bool is_new, const MergedRelation& relation,
                            const PairReports& reports, const std::vector<std::int64_t>& events) {
    using Link = std::tuple<std::int64_t, std::int64_t, std::string, std::string>;
    std::set<Link> before;
    if (!is_new) {
        relation_claims_.bind(1, row);
        while (relation_claims_.step()) {
            before.emplace(relation_claims_.integer(0), relation_claims_.integer(1), relation_claims_.text(2),
                           relation_claims_.text(3));
        }
    }
    const auto bind = [&](Statement& statement, const Link& link) -> Statement& {
        const auto& [claim, event, role, rule] = link;
        return statement.bind(1, row).bind(2, claim).bind(3, event).bind(4, role).bind(5, rule);
    };
    for (const auto& link : relation.links) {
        const Link wanted{reports.claims[link.report], events[link.event], std::string{to_string(link.role)},
                          link.rule};
        if (before.erase(wanted) == 0) {
            bind(insert_relation_claim_, wanted).run();
        }
    }
    for (const auto& link : before) {
        bind(remove_relation_claim_, link).run();
    }
}

void GraphRows::store_background(bool always) {
    const auto relations = background_relations();
    Fnv hash;
    for (const auto& relation : relations) {
        hash.add(relation.id);
        add(hash, relation.valid);
        hash.add(relation.sign);
    }
    const auto digest = static_cast<std::int64_t>(hash.value());
    // Every background row carries the digest of all.
    if (!always &&
        database_.integer("SELECT digest FROM relation WHERE basis = 'background' LIMIT 1") == digest) {
        return;
    }
    database_.run("DELETE FROM relation WHERE basis = 'background'");
    for (const auto& relation : relations) {
        MergedRelation merged{relation, relation.valid.start, relation.valid.end, {}};
        store_relation(actors_.pair(relation.source, relation.target), merged, digest, true);
    }
}

}  // namespace entente
