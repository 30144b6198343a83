#include "queries/answer.hpp"

#include <algorithm>
#include <chrono>
#include <set>
#include <string>
#include <vector>

#include "queries/understand.hpp"
#include "tests/catch.hpp"
#include "tests/graph/world.hpp"

using namespace entente;
using namespace std::chrono_literals;
using Lines = std::vector<std::string>;

namespace {

const Day today{2026y / 11 / 24};

Store store_of(std::string_view lines) {
    auto store = Store::open(":memory:", StoreMode::write);
    for (const auto& [article, claim] : world::read(lines)) {
        store.add(article, {&claim, 1}, today);
    }
    return store;
}

struct Asked {
    Query query;
    Answer answer;
};

Asked ask(Store& store, const std::string& question) {
    const auto publishers = store.publishers();
    const auto understood = understand(question, today, {publishers, {}});
    INFO((understood ? std::string{} : understood.error()));
    REQUIRE(understood);
    return {understood->query, answer(store, understood->query, understood->language, today)};
}

std::string text(const nlohmann::ordered_json& value) {
    if (value.is_string()) {
        return value.get<std::string>();
    }
    if (value.is_array()) {
        std::string joined;
        for (const auto& item : value) {
            joined += joined.empty() ? "" : "+";
            joined += text(item);
        }
        return joined;
    }
    return value.is_null() ? "-" : value.dump();
}

/// The rows with the values of these keys, sorted as the answer has them.
Lines rows(const Answer& answer, const std::vector<std::string>& keys) {
    Lines lines;
    for (const auto& row : answer.rows) {
        std::string line;
        for (const std::string& key : keys) {
            line += line.empty() ? "" : " ";
            line += row.contains(key) ? text(row.at(key)) : "?";
        }
        lines.push_back(line);
    }
    return lines;
}

const std::vector<std::string> who{"source", "relation", "target"};

/// Answers in both languages must have the same rows.
Lines both(Store& store, const std::string& english, const std::string& dutch,
           const std::vector<std::string>& keys) {
    const Lines rows_english = rows(ask(store, english).answer, keys);
    const Lines rows_dutch = rows(ask(store, dutch).answer, keys);
    CAPTURE(english, dutch);
    CHECK(rows_english == rows_dutch);
    return rows_english;
}

}  // namespace

TEST_CASE("who allied since a day began to be allied since then", "[queries][answer]") {
    auto store = store_of(R"(
        2019-05-01  FRA  AGREE  DEU  ally          published=2019-05-01 by=ANP
        2023-06-01  POL  AGREE  UKR  defence_pact  published=2023-06-01 by=ANP
        2024-02-01  SWE  AGREE  NOR  ally          published=2024-02-01 by=ANP modality=promised)");
    CHECK(both(store, "who allied with whom since 2022", "wie werd bondgenoot van wie sinds 2022", who) ==
          Lines{"POL defence_pact UKR"});
    CHECK(both(store, "who is allied now", "wie is nu bondgenoot", who) ==
          Lines{"DEU ally FRA", "POL defence_pact UKR"});
    CHECK(both(store, "which alliances were promised since 2022", "welke allianties zijn beloofd sinds 2022",
               who) == Lines{"POL defence_pact UKR", "NOR ally SWE"});
    const auto row = ask(store, "who allied with whom since 2022").answer.rows.at(0);
    for (const char* key :
         {"id", "from", "to", "claims", "articles", "publishers", "origins", "confidence"}) {
        CAPTURE(key);
        CHECK(row.contains(key));
    }
    CHECK_FALSE(store.evidence(row.at("id").get<std::string>()).empty());
}

TEST_CASE("an alliance that is only announced, or suspended, is not in force", "[queries][answer]") {
    auto store = store_of(R"(
        2023-01-01  FRA  AGREE  DEU  defence_pact  published=2023-01-01 text=They signed a mutual defence treaty.
        2023-02-01  POL  AGREE  UKR  ally          published=2023-02-01 text=They announced an alliance.)");
    CHECK(both(store, "who is allied now", "wie is nu bondgenoot", who) == Lines{"DEU defence_pact FRA"});
    CHECK(both(store, "which alliances are planned", "welke bondgenootschappen zijn aangekondigd", who) ==
          Lines{"DEU defence_pact FRA", "POL ally UKR"});
    CHECK(ask(store, "Wie is nu in alliantie met wie?").query.filter.relations ==
          ask(store, "who is allied now").query.filter.relations);
    CHECK(rows(ask(store, "who is allied now").answer, {"relation_text"}) ==
          Lines{"has a defence pact with"});
    CHECK(rows(ask(store, "relaties van Polen").answer, {"relation_text"}) ==
          Lines{"bondgenoot van (aangekondigd)"});
}

