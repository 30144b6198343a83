#include "extract/language/tokens/tokeniser.hpp"

#include <random>
#include <string>
#include <tuple>
#include <vector>

#include "extract/language/letters.hpp"
#include "tests/catch.hpp"

using namespace entente;

namespace {

std::vector<Sentence> split(const std::string& text, const std::string& language) {
    return tokens::split(text, tokens::Conventions(language));
}

/// The tokens with blanks between them, the sentences with " / ".
std::string shown(const std::string& text, const std::string& language) {
    std::string out;
    for (const Sentence& sentence : split(text, language)) {
        if (!out.empty()) out += " / ";
        for (const Token& token : sentence.tokens) {
            if (&token != &sentence.tokens.front()) out += ' ';
            out += token.form;
        }
    }
    return out;
}

/// Tokens and the gaps between them give back `text`, and gaps are white space.
void check_cover(const std::string& text, const std::string& language) {
    std::string back;
    std::size_t end = 0;
    const auto gap = [&](std::size_t until) {
        REQUIRE(until >= end);
        const std::string_view between = std::string_view(text).substr(end, until - end);
        for (std::size_t at = 0; at < between.size();) {
            const CodePoint point = code_point_at(between, at);
            REQUIRE(is_space(point.value));
            at = point.end;
        }
        back += between;
    };
    for (const Sentence& sentence : split(text, language)) {
        REQUIRE(!sentence.tokens.empty());
        REQUIRE(sentence.begin == sentence.tokens.front().begin);
        REQUIRE(sentence.end == sentence.tokens.back().end);
        for (const Token& token : sentence.tokens) {
            gap(token.begin);
            REQUIRE(token.end > token.begin);
            REQUIRE(token.form == text.substr(token.begin, token.end - token.begin));
            back += token.form;
            end = token.end;
        }
    }
    gap(text.size());
    REQUIRE(back == text);
}

}  // namespace

TEST_CASE("sentences and tokens of English news are those of the treebanks", "[language][tokens]") {
    const auto [text, expected] = GENERATE(table<std::string, std::string>({
        {"They don't agree. We'll see.", "They do n't agree . / We 'll see ."},
        {"China\u2019s army can't win.", "China \u2019s army ca n't win ."},
        {"The workers' party cannot stay.", "The workers ' party can not stay ."},
        {"Mr. Smith met Gen. J. B. Jones in St. Paul.", "Mr. Smith met Gen. J. B. Jones in St. Paul ."},
        {"He left the U.S. The talks failed.", "He left the U.S. / The talks failed ."},
        {"U.S. President Biden left.", "U.S. President Biden left ."},
        {"Talks end at 5 p.m. Friday.", "Talks end at 5 p.m. Friday ."},
        {"Inflation was 3.5 % of 1,200,000.50.", "Inflation was 3.5 % of 1,200,000.50 ."},
        {"It costs $1.5 million (or \u20ac1.3m).", "It costs $ 1.5 million ( or \u20ac 1.3 m ) ."},
        {"The US-led coalition", "The US - led coalition"},
        {"anti-war talks with Kim Jong-un", "anti-war talks with Kim Jong-un"},
        {"A New York-based firm", "A New York - based firm"},
        {"\"Stop!\" he said. \"Now.\"", "\" Stop ! \" he said . / \" Now . \""},
        {"\"We fight. We win,\" he said.", "\" We fight . / We win , \" he said ."},
        {"He asked: \u201cWhy?\u201d They left.", "He asked : \u201c Why ? \u201d / They left ."},
        {"See https://example.com/a?b=1, or mail x@example.org.",
         "See https://example.com/a?b=1 , or mail x@example.org ."},
        {"Wait... what? Yes.", "Wait ... what ? / Yes ."},
        {"The plan (it failed. Badly.) died.", "The plan ( it failed . Badly . ) died ."},
        {"Russia\u2014and Iran\u2014agreed.", "Russia \u2014 and Iran \u2014 agreed ."},
        {"from 2014 to 2016", "from 2014 to 2016"},
        {"No. 10 said no. Then it left.", "No. 10 said no . / Then it left ."},
    }));
    CAPTURE(text);
    CHECK(shown(text, "en") == expected);
}

TEST_CASE("sentences and tokens of Dutch news are those of the treebanks", "[language][tokens]") {
    const auto [text, expected] = GENERATE(table<std::string, std::string>({
        {"De Zuid-Amerikaanse bond telde bijna 12.500 arbeiders.",
         "De Zuid-Amerikaanse bond telde bijna 12.500 arbeiders ."},
        {"Zo'n auto's uit '80 kosten '2000 gulden'.", "Zo'n auto's uit '80 kosten ' 2000 gulden ' ."},
        {"'s Avonds komt mr. J.P. Balkenende in 's-Hertogenbosch.",
         "'s Avonds komt mr. J.P. Balkenende in 's-Hertogenbosch ."},
        {"Dhr. A. de Vries, o.a. van de N.V. Philips, sprak.",
         "Dhr. A. de Vries , o.a. van de N.V. Philips , sprak ."},
        {"\"Ik kom!\" zei hij. Zij niet.", "\" Ik kom ! \" zei hij . / Zij niet ."},
        {"Dat kost 5% of \u20ac1,5 mln. per jaar.", "Dat kost 5 % of \u20ac 1,5 mln. per jaar ."},
        {"Appels, peren enz. De rest volgt.", "Appels , peren enz. / De rest volgt ."},
        {"De zon- en feestdagen", "De zon- en feestdagen"},
        {"\u2018Rusland\u2019 viel aan.", "\u2018 Rusland \u2019 viel aan ."},
        {"De stand is 6-2 om 10:30 uur", "De stand is 6-2 om 10:30 uur"},
    }));
    CAPTURE(text);
    CHECK(shown(text, "nl") == expected);
}

