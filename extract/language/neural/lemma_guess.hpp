#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "extract/language/neural/features.hpp"

namespace entente::neural {

/// The longest ending that is looked at, in code points.
constexpr std::size_t longest_ending = 6;
/// The shortest known word that may end a compound.
constexpr std::size_t shortest_tail = 4;

/// Keys of the endings of `form` together with its tag and the kind of its capitals (none, first, all,
/// other): from the empty ending to the last six code points in lower case.
std::vector<std::uint64_t> ending_keys(std::string_view form, unsigned upos);

/// Key of a lemma with its tag.
std::uint64_t known_lemma_key(std::u32string_view lemma, unsigned upos);

/// How often forms with an ending have which lemma script, counted once for each form.
struct EndingCounts {
    struct Script {
        std::uint32_t script = 0;
        std::uint32_t count = 0;
    };
    std::uint32_t total = 0;
    std::span<const Script> scripts;  ///< the most frequent
};

/// The probability of `script` by the endings of a form, the shortest first: each ending's share, smoothed
/// with what shorter ones say (Witten & Bell 1991). Greater than 0.
double ending_probability(std::span<const EndingCounts> endings, std::uint32_t script);

}  // namespace entente::neural