TEST_CASE("a treaty makes allies where it obliges to defend", "[queries][answer]") {
    auto store = store_of(R"(
        2023-01-01  FRA  AGREE  DEU  treaty     published=2023-01-01 text=They signed a treaty on mutual defence.
        2023-01-01  FRA  AGREE  ITA  treaty     published=2023-01-02 text=They signed a treaty on fishing.
        2023-01-01  FIN  AGREE  NATO member_of  published=2023-01-03 text=Finland joined.
        2023-01-01  FIN  AGREE  WTO  member_of  published=2023-01-04 text=Finland joined that too.)");
    CHECK(both(store, "who is allied now", "wie is nu bondgenoot", who) ==
          Lines{"DEU treaty FRA", "FIN member_of NATO"});
    CHECK(both(store, "treaties of France", "verdragen van Frankrijk", who) ==
          Lines{"DEU treaty FRA", "FRA treaty ITA"});
}

TEST_CASE("sanctions that were lifted hold no more", "[queries][answer]") {
    auto store = store_of(R"(
        2014-03-17  USA  SANCTION  RUS  sanctions  published=2014-03-17 by=ANP
        2012-01-01  EU   SANCTION  MMR  sanctions  published=2012-01-01 by=ANP
        2013-04-22  EU   CONCEDE   MMR  sanctions  published=2013-04-22 by=ANP text=The EU lifted its sanctions on Myanmar.)");
    CHECK(both(store, "who imposed sanctions on Russia, and which still hold",
               "wie legde sancties op aan Rusland, en welke gelden nog", who) == Lines{"USA sanctions RUS"});
    CHECK(
        both(store, "who has sanctions on Myanmar now", "wie heeft nu sancties tegen Myanmar", who).empty());
    CHECK(both(store, "who had sanctions on Myanmar in 2012", "wie had sancties tegen Myanmar in 2012",
               who) == Lines{"EU sanctions MMR"});
    CHECK(both(store, "on whom did the United States impose sanctions",
               "wie werd gestraft met sancties door de VS", who) == Lines{"USA sanctions RUS"});
}

TEST_CASE("when something happened is told with its period", "[queries][answer]") {
    auto store = store_of(R"(
        2016-01-03  SAU  REJECT  IRN  diplomatic_break  published=2016-01-03
        2023-03-10  SAU  AGREE   IRN  diplomatic_relations  published=2023-03-10 text=They restored ties.
        2020-05-01  SAU  CONSULT QAT  -  published=2020-05-01)");
    CHECK(both(store, "when did Saudi Arabia break off relations with Iran",
               "wanneer verbrak Saoedi-Arabië de betrekkingen met Iran",
               {"relation", "from"}) == Lines{"diplomatic_break 2016-01-03"});
    CHECK(both(store, "when did Saudi Arabia and Qatar meet", "wanneer ontmoette Saoedi-Arabië Qatar",
               {"from"}) == Lines{"2020-05-01"});
}

TEST_CASE("what happened between two in a year is oldest first", "[queries][answer]") {
    auto store = store_of(R"(
        2022-03-05  RUS  ASSAULT  UKR  attacks  published=2022-03-05
        2022-02-24  RUS  ASSAULT  UKR  at_war   published=2022-02-24
        2023-02-24  UKR  ASSAULT  RUS  attacks  published=2023-02-24
        2022-02-24  RUS  ASSAULT  POL  attacks  published=2022-02-24)");
    CHECK(both(store, "what happened between Russia and Ukraine in 2022",
               "wat gebeurde er tussen Rusland en Oekraïne in 2022",
               {"from", "source", "target"}) == Lines{"2022-02-24 RUS UKR", "2022-03-05 RUS UKR"});
}

TEST_CASE("the curve of a development fades what is old", "[queries][answer]") {
    auto store = store_of(R"(
        2015-01-01  CHN  AGREE     USA  -        published=2015-01-01
        2018-07-06  USA  SANCTION  CHN  tariffs  published=2018-07-06
        2018-07-06  CHN  SANCTION  USA  tariffs  published=2018-07-06
        ?           CHN  ACCUSE    USA  -        published=2018-07-07)");
    const auto development =
        ask(store, "how did relations between China and the United States develop").answer;
    CHECK(rows(development, {"from", "event"}) ==
          Lines{"2015-01-01 AGREE", "2018-07-06 SANCTION", "2018-07-06 SANCTION"});
    // Scores are 0 in this world: the curve is what their mean is.
    for (const auto& row : development.rows) {
        CHECK(row.at("curve").get<double>() == 0.0);
        CHECK(row.contains("bar"));
    }
    CHECK(development.note == "1 event without a date was left out.");
    CHECK(ask(store, "hoe ontwikkelden de betrekkingen tussen China en de VS zich").answer.note ==
          "1 gebeurtenis zonder datum is weggelaten.");
}

