#include "graph/merge.hpp"

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "graph/relation_type.hpp"
#include "tests/catch.hpp"
#include "tests/graph/world.hpp"

using namespace entente;
using Lines = std::vector<std::string>;

TEST_CASE("the relation and event tables can be read", "[graph][knowledge]") {
    CHECK(relation_types().size() > 40);
    REQUIRE(find_relation_type("ally") != nullptr);
    CHECK_FALSE(find_relation_type("ally")->is_fact(Modality::promised));
    CHECK(event_family(EventType::assault).one_per_place);
}

TEST_CASE("claims of several articles on one day are one event", "[graph][merge]") {
    const auto graph = world::merged(world::read(R"(
        2022-02-24  RUS  ASSAULT  UKR  at_war  by=A published=2022-02-24 confidence=0.5
        2022-02-24  RUS  ASSAULT  UKR  at_war  by=B published=2022-02-25 confidence=0.5
        2022-02     RUS  ASSAULT  UKR  at_war  by=C published=2022-03-25 confidence=0.5
        ?           RUS  ASSAULT  UKR  at_war  by=C published=2022-02-26 confidence=0.5 )"));
    REQUIRE(graph.events.size() == 1);
    const auto& event = graph.events.front().event;
    CHECK(event.time == *parse_interval("2022-02-24"));
    CHECK(event.support == Support{4, 4, 3, 4});
    CHECK(event.confidence == Approx(0.9375));
    CHECK(world::relations(graph) == Lines{"RUS at_war UKR since 2022-02-24"});
}

TEST_CASE("the other direction, another day, another kind of event is another event", "[graph][merge]") {
    const auto graph = world::merged(world::read(R"(
        2022-02-24  RUS  ASSAULT  UKR  -
        2022-02-24  UKR  ASSAULT  RUS  -
        2022-02-26  RUS  ASSAULT  UKR  -
        2022-02-24  RUS  ACCUSE   UKR  - )"));
    CHECK(graph.events.size() == 4);
}

TEST_CASE("a month with two known days in it stays a month of its own", "[graph][merge]") {
    const auto graph = world::merged(world::read(R"(
        2022-03-04  RUS  ASSAULT  UKR  -
        2022-03-14  RUS  ASSAULT  UKR  -
        2022-03     RUS  ASSAULT  UKR  - )"));
    CHECK(graph.events.size() == 3);
}

TEST_CASE("attacks on two cities are two events, and what names no city goes with the better reported one",
          "[graph][merge]") {
    const auto graph = world::merged(world::read(R"(
        2022-03-04  RUS  ASSAULT  UKR  -  place=Kyiv by=A
        2022-03-04  RUS  ASSAULT  UKR  -  place=Kyiv by=B
        2022-03-04  RUS  ASSAULT  UKR  -  place=Odesa
        2022-03-04  RUS  ASSAULT  UKR  -  )"));
    REQUIRE(graph.events.size() == 2);
    CHECK(graph.events[0].reports.size() + graph.events[1].reports.size() == 4);
    CHECK(std::max(graph.events[0].reports.size(), graph.events[1].reports.size()) == 3);
}

TEST_CASE("the quantity that most origins give is the event's", "[graph][merge]") {
    const auto graph = world::merged(world::read(R"(
        2024-11-02  PRK  AID[military]  RUS  -  quantity=10000 by=A
        2024-11-02  PRK  AID[military]  RUS  -  quantity=11000 by=B
        2024-11-02  PRK  AID[military]  RUS  -  quantity=11000 by=C )"));
    REQUIRE(graph.events.size() == 1);
    CHECK(graph.events.front().event.quantity->value == 11000);
}

TEST_CASE("what is denied, promised or possible is never part of a fact", "[graph][merge]") {
    const auto graph = world::merged(world::read(R"(
        2024-06-19  PRK  AGREE  RUS  defence_pact
        2024-06-19  PRK  AGREE  RUS  defence_pact  modality=denied
        2024-06-19  PRK  AGREE  RUS  defence_pact  modality=promised )"));
    CHECK(graph.events.size() == 3);
    CHECK(world::relations(graph) == Lines{"PRK defence_pact RUS 2024-06-19 (denied)",
                                           "PRK defence_pact RUS 2024-06-19 (promised)",
                                           "PRK defence_pact RUS since 2024-06-19"});
}

TEST_CASE("a visit never ends an alliance, and neither does an attack by itself", "[graph][merge]") {
    const auto graph = world::merged(world::read(R"(
        2010-01-01  BLR  AGREE          RUS  ally
        2015-05-01  BLR  CONSULT/visit  RUS  visit
        2016-05-01  BLR  ASSAULT        RUS  attacks )"));
    const auto lines = world::relations(graph);
    CHECK(std::count(lines.begin(), lines.end(), "BLR ally RUS since 2010-01-01") == 1);
}

TEST_CASE("only what the table declares exclusive ends a relation, and it says by what", "[graph][merge]") {
    const auto world = world::read(R"(
        2010-01-01  BLR  AGREE    RUS  ally
        2016-05-01  BLR  ASSAULT  RUS  at_war )");
    const auto graph = world::merged(world);
    CHECK(world::relations(graph) ==
          Lines{"BLR ally RUS 2010-01-01 to 2016-05-01 ended_by at_war", "BLR at_war RUS since 2016-05-01"});
    for (const auto& merged : graph.relations) {
        if (merged.relation.type == "ally") {
            CHECK(merged.relation.ended_by == world[1].claim.id);
            CHECK(merged.relation.claims == Lines{world[0].claim.id});
        }
    }
}

TEST_CASE("a truce closes the clash it follows, and fighting after it is a second clash", "[graph][merge]") {
    const auto graph = world::merged(world::read(R"(
        2025-04-20  IND  ASSAULT  PAK  armed_clash
        2025-04-28  IND  ASSAULT  PAK  armed_clash
        2025-05-01  IND  AGREE    PAK  ceasefire
        2025-05-05  PAK  ASSAULT  IND  armed_clash )"));
    CHECK(world::relations(graph) ==
          Lines{"IND armed_clash PAK 2025-04-20 to 2025-05-01 ended_by ceasefire",
                "IND armed_clash PAK 2025-05-05",
                "IND ceasefire PAK 2025-05-01 to 2025-05-05 ended_by armed_clash"});
}

TEST_CASE("lifting ends sanctions, further rounds confirm them, and a new round is a second interval",
          "[graph][merge]") {
    const auto graph = world::merged(world::read(R"(
        2011-05-09  EU  SANCTION/discontinue[economic]  SYR  sanctions
        2012-01-09  EU  SANCTION/discontinue[economic]  SYR  sanctions
        2025-05-20  EU  CONCEDE                         SYR  sanctions
        2026-02     EU  SANCTION/discontinue[economic]  SYR  sanctions )"));
    CHECK(world::relations(graph) ==
          Lines{"EU sanctions SYR 2011-05-09 to 2025-05-20 ends CONCEDE", "EU sanctions SYR since 2026-02"});
}

TEST_CASE("two periods of one alliance stay two intervals", "[graph][merge]") {
    const auto graph = world::merged(world::read(R"(
        2008..2010  FRA  AGREE  GBR  ally
        2015..2018  FRA  AGREE  GBR  ally )"));
    CHECK(world::relations(graph) ==
          Lines{"FRA ally GBR 2008-01-01 to 2010-12-31", "FRA ally GBR 2015-01-01 to 2018-12-31"});
}

TEST_CASE("a date known to the month stays a month", "[graph][merge]") {
    const auto graph = world::merged(world::read("2024-03 RUS ASSAULT UKR attacks"));
    CHECK(world::relations(graph) == Lines{"RUS attacks UKR 2024-03"});
}

TEST_CASE("what cannot be dated is left open", "[graph][merge]") {
    const auto graph = world::merged(world::read("? PRK AGREE RUS defence_pact published=2024-11-30"));
    CHECK(world::relations(graph) == Lines{"PRK defence_pact RUS ?"});
    CHECK(graph.relations.front().found_from == parse_day("2024-11-30"));
}

TEST_CASE("what was reported before the first date of a later round did not begin with that",
          "[graph][merge]") {
    const auto graph = world::merged(world::read(R"(
        ?           EU  SANCTION/discontinue[economic]  RUS  sanctions  by=A published=2014-03-18
        2022-02-25  EU  SANCTION/discontinue[economic]  RUS  sanctions  by=B published=2022-02-26 )"));
    CHECK(world::relations(graph) == Lines{"EU sanctions RUS ?"});
    CHECK(graph.relations.front().found_from == parse_day("2014-03-18"));
}

TEST_CASE("a report without a date takes the date of another report of that day", "[graph][merge]") {
    const auto graph = world::merged(world::read(R"(
        ?           EU  SANCTION/discontinue[economic]  RUS  sanctions  by=A published=2014-03-18
        2014-03-17  EU  SANCTION/discontinue[economic]  RUS  sanctions  by=B published=2014-03-19 )"));
    CHECK(world::relations(graph) == Lines{"EU sanctions RUS since 2014-03-17"});
}

TEST_CASE("an agreement that was announced first begins when it is signed", "[graph][merge]") {
    const auto graph = world::merged(world::read(R"(
        2024-01-10  GBR  AGREE    UKR  defence_pact  text=Britain announced a security pact with Ukraine.
        2024-03-10  GBR  AGREE    UKR  defence_pact  text=Britain and Ukraine signed the security pact.
        2024-06-10  GBR  SUPPORT  UKR  defence_pact  text=The security pact entered into force. )"));
    CHECK(world::relations(graph) == Lines{"GBR defence_pact UKR since 2024-03-10 stage in_force"});
}

TEST_CASE("a withdrawal ends the agreement that it names", "[graph][merge]") {
    const auto graph = world::merged(world::read(R"(
        2016-01-10  USA  AGREE              IRN  treaty  text=The United States and Iran signed the treaty.
        2018-05-08  USA  SANCTION/withdraw  IRN  treaty  text=The United States withdrew from the treaty. )"));
    CHECK(world::relations(graph) ==
          Lines{"IRN treaty USA 2016-01-10 to 2018-05-08 stage withdrawn stage withdrawn"});
}

TEST_CASE("cues decide between relations that one event may open", "[graph][merge]") {
    const auto [text, relation] = GENERATE(table<const char*, const char*>({
        {"Russia invaded Ukraine.", "RUS at_war UKR"},
        {"Rusland heeft Oekraïne aangevallen.", "RUS attacks UKR"},
        {"Russia struck.", "RUS attacks UKR"},
        {"Er waren schermutselingen tussen Rusland en Oekraïne.", "RUS armed_clash UKR"},
    }));
    CAPTURE(text);
    const auto lines = world::relations(
        world::merged(world::read(std::string{"2022-02-24 RUS ASSAULT[military] UKR - text="} + text)));
    REQUIRE(lines.size() == 1);
    CHECK_THAT(lines.front(), Catch::StartsWith(relation));
}

TEST_CASE("persons count for the state that they act for", "[graph][merge]") {
    auto world = world::read("2024-11-29 person:kim-jong-un CONSULT person:andrej-belousov -");
    world[0].claim.source[0].state = "PRK";
    world[0].claim.target[0].state = "RUS";
    const auto pairs = pair_claims(world[0].claim);
    REQUIRE(pairs.size() == 1);
    CHECK(pairs[0].low == "PRK");
    CHECK(pairs[0].high == "RUS");
    CHECK(pairs[0].direction == Direction::mutual);
    world[0].claim.target[0].state = "PRK";
    CHECK(pair_claims(world[0].claim).empty());
}

TEST_CASE("an agreement among nine is an event between each two of them", "[graph][merge]") {
    const auto world = world::read(
        "2026-01-01 BEL+DNK+FRA+DEU+IRL+LUX+NLD+NOR+GBR AGREE BEL+DNK+FRA+DEU+IRL+LUX+NLD+NOR+GBR -");
    CHECK(pair_claims(world[0].claim).size() == 36);
}

TEST_CASE("the order of reports does not matter", "[graph][merge][property]") {
    const auto world = world::read(R"(
        2022-02-24  RUS  ASSAULT  UKR  at_war       by=A published=2022-02-24
        2022-02     RUS  ASSAULT  UKR  at_war       by=B published=2022-02-25
        ?           RUS  ASSAULT  UKR  attacks      by=C published=2022-02-25
        ?           RUS  ASSAULT  UKR  attacks      by=C published=2022-03-02
        ?           RUS  ASSAULT  UKR  attacks      by=C published=2022-03-04
        ?           RUS  ASSAULT  UKR  attacks
        2022-03-29  RUS  CONSULT  UKR  negotiates   by=A
        2022-07-22  RUS  AGREE    UKR  treaty       by=A
        2023-07-17  RUS  SANCTION/withdraw  UKR  treaty
        2023        UKR  ASSAULT  RUS  attacks
        2022..2023  UKR  ASSAULT  RUS  attacks )");
    const auto expected = world::merged(world);
    std::mt19937 random{7};
    auto shuffled = world;
    for (int round = 0; round < 50; ++round) {
        std::shuffle(shuffled.begin(), shuffled.end(), random);
        const auto graph = world::merged(shuffled);
        REQUIRE(graph.events.size() == expected.events.size());
        REQUIRE(graph.relations.size() == expected.relations.size());
        for (std::size_t i = 0; i < graph.events.size(); ++i) {
            REQUIRE(graph.events[i].event == expected.events[i].event);
        }
        for (std::size_t i = 0; i < graph.relations.size(); ++i) {
            REQUIRE(graph.relations[i].relation == expected.relations[i].relation);
        }
    }
}
