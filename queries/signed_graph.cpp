#include "queries/signed_graph.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace entente {

namespace {

/// Strengths of positive and of negative ties.
struct Strengths {
    std::vector<double> positive;
    std::vector<double> negative;
    double all_positive = 0.0;  ///< each tie counted twice
    double all_negative = 0.0;
};

Strengths strengths(const SignedGraph& graph) {
    Strengths result;
    result.positive.resize(graph.actors.size());
    result.negative.resize(graph.actors.size());
    for (std::size_t a = 0; a < graph.actors.size(); ++a) {
        for (const auto& [b, weight] : graph.weights[a]) {
            (weight > 0 ? result.positive : result.negative)[a] += std::abs(weight);
        }
        result.all_positive += result.positive[a];
        result.all_negative += result.negative[a];
    }
    return result;
}

/// What it would bring to have `a` in the community whose members are given.
double gain(const SignedGraph& graph, const Strengths& strength, std::size_t a,
            const std::vector<std::size_t>& community, std::size_t wanted) {
    double ties = 0.0;
    double positive = 0.0;
    double negative = 0.0;
    for (const auto& [b, weight] : graph.weights[a]) {
        ties += b != a && community[b] == wanted ? weight : 0.0;
    }
    for (std::size_t b = 0; b < community.size(); ++b) {
        if (b != a && community[b] == wanted) {
            positive += strength.positive[b];
            negative += strength.negative[b];
        }
    }
    double expected = 0.0;
    if (strength.all_positive > 0.0) {
        expected += strength.positive[a] * positive / strength.all_positive;
    }
    if (strength.all_negative > 0.0) {
        expected -= strength.negative[a] * negative / strength.all_negative;
    }
    return ties - expected;
}

bool move_actors(const SignedGraph& graph, const Strengths& strength, std::vector<std::size_t>& community) {
    constexpr double least_gain = 1e-9;
    bool moved = false;
    for (std::size_t a = 0; a < graph.actors.size(); ++a) {
        const std::size_t own = community[a];
        std::size_t best = own;
        double most = gain(graph, strength, a, community, own);
        for (const auto& [b, weight] : graph.weights[a]) {
            if (community[b] == best || community[b] == own) {
                continue;
            }
            const double found = gain(graph, strength, a, community, community[b]);
            if (found > most + least_gain) {
                most = found;
                best = community[b];
            }
        }
        // Better alone than among enemies.
        if (most < -least_gain) {
            best = graph.actors.size() + a;
        }
        if (best != own) {
            community[a] = best;
            moved = true;
        }
    }
    return moved;
}

/// Merges two communities where that pays; true if it did.
bool merge_communities(const SignedGraph& graph, const Strengths& strength,
                       std::vector<std::size_t>& community) {
    std::map<std::pair<std::size_t, std::size_t>, double> gains;
    std::map<std::size_t, std::pair<double, double>> sums;
    for (std::size_t a = 0; a < community.size(); ++a) {
        sums[community[a]].first += strength.positive[a];
        sums[community[a]].second += strength.negative[a];
        for (const auto& [b, weight] : graph.weights[a]) {
            if (community[a] < community[b]) {
                gains[{community[a], community[b]}] += weight;
            }
        }
    }
    double most = 1e-9;
    std::pair<std::size_t, std::size_t> best{};
    for (auto& [pair, ties] : gains) {
        const auto& [first, second] = pair;
        if (strength.all_positive > 0.0) {
            ties -= sums[first].first * sums[second].first / strength.all_positive;
        }
        if (strength.all_negative > 0.0) {
            ties += sums[first].second * sums[second].second / strength.all_negative;
        }
        if (ties > most) {
            most = ties;
            best = pair;
        }
    }
    if (best.first == best.second) {
        return false;
    }
    std::replace(community.begin(), community.end(), best.second, best.first);
    return true;
}

}  // namespace

SignedGraph signed_graph(const std::vector<Relation>& relations) {
    std::map<ActorId, std::size_t> index;
    for (const Relation& relation : relations) {
        index.emplace(relation.source, 0);
        index.emplace(relation.target, 0);
    }
    SignedGraph graph;
    for (auto& [actor, position] : index) {
        position = graph.actors.size();
        graph.actors.push_back(actor);
    }
    graph.weights.resize(graph.actors.size());
    for (const Relation& relation : relations) {
        const std::size_t a = index.at(relation.source);
        const std::size_t b = index.at(relation.target);
        if (a != b) {
            graph.weights[a][b] += relation.sign * relation.confidence;
            graph.weights[b][a] += relation.sign * relation.confidence;
        }
    }
    return graph;
}

std::vector<std::size_t> communities(const SignedGraph& graph) {
    const Strengths strength = strengths(graph);
    std::vector<std::size_t> community(graph.actors.size());
    std::iota(community.begin(), community.end(), std::size_t{0});
    constexpr int most_rounds = 100;
    for (int round = 0; round < most_rounds; ++round) {
        const bool moved = move_actors(graph, strength, community);
        const bool merged = merge_communities(graph, strength, community);
        if (!moved && !merged) {
            break;
        }
    }
    std::map<std::size_t, std::size_t> numbers;
    for (std::size_t& c : community) {
        c = numbers.emplace(c, numbers.size()).first->second;
    }
    return community;
}

std::vector<Triad> unbalanced_triads(const SignedGraph& graph) {
    std::vector<Triad> triads;
    for (std::size_t a = 0; a < graph.actors.size(); ++a) {
        for (const auto& [b, ab] : graph.weights[a]) {
            if (b <= a || ab == 0.0) {
                continue;
            }
            for (const auto& [c, bc] : graph.weights[b]) {
                const auto ac = graph.weights[a].find(c);
                if (c > b && ac != graph.weights[a].end() && ab * bc * ac->second < 0.0) {
                    triads.push_back({a, b, c});
                }
            }
        }
    }
    return triads;
}

}  // namespace entente