TEST_CASE("curve values are means weighted by confidence and age", "[queries][answer]") {
    auto world = world::read(R"(
        2020-01-01  CHN  AGREE   USA  -  published=2020-01-01 confidence=0.5
        2020-06-29  CHN  ACCUSE  USA  -  published=2020-06-29 confidence=0.5)");
    world[0].claim.event.goldstein = 6.0;
    world[1].claim.event.goldstein = -3.0;
    auto store = Store::open(":memory:", StoreMode::write);
    for (auto& [article, claim] : world) {
        claim.id = claim_id(claim);
        store.add(article, {&claim, 1}, today);
    }
    const auto found = ask(store, "timeline of China and the United States").answer;
    REQUIRE(found.rows.size() == 2);
    CHECK(found.rows[0].at("curve").get<double>() == Approx(6.0));
    // 180 days are one half-life: (6 * 0.5 * 0.5 - 3 * 0.5) / (0.5 * 0.5 + 0.5) = 0
    CHECK(found.rows[1].at("curve").get<double>() == Approx(0.0).margin(0.01));
}

TEST_CASE("the allies of an enemy are found, the actor itself is not among them", "[queries][answer]") {
    auto store = store_of(R"(
        2016-01-03  SAU  REJECT    IRN  diplomatic_break  published=2016-01-03
        2020-01-01  SAU  AGREE     PAK  defence_pact      published=2020-01-01
        2020-01-01  PAK  AGREE     IRN  ally              published=2020-01-01
        2021-01-01  SAU  AGREE     EGY  ally              published=2021-01-01 text=They suspended their alliance.)");
    CHECK(both(store, "who are the allies of Iran's enemies",
               "wie zijn de bondgenoten van de vijanden van Iran", {"source", "target"}) == Lines{"PAK SAU"});
}

TEST_CASE("a chain has its links in order, and follows time if asked", "[queries][answer]") {
    auto store = store_of(R"(
        2010-01-01..2011-01-01  CUB  AGREE  VEN  ally  published=2010-01-01
        2020-01-01              VEN  AGREE  RUS  ally  published=2020-01-01
        2000-01-01..2001-01-01  RUS  AGREE  POL  ally  published=2000-01-01
        2021-01-01              RUS  AGREE  BLR  ally  published=2021-01-01
        2022-01-01              BLR  AGREE  POL  ally  published=2022-01-01)");
    const std::vector<std::string> link{"step", "source", "target"};
    CHECK(both(store, "shortest chain of relations between Cuba and Poland",
               "kortste keten van relaties tussen Cuba en Polen",
               link) == Lines{"1 CUB VEN", "2 RUS VEN", "3 POL RUS"});
    CHECK(both(store, "shortest chain of consecutive relations between Cuba and Poland",
               "kortste keten van opeenvolgende relaties tussen Cuba en Polen",
               link) == Lines{"1 CUB VEN", "2 RUS VEN", "3 BLR RUS", "4 BLR POL"});
    CHECK(ask(store, "shortest chain of relations between Fiji and Poland").answer.note ==
          "No chain of relations connects the two.");
}

TEST_CASE("changes are what began, ended, happened and turned", "[queries][answer]") {
    auto store = store_of(R"(
        2020-01-01  SAU  AGREE     IRN  ally       published=2020-01-01
        2021-06-01  USA  SANCTION  RUS  sanctions  published=2021-06-01
        2022-03-01  USA  CONCEDE   RUS  sanctions  published=2022-03-01 text=The US lifted its sanctions on Russia.
        2021-07-01  FRA  CONSULT   DEU  visit      published=2021-07-01
        2022-05-01  SAU  ASSAULT   IRN  at_war     published=2022-05-01
        ?           NLD  SANCTION  BLR  sanctions  published=2021-08-01
        2024-01-01  USA  SANCTION  CHN  tariffs    published=2024-01-01)");
    const auto found = both(store, "what changed between 2021 and 2022",
                            "wat veranderde er tussen 2021 en 2022", {"source", "relation", "target"});
    CHECK(found.size() >= 5);
    const Lines english = rows(ask(store, "what changed between 2021 and 2022").answer,
                               {"change", "source", "relation", "target"});
    const auto has = [&](const char* line) {
        return std::find(english.begin(), english.end(), line) != english.end();
    };
    CAPTURE(english);
    CHECK(has("began USA sanctions RUS"));
    CHECK(has("began NLD sanctions BLR"));
    CHECK(has("happened FRA visit DEU"));
    CHECK(has("began IRN at_war SAU"));
    CHECK(has("ended USA sanctions RUS"));
    CHECK(has("ended IRN ally SAU"));
    CHECK(has("turned to conflict IRN ? SAU"));
    CHECK(rows(ask(store, "wat veranderde er tussen 2021 en 2022").answer, {"change"}).front() == "begonnen");
}

