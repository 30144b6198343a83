// Questions of tests/queries/questions.tsv, as newsrooms and researchers put them, and what they compile to.
#include <fstream>
#include <sstream>

#include "knowledge/table.hpp"
#include "queries/query_options.hpp"
#include "queries/understand.hpp"
#include "tests/catch.hpp"

using namespace entente;

namespace {

const Day today = *parse_day("2026-11-24");

std::vector<NamedParticipant> known_to_the_store(std::string_view name) {
    if (name == "hankel") {
        return {{"Minister Hankel", "person:hankel", "AUT"}};
    }
    return {};
}

Table questions() {
    std::ifstream file("queries/questions.tsv");
    std::stringstream text;
    text << file.rdbuf();
    return Table::parse("tests/queries/questions.tsv", text.str());
}

}  // namespace

TEST_CASE("each question of the list compiles to the query beside it", "[queries]") {
    const Table table = questions();
    REQUIRE(table.size() > 0);
    const StoreNames names{{}, known_to_the_store};
    for (std::size_t row = 0; row < table.size(); ++row) {
        const std::string& question = table.cell(row, "question");
        const std::string& wanted = table.cell(row, "wanted");
        INFO("questions.tsv:" << table.line(row) << ": " << question);
        const auto understood = understand(question, today, names);
        if (wanted.starts_with("! ")) {
            REQUIRE_FALSE(understood);
            CHECK_THAT(understood.error(), Catch::Contains(wanted.substr(2)));
            continue;
        }
        if (!understood) {
            FAIL_CHECK(understood.error());
            continue;
        }
        CHECK(query_options(understood->query) == wanted);
        CHECK(understood->language == table.cell(row, "language"));
    }
}

TEST_CASE("what was not taken as it was written is said", "[queries]") {
    const auto remarks = [](const char* question) {
        return understand(question, today, {{}, known_to_the_store})->remarks;
    };
    using Remarks = std::vector<std::string>;
    CHECK(remarks("who met Putin in 2024") == Remarks{"Vladimir Putin: Russia"});
    CHECK(remarks("wie ontmoette Zelenski in 2023") == Remarks{"Zelenski (Volodymyr Zelensky): Oekraïne"});
    CHECK(remarks("whom did Rutte meet in 2016") == Remarks{"Mark Rutte: Netherlands"});
    CHECK(remarks("whom did Rutte meet in 2025") == Remarks{"Mark Rutte: NATO"});
    CHECK(remarks("whom did Hankel meet") == Remarks{"Minister Hankel: Austria"});
    CHECK(remarks("who occupies Crimea") == Remarks{"Crimea: Ukraine"});
    CHECK(remarks("wie bezet de Krim") == Remarks{"Krim: Oekraïne"});
    CHECK(remarks("who supports Syria unwaveringly") ==
          Remarks{"Not understood, and left out: 'unwaveringly'"});
    CHECK(remarks("who supports Syria").empty());
}
