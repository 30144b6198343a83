#pragma once

#include <set>
#include <string>
#include <string_view>

#include "extract/language/sentence.hpp"

namespace entente {

/// Tells sentences of a language from what has no syntax to find: text in another language, code, rows of a
/// table, lists of names, datelines, what is longer than any sentence. Threads may share one.
class SentenceTest {
 public:
    /// Reads function_words.*.tsv of knowledge/. `language`: "nl" or "en". Throws KnowledgeError.
    explicit SentenceTest(const std::string& language);

    /// Whether a tree of `sentence`, whose tokens have forms and tags, would mean anything. In doubt it is a
    /// sentence.
    bool operator()(const Sentence& sentence) const;

 private:
    bool is_foreign(const Sentence& sentence) const;

    std::string language_;
    std::set<std::string, std::less<>> ours_;    // function words of this language only
    std::set<std::string, std::less<>> theirs_;  // of the other languages we have tables of only
};

}  // namespace entente
