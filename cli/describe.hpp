#pragma once

#include <string>

#include <CLI/App.hpp>

namespace entente::cli {

// Texts made from the options as CLI11 knows them, so that they never lag behind.

/// A completion script for `bash`, `zsh` or `fish`.
std::string completion_script(const CLI::App& root, const std::string& shell);

/// The manual page in man(7) roff. `version` stands in its footer.
std::string manual_page(const CLI::App& root, const std::string& version);

}  // namespace entente::cli
