#include "extract/events/mend_trees.hpp"

#include <string_view>

#include "extract/events/mend_attachments.hpp"
#include "extract/events/mend_clauses.hpp"
#include "extract/events/mend_headlines.hpp"
#include "extract/events/mend_objects.hpp"
#include "extract/events/mend_verbs.hpp"
#include "extract/events/mend_word_order.hpp"
#include "extract/events/token_links.hpp"
#include "extract/language/letters.hpp"

namespace entente {

namespace {

using links::at;
using links::child;
using links::has;
using links::is;
using links::size_of;
using links::Tokens;

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

/// Whether nothing but adverbs, or an aside that a comma ends, stands between the subject and the verb.
bool stands_before(const Tokens& tokens, int subject, int verb) {
    if (verb > 0 && at(tokens, verb - 1).form == ",") return subject < verb;
    for (int i = subject + 1; i < verb; ++i)
        if (at(tokens, i).upos != Upos::adv) return false;
    return subject < verb;
}

void mend_participle(Tokens& tokens, int verb) {
    const int noun = at(tokens, verb).head;
    const bool misread = at(tokens, verb).upos == Upos::verb && is(at(tokens, verb), "amod") && noun > verb &&
                         at(tokens, noun).head < 0 && at(tokens, noun).upos == Upos::noun &&
                         !at(tokens, verb).form.ends_with("ing");
    if (!misread || child(tokens, noun, "cop") >= 0) return;
    const int of_noun = child(tokens, noun, "nsubj");
    if (of_noun >= 0 && !stands_before(tokens, of_noun, verb)) return;
    const int subject = of_noun >= 0 ? of_noun : hidden_subject(tokens, verb, noun);
    if (subject < 0) return;
    for (int i = 0; i < static_cast<int>(tokens.size()); ++i) {
        Token& token = at(tokens, i);
        if (token.head != noun || i == verb || i == subject) continue;
        const bool of_name = i < subject && (is(token, "compound") || is(token, "amod") || is(token, "det"));
        if (of_name)
            token.head = subject;
        else if (i < verb || token.upos == Upos::punct || is(token, "advmod") || is(token, "obl"))
            token.head = verb;
    }
    at(tokens, subject).head = verb;
    at(tokens, subject).deprel = "nsubj";
    at(tokens, noun).head = verb;
    at(tokens, noun).deprel = "obj";
    links::make_past_root(tokens, verb);
}

/// "Nicaragua [severed ties]": a past tense that was taken for an adjective is read as a participle, for
/// mend_participle.
void mend_adjectival_verb(Tokens& tokens, int word, const WordGroups& groups) {
    Token& verb = at(tokens, word);
    const int noun = verb.head;
    const int name = word - 1;
    if (verb.upos != Upos::adj || !is(verb, "amod") || noun <= word || name < 0 ||
        at(tokens, name).upos != Upos::propn)
        return;
    const bool of_name = at(tokens, name).head < 0 && at(tokens, noun).head == name;
    if (!of_name && (at(tokens, noun).head >= 0 || at(tokens, name).head != noun)) return;
    const std::string lemma = links::verb_of(lower_case(verb.form), "ed", groups);
    if (lemma.empty()) return;
    verb.upos = Upos::verb;
    verb.lemma = lemma;
    verb.feats = "Tense=Past|VerbForm=Part";
    if (of_name) at(tokens, noun).deprel = "appos";  // for mend_apposition
}

/// "a student [jailed in Egypt] went on strike": a participle behind its noun that was tagged as a past
/// tense.
void mend_tagged_participle(Tokens& tokens, int word) {
    Token& verb = at(tokens, word);
    if (verb.upos != Upos::verb || !is(verb, "acl") || verb.head >= word || verb.head < 0 ||
        verb.feats.find("Tense=Past") == std::string::npos ||
        verb.feats.find("VerbForm=Fin") == std::string::npos)
        return;
    for (const Token& token : tokens)
        if (token.head == word && (is(token, "nsubj") || is(token, "obj") || is(token, "iobj") ||
                                   is(token, "aux") || is(token, "ccomp") || is(token, "mark")))
            return;
    verb.feats = "Tense=Past|VerbForm=Part|Voice=Pass";
}

/// "had [struck positions]": the participle of a perfect that was taken for one in front of the object.
void mend_perfect(Tokens& tokens, int verb) {
    const int noun = at(tokens, verb).head;
    const int have = verb - 1;
    if (at(tokens, verb).upos != Upos::verb || !is(at(tokens, verb), "amod") ||
        at(tokens, verb).form.ends_with("ing") || have < 0 || at(tokens, have).lemma != "have" ||
        noun < verb || at(tokens, noun).head != have || !is(at(tokens, noun), "obj"))
        return;
    for (Token& token : tokens)
        if (token.head == have) token.head = verb;
    at(tokens, verb).head = at(tokens, have).head;
    at(tokens, verb).deprel = at(tokens, have).deprel;
    at(tokens, have).head = verb;
    at(tokens, have).deprel = "aux";
    at(tokens, have).upos = Upos::aux;
    at(tokens, noun).head = verb;
}

/// "[Forces crossed into Congo], witnesses said": a clause that was taken for the first of two subjects of
/// what is said about it.
void mend_reported_clause(Tokens& tokens, int subject) {
    const int saying = at(tokens, subject).head;
    if (saying < 0 || at(tokens, saying).upos != Upos::verb || !is(at(tokens, subject), "nsubj") ||
        subject > saying)
        return;
    int second = -1;
    for (int i = subject + 1; i < saying; ++i)
        if (at(tokens, i).head == saying && is(at(tokens, i), "nsubj")) second = i;
    const int verb = child(tokens, subject, "acl");
    if (second < 0 || verb < subject || verb > second || at(tokens, verb).upos != Upos::verb ||
        at(tokens, verb).deprel != "acl" || at(tokens, verb).form.ends_with("ing"))
        return;
    at(tokens, verb).head = saying;
    at(tokens, verb).deprel = "ccomp";
    at(tokens, verb).feats = links::past_tense;
    at(tokens, subject).head = verb;
}

/// "Mali [blamed] Beninese soldiers": the name as the root, and what it did as its apposition.
void mend_apposition(Tokens& tokens, int verb) {
    const int name = verb - 1;
    const int noun = at(tokens, verb).head;
    const bool misread = name >= 0 && noun > verb && at(tokens, verb).upos == Upos::verb &&
                         is(at(tokens, verb), "amod") && is(at(tokens, noun), "appos") &&
                         at(tokens, noun).head == name && at(tokens, name).head < 0 &&
                         at(tokens, name).upos == Upos::propn && !at(tokens, verb).form.ends_with("ing");
    if (!misread || has_article(tokens, noun, verb)) return;
    for (int i = verb; i < static_cast<int>(tokens.size()); ++i)
        if (at(tokens, i).head == name) at(tokens, i).head = verb;
    at(tokens, name).head = verb;
    at(tokens, name).deprel = "nsubj";
    at(tokens, noun).head = verb;
    at(tokens, noun).deprel = "obj";
    links::make_past_root(tokens, verb);
}

/// "…, lately levying duties on Chile".
void mend_gerund(Tokens& tokens, int verb) {
    const int noun = at(tokens, verb).head;
    if (at(tokens, verb).upos != Upos::verb || !is(at(tokens, verb), "amod") || noun <= verb ||
        !at(tokens, verb).form.ends_with("ing") || has_article(tokens, noun, verb))
        return;
    int before = verb - 1;
    while (before >= 0 && at(tokens, before).upos == Upos::adv) --before;
    const int governor = at(tokens, noun).head;
    if (before < 0 || at(tokens, before).form != "," || governor < 0 ||
        at(tokens, governor).upos != Upos::verb)
        return;
    for (int i = before + 1; i < verb; ++i)
        if (at(tokens, i).head == noun) at(tokens, i).head = verb;
    at(tokens, verb).head = governor;
    at(tokens, verb).deprel = "advcl";
    at(tokens, noun).head = verb;
    at(tokens, noun).deprel = "obj";
}

/// "from neighbouring Chad".
void mend_adjective(Tokens& tokens, int word, const WordGroups& groups) {
    const int noun = child(tokens, word, "obj");
    const bool misread = at(tokens, word).upos == Upos::verb && noun == word + 1 &&
                         at(tokens, word).head >= 0 &&
                         groups.contains("adjective_participle", lower_case(at(tokens, word).form));
    if (!misread) return;
    // "rebuked Chad for invading Niger"
    if (groups.contains("charge", lower_case(at(tokens, at(tokens, word).head).lemma)) &&
        child(tokens, word, "mark") >= 0)
        return;
    const bool phrase = child(tokens, noun, "case") >= 0 || child(tokens, word, "case") >= 0 ||
                        child(tokens, word, "mark") >= 0;
    for (Token& token : tokens)
        if (token.head == word) token.head = noun;
    at(tokens, noun).head = at(tokens, word).head;
    at(tokens, noun).deprel = phrase ? "obl" : "obj";
    at(tokens, word).head = noun;
    at(tokens, word).deprel = "amod";
    at(tokens, word).upos = Upos::adj;
}

/// "between China and the US": the second is coordinated with the first.
void mend_between(Tokens& tokens, int word) {
    const int first = at(tokens, word).head;
    if (lower_case(at(tokens, word).form) != "between" || first <= word || !is(at(tokens, word), "case"))
        return;
    const int size = static_cast<int>(tokens.size());
    if (first + 2 >= size || at(tokens, first + 1).upos != Upos::cconj) return;
    int second = first + 2;
    while (second < size && at(tokens, second).upos == Upos::det) ++second;
    if (second >= size || at(tokens, second).upos != Upos::propn) return;
    while (second + 1 < size && at(tokens, second + 1).upos == Upos::propn) ++second;
    if (links::below(tokens, first, second) || links::below(tokens, first, first + 1)) return;
    if (at(tokens, second).head == first || at(tokens, second).head < 0) return;
    at(tokens, second).head = first;
    at(tokens, second).deprel = "conj";
    at(tokens, first + 1).head = second;
    at(tokens, first + 1).deprel = "cc";
}

/// "accused China of attacking", "accused China, an ally of Chad, of attacking", "accused its coast guard of
/// attacking", "was accused by London of attacking": the gerund belongs to the verb, not to the name.
void mend_gerund_of_name(Tokens& tokens, int gerund, const WordGroups& groups) {
    int name = at(tokens, gerund).head;
    if (is(at(tokens, name), "appos") && at(tokens, name).head >= 0) name = at(tokens, name).head;
    const int mark = child(tokens, gerund, "mark");
    const bool agent = at(tokens, name).deprel == "obl:agent" && at(tokens, name).head >= 0 &&
                       at(tokens, at(tokens, name).head).upos == Upos::verb;
    const bool charged = at(tokens, name).upos == Upos::noun && at(tokens, name).head >= 0 &&
                         groups.contains("charge", lower_case(at(tokens, at(tokens, name).head).lemma));
    const bool object = (at(tokens, name).upos == Upos::propn || charged) && is(at(tokens, name), "obj");
    const bool hung_from_name = at(tokens, gerund).upos == Upos::verb && is(at(tokens, gerund), "acl") &&
                                mark >= 0 && (object || agent) &&
                                groups.contains("object_gerund", lower_case(at(tokens, mark).form));
    if (!hung_from_name) return;
    at(tokens, gerund).head = at(tokens, name).head;
    at(tokens, gerund).deprel = "advcl";
}

/// "said following a meeting".
void mend_preposition(Tokens& tokens, int word, const WordGroups& groups) {
    if (at(tokens, word).upos != Upos::verb || !is(at(tokens, word), "advcl") ||
        !groups.contains("participle_preposition", lower_case(at(tokens, word).form)))
        return;
    for (int i = word + 1; i < static_cast<int>(tokens.size()) && i <= word + 6; ++i) {
        Token& token = at(tokens, i);
        const bool sibling = token.head == at(tokens, word).head && is(token, "obl");
        const bool object = token.head == word && is(token, "obj");
        if ((!sibling && !object) || child(tokens, i, "case") >= 0) continue;
        token.head = at(tokens, word).head;
        token.deprel = "obl";
        at(tokens, word).head = i;
        at(tokens, word).deprel = "case";
        at(tokens, word).upos = Upos::adp;
        return;
    }
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
    for (std::size_t steps = 0; steps < tokens.size() && phrase >= 0 && at(tokens, phrase).head != verb;
         ++steps)
        phrase = at(tokens, phrase).head;
    if (phrase < 0 || at(tokens, phrase).head != verb) return;
    word.head = verb;
    word.deprel = "compound:prt";
    if (is(at(tokens, phrase), "obl") && child(tokens, phrase, "case") < 0 && child(tokens, verb, "obj") < 0)
        at(tokens, phrase).deprel = "obj";
}

/// "[Mali and Chad] applauded", "after [Chad] signs a deal", a name taken for the object or for a part of the
/// verb: in front of a verb without subject it is that.
void mend_object_in_front(Tokens& tokens, int noun) {
    Token& object = at(tokens, noun);
    if ((!is(object, "obj") && !is(object, "compound")) || object.upos != Upos::propn || object.head <= noun)
        return;
    const Token& verb = at(tokens, object.head);
    if (verb.upos == Upos::verb && (has(verb, "VerbForm=Fin") || !has(verb, "VerbForm")) &&
        !is(verb, "acl") && child(tokens, object.head, "nsubj") < 0)
        object.deprel = "nsubj";
}

/// "cut [ties] after its embassy was stormed": what stands in front of a clause's conjunction belongs to the
/// verb before it.
void mend_argument_of_clause(Tokens& tokens, int noun) {
    Token& argument = at(tokens, noun);
    const int clause = argument.head;
    if (clause < noun || (!is(argument, "nsubj") && !is(argument, "obj"))) return;
    const int mark = child(tokens, clause, "mark");
    if (mark < noun) return;
    for (int verb = at(tokens, clause).head; verb >= 0; verb = at(tokens, verb).head) {
        if (verb > noun || at(tokens, verb).upos != Upos::verb) continue;
        if (child(tokens, verb, "obj") >= 0) return;
        argument.head = verb;
        argument.deprel = "obj";
        return;
    }
}

/// "[for] EU membership": a preposition hung from the name in front of its noun.
void mend_case_of_compound(Tokens& tokens, int word) {
    Token& preposition = at(tokens, word);
    if (!is(preposition, "case") || preposition.upos != Upos::adp || preposition.head < word) return;
    const Token& name = at(tokens, preposition.head);
    if (is(name, "compound") && name.head > preposition.head) preposition.head = name.head;
}

/// "denied that it had struck towns and [accused] Yerevan": the second of two statements stands beside the
/// first, not within what that says.
void mend_second_statement(Tokens& tokens, int verb, const WordGroups& groups) {
    Token& second = at(tokens, verb);
    if (!is(second, "conj") || second.upos != Upos::verb || child(tokens, verb, "nsubj") >= 0 ||
        child(tokens, verb, "aux") >= 0 || !groups.contains("statement", second.lemma))
        return;
    const Token& told = at(tokens, second.head);
    if (!is(told, "ccomp") || told.head < 0 || told.head > second.head ||
        groups.contains("statement", told.lemma))
        return;
    if (groups.contains("statement", at(tokens, told.head).lemma)) second.head = told.head;
}

/// "between Kinshasa and [Rwandan]-backed rebels", of which the first word was hung elsewhere.
void mend_hyphened_participle(Tokens& tokens, int name) {
    if (at(tokens, name).upos != Upos::propn || name + 2 >= size_of(tokens) ||
        at(tokens, name + 1).form != "-" || !is(at(tokens, name + 2), "amod") ||
        at(tokens, name + 2).head <= name + 2 || links::below(tokens, name + 2, name))
        return;
    const bool one_word = at(tokens, name).end == at(tokens, name + 1).begin &&
                          at(tokens, name + 1).end == at(tokens, name + 2).begin;
    if (!has(at(tokens, name + 2), "VerbForm=Part") && !one_word) return;
    at(tokens, name).head = name + 2;
    at(tokens, name).deprel = "compound";
}

/// "…, [a minister] said on Tuesday." at the end of a sentence, of which the speaker was hung elsewhere.
void mend_last_statement(Tokens& tokens, int verb, const WordGroups& groups) {
    constexpr int longest_rest = 6;  // "said in a statement on Tuesday ."
    if (at(tokens, verb).upos != Upos::verb || !has(at(tokens, verb), "VerbForm=Fin") ||
        !groups.contains("statement", at(tokens, verb).lemma) || size_of(tokens) - verb > longest_rest + 1)
        return;
    for (int i = verb + 1; i < size_of(tokens); ++i)
        if (at(tokens, i).upos == Upos::verb || at(tokens, i).form == ",") return;
    int comma = verb - 1;
    while (comma > 0 && at(tokens, comma).form != "," && at(tokens, comma).upos != Upos::verb) --comma;
    if (comma < 3 || at(tokens, comma).form != ",") return;
    int speaker = -1;
    for (int i = comma + 1; i < verb; ++i) {
        const int head = at(tokens, i).head;
        if (at(tokens, i).upos == Upos::adv || at(tokens, i).upos == Upos::aux ||
            (head > comma && head < verb))
            continue;
        if (speaker >= 0) return;
        speaker = i;
    }
    if (speaker < 0 || at(tokens, speaker).head == verb || links::below(tokens, verb, speaker)) return;
    const Upos upos = at(tokens, speaker).upos;
    if (upos != Upos::noun && upos != Upos::propn && upos != Upos::pron) return;
    for (Token& token : tokens)
        if (token.head == verb && (is(token, "nsubj") || is(token, "mark"))) token.deprel = "dep";
    at(tokens, speaker).head = verb;
    at(tokens, speaker).deprel = "nsubj";
    if (at(tokens, verb).head >= 0) at(tokens, verb).deprel = "parataxis";
}

}  // namespace

void mend_trees(std::vector<Sentence>& sentences, const WordGroups& groups) {
    for (Sentence& sentence : sentences)
        if (sentence.well_formed) mend_word_order(sentence.tokens, groups);
    if (groups.find("particle_verb") == nullptr) return;
    for (Sentence& sentence : sentences) {
        if (!sentence.well_formed) continue;
        mend_headlines(sentence.tokens, groups);
        mend_clauses(sentence.tokens, groups);
        mend_verbs(sentence.tokens, groups);
        mend_objects(sentence.tokens, groups);
        mend_attachments(sentence.tokens, groups);
        for (int i = 0; i < static_cast<int>(sentence.tokens.size()); ++i) {
            mend_last_statement(sentence.tokens, i, groups);
            if (at(sentence.tokens, i).head < 0) {
                mend_particle(sentence.tokens, i, groups);
                continue;
            }
            mend_argument_of_clause(sentence.tokens, i);
            mend_case_of_compound(sentence.tokens, i);
            mend_second_statement(sentence.tokens, i, groups);
            mend_hyphened_participle(sentence.tokens, i);
            mend_object_in_front(sentence.tokens, i);
            mend_adjectival_verb(sentence.tokens, i, groups);
            mend_participle(sentence.tokens, i);
            mend_tagged_participle(sentence.tokens, i);
            mend_perfect(sentence.tokens, i);
            mend_reported_clause(sentence.tokens, i);
            mend_apposition(sentence.tokens, i);
            mend_particle(sentence.tokens, i, groups);
            if (at(sentence.tokens, i).head < 0) continue;
            mend_between(sentence.tokens, i);
            mend_gerund_of_name(sentence.tokens, i, groups);
            mend_gerund(sentence.tokens, i);
            mend_adjective(sentence.tokens, i, groups);
            mend_preposition(sentence.tokens, i, groups);
        }
    }
}

}  // namespace entente