TEST_CASE("blocs stand together on a day, and shift between two", "[queries][answer]") {
    auto store = store_of(R"(
        2020-01-01              FRA  AGREE     DEU  ally    published=2020-01-01
        2020-01-01              RUS  AGREE     BLR  ally    published=2020-01-01
        2020-01-01              FRA  ASSAULT   RUS  at_war  published=2020-01-01
        2022-01-01              POL  AGREE     DEU  ally    published=2022-01-01
        2022-01-01              POL  AGREE     FRA  ally    published=2022-01-01)");
    CHECK(both(store, "which blocs were there on 1 January 2024", "welke blokken waren er op 1 januari 2024",
               {"actors"}) == Lines{"DEU+FRA+POL", "BLR+RUS"});
    CHECK(both(store, "how did the blocs shift between 2021 and 2023",
               "hoe verschoven de blokken tussen 2021 en 2023", {"actors"})
              .size() == 2);
    const auto shift = ask(store, "how did the blocs shift between 2021 and 2023").answer;
    CHECK(rows(shift, {"joined", "left"}).front() == "Poland ");
}

TEST_CASE("triads out of balance are found on a day", "[queries][answer]") {
    auto store = store_of(R"(
        2020-01-01  TUR  AGREE    RUS  ally    published=2020-01-01
        2020-01-01  TUR  AGREE    UKR  ally    published=2020-01-01
        2022-02-24  RUS  ASSAULT  UKR  at_war  published=2022-02-24)");
    CHECK(both(store, "which triads are out of balance on 1 January 2024",
               "welke driehoeken zijn uit balans op 1 januari 2024", {"actors"}) == Lines{"RUS+TUR+UKR"});
    CHECK(both(store, "which triads are out of balance on 1 January 2021",
               "welke driehoeken zijn uit balans op 1 januari 2021", {"actors"})
              .empty());
}

TEST_CASE("mediators are listed with those between whom they mediate", "[queries][answer]") {
    auto store = store_of(R"(
        2024-11-01  USA  CONSULT  ISR  mediates  published=2024-11-01
        2024-11-02  USA  CONSULT  LBN  mediates  published=2024-11-02
        2024-11-02  FRA  CONSULT  LBN  mediates  published=2024-11-03)");
    CHECK(both(store, "who mediates", "wie bemiddelt", {"source", "target", "claims"}) ==
          Lines{"USA ISR+LBN 2", "FRA LBN 1"});
}

TEST_CASE("who mediates between two has to do with both", "[queries][answer]") {
    auto store = store_of(R"(
        2024-11-01  USA  CONSULT  ISR  mediates  published=2024-11-01
        2024-11-02  USA  CONSULT  LBN  mediates  published=2024-11-02
        2024-11-02  FRA  CONSULT  LBN  mediates  published=2024-11-03)");
    CHECK(both(store, "who mediates between Israel and Lebanon", "wie bemiddelt tussen Israël en Libanon",
               {"source", "target", "claims"}) == Lines{"USA ISR+LBN 2"});
    CHECK(both(store, "who mediates between Israel and France", "wie bemiddelt tussen Israël en Frankrijk",
               {"source"})
              .empty());
}

TEST_CASE("of two countries that broke off relations, it is no that they have them", "[queries][answer]") {
    auto store = store_of(R"(
        2021-08-24  DZA  SANCTION  MAR  diplomatic_break  published=2021-08-25)");
    CHECK(ask(store, "does Algeria have diplomatic relations with Morocco").answer.verdict ==
          "No: Algeria has broken off relations with Morocco.");
    CHECK(ask(store, "hebben Marokko en Algerije diplomatieke betrekkingen").answer.verdict ==
          "Nee: Algerije heeft de betrekkingen verbroken met Marokko.");
    CHECK(ask(store, "have Algeria and Morocco ever had diplomatic relations").answer.verdict == "Unknown.");
}

