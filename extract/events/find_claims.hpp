#pragma once

#include <span>
#include <string>
#include <vector>

#include "extract/actors/mention.hpp"
#include "extract/events/language.hpp"
#include "extract/events/trace.hpp"
#include "extract/language/sentence.hpp"
#include "extract/time/time_mention.hpp"
#include "graph/article.hpp"
#include "graph/claim.hpp"

namespace entente {

/// The claims of an article: trees, actors and times in, claims out, in text order, with ids. `sentences` are
/// those of article.text, `actors` and `times` the mentions in them; `language` holds the tables of the
/// article's language; `extractor` becomes part of each claim. Offsets of the claims are bytes of the
/// article's original input. Sentences that are not well formed or longer than longest_sentence tokens give
/// none. `trace`, if not null, gets what was seen and done for each sentence. Deterministic; threads may
/// share `language`. Throws std::bad_alloc only.
std::vector<Claim> find_claims(const Article& article, std::span<const Sentence> sentences,
                               std::span<const ActorMention> actors, std::span<const TimeMention> times,
                               const EventLanguage& language, const std::string& extractor,
                               std::vector<SentenceTrace>* trace = nullptr);

/// No sentence of prose is longer; a list or a table may be.
inline constexpr std::size_t longest_sentence = 300;

}  // namespace entente
