#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/events/lemma_pattern.hpp"
#include "extract/language/sentence.hpp"

namespace entente {

/// A sentence as a tree that can be walked downwards. Nodes are token indices; -1 is none. Refers to the
/// sentence and to the groups, which must outlive it.
class Tree {
 public:
    Tree(const Sentence& sentence, const WordGroups& groups);

    int size() const { return static_cast<int>(sentence_->tokens.size()); }
    const Token& token(int node) const { return sentence_->tokens[static_cast<std::size_t>(node)]; }
    /// In lower case.
    const std::string& lemma(int node) const { return lemmas_[static_cast<std::size_t>(node)]; }
    /// The head; what the parser hung from an auxiliary or copula hangs from that one's head here.
    int head(int node) const { return heads_[static_cast<std::size_t>(node)]; }
    int root() const { return root_; }
    /// In text order.
    std::span<const int> children(int node) const { return children_[static_cast<std::size_t>(node)]; }
    /// Without subtype: `nsubj` for `nsubj:pass`.
    std::string_view relation(int node) const;
    /// Whether the relation is `name`; a `name` without subtype also fits relations with one.
    bool is(int node, std::string_view name) const;
    /// The first child with that relation, or -1.
    int child(int node, std::string_view name) const;
    bool in_group(int node, std::string_view group) const { return groups_->contains(group, lemma(node)); }
    const WordGroups& groups() const { return *groups_; }
    /// Whether the features hold `feature` ("VerbForm=Part").
    bool has_feature(int node, std::string_view feature) const;
    /// The first and the last token of what hangs below `node`, both included.
    std::pair<int, int> extent(int node) const { return extents_[static_cast<std::size_t>(node)]; }
    /// Whether `node` is `ancestor` or hangs below it.
    bool below(int node, int ancestor) const;
    /// How many steps up from `node` to `ancestor`; -1 if it does not hang below it.
    int distance_up(int node, int ancestor) const;

    bool is_verb(int node) const { return token(node).upos == Upos::verb; }
    bool is_noun(int node) const { return token(node).upos == Upos::noun || token(node).upos == Upos::propn; }
    /// A participle of the past: "sent", "gesteunde".
    bool is_past_participle(int node) const;
    /// A participle of the present or gerund: "sending", "durende".
    bool is_present_participle(int node) const;
    bool is_finite(int node) const;
    /// A verb, or an adjective or noun with a copula: the head of a clause.
    bool is_predicate(int node) const;
    /// The nearest predicate at or above `node`; -1 if there is none.
    int clause_of(int node) const;
    /// The preposition of a phrase: its `case` (and `fixed`) words in lower case, joined by `_`; empty if
    /// none.
    std::string preposition(int node) const;

 private:
    void link();
    void join_particles();

    const Sentence* sentence_;
    const WordGroups* groups_;
    std::vector<std::string> lemmas_;
    std::vector<int> joined_;  ///< particles that are part of their verb's lemma
    std::vector<int> heads_;
    std::vector<std::vector<int>> children_;
    std::vector<std::pair<int, int>> extents_;
    int root_ = -1;
};

}  // namespace entente
