#include "extract/events/mend_trees.hpp"

#include <string_view>

#include "extract/language/letters.hpp"

namespace entente {

namespace {

using Tokens = std::vector<Token>;

Token& at(Tokens& tokens, int index) { return tokens[static_cast<std::size_t>(index)]; }
const Token& at(const Tokens& tokens, int index) { return tokens[static_cast<std::size_t>(index)]; }

bool is(const Token& token, std::string_view relation) {
    const std::string_view deprel = token.deprel;
    return deprel.substr(0, deprel.find(':')) == relation;
}

int child(const Tokens& tokens, int node, std::string_view relation) {
    for (int i = 0; i < static_cast<int>(tokens.size()); ++i)
        if (at(tokens, i).head == node && is(at(tokens, i), relation)) return i;
    return -1;
}

bool has_article(const Tokens& tokens, int noun, int before) {
    for (int i = 0; i < before; ++i)
        if (at(tokens, i).head == noun && is(at(tokens, i), "det")) return true;
    return false;
}

/// The subject of the verb that was taken for a participle; -1 if it is one.
int hidden_subject(const Tokens& tokens, int verb, int noun) {
    if (const int subject = child(tokens, verb, "nsubj"); subject >= 0 && subject < verb) return subject;
    const int name = verb - 1;
    if (name < 0 || at(tokens, name).upos != Upos::propn) return -1;
    const int head = at(tokens, name).head;
    if ((head != verb && head != noun) || has_article(tokens, noun, verb)) return -1;
    return child(tokens, name, "case") < 0 ? name : -1;
}

void mend_participle(Tokens& tokens, int verb) {
    const int noun = at(tokens, verb).head;
    const bool misread = at(tokens, verb).upos == Upos::verb && is(at(tokens, verb), "amod") && noun > verb &&
                         at(tokens, noun).head < 0 && at(tokens, noun).upos == Upos::noun &&
                         !at(tokens, verb).form.ends_with("ing");
    if (!misread || child(tokens, noun, "cop") >= 0 || child(tokens, noun, "nsubj") >= 0) return;
    const int subject = hidden_subject(tokens, verb, noun);
    if (subject < 0) return;
    for (int i = 0; i < static_cast<int>(tokens.size()); ++i) {
        Token& token = at(tokens, i);
        if (token.head != noun || i == verb || i == subject) continue;
        const bool of_name = i < subject && (is(token, "compound") || is(token, "amod") || is(token, "det"));
        if (of_name)
            token.head = subject;
        else if (i < verb || token.upos == Upos::punct)
            token.head = verb;
    }
    at(tokens, subject).head = verb;
    at(tokens, subject).deprel = "nsubj";
    at(tokens, noun).head = verb;
    at(tokens, noun).deprel = "obj";
    at(tokens, verb).head = -1;
    at(tokens, verb).deprel = "root";
    at(tokens, verb).feats = "Mood=Ind|Tense=Past|VerbForm=Fin";
}

void mend_particle(Tokens& tokens, int verb, const WordGroups& groups) {
    const int particle = verb + 1;
    if (at(tokens, verb).upos != Upos::verb || particle >= static_cast<int>(tokens.size())) return;
    Token& word = at(tokens, particle);
    if ((word.upos != Upos::adp && word.upos != Upos::adv) || word.head == verb || word.head <= particle)
        return;
    if (!groups.contains("particle_verb", lower_case(at(tokens, verb).lemma) + "_" + lower_case(word.form)))
        return;
    int phrase = word.head;
    while (phrase >= 0 && at(tokens, phrase).head != verb) phrase = at(tokens, phrase).head;
    if (phrase < 0) return;
    word.head = verb;
    word.deprel = "compound:prt";
    if (is(at(tokens, phrase), "obl") && child(tokens, phrase, "case") < 0 && child(tokens, verb, "obj") < 0)
        at(tokens, phrase).deprel = "obj";
}

}  // namespace

void mend_trees(std::vector<Sentence>& sentences, const WordGroups& groups) {
    if (groups.find("particle_verb") == nullptr) return;
    for (Sentence& sentence : sentences) {
        if (!sentence.well_formed) continue;
        for (int i = 0; i < static_cast<int>(sentence.tokens.size()); ++i) {
            if (at(sentence.tokens, i).head >= 0) mend_participle(sentence.tokens, i);
            mend_particle(sentence.tokens, i, groups);
        }
    }
}

}  // namespace entente
