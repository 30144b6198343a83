#include "queries/signed_graph.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <tuple>

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
    std::vector<Half> sorted(halves.size());
    const auto sort_by = [&](std::uint32_t Half::*end) {
        std::vector<std::size_t> place(size + 1);
        for (const Half& half : halves) {
            ++place[half.*end + 1];
        }
        for (std::size_t i = 1; i < place.size(); ++i) {
            place[i] += place[i - 1];
        }
        for (const Half& half : halves) {
            sorted[place[half.*end]++] = half;
        }
        halves.swap(sorted);
    };
    sort_by(&Half::to);
    sort_by(&Half::from);
    graph.first.reserve(size + 1);
    graph.neighbours.reserve(halves.size());
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

namespace {

/// A tie from the end with fewer neighbours.
struct Arrow {
    std::uint32_t to = 0;  ///< place in the order by number of neighbours
    float weight = 0.0F;
};

/// A triad with the strength of its weakest tie.
struct Candidate {
    double strength = 0.0;
    Triad triad;
    /// Better ones first.
    bool operator<(const Candidate& other) const {
        return std::tuple{-strength, triad.a, triad.b, triad.c} <
               std::tuple{-other.strength, other.triad.a, other.triad.b, other.triad.c};
    }
};

/// The best of those that are offered.
class Best {
 public:
    explicit Best(std::size_t most) : most_(most) {}
    bool takes(double strength) const {
        return found_.size() < most_ || (!found_.empty() && strength >= found_.front().strength);
    }
    void offer(const Candidate& candidate) {
        if (found_.size() == most_) {
            if (!(candidate < found_.front())) {
                return;
            }
            std::pop_heap(found_.begin(), found_.end());
            found_.pop_back();
        }
        found_.push_back(candidate);
        std::push_heap(found_.begin(), found_.end());
    }
    std::vector<Triad> take() {
        std::sort_heap(found_.begin(), found_.end());
        std::vector<Triad> triads;
        for (const Candidate& candidate : found_) {
            triads.push_back(candidate.triad);
        }
        return triads;
    }

 private:
    std::size_t most_;
    std::vector<Candidate> found_;  ///< a heap, the worst in front
};

}  // namespace

UnbalancedTriads unbalanced_triads(const SignedGraph& graph, std::size_t most) {
    const std::size_t size = graph.actors.size();
    std::vector<std::uint32_t> order(size);
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return graph.of(a).size() < graph.of(b).size();
    });
    std::vector<std::uint32_t> place(size);
    for (std::uint32_t i = 0; i < size; ++i) {
        place[order[i]] = i;
    }
    std::vector<std::size_t> first;
    std::vector<Arrow> arrows;
    for (std::uint32_t i = 0; i < size; ++i) {
        first.push_back(arrows.size());
        for (const auto& [other, weight] : graph.of(order[i])) {
            if (place[other] > i && weight != 0.0) {
                arrows.push_back({place[other], static_cast<float>(weight)});
            }
        }
    }
    first.push_back(arrows.size());
    const auto of = [&](std::size_t i) {
        return std::span{arrows.data() + first[i], arrows.data() + first[i + 1]};
    };
    UnbalancedTriads result;
    Best best{most};
    std::vector<float> tie(size);  // of the actor that is looked at, with each
    for (std::uint32_t u = 0; u < size; ++u) {
        for (const Arrow& arrow : of(u)) {
            tie[arrow.to] = arrow.weight;
        }
        for (const auto& [v, uv] : of(u)) {
            for (const auto& [w, vw] : of(v)) {
                const float uw = tie[w];
                if (uv * vw * uw >= 0.0F) {
                    continue;
                }
                ++result.all;
                const double strength = std::min({std::abs(uv), std::abs(vw), std::abs(uw)});
                if (best.takes(strength)) {
                    std::array<std::size_t, 3> who{order[u], order[v], order[w]};
                    std::sort(who.begin(), who.end());
                    best.offer({strength, {who[0], who[1], who[2]}});
                }
            }
        }
        for (const Arrow& arrow : of(u)) {
            tie[arrow.to] = 0.0F;
        }
    }
    result.strongest = best.take();
    return result;
}

}  // namespace entente
