#pragma once

#include <filesystem>
#include <string>

#include "extract/language/neural/trainer/gradients.hpp"

namespace entente::neural {

/// Writes a model file (see model_data.hpp) with 8-bit vectors and half-precision weights. `language` is
/// "nl", `name` "nl-2026.11". Throws ModelError if it cannot be written.
void write_model(const Parameters& parameters, const Vocabulary& vocabulary, const std::string& language,
                 const std::string& name, const std::filesystem::path& file);

}  // namespace entente::neural
