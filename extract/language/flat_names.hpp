#pragma once

#include "extract/language/sentence.hpp"

namespace entente {

/// Tags all words of a Dutch name as names (PROPN) where the tree joins them by `flat` and the tags differ:
/// "Tweede/PROPN Wereldoorlog/NOUN", "Verdrag/PROPN van/ADP Versailles", "University of/CCONJ London". The
/// Dutch treebanks tag a name of several words so (SPEC(deeleigen)), without features, the lemma as written.
/// A number of up to three digits at the end belongs to it ("Apollo 12"). What begins with a number or a
/// common noun ("16 juni 2005", "kabinet-Balkenende II"), marks, and phrases that are mostly foreign words
/// (X) are left as they are.
void tag_flat_names(Sentence& sentence);

}  // namespace entente
