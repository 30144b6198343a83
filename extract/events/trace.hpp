#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace entente {

/// What was seen in one sentence and what was made of it, in words: what `entente extract --trace` prints.
struct SentenceTrace {
    std::string text;
    std::vector<std::string> tree;      ///< one line a token: number, form, lemma, tag, head, relation
    std::vector<std::string> mentions;  ///< actors
    std::vector<std::string> times;
    std::vector<std::string> rows;    ///< rows of the lexicon that were tried and did not fit, and why
    std::vector<std::string> events;  ///< what was found, followed by how, indented
    bool operator==(const SentenceTrace&) const = default;
};

std::ostream& operator<<(std::ostream& out, const SentenceTrace& trace);

}  // namespace entente
