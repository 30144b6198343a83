#pragma once

#include <set>
#include <string>

#include "extract/language/sentence.hpp"

namespace entente {

/// Makes one name of a surname that begins with a capitalised article or preposition ("burgemeester De
/// Wever", "Van Rompuy"), which a parser takes for that article where it does not know the name. The
/// beginnings are those of knowledge/surname_beginnings.tsv. Threads may share one.
class Surnames {
 public:
    /// `language`: "nl" or "en"; a language without beginnings changes nothing. Throws KnowledgeError.
    explicit Surnames(const std::string& language);

    /// Tags such a beginning as a name (PROPN) where a name follows and the tree joins them, or where it
    /// stands neither first nor behind a mark of punctuation; there it becomes the head of that name
    /// (`flat`), as in the Dutch treebanks.
    void mend(Sentence& sentence) const;

 private:
    std::set<std::string> beginnings_;  // as written
};

}  // namespace entente
