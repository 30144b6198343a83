#pragma once

#include <string_view>
#include <vector>

#include "extract/language/sentence.hpp"

/// What mending trees needs of the tokens of a sentence, which it changes in place.
namespace entente::links {

using Tokens = std::vector<Token>;

inline Token& at(Tokens& tokens, int index) { return tokens[static_cast<std::size_t>(index)]; }
inline const Token& at(const Tokens& tokens, int index) { return tokens[static_cast<std::size_t>(index)]; }
inline int size_of(const Tokens& tokens) { return static_cast<int>(tokens.size()); }

/// Whether the relation of `token` is `relation`, with or without a subtype.
inline bool is(const Token& token, std::string_view relation) {
    const std::string_view deprel = token.deprel;
    return deprel.substr(0, deprel.find(':')) == relation;
}

/// The first token that hangs from `node` by `relation`; -1 if there is none.
inline int child(const Tokens& tokens, int node, std::string_view relation) {
    for (int i = 0; i < size_of(tokens); ++i)
        if (at(tokens, i).head == node && is(at(tokens, i), relation)) return i;
    return -1;
}

}  // namespace entente::links
