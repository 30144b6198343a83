#include "extract/events/mend_word_order.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "extract/events/mend_company.hpp"
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

/// The finite verb or participle of the clause that `node` stands in; -1 if there is none.
int verb_above(const Tokens& tokens, int node) {
    for (int steps = 0; node >= 0 && steps <= size_of(tokens); ++steps, node = at(tokens, node).head)
        if (at(tokens, node).upos == Upos::verb) return node;
    return -1;
}

/// The "te"-infinitive below `verb` that stands behind `after`; -1 if there is none.
int infinitive_below(const Tokens& tokens, int verb, int after, const WordGroups& groups) {
    for (int i = after + 1; i < size_of(tokens); ++i) {
        const Token& token = at(tokens, i);
        if (token.upos != Upos::verb || !has(token, "VerbForm=Inf") || !below(tokens, i, verb) || i == verb)
            continue;
        if (i > 0 && groups.contains("infinitive_last", lower_case(at(tokens, i - 1).form))) return i;
    }
    return -1;
}

void mend_stranded(Tokens& tokens, int word, const WordGroups& groups) {
    if (at(tokens, word).upos != Upos::adp || !is(at(tokens, word), "case")) return;
    const int noun = at(tokens, word).head;
    const bool alone = noun > word && at(tokens, noun).upos == Upos::verb;  // "drong er op aan te vertrekken"
    const bool reflexive =  // "roept hem op zich te verzetten"
        noun > word && groups.contains("reflexive", lower_case(at(tokens, noun).form));
    if (noun <= word || (!alone && !reflexive && !is_noun(at(tokens, noun)))) return;
    const std::string particle = lower_case(at(tokens, word).form);
    for (int verb = word - 1; verb >= 0; --verb) {
        Token& governor = at(tokens, verb);
        if (governor.upos != Upos::verb || child(tokens, verb, "compound") >= 0) continue;
        std::string simple = lower_case(governor.lemma);
        if (simple.starts_with(particle)) simple.erase(0, particle.size());
        const bool joins = groups.contains("stranded_particle", simple + "_" + particle);
        const bool leaves = groups.contains("stranded_preposition", simple + "_" + particle);
        if (!joins && !leaves) continue;
        const int infinitive = alone ? noun : infinitive_below(tokens, verb, noun, groups);
        const int object = infinitive < 0 ? -1 : child(tokens, infinitive, "obj");
        if (infinitive < 0 || (!alone && object > word && object != noun)) return;
        if (!alone && below(tokens, infinitive, noun)) return;  // "op [het matje om opheldering te vragen]"
        if (below(tokens, verb, word)) return;
        for (int i = verb + 1; i < word; ++i)  // what stands before the particle belongs to the first verb
            if (at(tokens, i).head == infinitive && !below(tokens, verb, i)) at(tokens, i).head = verb;
        if (joins) governor.lemma = particle + simple;
        at(tokens, word).head = verb;
        at(tokens, word).deprel = "compound:prt";
        if (alone) return;
        at(tokens, noun).head = infinitive;
        at(tokens, noun).deprel = reflexive ? "expl:pv" : "obj";
        return;
    }
}

/// A bare noun phrase: nothing in front of it that makes it an adverbial, a genitive or a member of a list.
bool is_bare(const Tokens& tokens, int noun) {
    return is_noun(at(tokens, noun)) && child(tokens, noun, "case") < 0 && child(tokens, noun, "mark") < 0 &&
           child(tokens, noun, "cc") < 0;
}

/// Whether nothing but articles, numbers and adjectives stands between `left` and `right`.
bool adjoin(const Tokens& tokens, int left, int right) {
    for (int i = left + 1; i < right; ++i) {
        const Upos pos = at(tokens, i).upos;
        if (pos != Upos::det && pos != Upos::adj && pos != Upos::num && pos != Upos::propn) return false;
    }
    return left < right;
}

