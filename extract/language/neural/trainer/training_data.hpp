#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "extract/language/neural/features.hpp"
#include "extract/language/neural/trainer/word_list.hpp"
#include "extract/language/sentence.hpp"

namespace entente::neural {

/// What a model knows by name, counted on the training sentences.
struct Vocabulary {
    std::vector<std::uint64_t> words;          ///< keys of forms seen at least twice, by first occurrence
    std::vector<std::uint32_t> word_counts;    ///< beside `words`
    std::vector<std::uint64_t> grams;          ///< keys of n-grams seen in at least three forms
    std::vector<std::string> features;         ///< feature strings, the most frequent first
    std::vector<std::string> relations;        ///< the most frequent first
    std::vector<std::string> scripts;          ///< lemma scripts, the most frequent first
    std::size_t predicted_scripts = 0;         ///< of these, how many the network chooses among
    std::vector<std::uint64_t> lemma_keys;     ///< dictionary: form and tag (see lemma_key) …
    std::vector<std::uint32_t> lemma_choices;  ///< … to the place in `choices` …
    std::vector<std::uint32_t> choices;  ///< … of a number of scripts, and the scripts, most frequent first
    std::vector<std::uint64_t> endings;  ///< keys (see ending_keys) …
    std::vector<std::uint32_t> ending_places;  ///< … to the place in `ending_counts` …
    std::vector<std::uint32_t>
        ending_counts;  ///< … of a total, a number of scripts, and each script and its count
    std::vector<std::uint64_t> known_lemmas;  ///< keys of lemmas with their tags
    WordList list;                            ///< classes of words; empty: the model knows none
    bool particles_in_front = false;          ///< lemmas of verbs begin with their separated particle
};

/// Numbers that stand for a token in training. Rows of the vector tables: 0 is the unknown word, words[i] is
/// i + 1; grams[i] is i.
struct TrainingToken {
    std::uint32_t form = 0;  ///< index into TrainingData::forms
    std::uint8_t upos = 0;
    std::int32_t features = -1;  ///< -1: rare, not learned
    std::int32_t script = -1;
    std::int32_t head = -1;  ///< -1: the root
    std::int32_t relation = 0;
};

struct TrainingForm {
    std::uint32_t word = 0;   ///< row
    std::uint32_t count = 0;  ///< in the training sentences
    std::vector<std::uint32_t> grams;
};

struct TrainingData {
    Vocabulary vocabulary;
    std::vector<TrainingForm> forms;
    std::vector<std::vector<TrainingToken>> sentences;
    /// Per sentence: 0 for the annotation style that the model is to follow, other numbers for other styles.
    std::vector<std::uint8_t> styles;
};

/// Counts the vocabulary and turns sentences into numbers; all have style 0. A word's classes in `list`, if
/// there is one, are among its n-grams. Deterministic.
TrainingData prepare(std::span<const Sentence> sentences, bool particles_in_front, WordList list = {});

/// The lemma of token `index` without the separated particles that stand in front of it in the treebank.
std::string lemma_without_particles(const Sentence& sentence, std::size_t index);

}  // namespace entente::neural
