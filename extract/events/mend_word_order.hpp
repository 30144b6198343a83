#pragma once

#include <vector>

#include "extract/events/lemma_pattern.hpp"
#include "extract/language/sentence.hpp"

namespace entente {

/// Mends readings that parsers often get wrong where verbs are separable and objects may follow the subject,
/// in place; does nothing in a language without the group `stranded_particle`. `tokens` is a well-formed
/// tree.
/// - A particle before an infinitive, taken for a preposition of its object: "riep Griekenland [op zijn
///   troepen] terug te trekken" (`stranded_particle`: roepen_op), "slaagden er niet [in het conflict] bij te
///   leggen" (`stranded_preposition`: slagen_in).
/// - An object behind a subject that no name follows (`no_apposition`), taken for its apposition: "heroverde
/// [het
///   leger Aleppo]"; with a verb that has a receiver too (`ditransitive`), the receiver: "beloofden [de
///   bondgenoten Oekraïne] tanks".
/// - A bare object behind another phrase: "doodde [bij een inval zes burgers]".
/// - Gapping, "stuurt tanks [naar Kiev en Londen] geschut": the second subject hangs from the verb, and what
/// it
///   gives from the second subject, both as `orphan`.
/// - "dat [het Syrië] binnenvalt": a subject (`article_pronoun`: het) taken for the article of the object,
/// but
///   for names that have one (`name_with_article`: Kremlin).
/// - "vraagt [Mali] op te houden": who is asked (`object_control`), taken for the infinitive's object; "een
/// poging
///   [Mali] de toegang te ontzeggen": a receiver taken for an apposition of the attempt (`attempt`).
/// - A clause hung from an adverbial in front of it ("bevestigt [voor het eerst dat] …").
/// - Of two objects, the one in front of the verb is its subject ("[Trump] prees [Macron]").
/// - Of two bare names in front of a clause's verb, the first is its subject ("sinds [Rusland Oekraïne]
///   binnenviel").
/// - "[Indiase] en [Chinese troepen] botsten", two subjects; a noun behind an article taken for a verb; a
/// name
///   taken for a form of "to be" (`capital_name`: IS).
/// - An adverb behind a relative clause that ends the sentence ("erkent de staat die [uitriep niet]") belongs
/// to the
///   verb above.
/// - "1973 - [Egypte en Syrië] vallen …": a subject taken for a part of the year.
/// - "[Turkse aanvallen doden] strijders": a verb right behind its subject, taken for a participle of its
/// object.
/// - "in het [Libanese Sidon]": an adjective taken for the first part of the name.
/// - A fixed preposition that names an act ("met steun van"; `fixed_act`: steun) is a noun again.
void mend_word_order(std::vector<Token>& tokens, const WordGroups& groups);

}  // namespace entente
