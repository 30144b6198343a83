#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "extract/language/perceptron/frozen_map.hpp"
#include "extract/language/perceptron/weights.hpp"
#include "extract/language/perceptron/word.hpp"

namespace entente::perceptron {

/// A tag is a UPOS with features; its number is its place in the model's list.
using Tag = std::uint16_t;

/// What the tagger knows of a word from the lexicon: the set of tags it had in training, as a number; 0:
/// unknown.
using TagSet = std::uint32_t;

/// The rows of the features of word `at`, given the two tags before it (`no_tag` outside of the sentence).
constexpr Tag no_tag = 0xFFFF;
void tagger_rows(std::span<const Word> words, std::span<const TagSet> sets, std::size_t at, Tag before,
                 Tag before_that, const RowLayout& layout, std::vector<std::size_t>& rows);

/// The lexicon's sets of `words`.
std::vector<TagSet> tag_sets(std::span<const Word> words, const FrozenMap& lexicon);

/// The index of the highest of the first `count` scores, the first of equals.
template <class Score>
std::size_t best(const Score* scores, std::size_t count) {
    std::size_t result = 0;
    for (std::size_t index = 1; index < count; ++index) {
        if (scores[index] > scores[result]) result = index;
    }
    return result;
}

}  // namespace entente::perceptron
