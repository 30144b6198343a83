#pragma once

#include <memory>
#include <string>
#include <vector>

#include <CLI/App.hpp>

#include "extract/extractor.hpp"
#include "extract/reading/reading.hpp"

namespace entente::cli {

/// The options of every command that reads articles.
struct ReadingOptions {
    std::vector<std::string> inputs;
    std::string date;
    std::string retrieved;
    std::string language;
    std::string publisher;
    std::string encoding;
    std::string models;
    unsigned threads = 0;

    void add_to(CLI::App& app);
    /// Throws Failure (status 2) where a date is none.
    ReadOptions read_options() const;
    /// The grammar-based extractor. Throws ModelError, KnowledgeError.
    std::unique_ptr<Extractor> extractor() const;
};

/// `--knowledge DIR`: tables to use instead of the built-in ones of the same name; takes effect while options
/// are parsed.
void add_knowledge_option(CLI::App& app);

/// `--db FILE`, with $ENTENTE_DB or `entente.db` where it is not given.
void add_database_option(CLI::App& app, std::string& path);

/// The day that `text` names; throws Failure (status 2) that names `option` otherwise.
Day day_option(const std::string& option, const std::string& text);

/// Today by the computer's clock, UTC.
Day today();

}  // namespace entente::cli
