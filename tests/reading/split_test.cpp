#include "extract/reading/split.hpp"

#include "tests/catch.hpp"

using namespace entente;

namespace {

std::vector<ArticleText> split(std::string_view page) {
    TextBuilder builder;
    builder.add(page, 0);
    return split_articles(builder.take());
}

}  // namespace

TEST_CASE("teasers that are glued to their stamps are articles of their own", "[reading]") {
    const auto articles = split(
        "Grensoverleg tussen Brazilië en Guyana hervat\n"
        "GEORGETOWN (ANP/AFP) - De twee buurlanden praten weer over de grens.\n"
        "Een tweede alinea.\n"
        "Meer uit Buitenland\n"
        "LIMA (ANP) - Peru stuurt een gezant naar Quito.\n"
        "2 uur geledenOSLO (ANP/RTR) - Noorwegen en Zweden tekenden een akkoord.\n"
        "9 uur geleden");
    REQUIRE(articles.size() == 3);
    CHECK(articles[0].title == "Grensoverleg tussen Brazilië en Guyana hervat");
    CHECK(articles[0].dateline == "GEORGETOWN (ANP/AFP)");
    CHECK(articles[0].agencies == std::vector<std::string>{"ANP", "AFP"});
    CHECK(articles[0].body.text ==
          "Grensoverleg tussen Brazilië en Guyana hervat\nDe twee buurlanden praten weer over de grens.\nEen "
          "tweede alinea.");
    CHECK(articles[1].body.text == "Peru stuurt een gezant naar Quito.");
    CHECK_FALSE(articles[1].ago);
    CHECK(articles[2].dateline == "OSLO (ANP/RTR)");
    REQUIRE(articles[2].ago);
    CHECK(articles[2].ago->count() == 120);
}

TEST_CASE("every article's text stands in the page where its origins say", "[reading]") {
    const std::string page =
        "Kop\nPARIJS (ANP) - Eén zin.\n\n  Twee zinnen.  \n1 uur geledenROME (ANP) - Drie.\n";
    for (const auto& article : split(page)) {
        for (const auto& origin : article.body.origins) {
            CHECK(article.body.text.substr(origin.text_start, origin.length) ==
                  page.substr(origin.origin_start, origin.origin_length));
        }
    }
}

TEST_CASE("a text without datelines is one article", "[reading]") {
    const auto articles = split("A headline without a stop\n\nFirst paragraph.\nSecond paragraph.");
    REQUIRE(articles.size() == 1);
    CHECK(articles[0].title == "A headline without a stop");
    CHECK(split("Just one sentence.").at(0).title.empty());
    CHECK(split("one line without a stop").size() == 1);
    CHECK(split("").empty());
}

TEST_CASE("what leads to other stories ends an article", "[reading]") {
    const auto articles =
        split("VIENNA (Reuters) - The talks ended.\nRead more\nA teaser of something else.\n");
    REQUIRE(articles.size() == 1);
    CHECK(articles[0].body.text == "The talks ended.");
}

TEST_CASE("datelines are told from sentences that begin in capitals", "[reading]") {
    CHECK(leading_dateline("METZ (ANP) - Zij loopt."));
    CHECK(leading_dateline("NEW YORK, March 3 (Reuters) — The council met."));
    CHECK(leading_dateline("DEN HAAG (ANP/BLOOMBERG) – Het kabinet."));
    CHECK(leading_dateline("SÃO PAULO (AFP) - Brazil."));
    CHECK(leading_dateline("BEIJING/TAIPEI, May 23, 2024 - The drills began."));
    CHECK(leading_dateline("Den Haag, 3 mei 2023 – Het kabinet."));
    CHECK(leading_dateline("Den Haag, 3 mei 2023 – Het kabinet.")->text == "Den Haag, 3 mei 2023");
    CHECK_FALSE(leading_dateline("Den Haag, waar het kabinet vergadert - en eet."));
    CHECK_FALSE(leading_dateline("Mali, Niger - and others - met."));
    CHECK_FALSE(leading_dateline("NATO-landen vergaderen."));
    CHECK_FALSE(leading_dateline("The NATO (the alliance) - met."));
    CHECK_FALSE(leading_dateline("NATO said on Monday"));
    CHECK_FALSE(leading_dateline("EU-VS: een akkoord"));
}

TEST_CASE("a stamp needs its word for ago", "[reading]") {
    CHECK(leading_stamp("5 minutes ago"));
    CHECK(leading_stamp("1 uur geledenWASHINGTON")->length == std::string_view{"1 uur geleden"}.size());
    CHECK_FALSE(leading_stamp("3 uur later"));
    CHECK_FALSE(leading_stamp("3 uur"));
}
