#pragma once

#include <limits>
#include <vector>

#include "extract/language/perceptron/parser.hpp"

namespace entente::perceptron {

/// The dynamic oracle of the arc-hybrid system (Goldberg and Nivre 2013): how many gold arcs a transition
/// makes unreachable. Trees are made projective first (Nivre and Nilsson 2005, without marking what was
/// lifted).
class Oracle {
 public:
    /// `heads`: `heads.size()` for the root. `labels`: numbers of `names`.
    Oracle(std::vector<int> heads, std::vector<int> labels, const Labels& names);

    /// The cost of an allowed transition, one more for the gold arc with another label.
    int cost(const ParserState& state, Transition transition) const;

    /// The transition of least cost, of equals that with the highest score.
    Transition best(const ParserState& state, const float* scores) const;

 private:
    int shift_cost(const ParserState& state) const;
    int left_cost(const ParserState& state) const;
    int right_cost(const ParserState& state) const;
    int dependents_from(int head, int first) const;

    std::vector<int> heads_;
    std::vector<int> labels_;
    const Labels& names_;
    std::vector<std::vector<int>> dependents_;
};

}  // namespace entente::perceptron
