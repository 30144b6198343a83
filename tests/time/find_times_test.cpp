#include "extract/time/find_times.hpp"

#include <sstream>
#include <string>

#include "knowledge/table.hpp"
#include "tests/catch.hpp"
#include "tests/frozen_articles.hpp"

using namespace entente;

namespace {

/// `last week = 2024-11-18 to 2024-11-24 week`, `since 2013 = since 2013-01-01 year since`, `for days = open
/// duration`
std::string describe(const TimeMention& mention) {
    std::string text = mention.time.text + " = ";
    if (mention.time.resolved)
        text += to_string(mention.time.interval) + ' ' +
                std::string(to_string(mention.time.interval.granularity));
    else
        text += "open";
    if (mention.since) text += " since";
    if (mention.duration) text += " duration";
    return text;
}

void check_cases(const std::string& language) {
    const ConlluDocument document = read_conllu(read_test_file("time/articles." + language + ".conllu"));
    const auto articles = articles_of(document);
    const Table cases =
        Table::parse("time/cases." + language + ".tsv", read_test_file("time/cases." + language + ".tsv"));
    for (std::size_t row = 0; row < cases.size(); ++row) {
        const std::string& id = cases.cell(row, "article");
        CAPTURE(cases.file(), cases.line(row), id);
        const auto sentences = articles.find(id);
        REQUIRE(sentences != articles.end());
        std::string text;
        for (const TimeMention& mention :
             find_times(sentences->second, parse_day(cases.cell(row, "date")), language))
            text += (text.empty() ? "" : "; ") + describe(mention);
        CHECK(text == cases.cell(row, "expect"));
    }
}

/// The times of words without tags and tree, published on Saturday 30 November 2024.
std::string times_of(const std::string& words, const std::string& language, const std::string& published) {
    Sentence sentence;
    std::istringstream in(words);
    for (std::string word; in >> word;) {
        Token token;
        token.form = word;
        token.begin = sentence.end == 0 ? 0 : sentence.end + 1;
        token.end = token.begin + word.size();
        sentence.end = token.end;
        sentence.tokens.push_back(token);
    }
    std::string text;
    for (const TimeMention& mention : find_times(std::span(&sentence, 1), parse_day(published), language))
        text += (text.empty() ? "" : "; ") + describe(mention);
    return text;
}

}  // namespace

TEST_CASE("English articles name these times", "[time]") { check_cases("en"); }

TEST_CASE("Dutch articles name these times", "[time]") { check_cases("nl"); }

