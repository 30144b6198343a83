#pragma once

#include <string>
#include <vector>

namespace entente::cli {

/// "did you mean sanctions?", or "there are ally, defence_pact, …" where none of `known` is near `word`.
std::string did_you_mean(const std::string& word, const std::vector<std::string>& known);

}  // namespace entente::cli
