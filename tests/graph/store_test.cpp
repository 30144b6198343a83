#include "graph/store.hpp"

#include <algorithm>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include "graph/cue.hpp"
#include "tests/catch.hpp"
#include "tests/graph/world.hpp"

using namespace entente;
using namespace std::chrono_literals;
using Lines = std::vector<std::string>;

namespace {

const Day today{2026y / 1 / 2};

Store store_of(const std::vector<world::Reported>& world) {
    auto store = Store::open(":memory:", StoreMode::write);
    for (const auto& [article, claim] : world) {
        store.add(article, {&claim, 1}, today);
    }
    return store;
}

/// Everything derived, as text without row numbers.
std::string dump(Store& store) {
    std::string out;
    for (const char* sql : {"SELECT * FROM v_event ORDER BY event",
                            "SELECT * FROM v_relation WHERE basis = 'articles' ORDER BY relation",
                            "SELECT r.id, c.id, e.id, l.role, l.rule FROM relation_claim l JOIN relation r "
                            "ON r.row = l.relation JOIN claim c"
                            " ON c.row = l.claim JOIN event e ON e.row = l.event ORDER BY 1, 2, 3, 4, 5",
                            "SELECT e.id, c.id FROM event_claim l JOIN event e ON e.row = l.event JOIN claim "
                            "c ON c.row = l.claim"
                            " ORDER BY 1, 2"}) {
        auto rows = store.read(sql);
        while (rows.step()) {
            for (int column = 0; column < rows.columns(); ++column) {
                out += std::string{rows.text(column)} + '\t';
            }
            out += '\n';
        }
    }
    return out;
}

Lines relations(Store& store, Filter filter = {}) {
    filter.modalities.clear();
    return world::lines_of(store.select(filter).relations);
}

/// Claims over a few actors and years, some of them in near-identical articles, drawn from `random`.
std::vector<world::Reported> random_world(std::mt19937& random, std::size_t size) {
    const auto pick = [&](const std::vector<std::string>& from) { return from[random() % from.size()]; };
    std::string lines;
    for (std::size_t i = 0; i < size; ++i) {
        const auto year = std::to_string(2019 + random() % 4);
        const auto month = "-0" + std::to_string(1 + random() % 9);
        const auto day = "-1" + std::to_string(random() % 10);
        const auto when =
            pick({"?", year, year + month, year + month + day, year + month + day, year + month + day,
                  year + "..", year + ".." + std::to_string(2023 + random() % 3)});
        const auto source = pick({"RUS", "UKR", "USA", "CHN", "RUS+CHN"});
        const auto target = pick({"RUS", "UKR", "USA", "PRK", "UKR+USA"});
        const auto what =
            pick({"ASSAULT UKR at_war", "ASSAULT X attacks", "ASSAULT X armed_clash", "AGREE X ceasefire",
                  "AGREE X peace_agreement", "AGREE X ally", "SANCTION/withdraw X ally",
                  "SANCTION[economic] X sanctions", "CONCEDE[economic] X sanctions", "CONSULT/visit X visit",
                  "ACCUSE X accuses", "COERCE/seize[territory] X occupies", "SUPPORT X defence_pact"});
        const auto type = what.substr(0, what.find(' '));
        const auto relation = what.substr(what.rfind(' ') + 1);
        lines += when + ' ' + source + ' ' + type + ' ' + target + ' ' + relation;
        if (random() % 5 != 0) {
            lines += " published=" + year + month + day;
        }
        lines += " by=" + pick({"A", "B", "C", "D"});
        lines += " modality=" + pick({"asserted", "asserted", "asserted", "asserted", "denied", "promised"});
        lines += " confidence=0." + std::to_string(1 + random() % 9);
        lines += " place=" + pick({"Kyiv", "Odesa", "Kursk"});
        // A few texts only, of which copies differ in one word.
        const auto text = random() % 20;
        lines += " text=";
        for (int word = 0; word < 40; ++word) {
            lines += " w" + std::to_string(text * 100 + static_cast<unsigned>(word));
        }
        lines += " copy" + std::to_string(i) + "\n";
    }
    return world::read(lines);
}

}  // namespace

