#pragma once

#include <memory>

#include "extract/language/syntax_model.hpp"

namespace entente {

/// A neural tagger, lemmatiser and parser: vectors of words and of their character n-grams (Bojanowski et al.
/// 2017) through bidirectional LSTM layers; universal tag, feature string and lemma script as classes of each
/// token; heads by biaffine scores (Dozat & Manning 2017) and the best tree with one root. Reads model files
/// with the magic "ENTNEUR1". Throws ModelError if `file` is damaged.
std::unique_ptr<SyntaxModel> load_neural_model(ModelFile file);

}  // namespace entente
