#include "queries/shortest_chain.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>

namespace entente {

namespace {

struct Link {
    std::size_t relation = 0;
    double length = 1.0;
};

using ChainGraph =
    boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property, Link>;
using Vertex = boost::graph_traits<ChainGraph>::vertex_descriptor;

/// One for each link, and less than that for all doubts together.
double length_of(const Relation& relation) {
    constexpr double doubt = 0.01;
    return 1.0 + doubt * (1.0 - relation.confidence);
}

std::map<ActorId, Vertex> index_actors(const std::vector<Relation>& relations) {
    std::map<ActorId, Vertex> index;
    for (const Relation& relation : relations) {
        index.emplace(relation.source, index.size());
        index.emplace(relation.target, index.size());
    }
    return index;
}

/// The relation between neighbours `u` and `v` that is surest; the first of equals.
std::size_t surest_link(const ChainGraph& graph, Vertex u, Vertex v) {
    const Link* best = nullptr;
    for (auto [edge, end] = boost::out_edges(u, graph); edge != end; ++edge) {
        const Link& link = graph[*edge];
        if (boost::target(*edge, graph) == v && (best == nullptr || link.length < best->length)) {
            best = &link;
        }
    }
    return best->relation;
}

bool may_follow(const Relation& before, const Relation& next) {
    return !next.valid.end || !before.valid.start || *next.valid.end >= *before.valid.start;
}

}  // namespace

std::vector<std::size_t> shortest_chain(const std::vector<Relation>& relations, const ActorId& a,
                                        const ActorId& b) {
    const auto index = index_actors(relations);
    const auto start = index.find(a);
    const auto goal = index.find(b);
    if (a == b || start == index.end() || goal == index.end()) {
        return {};
    }
    ChainGraph graph(index.size());
    for (std::size_t i = 0; i < relations.size(); ++i) {
        boost::add_edge(index.at(relations[i].source), index.at(relations[i].target),
                        {i, length_of(relations[i])}, graph);
    }
    std::vector<Vertex> before(index.size());
    boost::dijkstra_shortest_paths(
        graph, start->second,
        boost::predecessor_map(before.data()).weight_map(boost::get(&Link::length, graph)));
    std::vector<std::size_t> chain;
    for (Vertex at = goal->second; at != start->second; at = before[at]) {
        if (before[at] == at) {
            return {};
        }
        chain.push_back(surest_link(graph, before[at], at));
    }
    std::reverse(chain.begin(), chain.end());
    return chain;
}

std::vector<std::size_t> shortest_chain_in_time(const std::vector<Relation>& relations, const ActorId& a,
                                                const ActorId& b) {
    const auto index = index_actors(relations);
    const auto start = index.find(a);
    const auto goal = index.find(b);
    if (start == index.end() || goal == index.end()) {
        return {};
    }
    // What may follow what at an actor depends on when the next one ends: those that end last come first, so
    // that each is looked at once.
    std::vector<std::vector<std::size_t>> at_actor(index.size());
    std::vector<std::pair<Vertex, Vertex>> ends;
    for (std::size_t i = 0; i < relations.size(); ++i) {
        ends.emplace_back(index.at(relations[i].source), index.at(relations[i].target));
        at_actor[ends.back().first].push_back(i);
        at_actor[ends.back().second].push_back(i);
    }
    for (auto& own : at_actor) {
        std::stable_sort(own.begin(), own.end(), [&](std::size_t x, std::size_t y) {
            return relations[x].valid.end.value_or(Day::max()) > relations[y].valid.end.value_or(Day::max());
        });
    }
    struct Step {
        std::size_t relation = 0;
        Vertex reached = 0;
        std::optional<std::size_t> before;  ///< index into steps
    };
    std::vector<Step> steps;
    std::vector<std::size_t> looked_at(index.size());
    const auto go_on = [&](Vertex actor, std::optional<std::size_t> before) {
        const std::size_t from = steps.size();
        auto& next = looked_at[actor];
        for (; next < at_actor[actor].size(); ++next) {
            const std::size_t relation = at_actor[actor][next];
            if (before && !may_follow(relations[steps[*before].relation], relations[relation])) {
                break;
            }
            const auto& [source, target] = ends[relation];
            steps.push_back({relation, source == actor ? target : source, before});
        }
        std::sort(steps.begin() + static_cast<std::ptrdiff_t>(from), steps.end(),
                  [](const Step& x, const Step& y) { return x.relation < y.relation; });
    };
    go_on(start->second, std::nullopt);
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (steps[i].reached == goal->second) {
            std::vector<std::size_t> chain;
            for (std::optional<std::size_t> at = i; at; at = steps[*at].before) {
                chain.push_back(steps[*at].relation);
            }
            std::reverse(chain.begin(), chain.end());
            return chain;
        }
        go_on(steps[i].reached, i);
    }
    return {};
}

}  // namespace entente
