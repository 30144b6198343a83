#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/events/lemma_pattern.hpp"
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

inline bool has(const Token& token, std::string_view feature) {
    return token.feats.find(feature) != std::string::npos;
}

inline bool is_noun(const Token& token) { return token.upos == Upos::noun || token.upos == Upos::propn; }

/// The features of a past tense.
inline constexpr const char* past_tense = "Mood=Ind|Tense=Past|VerbForm=Fin";

/// Whether `node` is `ancestor` or hangs below it.
inline bool below(const Tokens& tokens, int node, int ancestor) {
    for (int steps = 0; node >= 0 && steps <= size_of(tokens); ++steps, node = at(tokens, node).head)
        if (node == ancestor) return true;
    return false;
}

/// The first token that hangs from `node` by `relation`; -1 if there is none.
inline int child(const Tokens& tokens, int node, std::string_view relation) {
    for (int i = 0; i < size_of(tokens); ++i)
        if (at(tokens, i).head == node && is(at(tokens, i), relation)) return i;
    return -1;
}

/// The English verb of the tables of which `form` (lower case) is the regular form with `ending` ("ed",
/// "ing"); empty if there is none.
inline std::string verb_of(const std::string& form, std::string_view ending, const WordGroups& groups) {
    if (!form.ends_with(ending)) return {};
    std::string stem = form.substr(0, form.size() - ending.size());
    if (groups.contains("known_verb", stem)) return stem;
    if (std::string with_e = stem + "e"; groups.contains("known_verb", with_e)) return with_e;
    if (stem.size() < 3) return {};
    const char last = stem.back();
    stem.pop_back();  // "barred", "barring"
    return stem.back() == last && groups.contains("known_verb", stem) ? stem : std::string();
}

/// Makes `verb` the root, in the past tense.
inline void make_past_root(Tokens& tokens, int verb) {
    at(tokens, verb).head = -1;
    at(tokens, verb).deprel = "root";
    at(tokens, verb).feats = past_tense;
}

}  // namespace entente::links
