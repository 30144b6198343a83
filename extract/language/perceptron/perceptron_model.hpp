#pragma once

#include <memory>
#include <string_view>

#include "extract/language/model_file.hpp"
#include "extract/language/syntax_model.hpp"

namespace entente {

constexpr std::string_view perceptron_magic = "ENTPERC1";

/// The averaged perceptrons of tagger and parser, and the lemmatiser's rules. Throws ModelError if a section
/// is missing or damaged.
std::unique_ptr<SyntaxModel> load_perceptron_model(ModelFile file);

}  // namespace entente
