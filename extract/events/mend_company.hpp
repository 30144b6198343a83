#pragma once

#include <vector>

#include "extract/events/lemma_pattern.hpp"
#include "extract/language/sentence.hpp"

namespace entente {

/// Rules for Dutch parties that parsers hang elsewhere; they change `tokens` in place. Part of
/// mend_word_order():
/// - "beschuldigt [het leger] ervan rebellen te helpen", "wordt er [door Polen] van beschuldigd …": what
/// stands
///   before the adverb of an infinitive (`infinitive_adverb`: ervan; `split_adverb`: er … van) belongs to the
///   verb above it;
/// - "[Net als Polen] drong Finland aan", "stuurde tanks, [evenals Duitsland]" (`as_well_as`): who does the
///   same is one of the subjects;
/// - "drongen Finland en Zweden er op [aan]": a particle, taken for an adverb;
/// - "De coalitie [bombardeerde] stellingen": a verb, hung from its object;
/// - "[Een coalitie] viel Jemen binnen": a subject, taken for an object;
/// - "Cambodja, [dat] het was binnengevallen": a relative pronoun, taken for a conjunction;
/// - "bombardeerden [elkaars] steden": a genitive, taken for an article.
void mend_company(std::vector<Token>& tokens, const WordGroups& groups);

}  // namespace entente