TEST_CASE("what was stored comes back the same", "[graph][store]") {
    Article article;
    article.page = "news/1.html";
    article.index = 3;
    article.title = "Title";
    article.text = "Kim sent 11,000 soldiers to Russia.";
    article.origins = {{0, 10, 100, 10}, {10, 25, 60, 30}};
    article.url = "https://example.org/1";
    article.publisher = "ANP";
    article.dateline = "PYONGYANG (ANP/RTR)";
    article.agencies = {"ANP", "RTR"};
    article.published = Day{2024y / 11 / 30};
    article.language = "en";
    article.id = content_id(article);
    Claim claim;
    claim.article = article.id;
    claim.source = {
        {"person:kim-jong-un", "Kim Jong-un", ActorKind::person, "PRK", "supreme leader", {"Kim", 0, 3}}};
    claim.target = {{"RUS", "Russia", ActorKind::state, "RUS", "", {"Russia", 28, 34}}};
    claim.event = {EventType::aid, "", "072", {"intelligence", "military"}, 8.3};
    claim.relation = "military_aid";
    claim.modality = Modality::possible;
    claim.attribution = Attribution{"", "a source"};
    claim.time = {{Day{2024y / 11 / 9}, std::nullopt, Granularity::week}, "since then", true};
    claim.place = "Kursk";
    claim.quantity = Quantity{25, "percent", "more than", 15.0};
    claim.evidence = {article.text, 100, 135, "sent", 0, article.text.size()};
    claim.confidence = 0.86;
    claim.extractor = "grammar/1";
    claim.id = claim_id(claim);

    auto store = Store::open(":memory:", StoreMode::write);
    const auto outcome = store.add(article, {&claim, 1}, today);
    CHECK(outcome.kind == AddOutcome::Kind::added);
    CHECK(outcome.claims == 1);
    CHECK(store.claim(claim.id) == claim);
    CHECK(store.article(article.id) == article);
    CHECK(store.verify().empty());
    const auto stats = store.stats();
    CHECK(stats.articles == 1);
    CHECK(stats.claims == 1);
    CHECK(stats.events == 1);
}

TEST_CASE("adding an article twice changes nothing", "[graph][store]") {
    const auto world = world::read("2022-02-24 RUS ASSAULT UKR at_war by=A published=2022-02-24");
    auto store = store_of(world);
    const auto before = dump(store);
    CHECK(store.add(world[0].article, {&world[0].claim, 1}, today).kind == AddOutcome::Kind::unchanged);
    CHECK(dump(store) == before);
    CHECK(store.stats().claims == 1);
}

TEST_CASE("a claim whose quote is not in the article is left out and named", "[graph][store]") {
    auto world = world::read("2022-02-24 RUS ASSAULT UKR at_war text=Russia invaded Ukraine.");
    world[0].claim.evidence.text = "Ukraine invaded Russia.";
    auto store = Store::open(":memory:", StoreMode::write);
    const auto outcome = store.add(world[0].article, {&world[0].claim, 1}, today);
    CHECK(outcome.claims == 0);
    CHECK(outcome.unquoted == Lines{world[0].claim.id});
    CHECK(store.stats().articles == 1);
}

TEST_CASE("a copy of a text in another paper is no independent origin", "[graph][store]") {
    const std::string story =
        "Russian troops crossed the border on Thursday morning, officials in Kyiv said, and explosions were "
        "heard in "
        "several cities before dawn while residents made for the western roads";
    auto store = store_of(
        world::read("2022-02-24 RUS ASSAULT UKR at_war by=A published=2022-02-24 text=" + story + ".\n" +
                    "2022-02-24 RUS ASSAULT UKR at_war by=B published=2022-02-24 text=Update: " + story +
                    ".\n"
                    "2022-02-24 RUS ASSAULT UKR at_war by=C published=2022-02-24 text=War has broken out "
                    "in Europe: Moscow has ordered its army into the neighbouring country.\n"));
    const auto selection = store.select({});
    REQUIRE(selection.relations.size() == 1);
    CHECK(selection.relations[0].support == Support{3, 3, 3, 2});
    CHECK(selection.claims.size() == 3);
    CHECK(selection.sources.size() == 3);
    CHECK(store.stats().origins == 2);
}

