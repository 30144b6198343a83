#include "queries/signed_graph.hpp"

#include "queries/centrality.hpp"
#include "queries/shortest_chain.hpp"
#include "tests/catch.hpp"

using namespace entente;

namespace {

Relation tie(const char* source, const char* target, double sign, const char* from = "2020-01-01",
             const char* to = nullptr) {
    Relation relation;
    relation.id = std::string{"r_"} + source + target;
    relation.source = source;
    relation.target = target;
    relation.sign = sign;
    relation.confidence = 1.0;
    relation.valid = {parse_day(from), to == nullptr ? std::nullopt : parse_day(to), Granularity::day};
    return relation;
}

}  // namespace

TEST_CASE("friends stand together and enemies apart", "[queries]") {
    const auto graph = signed_graph({tie("A", "B", 1), tie("B", "C", 1), tie("A", "C", 1), tie("X", "Y", 1),
                                     tie("Y", "Z", 1), tie("A", "X", -1), tie("C", "Z", -1)});
    const auto community = communities(graph);
    CHECK(community == std::vector<std::size_t>{0, 0, 0, 1, 1, 1});
}

TEST_CASE("the enemy of my friend who is my friend is out of balance", "[queries]") {
    CHECK(unbalanced_triads(signed_graph({tie("A", "B", 1), tie("B", "C", -1), tie("A", "C", 1)})) ==
          std::vector<Triad>{{0, 1, 2}});
    CHECK(unbalanced_triads(signed_graph({tie("A", "B", 1), tie("B", "C", -1), tie("A", "C", -1)})).empty());
    CHECK(unbalanced_triads(signed_graph({tie("A", "B", -1), tie("B", "C", -1), tie("A", "C", -1)})).size() ==
          1);
}

TEST_CASE("the chain with the fewest links is found, in time if asked", "[queries]") {
    const std::vector<Relation> relations = {tie("A", "B", 1, "2020-01-01", "2020-12-31"),
                                             tie("B", "D", 1, "2010-01-01", "2011-01-01"),
                                             tie("B", "C", 1, "2020-06-01"), tie("C", "D", -1, "2021-01-01")};
    CHECK(shortest_chain(relations, "A", "D") == std::vector<std::size_t>{0, 1});
    CHECK(shortest_chain_in_time(relations, "A", "D") == std::vector<std::size_t>{0, 2, 3});
    CHECK(shortest_chain(relations, "A", "Q").empty());
    CHECK(shortest_chain(relations, "A", "A").empty());
}

TEST_CASE("who connects two groups is the most central", "[queries]") {
    const auto found = centrality({tie("A", "M", 1), tie("B", "M", 1), tie("M", "X", 1), tie("A", "B", 1)});
    REQUIRE(found.size() == 4);
    CHECK(found.front().actor == "M");
    CHECK(found.front().partners == 3);
    CHECK(found.front().betweenness == Approx(2.0 / 3.0));
}
