#include "graph/relation_graph.hpp"

#include <string>
#include <vector>

#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/iteration_macros.hpp>
#include <boost/graph/page_rank.hpp>

#include "graph/store.hpp"
#include "tests/catch.hpp"
#include "tests/graph/world.hpp"

using namespace entente;

namespace {

Store small_world() {
    auto store = Store::open(":memory:", StoreMode::write);
    for (const auto& [article, claim] : world::read(R"(
             2014-03-18  RUS  COERCE/seize[territory]  UKR  occupies      confidence=0.9
             2022-02-24  RUS  ASSAULT                  UKR  at_war        confidence=0.9
             2024-06-19  PRK  SUPPORT                  RUS  defence_pact  confidence=0.4
             2024-11-02  PRK  AID[military]            RUS  military_aid  modality=denied )")) {
        store.add(article, {&claim, 1}, Day{});
    }
    return store;
}

RelationGraph::Slice slice_of_articles() {
    RelationGraph::Slice slice;
    slice.background = false;
    return slice;
}

template <typename AnyGraph>
std::size_t count_edges(const AnyGraph& graph) {
    std::size_t count = 0;
    BGL_FORALL_EDGES_T(edge, graph, AnyGraph) { ++count; }
    return count;
}

std::size_t count_shown(const RelationGraph& graph, const RelationGraph::Slice& slice) {
    const RelationGraph::Sieve sieve{slice};
    return count_edges(graph.view(sieve));
}

}  // namespace

TEST_CASE("a slice shows what held then, of that type and confidence", "[graph][boost]") {
    auto store = small_world();
    const auto graph = RelationGraph::load(store);
    auto slice = slice_of_articles();
    CHECK(count_shown(graph, slice) == 3);
    slice.from = slice.to = day_number(*parse_day("2020-01-01"));
    CHECK(count_shown(graph, slice) == 1);
    slice = slice_of_articles();
    const std::vector<std::string> names{"at_war", "unheard_of"};
    slice.types = graph.types(names);
    CHECK(count_shown(graph, slice) == 1);
    slice = slice_of_articles();
    slice.min_confidence = 0.5F;
    CHECK(count_shown(graph, slice) == 2);
    slice = slice_of_articles();
    slice.modalities.set();
    CHECK(count_shown(graph, slice) == 4);
    slice.background = true;
    CHECK(count_shown(graph, slice) > 1000);
    CHECK(count_edges(graph.graph()) > 1000);
}

TEST_CASE("a graph of a selection is the graph of the store", "[graph][boost]") {
    auto store = small_world();
    Filter filter;
    filter.modalities.clear();
    const auto selection = store.select(filter);
    const RelationGraph graph{selection};
    const auto russia = graph.vertex("RUS");
    REQUIRE(russia);
    CHECK(graph.actor(*russia) == "RUS");
    CHECK_FALSE(graph.vertex("NLD"));
    CHECK(boost::out_degree(*russia, graph.graph()) == 2);
    CHECK(boost::in_degree(*russia, graph.graph()) == 2);
    CHECK(boost::num_edges(graph.graph()) == 4);
    BGL_FORALL_OUTEDGES(*russia, edge, graph.graph(), RelationGraph::Graph) {
        const auto& relation = selection.relations[graph.graph()[edge].relation];
        CHECK(relation.type == graph.type_name(graph.graph()[edge].type()));
        CHECK(relation.source == "RUS");
    }
}

TEST_CASE("Boost's algorithms run on views", "[graph][boost]") {
    auto store = small_world();
    const auto graph = RelationGraph::load(store);
    const RelationGraph::Sieve sieve{slice_of_articles()};
    const auto view = graph.view(sieve);
    std::vector<int> distance(boost::num_vertices(graph.graph()), 0);
    boost::breadth_first_search(view, *graph.vertex("PRK"),
                                boost::visitor(boost::make_bfs_visitor(
                                    boost::record_distances(distance.data(), boost::on_tree_edge{}))));
    CHECK(distance[*graph.vertex("UKR")] == 2);
    std::vector<double> rank(boost::num_vertices(graph.graph()));
    boost::graph::page_rank(view,
                            boost::make_iterator_property_map(rank.begin(), get(boost::vertex_index, view)));
    CHECK(rank[*graph.vertex("UKR")] > rank[*graph.vertex("PRK")]);
}
