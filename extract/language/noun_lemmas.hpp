#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "extract/language/sentence.hpp"

namespace entente {

/// The common nouns of English (knowledge/nouns.en.tsv), by which the lemmas of plurals are checked. For
/// another language it knows none and changes nothing. Threads may share one.
class NounLemmas {
 public:
    /// `language`: "nl" or "en". Throws KnowledgeError.
    explicit NounLemmas(const std::string& language);

    bool knows(std::string_view lemma) const { return nouns_.contains(std::string(lemma)); }

    /// The noun of the table of which `form` (any case) is the plural; nullopt if there is none.
    std::optional<std::string> singular(std::string_view form) const;

    /// Replaces the lemmas of plural nouns that the table does not know by those that singular() gives.
    void mend(Sentence& sentence) const;

 private:
    std::unordered_set<std::string> nouns_;
    std::unordered_map<std::string, std::string> irregular_;  // plural -> singular
};

}  // namespace entente
