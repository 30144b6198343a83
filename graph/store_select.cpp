// Store: the part of the graph that a Filter means.
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/detail/conditions.hpp"
#include "graph/detail/filter_match.hpp"
#include "graph/detail/select_stored.hpp"
#include "graph/detail/select_then.hpp"
#include "graph/detail/select_ties.hpp"
#include "graph/detail/store_impl.hpp"
#include "graph/known_actor.hpp"

namespace entente {

namespace {

/// By their ids alone first: the values are large, and each is moved once.
template <typename T>
void sort_by_id(std::vector<T>& values) {
    std::vector<std::pair<std::string_view, std::size_t>> order;
    order.reserve(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        order.emplace_back(values[i].id, i);
    }
    std::sort(order.begin(), order.end());
    std::vector<T> sorted;
    sorted.reserve(values.size());
    for (const auto& [id, i] : order) {
        sorted.push_back(std::move(values[i]));
    }
    values = std::move(sorted);
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

/// Each once, sorted. They live as long as the selection.
std::set<std::string_view> actors_named(const Selection& selection) {
    std::set<std::string_view> actors;
    for (const auto& relation : selection.relations) {
        actors.insert(relation.source);
        actors.insert(relation.target);
    }
    for (const auto& event : selection.events) {
        actors.insert(event.source.begin(), event.source.end());
        actors.insert(event.target.begin(), event.target.end());
    }
    for (const auto& claim : selection.claims) {
        for (const auto* side : {&claim.source, &claim.target}) {
            for (const auto& participant : *side) {
                actors.insert(participant.id);
                if (!participant.state.empty()) {
                    actors.insert(participant.state);
                }
            }
        }
    }
    return actors;
}

}  // namespace

Source Store::Impl::source(std::int64_t article) {
    auto& row = prepared.source;
    Source source;
    if (row.bind(1, article).step()) {
        source = {std::string{row.text(0)}, std::string{row.text(1)}, std::string{row.text(2)},
                  std::string{row.text(3)}, std::string{row.text(4)}, row.day(5)};
        row.reset();
    }
    return source;
}

Actor Store::Impl::actor(const ActorId& id) {
    if (const auto* known = find_known_actor(id)) {
        return *known;
    }
    auto& name = prepared.name;
    Actor actor{id, id, id, kind_of(id)};
    if (name.bind(1, prepared.actors.find(id)).step()) {
        actor.name_en = actor.name_nl = name.text(0);
        actor.kind = parse_actor_kind(name.text(1)).value_or(actor.kind);
        name.reset();
    }
    return actor;
}

Selection Store::select(const Filter& asked) {
    Filter filter = asked;
    filter.with_relations = asked.with_relations && (asked.events.empty() || !asked.relations.empty());
    const Snapshot snapshot{impl_->database};
    Selection selection;
    selection.title = title_of(filter);
    const auto period = period_of(filter);
    selection.period = {period.since, period.until, period.given() ? Granularity::day : Granularity::open};

    std::set<std::int64_t> claims;
    if (filter.known_on || filter.stored_on) {
        select_then(*impl_, filter, selection, claims);
        if (filter.background && filter.with_relations) {
            Filter only_background = filter;
            only_background.known_on.reset();
            only_background.stored_on.reset();
            // Tables of knowledge/ have no known time: they say the same on every day.
            Selection stored;
            std::set<std::int64_t> none;
            only_background.with_claims = false;
            select_relations(impl_->database, impl_->prepared.actors, only_background, stored, none);
            for (auto& relation : stored.relations) {
                if (relation.basis == Basis::background) {
                    selection.relations.push_back(std::move(relation));
                }
            }
        }
    } else {
        if (filter.with_relations) {
            select_relations(impl_->database, impl_->prepared.actors, filter, selection, claims);
        }
        if (filter.with_events) {
            select_events(impl_->database, impl_->prepared.actors, filter, selection, claims);
        }
    }
    sort_by_id(selection.relations);
    sort_by_id(selection.events);

    std::map<std::int64_t, Source> sources;
    auto article_of = impl_->database.prepare("SELECT article FROM claim WHERE row = ?1");
    for (const auto row : claims) {
        selection.claims.push_back(impl_->prepared.claims.load(row));
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
    if (filter.with_actors) {
        for (const auto& id : actors_named(selection)) {
            selection.actors.push_back(impl_->actor(ActorId{id}));
        }
    }
    return selection;
}

Ties Store::ties(const Filter& filter) {
    if (!filter.known_on && !filter.stored_on) {
        const Snapshot snapshot{impl_->database};
        return select_ties(impl_->database, impl_->prepared.actors, filter);
    }
    Filter plain = filter;
    plain.with_events = false;
    plain.with_claims = false;
    plain.with_actors = false;
    plain.limit = 0;
    return ties_of(select(plain).relations);
}

Ties Store::ties_between(const Filter& filter, std::span<const ActorId> left,
                         std::span<const ActorId> right) {
    const Snapshot snapshot{impl_->database};
    return select_ties_between(impl_->database, impl_->prepared.actors, filter, left, right);
}

Spells Store::spells(const Filter& filter) {
    const Snapshot snapshot{impl_->database};
    return select_spells(impl_->database, impl_->prepared.actors, filter);
}

std::map<ActorId, std::size_t> Store::claims_by_source(const Filter& filter) {
    const Snapshot snapshot{impl_->database};
    auto& actors = impl_->prepared.actors;
    const auto where = relation_conditions(filter, resolve(filter, actors), period_of(filter));
    auto rows = impl_->database.prepare(
        "SELECT source, count(DISTINCT claim) FROM (SELECT r.source, l.claim" + where.from() +
        " JOIN relation_claim l ON l.relation = r.row" + where.sql() +
        (where.sql().empty() ? " WHERE" : " AND") + " l.role <> 'ends') GROUP BY source");
    where.bind(rows);
    std::map<ActorId, std::size_t> claims;
    while (rows.step()) {
        claims.emplace(actors.id(rows.integer(0)), static_cast<std::size_t>(rows.integer(1)));
    }
    return claims;
}

std::vector<Relation> Store::relations_between(const Filter& filter,
                                               std::span<const std::pair<ActorId, ActorId>> pairs) {
    const Snapshot snapshot{impl_->database};
    if (!filter.known_on && !filter.stored_on) {
        return select_relations_between(impl_->database, impl_->prepared.actors, filter, pairs);
    }
    Filter of_pair = filter;
    of_pair.actors.clear();
    of_pair.with_events = false;
    of_pair.with_claims = false;
    of_pair.with_actors = false;
    of_pair.limit = 0;
    std::vector<Relation> relations;
    std::set<std::pair<ActorId, ActorId>> each;
    for (const auto& pair : pairs) {
        if (!each.insert(std::minmax(pair.first, pair.second)).second) {
            continue;
        }
        of_pair.between = pair;
        auto found = select(of_pair).relations;
        std::move(found.begin(), found.end(), std::back_inserter(relations));
    }
    sort_by_id(relations);
    return relations;
}

}  // namespace entente
