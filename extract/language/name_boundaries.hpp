#pragma once

#include <cstddef>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "extract/language/sentence.hpp"

namespace entente {

/// Finds where a name ends and another begins without a word or a mark between them: "dat de EU | Belgrado
/// moet prijzen", "op 10 mei 1940 | Nederland", "Macron | dinsdag". Such neighbours hang on a verb, not on
/// each other, which a parser that never saw the names cannot know. Names are those of knowledge/ (states,
/// capitals, abbreviations of organisations, leaders' short names), weekdays and months those of time_words.
/// Threads may share one.
class NameBoundaries {
 public:
    /// `language`: "nl" or "en". Throws KnowledgeError.
    explicit NameBoundaries(const std::string& language);

    /// Tokens [first, boundary) are the end of one name or date, [boundary, last) another.
    struct Boundary {
        std::size_t first = 0;
        std::size_t boundary = 0;
        std::size_t last = 0;
        bool operator==(const Boundary&) const = default;
    };

    /// The boundaries between `tokens`, of which only the forms are read. Three and more names in a row are a
    /// list and have none.
    std::vector<Boundary> find(std::span<const Token> tokens) const;

 private:
    bool is_name(const std::string& form) const;
    bool ends_name(const std::string& form) const;

    std::set<std::string> names_;
    std::set<std::string> weekdays_;  // lower case
    std::set<std::string> months_;    // lower case
};

}  // namespace entente