TEST_CASE("how often something happened counts the events behind the relation", "[queries][answer]") {
    auto store = store_of(R"(
        2023-05-01  IRN  THREATEN  ISR  threatens  published=2023-05-02
        2023-05-20  IRN  THREATEN  ISR  threatens  published=2023-05-21
        2023-06-01  IRN  ACCUSE    ISR  accuses    published=2023-06-02)");
    CHECK(ask(store, "how often did Iran threaten Israel in 2023").answer.verdict == "2 events.");
    CHECK(ask(store, "hoe vaak bedreigde Iran Israël in 2023").answer.verdict == "2 gebeurtenissen.");
    CHECK(ask(store, "how often did Iran threaten France").answer.verdict.empty());
}

TEST_CASE("rows have no other keys than the family says, in its order", "[queries][answer]") {
    auto store = store_of(R"(
        2019-05-01  FRA  AGREE    DEU  ally       published=2019-05-01
        2020-05-01  DEU  AGREE    POL  ally       published=2020-05-01
        2021-05-01  POL  ASSAULT  FRA  at_war     published=2021-05-01
        2022-05-01  POL  AGREE    FRA  peace_agreement  published=2022-05-01
        2022-06-01  USA  CONSULT  FRA  mediates   published=2022-06-01
        2022-06-01  USA  CONSULT  POL  mediates   published=2022-06-01
        2022-07-01  POL  ASSAULT  FRA  attacks    published=2022-07-01 by=ANP
        2022-07-01  POL  ASSAULT  FRA  attacks    published=2022-07-01 by=TASS modality=denied)");
    for (const char* question :
         {"relations of France", "what happened between France and Poland",
          "when were France and Poland at war", "how did relations between France and Poland develop",
          "allies of France's allies", "enemies of Germany's allies",
          "shortest chain between France and Poland", "what changed between 2020 and 2023",
          "blocs on 1 January 2021", "how did the blocs shift between 2019 and 2021",
          "which triads are out of balance on 1 July 2021", "who mediates", "who is most central in 2022",
          "which claims contradict each other", "who has the most allies"}) {
        CAPTURE(question);
        const Answer found = ask(store, question).answer;
        CHECK_FALSE(found.rows.empty());
        for (const auto& row : found.rows) {
            auto next = found.keys.begin();
            for (const auto& item : row.items()) {
                CAPTURE(item.key());
                next = std::find(next, found.keys.end(), item.key());
                REQUIRE(next != found.keys.end());
            }
        }
        for (const auto& column : found.columns) {
            CAPTURE(column.key);
            CHECK(std::find(found.keys.begin(), found.keys.end(), column.key) != found.keys.end());
        }
    }
}

TEST_CASE("who connects the others is most central", "[queries][answer]") {
    auto store = store_of(R"(
        2024-01-01  FRA  AGREE  DEU  ally  published=2024-01-01
        2024-01-01  FRA  AGREE  POL  ally  published=2024-01-01
        2024-01-01  FRA  AGREE  ITA  ally  published=2024-01-01)");
    CHECK(both(store, "who is most central in 2024", "wie staat het meest centraal in 2024",
               {"actor", "partners"})
              .front() == "FRA 3");
}

TEST_CASE("what one says and another denies is a contradiction", "[queries][answer]") {
    auto world = world::read(R"(
        2023-06-18  IND  ASSAULT  CAN  attacks  published=2023-09-18 by=Ottawa_Post text=India did it.
        2023-06-18  IND  ASSAULT  CAN  attacks  published=2023-09-19 by=Delhi_Times modality=denied text=India denies it.
        2023-06-18  RUS  ASSAULT  UKR  attacks  published=2023-09-19 by=Kyiv_Post text=Russia attacked Ukraine.)");
    world[0].claim.attribution = Attribution{"CAN", "Canada"};
    auto store = Store::open(":memory:", StoreMode::write);
    for (auto& [article, claim] : world) {
        std::replace(article.publisher.begin(), article.publisher.end(), '_', ' ');
        claim.id = claim_id(claim);
        store.add(article, {&claim, 1}, today);
    }
    const std::vector<std::string> keys{"source", "event", "target", "yes_by", "no_by"};
    CHECK(rows(ask(store, "which claims contradict each other").answer, keys) ==
          Lines{"IND ASSAULT CAN Canada Delhi Times"});
    CHECK(rows(ask(store, "welke beweringen spreken elkaar tegen").answer, {"yes", "no"}).size() == 1);
    const auto canada = ask(store, "what does Canada claim that others deny");
    CHECK(canada.query.publisher == "CAN");
    CHECK(canada.query.filter.actors.empty());
    CHECK(rows(canada.answer, keys) == Lines{"IND ASSAULT CAN Canada Delhi Times"});
    const auto dutch = ask(store, "wat beweert Canada dat anderen ontkennen");
    CHECK(dutch.query.publisher == "CAN");
    CHECK(dutch.answer.rows.size() == 1);
    const auto paper = ask(store, "what does the Delhi Times claim that others deny");
    CHECK(paper.query.publisher == "Delhi Times");
    CHECK(paper.answer.rows.size() == 1);
    CHECK(ask(store, "wat beweert Kyiv Post dat anderen ontkennen").answer.rows.empty());
    CHECK(ask(store, "relations of Ukraine according to Kyiv Post").query.filter.publishers ==
          std::vector<std::string>{"Kyiv Post"});
}

