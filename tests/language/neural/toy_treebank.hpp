#pragma once

#include <vector>

#include "extract/language/sentence.hpp"

namespace entente::neural {

/// A few made-up Dutch sentences with trees, `copies` times over.
std::vector<Sentence> toy_treebank(int copies);

}  // namespace entente::neural
