#include "extract/events/mend_verbs.hpp"

#include <string>

#include "extract/events/token_links.hpp"
#include "extract/language/letters.hpp"

namespace entente {

namespace {

using links::at;
using links::child;
using links::is;
using links::size_of;
using links::Tokens;

/// The verb of the tables of which `form` (lower case) is the gerund; empty if there is none.
std::string verb_of_gerund(const std::string& form, const WordGroups& groups) {
    return form.size() < 6 ? std::string() : links::verb_of(form, "ing", groups);
}

/// Hangs `noun` with what stands behind it from `verb`, as its object.
void make_object(Tokens& tokens, int verb, int noun) {
    at(tokens, noun).head = verb;
    at(tokens, noun).deprel = "obj";
}

void mend_gerund_phrase(Tokens& tokens, int word, const WordGroups& groups) {
    const int noun = at(tokens, word).head;
    const int preposition = word - 1;
    if (noun <= word || preposition < 0 ||
        !(is(at(tokens, word), "amod") || is(at(tokens, word), "compound")))
        return;
    const Token& before = at(tokens, preposition);
    const bool introduces = (before.upos == Upos::adp || before.upos == Upos::sconj) &&
                            before.deprel != "compound:prt" && (before.head == noun || before.head == word);
    if (!introduces) return;
    const int above = at(tokens, noun).head;
    const std::string form = lower_case(at(tokens, word).form);
    if (above < 0 || at(tokens, word).upos == Upos::propn) return;
    const bool name = at(tokens, noun).upos == Upos::propn && noun == word + 1;
    // "accused Iran of looting oil": the noun may be any, as such verbs have a deed behind "of".
    const int verb =
        at(tokens, above).upos == Upos::verb || at(tokens, above).head < 0 ? above : at(tokens, above).head;
    const bool charge = groups.contains("charge", lower_case(at(tokens, verb).lemma)) &&
                        groups.contains("object_gerund", lower_case(at(tokens, preposition).form));
    if (!charge && (!name || groups.contains("adjective_participle", form))) return;
    std::string lemma = verb_of_gerund(form, groups);
    if (lemma.empty()) return;
    const bool from_verb = at(tokens, above).upos == Upos::verb;
    at(tokens, word).upos = Upos::verb;
    at(tokens, word).lemma = std::move(lemma);
    at(tokens, word).feats = "VerbForm=Ger";
    at(tokens, word).head = charge ? verb : above;
    at(tokens, word).deprel = from_verb || charge ? "advcl" : "acl";
    at(tokens, preposition).head = word;
    at(tokens, preposition).deprel = "mark";
    at(tokens, preposition).upos = Upos::sconj;
    make_object(tokens, word, noun);
}

void mend_noun_of_clause(Tokens& tokens, int word, const WordGroups& groups) {
    const int name = word - 1;
    if (at(tokens, word).upos != Upos::noun || name < 1 || at(tokens, name).upos != Upos::propn ||
        at(tokens, name).head != word || child(tokens, word, "det") >= 0 || child(tokens, word, "case") >= 0)
        return;
    const int mark = child(tokens, word, "mark");
    const int above = at(tokens, word).head;
    const std::string form = lower_case(at(tokens, word).form);
    if (mark < 0 || mark >= name || above < 0 || at(tokens, above).upos != Upos::verb ||
        !groups.contains("known_verb", form))
        return;
    at(tokens, word).upos = Upos::verb;
    at(tokens, word).lemma = form;
    at(tokens, word).feats = "Mood=Sub|VerbForm=Fin";
    at(tokens, word).deprel = "ccomp";
    at(tokens, name).deprel = "nsubj";
    const int next = word + 1;
    if (next >= static_cast<int>(tokens.size())) return;
    const int object = at(tokens, next).head;
    if (!groups.contains("particle_verb", form + "_" + lower_case(at(tokens, next).form)) || object <= next)
        return;
    at(tokens, next).head = word;
    at(tokens, next).deprel = "compound:prt";
    make_object(tokens, word, object);
}

/// "Albania, which [severed ties]": the verb of a relative clause, taken for a participle of its object.
void mend_relative_verb(Tokens& tokens, int word, const WordGroups& groups) {
    const int noun = at(tokens, word).head;
    if (at(tokens, word).upos != Upos::verb || noun <= word || word == 0 ||
        !(is(at(tokens, word), "amod") || is(at(tokens, word), "acl")) ||
        !(is(at(tokens, noun), "acl") || is(at(tokens, noun), "appos") || is(at(tokens, noun), "conj")) ||
        at(tokens, word).form.ends_with("ing"))
        return;
    const int pronoun = word - 1;
    if (!groups.contains("relative_pronoun", lower_case(at(tokens, pronoun).form)) ||
        (at(tokens, pronoun).head != word && at(tokens, pronoun).head != noun))
        return;
    at(tokens, word).head = at(tokens, noun).head;
    at(tokens, word).deprel = "acl:relcl";
    at(tokens, word).feats = links::past_tense;
    at(tokens, pronoun).head = word;
    at(tokens, pronoun).deprel = "nsubj";
    make_object(tokens, word, noun);
}

/// "that [Pakistan shelters] militants": a verb with a subject of its own, taken for a part of its object's
/// name.
void mend_verb_with_subject(Tokens& tokens, int word) {
    const int noun = at(tokens, word).head;
    if (at(tokens, word).upos != Upos::verb || noun <= word || at(tokens, word).form.ends_with("ing") ||
        !(is(at(tokens, word), "compound") || is(at(tokens, word), "amod")) ||
        at(tokens, noun).upos != Upos::noun)
        return;
    const int subject = child(tokens, word, "nsubj");
    const int mark = child(tokens, word, "mark");
    if (subject < 0 || subject > word || mark < 0 || mark > subject || at(tokens, noun).head < 0) return;
    at(tokens, word).head = at(tokens, noun).head;
    at(tokens, word).deprel = "ccomp";
    at(tokens, word).feats = "Mood=Ind|Tense=Pres|VerbForm=Fin";
    make_object(tokens, word, noun);
}

/// "aid [for Bosnia aimed] at …": the name behind "for", taken for the subject of the participle behind it.
void mend_name_before_participle(Tokens& tokens, int verb) {
    const int noun = at(tokens, verb).head;
    const int name = child(tokens, verb, "nsubj");
    const int mark = child(tokens, verb, "mark");
    const bool misread = at(tokens, verb).upos == Upos::verb && at(tokens, verb).deprel == "acl" &&
                         noun >= 0 && name >= 0 && name < verb && at(tokens, name).upos == Upos::propn &&
                         mark >= 0 && mark < name && noun < mark &&
                         lower_case(at(tokens, mark).form) != "that" &&  // "denied reports that Chad fired"
                         lower_case(at(tokens, verb).form).ends_with("ed");
    if (!misread || child(tokens, verb, "aux") >= 0) return;
    at(tokens, name).head = noun;
    at(tokens, name).deprel = "nmod";
    at(tokens, mark).head = name;
    at(tokens, mark).deprel = "case";
    at(tokens, mark).upos = Upos::adp;
    at(tokens, verb).feats = "Tense=Past|VerbForm=Part|Voice=Pass";
}

/// Hangs `clause` from `verb`, as an adverbial.
void make_clause(Token& clause, int verb) {
    clause.head = verb;
    clause.deprel = "advcl";
}

/// "Chad, Mali and Niger [severed ties] with …": the names as the root, the object as the last of them, and
/// the verb as its participle.
void mend_verb_of_list(Tokens& tokens, int verb) {
    const int noun = at(tokens, verb).head;
    const int name = verb - 1;
    if (at(tokens, verb).upos != Upos::verb || !is(at(tokens, verb), "amod") || noun <= verb || name < 0 ||
        at(tokens, verb).form.ends_with("ing") || at(tokens, name).upos != Upos::propn ||
        !is(at(tokens, noun), "conj"))
        return;
    const bool listed = at(tokens, name).head < name && is(at(tokens, name), "conj");
    if (!listed && at(tokens, name).head != noun && at(tokens, name).head != verb) return;
    const int first = at(tokens, noun).head;
    if (at(tokens, first).head >= 0 || at(tokens, first).upos != Upos::propn ||
        child(tokens, first, "cop") >= 0 || child(tokens, first, "nsubj") >= 0)
        return;
    for (int i = 0; i < size_of(tokens); ++i) {
        Token& token = at(tokens, i);
        const bool of_list = token.head == first && (i < verb || is(token, "conj"));
        if (token.head == first && !of_list) token.head = verb;
        if ((token.head == noun || token.head == verb) && i < verb && i != name)
            token.head = name;
        else if (token.head == noun && (is(token, "acl") || is(token, "advcl")) && i > 0 &&
                 at(tokens, i - 1).form == ",")
            make_clause(token, verb);
    }
    if (!listed) at(tokens, name).head = first;
    at(tokens, name).deprel = "conj";
    at(tokens, first).head = verb;
    at(tokens, first).deprel = "nsubj";
    links::make_past_root(tokens, verb);
    make_object(tokens, verb, noun);
}

/// "After …, [jets struck] a base": a participle behind its noun keeps no object, but of verbs that have two.
/// Where the noun has no place of its own in the sentence, the verb takes it.
void mend_past_tense(Tokens& tokens, int verb, const WordGroups& groups) {
    const int noun = at(tokens, verb).head;
    if (at(tokens, verb).upos != Upos::verb || at(tokens, verb).deprel != "acl" || noun < 0 || noun > verb ||
        at(tokens, verb).feats.find("Tense=Past|VerbForm=Part") == std::string::npos ||
        groups.contains("keeps_object", lower_case(at(tokens, verb).lemma)) ||
        child(tokens, verb, "aux") >= 0 || child(tokens, verb, "mark") >= 0)
        return;
    const int object = child(tokens, verb, "obj");
    if (object < verb) return;
    const bool loose =
        at(tokens, noun).deprel == "conj" && child(tokens, noun, "cc") < 0 && child(tokens, noun, "det") < 0;
    int above = at(tokens, noun).head;
    if (!loose || above < 0) return;
    int root = above;  // the noun that the clause in front was taken to go on with is no part of it
    while (at(tokens, root).head >= 0) root = at(tokens, root).head;
    if (at(tokens, root).upos != Upos::verb) return;
    at(tokens, verb).head = root;
    at(tokens, verb).deprel = root > verb ? "ccomp" : "parataxis";
    at(tokens, verb).feats = links::past_tense;
    at(tokens, noun).head = verb;
    at(tokens, noun).deprel = "nsubj";
}

/// "took the town, and [Congo severed relations]": a clause that was taken for an object of the one before.
void mend_clause_as_object(Tokens& tokens, int verb) {
    const int noun = at(tokens, verb).head;
    const int name = verb - 1;
    if (at(tokens, verb).upos != Upos::verb || !is(at(tokens, verb), "amod") || noun <= verb || name < 1 ||
        at(tokens, name).head != verb || !is(at(tokens, name), "nsubj") ||
        at(tokens, name - 1).upos != Upos::cconj || at(tokens, verb).form.ends_with("ing"))
        return;
    const int clause = at(tokens, noun).head;
    if (clause < 0 || clause > name || at(tokens, clause).upos != Upos::verb) return;
    at(tokens, verb).head = clause;
    at(tokens, verb).deprel = "conj";
    at(tokens, verb).feats = links::past_tense;
    at(tokens, name - 1).head = verb;
    make_object(tokens, verb, noun);
}

/// "barred its ships and [imposed sanctions]": a past tense behind "and", taken for a participle of its
/// object.
void mend_coordinated_verb(Tokens& tokens, int verb, const WordGroups& groups) {
    const int noun = at(tokens, verb).head;
    if (at(tokens, verb).upos != Upos::verb || !is(at(tokens, verb), "amod") || noun <= verb || verb < 2 ||
        at(tokens, verb - 1).upos != Upos::cconj || !is(at(tokens, noun), "conj") ||
        !groups.contains("deed_verb", lower_case(at(tokens, verb).lemma)) ||
        at(tokens, verb).form.ends_with("ing"))
        return;
    int clause = at(tokens, noun).head;
    while (clause >= 0 && at(tokens, clause).feats.find("Tense=Past|VerbForm=Fin") == std::string::npos)
        clause = at(tokens, clause).head;
    if (clause < 0 || clause > verb || at(tokens, clause).upos != Upos::verb) return;
    at(tokens, verb).head = clause;
    at(tokens, verb).deprel = "conj";
    at(tokens, verb).feats = links::past_tense;
    at(tokens, verb - 1).head = verb;
    make_object(tokens, verb, noun);
}

/// "refused to meet him and [froze] aid": what is past stands beside the verb in the past, not beside its
/// infinitive.
void mend_past_conjunct(Tokens& tokens, int verb) {
    const auto past = [&](int word) {
        const Token& token = at(tokens, word);
        const bool no_infinitive = token.feats.find("VerbForm=Inf") != std::string::npos &&
                                   lower_case(token.form) != lower_case(token.lemma);
        return token.upos == Upos::verb &&
               (no_infinitive || token.feats.find("Tense=Past|VerbForm=Fin") != std::string::npos);
    };
    const int first = at(tokens, verb).head;
    if (!past(verb) || at(tokens, verb).deprel != "conj" || first < 0 || first > verb ||
        at(tokens, first).feats.find("VerbForm=Inf") == std::string::npos ||
        !(is(at(tokens, first), "xcomp") || is(at(tokens, first), "advcl") || is(at(tokens, first), "acl")))
        return;
    int clause = at(tokens, first).head;
    while (clause >= 0 && !past(clause)) clause = at(tokens, clause).head;
    if (clause < 0) return;
    at(tokens, verb).head = clause;
    at(tokens, verb).feats = links::past_tense;
}

/// "gave the [Dutch envoy] 48 hours": no part of a name stands in front of the number.
void mend_receiver(Tokens& tokens, int word) {
    const int noun = at(tokens, word).head;
    if (noun <= word || !(is(at(tokens, word), "compound") || is(at(tokens, word), "nmod")) ||
        at(tokens, word + 1).upos != Upos::num || at(tokens, noun).head < 0 || !is(at(tokens, noun), "obj") ||
        at(tokens, at(tokens, noun).head).upos != Upos::verb ||
        (at(tokens, word).upos != Upos::noun && at(tokens, word).upos != Upos::propn) ||
        child(tokens, word, "case") >= 0)
        return;
    for (int i = 0; i < word; ++i)
        if (at(tokens, i).head == noun) at(tokens, i).head = word;
    at(tokens, word).head = at(tokens, noun).head;
    at(tokens, word).deprel = "iobj";
}

/// "intercepted missiles [fired by the rebels]": the participle right behind the object is the object's.
void mend_object_participle(Tokens& tokens, int word, const WordGroups& groups) {
    const int verb = at(tokens, word).head;
    const int object = word - 1;
    if (object < 0 || verb < 0 || at(tokens, word).upos != Upos::verb || !is(at(tokens, word), "xcomp") ||
        at(tokens, word).feats.find("Tense=Past|VerbForm=Part") == std::string::npos ||
        at(tokens, object).head != verb || !is(at(tokens, object), "obj") ||
        groups.contains("keeps_object", lower_case(at(tokens, verb).lemma)))
        return;
    at(tokens, word).head = object;
    at(tokens, word).deprel = "acl";
}

/// "JERUSALEM - Iran fired …": the dateline, taken for the first of two subjects.
void mend_dateline(Tokens& tokens, int word) {
    const int verb = at(tokens, word).head;
    if (verb <= word || !is(at(tokens, word), "nsubj") || at(tokens, word).upos != Upos::propn) return;
    int dash = -1;
    for (int i = word + 1; i < verb && i <= word + 8; ++i) {
        const std::string& form = at(tokens, i).form;
        const bool subject = at(tokens, i).head == verb && is(at(tokens, i), "nsubj");
        if (subject && dash >= 0) at(tokens, word).deprel = "dep";
        if (form == "-" || form == "–" || form == "—") dash = i;
    }
}

/// "Thousands of [troops crossed] into Chad.": a past tense without an auxiliary and without anybody by whom,
/// in a sentence that is no headline, is no passive.
void mend_false_passive(Tokens& tokens, int verb) {
    Token& token = at(tokens, verb);
    const bool clause =
        token.head < 0 || token.deprel == "conj" || token.deprel == "ccomp" || token.deprel == "parataxis";
    if (token.upos != Upos::verb || !clause || at(tokens, size_of(tokens) - 1).form != "." ||
        token.feats.find("Tense=Past|VerbForm=Part") == std::string::npos)
        return;
    int subject = -1;
    for (int i = 0; i < size_of(tokens); ++i) {
        const Token& below = at(tokens, i);
        if (below.head != verb) continue;
        if (is(below, "aux") || below.deprel == "obl:agent") return;
        if (below.deprel == "nsubj:pass" && i < verb) subject = i;
        if (below.deprel == "obl") {
            const int preposition = child(tokens, i, "case");
            if (preposition >= 0 && lower_case(at(tokens, preposition).form) == "by") return;
        }
    }
    if (subject < 0) return;
    at(tokens, subject).deprel = "nsubj";
    token.feats = links::past_tense;
}

/// "…, [an aide to the premier] said Wednesday": who speaks, taken for an apposition of the word before.
void mend_speaker(Tokens& tokens, int verb, const WordGroups& groups) {
    if (verb < 2 || at(tokens, verb).upos != Upos::verb || child(tokens, verb, "nsubj") >= 0 ||
        !groups.contains("saying", lower_case(at(tokens, verb).lemma)))
        return;
    int phrase = verb - 1;
    for (int steps = 0; steps < size_of(tokens) && !is(at(tokens, phrase), "appos"); ++steps) {
        phrase = at(tokens, phrase).head;
        if (phrase < 0 || phrase >= verb) return;
    }
    const int above = at(tokens, phrase).head;
    int first = phrase;
    while (first > 0 && (at(tokens, first - 1).head == phrase || at(tokens, first - 1).head == first) &&
           at(tokens, first - 1).upos != Upos::punct)
        --first;
    if (!is(at(tokens, phrase), "appos") || above < 0 || above > phrase || first == 0 ||
        at(tokens, first - 1).form != "," || links::below(tokens, verb, phrase))
        return;
    at(tokens, phrase).head = verb;
    at(tokens, phrase).deprel = "nsubj";
}

void mend_more_than(Tokens& tokens, int word, const WordGroups& groups) {
    const int than = word + 1;
    if (than >= static_cast<int>(tokens.size()) || at(tokens, word).head < 0) return;
    if (!groups.contains("more_than",
                         lower_case(at(tokens, word).form) + "_" + lower_case(at(tokens, than).form)))
        return;
    const int verb = at(tokens, word).head;
    if (at(tokens, verb).upos != Upos::verb) return;
    int noun = than;
    while (noun < static_cast<int>(tokens.size()) && noun <= word + 6 && child(tokens, noun, "nummod") < 0)
        ++noun;
    if (noun >= static_cast<int>(tokens.size()) || noun > word + 6) return;
    if (at(tokens, noun).head != word && at(tokens, noun).head != verb) return;
    at(tokens, noun).head = verb;
    at(tokens, noun).deprel = at(tokens, word).deprel;
    at(tokens, word).head = noun;
    at(tokens, word).deprel = "advmod";
    at(tokens, than).head = word;
    at(tokens, than).deprel = "fixed";
}

}  // namespace

void mend_verbs(Tokens& tokens, const WordGroups& groups) {
    for (int i = 0; i < static_cast<int>(tokens.size()); ++i) {
        mend_gerund_phrase(tokens, i, groups);
        mend_noun_of_clause(tokens, i, groups);
        mend_relative_verb(tokens, i, groups);
        mend_verb_with_subject(tokens, i);
        mend_name_before_participle(tokens, i);
        if (at(tokens, i).head >= 0) mend_verb_of_list(tokens, i);
        if (at(tokens, i).head >= 0) mend_past_tense(tokens, i, groups);
        if (at(tokens, i).head >= 0) mend_clause_as_object(tokens, i);
        if (at(tokens, i).head >= 0) mend_coordinated_verb(tokens, i, groups);
        if (at(tokens, i).head >= 0) mend_past_conjunct(tokens, i);
        if (at(tokens, i).head >= 0) mend_receiver(tokens, i);
        mend_object_participle(tokens, i, groups);
        mend_dateline(tokens, i);
        mend_speaker(tokens, i, groups);
        mend_false_passive(tokens, i);
        mend_more_than(tokens, i, groups);
    }
}

}  // namespace entente
