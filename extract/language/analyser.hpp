#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/language/model_error.hpp"
#include "extract/language/sentence.hpp"

namespace entente {

/// Sentences, tokens, tags, lemmas and dependency trees of one language. Immutable once loaded: threads may
/// share one.
class Analyser {
 public:
    /// Maps the model `folder/LANGUAGE.model` into memory ("nl", "en"). Takes milliseconds. Throws
    /// ModelError.
    static Analyser load(const std::filesystem::path& folder, const std::string& language);

    Analyser(Analyser&&) noexcept;
    Analyser& operator=(Analyser&&) noexcept;
    Analyser(const Analyser&) = delete;
    Analyser& operator=(const Analyser&) = delete;
    ~Analyser();

    /// "nl" or "en".
    const std::string& language() const;
    /// What the model calls itself, with its version ("nl-2026.11"); part of every claim's extractor version.
    const std::string& version() const;

    /// The sentences of `text` (valid UTF-8) with everything filled in. Every byte that is no white space is
    /// in exactly one token, so tokens and the gaps between them give back the text. A line break that ends a
    /// paragraph ends the sentence. Deterministic. Throws std::bad_alloc only.
    std::vector<Sentence> analyse(std::string_view text) const;

    /// The same for many texts, spread over `threads` threads (0: one per core); the results are in the order
    /// of `texts` and do not depend on the number of threads.
    std::vector<std::vector<Sentence>> analyse(std::span<const std::string_view> texts,
                                               unsigned threads = 0) const;

    /// Keeps sentences and tokens, and replaces tags, features, lemmas, heads and relations.
    void tag_and_parse(std::vector<Sentence>& sentences) const;

 private:
    struct Model;
    explicit Analyser(std::unique_ptr<Model> model);
    std::unique_ptr<Model> model_;
};

/// Where models are looked for: $ENTENTE_MODELS, else `models` beside the program's installation
/// (../share/entente/models from the executable), else the source tree's models/ that the program was built
/// from.
std::filesystem::path default_model_folder();

}  // namespace entente
