// Store: the part of the graph that a Filter means.
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <type_traits>
#include <variant>

#include "graph/detail/graph_read.hpp"
#include "graph/detail/store_impl.hpp"
#include "graph/known_actor.hpp"

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

struct Period {
    std::optional<Day> since;
    std::optional<Day> until;
    bool given() const { return since || until; }
};

Period period_of(const Filter& filter) {
    Period period{filter.since, filter.until};
    if (filter.on) {
        period.since = std::max(period.since.value_or(*filter.on), *filter.on);
        period.until = std::min(period.until.value_or(*filter.on), *filter.on);
    }
    return period;
}

/// The filter with actors as they are resolved now, and their rows.
struct Resolved {
    std::set<ActorId> actors;
    std::vector<std::int64_t> rows;
    std::optional<std::pair<ActorId, ActorId>> between;  ///< the smaller id first
    PairKey pair = 0;
};

Resolved resolve(const Filter& filter, ActorRows& actors) {
    Resolved out;
    for (const auto& id : filter.actors) {
        const auto resolved = actors.resolve(id);
        if (out.actors.insert(resolved).second) {
            out.rows.push_back(actors.find(resolved));
        }
    }
    if (filter.between) {
        auto a = actors.resolve(filter.between->first);
        auto b = actors.resolve(filter.between->second);
        if (b < a) {
            std::swap(a, b);
        }
        out.pair = (actors.find(a) << 32) | actors.find(b);
        out.between.emplace(std::move(a), std::move(b));
    }
    return out;
}

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

bool matches_period(std::optional<Day> from, std::optional<Day> to, const Period& period, During during) {
    if (!period.given()) {
        return true;
    }
    switch (during) {
        case During::holds:
            return (from || to) && (!period.since || !to || *to >= *period.since) &&
                   (!period.until || !from || *from <= *period.until);
        case During::begins:
        case During::ends:
            const auto& edge = during == During::begins ? from : to;
            return edge && (!period.since || *edge >= *period.since) &&
                   (!period.until || *edge <= *period.until);
    }
    return false;
}

template <typename T>
bool among(const std::vector<T>& wanted, const T& value) {
    return wanted.empty() || std::find(wanted.begin(), wanted.end(), value) != wanted.end();
}

/// Keeps the best supported `limit` of `found`, and says how many were left out.
template <typename T>
std::size_t keep_best(std::vector<T>& found, std::size_t limit) {
    if (limit == 0 || found.size() <= limit) {
        return 0;
    }
    const auto left_out = found.size() - limit;
    std::sort(found.begin(), found.end(), [](const T& a, const T& b) {
        return std::tuple{b.support.origins, b.confidence, std::string_view{a.id}} <
               std::tuple{a.support.origins, a.confidence, std::string_view{b.id}};
    });
    found.resize(limit);
    return left_out;
}

template <typename T>
void sort_by_id(std::vector<T>& values) {
    std::sort(values.begin(), values.end(), [](const T& a, const T& b) { return a.id < b.id; });
}

