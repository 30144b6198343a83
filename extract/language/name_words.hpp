#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "extract/language/sentence.hpp"

namespace entente {

/// Tags the words of Dutch names as names (PROPN) where the model keeps the tag that they have as common
/// words. Of common words: "de Tweede Wereldoorlog", "het Europees Parlement". Numbers: "Nederland 1". The
/// English preposition, which is written as the Dutch "or": "de Church of England"; its beginnings are those
/// of knowledge/name_heads.nl.tsv. The treebanks follow one rule there, and train models with two. Threads
/// may share one.
class NameWords {
 public:
    /// `language`: "nl" or "en"; for another than Dutch it changes nothing. Throws KnowledgeError.
    explicit NameWords(const std::string& language);

    /// Tags by what the tree joins (`flat`) without a small word between; around "of" it joins what the tree
    /// takes for two parties, if they hang together.
    void mend(Sentence& sentence) const;

 private:
    /// "Church [of] England"
    void mend_prepositions(std::vector<Token>& tokens) const;
    /// "[Europees] Parlement": a head that its name follows at once; not "Westelijk Brabant".
    void mend_heads(std::vector<Token>& tokens) const;

    std::set<std::string> heads_;    // lower case
    std::set<std::string> compass_;  // likewise
};

}  // namespace entente
