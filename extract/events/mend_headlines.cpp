#include "extract/events/mend_headlines.hpp"

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

constexpr const char* present_tense = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin";

/// The first token without a head; their number if there is none.
int root_of(const Tokens& tokens) {
    int root = 0;
    while (root < size_of(tokens) && at(tokens, root).head >= 0) ++root;
    return root;
}

/// Whether all in front of `word` may be a subject: names, nouns and what stands before them.
bool is_subject(const Tokens& tokens, int word) {
    bool named = false;
    for (int i = 0; i < word; ++i) {
        const Token& token = at(tokens, i);
        const bool hyphened = token.upos == Upos::verb && i > 0 && at(tokens, i - 1).form == "-";
        const bool joint = token.form == "-" || token.form == "," || token.form == "'s";
        if (!is_noun(token) && token.upos != Upos::adj && token.upos != Upos::num && !hyphened && !joint)
            return false;
        named |=
            token.upos == Upos::propn || (token.upos == Upos::adj && token.form != lower_case(token.form));
    }
    return word > 0 && named && is_noun(at(tokens, word - 1));
}

/// Whether `word` is a plural that looks like the present tense of a verb of the tables.
bool may_be_verb(const Tokens& tokens, int word, const WordGroups& groups) {
    const Token& token = at(tokens, word);
    return token.upos == Upos::noun && has(token, "Number=Plur") && child(tokens, word, "det") < 0 &&
           child(tokens, word, "case") < 0 && groups.contains("known_verb", lower_case(token.lemma)) &&
           is_subject(tokens, word);
}

/// "[bombs] Houthi positions", "[lodges] protest with China": `word` becomes the root, the old one its
/// object.
void make_headline_verb(Tokens& tokens, int word, int root) {
    const int subject = word - 1;
    for (int i = 0; i < size_of(tokens); ++i) {
        Token& token = at(tokens, i);
        if (i == word || i == root || i == subject) continue;
        const bool outside = token.head == word || token.head == root || token.head < 0;
        if (i < subject && (outside || token.head > subject)) {
            token.head = subject;
            if (is(token, "nsubj")) token.deprel = is_noun(token) ? "compound" : "amod";
        } else if (i > word && i < root && (token.head == word || is(token, "nsubj"))) {
            token.head = root;
            token.deprel = token.upos == Upos::adj ? "amod" : "compound";
        } else if (i > root && outside && (is(token, "advcl") || token.upos == Upos::punct)) {
            token.head = word;
        }
    }
    Token& verb = at(tokens, word);
    verb.upos = Upos::verb;
    verb.feats = present_tense;
    verb.head = -1;
    verb.deprel = "root";
    at(tokens, subject).head = word;
    at(tokens, subject).deprel = "nsubj";
    Token& object = at(tokens, root);
    object.upos = Upos::noun;
    object.head = word;
    object.deprel = "obj";
}

/// "Saudi-led coalition [bombs] Houthi positions": a plural taken for a part of the root's name.
void mend_verb_of_noun(Tokens& tokens, int word, const WordGroups& groups) {
    const int root = root_of(tokens);
    if (root <= word || root >= size_of(tokens) || at(tokens, root).upos != Upos::noun ||
        !may_be_verb(tokens, word, groups) || !links::below(tokens, word, root) ||
        child(tokens, root, "cop") >= 0)
        return;
    for (int i = word + 1; i < root; ++i)
        if (!is_noun(at(tokens, i)) && at(tokens, i).upos != Upos::adj && at(tokens, i).upos != Upos::num)
            return;
    make_headline_verb(tokens, word, root);
}

/// "Japan [lodges] protest with China": its object, a noun of the tables, taken for the verb.
void mend_verb_of_verb(Tokens& tokens, int word, const WordGroups& groups) {
    const int root = root_of(tokens);
    if (root <= word || root >= size_of(tokens) || at(tokens, root).upos != Upos::verb ||
        at(tokens, word).head != root || !is(at(tokens, word), "nsubj") ||
        !may_be_verb(tokens, word, groups) ||
        !groups.contains("known_noun", lower_case(at(tokens, root).form)))
        return;
    for (int i = word + 1; i < size_of(tokens); ++i) {
        const Token& token = at(tokens, i);
        if (i < root && !is_noun(token) && token.upos != Upos::adj) return;
        if (token.head == root && (is(token, "aux") || is(token, "obj") || is(token, "mark"))) return;
    }
    make_headline_verb(tokens, word, root);
}

/// "Finland closes last [crossing] with Russia": a gerund behind an adjective is a noun.
void mend_object_in_ing(Tokens& tokens, int word, const WordGroups& groups) {
    Token& token = at(tokens, word);
    const int verb = token.head;
    if (verb < 0 || verb > word - 2 || token.upos != Upos::verb || !token.form.ends_with("ing") ||
        !(is(token, "advcl") || is(token, "xcomp")) || at(tokens, word - 1).upos != Upos::adj ||
        (at(tokens, word - 1).head != word && at(tokens, word - 1).head != verb) ||
        child(tokens, verb, "obj") >= 0 || child(tokens, word, "obj") >= 0 ||
        !groups.contains("known_verb", lower_case(at(tokens, verb).lemma)))
        return;
    token.upos = Upos::noun;
    token.lemma = lower_case(token.form);
    token.feats = "Number=Sing";
    token.deprel = "obj";
    at(tokens, word - 1).head = word;
    at(tokens, word - 1).deprel = "amod";
    for (Token& other : tokens)
        if (other.head == word && is(other, "obl")) other.deprel = "nmod";
}