std::string title_of(const Filter& filter) {
    const auto period = period_of(filter);
    std::string title = "Relations";
    if (period.since && period.until) {
        title += *period.since == *period.until
                     ? " on " + to_string(*period.since)
                     : ", " + to_string(*period.since) + " to " + to_string(*period.until);
    } else if (period.since) {
        title += " since " + to_string(*period.since);
    } else if (period.until) {
        title += " until " + to_string(*period.until);
    }
    if (filter.known_on) {
        title += ", as known on " + to_string(*filter.known_on);
    }
    if (filter.stored_on) {
        title += ", as stored on " + to_string(*filter.stored_on);
    }
    return title;
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
        where.add_any("r.type", filter_.relations, [](const std::string& type) { return type; });
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
        where.add_any("e.type", filter_.events, [](EventType type) { return std::string{to_string(type)}; });
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

/// Fills a Selection as of another day: what was known then is merged anew, pair by pair.
class SelectionThen {
 public:
    SelectionThen(Store::Impl& impl, const Filter& filter)
        : impl_(impl),
          filter_(filter),
          resolved_(resolve(filter, impl.prepared.actors)),
          period_(period_of(filter)) {
        auto publishers = impl.database.prepare("SELECT row FROM publisher WHERE name = ?1");
        for (const auto& name : filter.publishers) {
            if (publishers.bind(1, name).step()) {
                publishers_.insert(publishers.integer(0));
                publishers.reset();
            }
        }
    }

    void select(Selection& selection, std::set<std::int64_t>& claims) {
        for (const auto pair : pairs()) {
            const auto reports = impl_.prepared.reports.load(pair, {filter_.known_on, filter_.stored_on});
            const auto graph = merge_pair(reports.reports);
            for (const auto& merged : graph.relations) {
                if (filter_.with_relations && matches(merged, reports)) {
                    selection.relations.push_back(merged.relation);
                    for (const auto& link : merged.links) {
                        claim_rows_[reports.reports[link.report].claim] = reports.claims[link.report];
                    }
                }
            }
            for (std::size_t i = 0; i < graph.events.size(); ++i) {
                const auto& merged = graph.events[i];
                if (filter_.with_events && matches(merged, reports) && behind_relations(graph, i)) {
                    selection.events.push_back(merged.event);
                    for (const auto report : merged.reports) {
                        claim_rows_[reports.reports[report].claim] = reports.claims[report];
                    }
                }
            }
        }
        selection.left_out = keep_best(selection.relations, filter_.limit);
        keep_best(selection.events, filter_.limit);
        for (auto& relation : selection.relations) {
            finish(relation.claims, claims);
            if (filter_.with_claims && !relation.ended_by.empty()) {
                claims.insert(claim_rows_.at(relation.ended_by));
            }
        }
        for (auto& event : selection.events) {
            finish(event.claims, claims);
        }
    }

 private:
    void finish(std::vector<std::string>& ids, std::set<std::int64_t>& claims) {
        if (!filter_.with_claims) {
            ids.clear();
            return;
        }
        for (const auto& id : ids) {
            claims.insert(claim_rows_.at(id));
        }
    }

    /// All pairs that any claim is about, one index step each.
    std::vector<PairKey> pairs() {
        if (resolved_.between) {
            return {resolved_.pair};
        }
        std::vector<PairKey> out;
        auto next = impl_.database.prepare("SELECT pair FROM report WHERE pair > ?1 ORDER BY pair LIMIT 1");
        for (PairKey last = 0; next.bind(1, last).step(); next.reset()) {
            last = next.integer(0);
            const auto [low, high] = impl_.prepared.actors.ids(last);
            if (resolved_.actors.empty() || resolved_.actors.contains(low) ||
                resolved_.actors.contains(high)) {
                out.push_back(last);
            }
        }
        return out;
    }

    bool by_publisher(const Report& report) const { return publishers_.contains(report.publisher); }

    /// Where only relations are asked for, the events are those behind them.
    bool behind_relations(const PairGraph& graph, std::size_t event) const {
        if (!filter_.events.empty() || filter_.relations.empty()) {
            return true;
        }
        return std::any_of(graph.relations.begin(), graph.relations.end(), [&](const MergedRelation& merged) {
            return among(filter_.relations, merged.relation.type) &&
                   std::any_of(merged.links.begin(), merged.links.end(),
                               [&](const RelationLink& link) { return link.event == event; });
        });
    }

    bool matches(const MergedRelation& merged, const PairReports& reports) const {
        const auto& relation = merged.relation;
        return among(filter_.relations, relation.type) && among(filter_.modalities, relation.modality) &&
               relation.confidence >= filter_.min_confidence &&
               matches_period(merged.found_from, merged.found_to, period_, filter_.during) &&
               (filter_.publishers.empty() ||
                std::any_of(merged.links.begin(), merged.links.end(), [&](const RelationLink& link) {
                    return by_publisher(reports.reports[link.report]);
                }));
    }

    bool matches(const MergedEvent& merged, const PairReports& reports) const {
        const auto& event = merged.event;
        return among(filter_.events, event.code.type) && among(filter_.modalities, event.modality) &&
               event.confidence >= filter_.min_confidence &&
               matches_period(event.time.start ? event.time.start : merged.hint,
                              event.time.end ? event.time.end : merged.hint, period_, During::holds) &&
               (filter_.publishers.empty() ||
                std::any_of(merged.reports.begin(), merged.reports.end(),
                            [&](std::size_t report) { return by_publisher(reports.reports[report]); }));
    }

    Store::Impl& impl_;
    const Filter& filter_;
    Resolved resolved_;
    Period period_;
    std::set<std::int64_t> publishers_;
    std::map<std::string, std::int64_t> claim_rows_;
};

}  // namespace

