#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "queries/query.hpp"

namespace entente {

/// A row of knowledge/question_words.tsv that was found in a question: words [first, last), and for a phrase
/// with a gap ("viel … binnen") also [tail_first, tail_last) behind it.
struct QuestionCue {
    enum class Kind : std::uint8_t { intent, relation, event, modifier, unit, undated, title, filler };
    std::size_t first = 0;
    std::size_t last = 0;
    Kind kind = Kind::intent;
    std::string value;
    std::string language;
    std::size_t tail_first = 0;
    std::size_t tail_last = 0;

    /// Whether word `i` is one of its words.
    bool covers(std::size_t i) const {
        return (first <= i && i < last) || (tail_first <= i && i < tail_last);
    }
    /// How many words it has.
    std::size_t size() const { return last - first + tail_last - tail_first; }
};

/// The cues in `words` (folded), most words first where they overlap, in the order of their first words;
/// words for which `taken` is true are passed over.
std::vector<QuestionCue> find_cues(const std::vector<std::string>& words, const std::vector<bool>& taken);

/// The query kind that an intent's value names. Throws KnowledgeError for another value.
QueryKind parse_query_kind(std::string_view value);
/// The word for it: "friends_of_enemies".
std::string_view to_string(QueryKind kind);

/// The group ("troops", "money") of a quantity's unit, by the rows of kind unit; empty if it is in none.
std::string unit_group(std::string_view unit);

}  // namespace entente
