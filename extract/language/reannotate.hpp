#pragma once

#include <string>
#include <string_view>

#include "extract/language/analyser.hpp"

namespace entente {

/// The CoNLL-U file `bytes` with the analyser's own lemmas, tags, features, heads and relations in place of
/// those it has. Sentences, tokens, multiword tokens, comments and MISC stay byte for byte; XPOS and DEPS
/// become `_`, and empty nodes, which only DEPS refers to, are left out. For evaluation with other people's
/// scripts. Throws ConlluError.
std::string reannotate_conllu(std::string_view bytes, const Analyser& analyser);

}  // namespace entente
