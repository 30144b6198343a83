#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "graph/interval.hpp"
#include "graph/store.hpp"
#include "queries/query.hpp"

namespace entente {

/// A question and what was made of it.
struct Understood {
    Query query;
    std::string language;  ///< en or nl
    /// Sentences in that language about what was not as written: persons taken for whom they act, words that
    /// were left out.
    std::vector<std::string> remarks;
};

/// What the store knows by name, beside the tables.
struct StoreNames {
    std::span<const std::string> publishers;
    /// As Store::participants_called; asked for names that are in no table. Empty: nobody.
    std::function<std::vector<NamedParticipant>(std::string_view)> participants_called;
};

/// Understands a question in English or Dutch by the words of knowledge/question_words.tsv and
/// question_times.tsv, the names of actors and the dates in it, and the names that the store has (publishers
/// where they are written as given). Persons are taken for the state or organisation for which they act at
/// the time asked about. `today` is what "now" means. The error says what was not understood, with
/// did-you-mean for a name and the nearest example of what can be asked.
tl::expected<Understood, std::string> understand(std::string_view question, Day today,
                                                 const StoreNames& names = {});

/// One sentence that says what the query asks for, in `language` (en or nl): shown with every answer.
std::string describe(const Query& query, std::string_view language);

/// Examples of what can be asked, one for each kind, in `language`.
const std::vector<std::string>& example_questions(std::string_view language);

}  // namespace entente
