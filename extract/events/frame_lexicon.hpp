#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "extract/events/frame.hpp"

namespace entente {

/// Rows by the word that triggers them: the numbers of rows, per lemma and per ending.
class TriggerIndex {
 public:
    void add(const std::string& trigger, std::uint32_t row);
    /// The rows whose trigger is `lemma`, then those with a fitting ending, longest ending first.
    std::vector<std::uint32_t> find(std::string_view lemma) const;

 private:
    std::map<std::string, std::vector<std::uint32_t>, std::less<>> lemmas_;
    std::map<std::string, std::vector<std::uint32_t>, std::less<>> endings_;
};

/// The Goldstein score of `code`: that of its CAMEO code, else of its mode, else of its type.
double event_score(const EventCode& code);

/// frames.LANGUAGE.tsv, checked and indexed. Immutable: threads may share one.
class FrameLexicon {
 public:
    /// Reads the table of `language`. Throws KnowledgeError, with file and line, for the first row that has
    /// an unknown type, mode, context, CAMEO code, relation, group, or a cell that cannot be read. `groups`
    /// must outlive it.
    static FrameLexicon load(const std::string& language, const WordGroups& groups);

    /// The rows for a word with `lemma` (lower case) and part of speech `pos` (verb, noun, adj), in the order
    /// in which they are to be tried: rows that name the word in full, the most specific first.
    std::vector<const Frame*> candidates(std::string_view lemma, Upos pos) const;
    /// Whether there is any row for it.
    bool names_event(std::string_view lemma, Upos pos) const;

    const std::vector<Frame>& frames() const { return frames_; }

 private:
    std::vector<Frame> frames_;
    std::map<Upos, TriggerIndex> index_;
};

/// operators.LANGUAGE.tsv, checked and indexed. Immutable: threads may share one.
class OperatorLexicon {
 public:
    /// Throws KnowledgeError as FrameLexicon::load does.
    static OperatorLexicon load(const std::string& language, const WordGroups& groups);

    /// The rows for `lemma` (lower case) that allow `pos`, the most specific first.
    std::vector<const Operator*> candidates(std::string_view lemma, Upos pos) const;

    const std::vector<Operator>& operators() const { return operators_; }

 private:
    std::vector<Operator> operators_;
    TriggerIndex index_;
};

}  // namespace entente
