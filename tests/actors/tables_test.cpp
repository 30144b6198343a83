#include <set>
#include <string>

#include "extract/actors/gazetteer.hpp"
#include "graph/interval.hpp"
#include "knowledge/table.hpp"
#include "tests/catch.hpp"

using entente::Table;

namespace {

std::set<std::string> actor_ids() {
    std::set<std::string> ids;
    const Table countries = Table::load("countries.tsv");
    for (std::size_t row = 0; row < countries.size(); ++row) ids.insert(countries.cell(row, "alpha3"));
    const Table organisations = Table::load("organisations.tsv");
    for (std::size_t row = 0; row < organisations.size(); ++row) ids.insert(organisations.cell(row, "id"));
    return ids;
}

std::set<std::string> person_ids() {
    std::set<std::string> ids;
    const Table leaders = Table::load("leaders.tsv");
    for (std::size_t row = 0; row < leaders.size(); ++row) ids.insert(leaders.cell(row, "person_id"));
    return ids;
}

void check_date(const Table& table, std::size_t row, const char* column) {
    const std::string& date = table.cell(row, column);
    CAPTURE(table.file(), table.line(row), column, date);
    if (!date.empty()) CHECK(entente::parse_interval(date));
}

}  // namespace

TEST_CASE("the tables that name actors can be loaded together", "[actors][knowledge]") {
    CHECK_NOTHROW(entente::Gazetteer::load());
}

TEST_CASE("every country has its codes, names and adjectives", "[actors][knowledge]") {
    const Table table = Table::load("countries.tsv");
    const auto ids = actor_ids();
    std::set<std::string> seen;
    for (std::size_t row = 0; row < table.size(); ++row) {
        CAPTURE(table.file(), table.line(row));
        CHECK(table.cell(row, "alpha3").size() == 3);
        CHECK(seen.insert(table.cell(row, "alpha3")).second);
        CHECK_FALSE(table.cell(row, "name_en").empty());
        CHECK_FALSE(table.cell(row, "name_nl").empty());
        if (table.cell(row, "un_member") == "yes") {
            CHECK_FALSE(table.cell(row, "adj_en").empty());
            CHECK_FALSE(table.cell(row, "adj_nl_infl").empty());
            CHECK_FALSE(table.cell(row, "capital_nl").empty());
        }
        if (const std::string& sovereign = table.cell(row, "sovereign"); !sovereign.empty())
            CHECK(ids.contains(sovereign));
    }
}

TEST_CASE("organisations belong to actors, and their dates are dates", "[actors][knowledge]") {
    const Table table = Table::load("organisations.tsv");
    const auto ids = actor_ids();
    for (std::size_t row = 0; row < table.size(); ++row) {
        CAPTURE(table.file(), table.line(row));
        CHECK_FALSE(table.cell(row, "kind").empty());
        check_date(table, row, "founded");
        check_date(table, row, "dissolved");
        for (const char* column : {"seat", "part_of"})
            if (const std::string& id = table.cell(row, column); !id.empty()) CHECK(ids.contains(id));
    }
}

TEST_CASE("members and what they belong to exist", "[actors][knowledge]") {
    const Table table = Table::load("memberships.tsv");
    const auto ids = actor_ids();
    for (std::size_t row = 0; row < table.size(); ++row) {
        CAPTURE(table.file(), table.line(row));
        CHECK(ids.contains(table.cell(row, "organisation")));
        CHECK(ids.contains(table.cell(row, "member")));
        check_date(table, row, "start");
        check_date(table, row, "end");
    }
}

TEST_CASE("leaders act for actors, in terms that do not end before they begin", "[actors][knowledge]") {
    const Table table = Table::load("leaders.tsv");
    const auto ids = actor_ids();
    for (std::size_t row = 0; row < table.size(); ++row) {
        CAPTURE(table.file(), table.line(row));
        CHECK(table.cell(row, "person_id").starts_with("person:"));
        CHECK_FALSE(table.cell(row, "office").empty());
        CHECK(ids.contains(table.cell(row, "actor")));
        const auto start = entente::parse_interval(table.cell(row, "start"));
        REQUIRE(start);
        if (const std::string& end = table.cell(row, "end"); !end.empty()) {
            const auto last = entente::parse_interval(end);
            REQUIRE(last);
            CHECK(*start->start <= *last->end);
        }
        const std::string& gender = table.cell(row, "gender");
        CHECK((gender.empty() || gender == "f" || gender == "m"));
    }
}

TEST_CASE("what an ambiguous name may stand for is known, or a word", "[actors][knowledge]") {
    const Table table = Table::load("ambiguous.tsv");
    const auto ids = actor_ids();
    const auto persons = person_ids();
    for (std::size_t row = 0; row < table.size(); ++row) {
        CAPTURE(table.file(), table.line(row));
        CHECK_FALSE(table.cell(row, "surface").empty());
        const std::string& preferred = table.cell(row, "default");
        if (preferred.starts_with("person:")) CHECK(persons.contains(preferred));
        for (const std::string& candidate : entente::split_list(table.cell(row, "candidates")))
            if (candidate.starts_with("person:")) CHECK(persons.contains(candidate));
    }
}

TEST_CASE("names name actors", "[actors][knowledge]") {
    const Table table = Table::load("names.tsv");
    const auto ids = actor_ids();
    for (std::size_t row = 0; row < table.size(); ++row) {
        CAPTURE(table.file(), table.line(row));
        CHECK_FALSE(table.cell(row, "surface").empty());
        for (const std::string& id : entente::split_list(table.cell(row, "actors"))) CHECK(ids.contains(id));
    }
}
