// Store: actors, and what the user decided about them.
#include <string>

#include "graph/detail/store_impl.hpp"
#include "graph/known_actor.hpp"

namespace entente {

namespace {

/// The claims that name an actor, or somebody who acts for it.
constexpr const char* claims_of_actor =
    "SELECT claim FROM participant WHERE actor = ?1 UNION SELECT claim FROM participant WHERE state = ?1";

/// Claims of these actors say something about other pairs now.
void renew(Database& database, ActorRows& actors, ClaimRows& claims, std::set<PairKey>& touched,
           std::initializer_list<ActorId> changed) {
    actors.load_decisions();
    std::set<std::int64_t> rows;
    auto select = database.prepare(claims_of_actor);
    for (const auto& actor : changed) {
        select.bind(1, actors.find(actor));
        while (select.step()) {
            rows.insert(select.integer(0));
        }
    }
    std::vector<PairKey> pairs;
    for (const auto row : rows) {
        claims.renew_reports(row, pairs);
    }
    touched.insert(pairs.begin(), pairs.end());
}

/// Everybody who stands, directly or not, for `actor`: a changed decision changes their claims too.
std::set<ActorId> standing_for(Database& database, const ActorId& actor) {
    std::set<ActorId> all{actor};
    auto select = database.prepare("SELECT actor FROM actor_decision WHERE kind = 'merge' AND other = ?1");
    std::vector<ActorId> open{actor};
    while (!open.empty()) {
        const auto next = open.back();
        open.pop_back();
        select.bind(1, next);
        while (select.step()) {
            if (all.emplace(select.text(0)).second) {
                open.emplace_back(select.text(0));
            }
        }
    }
    return all;
}

}  // namespace

std::vector<NamedParticipant> Store::participants_called(std::string_view name) {
    std::vector<NamedParticipant> out;
    auto rows = impl_->database.prepare(
        "SELECT min(p.name), x.id, s.id FROM participant p JOIN actor x ON x.row = p.actor"
        " LEFT JOIN actor s ON s.row = p.state WHERE p.name = ?1 COLLATE NOCASE"
        " OR substr(p.name, -length(?1) - 1) = ' ' || ?1 COLLATE NOCASE"
        " GROUP BY x.id, s.id ORDER BY count(*) DESC, x.id, s.id");
    rows.bind(1, name);
    while (rows.step()) {
        out.push_back({std::string{rows.text(0)}, ActorId{rows.text(1)}, ActorId{rows.text(2)}});
    }
    return out;
}

std::vector<ActorCount> Store::actors() {
    std::vector<ActorCount> out;
    auto rows = impl_->database.prepare(
        "SELECT x.id, min(p.name), min(p.kind), count(DISTINCT p.claim) FROM participant p JOIN actor x ON"
        " x.row = p.actor GROUP BY x.row ORDER BY x.id");
    while (rows.step()) {
        ActorCount one;
        const ActorId id{rows.text(0)};
        if (const auto* known = find_known_actor(id)) {
            one.actor = *known;
        } else {
            const std::string name{rows.text(1)};
            one.actor = {id, name, name, parse_actor_kind(rows.text(2)).value_or(ActorKind::organisation)};
        }
        one.claims = static_cast<std::size_t>(rows.integer(3));
        out.push_back(std::move(one));
    }
    return out;
}

tl::expected<std::int64_t, std::string> Store::merge_actors(const ActorId& actor, const ActorId& into,
                                                            Day today) {
    auto& database = impl_->database;
    auto& prepared = impl_->prepared;
    if (prepared.actors.resolve(into) == actor || actor == into) {
        return tl::unexpected(into + " stands for " + actor + " already; undo that decision first");
    }
    auto apart = database.prepare(
        "SELECT row FROM actor_decision WHERE kind = 'distinct' AND undone = 0 AND"
        " ((actor = ?1 AND other = ?2) OR (actor = ?2 AND other = ?1))");
    if (apart.bind(1, actor).bind(2, into).step()) {
        return tl::unexpected(actor + " and " + into + " were stated to be distinct (decision " +
                              std::to_string(apart.integer(0)) + "); undo that first");
    }
    return impl_->change([&]() -> std::int64_t {
        database.prepare("INSERT INTO actor_decision(kind, actor, other, added) VALUES ('merge', ?1, ?2, ?3)")
            .bind(1, actor)
            .bind(2, into)
            .bind(3, today)
            .run();
        const auto id = database.last_row();
        for (const auto& one : standing_for(database, actor)) {
            renew(database, prepared.actors, prepared.claims, impl_->touched, {one});
        }
        return id;
    });
}

tl::expected<std::int64_t, std::string> Store::distinct_actors(const ActorId& a, const ActorId& b,
                                                               Day today) {
    auto& database = impl_->database;
    auto& prepared = impl_->prepared;
    if (a == b) {
        return tl::unexpected(std::string{"an actor cannot be distinct from itself"});
    }
    return impl_->change([&]() -> std::int64_t {
        database
            .prepare(
                "UPDATE actor_decision SET undone = 1 WHERE kind = 'merge' AND"
                " ((actor = ?1 AND other = ?2) OR (actor = ?2 AND other = ?1))")
            .bind(1, a)
            .bind(2, b)
            .run();
        database
            .prepare("INSERT INTO actor_decision(kind, actor, other, added) VALUES ('distinct', ?1, ?2, ?3)")
            .bind(1, a)
            .bind(2, b)
            .bind(3, today)
            .run();
        const auto id = database.last_row();
        for (const auto& actor : {a, b}) {
            for (const auto& one : standing_for(database, actor)) {
                renew(database, prepared.actors, prepared.claims, impl_->touched, {one});
            }
        }
        return id;
    });
}

tl::expected<void, std::string> Store::undo_decision(std::int64_t id) {
    auto& database = impl_->database;
    auto& prepared = impl_->prepared;
    auto find = database.prepare("SELECT actor, other, undone FROM actor_decision WHERE row = ?1");
    if (!find.bind(1, id).step()) {
        return tl::unexpected("there is no decision " + std::to_string(id) +
                              "; 'entente actors decisions' lists them");
    }
    if (find.integer(2) != 0) {
        return tl::unexpected("decision " + std::to_string(id) + " was undone before");
    }
    const ActorId actor{find.text(0)};
    const ActorId other{find.text(1)};
    find.reset();
    impl_->change([&] {
        database.prepare("UPDATE actor_decision SET undone = 1 WHERE row = ?1").bind(1, id).run();
        for (const auto& changed : {actor, other}) {
            for (const auto& one : standing_for(database, changed)) {
                renew(database, prepared.actors, prepared.claims, impl_->touched, {one});
            }
        }
        return true;
    });
    return {};
}

std::vector<ActorDecision> Store::actor_decisions() {
    std::vector<ActorDecision> out;
    auto rows = impl_->database.prepare(
        "SELECT row, kind, actor, other, added, undone FROM actor_decision ORDER BY row");
    while (rows.step()) {
        out.push_back({rows.integer(0),
                       rows.text(1) == "merge" ? ActorDecision::Kind::merge : ActorDecision::Kind::distinct,
                       ActorId{rows.text(2)}, ActorId{rows.text(3)}, *rows.day(4), rows.integer(5) != 0});
    }
    return out;
}

}  // namespace entente
