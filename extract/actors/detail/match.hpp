#pragma once

#include <cstdint>
#include <vector>

#include "extract/actors/detail/lexicon.hpp"
#include "extract/language/sentence.hpp"

namespace entente::detail {

/// A word of a token: "Noord-Koreaanse" and "VN-gezant" are one token and two pieces.
struct Piece {
    WordId word = 0;
    WordId stem = 0;  ///< Dutch: without a genitive -s ("Ruslands"); 0 if there is none
    std::uint32_t token = 0;
    bool capital = false;
    bool upper = false;
    char glue = ' ';  ///< '-' and '\'': it adjoins what stands before it
};

/// A surface of the tables in a sentence, as long as possible.
struct Match {
    std::size_t piece_first = 0;
    std::size_t piece_last = 0;  ///< not included
    std::size_t first = 0;       ///< token
    std::size_t last = 0;        ///< token, not included
    std::vector<Sense> senses;   ///< those that fit language and capitals, one at least
    std::int32_t ambiguous = -1;
    bool genitive = false;  ///< "Ruslands", "Trump's", "Iran 's"
    bool before = false;    ///< its first token begins with something else ("anti-Syria" in one token)
    bool after = false;     ///< its last token goes on ("VN-gezant", "US-led" in one token)

    bool has(Form form) const {
        for (const Sense& sense : senses)
            if (sense.form == form) return true;
        return false;
    }
};

/// A sentence cut into pieces, with its matches from left to right; they do not overlap.
struct MatchedSentence {
    std::vector<Piece> pieces;
    std::vector<std::size_t> first_piece;  ///< of each token, and the number of pieces
    std::vector<Match> matches;

    /// The match (no reference) that ends before token `t`; null if there is none.
    const Match* match_to(std::size_t t) const {
        for (const Match& match : matches)
            if (match.last == t && !match.has(Form::reference)) return &match;
        return nullptr;
    }
};

MatchedSentence match_sentence(const Sentence& sentence, const Lexicon& lexicon, std::uint8_t language);

}  // namespace entente::detail
