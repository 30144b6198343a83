#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "extract/language/sentence.hpp"

namespace entente {

/// A file is no CoNLL-U. `what()` reads `LINE: what is wrong`.
class ConlluError : public std::runtime_error {
 public:
    using std::runtime_error::runtime_error;
};

/// What CoNLL-U says about a sentence beyond our Sentence.
struct ConlluExtra {
    std::string sent_id;            ///< empty: none
    std::string source_version;     ///< which annotation it is from, in collected treebanks; empty: not said
    std::vector<std::string> xpos;  ///< per token, `_` for none
    std::vector<std::string> misc;  ///< per token, `_` for none
    bool operator==(const ConlluExtra&) const = default;
};

/// A CoNLL-U file (https://universaldependencies.org/format.html).
struct ConlluDocument {
    /// The `# text` of all sentences, each followed by a line break. Where a sentence has no such line, or
    /// one that its tokens do not fit, it is put together from the forms and `SpaceAfter=No`.
    std::string text;
    std::vector<Sentence> sentences;  ///< byte offsets are into `text`
    std::vector<ConlluExtra> extras;  ///< one per sentence
};

/// Reads `bytes`. Syntactic words become tokens; the range lines of multiword tokens ("1-2 don't") only give
/// their words a place in the text (a word that is not literally there gets an empty range); empty nodes
/// ("8.1") are passed over, and so are the columns DEPS. A head of 0 becomes -1; heads and relations written
/// `_` give a sentence without tree (-1, empty). Throws ConlluError.
ConlluDocument read_conllu(std::string_view bytes);

/// The same for a file, plain or compressed with gzip. Throws ConlluError (`FILE:LINE: …`).
ConlluDocument read_conllu_file(const std::filesystem::path& file);

/// `sentences` of `text` as CoNLL-U with `# sent_id` (counted from 1 behind `id_prefix`) and `# text`. Tokens
/// that adjoin within a word ("do", "n't") are written as a multiword token. A sentence without tree is flat:
/// its first token is the root, and the others hang on it by `dep`.
std::string write_conllu(std::string_view text, const std::vector<Sentence>& sentences,
                         std::string_view id_prefix = "");

}  // namespace entente
