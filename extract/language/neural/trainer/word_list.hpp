#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "extract/language/neural/word_classes.hpp"

namespace entente::neural {

/// Forms of a dictionary, as keys of words (WordKeys::word), each with its classes.
struct WordList {
    std::vector<std::uint64_t> keys;
    std::vector<WordClasses> classes;
};

/// Reads a list of words, plain or gzip: lines of a form in lower case, a tab, and names of classes (see
/// word_classes.hpp) with blanks between them, with a `+` behind those that were met in texts. Throws
/// std::runtime_error, naming the line, where it is no such list.
WordList read_word_list(const std::filesystem::path& file);

}  // namespace entente::neural