/// "beloofde de bondgenoot Oekraïne tanks", "heroverde het leger Aleppo".
void mend_apposition_of_subject(Tokens& tokens, int name, const WordGroups& groups) {
    const int subject = at(tokens, name).head;
    if (subject < 0 || !is(at(tokens, subject), "nsubj") || at(tokens, subject).upos != Upos::noun) return;
    const bool hung =
        is(at(tokens, name), "appos") || is(at(tokens, name), "nmod") || is(at(tokens, name), "flat");
    if (!hung || at(tokens, name).upos != Upos::propn || !is_bare(tokens, name) ||
        !adjoin(tokens, subject, name))
        return;
    const int verb = at(tokens, subject).head;
    if (verb < 0 || verb > subject || at(tokens, verb).upos != Upos::verb ||
        child(tokens, verb, "iobj") >= 0 ||
        !groups.contains("no_apposition", lower_case(at(tokens, subject).lemma)))
        return;
    const int object = child(tokens, verb, "obj");
    if (object >= 0 &&
        (object < name || !groups.contains("ditransitive", lower_case(at(tokens, verb).lemma))))
        return;
    at(tokens, name).head = verb;
    at(tokens, name).deprel = object >= 0 ? "iobj" : "obj";
}

/// "doodde bij een inval zes burgers": what has an article or number of its own and no preposition is no part
/// of the phrase before it.
void mend_object_behind_phrase(Tokens& tokens, int noun, const WordGroups& groups) {
    const int phrase = at(tokens, noun).head;
    if (phrase < 0 || phrase > noun || !is(at(tokens, noun), "nmod") || !is_bare(tokens, noun)) return;
    if (!is_noun(at(tokens, phrase)) || child(tokens, phrase, "case") < 0) return;
    const bool whole = child(tokens, noun, "nummod") >= 0 || child(tokens, noun, "det") >= 0;
    if (!whole || groups.contains("time_unit", lower_case(at(tokens, noun).lemma))) return;
    for (int i = phrase + 1; i < noun; ++i)
        if (at(tokens, i).upos == Upos::punct) return;
    const int verb = verb_above(tokens, phrase);
    if (verb < 0 || verb > phrase || child(tokens, verb, "obj") >= 0 || child(tokens, verb, "aux") >= 0 ||
        !has(at(tokens, verb), "VerbForm=Fin"))
        return;
    at(tokens, noun).head = verb;
    at(tokens, noun).deprel = "obj";
}

/// "stuurt tanks naar Kiev en Londen geschut": two objects, the second behind "and" and a name that the
/// parser coordinated with something else.
void mend_gapping(Tokens& tokens, int name) {
    if (!is(at(tokens, name), "conj") || at(tokens, name).upos != Upos::propn || name < 1) return;
    if (at(tokens, name - 1).upos != Upos::cconj || child(tokens, name, "case") >= 0) return;
    const int first = at(tokens, name).head;
    const int verb = verb_above(tokens, first);
    if (verb < 0 || verb > first || is(at(tokens, first), "nsubj") || child(tokens, verb, "nsubj") < 0)
        return;
    const int object = child(tokens, verb, "obj");
    if (object < 0 || object > name || object == first) return;
    int second = -1;
    for (int i = name + 1; i < size_of(tokens) && second < 0; ++i) {
        const Token& token = at(tokens, i);
        const bool sibling = token.head == verb && (is(token, "obj") || is(token, "obl"));
        if (is_noun(token) && child(tokens, i, "case") < 0 && child(tokens, i, "cc") < 0 &&
            (sibling || (token.head == name && (is(token, "appos") || is(token, "nmod")))))
            second = i;
        else if (token.upos != Upos::adj && token.upos != Upos::num && token.upos != Upos::det)
            return;
    }
    if (second < 0) return;
    at(tokens, second).head = name;
    at(tokens, second).deprel = "orphan";
    at(tokens, name).head = verb;
    at(tokens, name).deprel = "orphan";
}

