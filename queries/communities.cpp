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
using Place = std::uint32_t;  ///< of an actor or community

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
          community_(community.begin(), community.end()),
          sums_(level.size()),
          met_(level.size() + 1) {
        for (Place node = 0; node < level.size(); ++node) {
            enter(node, community_[node]);
            all_positive_ += level.positive[node];
            all_negative_ += level.negative[node];
        }
        for (auto one = static_cast<Place>(level.size()); one-- > 0;) {
            if (sums_[one].members == 0) {
                empty_.push_back(one);
            }
        }
    }

    /// True if any node moved.
    bool move() {
        std::deque<Place> waiting(level_.size());
        std::iota(waiting.begin(), waiting.end(), Place{0});
        std::vector<char> waits(level_.size(), 1);
        bool moved = false;
        // Every move adds to the modularity, so that an end comes; rounding must not put it off.
        for (std::size_t left = most_looks * level_.size(); left > 0 && !waiting.empty(); --left) {
            const auto node = waiting.front();
            waiting.pop_front();
            waits[node] = 0;
            if (!move(node)) {
                continue;
            }
            moved = true;
            for (const auto& [other, weight] : level_.of(node)) {
                if (waits[other] == 0 && community_[other] != community_[node]) {
                    waits[other] = 1;
                    waiting.push_back(other);
                }
            }
        }
        return moved;
    }

    std::vector<std::size_t> communities() const { return {community_.begin(), community_.end()}; }

 private:
    static constexpr std::size_t most_looks = 100;
    static constexpr double least_gain = 1e-9;

    /// Of a community.
    struct Sums {
        double ties = 0.0;  ///< of the node that is looked at; else 0
        double positive = 0.0;
        double negative = 0.0;
        std::size_t members = 0;
    };

    void enter(Place node, Place to) {
        community_[node] = to;
        Sums& sums = sums_[to];
        sums.positive += level_.positive[node];
        sums.negative += level_.negative[node];
        ++sums.members;
    }

    void leave(Place node) {
        Sums& sums = sums_[community_[node]];
        sums.positive -= level_.positive[node];
        sums.negative -= level_.negative[node];
        if (--sums.members == 0) {
            sums.positive = sums.negative = 0.0;
        }
    }

    bool move(Place node) {
        const Place own = community_[node];
        leave(node);
        // The communities that the node has ties with. The loop is the search's inner one, and free of
        // branches.
        const Place* const community = community_.data();
        Sums* const sums = sums_.data();
        Place* const met = met_.data();
        std::size_t count = 0;
        for (const auto& [other, weight] : level_.of(node)) {
            const Place to = community[other];
            met[count] = to;
            count += sums[to].ties == 0.0 ? 1 : 0;
            sums[to].ties += weight;
        }
        // What it brings to have it in one of them, by its shares of all strength.
        const double positive = all_positive_ > 0.0 ? level_.positive[node] / all_positive_ : 0.0;
        const double negative = all_negative_ > 0.0 ? level_.negative[node] / all_negative_ : 0.0;
        const auto gain = [&](const Sums& to) {
            return to.ties - (positive * to.positive - negative * to.negative);
        };
        Place best = own;
        double most = gain(sums[own]);
        for (std::size_t i = 0; i < count; ++i) {
            if (const double found = gain(sums[met[i]]); found > most + least_gain) {
                most = found;
                best = met[i];
            }
        }
        for (std::size_t i = 0; i < count; ++i) {
            sums[met[i]].ties = 0.0;
        }
        // Better alone than among enemies.
        if (most < -least_gain && !empty_.empty()) {
            best = empty_.back();
            empty_.pop_back();
        }
        enter(node, best);
        if (sums[own].members == 0) {
            empty_.push_back(own);
        }
        return best != own;
    }

    const Level& level_;
    std::vector<Place> community_;
    std::vector<Sums> sums_;
    std::vector<Place> met_;
    std::vector<Place> empty_;
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
    Mover mover{level, community};
    bool moved = mover.move();
    community = mover.communities();
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
