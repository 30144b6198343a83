#pragma once

#include <filesystem>
#include <iosfwd>
#include <memory>
#include <string>
#include <vector>

#include "extract/events/trace.hpp"
#include "extract/extractor.hpp"

namespace entente {

/// Reads articles by grammar: sentences and their trees, the actors and times in them, and the rows of the
/// frame lexicon that fit. Dutch ("nl") and English ("en"); articles in another language, or in none that is
/// known, give no claims. Immutable once loaded: threads may share one.
class GrammarExtractor final : public Extractor {
 public:
    /// Loads the models of both languages from `models` (see default_model_folder) and the tables of
    /// knowledge/. Takes some tens of milliseconds. Throws ModelError or KnowledgeError, which say what is
    /// wrong with which file.
    static GrammarExtractor load(const std::filesystem::path& models);

    GrammarExtractor(GrammarExtractor&&) noexcept;
    GrammarExtractor& operator=(GrammarExtractor&&) noexcept;
    GrammarExtractor(const GrammarExtractor&) = delete;
    GrammarExtractor& operator=(const GrammarExtractor&) = delete;
    ~GrammarExtractor() override;

    std::string name() const override;
    bool reads(std::string_view language) const override;
    std::vector<Claim> extract(const Article& article) const override;

    /// The claims again, and for each sentence what was seen and how they came about.
    std::vector<Claim> extract(const Article& article, std::vector<SentenceTrace>& trace) const;
    /// Prints what was seen in each sentence and what was made of it.
    void trace(const Article& article, std::ostream& out) const;

 private:
    struct Parts;
    explicit GrammarExtractor(std::unique_ptr<const Parts> parts);
    std::vector<Claim> run(const Article& article, std::vector<SentenceTrace>* trace) const;
    std::unique_ptr<const Parts> parts_;
};

}  // namespace entente