/// "Britain [signs] security pact with Ukraine": no noun has an object.
void mend_verb_with_object(Tokens& tokens, int word, const WordGroups& groups) {
    Token& token = at(tokens, word);
    const int name = word - 1;
    if (token.head >= 0 || token.upos != Upos::noun || name < 0 || !has(token, "Number=Plur") ||
        !is(at(tokens, name), "compound") || at(tokens, name).upos != Upos::propn ||
        at(tokens, name).head != word || child(tokens, word, "obj") < word ||
        child(tokens, word, "det") >= 0 || child(tokens, word, "case") >= 0 ||
        !groups.contains("known_verb", lower_case(token.lemma)))
        return;
    token.upos = Upos::verb;
    token.feats = present_tense;
    at(tokens, name).deprel = "nsubj";
}

/// "Chad, Niger reopen border": two names with a comma between them, taken for two subjects, for somebody who
/// is addressed or for a day, are one.
void mend_two_subjects(Tokens& tokens, int word) {
    const int verb = at(tokens, word).head;
    const bool subject = is(at(tokens, word), "nsubj") || is(at(tokens, word), "vocative") ||
                         at(tokens, word).deprel == "obl:unmarked";
    if (verb <= word + 2 || !subject || at(tokens, word).upos != Upos::propn) return;
    int comma = word + 1;
    while (comma < verb && at(tokens, comma).upos == Upos::propn) ++comma;  // "Kim Jong Un, Putin"
    if (at(tokens, comma).form != ",") return;
    // Only several do in the plural what a verb without an ending says.
    const bool several = at(tokens, verb).upos == Upos::verb && word == 0 &&
                         lower_case(at(tokens, verb).form) == at(tokens, verb).lemma;
    for (int i = comma + 1; i < verb; ++i) {
        const Upos upos = at(tokens, i).upos;
        if (upos != Upos::propn && !(several && (upos == Upos::noun || upos == Upos::adj))) return;
        if (at(tokens, i).head != verb || !is(at(tokens, i), "nsubj")) continue;
        at(tokens, i).head = word;
        at(tokens, i).deprel = "conj";
        at(tokens, word).deprel = "nsubj";
        return;
    }
}

/// "[Burkina Faso junta] expels envoy": a name and the noun behind it, taken for two subjects.
void mend_name_of_subject(Tokens& tokens, int noun) {
    const Token& token = at(tokens, noun);
    if (token.upos != Upos::noun || !is(token, "nsubj") || noun == 0) return;
    int name = noun - 1;
    while (name > 0 && is(at(tokens, name), "flat") && at(tokens, name).head < name)
        name = at(tokens, name).head;
    if (at(tokens, name).upos != Upos::propn || at(tokens, name).head != token.head ||
        !is(at(tokens, name), "nsubj"))
        return;
    at(tokens, name).head = noun;
    at(tokens, name).deprel = "compound";
}

/// "Denmark [to send] jets to Ukraine": the future of headlines.
void mend_headline_future(Tokens& tokens, const WordGroups& groups) {
    if (tokens.empty() || at(tokens, size_of(tokens) - 1).upos == Upos::punct) return;
    const int root = root_of(tokens);
    if (root >= size_of(tokens) ||
        (at(tokens, root).upos != Upos::propn && at(tokens, root).upos != Upos::noun))
        return;
    const int verb = child(tokens, root, "acl");
    const int mark = verb < 0 ? -1 : child(tokens, verb, "mark");
    if (verb < root || mark != verb - 1 || mark != root + 1 ||
        !groups.contains("infinitive_mark", lower_case(at(tokens, mark).form)) ||
        at(tokens, verb).feats.find("VerbForm=Inf") == std::string::npos)
        return;
    for (Token& token : tokens)
        if (token.head == root && &token > &at(tokens, verb)) token.head = verb;
    at(tokens, verb).head = -1;
    at(tokens, verb).deprel = "root";
    at(tokens, root).head = verb;
    at(tokens, root).deprel = "nsubj";
    at(tokens, mark).upos = Upos::aux;
    at(tokens, mark).lemma = "will";
    at(tokens, mark).deprel = "aux";
}

}  // namespace

void mend_headlines(Tokens& tokens, const WordGroups& groups) {
    mend_headline_future(tokens, groups);
    const bool headline = !tokens.empty() && at(tokens, size_of(tokens) - 1).upos != Upos::punct;
    for (int i = 0; i < size_of(tokens); ++i) {
        mend_verb_with_object(tokens, i, groups);
        mend_two_subjects(tokens, i);
        mend_name_of_subject(tokens, i);
        if (!headline) continue;
        mend_verb_of_noun(tokens, i, groups);
        mend_verb_of_verb(tokens, i, groups);
        mend_object_in_ing(tokens, i, groups);
    }
}

}  // namespace entente
