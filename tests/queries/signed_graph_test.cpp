#include "queries/signed_graph.hpp"

#include "queries/centrality.hpp"
#include "queries/communities.hpp"
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
    const auto graph =
        signed_graph(ties_of({tie("A", "B", 1), tie("B", "C", 1), tie("A", "C", 1), tie("X", "Y", 1),
                              tie("Y", "Z", 1), tie("A", "X", -1), tie("C", "Z", -1)}));
    const auto community = communities(graph);
    CHECK(community == std::vector<std::size_t>{0, 0, 0, 1, 1, 1});
}

TEST_CASE("a ring of blocs is not taken for one bloc", "[queries]") {
    // Eight blocs of five friends each, in a ring in which each bloc has one friend in the next and one enemy
    // after it.
    constexpr int blocs = 8;
    constexpr int size = 5;
    const auto name = [](int bloc, int member) {
        return std::to_string(100 + bloc % blocs) + std::to_string(member);
    };
    std::vector<Relation> relations;
    const auto relate = [&](const std::string& a, const std::string& b, double sign) {
        relations.push_back(tie(a.c_str(), b.c_str(), sign));
    };
    for (int bloc = 0; bloc < blocs; ++bloc) {
        for (int a = 0; a < size; ++a) {
            for (int b = 0; b < a; ++b) {
                relate(name(bloc, a), name(bloc, b), 1);
            }
        }
        relate(name(bloc, 0), name(bloc + 1, 1), 1);
        relate(name(bloc, 2), name(bloc + 2, 3), -1);
    }
    const auto community = communities(signed_graph(ties_of(relations)));
    for (std::size_t actor = 0; actor < community.size(); ++actor) {
        CHECK(community[actor] == actor / size);
    }
}

TEST_CASE("the enemy of my friend who is my friend is out of balance", "[queries]") {
    CHECK(unbalanced_triads(signed_graph(ties_of({tie("A", "B", 1), tie("B", "C", -1), tie("A", "C", 1)}))) ==
          std::vector<Triad>{{0, 1, 2}});
    CHECK(unbalanced_triads(signed_graph(ties_of({tie("A", "B", 1), tie("B", "C", -1), tie("A", "C", -1)})))
              .empty());
    CHECK(unbalanced_triads(signed_graph(ties_of({tie("A", "B", -1), tie("B", "C", -1), tie("A", "C", -1)})))
              .size() == 1);
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
    const auto found =
        centrality(ties_of({tie("A", "M", 1), tie("B", "M", 1), tie("M", "X", 1), tie("A", "B", 1)}));
    REQUIRE(found.size() == 4);
    CHECK(found.front().actor == "M");
    CHECK(found.front().partners == 3);
    CHECK(found.front().betweenness == Approx(2.0 / 3.0));
}
