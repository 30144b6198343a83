#include "extract/events/mend_clauses.hpp"

#include <string>

#include "extract/events/token_links.hpp"
#include "extract/language/letters.hpp"

namespace entente {

namespace {

using links::at;
using links::child;
using links::has;
using links::is;
using links::is_noun;
using links::size_of;
using links::Tokens;

bool is_past(const Token& token) { return token.upos == Upos::verb && has(token, "Tense=Past|VerbForm=Fin"); }

bool is_comma(const Tokens& tokens, int word) {
    return word >= 0 && word < size_of(tokens) && at(tokens, word).form == ",";
}

/// A participle of the past in front of its noun, which has no article: what a past tense in front of its
/// object is taken for.
bool looks_like_past(const Tokens& tokens, int verb) {
    const Token& token = at(tokens, verb);
    if (token.upos != Upos::verb || !is(token, "amod") || token.head <= verb || token.form.ends_with("ing") ||
        !is_noun(at(tokens, token.head)))
        return false;
    const int article = child(tokens, token.head, "det");
    return article < 0 || article > verb;
}

/// The last token before `end` that is not below `word`, walking back from `word`; its first token is the
/// next.
int before_phrase(const Tokens& tokens, int word) {
    int first = word;
    for (int i = 0; i < word; ++i)
        if (at(tokens, i).upos != Upos::punct && links::below(tokens, i, word)) {
            first = i;
            break;
        }
    return first - 1;
}

/// The last token of the phrase.
int end_of_phrase(const Tokens& tokens, int word) {
    int last = word;
    for (int i = word + 1; i < size_of(tokens); ++i)
        if (at(tokens, i).upos != Upos::punct && links::below(tokens, i, word)) last = i;
    return last;
}

/// "while Cuba [voiced support] for Caracas".
void mend_verb_of_clause(Tokens& tokens, int verb) {
    if (!looks_like_past(tokens, verb)) return;
    const int noun = at(tokens, verb).head;
    const int subject = child(tokens, verb, "nsubj");
    const int mark = child(tokens, noun, "mark");
    if (subject < 0 || subject > verb || mark < 0 || mark > subject || at(tokens, noun).head < 0) return;
    int above = at(tokens, noun).head;
    if (is_comma(tokens, mark - 1))  // behind a comma it belongs to the whole clause before
        while (!has(at(tokens, above), "VerbForm=Fin") && at(tokens, above).head >= 0)
            above = at(tokens, above).head;
    for (Token& token : tokens)
        if (token.head == noun && &token < &at(tokens, verb)) token.head = verb;
    at(tokens, verb).head = above;
    at(tokens, verb).deprel = lower_case(at(tokens, mark).form) == "that" ? "ccomp" : "advcl";
    at(tokens, verb).feats = links::past_tense;
    at(tokens, noun).head = verb;
    at(tokens, noun).deprel = "obj";
}

/// "[Missiles launched] by Iran struck a base": a participle taken for the main verb, though what its subject
/// does stands behind it.
void mend_reduced_relative(Tokens& tokens, int participle) {
    Token& word = at(tokens, participle);
    if (word.head >= 0 || word.upos != Upos::verb || word.form.ends_with("ing") ||
        child(tokens, participle, "aux") >= 0 || child(tokens, participle, "cop") >= 0 ||
        child(tokens, participle, "obj") >= 0 || child(tokens, participle, "cc") >= 0)
        return;
    const int subject = child(tokens, participle, "nsubj");
    if (subject < 0 || subject > participle) return;
    int by = -1;
    int verb = -1;
    for (int i = participle + 1; i < size_of(tokens); ++i) {
        if (at(tokens, i).head != participle) continue;
        if (at(tokens, i).deprel == "obl:agent") by = i;
        const bool clause = is(at(tokens, i), "ccomp") || is(at(tokens, i), "parataxis") ||
                            is(at(tokens, i), "conj") || is(at(tokens, i), "advcl");
        if (clause && verb < 0 && at(tokens, i).upos == Upos::verb) verb = i;
    }
    if (by < 0 || verb < by || !has(at(tokens, verb), "VerbForm=Fin")) return;
    for (const char* own : {"nsubj", "mark", "cc"})
        if (child(tokens, verb, own) >= 0) return;
    for (int i = end_of_phrase(tokens, by) + 1; i < verb; ++i)  // nothing but adverbs between
        if (at(tokens, i).upos == Upos::punct && at(tokens, i).form != ",") return;
    for (int i = 0; i < size_of(tokens); ++i)
        if (at(tokens, i).head == participle && i > verb) at(tokens, i).head = verb;
    links::make_past_root(tokens, verb);
    at(tokens, subject).head = verb;
    at(tokens, subject).deprel = "nsubj";
    word.head = subject;
    word.deprel = "acl";
    word.feats = "Tense=Past|VerbForm=Part";
}

/// "…," said the [minister] after jets bombed Damascus: who speaks, taken for the subject of what comes then.
void mend_inverted_speaker(Tokens& tokens, int verb, const WordGroups& groups) {
    const int said = at(tokens, verb).head;
    if (at(tokens, verb).upos != Upos::verb || said < 0 || said > verb || !is(at(tokens, verb), "ccomp") ||
        !groups.contains("saying", at(tokens, said).lemma) || child(tokens, said, "nsubj") >= 0 ||
        child(tokens, verb, "mark") >= 0)
        return;
    const int speaker = child(tokens, verb, "nsubj");
    if (speaker < said || speaker > verb) return;
    int mark = -1;
    for (int i = speaker + 1; i < verb && mark < 0; ++i)
        if (groups.contains("when", lower_case(at(tokens, i).form)) ||
            groups.contains("other_time", lower_case(at(tokens, i).form)))
            mark = i;
    if (mark < 0 || before_phrase(tokens, speaker) != said) return;
    const int subject = at(tokens, mark).head;
    if (subject <= mark || subject >= verb || at(tokens, subject).head != speaker) return;
    at(tokens, speaker).head = said;
    at(tokens, speaker).deprel = "nsubj";
    at(tokens, subject).head = verb;
    at(tokens, subject).deprel = "nsubj";
    at(tokens, mark).head = verb;
    at(tokens, mark).deprel = "mark";
    at(tokens, verb).deprel = "advcl";
}

/// "while Cuba, in solidarity with Chile, [severed ties] with Peru": the same where the parser made the
/// object the clause.
void mend_verb_of_object_clause(Tokens& tokens, int verb) {
    if (!looks_like_past(tokens, verb) || !is_comma(tokens, verb - 1)) return;
    const int noun = at(tokens, verb).head;
    const int subject = child(tokens, noun, "nsubj");
    const bool clause = is(at(tokens, noun), "advcl") || is(at(tokens, noun), "ccomp") ||
                        is(at(tokens, noun), "conj") || is(at(tokens, noun), "parataxis");
    if (subject < 0 || subject > verb || child(tokens, noun, "cop") >= 0 || !clause ||
        child(tokens, noun, "case") >= 0 || at(tokens, noun).head < 0)
        return;
    at(tokens, verb).head = at(tokens, noun).head;
    at(tokens, verb).deprel = at(tokens, noun).deprel;
    at(tokens, verb).feats = links::past_tense;
    at(tokens, noun).head = verb;
    at(tokens, noun).deprel = "obj";
    for (int i = 0; i < size_of(tokens); ++i) {
        Token& token = at(tokens, i);
        if (token.head == noun && (i < verb || is(token, "obl") || is(token, "advmod"))) token.head = verb;
    }
}

/// "expelled envoys in solidarity with Britain, which [blames] …": hung from a plural though the verb is
/// singular, as the name right in front of the comma is.
void mend_number_of_relative(Tokens& tokens, int verb) {
    Token& clause = at(tokens, verb);
    if (clause.deprel != "acl:relcl" || clause.head < 0 || !has(clause, "Number=Sing") ||
        !has(clause, "Tense=Pres") || !has(at(tokens, clause.head), "Number=Plur"))
        return;
    const int pronoun = child(tokens, verb, "nsubj");
    if (pronoun < 2 || pronoun > verb || !has(at(tokens, pronoun), "PronType=Rel") ||
        !is_comma(tokens, pronoun - 1))
        return;
    const int name = pronoun - 2;
    if (at(tokens, name).upos == Upos::propn && name != clause.head &&
        !has(at(tokens, name), "Number=Plur") && !links::below(tokens, name, verb))
        clause.head = name;
}

/// "Talks between Sudan and Chad, [mediated] by Qatar,": hung from one of those between whom they are.
void mend_participle_of_deed(Tokens& tokens, int participle, const WordGroups& groups) {
    Token& word = at(tokens, participle);
    if (word.deprel != "acl" || word.head < 0 || word.head > participle ||
        !is_comma(tokens, participle - 1) || !has(word, "VerbForm=Part") ||
        !groups.contains("of_deed", word.lemma))
        return;
    int name = word.head;
    while (is(at(tokens, name), "conj") && at(tokens, name).head >= 0) name = at(tokens, name).head;
    const int preposition = child(tokens, name, "case");
    const int deed = at(tokens, name).head;
    if (at(tokens, name).upos != Upos::propn || !is(at(tokens, name), "nmod") || preposition < 0 ||
        deed < 0 || at(tokens, deed).upos != Upos::noun ||
        !groups.contains("between", lower_case(at(tokens, preposition).form)))
        return;
    word.head = deed;
}

/// "Iran armed Hezbollah and [Syria the Kurdish rebels]": the subject and object of a verb that is left out.
void mend_gap(Tokens& tokens, int verb, const WordGroups& groups) {
    if (at(tokens, verb).upos != Upos::verb || groups.contains("keeps_object", at(tokens, verb).lemma))
        return;
    const int object = child(tokens, verb, "obj");
    if (object < verb || child(tokens, verb, "nsubj") < 0) return;
    const int subject = child(tokens, object, "conj");
    if (subject < object || at(tokens, subject).upos != Upos::propn || child(tokens, subject, "cc") < 0)
        return;
    const int next = end_of_phrase(tokens, subject) + 1;
    for (int i = next; i < size_of(tokens); ++i)
        if (at(tokens, i).head == verb && is(at(tokens, i), "obj") && is_noun(at(tokens, i)) &&
            before_phrase(tokens, i) == next - 1) {
            at(tokens, subject).head = verb;
            at(tokens, subject).deprel = "orphan";
            at(tokens, i).head = subject;
            at(tokens, i).deprel = "orphan";
            return;
        }
}

/// The noun that the sentence was taken to be about, if it has no predicate; -1 otherwise.
int bare_root(const Tokens& tokens, int word) {
    int root = word;
    for (int steps = 0; at(tokens, root).head >= 0 && steps <= size_of(tokens); ++steps)
        root = at(tokens, root).head;
    const bool bare = is_noun(at(tokens, root)) && child(tokens, root, "cop") < 0 &&
                      child(tokens, root, "nsubj") < 0 && child(tokens, root, "case") < 0;
    return bare ? root : -1;
}

/// "Iran, where a revolution toppled the Shah, [severed ties] with Egypt", "Ghana, a former colony, [severed
/// ties] with Britain": of a sentence whose root is the name in front.
void mend_verb_behind_aside(Tokens& tokens, int verb, const WordGroups& groups) {
    Token& word = at(tokens, verb);
    if (!is_comma(tokens, verb - 1) || at(tokens, size_of(tokens) - 1).form != ".") return;
    const std::string lemma =
        word.upos == Upos::adj ? links::verb_of(lower_case(word.form), "ed", groups) : std::string();
    if (!lemma.empty()) {
        word.upos = Upos::verb;
        word.lemma = lemma;
    }
    if (!looks_like_past(tokens, verb)) return;
    const int noun = word.head;
    const int subject = bare_root(tokens, noun);
    if (subject < 0 || subject > verb || subject == noun) return;
    for (int i = 0; i < size_of(tokens); ++i) {
        Token& token = at(tokens, i);
        const bool of_sentence = token.head == subject && i > verb;
        const bool of_clause = token.head == noun && (is(token, "advmod") || is(token, "obl"));
        if (i != verb && i != noun && (of_sentence || of_clause)) token.head = verb;
    }
    links::make_past_root(tokens, verb);
    at(tokens, subject).head = verb;
    at(tokens, subject).deprel = "nsubj";
    at(tokens, noun).head = verb;
    at(tokens, noun).deprel = "obj";
}

/// "Iran, whose troops entered Iraq, [accused] Syria": hung below the relative clause, the subject taken for
/// the root.
void mend_verb_below_relative(Tokens& tokens, int verb) {
    const Token& word = at(tokens, verb);
    if (word.upos != Upos::verb || !is_comma(tokens, verb - 1) || word.form.ends_with("ing") ||
        !has(word, "Tense=Past") || child(tokens, verb, "nsubj") >= 0 || child(tokens, verb, "mark") >= 0 ||
        child(tokens, verb, "aux") >= 0 || child(tokens, verb, "cc") >= 0)
        return;
    const int object = child(tokens, verb, "obj");
    const int clause = word.head;
    if (object < verb || clause < 0 || clause > verb || at(tokens, clause).deprel != "acl:relcl") return;
    const int subject = at(tokens, clause).head;
    if (subject != bare_root(tokens, verb) || subject > clause) return;
    for (int i = 0; i < size_of(tokens); ++i)
        if (at(tokens, i).head == subject && i > verb) at(tokens, i).head = verb;
    links::make_past_root(tokens, verb);
    at(tokens, subject).head = verb;
    at(tokens, subject).deprel = "nsubj";
}

/// "condemned the test, [imposed curbs] on ships and asked …": the second of three verbs, taken for a
/// participle of a further object.
void mend_verb_of_three(Tokens& tokens, int verb) {
    if (!looks_like_past(tokens, verb) || !is_comma(tokens, verb - 1)) return;
    const int noun = at(tokens, verb).head;
    const int before = at(tokens, noun).head;
    int first = before;
    while (first >= 0 && !is_past(at(tokens, first))) first = at(tokens, first).head;
    const bool direct = first == before || at(tokens, before).head == first;
    if (first < 0 || first > verb || !direct || before > verb) return;
    bool third = false;
    for (int i = noun + 1; i < size_of(tokens); ++i)
        third |= at(tokens, i).head == first && is(at(tokens, i), "conj") && is_past(at(tokens, i)) &&
                 child(tokens, i, "cc") >= 0 && child(tokens, i, "nsubj") < 0;
    if (!third) return;
    at(tokens, verb).head = first;
    at(tokens, verb).deprel = "conj";
    at(tokens, verb).feats = links::past_tense;
    at(tokens, noun).head = verb;
    at(tokens, noun).deprel = "obj";
}

/// "bombed Sanaa and [blocked shipments]": no verb has two objects that "and" joins without being one phrase.
void mend_verb_behind_and(Tokens& tokens, int verb) {
    if (!looks_like_past(tokens, verb) || verb < 2 || at(tokens, verb - 1).upos != Upos::cconj) return;
    const int noun = at(tokens, verb).head;
    const int first = at(tokens, noun).head;
    if (!is(at(tokens, noun), "obj") || first < 0 || first > verb || !is_past(at(tokens, first))) return;
    const int object = child(tokens, first, "obj");
    if (object > verb || object == noun) return;
    at(tokens, verb).head = first;
    at(tokens, verb).deprel = "conj";
    at(tokens, verb).feats = links::past_tense;
    at(tokens, verb - 1).head = verb;
    at(tokens, noun).head = verb;
}

/// "sought help from Russia, [revoked] agreements and …": a past tense with an object, taken for a participle
/// of the noun before it.
void mend_verb_behind_noun(Tokens& tokens, int verb) {
    const int noun = at(tokens, verb).head;
    const int object = child(tokens, verb, "obj");
    if (at(tokens, verb).upos != Upos::verb || !is(at(tokens, verb), "amod") || noun > verb || noun < 0 ||
        !is_comma(tokens, verb - 1) || at(tokens, verb).form.ends_with("ing") || object < verb ||
        child(tokens, verb, "aux") >= 0)
        return;
    int first = noun;
    while (first >= 0 && at(tokens, first).upos != Upos::verb) first = at(tokens, first).head;
    if (first < 0 || first > verb || !is_past(at(tokens, first))) return;
    at(tokens, verb).head = first;
    at(tokens, verb).deprel = "conj";
    at(tokens, verb).feats = links::past_tense;
}

/// "told reporters [that Paris would deliver tanks]": what is told, hung from who is told.
void mend_clause_of_addressee(Tokens& tokens, int clause) {
    const int addressee = at(tokens, clause).head;
    if (at(tokens, clause).deprel != "acl" || addressee < 0 || addressee > clause ||
        !is(at(tokens, addressee), "iobj") || child(tokens, clause, "nsubj") < addressee)
        return;
    const int mark = child(tokens, clause, "mark");
    if (mark < addressee || at(tokens, mark).upos != Upos::sconj) return;
    at(tokens, clause).head = at(tokens, addressee).head;
    at(tokens, clause).deprel = "ccomp";
}

/// "the Russian [flagship] Moskva": the kind of ship has the adjective, and the name is its apposition.
void mend_named_ship(Tokens& tokens, int name, const WordGroups& groups) {
    const int ship = name - 1;
    if (ship < 0 || at(tokens, name).upos != Upos::propn || at(tokens, name).head < 0 ||
        at(tokens, ship).upos != Upos::noun || at(tokens, ship).head != name ||
        !(is(at(tokens, ship), "compound") || at(tokens, ship).deprel == "nmod:desc") ||
        !groups.contains("ship", lower_case(at(tokens, ship).lemma)))
        return;
    at(tokens, ship).head = at(tokens, name).head;
    at(tokens, ship).deprel = at(tokens, name).deprel;
    for (int i = 0; i < size_of(tokens); ++i)
        if (at(tokens, i).head == name && !is(at(tokens, i), "flat")) at(tokens, i).head = ship;
    at(tokens, name).head = ship;
    at(tokens, name).deprel = "appos";
}

/// "accused Iran of attacks, [charges] that Tehran denied": behind a comma no present tense without a subject
/// goes on with a past one.
void mend_plural_with_clause(Tokens& tokens, int word) {
    Token& plural = at(tokens, word);
    const int clause = child(tokens, word, "ccomp");
    if (plural.upos != Upos::verb || !has(plural, "Tense=Pres") || !plural.form.ends_with('s') ||
        plural.head < 0 || plural.head > word || !is_past(at(tokens, plural.head)) ||
        !is_comma(tokens, word - 1) || child(tokens, word, "nsubj") >= 0 || clause < word)
        return;
    const int that = child(tokens, clause, "mark");
    if (that != word + 1 || child(tokens, clause, "nsubj") < 0 || child(tokens, clause, "obj") >= 0) return;
    plural.upos = Upos::noun;
    plural.feats = "Number=Plur";
    plural.deprel = "parataxis";
    at(tokens, clause).deprel = "acl:relcl";
    at(tokens, that).deprel = "obj";
    at(tokens, that).upos = Upos::pron;
    at(tokens, that).feats = "PronType=Rel";
}

/// "Washington [sided] with Britain, suspended exports and offered fuel".
void mend_first_of_verbs(Tokens& tokens, int verb) {
    const int second = at(tokens, verb).head;
    const int subject = child(tokens, verb, "nsubj");
    if (at(tokens, verb).upos != Upos::verb || !is(at(tokens, verb), "advcl") || second <= verb ||
        !has(at(tokens, verb), "Tense=Past|VerbForm=Part") || !is_past(at(tokens, second)) || subject < 0 ||
        subject > verb || child(tokens, second, "nsubj") >= 0 || child(tokens, verb, "aux") >= 0 ||
        child(tokens, verb, "mark") >= 0)
        return;
    for (int i = 0; i < size_of(tokens); ++i) {
        Token& token = at(tokens, i);
        if (token.head == second && i != verb && (i < verb || is(token, "conj"))) token.head = verb;
    }
    at(tokens, verb).head = at(tokens, second).head;
    at(tokens, verb).deprel = at(tokens, second).deprel;
    at(tokens, verb).feats = links::past_tense;
    at(tokens, subject).deprel = "nsubj";
    at(tokens, second).head = verb;
    at(tokens, second).deprel = "conj";
}

/// "The Arab League, [meeting in Baghdad], is expected to …".
void mend_aside_of_subject(Tokens& tokens, int aside) {
    const int verb = at(tokens, aside).head;
    if (verb <= aside || !is(at(tokens, aside), "nsubj") || !is_noun(at(tokens, aside))) return;
    const int subject = child(tokens, verb, "nsubj");
    const int end = end_of_phrase(tokens, aside) + 1;
    const int begin = before_phrase(tokens, aside);
    if (subject >= aside || !is_noun(at(tokens, subject)) || !is_comma(tokens, begin) ||
        end_of_phrase(tokens, subject) != begin - 1 || !is_comma(tokens, end) || end >= verb)
        return;
    at(tokens, aside).head = subject;
    at(tokens, aside).deprel = "appos";
}

/// "banned airlines and [imposed sanctions]": a second object, behind a second verb that has none.
void mend_object_of_second_verb(Tokens& tokens, int verb) {
    const int first = at(tokens, verb).head;
    if (at(tokens, verb).upos != Upos::verb || !is(at(tokens, verb), "conj") || first < 0 || first > verb ||
        at(tokens, first).upos != Upos::verb || child(tokens, verb, "obj") >= 0 ||
        child(tokens, verb, "aux") >= 0)
        return;
    const int object = child(tokens, first, "obj");
    if (object < first || object > verb) return;
    int noun = verb + 1;
    while (noun < size_of(tokens) && at(tokens, noun).head > noun && at(tokens, noun).upos != Upos::adp &&
           at(tokens, noun).upos != Upos::punct)
        ++noun;
    if (noun >= size_of(tokens) || at(tokens, noun).head != first || !is(at(tokens, noun), "obj") ||
        !is_noun(at(tokens, noun)))
        return;
    at(tokens, noun).head = verb;
    if (has(at(tokens, verb), "VerbForm=Part") && is_past(at(tokens, first)))
        at(tokens, verb).feats = links::past_tense;
}

/// "froze aid to Niamey and [the African Union] suspended Niger": behind "and" and right in front of a verb
/// stands its subject.
void mend_subject_behind_and(Tokens& tokens, int verb) {
    const int noun = verb - 1;
    if (noun < 1 || at(tokens, verb).upos != Upos::verb || at(tokens, verb).deprel != "conj" ||
        !has(at(tokens, verb), "VerbForm=Fin") || !is_noun(at(tokens, noun)) ||
        !is(at(tokens, noun), "conj") || at(tokens, noun).head <= at(tokens, verb).head ||
        child(tokens, verb, "nsubj") >= 0 || child(tokens, verb, "cc") >= 0)
        return;
    const int conjunction = child(tokens, noun, "cc");
    if (conjunction < 0 || conjunction > noun) return;
    at(tokens, noun).head = verb;
    at(tokens, noun).deprel = "nsubj";
    at(tokens, conjunction).head = verb;
}

/// "set up [relations] with China and broke with [Taiwan, which it had recognised]": a relative clause behind
/// a comma belongs to a noun of the clause that it stands in.
void mend_relative_clause(Tokens& tokens, int clause, const WordGroups& groups) {
    const int noun = at(tokens, clause).head;
    if (at(tokens, clause).deprel != "acl:relcl" || noun < 0 || noun > clause) return;
    int comma = clause;
    while (comma > noun && !is_comma(tokens, comma)) --comma;
    if (comma <= noun || comma + 1 >= clause ||
        !groups.contains("relative_pronoun", lower_case(at(tokens, comma + 1).form)) ||
        at(tokens, comma + 1).head != clause)
        return;
    const int verb = at(tokens, noun).head;
    bool other_clause = false;
    for (int i = noun + 1; i < comma; ++i)
        other_clause |= at(tokens, i).head == verb && is(at(tokens, i), "conj") && is_past(at(tokens, i));
    int last = comma - 1;
    while (last > noun && at(tokens, last).head > noun && at(tokens, last).head < comma &&
           (is(at(tokens, last), "flat") || is(at(tokens, last), "compound")))
        last = at(tokens, last).head;
    if (verb < 0 || !other_clause || last <= noun || !is_noun(at(tokens, last)) ||
        links::below(tokens, last, clause))
        return;
    at(tokens, clause).head = last;
}

}  // namespace

void mend_clauses(std::vector<Token>& tokens, const WordGroups& groups) {
    for (int i = 0; i < size_of(tokens); ++i) {
        mend_reduced_relative(tokens, i);
        mend_gap(tokens, i, groups);
        if (at(tokens, i).head < 0) continue;
        mend_inverted_speaker(tokens, i, groups);
        mend_verb_of_clause(tokens, i);
        mend_verb_of_object_clause(tokens, i);
        mend_number_of_relative(tokens, i);
        mend_participle_of_deed(tokens, i, groups);
        mend_verb_below_relative(tokens, i);
        if (at(tokens, i).head < 0) continue;
        mend_verb_behind_aside(tokens, i, groups);
        if (at(tokens, i).head < 0) continue;
        mend_verb_of_three(tokens, i);
        mend_verb_behind_and(tokens, i);
        mend_verb_behind_noun(tokens, i);
        mend_clause_of_addressee(tokens, i);
        mend_named_ship(tokens, i, groups);
        mend_plural_with_clause(tokens, i);
        mend_first_of_verbs(tokens, i);
        if (at(tokens, i).head < 0) continue;
        mend_aside_of_subject(tokens, i);
        mend_object_of_second_verb(tokens, i);
        mend_subject_behind_and(tokens, i);
        mend_relative_clause(tokens, i, groups);
    }
}

}  // namespace entente
