#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/actors/mention.hpp"
#include "extract/language/sentence.hpp"
#include "extract/time/time_mention.hpp"
#include "graph/article.hpp"

namespace entente::test {

/// A sentence drawn by hand, with its tree and its actors.
struct Sketch {
    Article article;
    std::vector<Sentence> sentences;
    std::vector<ActorMention> actors;
    std::vector<TimeMention> times;
};

/// Words separated by spaces, each `form/lemma/UPOS/head/deprel[/feats][@ACTOR[:kind]]`, heads counted from
/// 1, 0 for the root. The kind is name (if none is given), demonym, role, people, pronoun, place or private.
Sketch draw(std::string_view language, std::string_view words);

/// `RUS ASSAULT UKR`, `RUS,TUR AGREE RUS,TUR promised said=USA`, …: the claims of the sketch, in text order.
std::vector<std::string> claims_of(const Sketch& sketch);

}  // namespace entente::test