/// The same, the second name taken for the genitive of its object: "en [Rome pantservoertuigen]".
void mend_gapping_genitive(Tokens& tokens, int name) {
    const int second = at(tokens, name).head;
    if (!is(at(tokens, name), "nmod") || at(tokens, name).upos != Upos::propn || second <= name || name < 1)
        return;
    const std::string& form = at(tokens, name).form;
    if (form.ends_with('s') || form.ends_with("'") || at(tokens, name - 1).upos != Upos::cconj ||
        at(tokens, name - 1).head != second || child(tokens, name, "case") >= 0)
        return;
    const int verb = at(tokens, second).head;
    if (verb < 0 || at(tokens, verb).upos != Upos::verb || !is(at(tokens, second), "obj") ||
        child(tokens, verb, "nsubj") < 0)
        return;
    const int object = child(tokens, verb, "obj");
    if (object == second || object > name) return;
    at(tokens, second).head = name;
    at(tokens, second).deprel = "orphan";
    at(tokens, name).head = verb;
    at(tokens, name).deprel = "orphan";
}

/// "dat het Syrië binnenvalt", "mocht het Syrië binnenvallen", "dat het troepen stuurt": names of states and
/// plurals do not have this article, so that it is a subject of its own.
void mend_pronoun(Tokens& tokens, int word, const WordGroups& groups) {
    Token& pronoun = at(tokens, word);
    if (pronoun.upos != Upos::det || word < 1 ||
        (at(tokens, word - 1).upos != Upos::sconj && at(tokens, word - 1).upos != Upos::aux) ||
        !groups.contains("article_pronoun", lower_case(pronoun.form)))
        return;
    const bool known = is(pronoun, "nsubj");
    const int noun = known ? word + 1 : pronoun.head;
    if (noun <= word || noun >= size_of(tokens) || (!known && !is(pronoun, "det"))) return;
    const bool name = noun == word + 1 && at(tokens, noun).upos == Upos::propn &&
                      child(tokens, noun, "flat") < 0 &&
                      !groups.contains("name_with_article", lower_case(at(tokens, noun).form));
    const bool plural = at(tokens, noun).upos == Upos::noun && has(at(tokens, noun), "Number=Plur");
    const int verb = at(tokens, noun).head;
    const bool subject = is(at(tokens, noun), "nsubj");
    const bool argument = subject || is(at(tokens, noun), "obj") || is(at(tokens, noun), "obl");
    if (!name && at(tokens, word - 1).upos == Upos::aux) return;
    if ((!name && !plural && !known) || verb <= noun || at(tokens, verb).upos != Upos::verb || !argument)
        return;
    if (!known && child(tokens, verb, subject ? "obj" : "nsubj") >= 0) return;
    if (below(tokens, verb, word)) return;
    pronoun.head = verb;
    pronoun.deprel = "nsubj";
    pronoun.upos = Upos::pron;
    if (subject) at(tokens, noun).deprel = "obj";
}

/// "Indiase en Chinese troepen botsten", the first adjective taken for a subject of its own.
void mend_adjective_pair(Tokens& tokens, int word) {
    if (at(tokens, word).upos != Upos::adj || word + 3 > size_of(tokens)) return;
    const int conjunction = word + 1;
    int second = word + 2;
    if (second + 1 < size_of(tokens) && at(tokens, second).upos == Upos::det)
        ++second;  // "de Duitse en de Franse"
    if (at(tokens, conjunction).upos != Upos::cconj || at(tokens, second).upos != Upos::adj) return;
    const int noun = at(tokens, second).head;
    if (noun <= second || at(tokens, noun).upos != Upos::noun || at(tokens, word).head == noun) return;
    const bool sisters =
        at(tokens, noun).head == at(tokens, word).head && at(tokens, noun).deprel == at(tokens, word).deprel;
    const bool conjuncts = at(tokens, noun).head == word && is(at(tokens, noun), "conj");
    // "de ontmoeting tussen de Egyptische en de [Ethiopische premier]", the noun taken for another meeting
    const bool apart = at(tokens, noun).head == at(tokens, word).head && is(at(tokens, noun), "conj") &&
                       at(tokens, word).head < word;
    if (!sisters && !conjuncts && !apart) return;
    if (apart) at(tokens, noun).deprel = at(tokens, word).deprel;
    if (conjuncts) {
        at(tokens, noun).head = at(tokens, word).head;
        at(tokens, noun).deprel = at(tokens, word).deprel;
        for (int i = 0; i < size_of(tokens); ++i)
            if (at(tokens, i).head == word && i != noun && is(at(tokens, i), "case"))
                at(tokens, i).head = noun;
    }
    at(tokens, word).head = noun;
    at(tokens, word).deprel = "amod";
    at(tokens, second).head = word;
    at(tokens, second).deprel = "conj";
    at(tokens, conjunction).head = second;
}