TEST_CASE("datelines and headlines are stretches of their own", "[language][tokens]") {
    const auto [text, expected] = GENERATE(table<std::string, std::string>({
        {"Kop zonder punt\nANKARA (ANP/DPA) - De premier sprak.",
         "Kop zonder punt / ANKARA ( ANP/DPA ) - / De premier sprak ."},
        {"3 minuten leestijdLONDEN (ANP) - Starmer sprak.",
         "3 minuten leestijd / LONDEN ( ANP ) - / Starmer sprak ."},
        {"Het slot.DEN HAAG (ANP) - Er is een akkoord.",
         "Het slot . / DEN HAAG ( ANP ) - / Er is een akkoord ."},
        {"tussen beide buren.Lees ook dit stuk", "tussen beide buren . / Lees ook dit stuk"},
        {"een zin die\ndoorloopt op de regel", "een zin die doorloopt op de regel"},
        {"NAVO en EU praten verder", "NAVO en EU praten verder"},
        {"De NAVO - een bondgenootschap - groeit.", "De NAVO - een bondgenootschap - groeit ."},
    }));
    CAPTURE(text);
    CHECK(shown(text, "nl") == expected);
}

TEST_CASE("English datelines with a country and a date are told from the text", "[language][tokens]") {
    CHECK(shown("KYIV, Ukraine \u2014 Shelling went on.", "en") ==
          "KYIV , Ukraine \u2014 / Shelling went on .");
    CHECK(shown("MOSCOW, Nov. 30 (Reuters) - Putin spoke.", "en") ==
          "MOSCOW , Nov. 30 ( Reuters ) - / Putin spoke .");
    CHECK(shown("NATO - and the EU - agreed.", "en").find("/ and") == std::string::npos);
}

TEST_CASE("lines that were wrapped at a width are one paragraph", "[language][tokens]") {
    CHECK(shown("The ministers of both countries met on\nMonday in Geneva to speak about what\nRussia and "
                "Ukraine had agreed upon in\nMarch.",
                "en") ==
          "The ministers of both countries met on Monday in Geneva to speak about what Russia and Ukraine "
          "had agreed "
          "upon in March .");
    CHECK(split("Kop\nTekst begint hier.", "nl").size() == 2);
    CHECK(split("Een\r\n\r\nTwee", "nl").size() == 2);
}

TEST_CASE("tokens and gaps give back any text", "[language][tokens]") {
    const std::vector<std::string> bits = {"a",
                                           "Z",
                                           " ",
                                           "\n",
                                           "\r\n",
                                           ".",
                                           ",",
                                           "'",
                                           "\u2019",
                                           "\"",
                                           "-",
                                           "--",
                                           "\u2014",
                                           "n't",
                                           "'s",
                                           "U.S.",
                                           "5",
                                           "1.5",
                                           "\u20ac",
                                           "%",
                                           "(",
                                           ")",
                                           "[",
                                           "...",
                                           "\u2026",
                                           "\u00e9",
                                           "\u0301",
                                           "\U0001F600",
                                           "\u200b",
                                           "\ufeff",
                                           "\u00a0",
                                           "http://x",
                                           "@",
                                           "x@y.z",
                                           "/",
                                           "KIEV (AP) - ",
                                           "\xff",
                                           "\xc3",
                                           "\xe2\x82",
                                           std::string(1, '\0'),
                                           "\t",
                                           "\u0130",
                                           "enz.",
                                           "Jong-un",
                                           "\u4e2d\u56fd",
                                           ":",
                                           "!",
                                           "?!",
                                           "'80",
                                           "cannot",
                                           "\u2028"};
    const std::string language = GENERATE("nl", "en");
    std::mt19937 random(7);
    for (int round = 0; round < 3000; ++round) {
        std::string text;
        const auto length = random() % 25;
        for (unsigned index = 0; index < length; ++index) text += bits[random() % bits.size()];
        CAPTURE(round, text);
        check_cover(text, language);
    }
    for (int round = 0; round < 500; ++round) {
        std::string text;
        for (unsigned index = 0; index < 40; ++index) text += static_cast<char>(random() % 256);
        CAPTURE(round, text);
        check_cover(text, language);
    }
}

TEST_CASE("very long input takes no more than its share of time", "[language][tokens]") {
    check_cover(std::string(300'000, '('), "en");
    check_cover(std::string(300'000, '.'), "en");
    check_cover(std::string(300'000, 'A'), "nl");
    check_cover(std::string(300'000, '-'), "nl");
    std::string hyphens;
    for (int index = 0; index < 50'000; ++index) hyphens += "a-";
    check_cover(hyphens, "en");
    std::string places;
    for (int index = 0; index < 20'000; ++index) places += "aABC (";
    check_cover(places, "nl");
}
