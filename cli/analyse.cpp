#include <filesystem>
#include <iostream>
#include <map>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/choice.hpp"
#include "cli/command.hpp"
#include "cli/reading_options.hpp"
#include "cli/terminal.hpp"
#include "extract/language/analyser.hpp"
#include "extract/language/conllu.hpp"
#include "extract/language/reannotate.hpp"
#include "extract/reading/input.hpp"

namespace entente::cli {

namespace {

struct AnalyseOptions {
    std::string file;
    std::string from = "text";
    std::string format = "conllu";
    std::string language;
    std::string models;
};

nlohmann::ordered_json to_json(const Sentence& sentence) {
    nlohmann::ordered_json tokens = nlohmann::ordered_json::array();
    for (const Token& token : sentence.tokens) {
        tokens.push_back({{"start", token.begin},
                          {"end", token.end},
                          {"form", token.form},
                          {"lemma", token.lemma},
                          {"upos", to_string(token.upos)},
                          {"feats", token.feats},
                          {"head", token.head},
                          {"deprel", token.deprel}});
    }
    return {{"start", sentence.begin},
            {"end", sentence.end},
            {"well_formed", sentence.well_formed},
            {"tokens", tokens}};
}

void print(const AnalyseOptions& options, std::string_view text, const std::vector<Sentence>& sentences) {
    if (options.format == "conllu") {
        std::cout << write_conllu(text, sentences);
        return;
    }
    for (const Sentence& sentence : sentences) {
        std::cout << to_json(sentence).dump() << '\n';
    }
}

Analyser load(const AnalyseOptions& options, const std::string& language) {
    const auto folder =
        options.models.empty() ? default_model_folder() : std::filesystem::path{options.models};
    const bool plain = !language.empty() && language.find('/') == std::string::npos;
    if (std::error_code error; !plain || !std::filesystem::exists(folder / (language + ".model"), error)) {
        throw Failure{"analyse: there is no model for the language '" + language + "' in " + folder.string() +
                          "; write nl or en, or name another folder with --models",
                      2};
    }
    return Analyser::load(folder, language);
}

int analyse_conllu(const AnalyseOptions& options) {
    if (options.language.empty()) {
        throw Failure{"analyse: CoNLL-U does not say its language; give it with --language nl or en", 2};
    }
    const Analyser analyser = load(options, options.language);
    constexpr std::size_t most = std::size_t{1} << 30;
    const std::string bytes = Input{options.file}.take(most);
    if (options.format == "conllu") {
        std::cout << reannotate_conllu(bytes, analyser);
        return 0;
    }
    ConlluDocument document = read_conllu(bytes);
    analyser.tag_and_parse(document.sentences);
    print(options, document.text, document.sentences);
    return 0;
}

int analyse(const AnalyseOptions& options) {
    if (options.from == "conllu") {
        return analyse_conllu(options);
    }
    int status = 0;
    std::map<std::string, Analyser> analysers;
    ReadOptions read_options;
    read_options.language = options.language;
    read_input(
        options.file, read_options,
        [&](const Article& article) {
            const std::string& language = options.language.empty() ? article.language : options.language;
            if (language.empty()) {
                fmt::print(stderr, "{}: its language cannot be told; give it with --language nl or en\n",
                           harmless(article.page));
                status = 1;
                return;
            }
            auto analyser = analysers.find(language);
            if (analyser == analysers.end()) {
                analyser = analysers.emplace(language, load(options, language)).first;
            }
            print(options, article.text, analyser->second.analyse(article.text));
        },
        [&](const Problem& problem) {
            fmt::print(stderr, "{}\n", to_string(problem));
            status = 1;
        });
    return status;
}

}  // namespace

Command analyse_command(CLI::App& root) {
    auto options = std::make_shared<AnalyseOptions>();
    CLI::App* app =
        root.add_subcommand("analyse", "Show the language analysis: sentences, tokens, tags, lemmas, trees");
    app->add_option("FILE", options->file, "A page, or CoNLL-U; - for standard input")->required();
    add_word_choice(*app, "--from", options->from, {"text", "conllu"},
                    "text, or conllu: keep the file's sentences and tokens, replace tags, lemmas and heads",
                    "text|conllu");
    add_word_choice(*app, "--format", options->format, {"conllu", "jsonl"},
                    "conllu, or jsonl (a sentence a line)", "conllu|jsonl");
    app->add_option("--language", options->language, "nl or en; told from the text if not given")
        ->type_name("CODE");
    app->add_option("--models", options->models, "Folder of the language models")->type_name("DIR");
    app->footer(
        "Examples:\n"
        "  entente analyse article.txt\n"
        "  entente analyse --from conllu --language nl gold.conllu > system.conllu\n"
        "  echo 'Noorwegen bedankte Zweden.' | entente analyse --format jsonl -");
    return {app, [options] { return analyse(*options); }};
}

}  // namespace entente::cli
