#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/actors/detail/article_view.hpp"
#include "extract/actors/detail/words.hpp"

namespace entente::detail {

/// A word of knowledge/name_particles.tsv, within names ("van", "bin", "al"); `form` is lower case. Throws
/// KnowledgeError where the table is wrong.
bool is_name_particle(std::string_view form);

/// The stranger whom `words` name again, by surname ("Al-Tamimi" of "Hazim Al-Tamimi") or in full; null if
/// there is none.
const Stranger* stranger_named(const ArticleView& view, const std::vector<Word>& words);

/// A run of capitalised words that may be a person's name, beginning at `first`: the token after it, or
/// `first`.
std::size_t person_name_end(const ArticleView& view, std::size_t s, std::size_t first,
                            std::span<const Draft> drafts);

/// The person that tokens [first, last) name, whom the tables do not know: the one of that surname whom the
/// article introduced before, else a new one, who acts for the first of `actors`. Remembers him in `view`.
Participant introduce_stranger(ArticleView& view, std::size_t s, std::size_t first, std::size_t last,
                               const std::vector<Participant>& actors, const std::string& role_text);

/// Remembers for whom `person` acts, where he is one of view.strangers.
void remember_state(ArticleView& view, const Participant& person);

/// Adds persons of whom the article says no role, and later mentions of persons that it introduced.
void find_strangers(ArticleView& view, std::size_t s, std::vector<Draft>& drafts);

}  // namespace entente::detail
