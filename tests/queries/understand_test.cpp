#include "queries/understand.hpp"

#include "tests/catch.hpp"

using namespace entente;

namespace {

const Day today = *parse_day("2026-11-24");

Understood ask(const std::string& question) {
    const auto understood = understand(question, today);
    INFO((understood ? std::string{} : understood.error()));
    REQUIRE(understood);
    return *understood;
}

std::string day(const std::optional<Day>& value) { return value ? to_string(*value) : ""; }

}  // namespace

TEST_CASE("each kind of question is understood in both languages and several phrasings", "[queries]") {
    using Row = std::tuple<QueryKind, const char*>;
    const auto [kind, question] = GENERATE(table<QueryKind, const char*>({
        Row{QueryKind::relations, "who allied with whom since 2022"},
        Row{QueryKind::relations, "Which countries are allies?"},
        Row{QueryKind::relations, "wie werd bondgenoot van wie sinds 2022"},
        Row{QueryKind::relations, "Welke landen sloten sinds 2022 een bondgenootschap?"},
        Row{QueryKind::relations, "who is at war with whom now?"},
        Row{QueryKind::relations, "Wie is nu in oorlog met wie?"},
        Row{QueryKind::relations, "relations of Turkey"},
        Row{QueryKind::relations, "relaties van Turkije"},
        Row{QueryKind::relations, "who imposed sanctions on Russia, and which still hold"},
        Row{QueryKind::relations, "wie legde sancties op aan Rusland, en welke gelden nog"},
        Row{QueryKind::relations, "what did we know on 1 March 2022 about Ukraine"},
        Row{QueryKind::relations, "wat wisten we op 1 maart 2022 over Oekraïne"},
        Row{QueryKind::events, "what happened between Russia and Ukraine in 2024"},
        Row{QueryKind::events, "Wat gebeurde er tussen Rusland en Oekraïne in 2024?"},
        Row{QueryKind::events, "Wat is er gebeurd tussen Rusland en Oekraïne?"},
        Row{QueryKind::when, "when did Saudi Arabia break off relations with Iran"},
        Row{QueryKind::when, "Wanneer verbrak Saoedi-Arabië de betrekkingen met Iran?"},
        Row{QueryKind::development, "how did relations between China and the United States develop"},
        Row{QueryKind::development, "timeline of China and Japan"},
        Row{QueryKind::development, "hoe ontwikkelden de betrekkingen tussen China en de VS zich"},
        Row{QueryKind::friends_of_enemies, "who are the allies of Iran's enemies"},
        Row{QueryKind::friends_of_enemies, "wie zijn de bondgenoten van de vijanden van Iran"},
        Row{QueryKind::path, "shortest chain of relations between North Korea and NATO"},
        Row{QueryKind::path, "how is Cuba connected with Poland"},
        Row{QueryKind::path, "kortste keten van relaties tussen Noord-Korea en de NAVO"},
        Row{QueryKind::changes, "what changed between 2021 and 2023"},
        Row{QueryKind::changes, "wat veranderde er tussen 2021 en 2023"},
        Row{QueryKind::blocs, "which blocs were there on 1 January 2024"},
        Row{QueryKind::blocs, "welke blokken waren er op 1 januari 2024"},
        Row{QueryKind::triads, "which triads are out of balance now"},
        Row{QueryKind::triads, "welke driehoeken zijn uit balans"},
        Row{QueryKind::mediators, "who mediates"},
        Row{QueryKind::mediators, "wie bemiddelde in 2023"},
        Row{QueryKind::central, "who is most central in 2024"},
        Row{QueryKind::central, "wie staat het meest centraal"},
        Row{QueryKind::conflicts, "which claims contradict each other"},
        Row{QueryKind::conflicts, "welke beweringen spreken elkaar tegen"},
        Row{QueryKind::count, "who sent how many soldiers to Russia"},
        Row{QueryKind::count, "wie gaf hoeveel geld aan Oekraïne"},
    }));
    CAPTURE(question);
    const Understood understood = ask(question);
    CHECK(static_cast<int>(understood.query.kind) == static_cast<int>(kind));
}

TEST_CASE("every example is understood in its own language", "[queries]") {
    for (const char* language : {"en", "nl"}) {
        for (const std::string& example : example_questions(language)) {
            CAPTURE(example);
            CHECK(ask(example).language == language);
        }
    }
}

TEST_CASE("prepositions and word order tell source from target", "[queries]") {
    const auto source = [](const char* question) { return ask(question).query.sources; };
    const auto target = [](const char* question) { return ask(question).query.targets; };
    CHECK(target("who imposed sanctions on Russia") == std::vector<ActorId>{"RUS"});
    CHECK(target("wie legde sancties op aan Rusland") == std::vector<ActorId>{"RUS"});
    CHECK(source("on whom did Russia impose sanctions") == std::vector<ActorId>{"RUS"});
    CHECK(source("who was sanctioned by the EU") == std::vector<ActorId>{"EU"});
    CHECK(source("wie werd erkend door Noorwegen") == std::vector<ActorId>{"NOR"});
    CHECK(target("wie erkende Noorwegen") == std::vector<ActorId>{"NOR"});
    CHECK(target("by whom was Kuwait invaded") == std::vector<ActorId>{"KWT"});
    CHECK(target("who are Ukraine's supporters") == std::vector<ActorId>{"UKR"});
    CHECK(source("when did Russia's invasion begin") == std::vector<ActorId>{"RUS"});
    CHECK(source("welke landen steunt Rusland") == std::vector<ActorId>{"RUS"});
    CHECK(target("welke landen steunen Rusland") == std::vector<ActorId>{"RUS"});
    CHECK(ask("who allied with Russia").query.filter.actors == std::vector<ActorId>{"RUS"});
}

