#pragma once

#include <vector>

#include "extract/events/lemma_pattern.hpp"
#include "extract/language/sentence.hpp"

namespace entente {

/// Rules for English clauses whose verb or subject a parser took for something else. They change `tokens` in
/// place. Part of mend_trees():
/// - "while Cuba [voiced support] for …": the verb of a clause with its own subject and conjunction, taken
/// for
///   a participle of its object;
/// - "Iran, where …, [severed ties]": the verb behind an aside, the subject taken for the root;
/// - "condemned the test, [imposed curbs] and asked …": the second of three verbs, taken for a participle of
///   its object;
/// - "bombed Sanaa and [blocked shipments]", "sought help, [revoked agreements]": the same behind "and" or
/// with
///   its own object;
/// - "told reporters [that …]", hung from who is told; "the Russian [flagship] Moskva", taken for a part of
///   the name;
/// - "accused Iran, [charges] that Tehran denied": a plural, taken for a verb without subject;
/// - "Washington [sided] with Britain, suspended exports and …": the first of several verbs, taken for an
///   adverbial passive;
/// - "The League, [meeting] in Baghdad, is …": what stands between commas behind the subject, taken for a
///   second subject;
/// - "banned airlines and imposed [sanctions]": an object behind the second verb, taken for one of the first;
/// - "froze aid to Niamey and [the African Union] suspended Niger": the subject behind "and", taken for a
/// second object;
/// - "set up ties with A and broke with B, [which] …": a relative clause that was hung from a noun of the
///   clause before;
/// - "envoys in solidarity with Britain, which [blames] …": hung from the plural;
/// - "Iran, whose troops entered Iraq, [accused] Syria": the main verb, hung below the relative clause;
/// - "while Cuba, in solidarity with Chile, [severed ties]": the object taken for the clause;
/// - "Talks between Sudan and Chad, [mediated] by Qatar": hung from Chad (group `of_deed`);
/// - "Iran armed Hezbollah and [Syria the Kurdish rebels]": a clause without its verb;
/// - "[missiles launched] by Iran struck a base": a participle taken for the main verb;
/// - "…, said the [minister] after jets bombed Damascus": who speaks, taken for the subject of the clause
/// behind.
void mend_clauses(std::vector<Token>& tokens, const WordGroups& groups);

}  // namespace entente
