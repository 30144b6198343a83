#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "extract/language/sentence.hpp"

namespace entente {

/// The verbs of a language (knowledge/verbs.LANGUAGE.tsv), by which the lemmas that a model guessed are
/// checked: the lemma of a verb is the key to its meaning, and a guess such as "verdrieken" for "verdronk"
/// has none. Threads may share one.
class VerbLemmas {
 public:
    /// `language`: "nl" or "en". Throws KnowledgeError.
    explicit VerbLemmas(const std::string& language);

    /// Whether `lemma`, in any case, is a verb of the table.
    bool knows(std::string_view lemma) const;

    /// The verb that `form` (any case) may belong to, by the irregular forms of the table, then by the rules
    /// of inflection; with `particle` (lower case, may be empty) in front. Only verbs of the table; nullopt
    /// if there is none.
    std::optional<std::string> find(std::string_view form, std::string_view particle) const;

    /// Replaces the lemmas of verbs that the table does not know by those that find() gives. A Dutch verb has
    /// its separated particle in front where that makes a verb of the table ("viel … binnen": binnenvallen),
    /// and where the particle is no part of a fixed phrase ("nam … in beslag": nemen), as in the treebanks.
    void mend(Sentence& sentence) const;

 private:
    std::optional<std::string> irregular(const std::string& form, std::string_view particle) const;
    std::optional<std::string> regular(const std::string& form, std::string_view particle) const;

    bool dutch_;
    std::unordered_set<std::string> verbs_;
    std::unordered_map<std::string, std::vector<std::string>> irregular_;  // form -> lemmas
};

}  // namespace entente
