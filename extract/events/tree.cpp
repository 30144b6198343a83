#include "extract/events/tree.hpp"

#include <algorithm>

#include "extract/language/letters.hpp"

namespace entente {

namespace {

/// The lemma in lower case. In a language whose words end in no double consonant (group `single_final`), a
/// guess like "luchtaanvall" for luchtaanvallen loses its last letter.
std::string plain_lemma(const Token& token, const WordGroups& groups) {
    std::string lemma = lower_case(token.lemma.empty() ? token.form : token.lemma);
    const std::size_t n = lemma.size();
    const bool guessed = n > 4 && token.upos == Upos::noun && lemma[n - 1] == lemma[n - 2] &&
                         groups.contains("single_final", std::string_view(lemma).substr(n - 1));
    if (guessed) lemma.pop_back();
    return lemma;
}

}  // namespace

Tree::Tree(const Sentence& sentence, const WordGroups& groups) : sentence_(&sentence), groups_(&groups) {
    lemmas_.reserve(sentence.tokens.size());
    for (const Token& token : sentence.tokens) lemmas_.push_back(plain_lemma(token, groups));
    link();
    join_particles();
}

void Tree::link() {
    const int n = size();
    heads_.reserve(static_cast<std::size_t>(n));
    for (const Token& word : sentence_->tokens) {
        int above = word.head;
        if (above >= 0 && above < n) {
            const std::string_view relation = token(above).deprel;
            const bool function_word = relation.starts_with("aux") || relation == "cop";
            if (function_word && token(above).head >= 0) above = token(above).head;
        }
        heads_.push_back(above >= n ? -1 : above);
    }
    children_.resize(static_cast<std::size_t>(n));
    extents_.resize(static_cast<std::size_t>(n));
    for (int node = 0; node < n; ++node) {
        extents_[static_cast<std::size_t>(node)] = {node, node};
        if (head(node) >= 0 && head(node) < n && head(node) != node)
            children_[static_cast<std::size_t>(head(node))].push_back(node);
        else if (root_ < 0)
            root_ = node;
    }
    for (int node = 0; node < n; ++node) {
        int above = head(node);
        for (int steps = 0; above >= 0 && above < n && steps < n; ++steps, above = head(above)) {
            auto& [first, last] = extents_[static_cast<std::size_t>(above)];
            first = std::min(first, node);
            last = std::max(last, node);
        }
    }
}

void Tree::join_particles() {
    // "De landen spreken af vaker te oefenen": a particle that the parser gave to another word, where the two
    // make a verb that the tables know.
    for (int particle = 1; particle < size(); ++particle) {
        const Upos pos = token(particle).upos;
        if ((pos != Upos::adp && pos != Upos::adv && pos != Upos::adj) ||
            !groups_->contains("particle", lemma(particle)))
            continue;
        const bool loose = is(particle, "mark") || is(particle, "advmod") || is(particle, "compound") ||
                           is(particle, "xcomp") || is(particle, "advcl") || is(particle, "obl");
        if ((!loose && !is(particle, "case")) || !children(particle).empty()) continue;
        // At the end of its clause it may stand far from its verb.
        const bool last = particle + 1 == size() || token(particle + 1).upos == Upos::punct;
        const int reach = last && loose ? 25 : 8;
        for (int verb = particle - 1; verb >= 0 && verb >= particle - reach; --verb) {
            if (token(verb).upos != Upos::verb || !is_finite(verb)) continue;
            if (has_feature(verb, "VerbForm=Part")) break;  // a participle's particle stands before it
            const std::string joined = lemma(particle) + lemma(verb);
            // A preposition is taken for a particle only directly behind what is no verb by itself ("kondigde
            // aan de").
            const bool sure =
                loose || (verb == particle - 1 && !groups_->contains("known_verb", lemma(verb)));
            if (sure && groups_->contains("known_verb", joined)) {
                lemmas_[static_cast<std::size_t>(verb)] = joined;
                joined_.push_back(particle);
            }
            break;
        }
    }
}

std::string_view Tree::relation(int node) const {
    const std::string_view deprel = token(node).deprel;
    return deprel.substr(0, deprel.find(':'));
}

bool Tree::is(int node, std::string_view name) const {
    const std::string_view deprel = token(node).deprel;
    return deprel == name ||
           (deprel.size() > name.size() && deprel.starts_with(name) && deprel[name.size()] == ':');
}

int Tree::child(int node, std::string_view name) const {
    for (const int c : children(node))
        if (is(c, name)) return c;
    return -1;
}

bool Tree::has_feature(int node, std::string_view feature) const {
    const std::string_view feats = token(node).feats;
    for (std::size_t at = feats.find(feature); at != std::string_view::npos;
         at = feats.find(feature, at + 1)) {
        const std::size_t end = at + feature.size();
        if ((at == 0 || feats[at - 1] == '|') && (end == feats.size() || feats[end] == '|')) return true;
    }
    return false;
}

bool Tree::below(int node, int ancestor) const { return distance_up(node, ancestor) >= 0; }

int Tree::distance_up(int node, int ancestor) const {
    for (int steps = 0; node >= 0 && node < size() && steps <= size(); ++steps, node = head(node))
        if (node == ancestor) return steps;
    return -1;
}

bool Tree::is_past_participle(int node) const {
    if (!has_feature(node, "VerbForm=Part") || has_feature(node, "Tense=Pres")) return false;
    std::string form = lower_case(token(node).form);
    if (form.ends_with("ing")) return false;
    if (form.ends_with('e')) form.pop_back();
    if (!form.ends_with("end")) return true;
    // Dutch present participles bear no tense: "durend", "aanvallende". They are the infinitive and "d",
    // which "bewapend", "onteigend" are not.
    form.pop_back();
    const std::string& infinitive = lemma(node);
    return !form.ends_with(infinitive) && !infinitive.ends_with(form);
}

bool Tree::is_present_participle(int node) const {
    return has_feature(node, "VerbForm=Ger") ||
           (has_feature(node, "VerbForm=Part") && !is_past_participle(node));
}

bool Tree::is_finite(int node) const {
    if (has_feature(node, "VerbForm=Fin")) return true;
    const auto below = children(node);
    return std::any_of(below.begin(), below.end(), [&](int c) {
        return (is(c, "aux") || is(c, "cop")) && has_feature(c, "VerbForm=Fin");
    });
}

bool Tree::is_predicate(int node) const {
    if (is_verb(node))
        return !is(node, "amod") && !is(node, "compound") && !is(node, "aux") && !is(node, "cop");
    return child(node, "cop") >= 0 || (child(node, "nsubj") >= 0 && !is(node, "nsubj"));
}

int Tree::clause_of(int node) const {
    for (int steps = 0; node >= 0 && node < size() && steps <= size(); ++steps, node = head(node))
        if (is_predicate(node)) return node;
    return -1;
}

std::string Tree::preposition(int node) const {
    std::string name;
    for (const int c : children(node)) {
        // "zien als een provocatie", "als schandalig": the treebanks call the "als" before a noun a mark.
        const bool preposition =
            is(c, "case") ||
            (is(c, "mark") && (is_noun(node) || token(node).upos == Upos::adj) && child(node, "cop") < 0);
        if (!preposition || std::find(joined_.begin(), joined_.end(), c) != joined_.end()) continue;
        // "up to 500 men" is a number, no direction.
        const bool of_number =
            c > 0 && c + 1 < size() && token(c + 1).upos == Upos::num && lemma(c - 1) == "up";
        const bool measures =
            c + 1 < size() && in_group(c, "number_qualifier") &&
            (token(c + 1).upos == Upos::num || (token(c + 1).form[0] >= '0' && token(c + 1).form[0] <= '9'));
        if (of_number || measures) continue;  // "killed about 200 rebels"
        const bool example =                  // "met onder anderen de Britten"
            !name.empty() && c + 1 < size() &&
            groups_->contains("such_as", lower_case(token(c).form) + "_" + lower_case(token(c + 1).form));
        if (example) continue;
        if (!name.empty()) name += '_';
        name += lower_case(token(c).form);
        for (const int part : children(c))
            if (is(part, "fixed")) name.append("_").append(lower_case(token(part).form));
    }
    return groups_->canonical(name);
}

}  // namespace entente