TEST_CASE("numbers are asked for by what they count", "[queries][answer]") {
    auto store = store_of(R"(
        2024-10-18  PRK  AID  RUS  military_aid  published=2024-10-18 quantity=11000
        2024-10-19  IRN  AID  RUS  military_aid  published=2024-10-19)");
    CHECK(both(store, "who sent how many soldiers to Russia", "wie stuurde hoeveel soldaten naar Rusland",
               {"source", "amount"}) == Lines{"PRK 11000 soldiers"});
    CHECK(both(store, "who gave how much money to Russia", "wie gaf hoeveel geld aan Rusland", {"source"})
              .empty());
}

TEST_CASE("what was known on a day is what was published by then", "[queries][answer]") {
    auto store = store_of(R"(
        2022-02-24  RUS  ASSAULT   UKR  at_war     published=2022-02-25
        2022-02-20  USA  SANCTION  RUS  sanctions  published=2022-03-05)");
    CHECK(both(store, "what did we know on 1 March 2022 about Russia",
               "wat wisten we op 1 maart 2022 over Rusland", who) == Lines{"RUS at_war UKR"});
    CHECK(both(store, "what did we know on 1 March 2022 about Russia in January 2022",
               "wat wisten we op 1 maart 2022 over Rusland in januari 2022", who)
              .empty());
}

TEST_CASE("an empty answer says whether silence means anything", "[queries][answer]") {
    auto store = store_of(R"(
        2022-02-24  RUS  ASSAULT  UKR  at_war  published=2022-02-25 text=Russia invaded Ukraine while Poland watched.
        2022-02-26  RUS  ASSAULT  UKR  at_war  published=2022-02-26 text=Russia bombed Ukraine, said Poland.)");
    CHECK(ask(store, "sanctions between Russia and Poland").answer.note ==
          "No such relation in 2 articles that name both Russia and Poland.");
    CHECK(ask(store, "sancties tussen Rusland en Polen op 25 februari 2022").answer.note ==
          "Geen zo'n relatie in 1 artikel tot en met 2022-02-25 dat zowel Rusland als Polen noemt.");
    CHECK(ask(store, "sanctions between Fiji and Poland").answer.note ==
          "No coverage: no article names both Fiji and Poland, so silence means nothing.");
    CHECK(ask(store, "relations of Poland").answer.note ==
          "No such relation in 2 articles that name Poland.");
    CHECK(ask(store, "relaties van Fiji").answer.note ==
          "Geen berichten: geen artikel noemt Fiji, dus stilte betekent niets.");
    CHECK(ask(store, "who sanctioned Poland and Fiji").answer.note ==
          "No such relation in the articles that name them.");
    CHECK(ask(store, "which Baltic states sanctioned Fiji").answer.note ==
          "No coverage: no article names any of them together, so silence means nothing.");
}

TEST_CASE("a limit keeps the best supported and says how many it left out", "[queries][answer]") {
    auto store = store_of(R"(
        2020-01-01  FRA  SANCTION  RUS  sanctions  published=2020-01-01 confidence=0.9
        2020-01-02  DEU  SANCTION  RUS  sanctions  published=2020-01-02 confidence=0.5
        2020-01-03  RUS  SANCTION  USA  sanctions  published=2020-01-03 confidence=0.99)");
    Query query;
    query.filter.relations = {"sanctions"};
    query.targets = {"RUS"};
    query.filter.limit = 1;
    const auto found = answer(store, query, "en", today);
    CHECK(rows(found, {"source"}) == Lines{"FRA"});
    CHECK(found.note == "1 more was left out.");
}

