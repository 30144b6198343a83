#include "queries/centrality.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/page_rank.hpp>

namespace entente {

namespace {

using TieGraph = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS>;

}  // namespace

std::vector<Centrality> centrality(const std::vector<Relation>& relations) {
    std::map<ActorId, std::size_t> index;
    for (const Relation& relation : relations) {
        index.emplace(relation.source, 0);
        index.emplace(relation.target, 0);
    }
    std::vector<Centrality> result;
    for (auto& [actor, position] : index) {
        position = result.size();
        result.push_back({actor, 0, 0.0, 0.0});
    }
    // One tie a pair, both ways: several relations of a pair do not make it nearer.
    std::set<std::pair<std::size_t, std::size_t>> ties;
    for (const Relation& relation : relations) {
        const std::size_t a = index.at(relation.source);
        const std::size_t b = index.at(relation.target);
        if (a != b) {
            ties.emplace(a, b);
            ties.emplace(b, a);
        }
    }
    TieGraph graph(result.size());
    for (const auto& [a, b] : ties) {
        boost::add_edge(a, b, graph);
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
        boost::graph::n_iterations(rounds), 0.85, result.size());
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
