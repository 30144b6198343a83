#pragma once

#include "extract/language/sentence.hpp"

namespace entente {

/// Gives lemmas the case that the treebanks' annotators give them, where a model took another: names (PROPN)
/// keep their capitals ("WHO", "Kiev"), and adverbs, auxiliaries, a sentence's first verb and first noun have
/// none. Adjectives keep what the model chose ("Russian", "new").
void mend_lemma_case(Sentence& sentence);

}  // namespace entente
