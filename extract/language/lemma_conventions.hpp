#pragma once

#include <map>
#include <string>
#include <utility>

#include "extract/language/sentence.hpp"

namespace entente {

/// Gives lemmas the spelling that the treebanks' annotators give them most, where a model took another.
/// Threads may share one.
class LemmaConventions {
 public:
    /// Reads lemmas.LANGUAGE.tsv ("nl", "en"), the lemmas of words on which the treebanks do not agree.
    /// Throws KnowledgeError.
    explicit LemmaConventions(const std::string& language);

    /// Besides the words of the table: names (PROPN) keep their capitals ("WHO", "Kiev"), and adverbs,
    /// auxiliaries, a sentence's first verb and first noun have none. Adjectives keep what the model chose
    /// ("Russian", "new").
    void mend(Sentence& sentence) const;

 private:
    std::map<std::pair<std::string, Upos>, std::string> lemmas_;  // by form in lower case and tag
};

}  // namespace entente
