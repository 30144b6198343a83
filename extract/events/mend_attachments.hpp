#pragma once

#include <vector>

#include "extract/events/lemma_pattern.hpp"
#include "extract/language/sentence.hpp"

namespace entente {

/// Rules for what English parsers hang in the wrong place beside the right one: phrases with "of" and
/// "between", titles before names, infinitives behind an object,
/// and puts what is named in the place of a free relative ("on [what it called rebel camps]"). They change
/// `tokens` in place. Part of mend_trees().
void mend_attachments(std::vector<Token>& tokens, const WordGroups& groups);

}  // namespace entente
