#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "extract/language/sentence.hpp"

namespace entente {

struct NewsVariant {
    Sentence sentence;
    std::size_t source = 0;  ///< index of the sentence that it was made of
};

/// Training sentences made of others, so that a model meets what news is full of and treebanks are not:
/// states, capitals and leaders as bare names in any role, side by side ("dat de EU Belgrado moet prijzen"),
/// and dates in the middle of a clause ("Duitsland viel op 10 mei 1940 Nederland binnen"). In a copy of a
/// sentence
///
///   - a short noun phrase with a noun in the singular as its head gives way to a name of knowledge/, which
///   takes over
///     its role, its preposition and its number;
///   - a name of one place gives way to another;
///   - a Dutch clause may get a date behind its finite verb and subject.
///
/// `share` (0 to 1): how many variants, as a share of `sentences`. Sentences have gold trees. `language`:
/// "nl" or "en". The same arguments give the same variants. Throws KnowledgeError where a table is wrong.
std::vector<NewsVariant> news_variants(const std::vector<Sentence>& sentences, const std::string& language,
                                       double share, std::uint64_t seed);

}  // namespace entente
