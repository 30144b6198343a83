#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "extract/language/noun_lemmas.hpp"
#include "extract/language/sentence.hpp"
#include "extract/language/verb_lemmas.hpp"

namespace entente {

/// Undoes capitals that hide what words are, before tags and trees are sought: those of headlines ("Russia
/// Attacks Ukraine", "RUSSIA ATTACKS UKRAINE"), and that of an English plural that begins a sentence ("Talks
/// failed"), which looks like a name. Threads may share one.
class HeadlineCase {
 public:
    /// `language`: "nl" or "en". `verbs` and `nouns` must outlive this. Throws KnowledgeError.
    HeadlineCase(const std::string& language, const VerbLemmas& verbs, const NounLemmas& nouns);

    /// `sentence` with the forms as they would be written within a text; the tokens' places stay. nullopt if
    /// there is nothing to undo.
    ///
    /// In capitals throughout: names of knowledge/ as they are written there, all other words in lower case.
    /// With capitals at most words (English only): function words, verbs and plurals in lower case, unless
    /// they are such names. Otherwise the first word in lower case if it is the plural of a noun and no name
    /// follows.
    std::optional<Sentence> undo(const Sentence& sentence) const;

 private:
    /// The index of a plural that begins the sentence and is no name.
    std::optional<std::size_t> first_plural(const Sentence& sentence) const;
    std::string from_capitals(const std::string& form) const;
    std::string from_title(const std::string& form) const;
    /// Titles have all verbs with capitals.
    bool has_small_verb(const Sentence& sentence) const;

    bool english_;
    const VerbLemmas& verbs_;
    const NounLemmas& nouns_;
    std::map<std::string, std::uint8_t> names_;       // gazetteer
    std::map<std::string, std::string> upper_names_;  // "UKRAINE" -> "Ukraine"
    std::set<std::string> function_words_;
};

}  // namespace entente
