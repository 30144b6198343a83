// Trains a model of averaged perceptrons, the method that the shipped models are compared with.

#include "extract/language/trainer/train_perceptron.hpp"

#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "extract/language/conllu.hpp"

namespace {

void report(const std::string& line) { fmt::print(stderr, "{}\n", line); }

int run(int argc, char** argv) {
    CLI::App app{
        "Trains a tagger, lemmatiser and parser of averaged perceptrons on CoNLL-U files (plain or gzip)"};
    entente::PerceptronSettings settings;
    std::vector<std::string> files;
    std::string out;
    app.add_option("treebank", files, "training files")->required()->check(CLI::ExistingFile);
    app.add_option("--language", settings.language, "en or nl")->required();
    app.add_option("--name", settings.name, "what the model calls itself, such as nl-2026.11")->required();
    app.add_option("-o,--output", out, "the model to write")->required();
    app.add_option("--seed", settings.seed, "of the order of the sentences")->capture_default_str();
    app.add_option("--tagger-epochs", settings.tagger_epochs)->capture_default_str();
    app.add_option("--parser-epochs", settings.parser_epochs)->capture_default_str();
    app.footer(
        "Example: entente_train_perceptron nl-train.conllu.gz --language nl --name nl-2026.11 -o nl.model");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    }
    std::vector<entente::Sentence> sentences;
    for (const std::string& file : files) {
        entente::ConlluDocument document = entente::read_conllu_file(file);
        std::move(document.sentences.begin(), document.sentences.end(), std::back_inserter(sentences));
    }
    entente::train_perceptron(sentences, settings, out, report);
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    try {
        return run(argc, argv);
    } catch (const std::exception& error) {
        fmt::print(stderr, "entente_train_perceptron: {}\n", error.what());
        return 1;
    }
}
