#include <set>

#include <nlohmann/json.hpp>

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
