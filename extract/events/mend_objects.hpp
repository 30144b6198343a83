#pragma once

#include <vector>

#include "extract/events/lemma_pattern.hpp"
#include "extract/language/sentence.hpp"

namespace entente {

/// Mends, in place, English verbs and their objects that parsers take for other phrases:
/// - an infinitive behind "to", taken for an adjective or a noun phrase: "offered [to mediate]";
/// - a gerund behind a verb of beginning or ending (group `phase`), taken for a part of its object's name:
///   "has begun [returning migrants]";
/// - the object behind an adjective, taken for the adjective's: "rejected as illegal [the sanctions]";
/// - a name behind a noun, taken for a second object: "praised [its ally Serbia]";
/// - a finite verb behind "and", taken for the second part of an infinitive or a gerund in front of it:
///   "[voted] to reprimand Russia for invading Ukraine [and demanded] that …";
/// - the second name of a list, taken for an apposition of the first: "from Peru, [Chile] and Bolivia".
void mend_objects(std::vector<Token>& tokens, const WordGroups& groups);

}  // namespace entente
