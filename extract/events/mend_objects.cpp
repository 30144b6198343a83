#include "extract/events/mend_objects.hpp"

#include <string>
#include <string_view>

#include "extract/events/token_links.hpp"
#include "extract/language/letters.hpp"

namespace entente {

namespace {

using links::at;
using links::child;
using links::is;
using links::size_of;
using links::Tokens;

void mend_infinitive(Tokens& tokens, int word, const WordGroups& groups) {
    const int to = word - 1;
    const int above = at(tokens, word).head;
    if (to < 1 || above < 0 || above > to || lower_case(at(tokens, to).form) != "to" ||
        at(tokens, to).head != word || at(tokens, above).upos != Upos::verb)
        return;
    const std::string form = lower_case(at(tokens, word).form);
    const bool preposition = is(at(tokens, to), "case") && at(tokens, word).upos == Upos::adj;
    const bool phrase = is(at(tokens, word), "obl") && at(tokens, word).upos == Upos::verb;
    if (!phrase && !(preposition && groups.contains("known_verb", form))) return;
    at(tokens, word).upos = Upos::verb;
    at(tokens, word).lemma = form;
    at(tokens, word).feats = "VerbForm=Inf";
    at(tokens, word).deprel = "xcomp";
    at(tokens, to).upos = Upos::part;
    at(tokens, to).deprel = "mark";
}

void mend_begun_gerund(Tokens& tokens, int word, const WordGroups& groups) {
    const int noun = at(tokens, word).head;
    const int verb = word - 1;
    if (noun <= word || verb < 0 || !at(tokens, word).form.ends_with("ing") ||
        at(tokens, word).upos != Upos::verb || !is(at(tokens, word), "amod") ||
        at(tokens, noun).head != verb || !is(at(tokens, noun), "obj") ||
        !groups.contains("phase", lower_case(at(tokens, verb).lemma)))
        return;
    at(tokens, word).head = verb;
    at(tokens, word).deprel = "xcomp";
    at(tokens, word).feats = "VerbForm=Ger";
    at(tokens, noun).head = word;
}

void mend_object_of_adjective(Tokens& tokens, int noun) {
    const int adjective = at(tokens, noun).head;
    if (adjective < 0 || adjective > noun || !is(at(tokens, noun), "obj") ||
        at(tokens, adjective).upos != Upos::adj)
        return;
    const int verb = at(tokens, adjective).head;
    if (verb < 0 || at(tokens, verb).upos != Upos::verb || child(tokens, verb, "obj") >= 0 ||
        !(is(at(tokens, adjective), "xcomp") || is(at(tokens, adjective), "obl")))
        return;
    at(tokens, noun).head = verb;
}

void mend_second_object(Tokens& tokens, int name) {
    const int noun = name - 1;
    if (noun < 0 || at(tokens, name).upos != Upos::propn || at(tokens, noun).upos != Upos::noun ||
        at(tokens, name).head != at(tokens, noun).head || at(tokens, name).deprel != "obj" ||
        at(tokens, noun).deprel != "obj")
        return;
    at(tokens, name).head = noun;
    at(tokens, name).deprel = "appos";
}

void mend_list_of_names(Tokens& tokens, int name) {
    const int first = at(tokens, name).head;
    const int last = child(tokens, name, "conj");
    if (first < 0 || first > name || last < name || !is(at(tokens, name), "appos") ||
        at(tokens, first).upos != Upos::propn || at(tokens, name).upos != Upos::propn ||
        at(tokens, last).upos != Upos::propn || child(tokens, last, "cc") < 0)
        return;
    at(tokens, name).deprel = "conj";
    at(tokens, last).head = first;
}

void mend_finite_conjunct(Tokens& tokens, int verb) {
    const auto has = [&](int word, std::string_view feature) {
        return at(tokens, word).feats.find(feature) != std::string::npos;
    };
    int above = at(tokens, verb).head;
    if (above < 0 || above > verb || !is(at(tokens, verb), "conj") || !has(verb, "VerbForm=Fin") ||
        at(tokens, verb).upos != Upos::verb || child(tokens, above, "aux") >= 0)
        return;
    while (above >= 0 && (has(above, "VerbForm=Inf") || has(above, "VerbForm=Ger") ||
                          has(above, "Tense=Pres|VerbForm=Part")))
        above = at(tokens, above).head;
    if (above >= 0 && has(above, "VerbForm=Fin") && at(tokens, above).upos == Upos::verb)
        at(tokens, verb).head = above;
}

}  // namespace

void mend_objects(std::vector<Token>& tokens, const WordGroups& groups) {
    for (int i = 0; i < size_of(tokens); ++i) {
        mend_infinitive(tokens, i, groups);
        mend_begun_gerund(tokens, i, groups);
        mend_object_of_adjective(tokens, i);
        mend_second_object(tokens, i);
        mend_list_of_names(tokens, i);
        mend_finite_conjunct(tokens, i);
    }
}

}  // namespace entente
