#include "cli/reading_options.hpp"

#include <algorithm>
#include <chrono>
#include <cstdlib>

#include <CLI/CLI.hpp>

#include "cli/command.hpp"
#include "extract/grammar_extractor.hpp"
#include "extract/language/analyser.hpp"
#include "extract/reading/encoding.hpp"
#include "knowledge/table.hpp"

namespace entente::cli {

namespace {

/// ISO 639: two or three small letters.
bool is_language_code(const std::string& text) {
    return (text.size() == 2 || text.size() == 3) &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

void ReadingOptions::add_to(CLI::App& app) {
    app.add_option(
           "INPUT", inputs,
           "Files, folders, or - for standard input: web pages, text, feeds, JSON, JSONL, WARC (also .gz)")
        ->required();
    app.add_option("--date", date, "When it was published, where the page does not say (2024-11-30)")
        ->type_name("DAY");
    app.add_option("--retrieved", retrieved,
                   "When the page was fetched: \"1 hour ago\" counts from it (2024-11-30T14:05)")
        ->type_name("TIME");
    app.add_option("--lang", language, "Language, where the page does not say (nl, en)")->type_name("CODE");
    app.add_option("--publisher", publisher, "Publisher, where the page does not say")->type_name("NAME");
    app.add_option("--encoding", encoding, "Encoding of text files that are not UTF-8 (windows-1252)")
        ->type_name("NAME");
    app.add_option("--models", models, "Folder of the language models")->type_name("DIR");
    app.add_option("-j,--threads", threads, "Threads; 0: one per core")
        ->capture_default_str()
        ->type_name("N");
    add_knowledge_option(app);
}

ReadOptions ReadingOptions::read_options() const {
    ReadOptions options;
    if (!date.empty()) {
        options.date = day_option("--date", date);
    }
    if (!retrieved.empty()) {
        options.retrieved = parse_retrieved(retrieved);
        if (!options.retrieved) {
            throw Failure{"--retrieved: '" + retrieved + "' is no time; write 2024-11-30 or 2024-11-30T14:05",
                          2};
        }
    }
    if (!language.empty() && !is_language_code(language)) {
        throw Failure{"--lang: '" + language + "' is no language code; write nl or en", 2};
    }
    if (!encoding.empty() && !is_known_charset(encoding)) {
        throw Failure{"--encoding: '" + encoding + "' is not known; write for example windows-1252", 2};
    }
    options.language = language;
    options.publisher = publisher;
    options.encoding = encoding;
    return options;
}

std::unique_ptr<Extractor> ReadingOptions::extractor() const {
    return std::make_unique<GrammarExtractor>(
        GrammarExtractor::load(models.empty() ? default_model_folder() : std::filesystem::path{models}));
}

void add_knowledge_option(CLI::App& app) {
    app.add_option_function<std::string>(
           "--knowledge", [](const std::string& folder) { use_knowledge_folder(folder); },
           "Folder of tables to use instead of the built-in ones of the same name")
        ->check(CLI::ExistingDirectory)
        ->type_name("DIR");
}

void add_database_option(CLI::App& app, std::string& path) {
    path = "entente.db";
    app.add_option("--db", path, "The store, one SQLite file")
        ->envname("ENTENTE_DB")
        ->capture_default_str()
        ->type_name("FILE");
}

Day day_option(const std::string& option, const std::string& text) {
    const auto day = parse_day(text);
    if (!day) {
        throw Failure{option + ": '" + text + "' is no day; write 2024-11-30", 2};
    }
    return *day;
}

Day today() { return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()); }

}  // namespace entente::cli
