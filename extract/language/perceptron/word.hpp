#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "extract/language/perceptron/frozen_map.hpp"

namespace entente::perceptron {

/// What the features see of a word, as hashes. Digits count as one digit.
struct Word {
    std::uint64_t form = 0;   ///< as written
    std::uint64_t lower = 0;  ///< in lower case
    std::array<std::uint64_t, 6>
        suffixes{};  ///< of 1 to 6 letters of the lower-cased form; the whole if shorter
    std::array<std::uint64_t, 4> prefixes{};  ///< of 1 to 4 letters
    std::uint64_t shape = 0;                  ///< "Xx-00": kinds of characters, repetitions shortened
    bool capital = false;                     ///< begins with an upper-case letter
    bool all_capitals = false;                ///< has letters, and all of two or more are upper case
    std::uint64_t names = 0;                  ///< set of NameKinds in the gazetteer
};

/// The key of a form in the gazetteer of a model.
std::uint64_t gazetteer_key(std::string_view form);

/// Reads `form` (any bytes). `gazetteer`: from gazetteer_key to sets of NameKinds.
Word read_word(std::string_view form, const FrozenMap& gazetteer);

}  // namespace entente::perceptron