TEST_CASE("the same claims in any order, in one go or one by one, give the same graph",
          "[graph][store][property]") {
    std::mt19937 random{20};
    for (int round = 0; round < 6; ++round) {
        const auto world = random_world(random, 100);
        auto one_by_one = store_of(world);
        const auto expected = dump(one_by_one);

        auto shuffled = world;
        std::shuffle(shuffled.begin(), shuffled.end(), random);
        auto in_one_go = Store::open(":memory:", StoreMode::write);
        auto batch = in_one_go.batch();
        for (const auto& [article, claim] : shuffled) {
            in_one_go.add(article, {&claim, 1}, today);
        }
        batch.commit();
        REQUIRE(dump(in_one_go) == expected);

        auto put_off = Store::open(":memory:", StoreMode::write);
        std::shuffle(shuffled.begin(), shuffled.end(), random);
        for (std::size_t i = 0; i < shuffled.size(); i += 10) {
            auto part = put_off.batch();
            for (std::size_t j = i; j < std::min(i + 10, shuffled.size()); ++j) {
                put_off.add(shuffled[j].article, {&shuffled[j].claim, 1}, today);
            }
            part.commit_unmerged();
        }
        CHECK(put_off.has_unmerged());
        CHECK(put_off.merge_pending());
        CHECK_FALSE(put_off.merge_pending());
        CHECK_FALSE(put_off.has_unmerged());
        REQUIRE(dump(put_off) == expected);

        put_off.rebuild();
        REQUIRE(dump(put_off) == expected);
        REQUIRE(put_off.verify().empty());
    }
}

TEST_CASE("a graph made anew as a whole is the same and keeps its indexes", "[graph][store]") {
    std::string lines;
    for (int i = 0; i < 30; ++i) {
        for (int j = 0; j < 30; ++j) {
            lines += "202" + std::to_string((i + j) % 5) + "-03-04 A" + std::to_string(i) +
                     (j % 2 == 0 ? " ASSAULT B" : " SUPPORT B") + std::to_string(j) +
                     (j % 2 == 0 ? " attacks" : " supports") + " published=2024-03-05 by=P" +
                     std::to_string((i * j) % 7) + " text=Story " + std::to_string(i) + " of " +
                     std::to_string(j) + ".\n";
        }
    }
    const auto world = world::read(lines);
    auto one_by_one = store_of(world);
    const auto indexes = [](Store& store) {
        std::string out;
        auto rows = store.read("SELECT name, sql FROM sqlite_schema WHERE type = 'index' ORDER BY name");
        while (rows.step()) {
            out += std::string{rows.text(0)} + ' ' + std::string{rows.text(1)} + '\n';
        }
        return out;
    };
    auto put_off = Store::open(":memory:", StoreMode::write);
    const auto expected_indexes = indexes(put_off);
    auto batch = put_off.batch();
    for (const auto& [article, claim] : world) {
        put_off.add(article, {&claim, 1}, today);
    }
    batch.commit_unmerged();
    std::size_t pairs = 0;
    CHECK(put_off.merge_pending([&](std::string_view, std::size_t done, std::size_t all) {
        CHECK(done == ++pairs);
        CHECK(all == 900);
    }));
    CHECK(pairs == 900);
    CHECK(dump(put_off) == dump(one_by_one));
    CHECK(indexes(put_off) == expected_indexes);
    CHECK(put_off.verify().empty());
    put_off.rebuild();
    CHECK(dump(put_off) == dump(one_by_one));
    CHECK(indexes(put_off) == expected_indexes);
}

TEST_CASE("what is forgotten was never there", "[graph][store][property]") {
    std::mt19937 random{21};
    for (int round = 0; round < 4; ++round) {
        const auto world = random_world(random, 80);
        auto store = store_of(world);
        auto without = Store::open(":memory:", StoreMode::write);
        for (const auto& [article, claim] : world) {
            if (article.publisher != "B") {
                without.add(article, {&claim, 1}, today);
            }
        }
        const auto outcome = store.forget({ForgetWhat::By::publisher, "B"});
        CHECK(outcome.claims > 0);
        REQUIRE(dump(store) == dump(without));
        REQUIRE(store.verify().empty());
        CHECK(store.stats() == [&] {
            auto stats = without.stats();
            stats.bytes = store.stats().bytes;
            return stats;
        }());
    }
}

