#pragma once

#include <set>
#include <span>
#include <string>

#include "extract/language/sentence.hpp"

namespace entente {

/// Makes one name of a surname that begins with a capitalised article or preposition ("burgemeester De
/// Wever", "Van Rompuy"), which a parser takes for that article where it does not know the name. The
/// beginnings are those of knowledge/surname_beginnings.tsv. Threads may share one.
class Surnames {
 public:
    /// Surnames of an article, with a capital ("De Wever").
    using Names = std::set<std::string>;

    /// `language`: "nl" or "en"; a language without beginnings changes nothing. Throws KnowledgeError.
    explicit Surnames(const std::string& language);

    /// The surnames that `sentences` show to be some: where the capital stands behind a word ("Bart De
    /// Wever"), and where the name stands behind a given name ("Hugo de Jonge"); but none that has a plain
    /// article or preposition elsewhere ("in de Verenigde Staten").
    Names find(std::span<const Sentence> sentences) const;

    /// Tags such a beginning as a name (PROPN) where a name follows and the tree joins them, where it stands
    /// neither first nor behind a mark of punctuation, or where both are one of `names` ("De Jonge zei");
    /// there it becomes the head of that name (`flat`), as in the Dutch treebanks.
    void mend(Sentence& sentence, const Names& names) const;

 private:
    std::set<std::string> beginnings_;  // as written with a capital
    std::set<std::string> lower_case_;  // the same without
};

}  // namespace entente