Source Store::Impl::source(std::int64_t article) {
    auto row = database.prepare(
        "SELECT a.id, title, url, p.name, language, published FROM article a JOIN publisher p ON p.row = "
        "a.publisher"
        " WHERE a.row = ?1");
    Source source;
    if (row.bind(1, article).step()) {
        source = {std::string{row.text(0)}, std::string{row.text(1)}, std::string{row.text(2)},
                  std::string{row.text(3)}, std::string{row.text(4)}, row.day(5)};
    }
    return source;
}

Actor Store::Impl::actor(const ActorId& id) {
    if (const auto* known = find_known_actor(id)) {
        return *known;
    }
    auto names = database.prepare("SELECT min(name), min(kind) FROM participant WHERE actor = ?1");
    Actor actor{id, id, id, kind_of(id)};
    if (names.bind(1, prepared.actors.find(id)).step() && !names.is_null(0)) {
        actor.name_en = actor.name_nl = names.text(0);
        actor.kind = parse_actor_kind(names.text(1)).value_or(actor.kind);
    }
    return actor;
}

Selection Store::select(const Filter& asked) {
    Filter filter = asked;
    filter.with_relations = asked.with_relations && (asked.events.empty() || !asked.relations.empty());
    Selection selection;
    selection.title = title_of(filter);
    const auto period = period_of(filter);
    selection.period = {period.since, period.until, period.given() ? Granularity::day : Granularity::open};

    std::set<std::int64_t> claims;
    if (filter.known_on || filter.stored_on) {
        SelectionThen{*impl_, filter}.select(selection, claims);
        if (filter.background && filter.with_relations) {
            Filter only_background = filter;
            only_background.known_on.reset();
            only_background.stored_on.reset();
            // Tables of knowledge/ have no known time: they say the same on every day.
            Selection stored;
            std::set<std::int64_t> none;
            only_background.with_claims = false;
            StoredSelection{impl_->database, impl_->prepared.actors, only_background}.relations(stored, none);
            for (auto& relation : stored.relations) {
                if (relation.basis == Basis::background) {
                    selection.relations.push_back(std::move(relation));
                }
            }
        }
    } else {
        StoredSelection stored{impl_->database, impl_->prepared.actors, filter};
        if (filter.with_relations) {
            stored.relations(selection, claims);
        }
        if (filter.with_events) {
            stored.events(selection, claims);
        }
    }
    sort_by_id(selection.relations);
    sort_by_id(selection.events);

    std::set<ActorId> actors;
    std::map<std::int64_t, Source> sources;
    auto article_of = impl_->database.prepare("SELECT article FROM claim WHERE row = ?1");
    for (const auto row : claims) {
        selection.claims.push_back(impl_->prepared.claims.load(row));
        for (const auto* side : {&selection.claims.back().source, &selection.claims.back().target}) {
            for (const auto& participant : *side) {
                actors.insert(participant.id);
                if (!participant.state.empty()) {
                    actors.insert(participant.state);
                }
            }
        }
        article_of.bind(1, row).step();
        const auto article = article_of.integer(0);
        article_of.reset();
        if (!sources.contains(article)) {
            sources.emplace(article, impl_->source(article));
        }
    }
    sort_by_id(selection.claims);
    for (auto& [row, source] : sources) {
        selection.sources.push_back(std::move(source));
    }
    std::sort(selection.sources.begin(), selection.sources.end(),
              [](const Source& a, const Source& b) { return a.article < b.article; });
    for (const auto& relation : selection.relations) {
        actors.insert({relation.source, relation.target});
    }
    for (const auto& event : selection.events) {
        actors.insert(event.source.begin(), event.source.end());
        actors.insert(event.target.begin(), event.target.end());
    }
    for (const auto& id : actors) {
        selection.actors.push_back(impl_->actor(id));
    }
    return selection;
}

}  // namespace entente
