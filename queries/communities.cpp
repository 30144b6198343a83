#include "queries/communities.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <deque>
#include <numeric>
#include <span>

namespace entente {

namespace {

using Neighbour = SignedGraph::Neighbour;

/// A graph of actors, or of communities of them. Ties within a node do not show in it: they move with it.
struct Level {
    std::vector<std::size_t> first;
    std::vector<Neighbour> neighbours;
    std::vector<double> positive;  ///< strength of the positive ties of a node, those within it too
    std::vector<double> negative;

    std::size_t size() const { return positive.size(); }
    std::span<const Neighbour> of(std::size_t node) const {
        return {neighbours.data() + first[node], neighbours.data() + first[node + 1]};
    }
};

Level level_of(const SignedGraph& graph) {
    Level level{graph.first, graph.neighbours, {}, {}};
    level.positive.resize(graph.actors.size());
    level.negative.resize(graph.actors.size());
    for (std::size_t a = 0; a < graph.actors.size(); ++a) {
        for (const auto& [b, weight] : graph.of(a)) {
            (weight > 0 ? level.positive : level.negative)[a] += std::abs(weight);
        }
    }
    return level;
}

/// Numbers communities from 0 in the order of their first node. Returns how many there are.
std::size_t renumber(std::vector<std::size_t>& community) {
    constexpr auto none = static_cast<std::size_t>(-1);
    std::vector<std::size_t> number(community.size(), none);
    std::size_t count = 0;
    for (auto& one : community) {
        if (number[one] == none) {
            number[one] = count++;
        }
        one = number[one];
    }
    return count;
}

/// Moves nodes to the communities where they bring most.
class Mover {
 public:
    Mover(const Level& level, std::vector<std::size_t>& community)
        : level_(level),
          community_(community),
          positive_(level.size()),
          negative_(level.size()),
          members_(level.size()),
          ties_(level.size()),
          met_(level.size()) {
        for (std::size_t node = 0; node < level.size(); ++node) {
            enter(node, community[node]);
            all_positive_ += level.positive[node];
            all_negative_ += level.negative[node];
        }
        for (std::size_t one = level.size(); one-- > 0;) {
            if (members_[one] == 0) {
                empty_.push_back(one);
            }
        }
    }

    /// True if any node moved.
    bool move() {
        std::deque<std::size_t> waiting(level_.size());
        std::iota(waiting.begin(), waiting.end(), std::size_t{0});
        std::vector<bool> waits(level_.size(), true);
        bool moved = false;
        // Every move adds to the modularity, so that an end comes; rounding must not put it off.
        for (std::size_t left = most_looks * level_.size(); left > 0 && !waiting.empty(); --left) {
            const auto node = waiting.front();
            waiting.pop_front();
            waits[node] = false;
            if (!move(node)) {
                continue;
            }
            moved = true;
            for (const auto& [other, weight] : level_.of(node)) {
                if (!waits[other] && community_[other] != community_[node]) {
                    waits[other] = true;
                    waiting.push_back(other);
                }
            }
        }
        return moved;
    }

 private:
    static constexpr std::size_t most_looks = 100;
    static constexpr double least_gain = 1e-9;

    void enter(std::size_t node, std::size_t to) {
        community_[node] = to;
        positive_[to] += level_.positive[node];
        negative_[to] += level_.negative[node];
        ++members_[to];
    }

    void leave(std::size_t node) {
        const auto from = community_[node];
        positive_[from] -= level_.positive[node];
        negative_[from] -= level_.negative[node];
        if (--members_[from] == 0) {
            positive_[from] = negative_[from] = 0.0;
        }
    }

    /// What it brings to have the node, which is in no community now, in that one.
    double gain(std::size_t node, std::size_t to) const {
        double expected = 0.0;
        if (all_positive_ > 0.0) {
            expected += level_.positive[node] * positive_[to] / all_positive_;
        }
        if (all_negative_ > 0.0) {
            expected -= level_.negative[node] * negative_[to] / all_negative_;
        }
        return ties_[to] - expected;
    }

