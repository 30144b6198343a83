#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace entente::neural {

/// What a dictionary says a form may be; the order is that of the bits of WordClasses.
constexpr std::array<std::string_view, 10> word_class_names = {
    "name", "noun", "plural", "verb", "verb-s", "verb-ed", "verb-ing", "adjective", "comparison", "adverb"};

/// A set of word classes, two bits each: it is one; it was met in texts as one.
using WordClasses = std::uint32_t;
constexpr std::size_t word_class_bits = 2 * word_class_names.size();

/// The set without the bits that say which were met in texts.
constexpr WordClasses kinds_of(WordClasses classes) { return classes & 0x55555555U; }

}  // namespace entente::neural
