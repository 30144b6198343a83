#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "extract/language/sentence.hpp"
#include "extract/language/verb_lemmas.hpp"

namespace entente {

/// Undoes the capitals of headlines ("Russia Attacks Ukraine", "RUSSIA ATTACKS UKRAINE"), which hide verbs
/// among names, before tags and trees are sought. Threads may share one.
class HeadlineCase {
 public:
    /// `language`: "nl" or "en". `verbs` must outlive this. Throws KnowledgeError.
    HeadlineCase(const std::string& language, const VerbLemmas& verbs);

    /// `sentence` with the forms as they would be written within a text; the tokens' places stay. nullopt if
    /// its capitals are not those of a headline.
    ///
    /// In capitals throughout: names of knowledge/ as they are written there, all other words in lower case.
    /// With capitals at most words (English only): function words and verbs in lower case, unless they are
    /// such names.
    std::optional<Sentence> undo(const Sentence& sentence) const;

 private:
    std::string from_capitals(const std::string& form) const;
    std::string from_title(const std::string& form) const;
    /// Titles have all verbs with capitals.
    bool has_small_verb(const Sentence& sentence) const;

    bool english_;
    const VerbLemmas& verbs_;
    std::map<std::string, std::uint8_t> names_;       // gazetteer
    std::map<std::string, std::string> upper_names_;  // "UKRAINE" -> "Ukraine"
    std::set<std::string> function_words_;
};

}  // namespace entente
