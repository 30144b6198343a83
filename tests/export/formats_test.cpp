#include <set>

#include <nlohmann/json.hpp>

#include "export/fields.hpp"
#include "export/format.hpp"
#include "tests/catch.hpp"
#include "tests/export/export_test.hpp"
#include "tests/export/sample_selection.hpp"

using namespace entente;
using test::written;

TEST_CASE("every format has a name, an extension, a media type and a line", "[export][format]") {
    std::set<std::string_view> names;
    for (const Format& format : formats()) {
        CAPTURE(format.name);
        CHECK(names.insert(format.name).second);
        CHECK(format.extension.front() == '.');
        CHECK(format.media_type.find('/') != std::string_view::npos);
        CHECK_FALSE(format.description.empty());
        CHECK(find_format(format.name) == &format);
    }
    CHECK(find_format("xls") == nullptr);
}

TEST_CASE("the same selection gives the same bytes", "[export][format]") {
    for (const Format& format : formats()) {
        CAPTURE(format.name);
        const std::string first = written(format.name, sample::usual());
        CHECK(first == written(format.name, sample::usual()));
        CHECK_FALSE(first.empty());
    }
}

TEST_CASE("nothing and nobody can be exported", "[export][format]") {
    for (const Format& format : formats()) {
        CAPTURE(format.name);
        const bool empty = written(format.name, Selection{}).empty();
        CHECK(empty == (format.name == "nquads"));
    }
}

TEST_CASE("relations of actors that are not there are left out", "[export][format]") {
    Selection selection = sample::small();
    selection.actors.erase(selection.actors.begin());
    const auto json = nlohmann::json::parse(written("cytoscape", selection));
    CHECK(json["elements"]["nodes"].size() == 4);
    CHECK(json["elements"]["edges"].size() == 6);
}

TEST_CASE("the chart of times draws open ends up to what is known, and names are on one line",
          "[export][format]") {
    Selection selection = sample::selection({{"FRA", "ally", "DEU", "1963-01-22", "2019-01-22"},
                                             {"RUS", "at_war", "UKR", "2022-02-24", ""},
                                             {"USA", "sanctions", "RUS", "", "2014-12-31"},
                                             {"POL", "treaty", "UKR", "", ""}});
    selection.actors[0].name_en = "Germany: a;b#c\nsection X";
    const std::string chart = written("mermaid", selection, {.mermaid = MermaidKind::gantt});
    CHECK(test::count(chart, "\n  section ") == 3);
    CHECK_THAT(chart, Catch::Contains("section Germany  a b c section X – France\n"));
    CHECK_THAT(chart, Catch::Contains("ally (1) :active, t0, 1963-01-22, 2019-01-22\n"));
    CHECK_THAT(chart, Catch::Contains("at war (1) :crit, "));
    CHECK_THAT(chart, Catch::Contains(", 2022-02-24, 2022-02-24\n"));
    CHECK_THAT(chart, Catch::Contains("sanctions (1) :crit, t2, 1963-01-22, 2014-12-31\n"));
    CHECK_THAT(chart, Catch::Contains("1 relation"));
}

TEST_CASE("periods are said as short as they can be", "[export][fields]") {
    const auto text = [](const char* start, const char* end, Language language = Language::en) {
        Interval period;
        if (*start) period.start = parse_day(start);
        if (*end) period.end = parse_day(end);
        return period_text(period, language);
    };
    CHECK(text("2022-01-01", "") == "since 2022");
    CHECK(text("2022-03-01", "2024-12-31") == "2022-03 to 2024");
    CHECK(text("2022-01-01", "2022-12-31") == "in 2022");
    CHECK(text("2022-02-24", "2022-02-24", Language::nl) == "op 2022-02-24");
    CHECK(text("", "2021-06-15", Language::nl) == "tot en met 2021-06-15");
    CHECK(text("", "").empty());
}

TEST_CASE("events become relations from each source to each target", "[export][format]") {
    Selection selection =
        sample::selection({{"USA", "sanctions", "RUS", "2014"}, {"RUS", "at_war", "UKR", "2022"}});
    selection.events[0].source = {"RUS", "USA"};
    selection.events[0].target = {"RUS", "UKR"};
    selection.events[0].code.type = EventType::accuse;
    const Selection events = events_as_relations(selection);
    REQUIRE(events.relations.size() == 4);
    CHECK(events.relations[0].type == "accuse");
    CHECK(events.relations[0].id != events.relations[1].id);
}
