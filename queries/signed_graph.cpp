#include "queries/signed_graph.hpp"

#include <algorithm>

namespace entente {

double SignedGraph::weight(std::size_t a, std::size_t b) const {
    const auto row = of(a);
    const auto found = std::lower_bound(
        row.begin(), row.end(), b,
        [](const Neighbour& neighbour, std::size_t other) { return neighbour.other < other; });
    return found == row.end() || found->other != b ? 0.0 : found->weight;
}

SignedGraph signed_graph(const Ties& ties) {
    SignedGraph graph;
    graph.actors = ties.actors;
    const std::size_t size = graph.actors.size();
    // Ties are sorted: counting by the other end, then by the one end, leaves each row sorted (as a radix
    // sort).
    struct Half {
        std::uint32_t from;
        std::uint32_t to;
        double weight;
    };
    std::vector<Half> halves;
    halves.reserve(2 * ties.ties.size());
    for (const Tie& tie : ties.ties) {
        if (tie.source != tie.target) {
            const double weight = tie.sign * tie.confidence;
            halves.push_back({tie.source, tie.target, weight});
            halves.push_back({tie.target, tie.source, weight});
        }
    }
    const auto sort_by = [&](std::uint32_t Half::*end) {
        std::vector<std::size_t> place(size + 1);
        for (const Half& half : halves) {
            ++place[half.*end + 1];
        }
        for (std::size_t i = 1; i < place.size(); ++i) {
            place[i] += place[i - 1];
        }
        std::vector<Half> sorted(halves.size());
        for (const Half& half : halves) {
            sorted[place[half.*end]++] = half;
        }
        halves = std::move(sorted);
    };
    sort_by(&Half::to);
    sort_by(&Half::from);
    graph.first.reserve(size + 1);
    std::size_t at = 0;
    for (std::size_t actor = 0; actor < size; ++actor) {
        graph.first.push_back(graph.neighbours.size());
        for (; at < halves.size() && halves[at].from == actor; ++at) {
            if (graph.neighbours.size() > graph.first.back() &&
                graph.neighbours.back().other == halves[at].to) {
                graph.neighbours.back().weight += halves[at].weight;
            } else {
                graph.neighbours.push_back({halves[at].to, halves[at].weight});
            }
        }
    }
    graph.first.push_back(graph.neighbours.size());
    return graph;
}

std::vector<Triad> unbalanced_triads(const SignedGraph& graph) {
    std::vector<Triad> triads;
    for (std::size_t a = 0; a < graph.actors.size(); ++a) {
        for (const auto& [b, ab] : graph.of(a)) {
            if (b <= a || ab == 0.0) {
                continue;
            }
            for (const auto& [c, bc] : graph.of(b)) {
                if (c > b && ab * bc * graph.weight(a, c) < 0.0) {
                    triads.push_back({a, b, c});
                }
            }
        }
    }
    return triads;
}

}  // namespace entente
