#include "extract/time/time_reader.hpp"

namespace entente::detail {

TimeReader::Tense TimeReader::tense_at(std::size_t t) const {
    if (begun_) return Tense::past;
    const std::vector<Token>& tokens = sentence_->tokens;
    if (tokens[t].deprel.empty()) {
        for (std::size_t u = 0; u < size(); ++u)
            if (is(u, tw_future)) return Tense::ahead;
        return Tense::unknown;
    }
    std::size_t at = t;
    for (int steps = 0; steps < 8; ++steps) {
        const Token& here = tokens[at];
        if ((here.upos == Upos::verb || here.upos == Upos::aux) && at != t)
            if (const Tense tense = verb_tense(at); tense != Tense::unknown) return tense;
        if (here.head < 0) {
            // A predicate noun: its copula is a child.
            return verb_tense(at);
        }
        const bool infinitive = at != t && has(here, "VerbForm=Inf");
        at = static_cast<std::size_t>(here.head);
        if (infinitive && found_[at] != nullptr && found_[at]->looks_ahead) return Tense::ahead;
        // A time under a noun ("the Nov. 6 elections") does not share the verb's tense.
        if (steps == 0 && tokens[at].upos != Upos::verb && tokens[at].upos != Upos::aux && !has_copula(at))
            return Tense::unknown;
    }
    return Tense::unknown;
}

bool TimeReader::has_copula(std::size_t t) const {
    for (const Token& token : sentence_->tokens)
        if (token.head == static_cast<int>(t) && token.deprel == "cop") return true;
    return false;
}

bool TimeReader::is_hearsay(std::size_t verb) const {
    bool told = false;
    bool perfect = false;
    for (const Token& token : sentence_->tokens) {
        if (token.head != static_cast<int>(verb) || token.upos != Upos::aux) continue;
        told = told || (token.lemma == "zullen" && has(token, "Tense=Past"));
        perfect =
            perfect || ((token.lemma == "hebben" || token.lemma == "zijn") && has(token, "VerbForm=Inf"));
    }
    return told && perfect;
}

TimeReader::Tense TimeReader::verb_tense(std::size_t verb) const {
    const std::vector<Token>& tokens = sentence_->tokens;
    if (is(verb, tw_future)) return Tense::ahead;  // "planned for", "gepland op"
    if (dutch_ && is_hearsay(verb)) return Tense::past;
    Tense helped = Tense::unknown;
    for (std::size_t u = 0; u < tokens.size(); ++u) {
        const Token& child = tokens[u];
        if (child.head != static_cast<int>(verb)) continue;
        if (child.upos != Upos::aux && child.deprel != "cop" && !child.deprel.starts_with("aux")) continue;
        if (is(u, tw_future)) return Tense::ahead;
        if (child.lemma == "have" || child.lemma == "hebben") return Tense::past;
        const bool modal = has(child, "VerbForm=Fin") && child.lemma != "be" && child.lemma != "zijn" &&
                           child.lemma != "worden" && child.lemma != "do" && !has(child, "Tense=Past");
        if (modal) return Tense::ahead;
        if (has(child, "Tense=Past")) helped = Tense::past;
        if (has(child, "Tense=Pres") && helped == Tense::unknown) {
            // "is gezegd" is a perfect in Dutch, "is expected" a present in English.
            const bool perfect = dutch_ && child.lemma == "zijn" && child.deprel != "cop";
            helped = perfect ? Tense::past : Tense::ahead;
        }
    }
    if (helped != Tense::unknown) return helped;
    const Token& token = tokens[verb];
    if (has(token, "VerbForm=Fin")) {
        if (has(token, "Tense=Past")) return Tense::past;
        if (has(token, "Tense=Pres")) return Tense::ahead;
    }
    if (has(token, "Tense=Past") && !has(token, "VerbForm=Inf")) return Tense::past;
    return Tense::unknown;
}

}  // namespace entente::detail
