#include "queries/centrality.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/page_rank.hpp>

#include "queries/signed_graph.hpp"

namespace entente {

namespace {

using TieGraph = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property,
                                                    boost::no_property, std::uint32_t, std::uint32_t>;

/// One tie a pair, both ways: several relations of a pair do not make it nearer. Sorted.
std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs_of(const Ties& ties) {
    const SignedGraph graph = signed_graph(ties);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
    pairs.reserve(graph.neighbours.size());
    for (std::uint32_t a = 0; a < graph.actors.size(); ++a) {
        for (const auto& [b, weight] : graph.of(a)) {
            pairs.emplace_back(a, b);
        }
    }
    return pairs;
}

}  // namespace

std::vector<Centrality> centrality(const Ties& ties) {
    std::vector<Centrality> result;
    for (const ActorId& actor : ties.actors) {
        result.push_back({actor, 0, 0.0, 0.0});
    }
    const auto pairs = pairs_of(ties);
    const TieGraph graph(boost::edges_are_sorted, pairs.begin(), pairs.end(),
                         static_cast<std::uint32_t>(result.size()));
    for (const auto& [a, b] : pairs) {
        ++result[a].partners;
    }
    const auto n = static_cast<double>(result.size());
    if (result.size() <= most_actors_for_betweenness && result.size() > 2) {
        std::vector<double> betweenness(result.size());
        boost::brandes_betweenness_centrality(
            graph,
            boost::make_iterator_property_map(betweenness.begin(), boost::get(boost::vertex_index, graph)));
        for (std::size_t i = 0; i < result.size(); ++i) {
            result[i].betweenness = betweenness[i] / ((n - 1.0) * (n - 2.0));
        }
    }
    std::vector<double> rank(result.size());
    constexpr std::size_t rounds = 50;
    boost::graph::page_rank(
        graph, boost::make_iterator_property_map(rank.begin(), boost::get(boost::vertex_index, graph)),
        boost::graph::n_iterations(rounds), 0.85, static_cast<std::uint32_t>(result.size()));
    const double all = std::accumulate(rank.begin(), rank.end(), 0.0);
    for (std::size_t i = 0; i < result.size(); ++i) {
        result[i].page_rank = rank[i] / all;
    }
    std::stable_sort(result.begin(), result.end(), [](const Centrality& a, const Centrality& b) {
        return std::tie(b.betweenness, b.page_rank) < std::tie(a.betweenness, a.page_rank);
    });
    return result;
}

}  // namespace entente
