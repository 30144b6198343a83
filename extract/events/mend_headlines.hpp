#pragma once

#include <vector>

#include "extract/events/lemma_pattern.hpp"
#include "extract/language/sentence.hpp"

namespace entente {

/// Rules for English headlines, which have no articles and no past tense, so that a verb looks like a plural.
/// They change `tokens` in place. Part of mend_trees():
/// - "Britain [signs] pact": a plural that has an object;
/// - "Saudi-led coalition [bombs] positions": a plural in front of the noun that was taken for the root;
/// - "Japan [lodges] protest with China": the same where its object was taken for the verb;
/// - "Finland closes [crossing] with Russia": the object, taken for a gerund;
/// - "Denmark [to send] jets to Ukraine": the future of headlines;
/// - "[Chad, Niger] reopen border": two names with a comma between them are one subject, and so are a name
/// and
///   the noun behind it ("[Burkina Faso junta] expels envoy").
void mend_headlines(std::vector<Token>& tokens, const WordGroups& groups);

}  // namespace entente
