#pragma once

#include <cstddef>
#include <string_view>

namespace entente {

/// Insertions, deletions, substitutions and swaps of neighbours that turn `a` into `b`, in bytes: optimal
/// string alignment (restricted Damerau-Levenshtein).
std::size_t edit_distance(std::string_view a, std::string_view b);

}  // namespace entente