TEST_CASE("what held in a year need not have begun in it", "[queries][answer]") {
    auto store = store_of(R"(
        2014..       RUS  ASSAULT  UKR  occupies   published=2014-03-20 place=Crimea
        2016-05-01   ISR  ASSAULT  SYR  occupies   published=2016-05-01 place=Quneitra
        2012-01-01   EU   SANCTION MMR  sanctions  published=2012-01-01
        2013-04-22   EU   CONCEDE  MMR  sanctions  published=2013-04-22)");
    CHECK(both(store, "who occupied whom in 2016", "wie bezette wie in 2016", who) ==
          Lines{"RUS occupies UKR", "ISR occupies SYR"});
    CHECK(both(store, "which occupations began in 2016", "welke bezetting begon in 2016", who) ==
          Lines{"ISR occupies SYR"});
    CHECK(both(store, "which sanctions ended in 2013", "welke sancties eindigden in 2013", who) ==
          Lines{"EU sanctions MMR"});
    CHECK(both(store, "which sanctions ended in 2014", "welke sancties eindigden in 2014", who).empty());
}

TEST_CASE("friends and rivals are told by the sign of relations", "[queries][answer]") {
    auto store = store_of(R"(
        2020-01-01  FRA  AID       LBN  economic_aid  published=2020-01-01
        2020-01-02  TUR  SANCTION  FRA  sanctions     published=2020-01-02)");
    CHECK(both(store, "friends of France", "vrienden van Frankrijk", who) == Lines{"FRA economic_aid LBN"});
    CHECK(both(store, "rivals of France", "rivalen van Frankrijk", who) == Lines{"TUR sanctions FRA"});
}

TEST_CASE("allies and enemies are followed over two steps, whichever come first", "[queries][answer]") {
    auto store = store_of(R"(
        2020-01-01  FRA  AGREE     DEU  ally       published=2020-01-01
        2020-01-02  DEU  AGREE     ITA  ally       published=2020-01-02
        2020-01-03  TUR  SANCTION  DEU  sanctions  published=2020-01-03
        2020-01-04  GRC  SANCTION  TUR  sanctions  published=2020-01-04)");
    const std::vector<std::string> keys{"source", "target"};
    CHECK(both(store, "enemies of the allies of France", "vijanden van de bondgenoten van Frankrijk", keys) ==
          Lines{"TUR DEU"});
    CHECK(both(store, "friends of France's friends", "vrienden van de vrienden van Frankrijk", keys) ==
          Lines{"ITA DEU"});
    CHECK(both(store, "enemies of Germany's enemies", "vijanden van de vijanden van Duitsland", keys) ==
          Lines{"GRC TUR"});
    CHECK(both(store, "allies of Turkey's enemies", "bondgenoten van de vijanden van Turkije", keys) ==
          Lines{"FRA DEU", "ITA DEU"});
}

TEST_CASE("yes, no or unknown come before what they rest on", "[queries][answer]") {
    auto store = store_of(R"(
        2020-01-01  FRA  AGREE     DEU  ally       published=2020-01-01
        2012-01-01  EU   SANCTION  MMR  sanctions  published=2012-01-01
        2013-04-22  EU   CONCEDE   MMR  sanctions  published=2013-04-22
        2021-05-01  RUS  ASSAULT   EST  attacks    published=2021-05-02 modality=denied
        2022-05-01  POL  CONSULT   USA  summit     published=2022-05-01 text=Poland and the USA met.)");
    const auto verdicts = [&](const char* english, const char* dutch) {
        return Lines{ask(store, english).answer.verdict, ask(store, dutch).answer.verdict};
    };
    CHECK(verdicts("is France allied with Germany", "is Frankrijk een bondgenoot van Duitsland") ==
          Lines{"Yes.", "Ja."});
    CHECK(verdicts("is Myanmar still sanctioned by the EU", "is Myanmar nog door de EU gesanctioneerd") ==
          Lines{"No: it ended on 2013-04-22.", "Nee: het eindigde op 2013-04-22."});
    CHECK(verdicts("did Russia attack Estonia", "viel Rusland Estland aan") ==
          Lines{"No, by those who deny it; nobody says yes.",
                "Nee, volgens wie het ontkent; niemand zegt ja."});
    CHECK(verdicts("has Peru recognised Chad", "heeft Peru Tsjaad erkend") == Lines{"Unknown.", "Onbekend."});
    CHECK(verdicts("who is allied with Germany", "wie is bondgenoot van Duitsland") == Lines{"", ""});
    const auto poland = ask(store, "is Poland an ally of the USA?").answer;
    CHECK(poland.verdict ==
          "Yes, by the tables of memberships: no article says so, but both are members of NATO.");
    CHECK(rows(poland, {"source", "relation", "target", "basis"}) ==
          Lines{"POL member_of NATO background", "USA member_of NATO background"});
    CHECK(ask(store, "was Poland an ally of the USA in 1990?").answer.verdict == "Unknown.");
}