    bool move(std::size_t node) {
        const auto own = community_[node];
        leave(node);
        met_.assign(1, own);
        ties_[own] = 0.0;
        for (const auto& [other, weight] : level_.of(node)) {
            const auto to = community_[other];
            if (to != own && ties_[to] == 0.0) {
                met_.push_back(to);
            }
            ties_[to] += weight;
        }
        auto best = own;
        double most = gain(node, own);
        for (const auto to : met_) {
            if (const double found = gain(node, to); found > most + least_gain) {
                most = found;
                best = to;
            }
        }
        for (const auto to : met_) {
            ties_[to] = 0.0;
        }
        // Better alone than among enemies.
        if (most < -least_gain && !empty_.empty()) {
            best = empty_.back();
            empty_.pop_back();
        }
        enter(node, best);
        if (members_[own] == 0) {
            empty_.push_back(own);
        }
        return best != own;
    }

    const Level& level_;
    std::vector<std::size_t>& community_;
    std::vector<double> positive_;  ///< of communities
    std::vector<double> negative_;
    std::vector<std::size_t> members_;
    std::vector<double> ties_;      ///< of the node that is looked at, with each community; else 0
    std::vector<std::size_t> met_;  ///< communities with which it has some
    std::vector<std::size_t> empty_;
    double all_positive_ = 0.0;
    double all_negative_ = 0.0;
};

/// The graph of the communities, which are numbered from 0 to `count` - 1.
Level aggregate(const Level& level, const std::vector<std::size_t>& community, std::size_t count) {
    Level out;
    out.positive.resize(count);
    out.negative.resize(count);
    std::vector<std::vector<std::size_t>> members(count);
    for (std::size_t node = 0; node < level.size(); ++node) {
        members[community[node]].push_back(node);
        out.positive[community[node]] += level.positive[node];
        out.negative[community[node]] += level.negative[node];
    }
    std::vector<double> sums(count);
    std::vector<bool> seen(count);
    std::vector<std::uint32_t> met;
    for (std::size_t one = 0; one < count; ++one) {
        out.first.push_back(out.neighbours.size());
        for (const auto node : members[one]) {
            for (const auto& [other, weight] : level.of(node)) {
                const auto to = community[other];
                if (to == one) {
                    continue;
                }
                if (!seen[to]) {
                    seen[to] = true;
                    met.push_back(static_cast<std::uint32_t>(to));
                }
                sums[to] += weight;
            }
        }
        std::sort(met.begin(), met.end());
        for (const auto to : met) {
            out.neighbours.push_back({to, sums[to]});
            sums[to] = 0.0;
            seen[to] = false;
        }
        met.clear();
    }
    out.first.push_back(out.neighbours.size());
    return out;
}

/// Moves nodes, then the communities that they make, and so on. True if anything moved.
bool improve(const Level& level, std::vector<std::size_t>& community) {
    bool moved = Mover{level, community}.move();
    const auto count = renumber(community);
    if (count == level.size()) {
        return moved;
    }
    const auto above = aggregate(level, community, count);
    std::vector<std::size_t> together(count);
    std::iota(together.begin(), together.end(), std::size_t{0});
    if (improve(above, together)) {
        moved = true;
        for (auto& one : community) {
            one = together[one];
        }
    }
    return moved;
}

}  // namespace

std::vector<std::size_t> communities(const SignedGraph& graph) {
    const auto level = level_of(graph);
    std::vector<std::size_t> community(level.size());
    std::iota(community.begin(), community.end(), std::size_t{0});
    // Once communities have moved, it may pay for single actors to move again.
    constexpr int most_rounds = 10;
    for (int round = 0; round < most_rounds && improve(level, community); ++round) {
    }
    renumber(community);
    return community;
}

}  // namespace entente
