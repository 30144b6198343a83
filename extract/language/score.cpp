#include "extract/language/score.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <stdexcept>
#include <string_view>

namespace entente {

namespace {

constexpr std::array<std::string_view, 13> scored_relations = {
    "nsubj", "nsubj:pass", "obj",  "iobj",      "obl",   "obl:agent", "compound:prt",
    "flat",  "appos",      "conj", "acl:relcl", "ccomp", "xcomp"};

std::string_view without_subtype(std::string_view deprel) { return deprel.substr(0, deprel.find(':')); }

bool bears(const Token& token, std::string_view relation) {
    if (relation.find(':') != std::string_view::npos) return token.deprel == relation;
    if (relation == "nsubj") return without_subtype(token.deprel) == relation && token.deprel != "nsubj:pass";
    return without_subtype(token.deprel) == relation;
}

/// The `case` dependents of each token.
std::vector<std::set<std::size_t>> prepositions(const Sentence& sentence) {
    std::vector<std::set<std::size_t>> result(sentence.tokens.size());
    for (std::size_t index = 0; index < sentence.tokens.size(); ++index) {
        const Token& token = sentence.tokens[index];
        if (token.head >= 0 && without_subtype(token.deprel) == "case") {
            result[static_cast<std::size_t>(token.head)].insert(index);
        }
    }
    return result;
}

/// A head and its `flat` dependents, in order.
std::map<int, std::vector<std::size_t>> flat_names(const Sentence& sentence) {
    std::map<int, std::vector<std::size_t>> result;
    for (std::size_t index = 0; index < sentence.tokens.size(); ++index) {
        const Token& token = sentence.tokens[index];
        if (token.head < 0 || without_subtype(token.deprel) != "flat") continue;
        auto& name = result[token.head];
        name.push_back(index);
    }
    for (auto& [head, name] : result) {
        name.push_back(static_cast<std::size_t>(head));
        std::sort(name.begin(), name.end());
    }
    return result;
}

void score_names(const Sentence& gold, const Sentence& predicted, Scores& scores) {
    const auto predicted_names = flat_names(predicted);
    const auto is_name = [](const Sentence& sentence, std::size_t index) {
        return sentence.tokens[index].upos == Upos::propn;
    };
    for (const auto& [head, name] : flat_names(gold)) {
        if (!std::all_of(name.begin(), name.end(), [&](std::size_t index) { return is_name(gold, index); }))
            continue;
        ++scores.names;
        bool tagged = std::all_of(name.begin(), name.end(),
                                  [&](std::size_t index) { return is_name(predicted, index); });
        if (name.front() > 0 && !is_name(gold, name.front() - 1) && is_name(predicted, name.front() - 1))
            tagged = false;
        if (name.back() + 1 < gold.tokens.size() && !is_name(gold, name.back() + 1) &&
            is_name(predicted, name.back() + 1)) {
            tagged = false;
        }
        if (!tagged) continue;
        ++scores.names_tagged;
        const auto found = predicted_names.find(head);
        if (found != predicted_names.end() && found->second == name) ++scores.names_linked;
    }
}

void score_sentence(const Sentence& gold, const Sentence& predicted, Scores& scores) {
    const auto gold_prepositions = prepositions(gold);
    const auto predicted_prepositions = prepositions(predicted);
    for (std::size_t index = 0; index < gold.tokens.size(); ++index) {
        const Token& right = gold.tokens[index];
        const Token& ours = predicted.tokens[index];
        ++scores.tokens;
        scores.upos += right.upos == ours.upos;
        scores.feats += right.feats == ours.feats;
        scores.lemma += right.lemma == ours.lemma;
        const bool attached = right.head == ours.head && !ours.deprel.empty();
        scores.uas += attached;
        scores.las += attached && without_subtype(right.deprel) == without_subtype(ours.deprel);
        for (const std::string_view relation : scored_relations) {
            const bool wanted = bears(right, relation);
            const bool given = bears(ours, relation);
            if (!wanted && !given) continue;
            RelationScore& counts = scores.relations[std::string(relation)];
            counts.gold += wanted;
            counts.predicted += given;
            counts.correct +=
                wanted && given && attached &&
                (relation != "obl" || gold_prepositions[index] == predicted_prepositions[index]);
        }
    }
    score_names(gold, predicted, scores);
}

}  // namespace

double RelationScore::f1() const {
    if (gold + predicted == 0) return 1;
    return 2.0 * static_cast<double>(correct) / static_cast<double>(gold + predicted);
}

Scores& Scores::operator+=(const Scores& other) {
    tokens += other.tokens;
    upos += other.upos;
    feats += other.feats;
    lemma += other.lemma;
    uas += other.uas;
    las += other.las;
    for (const auto& [relation, counts] : other.relations) {
        RelationScore& ours = relations[relation];
        ours.gold += counts.gold;
        ours.predicted += counts.predicted;
        ours.correct += counts.correct;
    }
    names += other.names;
    names_tagged += other.names_tagged;
    names_linked += other.names_linked;
    return *this;
}

Scores score(std::span<const Sentence> gold, std::span<const Sentence> predicted) {
    if (gold.size() != predicted.size()) throw std::invalid_argument("score: different numbers of sentences");
    Scores scores;
    for (const std::string_view relation : scored_relations) scores.relations[std::string(relation)];
    for (std::size_t index = 0; index < gold.size(); ++index) {
        if (gold[index].tokens.size() != predicted[index].tokens.size()) {
            throw std::invalid_argument("score: different tokens in sentence " + std::to_string(index + 1));
        }
        score_sentence(gold[index], predicted[index], scores);
    }
    return scores;
}

}  // namespace entente
