#pragma once

#include <string>
#include <vector>

#include "extract/language/sentence.hpp"

namespace entente {

/// A token of a tree; `head` counts from 0, -1 is the root.
inline Token word(const std::string& form, const std::string& lemma, Upos upos, int head,
                  const std::string& relation, const std::string& feats = "") {
    Token token;
    token.form = form;
    token.lemma = lemma;
    token.upos = upos;
    token.head = head;
    token.deprel = relation;
    token.feats = feats;
    return token;
}

/// Heads and relations of the tokens: "1.nsubj -1.root …".
inline std::string links_of(const std::vector<Token>& tokens) {
    std::string text;
    for (const Token& token : tokens)
        text.append(text.empty() ? "" : " ")
            .append(std::to_string(token.head))
            .append(".")
            .append(token.deprel);
    return text;
}

}  // namespace entente
