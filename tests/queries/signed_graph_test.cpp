#include "queries/signed_graph.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

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
    const auto triads = [](const std::vector<Relation>& relations) {
        return unbalanced_triads(signed_graph(ties_of(relations)), 10).strongest;
    };
    CHECK(triads({tie("A", "B", 1), tie("B", "C", -1), tie("A", "C", 1)}) == std::vector<Triad>{{0, 1, 2}});
    CHECK(triads({tie("A", "B", 1), tie("B", "C", -1), tie("A", "C", -1)}).empty());
    CHECK(triads({tie("A", "B", -1), tie("B", "C", -1), tie("A", "C", -1)}).size() == 1);
}

TEST_CASE("of the triads out of balance those with the strongest ties come first, and all are counted",
          "[queries]") {
    // All triads of seven actors, by brute force beside.
    std::vector<Relation> relations;
    for (int a = 0; a < 7; ++a) {
        for (int b = 0; b < a; ++b) {
            const std::string names[]{std::string(1, static_cast<char>('A' + a)),
                                      std::string(1, static_cast<char>('A' + b))};
            relations.push_back(tie(names[0].c_str(), names[1].c_str(), (a * b + a) % 3 == 0 ? 1 : -1));
            relations.back().confidence = 0.1 + 0.04 * ((a * 5 + b * 3) % 11);
        }
    }
    const auto graph = signed_graph(ties_of(relations));
    std::vector<std::pair<double, Triad>> expected;
    for (std::size_t a = 0; a < 7; ++a) {
        for (std::size_t b = a + 1; b < 7; ++b) {
            for (std::size_t c = b + 1; c < 7; ++c) {
                const double ties[]{graph.weight(a, b), graph.weight(b, c), graph.weight(a, c)};
                if (ties[0] * ties[1] * ties[2] < 0) {
                    expected.emplace_back(
                        -std::min({std::abs(ties[0]), std::abs(ties[1]), std::abs(ties[2])}), Triad{a, b, c});
                }
            }
        }
    }
    std::stable_sort(expected.begin(), expected.end(),
                     [](const auto& x, const auto& y) { return x.first < y.first - 1e-6; });
    for (const std::size_t most : {std::size_t{1}, std::size_t{3}, expected.size()}) {
        const auto found = unbalanced_triads(graph, most);
        CHECK(found.all == expected.size());
        REQUIRE(found.strongest.size() == most);
        for (std::size_t i = 0; i < most; ++i) {
            CHECK(found.strongest[i] == expected[i].second);
        }
    }
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