TEST_CASE("only claims of the same matter contradict, and each has a name", "[queries][answer]") {
    auto store = store_of(R"(
        ?  EU  SANCTION/boycott  BLR  -          published=2021-06-01 text=The EU bans the airlines of Belarus.
        ?  EU  SANCTION/ban      BLR  -          published=2021-06-02 by=ANP modality=negated text=The EU did not ban that.
        ?  IND ASSAULT           CAN  -          published=2023-09-18 text=India killed a man in Canada.
        ?  IND ASSAULT           CAN  -          published=2023-09-19 by=ANP modality=denied text=India did not kill a man in Canada.
        ?  IND ASSAULT           CAN  -          published=2003-09-19 by=ANP modality=denied text=India attacks nobody in Canada.)");
    const auto found = rows(ask(store, "which claims contradict each other").answer, {"source", "no_by"});
    CHECK(found == Lines{"IND ANP"});
    CHECK_FALSE(
        ask(store, "tegenstrijdige claims").answer.rows.at(0).at("yes_by").get<std::string>().empty());
}

TEST_CASE("an answer that is cut shows the best rows of the whole one, and says how many there are",
          "[queries][answer]") {
    auto store = store_of(R"(
        2020-01-01  FRA  AGREE     DEU  ally       published=2020-01-01 by=ANP
        2020-01-01  FRA  AGREE     DEU  ally       published=2020-01-02 by=BBC text=France and Germany are allies now.
        2020-02-01  FRA  AGREE     ITA  ally       published=2020-02-01
        2020-03-01  RUS  SANCTION  FRA  sanctions  published=2020-03-01
        2020-05-01  RUS  ASSAULT   UKR  attacks    published=2020-05-01
        2020-06-01  RUS  SANCTION  DEU  sanctions  published=2020-06-01
        2018-01-01  FRA  SANCTION  MMR  sanctions  published=2018-01-01
        2020-04-01  FRA  CONCEDE   MMR  sanctions  published=2020-04-01 text=France lifted its sanctions on Myanmar.)");
    for (const char* question :
         {"relations of France", "what changed in 2020", "what happened in 2020",
          "who are the allies of Russia's enemies", "which country was sanctioned most"}) {
        CAPTURE(question);
        const auto understood = understand(question, today, {});
        REQUIRE(understood);
        const Answer all = answer(store, understood->query, "en", today);
        const Answer many = answer(store, understood->query, "en", today, 1000);
        CHECK(many.rows == all.rows);
        CHECK(many.note == all.note);
        REQUIRE(all.rows.size() > 1);
        const Answer one = answer(store, understood->query, "en", today, 1);
        REQUIRE(one.rows.size() == 1);
        CHECK(std::find(all.rows.begin(), all.rows.end(), one.rows.front()) != all.rows.end());
        CHECK_THAT(one.note, Catch::Contains(" of "));
    }
}

TEST_CASE("who does most and who suffers most are ranked by how many others", "[queries][answer]") {
    auto store = store_of(R"(
        2022-01-01  USA  SANCTION  RUS  sanctions  published=2022-01-01
        2022-01-01  EU   SANCTION  RUS  sanctions  published=2022-01-02
        2022-01-01  USA  SANCTION  IRN  sanctions  published=2022-01-03
        2022-01-01  POL  AID       UKR  military_aid  published=2022-01-04)");
    const std::vector<std::string> keys{"actor", "partners", "partner_ids"};
    CHECK(both(store, "which country was sanctioned most in 2022",
               "welk land kreeg in 2022 de meeste sancties", keys) == Lines{"RUS 2 EU+USA", "IRN 1 USA"});
    CHECK(both(store, "who imposed the most sanctions", "wie legde de meeste sancties op", keys) ==
          Lines{"USA 2 IRN+RUS", "EU 1 RUS"});
    CHECK(ask(store, "how many countries sanctioned Russia").answer.verdict == "2 actors in 2 relations.");
    CHECK(both(store, "which Baltic states support Ukraine", "welke Baltische staten steunen Oekraïne", who)
              .empty());
    CHECK(both(store, "which NATO countries support Ukraine", "welke NAVO-landen steunen Oekraïne", who) ==
          Lines{"POL military_aid UKR"});
    CHECK(both(store, "NATO countries and Ukraine", "NAVO-landen en Oekraïne", who) ==
          Lines{"POL military_aid UKR"});
}