TEST_CASE("periods are read with their edges", "[queries]") {
    const auto filter = [](const char* question) { return ask(question).query.filter; };
    CHECK(day(filter("who allied with whom since March 2022").since) == "2022-03-01");
    CHECK(day(filter("relations of Iran before 2020").until) == "2019-12-31");
    CHECK(day(filter("relations of Iran after 2020").since) == "2021-01-01");
    CHECK(day(filter("relaties van Iran tot en met 2020").until) == "2020-12-31");
    CHECK(day(filter("relaties van Iran tot 2020").until) == "2020-12-31");
    const auto between = filter("what changed between 1 May 2021 and 30 June 2023");
    CHECK(day(between.since) == "2021-05-01");
    CHECK(day(between.until) == "2023-06-30");
    CHECK(day(filter("who is at war with whom on 2022-03-01").on) == "2022-03-01");
    CHECK(day(filter("who is at war with whom now").on) == "2026-11-24");
    const auto known = filter("what did we know on 1 March 2022 about Ukraine in February 2022");
    CHECK(day(known.known_on) == "2022-03-01");
    CHECK(day(known.since) == "2022-02-01");
    CHECK(known.actors == std::vector<ActorId>{"UKR"});
}

TEST_CASE("words are not taken for codes, and codes not for words", "[queries]") {
    CHECK(ask("who is at war").query.filter.actors.empty());
    CHECK(ask("relations of the WHO").query.filter.actors == std::vector<ActorId>{"WHO"});
    CHECK(ask("relations of PRK").query.filter.actors == std::vector<ActorId>{"PRK"});
    CHECK(ask("relations of the north koreans").query.filter.actors == std::vector<ActorId>{"PRK"});
}

TEST_CASE("an unknown name is named with what it may have been", "[queries]") {
    const auto understood = understand("relations of Russsia", today);
    REQUIRE_FALSE(understood);
    CHECK_THAT(understood.error(), Catch::Contains("Russsia"));
    CHECK_THAT(understood.error(), Catch::Contains("Russia (RUS)"));
}

TEST_CASE("what is no question gets an example instead of an answer", "[queries]") {
    const auto understood = understand("the weather tomorrow", today);
    REQUIRE_FALSE(understood);
    CHECK_THAT(understood.error(), Catch::Contains("ask for example: "));
    CHECK_FALSE(understand("", today));
    CHECK_FALSE(understand("how did relations develop", today));
}

TEST_CASE("the description says what was understood", "[queries]") {
    const auto text = [](const char* question) {
        const Understood understood = ask(question);
        return describe(understood.query, understood.language);
    };
    CHECK(text("who allied with whom since 2022") ==
          "relations of type \"ally of\", \"has a defence pact with\", \"is a member of\" or \"has a treaty "
          "with\", begun since "
          "2022-01-01");
    CHECK(
        text("wie legde sancties op aan Rusland") ==
        "relaties van het type \"heeft sancties tegen\" of \"heeft een wapenembargo tegen\", jegens Rusland");
    CHECK(text("who occupied Ukraine in 2016") ==
          "relations of type \"occupies\", held at some time from 2016-01-01 to 2016-12-31, towards Ukraine");
    CHECK(text("welke sancties eindigden in 2016") ==
          "relaties van het type \"heeft sancties tegen\" of \"heeft een wapenembargo tegen\", beëindigd van "
          "2016-01-01 tot en met 2016-12-31");
    CHECK(text("is Iran an enemy of Israel").starts_with("yes or no: relations of type"));
    CHECK(text("partners of China") == "friendly relations of China");
    CHECK(text("rivalen van China") == "vijandige relaties van China");
}

TEST_CASE("times are read in the words of both languages", "[queries]") {
    using Row = std::tuple<const char*, const char*, const char*>;
    const auto [words, since, until] = GENERATE(table<const char*, const char*, const char*>({
        Row{"last year", "2025-01-01", "2025-12-31"},
        Row{"vorig jaar", "2025-01-01", "2025-12-31"},
        Row{"this year", "2026-01-01", "2026-12-31"},
        Row{"vorige maand", "2026-10-01", "2026-10-31"},
        Row{"last week", "2026-11-16", "2026-11-22"},
        Row{"in the past five years", "2021-11-25", "2026-11-24"},
        Row{"in de afgelopen vijf jaar", "2021-11-25", "2026-11-24"},
        Row{"the last 3 months", "2026-08-25", "2026-11-24"},
        Row{"afgelopen jaar", "2025-11-25", "2026-11-24"},
        Row{"two years ago", "2024-01-01", "2024-12-31"},
        Row{"twee jaar geleden", "2024-01-01", "2024-12-31"},
        Row{"during the 1990s", "1990-01-01", "1999-12-31"},
        Row{"in de jaren negentig", "1990-01-01", "1999-12-31"},
        Row{"in the third quarter of 2024", "2024-07-01", "2024-09-30"},
        Row{"in het derde kwartaal van 2024", "2024-07-01", "2024-09-30"},
        Row{"Q1 2024", "2024-01-01", "2024-03-31"},
        Row{"first half of 2012", "2012-01-01", "2012-06-30"},
        Row{"in de zomer van 2014", "2014-06-01", "2014-08-31"},
        Row{"last summer", "2026-06-01", "2026-08-31"},
        Row{"between 2010 and 2014", "2010-01-01", "2014-12-31"},
        Row{"van 2010 tot en met 2014", "2010-01-01", "2014-12-31"},
        Row{"2010-2014", "2010-01-01", "2014-12-31"},
    }));
    CAPTURE(words);
    const Filter filter = ask(std::string{"relations of Iran "} + words).query.filter;
    CHECK(day(filter.since) == since);
    CHECK(day(filter.until) == until);
}
