#include "knowledge/table.hpp"

#include "tests/catch.hpp"

using entente::KnowledgeError;
using entente::Table;

TEST_CASE("a table skips comments and fills up short rows", "[knowledge]") {
    const auto table = Table::parse("t.tsv", "id\tname\n# a comment\n\nFRA\tFrance\nDEU\n");
    REQUIRE(table.size() == 2);
    CHECK(table.cell(0, "name") == "France");
    CHECK(table.cell(1, "name").empty());
    CHECK(table.line(1) == 5);
}

TEST_CASE("a row with too many cells is named by file and line", "[knowledge]") {
    CHECK_THROWS_WITH(Table::parse("t.tsv", "id\nFRA\tFrance\n"), Catch::StartsWith("t.tsv:2: 2 cells"));
}

TEST_CASE("a column that is not there is named", "[knowledge]") {
    const auto table = Table::parse("t.tsv", "id\nFRA\n");
    CHECK_THROWS_AS(table.column("name"), KnowledgeError);
}

TEST_CASE("every embedded table can be read", "[knowledge]") {
    for (const char* name :
         {"countries.tsv", "organisations.tsv", "leaders.tsv", "relations.tsv", "plover.tsv"}) {
        CAPTURE(name);
        CHECK(Table::load(name).size() > 10);
    }
}

TEST_CASE("list cells drop empty parts and outer spaces", "[knowledge]") {
    CHECK(entente::split_list(" a; b c;;") == std::vector<std::string>{"a", "b c"});
}
