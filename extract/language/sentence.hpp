#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// The universal part-of-speech tags of Universal Dependencies, version 2.
enum class Upos : std::uint8_t {
    adj,
    adp,
    adv,
    aux,
    cconj,
    det,
    intj,
    noun,
    num,
    part,
    pron,
    propn,
    punct,
    sconj,
    sym,
    verb,
    x
};

/// `NOUN` for Upos::noun, as CoNLL-U writes it.
std::string_view to_string(Upos upos);
/// The reverse of to_string; Upos::x for anything else.
Upos parse_upos(std::string_view text);

/// A syntactic word. A word of several (English "don't") is several tokens whose ranges do not overlap.
struct Token {
    std::size_t begin = 0;  ///< byte offset into the analysed text, included
    std::size_t end = 0;    ///< byte offset, not included
    std::string form;       ///< as written in the text
    std::string
        lemma;  ///< plain lemma; a Dutch verb with a separated particle has it in front ("binnenvallen")
    Upos upos = Upos::x;
    std::string feats;   ///< UD features in CoNLL-U order, `Number=Sing|Tense=Past`; empty for none
    int head = -1;       ///< index in Sentence::tokens of the dependency head; -1: the root, or no tree
    std::string deprel;  ///< UD relation with subtype (`nsubj:pass`); empty: no tree
    bool operator==(const Token&) const = default;
};

/// A sentence of a text. Tokens are in text order.
struct Sentence {
    std::size_t begin = 0;  ///< byte offset into the analysed text, included
    std::size_t end = 0;    ///< byte offset, not included
    std::vector<Token> tokens;
    /// False: the text is no sentence of the model's language (a table, code, a list of names, another
    /// language); its tokens then have no heads and no relations.
    bool well_formed = true;
    bool operator==(const Sentence&) const = default;
};

}  // namespace entente
