#pragma once

#include <vector>

#include "extract/events/lemma_pattern.hpp"
#include "extract/language/sentence.hpp"

namespace entente {

/// Mends readings that parsers of English often get wrong, in place:
/// - a main verb taken for a participle of its object ("Hungary [blocked aid] for Ukraine"): where a name or
/// subject
///   stands in front of it and no article, it becomes the root, and the noun its object;
/// - the same with a past tense taken for an adjective, and with a participle behind "had" ("had [struck
///   positions]");
/// - a clause taken for a second subject of what is said about it ("[forces crossed the river], he said");
/// - a particle taken for a preposition ("shot [down drones]"): where the pair is in the group
/// `particle_verb`
///   (`shoot_down`), it becomes a particle, and the phrase behind it the object;
/// - a participle behind a comma that was hung from its object (", levying [duties] on Chile");
/// - gerunds hung from a name that is the object (group `object_gerund`): "accused China of attacking";
/// - "between A and B" of which B was hung elsewhere;
/// - adjectives and prepositions that look like participles (groups `adjective_participle`,
///   `participle_preposition`): "from neighbouring Chad", "following a meeting";
/// - a name in front of a verb without subject, taken for its object ("[Mali and Chad] applauded");
/// - what stands in front of a clause's conjunction, taken for a part of that clause ("cut [ties] after …");
/// - the first word of "Rwandan-backed"; the preposition of "[for] EU membership";
/// - the speaker of a statement that ends the sentence, hung elsewhere ("…, [a minister] said on Tuesday");
/// - a second statement taken for a part of the first ("denied that it had struck towns and [accused]
/// Yerevan":
///   group `statement`);
/// and what mend_word_order(), mend_headlines(), mend_clauses(), mend_verbs(), mend_objects() and
/// mend_attachments() mend.
void mend_trees(std::vector<Sentence>& sentences, const WordGroups& groups);

}  // namespace entente
