#pragma once

#include <span>
#include <vector>

#include "extract/actors/gazetteer.hpp"
#include "extract/actors/mention.hpp"
#include "extract/language/sentence.hpp"
#include "graph/article.hpp"

namespace entente {

/// All mentions of actors in `sentences`, which are those of article.text, sorted by sentence, first token,
/// and longest first. article.language ("nl", else English) and article.published (who held an office then)
/// are used; both may be empty. Names by longest match; role phrases by the words that adjoin, trees only to
/// decide; references back by recency and subjecthood, as in Lappin and Leass (1994). Works, less well,
/// without trees. Deterministic; threads may share the gazetteer. Throws std::bad_alloc only.
std::vector<ActorMention> find_actors(const Article& article, std::span<const Sentence> sentences,
                                      const Gazetteer& gazetteer);

}  // namespace entente
