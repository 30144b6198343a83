#include "extract/events/mend_company.hpp"

#include <string>

#include "extract/events/token_links.hpp"
#include "extract/language/letters.hpp"

namespace entente {

namespace {

using links::at;
using links::below;
using links::child;
using links::has;
using links::is;
using links::is_noun;
using links::size_of;
using links::Tokens;

/// Whether `word` is an adverb that stands for the infinitive behind it: "ervan", the "van" of "er … van".
bool announces_infinitive(const Tokens& tokens, int word, const WordGroups& groups) {
    const std::string form = lower_case(at(tokens, word).form);
    if (groups.contains("infinitive_adverb", form)) return true;
    if (!groups.contains("split_adverb", form) || at(tokens, word).upos != Upos::adp) return false;
    const int head = at(tokens, word).head;  // a preposition of its own noun is none
    if (head < 0 || is_noun(at(tokens, head))) return false;
    for (int i = word - 1; i >= 0; --i) {
        const std::string before = lower_case(at(tokens, i).form);
        if (groups.contains("there", before)) return true;
        if (at(tokens, i).upos == Upos::punct) return false;
    }
    return false;
}

/// The first "te"-infinitive behind `word` in its clause; -1 if there is none.
int infinitive_behind(const Tokens& tokens, int word, const WordGroups& groups) {
    for (int i = word + 1; i < size_of(tokens); ++i) {
        const Token& token = at(tokens, i);
        if (token.upos == Upos::sconj) return -1;
        if (token.upos == Upos::verb && has(token, "VerbForm=Inf") &&
            groups.contains("infinitive_last", lower_case(at(tokens, i - 1).form)))
            return i;
    }
    return -1;
}

void mend_infinitive_adverb(Tokens& tokens, int word, const WordGroups& groups) {
    if (!announces_infinitive(tokens, word, groups)) return;
    const int infinitive = infinitive_behind(tokens, word, groups);
    if (infinitive < 0 || !is(at(tokens, infinitive), "xcomp")) return;
    const int verb = at(tokens, infinitive).head;
    if (verb < 0 || at(tokens, verb).upos != Upos::verb || verb > infinitive || below(tokens, verb, word))
        return;
    for (int i = 0; i < word; ++i)
        if (at(tokens, i).head == infinitive) at(tokens, i).head = verb;
    at(tokens, word).head = verb;
    at(tokens, word).deprel = "advmod";
}

/// "drongen Finland en Zweden er bij Turkije op [aan] …": the last of a verb's adverbs that are prepositions
/// is its particle, where that makes a verb.
void mend_last_particle(Tokens& tokens, int verb, const WordGroups& groups) {
    if (at(tokens, verb).upos != Upos::verb || !has(at(tokens, verb), "VerbForm=Fin") ||
        child(tokens, verb, "compound") >= 0)
        return;
    int last = -1;
    for (int i = verb + 1; i < size_of(tokens); ++i)
        if (at(tokens, i).head == verb && at(tokens, i).upos == Upos::adp && is(at(tokens, i), "advmod"))
            last = i;
    if (last < 0) return;
    const std::string particle = lower_case(at(tokens, last).form);
    const std::string lemma = lower_case(at(tokens, verb).lemma);
    if (lemma.starts_with(particle) || !groups.contains("known_verb", particle + lemma)) return;
    at(tokens, verb).lemma = particle + lemma;
    at(tokens, last).deprel = "compound:prt";
}

void mend_as_well_as(Tokens& tokens, int word, const WordGroups& groups) {
    std::string words = lower_case(at(tokens, word).form);
    if (word > 0 && !groups.contains("as_well_as", words))
        words = lower_case(at(tokens, word - 1).form) + "_" + words;
    if (!groups.contains("as_well_as", words)) return;
    const int other = at(tokens, word).head;
    if (other < word || !is_noun(at(tokens, other)) || child(tokens, other, "case") >= 0 ||
        child(tokens, other, "nsubj") >= 0 || child(tokens, other, "cop") >= 0 ||
        is(at(tokens, other), "nsubj"))
        return;
    const bool name =
        at(tokens, other).upos == Upos::propn || at(tokens, other).form != lower_case(at(tokens, other).form);
    if (!name && child(tokens, other, "nmod") >= 0) return;  // "de rest van …"
    int behind = other + 1;
    while (behind < size_of(tokens) && below(tokens, behind, other)) ++behind;
    if (behind < size_of(tokens) && (is_noun(at(tokens, behind)) || at(tokens, behind).upos == Upos::det))
        return;  // "evenals de Amerikanen Israël": a clause without its verb
    for (int i = word + 1; i < other; ++i)
        if (at(tokens, i).upos == Upos::verb) return;
    int verb = at(tokens, other).head;
    int subject = -1;
    for (int steps = 0; verb >= 0 && steps < 6 && subject < 0; ++steps, verb = at(tokens, verb).head)
        if (at(tokens, verb).upos == Upos::verb) subject = child(tokens, verb, "nsubj");
    if (subject < 0 || subject == other || !is_noun(at(tokens, subject)) || below(tokens, subject, other))
        return;
    at(tokens, other).head = subject;
    at(tokens, other).deprel = "conj";
    at(tokens, word).deprel = "cc";
}

/// "De coalitie [bombardeerde] stellingen": a finite verb between its subject and a noun, hung from the noun.
void mend_verb_of_object(Tokens& tokens, int verb) {
    const Token& word = at(tokens, verb);
    const int noun = word.head;
    if (word.upos != Upos::verb || word.deprel != "acl" || !has(word, "VerbForm=Fin") || noun <= verb ||
        at(tokens, noun).upos != Upos::noun || child(tokens, noun, "case") >= 0)
        return;
    const int subject = child(tokens, verb, "nsubj");
    if (subject < 0 || subject > verb || child(tokens, verb, "obj") >= 0) return;
    for (int i = verb + 1; i < noun; ++i) {
        const Upos pos = at(tokens, i).upos;
        if (pos != Upos::det && pos != Upos::adj && pos != Upos::num && pos != Upos::propn) return;
    }
    at(tokens, verb).head = at(tokens, noun).head;
    at(tokens, verb).deprel = at(tokens, noun).deprel;
    at(tokens, noun).head = verb;
    at(tokens, noun).deprel = "obj";
}

/// "[Een coalitie] viel Jemen binnen": something not known yet, in front of the verb, is its subject.
void mend_indefinite_subject(Tokens& tokens, int object) {
    const int verb = at(tokens, object).head;
    if (!is(at(tokens, object), "obj") || at(tokens, object).upos != Upos::noun || verb < object ||
        at(tokens, verb).upos != Upos::verb || child(tokens, object, "case") >= 0 ||
        child(tokens, verb, "aux") >= 0)
        return;
    const int article = child(tokens, object, "det");
    const int subject = child(tokens, verb, "nsubj");
    if (article < 0 || !has(at(tokens, article), "Definite=Ind") || subject < verb ||
        at(tokens, subject).upos != Upos::propn)
        return;
    at(tokens, object).deprel = "nsubj";
    at(tokens, subject).deprel = "obj";
}

/// "Cambodja, [dat] het was binnengevallen": a relative pronoun, taken for a conjunction.
void mend_relative_conjunction(Tokens& tokens, int word, const WordGroups& groups) {
    const int verb = at(tokens, word).head;
    if (word < 2 || at(tokens, word).upos != Upos::sconj || !is(at(tokens, word), "mark") || verb < word ||
        !groups.contains("relative_pronoun", lower_case(at(tokens, word).form)) ||
        at(tokens, word - 1).form != "," || at(tokens, word - 2).upos != Upos::propn)
        return;
    if (at(tokens, verb).upos != Upos::verb || !is(at(tokens, verb), "advcl") ||
        child(tokens, verb, "obj") >= 0 || child(tokens, verb, "nsubj") < 0 || below(tokens, word - 2, verb))
        return;
    int name = word - 2;
    while (at(tokens, name).head >= 0 && is(at(tokens, name), "flat")) name = at(tokens, name).head;
    at(tokens, word).upos = Upos::pron;
    at(tokens, word).deprel = "obj";
    at(tokens, verb).head = name;
    at(tokens, verb).deprel = "acl:relcl";
}

}  // namespace

void mend_company(Tokens& tokens, const WordGroups& groups) {
    for (int i = 0; i < size_of(tokens); ++i) {
        if (at(tokens, i).deprel == "det" && groups.contains("reciprocal", lower_case(at(tokens, i).lemma)))
            at(tokens, i).deprel = "nmod:poss";
        if (at(tokens, i).head >= 0) {
            mend_verb_of_object(tokens, i);
            mend_indefinite_subject(tokens, i);
            mend_relative_conjunction(tokens, i, groups);
        }
        mend_infinitive_adverb(tokens, i, groups);
        if (at(tokens, i).head >= 0) mend_as_well_as(tokens, i, groups);
    }
    for (int i = 0; i < size_of(tokens); ++i) mend_last_particle(tokens, i, groups);
}

}  // namespace entente
