#pragma once

#include <string>

namespace entente::cli {

/// `0.1.0`.
std::string version_number();

/// What --version prints: the version with git's description, SQLite's, the store's format, and the models'.
std::string version_text();

}  // namespace entente::cli
