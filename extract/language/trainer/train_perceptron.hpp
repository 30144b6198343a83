#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "extract/language/sentence.hpp"

namespace entente {

struct PerceptronSettings {
    std::string language;  ///< "nl"
    std::string name;      ///< what the model calls itself ("nl-2026.11")
    std::uint64_t seed = 1;
    int tagger_epochs = 8;
    int parser_epochs = 12;
    int folds = 4;  ///< of jackknifing: the parser learns from tags that the tagger did not see
    std::size_t tagger_slots = std::size_t{1} << 22;  ///< bytes of the model
    std::size_t lemma_slots = std::size_t{1} << 20;
    std::size_t parser_slots = std::size_t{3} << 22;
};

/// Trains tagger, lemmatiser and parser on the gold standard `sentences` and writes the model to `file`. One
/// thread; the same sentences and settings give the same bytes. `report` gets a line of progress now and
/// then. Throws ModelError if the file cannot be written.
void train_perceptron(const std::vector<Sentence>& sentences, const PerceptronSettings& settings,
                      const std::filesystem::path& file,
                      const std::function<void(const std::string&)>& report);

}  // namespace entente
