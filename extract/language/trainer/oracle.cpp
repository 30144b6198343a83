#include "extract/language/trainer/oracle.hpp"

#include <algorithm>

namespace entente::perceptron {

namespace {

/// Whether every word between `child` and its head descends from that head.
bool is_projective(const std::vector<int>& heads, int child) {
    const int root = static_cast<int>(heads.size());
    const int head = heads[static_cast<std::size_t>(child)];
    const int first = std::min(child, head) + 1;
    const int last = std::max(child, head) - 1;
    for (int word = first; word <= last; ++word) {
        int ancestor = word;
        while (ancestor != head && ancestor != root) ancestor = heads[static_cast<std::size_t>(ancestor)];
        if (ancestor != head) return false;
    }
    return true;
}

/// Lifts the shortest arc that crosses another to the head's head until none is left.
std::vector<int> projectivised(std::vector<int> heads) {
    const int root = static_cast<int>(heads.size());
    for (;;) {
        int worst = -1;
        int shortest = root + 1;
        for (int child = 0; child < root; ++child) {
            const int head = heads[static_cast<std::size_t>(child)];
            if (head == root || is_projective(heads, child)) continue;
            const int length = std::abs(head - child);
            if (length < shortest) {
                shortest = length;
                worst = child;
            }
        }
        if (worst < 0) return heads;
        int& head = heads[static_cast<std::size_t>(worst)];
        head = heads[static_cast<std::size_t>(head)];
    }
}

}  // namespace

Oracle::Oracle(std::vector<int> heads, std::vector<int> labels, const Labels& names)
    : heads_(projectivised(std::move(heads))),
      labels_(std::move(labels)),
      names_(names),
      dependents_(heads_.size() + 1) {
    for (std::size_t child = 0; child < heads_.size(); ++child) {
        dependents_[static_cast<std::size_t>(heads_[child])].push_back(static_cast<int>(child));
    }
}

int Oracle::dependents_from(int head, int first) const {
    int count = 0;
    for (const int child : dependents_[static_cast<std::size_t>(head)]) count += child >= first;
    return count;
}

int Oracle::shift_cost(const ParserState& state) const {
    const int word = state.next();
    int cost = 0;
    for (const int left : state.stack()) {
        cost += heads_[static_cast<std::size_t>(left)] == word;
        if (left != state.stack().back()) cost += heads_[static_cast<std::size_t>(word)] == left;
    }
    return cost;
}

int Oracle::left_cost(const ParserState& state) const {
    const int child = state.stack().back();
    const int head = heads_[static_cast<std::size_t>(child)];
    int cost = dependents_from(child, state.next());
    if (head > state.next()) ++cost;
    if (state.stack().size() >= 2 && head == state.stack()[state.stack().size() - 2]) ++cost;
    return cost;
}

int Oracle::right_cost(const ParserState& state) const {
    const int child = state.stack().back();
    return dependents_from(child, state.next()) +
           (heads_[static_cast<std::size_t>(child)] >= state.next() ? 1 : 0);
}

int Oracle::cost(const ParserState& state, Transition transition) const {
    if (transition == shift) return shift_cost(state);
    const std::size_t count = names_.names.size();
    const auto child = static_cast<std::size_t>(state.stack().back());
    const bool left = transition <= count;
    const int head = left ? state.next() : state.stack()[state.stack().size() - 2];
    const std::size_t label = transition - 1 - (left ? 0 : count);
    const int wrong_label =
        heads_[child] == head && static_cast<std::size_t>(labels_[child]) != label ? 1 : 0;
    return (left ? left_cost(state) : right_cost(state)) + wrong_label;
}

Transition Oracle::best(const ParserState& state, const float* scores) const {
    const std::size_t count = names_.names.size();
    Transition result = names_.transitions();
    int least = std::numeric_limits<int>::max();
    const auto consider = [&](Transition transition, int cost) {
        if (cost < least || (cost == least && scores[transition] > scores[result])) {
            least = cost;
            result = transition;
        }
    };
    if (state.may_shift()) consider(shift, shift_cost(state));
    const auto attach = [&](bool left) {
        const auto child = static_cast<std::size_t>(state.stack().back());
        const int head = left ? state.next() : state.stack()[state.stack().size() - 2];
        const int cost = left ? left_cost(state) : right_cost(state);
        const std::size_t base = 1 + (left ? 0 : count);
        if (heads_[child] == head) {
            const auto gold = static_cast<std::size_t>(labels_[child]);
            // `root` belongs to the root and to nothing else, even where lifting has moved a word.
            if ((gold == names_.root) == (head == state.size())) {
                consider(base + gold, cost);
                return;
            }
        }
        if (left && state.next() == state.size()) {
            consider(base + names_.root, cost);
            return;
        }
        Transition highest = base + (names_.root == 0 ? 1 : 0);
        for (std::size_t label = 0; label < count; ++label) {
            if (label != names_.root && scores[base + label] > scores[highest]) highest = base + label;
        }
        consider(highest, cost);
    };
    if (state.may_attach_left()) attach(true);
    if (state.may_attach_right()) attach(false);
    return result;
}

}  // namespace entente::perceptron
