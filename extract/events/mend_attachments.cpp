#include "extract/events/mend_attachments.hpp"

#include "extract/events/token_links.hpp"
#include "extract/language/letters.hpp"

namespace entente {

namespace {

using links::at;
using links::child;
using links::is;
using links::size_of;
using links::Tokens;

/// "[subjugation of Taiwan] left scars": a phrase with "of" right behind the subject is the subject's, not
/// the verb's.
void mend_of_phrase(Tokens& tokens, int word) {
    const int verb = at(tokens, word).head;
    const int of = child(tokens, word, "case");
    const int noun = of - 1;
    if (verb <= word || noun < 0 || noun >= word || !is(at(tokens, word), "obl") ||
        lower_case(at(tokens, of).form) != "of" || at(tokens, noun).upos != Upos::noun ||
        at(tokens, noun).head != verb)
        return;
    at(tokens, word).head = noun;
    at(tokens, word).deprel = "nmod";
}

/// "gave reasons [to attack]", the infinitive behind an object that calls for one hung from the verb.
void mend_infinitive_of_noun(Tokens& tokens, int infinitive, const WordGroups& groups) {
    const int verb = at(tokens, infinitive).head;
    const int noun = child(tokens, infinitive, "mark") - 1;
    if (verb < 0 || noun <= verb || noun >= infinitive || !is(at(tokens, infinitive), "advcl") ||
        at(tokens, noun).head != verb || !is(at(tokens, noun), "obj") ||
        !groups.contains("bears_infinitive", lower_case(at(tokens, noun).lemma)))
        return;
    at(tokens, infinitive).head = noun;
    at(tokens, infinitive).deprel = "acl";
}

/// "between [Congo's army] and rebels": the first of two parties, taken for a part of the second's name.
void mend_first_of_two(Tokens& tokens, int word) {
    const int second = at(tokens, word).head;
    if (second <= word || lower_case(at(tokens, word).form) != "between" || !is(at(tokens, word), "case"))
        return;
    const int cc = child(tokens, second, "cc");
    const int first = child(tokens, second, "compound");
    if (cc < 0 || first <= word || first > cc) return;
    at(tokens, first).head = at(tokens, second).head;
    at(tokens, first).deprel = is(at(tokens, second), "nmod") ? "nmod" : "obl";
    at(tokens, word).head = first;
    at(tokens, second).head = first;
    at(tokens, second).deprel = "conj";
}

/// "Putin and [leader Kim] will meet": the name behind the title of the second of two, taken for a subject of
/// its own.
void mend_titled_conjunct(Tokens& tokens, int name) {
    const int verb = at(tokens, name).head;
    const int title = name - 1;
    if (verb < name || title < 0 || !is(at(tokens, name), "nsubj") || at(tokens, name).upos != Upos::propn ||
        at(tokens, title).upos != Upos::noun || !is(at(tokens, title), "conj") ||
        child(tokens, title, "cc") < 0)
        return;
    const int first = at(tokens, title).head;
    if (first < 0 || links::below(tokens, title, name)) return;
    at(tokens, name).head = title;
    at(tokens, name).deprel = "appos";
    if (!is(at(tokens, first), "nsubj") && at(tokens, first).head != verb &&
        !links::below(tokens, verb, first)) {
        at(tokens, first).head = verb;
        at(tokens, first).deprel = "nsubj";
    }
}

/// "allow troops [to attack]": the infinitive behind an object is the complement of verbs that take both.
void mend_infinitive_of_object(Tokens& tokens, int infinitive, const WordGroups& groups) {
    const int verb = at(tokens, infinitive).head;
    const int object = infinitive - 2;
    if (verb < 0 || object <= verb || !is(at(tokens, infinitive), "advcl") ||
        !is(at(tokens, infinitive - 1), "mark") || lower_case(at(tokens, infinitive - 1).form) != "to" ||
        at(tokens, object).head != verb ||
        !(is(at(tokens, object), "obj") || is(at(tokens, object), "iobj")) ||
        !groups.contains("object_control", lower_case(at(tokens, verb).lemma)))
        return;
    at(tokens, infinitive).deprel = "xcomp";
}

/// "laid [claim] to": no verb in its plain form stands right behind another, but for those that take one.
void mend_bare_object(Tokens& tokens, int word, const WordGroups& groups) {
    const int verb = word - 1;
    if (verb < 0 || at(tokens, word).head != verb || at(tokens, word).upos != Upos::verb ||
        !(is(at(tokens, word), "ccomp") || is(at(tokens, word), "xcomp")) ||
        lower_case(at(tokens, word).form) != lower_case(at(tokens, word).lemma) ||
        at(tokens, verb).upos != Upos::verb ||
        groups.contains("bare_infinitive", lower_case(at(tokens, verb).lemma)))
        return;
    at(tokens, word).upos = Upos::noun;
    at(tokens, word).feats = "Number=Sing";
    at(tokens, word).deprel = "obj";
}

/// "strikes on [what it called rebel camps]": what is named so takes the place of the pronoun.
void mend_what_is_called(Tokens& tokens, int pronoun, const WordGroups& groups) {
    const int above = at(tokens, pronoun).head;
    const int verb = child(tokens, pronoun, "acl");
    if (above < 0 || verb < pronoun ||
        !groups.contains("free_relative", lower_case(at(tokens, pronoun).form)) ||
        !groups.contains("naming", lower_case(at(tokens, verb).lemma)))
        return;
    int named = -1;
    for (const std::string_view relation : {"obj", "xcomp", "ccomp", "obl"})
        if (named < 0) named = child(tokens, verb, relation);
    if (named < verb || (at(tokens, named).upos != Upos::noun && at(tokens, named).upos != Upos::propn))
        return;
    for (Token& token : tokens) {
        if (token.head == named && (is(token, "case") || is(token, "cop") || is(token, "nsubj"))) {
            token.head = verb;
            token.deprel = "dep";
        }
        if (token.head == pronoun && is(token, "case")) token.head = named;
    }
    at(tokens, named).head = above;
    at(tokens, named).deprel = at(tokens, pronoun).deprel;
    at(tokens, verb).head = named;
    at(tokens, verb).deprel = "dep";
    at(tokens, pronoun).head = verb;
    at(tokens, pronoun).deprel = "dep";
}

}  // namespace

void mend_attachments(std::vector<Token>& tokens, const WordGroups& groups) {
    for (int i = 0; i < size_of(tokens); ++i) {
        mend_of_phrase(tokens, i);
        mend_first_of_two(tokens, i);
        mend_titled_conjunct(tokens, i);
        mend_infinitive_of_object(tokens, i, groups);
        mend_infinitive_of_noun(tokens, i, groups);
        mend_bare_object(tokens, i, groups);
        mend_what_is_called(tokens, i, groups);
    }
}

}  // namespace entente
