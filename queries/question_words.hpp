#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "queries/query.hpp"

namespace entente {

/// A row of knowledge/question_words.tsv that was found in a question: words [first, last).
struct QuestionCue {
    enum class Kind : std::uint8_t { intent, relation, modifier, unit };
    std::size_t first = 0;
    std::size_t last = 0;
    Kind kind = Kind::intent;
    std::string value;
    std::string language;
};

/// The cues in `words` (folded), longest first where they overlap, in the order of the words; words for which
/// `taken` is true are passed over.
std::vector<QuestionCue> find_cues(const std::vector<std::string>& words, const std::vector<bool>& taken);

/// The query kind that an intent's value names. Throws KnowledgeError for another value.
QueryKind parse_query_kind(std::string_view value);

/// The group ("troops", "money") of a quantity's unit, by the rows of kind unit; empty if it is in none.
std::string unit_group(std::string_view unit);

}  // namespace entente
