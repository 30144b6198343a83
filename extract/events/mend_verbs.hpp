#pragma once

#include <vector>

#include "extract/events/lemma_pattern.hpp"
#include "extract/language/sentence.hpp"

namespace entente {

/// Mends, in place, English verbs and amounts that parsers take for something else:
/// - a gerund behind a preposition, taken for an adjective or noun in front of its object: "for [invading
///   Ukraine]", "accused Iran of [looting oil]";
/// - a verb behind a name in a that-clause, taken for a noun: "demanded that [Paris hand] over the general";
/// - the verb of a relative clause, taken for a participle: "which [severed ties] with Iran";
/// - a verb with a subject, taken for a part of its object's name: "that [Pakistan shelters] militants";
/// - a name taken for the subject of a participle behind it: "aid [for Bosnia aimed] at …";
/// - "more than ten missiles", where "more" was taken for the object.
void mend_verbs(std::vector<Token>& tokens, const WordGroups& groups);

}  // namespace entente
