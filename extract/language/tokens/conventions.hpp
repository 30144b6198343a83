#pragma once

#include <set>
#include <string>
#include <string_view>
#include <unordered_map>

namespace entente::tokens {

/// What may follow an abbreviation; see knowledge/abbreviations.en.tsv.
enum class Abbreviation { none, title, number, middle, any };

/// The spelling conventions of a language, read from knowledge/ once. Threads may share one.
class Conventions {
 public:
    /// Reads the tables of `language` ("nl", "en"); for another language everything is unknown. Throws
    /// KnowledgeError where a table is wrong.
    explicit Conventions(const std::string& language);

    bool english() const { return english_; }

    /// `word` with its full stop. A row of single letters ("U.S.", "J.P.") that is not in the table is
    /// Abbreviation::any, a single letter (an initial) Abbreviation::title.
    Abbreviation abbreviation(std::string_view word) const;
    /// Whether the capitalised `word` begins a sentence where it follows an abbreviation.
    bool is_starter(std::string_view word) const;
    /// Whether the hyphen behind `prefix` (any case) joins.
    bool is_prefix(std::string_view prefix) const;
    /// Whether lower-case `word` is a word of its own behind a name and a hyphen ("led" in "US-led").
    bool is_second(std::string_view word) const;

 private:
    bool english_;
    std::unordered_map<std::string, Abbreviation> abbreviations_;
    std::set<std::string, std::less<>> starters_;
    std::set<std::string, std::less<>> prefixes_;
    std::set<std::string, std::less<>> seconds_;
};

}  // namespace entente::tokens