TEST_CASE("times are found without trees", "[time]") {
    const auto [language, words, expected] = GENERATE(table<std::string, std::string, std::string>({
        {"en", "on 24 February 2022", "on 24 February 2022 = 2022-02-24 day"},
        {"en", "on February 24 , 2022 it began", "on February 24 , 2022 = 2022-02-24 day"},
        {"en", "on the 24th of February 2022", "on the 24th of February 2022 = 2022-02-24 day"},
        {"en", "in Feb. 2022", "in Feb. 2022 = 2022-02 month"},
        {"en", "in 1997", "in 1997 = 1997 year"},
        {"en", "last Friday", "last Friday = 2024-11-29 day"},
        {"en", "last Saturday", "last Saturday = 2024-11-23 day"},
        {"en", "on Saturday", "on Saturday = 2024-11-30 day"},
        {"en", "next Monday", "next Monday = 2024-12-02 day"},
        {"en", "they will meet on Monday", "on Monday = 2024-12-02 day"},
        {"en", "last weekend", "last weekend = 2024-11-23 to 2024-11-24 day"},
        {"en", "this month", "this month = 2024-11 month"},
        {"en", "this summer", "this summer = 2024-06-01 to 2024-08-31 season"},
        {"en", "last winter", "last winter = 2023-12-01 to 2024-02-29 season"},
        {"en", "three days ago", "three days ago = 2024-11-27 day"},
        {"en", "a year ago", "a year ago = 2023 year"},
        {"en", "in the past few months", "in the past few months = 2024-08-30 to 2024-11-30 month"},
        {"en", "in the coming weeks", "in the coming weeks = 2024-11-30 to 2024-12-21 week"},
        {"en", "between 2014 and 2018", "between 2014 and 2018 = 2014-01-01 to 2018-12-31 year"},
        {"en", "since June 2023", "since June 2023 = since 2023-06 month since"},
        {"en", "until March 2025", "until March 2025 = until 2025-03-31 month"},
        {"en", "for three weeks", "for three weeks = open duration"},
        {"en", "in the early 1990s", "in the early 1990s = 1990-01-01 to 1999-12-31 year"},
        {"en", "in the 21st century", "in the 21st century = 2001-01-01 to 2100-12-31 year"},
        {"en", "on Nov. 6", "on Nov. 6 = 2024-11-06 day"},
        {"en", "yesterday morning", "yesterday morning = 2024-11-29 day"},
        {"en", "on 30 February 2022", "February 2022 = 2022-02 month"},
        {"en", "in 2000 villages", "in 2000 = 2000 year"},
        {"en", "about 1500 soldiers", ""},
        {"en", "Black Friday was busy", ""},
        {"en", "they may march", ""},
        {"nl", "op 24 februari 2022", "op 24 februari 2022 = 2022-02-24 day"},
        {"nl", "in februari 2022", "in februari 2022 = 2022-02 month"},
        {"nl", "in het jaar 1683", "in het jaar 1683 = 1683 year"},
        {"nl", "afgelopen vrijdag", "afgelopen vrijdag = 2024-11-29 day"},
        {"nl", "komende maandag", "komende maandag = 2024-12-02 day"},
        {"nl", "ze zullen maandag praten", "maandag = 2024-12-02 day"},
        {"nl", "afgelopen weekend", "afgelopen weekend = 2024-11-23 to 2024-11-24 day"},
        {"nl", "deze maand", "deze maand = 2024-11 month"},
        {"nl", "afgelopen zomer", "afgelopen zomer = 2024-06-01 to 2024-08-31 season"},
        {"nl", "drie dagen geleden", "drie dagen geleden = 2024-11-27 day"},
        {"nl", "een jaar geleden", "een jaar geleden = 2023 year"},
        {"nl", "de afgelopen maanden", "de afgelopen maanden = 2024-08-30 to 2024-11-30 month"},
        {"nl", "de komende drie jaar", "de komende drie jaar = 2024-11-30 to 2027-11-30 year"},
        {"nl", "tussen 2014 en 2018", "tussen 2014 en 2018 = 2014-01-01 to 2018-12-31 year"},
        {"nl", "sinds juni 2023", "sinds juni 2023 = since 2023-06 month since"},
        {"nl", "ze zullen sinds december wachten", "sinds december = since 2023-12 month since"},
        {"nl", "tot en met maart 2025", "tot en met maart 2025 = until 2025-03-31 month"},
        {"nl", "gedurende drie weken", "gedurende drie weken = open duration"},
        {"nl", "begin jaren negentig", "begin jaren negentig = 1990-01-01 to 1999-12-31 year"},
        {"nl", "medio maart 2023", "medio maart 2023 = 2023-03 month"},
        {"nl", "in de 17e eeuw", "in de 17e eeuw = 1601-01-01 to 1700-12-31 year"},
        {"nl", "eerder deze maand", "eerder deze maand = 2024-11 month"},
        {"nl", "gisteravond", "gisteravond = 2024-11-29 day"},
        {"nl", "in de nacht van vrijdag op zaterdag",
         "in de nacht van vrijdag op zaterdag = 2024-11-29 to 2024-11-30 day"},
        {"nl", "ruim 1500 soldaten", ""},
        {"nl", "Goede Vrijdag was rustig", ""},
    }));
    CAPTURE(language, words);
    CHECK(times_of(words, language, "2024-11-30") == expected);
}

TEST_CASE("without a published date relative times stay open", "[time]") {
    CHECK(times_of("last week", "en", "") == "last week = open");
    CHECK(times_of("on Monday", "en", "") == "on Monday = open");
    CHECK(times_of("vorig jaar", "nl", "") == "vorig jaar = open");
    CHECK(times_of("on 3 March 1999", "en", "") == "on 3 March 1999 = 1999-03-03 day");
}

TEST_CASE("a day without year may lie at the turn of the year", "[time]") {
    CHECK(times_of("on December 28", "en", "2025-01-03") == "on December 28 = 2024-12-28 day");
    CHECK(times_of("they will meet on January 4", "en", "2024-12-30") == "on January 4 = 2025-01-04 day");
    CHECK(times_of("on 29 February", "en", "2025-03-10") == "");
}

TEST_CASE("nonsense in time words does no harm", "[time]") {
    for (const char* words :
         {"since", "in the", "of", "the last", "from to", "99 99 9999", "between 2014 and", "-", "'", "op de",
          "nacht van", "2014-", "2014-1", "0000-00-00", "31/31/2024"})
        for (const char* language : {"en", "nl"}) CHECK_NOTHROW(times_of(words, language, "2024-11-30"));
    CHECK(find_times({}, std::nullopt, "en").empty());
}
