#include <algorithm>
#include <ostream>
#include <set>
#include <streambuf>

#include <malloc.h>
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

namespace {

/// Forgets what is written, and knows the most memory that was in use meanwhile.
class Sink : public std::streambuf {
 public:
    static std::size_t in_use() {
        const struct mallinfo2 memory = mallinfo2();
        return memory.uordblks + memory.hblkhd;
    }
    std::size_t written = 0, most = 0;

 private:
    std::streamsize xsputn(const char*, std::streamsize count) override {
        note(static_cast<std::size_t>(count));
        return count;
    }
    int_type overflow(int_type c) override {
        note(1);
        return traits_type::not_eof(c);
    }
    void note(std::size_t count) {
        if (written / 4096 != (written + count) / 4096) most = std::max(most, in_use());
        written += count;
    }
};

}  // namespace

TEST_CASE("what is written as it goes does not sit in memory again", "[export][format]") {
    const Selection selection = sample::large(200, 10'000);
    if (Sink::in_use() == 0) return;  // a sanitizer's own memory is not counted
    for (const char* format : {"csv", "cytoscape", "d3", "geojson", "graphml", "graphology", "jgf", "jsonld",
                               "networkx", "nquads", "vis"}) {
        CAPTURE(format);
        Sink sink;
        std::ostream out(&sink);
        const std::size_t before = Sink::in_use();
        write(*find_format(format), out, selection, {});
        CHECK(sink.written > 1'000'000);
        CHECK(sink.most > before);
        CHECK(sink.most - before < 1'000'000);
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
    CHECK(text("2022-02-24", "2022-02-28") == "2022-02-24 to 2022-02-28");
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
