#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <string>

#include "extract/language/model_file.hpp"
#include "extract/language/sentence.hpp"

namespace entente {

/// What tags, lemmatises and parses sentences that are already split into tokens. One implementation per
/// method; which one a model file belongs to is told by its magic (see load_syntax_model). Immutable:
/// threads may share one.
class SyntaxModel {
 public:
    SyntaxModel() = default;
    SyntaxModel(const SyntaxModel&) = delete;
    SyntaxModel(SyntaxModel&&) = delete;
    SyntaxModel& operator=(const SyntaxModel&) = delete;
    SyntaxModel& operator=(SyntaxModel&&) = delete;
    virtual ~SyntaxModel() = default;

    /// Fills upos, feats, lemma, head and deprel of every token of `sentences`, whose forms are set; whatever
    /// they held before is replaced. Each sentence gets one tree: exactly one token with head -1 and relation
    /// `root`, no cycle. The result for a sentence does not depend on the other sentences of the span, so
    /// that callers may cut a text into any batches. Deterministic. Throws std::bad_alloc only.
    virtual void annotate(std::span<Sentence> sentences) const = 0;
};

/// Maps `file` into memory and hands it to the method whose magic it bears. Throws ModelError if it is
/// missing, damaged, of an unknown kind or of another version.
std::unique_ptr<SyntaxModel> load_syntax_model(const std::filesystem::path& file);

/// The same for a file that is already open.
std::unique_ptr<SyntaxModel> load_syntax_model(ModelFile file);

}  // namespace entente
