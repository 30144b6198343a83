#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// A set of lemmas, some of them given by their ending only (`*aanval`).
class LemmaSet {
 public:
    /// `alternatives` in the notation of the tables: a lemma in lower case, or `*` and an ending.
    void add(std::string_view alternative);
    /// Whether `lemma` (lower case) is one of them, or ends like one.
    bool contains(std::string_view lemma) const;
    bool has_endings() const { return !endings_.empty(); }
    bool empty() const { return lemmas_.empty() && endings_.empty(); }

 private:
    std::set<std::string, std::less<>> lemmas_;
    std::vector<std::string> endings_;
};

/// Named sets of lemmas: grammar_words.LANGUAGE.tsv (those that the program knows by name) and
/// word_groups.LANGUAGE.tsv (those that the tables of frames and operators use).
class WordGroups {
 public:
    /// Reads the two tables of `language` ("nl"). Throws KnowledgeError.
    static WordGroups load(const std::string& language);

    /// Adds `lemma` (lower case) to group `name`.
    void add(const std::string& name, std::string_view lemma) { groups_[name].add(lemma); }

    /// The preposition that the tables write for `preposition` (group `alias`: `upon=on`); itself if it has
    /// no other name.
    const std::string& canonical(const std::string& preposition) const;

    /// The group `name` (without `@`); null if there is none.
    const LemmaSet* find(std::string_view name) const;
    /// Whether `lemma` (lower case) belongs to group `name`; no if there is no such group.
    bool contains(std::string_view name, std::string_view lemma) const;

 private:
    void read(const std::string& file);

    std::map<std::string, LemmaSet, std::less<>> groups_;
    std::map<std::string, std::string> aliases_;
};

}  // namespace entente
