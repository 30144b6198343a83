#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/language/sentence.hpp"
#include "extract/language/tokens/conventions.hpp"
#include "extract/language/tokens/paragraphs.hpp"

namespace entente::tokens {

/// A token, and whether its full stop belongs to an abbreviation.
struct Piece {
    std::size_t begin = 0;  ///< byte offset, included
    std::size_t end = 0;    ///< byte offset, not included
    Abbreviation abbreviation = Abbreviation::none;
};

/// The tokens of `stretch` after the conventions of the UD treebanks: punctuation apart, English clitics
/// ("do" "n't", "China" "'s") and hyphens ("US" "-" "led") apart, Dutch ones joined ("zo'n",
/// "Noord-Koreaanse"), numbers with their separators whole, currency and per cent signs apart, web and mail
/// addresses whole. Every byte that is no white space is in exactly one token.
std::vector<Piece> tokenise(std::string_view text, const Stretch& stretch, const Conventions& conventions);

/// Where the sentences of a paragraph with these tokens begin, as indices of tokens; the first is 0.
std::vector<std::size_t> sentence_starts(std::string_view text, const std::vector<Piece>& pieces,
                                         const Conventions& conventions);

/// Sentences with tokens that have ranges and forms, nothing else. Any bytes will do.
std::vector<Sentence> split(std::string_view text, const Conventions& conventions);

}  // namespace entente::tokens