/// "[Vance] las Zelensky de les", the name in front taken for an adverb and the one behind for the subject.
void mend_first_name(Tokens& tokens, int name) {
    const int verb = at(tokens, name).head;
    if (name != 0 || at(tokens, name).upos != Upos::propn || !is(at(tokens, name), "advmod") || verb != 1 ||
        at(tokens, verb).upos != Upos::verb || !has(at(tokens, verb), "VerbForm=Fin"))
        return;
    const int subject = child(tokens, verb, "nsubj");
    if (subject < verb || at(tokens, subject).upos != Upos::propn || !is_bare(tokens, subject)) return;
    at(tokens, name).deprel = "nsubj";
    at(tokens, subject).deprel = child(tokens, verb, "obj") >= 0 ? "iobj" : "obj";
}

/// "sinds [Rusland Oekraïne] binnenviel": of two bare names before the verb of a clause the first is the
/// subject.
void mend_first_name_of_clause(Tokens& tokens, int second) {
    Token& object = at(tokens, second);
    if (!is(object, "nsubj") || object.upos != Upos::propn || object.head <= second || second == 0) return;
    Token& subject = at(tokens, second - 1);
    const bool bare = subject.upos == Upos::propn && subject.head == object.head &&
                      child(tokens, second - 1, "case") < 0 &&
                      (is(subject, "obl") || is(subject, "obj") || is(subject, "iobj"));
    if (!bare || child(tokens, object.head, "mark") < 0 || child(tokens, object.head, "mark") > second)
        return;
    subject.deprel = "nsubj";
    object.deprel = "obj";
}

/// "Trump prees Macron", both names taken for objects: what stands before the verb is its subject.
void mend_first_object(Tokens& tokens, int verb) {
    if (at(tokens, verb).upos != Upos::verb || !has(at(tokens, verb), "VerbForm=Fin") ||
        child(tokens, verb, "nsubj") >= 0)
        return;
    const int first = child(tokens, verb, "obj");
    if (first < 0 || first > verb || !is_bare(tokens, first)) return;
    for (int i = verb + 1; i < size_of(tokens); ++i)
        if (at(tokens, i).head == verb && is(at(tokens, i), "obj") && is_bare(tokens, i)) {
            at(tokens, first).deprel = "nsubj";
            return;
        }
}

