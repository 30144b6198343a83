#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace entente::neural {

/// The tree of the highest total score with exactly one token attached to the root (Chu & Liu 1965, Edmonds
/// 1967; one root by a penalty on every arc from the root that no other arc can outweigh). scores[d * columns
/// + h] is the score of head h for token d, where h = 0 is the root and h = t + 1 token t. Scores are finite
/// and less than a million in size. Returns each token's head, -1 for the root. Ties go to the lower number.
/// Empty for length 0.
std::vector<int> best_tree(std::span<const float> scores, std::size_t columns, std::size_t length);

}  // namespace entente::neural
