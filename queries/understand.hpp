#pragma once

#include <span>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "graph/interval.hpp"
#include "queries/query.hpp"

namespace entente {

/// A question and what was made of it.
struct Understood {
    Query query;
    std::string language;  ///< en or nl
};

/// Understands a question in English or Dutch by the words of knowledge/question_words.tsv, the names of
/// actors and the dates in it, and the names of `publishers` where they are written as given. `today` is what
/// "now" means. The error says what was not understood, with
/// did-you-mean for a name and the nearest example of what can be asked.
tl::expected<Understood, std::string> understand(std::string_view question, Day today,
                                                 std::span<const std::string> publishers = {});

/// One sentence that says what the query asks for, in `language` (en or nl): shown with every answer.
std::string describe(const Query& query, std::string_view language);

/// Examples of what can be asked, one for each kind, in `language`.
const std::vector<std::string>& example_questions(std::string_view language);

}  // namespace entente