TEST_CASE("a corrected article replaces its claims and keeps the old ones as history", "[graph][store]") {
    const auto versions = world::read(R"(
        2022-03-04 RUS ASSAULT UKR attacks by=A url=https://a.example/1 published=2022-03-05 place=Kyiv
        2022-03-04 UKR ASSAULT RUS attacks by=A url=https://a.example/1 published=2022-03-08 place=Kyiv )");
    auto store = Store::open(":memory:", StoreMode::write);
    store.add(versions[0].article, {&versions[0].claim, 1}, Day{2022y / 3 / 5});
    CHECK(relations(store) == Lines{"RUS attacks UKR 2022-03-04"});
    const auto outcome = store.add(versions[1].article, {&versions[1].claim, 1}, Day{2022y / 3 / 9});
    CHECK(outcome.kind == AddOutcome::Kind::new_version);

    auto only_new = store_of({versions[1]});
    CHECK(dump(store) == dump(only_new));
    CHECK(store.stats().history_claims == 1);
    CHECK(store.claim(versions[0].claim.id) == versions[0].claim);

    Filter then;
    then.known_on = Day{2022y / 3 / 7};
    CHECK(relations(store, then) == Lines{"RUS attacks UKR 2022-03-04"});
    then.known_on = Day{2022y / 3 / 8};
    CHECK(relations(store, then) == Lines{"UKR attacks RUS 2022-03-04"});
    then.known_on = Day{2022y / 3 / 4};
    CHECK(relations(store, then).empty());
    then.known_on.reset();
    then.stored_on = Day{2022y / 3 / 8};
    CHECK(relations(store, then) == Lines{"RUS attacks UKR 2022-03-04"});

    // Versions that come in the wrong order end up in the right one.
    auto turned = Store::open(":memory:", StoreMode::write);
    turned.add(versions[1].article, {&versions[1].claim, 1}, today);
    CHECK(turned.add(versions[0].article, {&versions[0].claim, 1}, today).kind ==
          AddOutcome::Kind::old_version);
    CHECK(dump(turned) == dump(only_new));

    CHECK(store.forget({ForgetWhat::By::url, "https://a.example/1"}).articles == 2);
    CHECK(relations(store).empty());
    CHECK(store.stats().claims == 0);
}

TEST_CASE("what was known then is what a store of then would have said", "[graph][store][property]") {
    std::mt19937 random{22};
    const auto world = random_world(random, 150);
    auto store = store_of(world);
    for (const auto day : {Day{2019y / 6 / 1}, Day{2020y / 6 / 1}, Day{2021y / 8 / 15}}) {
        auto then = Store::open(":memory:", StoreMode::write);
        for (const auto& [article, claim] : world) {
            if (article.published && *article.published <= day) {
                then.add(article, {&claim, 1}, today);
            }
        }
        Filter filter;
        filter.known_on = day;
        filter.modalities.clear();
        Filter all;
        all.modalities.clear();
        const auto known = store.select(filter);
        const auto expected = then.select(all);
        CHECK(known.relations == expected.relations);
        CHECK(known.events == expected.events);
        CHECK(known.claims == expected.claims);
        CHECK(known.actors == expected.actors);
    }
}

TEST_CASE("a filter narrows by type, actor, pair, time, modality, confidence and publisher",
          "[graph][store]") {
    auto store = store_of(world::read(R"(
        2014-03-18  RUS  COERCE/seize[territory]  UKR  occupies      by=A confidence=0.9 place=Crimea
        2022-02-24  RUS  ASSAULT                  UKR  at_war        by=A confidence=0.9
        2024-06-19  PRK  SUPPORT                  RUS  defence_pact  by=B confidence=0.4
        2024-06-19  USA  ACCUSE                   RUS  accuses       by=B modality=denied )"));
    const auto types = [&](const Filter& filter) {
        Lines out;
        for (const auto& relation : store.select(filter).relations) {
            out.push_back(relation.type);
        }
        std::sort(out.begin(), out.end());
        return out;
    };
    Filter filter;
    CHECK(types(filter) == Lines{"at_war", "defence_pact", "occupies"});
    filter.relations = {"at_war", "ally"};
    CHECK(types(filter) == Lines{"at_war"});
    filter = {};
    filter.actors = {"PRK", "CHN"};
    CHECK(types(filter) == Lines{"defence_pact"});
    filter = {};
    filter.between = {"UKR", "RUS"};
    CHECK(types(filter) == Lines{"at_war", "occupies"});
    filter.on = parse_day("2020-01-01");
    CHECK(types(filter) == Lines{"occupies"});
    filter = {};
    filter.since = parse_day("2022-01-01");
    filter.during = During::begins;
    CHECK(types(filter) == Lines{"at_war", "defence_pact"});
    filter = {};
    filter.min_confidence = 0.5;
    CHECK(types(filter) == Lines{"at_war", "occupies"});
    filter = {};
    filter.modalities = {Modality::denied};
    CHECK(types(filter) == Lines{"accuses"});
    filter = {};
    filter.publishers = {"B"};
    CHECK(types(filter) == Lines{"defence_pact"});
    filter = {};
    filter.limit = 1;
    CHECK(types(filter).size() == 1);
    CHECK(store.select(filter).left_out == 2);
    filter = {};
    filter.events = {EventType::assault};
    CHECK(store.select(filter).events.size() == 1);
}

TEST_CASE("members of organisations are background, and kept apart", "[graph][store]") {
    auto store = Store::open(":memory:", StoreMode::write);
    CHECK(store.select({}).relations.empty());
    Filter filter;
    filter.background = true;
    filter.actors = {"FIN"};
    filter.relations = {"member_of"};
    filter.on = parse_day("2022-01-01");
    const auto has_nato = [&] {
        const auto found = store.select(filter).relations;
        return std::any_of(found.begin(), found.end(),
                           [](const Relation& one) { return one.target == "NATO"; });
    };
    CHECK_FALSE(has_nato());
    filter.on = parse_day("2024-01-01");
    CHECK(has_nato());
    CHECK(store.stats().relations == 0);
    CHECK(store.stats().background_relations > 1000);
}

TEST_CASE("actors that were merged count as one, and the merge can be undone", "[graph][store]") {
    const auto world = world::read(R"(
        2022-02-24  RUS     ASSAULT  UKR  at_war  by=A
        2022-02-24  Russia  ASSAULT  UKR  at_war  by=B )");
    auto store = store_of(world);
    const auto before = dump(store);
    const auto decision = store.merge_actors("Russia", "RUS", today);
    REQUIRE(decision);
    CHECK(relations(store) == Lines{"RUS at_war UKR since 2022-02-24"});
    CHECK_FALSE(store.merge_actors("RUS", "Russia", today));
    REQUIRE(store.undo_decision(*decision));
    CHECK(dump(store) == before);
    CHECK_FALSE(store.undo_decision(*decision));
    REQUIRE(store.merge_actors("Russia", "RUS", today));
    const auto distinct = store.distinct_actors("RUS", "Russia", today);
    REQUIRE(distinct);
    CHECK(dump(store) == before);
    CHECK_FALSE(store.merge_actors("Russia", "RUS", today));
    REQUIRE(store.undo_decision(*distinct));
    CHECK(dump(store) == before);
    CHECK(store.actor_decisions().size() == 3);
}

TEST_CASE("evidence comes oldest first, with what speaks against", "[graph][store]") {
    auto store = store_of(world::read(R"(
        2024-10-20  PRK  AID[military]  RUS  troops_deployed_to  by=B published=2024-10-28
        2024-10-20  PRK  AID[military]  RUS  troops_deployed_to  by=A published=2024-10-23
        2024-10-20  PRK  AID[military]  RUS  troops_deployed_to  by=C published=2024-10-25 modality=denied )"));
    const auto selection = store.select({});
    REQUIRE(selection.relations.size() == 1);
    const auto testimony = store.evidence(selection.relations[0].id);
    REQUIRE(testimony.size() == 3);
    CHECK(testimony[0].source.publisher == "A");
    CHECK(testimony[0].role == "opens");
    CHECK(testimony[1].against);
    CHECK(testimony[2].source.publisher == "B");
    CHECK(store.evidence(selection.events[0].id).size() == 3);
    CHECK(store.evidence(selection.claims[0].id).size() == 1);
    CHECK(store.evidence("c_nothing").empty());
}

TEST_CASE("an event and a relation that an older claim renames are found by their earlier names",
          "[graph][store]") {
    const auto world = world::read(R"(
        2024-10-20  PRK  AID[military]  RUS  troops_deployed_to  by=B published=2024-10-28
        2024-10-20  PRK  AID[military]  RUS  troops_deployed_to  by=A published=2024-10-23 )");
    auto store = store_of({world[0]});
    const auto before = store.select({});
    store.add(world[1].article, {&world[1].claim, 1}, Day{});
    const auto after = store.select({});
    REQUIRE(after.relations.size() == 1);
    CHECK(after.relations[0].id != before.relations[0].id);
    CHECK(store.evidence(before.relations[0].id).size() == 2);
    CHECK(store.evidence(before.events[0].id).size() == 2);
    CHECK(store.evidence("r_0123456789abcdef").empty());
}

TEST_CASE("silence is told from lack of coverage", "[graph][store]") {
    auto store = store_of(world::read(R"(
        ? PRK ASSAULT USA - published=2024-01-10 text=Noord-Korea en Japan zwegen.
        ? PRK ASSAULT USA - published=2024-02-10 text=Japan and North Korea "did not" meet.
        ? PRK ASSAULT USA - published=2024-02-10 text=Japan only. )"));
    CHECK(store.articles_naming("PRK", "JPN", {}, {}) == 2);
    CHECK(store.articles_naming("PRK", "JPN", parse_day("2024-02-01"), {}) == 1);
    CHECK(store.articles_naming("PRK", "NLD", {}, {}) == 0);
    CHECK(store.find_articles("japan \"AND", 10).size() == 1);
    CHECK(store.find_articles("JAPAN", 10).size() == 3);
}

TEST_CASE("only queries can be read", "[graph][store]") {
    auto store = Store::open(":memory:", StoreMode::write);
    CHECK_THROWS_AS(store.read("DELETE FROM claim"), StoreError);
    CHECK_THROWS_AS(store.read(""), StoreError);
    auto rows = store.read("SELECT count(*) FROM v_claim");
    REQUIRE(rows.step());
    CHECK(rows.integer(0) == 0);
}

TEST_CASE("every query of docs/schema.md runs", "[graph][store][docs]") {
    auto store = store_of(world::read("2022-02-24 RUS ASSAULT UKR at_war by=A published=2022-02-24"));
    std::ifstream page{"../docs/schema.md"};
    REQUIRE(page);
    std::string sql;
    bool inside = false;
    int queries = 0;
    for (std::string line; std::getline(page, line);) {
        if (line == "```" && inside) {
            CAPTURE(sql);
            auto rows = store.read(sql);
            while (rows.step()) {
            }
            ++queries;
            sql.clear();
            inside = false;
        } else if (line == "```sql") {
            inside = true;
        } else if (inside) {
            sql += line + '\n';
        }
    }
    CHECK(queries == 10);
}

TEST_CASE("SQL takes the same agreements for being in force as C++, in every stage", "[graph][store]") {
    auto store = Store::open(":memory:", StoreMode::write);
    std::vector<std::string> stages{""};
    for (const auto& stage : agreement_stages()) {
        stages.push_back(stage.name);
    }
    for (const auto& stage : stages) {
        for (const bool ended : {false, true}) {
            CAPTURE(stage, ended);
            Relation relation;
            relation.stage = stage;
            if (ended) {
                relation.valid.end = today;
            }
            auto row = store.read("SELECT " + in_force_sql("r") + " FROM (SELECT " +
                                  (stage.empty() ? "NULL" : "'" + stage + "'") + " AS stage, " +
                                  (ended ? "1" : "NULL") + " AS valid_end) r");
            REQUIRE(row.step());
            CHECK((row.integer(0) != 0) == in_force(relation));
        }
    }
}