/// "IS nam een stad in": a name in capitals that looks like a form of "to be".
void mend_capital_name(Tokens& tokens, int word, const WordGroups& groups) {
    Token& name = at(tokens, word);
    const std::string lower = lower_case(name.form);
    const bool capitals =
        std::none_of(name.form.begin(), name.form.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (name.upos != Upos::aux || !capitals || !groups.contains("capital_name", lower) || name.head < 0)
        return;
    const int verb = name.head;
    if (at(tokens, verb).upos != Upos::verb) return;
    const int subject = child(tokens, verb, "nsubj");
    name.upos = Upos::propn;
    name.lemma = name.form;
    name.deprel = word < verb ? "nsubj" : "obj";
    if (word < verb && subject > verb && child(tokens, verb, "obj") < 0) at(tokens, subject).deprel = "obj";
}

/// "de gevangenenruil", taken for a verb: what has an article and is no infinitive or participle is a noun.
void mend_noun(Tokens& tokens, int word) {
    Token& token = at(tokens, word);
    const std::string& form = token.form;
    const bool verbal = form.ends_with("en") || form.ends_with('d') || form.ends_with('t') ||
                        form.ends_with("de") || form.ends_with("te");
    if (token.upos != Upos::verb || verbal) return;
    const bool argument = is(token, "nsubj") || is(token, "obj") || is(token, "obl") || is(token, "nmod");
    const int article = child(tokens, word, "det");
    if (!argument || article < 0 || article > word) return;
    token.upos = Upos::noun;
    token.lemma = lower_case(token.form);
}

/// "vraagt [Mali] op te houden", the name taken for the infinitive's object: it is who is asked.
void mend_who_is_asked(Tokens& tokens, int name, const WordGroups& groups) {
    const int infinitive = at(tokens, name).head;
    const bool reciprocal = groups.contains("reciprocal", lower_case(at(tokens, name).form));
    if (infinitive <= name ||
        (!is(at(tokens, name), "obj") && !(reciprocal && is(at(tokens, name), "iobj"))) ||
        (at(tokens, name).upos != Upos::propn && !reciprocal) || (!reciprocal && !is_bare(tokens, name)) ||
        !has(at(tokens, infinitive), "VerbForm=Inf") || !is(at(tokens, infinitive), "xcomp"))
        return;
    const int verb = at(tokens, infinitive).head;
    if (verb < 0 || verb > name || child(tokens, verb, "obj") >= 0 || child(tokens, verb, "iobj") >= 0 ||
        !groups.contains("object_control", lower_case(at(tokens, verb).lemma)))
        return;
    at(tokens, name).head = verb;
}

/// "een poging [Mali] de toegang te ontzeggen", the name taken for an apposition of the attempt.
void mend_object_of_attempt(Tokens& tokens, int name, const WordGroups& groups) {
    const int noun = at(tokens, name).head;
    if (noun < 0 || noun > name || !is(at(tokens, name), "appos") || at(tokens, name).upos != Upos::propn ||
        !groups.contains("attempt", lower_case(at(tokens, noun).lemma)))
        return;
    for (int i = name + 1; i < size_of(tokens); ++i) {
        if (at(tokens, i).head != noun || !has(at(tokens, i), "VerbForm=Inf")) continue;
        at(tokens, name).head = i;
        at(tokens, name).deprel = child(tokens, i, "obj") >= 0 ? "iobj" : "obj";
        return;
    }
}

/// "bevestigt voor het eerst dat …", the clause hung from the adverbial.
void mend_clause_of_adverbial(Tokens& tokens, int clause) {
    const int adverbial = at(tokens, clause).head;
    if (!is(at(tokens, clause), "ccomp") || adverbial < 0) return;
    const Token& above = at(tokens, adverbial);
    const bool particle = above.upos == Upos::adp || above.upos == Upos::adv;
    if (!particle || above.head < 0 || at(tokens, above.head).upos != Upos::verb ||
        child(tokens, adverbial, "fixed") < 0)
        return;
    at(tokens, clause).head = above.head;
}

/// "met steun van Rusland", taken for one preposition.
void mend_fixed_act(Tokens& tokens, int word, const WordGroups& groups) {
    const Token& act = at(tokens, word);
    const int preposition = act.head;
    if (act.upos != Upos::noun || !is(act, "fixed") || preposition != word - 1 ||
        !groups.contains("fixed_act", lower_case(act.lemma)) || word + 1 >= size_of(tokens))
        return;
    const int of = word + 1;
    const int name = at(tokens, preposition).head;
    const bool behind = at(tokens, of).head == preposition || at(tokens, of).head == name;
    if (!behind || name <= of || at(tokens, name).head < 0) return;
    at(tokens, word).head = at(tokens, name).head;
    at(tokens, word).deprel = "obl";
    at(tokens, preposition).head = word;
    at(tokens, preposition).deprel = "case";
    at(tokens, of).head = name;
    at(tokens, of).deprel = "case";
    at(tokens, name).head = word;
    at(tokens, name).deprel = "nmod";
}

/// "dat president Erdogan [Zweden] tegenwerkt", taken for a second apposition of the subject: the verb comes
/// last, so that it is its object.
void mend_second_apposition(Tokens& tokens, int name) {
    const int subject = at(tokens, name).head;
    const int first = name - 1;
    if (!is(at(tokens, name), "appos") || at(tokens, name).upos != Upos::propn || first <= subject ||
        !is_bare(tokens, name) || !is(at(tokens, subject), "nsubj"))
        return;
    const Token& apposition = at(tokens, first);
    const bool same = apposition.head == subject && is(apposition, "appos");
    const bool part = apposition.head > subject && apposition.head < first && is(apposition, "flat") &&
                      at(tokens, apposition.head).head == subject;
    if (apposition.upos != Upos::propn || (!same && !part)) return;
    const int verb = at(tokens, subject).head;
    if (verb <= name || at(tokens, verb).upos != Upos::verb || child(tokens, verb, "obj") >= 0) return;
    at(tokens, name).head = verb;
    at(tokens, name).deprel = "obj";
}

/// "heeft geen plannen [om Israël aan te vallen]", the infinitive hung from the verb: it says what plans.
void mend_infinitive_of_object(Tokens& tokens, int infinitive, const WordGroups& groups) {
    const int verb = at(tokens, infinitive).head;
    if (!is(at(tokens, infinitive), "advcl") || !has(at(tokens, infinitive), "VerbForm=Inf") || verb < 0 ||
        verb > infinitive || at(tokens, verb).upos != Upos::verb)
        return;
    const int mark = child(tokens, infinitive, "mark");
    if (mark < 0 || !groups.contains("infinitive_mark", lower_case(at(tokens, mark).form))) return;
    const int object = child(tokens, verb, "obj");
    if (object < 0 || object > infinitive || at(tokens, object).upos != Upos::noun ||
        !groups.contains("attempt", lower_case(at(tokens, object).lemma)))
        return;
    at(tokens, infinitive).head = object;
    at(tokens, infinitive).deprel = "acl";
}

/// "heeft Hamas [onder] druk gezet", taken for the particle of a verb that there is not; "heeft Tyrus [onder]
/// vuur genomen": a particle would be written together with the participle at the end.
void mend_false_particle(Tokens& tokens, int word, const WordGroups& groups) {
    const int verb = at(tokens, word).head;
    int noun = word + 1;
    while (noun < size_of(tokens) && at(tokens, noun).upos == Upos::adj) ++noun;
    if (at(tokens, word).deprel != "compound:prt" || at(tokens, word).upos != Upos::adp || verb < 0 ||
        noun >= size_of(tokens) || at(tokens, noun).upos != Upos::noun || at(tokens, noun).head != verb ||
        !is_bare(tokens, noun))
        return;
    const std::string lemma = lower_case(at(tokens, verb).lemma);
    const std::string particle = lower_case(at(tokens, word).form);
    const bool apart = verb > noun && has(at(tokens, verb), "VerbForm=Part") &&
                       !lower_case(at(tokens, verb).form).starts_with(particle);
    if (!lemma.starts_with(particle) || (groups.contains("known_verb", lemma) && !apart) ||
        !groups.contains("known_verb", lemma.substr(particle.size())))
        return;
    at(tokens, verb).lemma = lemma.substr(particle.size());
    at(tokens, word).head = noun;
    at(tokens, word).deprel = "case";
    at(tokens, noun).deprel = "obl";
}

/// "in [het Libanese Sidon]": the adjective taken for the first part of the name.
void mend_adjective_of_name(Tokens& tokens, int word, const WordGroups& groups) {
    const int name = word + 1;
    if (word < 1 || name >= size_of(tokens) || at(tokens, word).upos != Upos::adj ||
        !groups.contains("article_pronoun", lower_case(at(tokens, word - 1).form)) ||
        at(tokens, name).upos != Upos::propn || at(tokens, name).head != word ||
        !is(at(tokens, name), "flat"))
        return;
    for (int i = 0; i < size_of(tokens); ++i)
        if (i != name && at(tokens, i).head == word) at(tokens, i).head = name;
    at(tokens, name).head = at(tokens, word).head;
    at(tokens, name).deprel = at(tokens, word).deprel;
    at(tokens, word).head = name;
    at(tokens, word).deprel = "amod";
}

/// "zet de ambassadeur [het land] uit", "heeft hem [het land] uitgezet": whither, not what.
void mend_way_out(Tokens& tokens, int noun, const WordGroups& groups) {
    if (at(tokens, noun).upos != Upos::noun || noun + 1 >= size_of(tokens) || noun < 1 ||
        at(tokens, noun - 1).upos != Upos::det || at(tokens, noun - 1).head != noun ||
        !groups.contains("way_out", lower_case(at(tokens, noun).lemma)))
        return;
    const int verb = at(tokens, noun).head;
    if (verb < 0 || at(tokens, verb).upos != Upos::verb || child(tokens, noun, "case") >= 0) return;
    const bool particle = at(tokens, noun + 1).head == verb && at(tokens, noun + 1).deprel == "compound:prt";
    if (!groups.contains("way_out_verb", lower_case(at(tokens, verb).lemma))) return;
    if (particle || noun + 1 == verb) at(tokens, noun).deprel = "obl";
}

/// Whether the phrase is plural, by its head or as several; empty where that cannot be told.
std::optional<bool> is_plural(const Tokens& tokens, int noun, const WordGroups& groups) {
    const bool counts = child(tokens, noun, "nummod") >= 0 ||
                        groups.contains("container", lower_case(at(tokens, noun).lemma));
    if (!is_bare(tokens, noun) || counts) return std::nullopt;
    if (child(tokens, noun, "conj") >= 0) return true;
    if (has(at(tokens, noun), "Number=Plur")) return true;
    if (has(at(tokens, noun), "Number=Sing")) return false;
    return std::nullopt;
}

/// "Oekraïne steunen de Polen", "wapens krijgt Israël niet": what stands in front does not agree with the
/// verb, what stands behind does.
void mend_fronted_object(Tokens& tokens, int subject, const WordGroups& groups) {
    const int verb = at(tokens, subject).head;
    if (!is(at(tokens, subject), "nsubj") || verb < 0 || at(tokens, verb).upos != Upos::verb) return;
    const int object = child(tokens, verb, "obj");
    int finite = has(at(tokens, verb), "VerbForm=Fin") ? verb : -1;
    for (int i = 0; i < size_of(tokens) && finite < 0; ++i)
        if (at(tokens, i).head == verb && at(tokens, i).deprel == "aux" && has(at(tokens, i), "VerbForm=Fin"))
            finite = i;
    if (finite < 0 || object < finite || subject > finite) return;
    const bool plural = has(at(tokens, finite), "Number=Plur");
    if (!plural && !has(at(tokens, finite), "Number=Sing")) return;
    const auto first = is_plural(tokens, subject, groups);
    const auto second = is_plural(tokens, object, groups);
    if (!first || !second || *first == plural || *second != plural) return;
    // "de VS valt aan": plural names of states go with both.
    if (!plural && (at(tokens, subject).upos == Upos::propn || child(tokens, subject, "conj") >= 0)) return;
    at(tokens, subject).deprel = "obj";
    at(tokens, object).deprel = "nsubj";
}

/// "erkent de staat die Kosovo uitriep [niet]": behind a relative clause, whose verb comes last, an adverb at
/// the end of the sentence belongs to the verb above.
void mend_last_adverb(Tokens& tokens, int word) {
    const Token& adverb = at(tokens, word);
    const int clause = adverb.head;
    const bool last = word + 1 < size_of(tokens) && at(tokens, word + 1).upos == Upos::punct;
    if (adverb.upos != Upos::adv || !is(adverb, "advmod") || !last || clause != word - 1) return;
    const bool relative = at(tokens, clause).upos == Upos::verb && at(tokens, clause).deprel == "acl:relcl" &&
                          has(at(tokens, clause), "VerbForm=Fin");
    if (!relative) return;
    const int verb = verb_above(tokens, at(tokens, clause).head);
    if (verb >= 0 && verb < clause) at(tokens, word).head = verb;
}

/// "1973 - [Egypte en Syrië] vallen …": the subject of an entry in a list of years, taken for a part of the
/// year.
void mend_subject_of_year(Tokens& tokens, int name) {
    const int year = at(tokens, name).head;
    if (name < 2 || year != 0 || at(tokens, name).upos != Upos::propn || !is(at(tokens, name), "parataxis") ||
        at(tokens, year).upos != Upos::num || at(tokens, name - 1).upos != Upos::punct)
        return;
    const int verb = at(tokens, year).head;
    if (verb < name || at(tokens, verb).upos != Upos::verb || child(tokens, verb, "nsubj") >= 0) return;
    at(tokens, name).head = verb;
    at(tokens, name).deprel = "nsubj";
}

/// "[Turkse aanvallen doden] strijders": the plural of a verb right behind the subject, taken for a
/// participle of its object.
void mend_plural_verb(Tokens& tokens, int verb) {
    const int noun = at(tokens, verb).head;
    const int subject = verb - 1;
    if (at(tokens, verb).upos != Upos::verb || !is(at(tokens, verb), "amod") || noun <= verb || subject < 0 ||
        at(tokens, noun).head >= 0 || !links::is_noun(at(tokens, noun)) || at(tokens, subject).head != noun ||
        !is(at(tokens, subject), "nsubj") || !at(tokens, verb).form.ends_with("en") ||
        child(tokens, noun, "cop") >= 0 || child(tokens, noun, "aux") >= 0)
        return;
    for (int i = 0; i < size_of(tokens); ++i) {
        Token& token = at(tokens, i);
        if (token.head == noun && (i < verb || token.upos == Upos::punct)) token.head = verb;
    }
    at(tokens, verb).head = -1;
    at(tokens, verb).deprel = "root";
    at(tokens, verb).feats = "Number=Plur|Tense=Pres|VerbForm=Fin";
    at(tokens, noun).head = verb;
    at(tokens, noun).deprel = "obj";
}

/// "die werd gebruikt door de groep en [Israël] een bombardement uitvoerde": a name whose "en" begins the
/// clause of the verb is its subject, no second agent.
void mend_subject_behind_agent(Tokens& tokens, int verb) {
    const int first = at(tokens, verb).head;
    if (!has(at(tokens, verb), "VerbForm=Fin") || at(tokens, verb).upos != Upos::verb ||
        at(tokens, verb).deprel != "conj" || first < 0 || first > verb || child(tokens, verb, "cc") >= 0 ||
        child(tokens, verb, "nsubj") >= 0)
        return;
    int agent = -1;
    bool passive = false;
    for (int i = 0; i < verb; ++i) {
        if (at(tokens, i).head != first) continue;
        passive = passive || at(tokens, i).deprel == "aux:pass";
        if (at(tokens, i).deprel == "obl:agent") agent = i;
    }
    const int name = agent < 0 || !passive ? -1 : child(tokens, agent, "conj");
    if (name < 0 || name < agent || name > verb || at(tokens, name).upos != Upos::propn ||
        child(tokens, name, "cc") != name - 1)
        return;
    for (int i = name; i < verb; ++i)
        if (at(tokens, i).form == "," || at(tokens, i).upos == Upos::cconj) return;
    at(tokens, name - 1).head = verb;
    at(tokens, name).head = verb;
    at(tokens, name).deprel = "nsubj";
}

}  // namespace

void mend_word_order(std::vector<Token>& tokens, const WordGroups& groups) {
    if (groups.find("stranded_particle") == nullptr) return;
    for (int i = 0; i < size_of(tokens); ++i) {
        mend_first_name_of_clause(tokens, i);
        mend_first_object(tokens, i);
        mend_subject_of_year(tokens, i);
        if (at(tokens, i).head >= 0) mend_plural_verb(tokens, i);
        if (at(tokens, i).head < 0) continue;
        mend_first_name(tokens, i);
        mend_capital_name(tokens, i, groups);
        mend_noun(tokens, i);
        mend_adjective_pair(tokens, i);
        mend_fixed_act(tokens, i, groups);
        mend_stranded(tokens, i, groups);
        mend_apposition_of_subject(tokens, i, groups);
        mend_object_behind_phrase(tokens, i, groups);
        mend_clause_of_adverbial(tokens, i);
        mend_who_is_asked(tokens, i, groups);
        mend_object_of_attempt(tokens, i, groups);
        mend_gapping(tokens, i);
        mend_gapping_genitive(tokens, i);
        mend_pronoun(tokens, i, groups);
        mend_last_adverb(tokens, i);
        mend_false_particle(tokens, i, groups);
        mend_adjective_of_name(tokens, i, groups);
        mend_second_apposition(tokens, i);
        mend_fronted_object(tokens, i, groups);
        mend_infinitive_of_object(tokens, i, groups);
        mend_way_out(tokens, i, groups);
        mend_subject_behind_agent(tokens, i);
    }
    mend_company(tokens, groups);
}

}  // namespace entente
