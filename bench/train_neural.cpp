// Trains a neural model: entente_train --language nl --output nl.model TRAIN.conllu.gz [--dev
// DEV.conllu.gz]…

#include <chrono>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include "extract/language/conllu.hpp"
#include "extract/language/neural/neural_model.hpp"
#include "extract/language/neural/trainer/export.hpp"
#include "extract/language/neural/trainer/train.hpp"
#include "extract/language/neural/trainer/word_list.hpp"
#include "extract/language/score.hpp"
#include "extract/language/trainer/news_variants.hpp"

using namespace entente;

namespace {

struct Arguments {
    std::vector<std::string> train;
    std::vector<std::string> dev;
    std::vector<std::string> weights;
    std::vector<std::string> styles;
    std::string classes;
    std::string language;
    std::string name;
    std::string output;
    std::string checkpoint;
    std::size_t limit = 0;
    double news = 0;
    std::string lean;  ///< N=SHARE
};

double percent(std::size_t part, std::size_t whole) {
    return whole == 0 ? 0.0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

/// PREFIX=NUMBER arguments.
std::vector<std::pair<std::string, float>> prefixes(const std::vector<std::string>& arguments) {
    std::vector<std::pair<std::string, float>> result;
    for (const std::string& text : arguments) {
        const std::size_t sign = text.rfind('=');
        if (sign == std::string::npos) throw CLI::ValidationError(text, "PREFIX=NUMBER is wanted");
        result.emplace_back(text.substr(0, sign), std::stof(text.substr(sign + 1)));
    }
    return result;
}

/// The number of the first prefix that `text` begins with.
float number_of(const std::string& text, const std::vector<std::pair<std::string, float>>& numbers,
                float otherwise) {
    for (const auto& [prefix, number] : numbers) {
        if (text.starts_with(prefix)) return number;
    }
    return otherwise;
}

void evaluate(const SyntaxModel& model, const std::string& file) {
    const ConlluDocument gold = read_conllu_file(file);
    std::vector<Sentence> sentences = gold.sentences;
    const auto start = std::chrono::steady_clock::now();
    model.annotate(sentences);
    const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - start;
    const Scores scores = score(gold.sentences, sentences);
    fmt::print("  {:<24} UPOS {:.2f} feats {:.2f} lemma {:.2f} UAS {:.2f} LAS {:.2f}  {:.0f} tokens/s\n",
               std::filesystem::path(file).stem().stem().string(), percent(scores.upos, scores.tokens),
               percent(scores.feats, scores.tokens), percent(scores.lemma, scores.tokens),
               percent(scores.uas, scores.tokens), percent(scores.las, scores.tokens),
               static_cast<double>(scores.tokens) / spent.count());
    fmt::print("   ");
    for (const auto& [relation, counts] : scores.relations)
        fmt::print(" {} {:.1f}", relation, 100 * counts.f1());
    fmt::print("  names {:.1f} linked {:.1f}\n", percent(scores.names_tagged, scores.names),
               percent(scores.names_linked, scores.names));
}

int run(const Arguments& arguments, neural::TrainingOptions options) {
    const auto weight_prefixes = prefixes(arguments.weights);
    const auto style_prefixes = prefixes(arguments.styles);
    std::size_t lean_to = 0;
    float lean = 0;
    if (!arguments.lean.empty()) {
        const auto [style, share] = prefixes({arguments.lean}).front();
        lean_to = std::stoul(style);
        lean = share;
        if (lean_to >= neural::style_count) throw CLI::ValidationError("--lean", "has no such style");
    }
    std::vector<std::uint8_t> styles;
    std::vector<Sentence> sentences;
    std::vector<float> weights;
    for (const std::string& file : arguments.train) {
        ConlluDocument document = read_conllu_file(file);
        for (std::size_t i = 0; i < document.sentences.size(); ++i) {
            if (arguments.limit != 0 && sentences.size() >= arguments.limit) break;
            const float weight = number_of(document.extras[i].sent_id, weight_prefixes, 1.0F);
            if (weight <= 0.0F || document.sentences[i].tokens.empty()) continue;
            sentences.push_back(std::move(document.sentences[i]));
            weights.push_back(weight);
            const ConlluExtra& extras = document.extras[i];
            const float style = number_of(extras.source_version, style_prefixes,
                                          number_of(extras.sent_id, style_prefixes, 0.0F));
            if (style < 0 || style >= neural::style_count)
                throw CLI::ValidationError("--style", "is out of range");
            styles.push_back(static_cast<std::uint8_t>(style));
        }
    }
    for (NewsVariant& variant : news_variants(sentences, arguments.language, arguments.news, options.seed)) {
        sentences.push_back(std::move(variant.sentence));
        weights.push_back(weights[variant.source]);
        styles.push_back(styles[variant.source]);
    }
    neural::WordList list;
    if (!arguments.classes.empty()) list = neural::read_word_list(arguments.classes);
    neural::TrainingData data = neural::prepare(sentences, arguments.language == "nl", std::move(list));
    data.styles = std::move(styles);
    const neural::Vocabulary& vocabulary = data.vocabulary;
    fmt::print(
        "{} sentences, {} words, {} n-grams, {} feature strings, {} lemma scripts ({} predicted), {} "
        "relations\n",
        data.sentences.size(), vocabulary.words.size(), vocabulary.grams.size(), vocabulary.features.size(),
        vocabulary.scripts.size(), vocabulary.predicted_scripts, vocabulary.relations.size());
    neural::train(data, weights, options, arguments.checkpoint,
                  [&](const neural::EpochReport& report, const neural::Parameters& parameters) {
                      fmt::print("epoch {} loss {:.4f} {:.1f} s\n", report.epoch, report.loss,
                                 report.seconds);
                      neural::write_model(neural::leaning(parameters, lean_to, lean), vocabulary,
                                          arguments.language, arguments.name, arguments.output);
                      const auto model = load_neural_model(ModelFile::open(arguments.output));
                      for (const std::string& file : arguments.dev) evaluate(*model, file);
                      std::fflush(stdout);
                  });
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app{"Trains a tagger, lemmatiser and parser on CoNLL-U files"};
    Arguments arguments;
    neural::TrainingOptions options;
    app.add_option("train", arguments.train, "CoNLL-U files, plain or gzip")->required();
    app.add_option("--dev", arguments.dev, "Score these files after each epoch")->allow_extra_args(false);
    app.add_option("--language", arguments.language, "nl or en")->required();
    app.add_option("--name", arguments.name, "What the model calls itself (nl-2026.11)")->required();
    app.add_option("--output", arguments.output, "The model file, written after each epoch")->required();
    app.add_option("--checkpoint", arguments.checkpoint,
                   "Where the state of training is kept; resumes from it");
    app.add_option("--weight", arguments.weights,
                   "PREFIX=WEIGHT: how often sentences whose sent_id begins so come in an epoch")
        ->allow_extra_args(false);
    app.add_option(
           "--style", arguments.styles,
           "PREFIX=N: sentences whose source_version or sent_id begins so are annotated in style N (1 to 3), "
           "not in the style that the model is to follow")
        ->allow_extra_args(false);
    app.add_option("--lean", arguments.lean,
                   "N=SHARE: how far, from 0 to 1, the model is to lean from its own style to style N");
    app.add_option("--classes", arguments.classes,
                   "A list of words with their classes (see bench/word_classes.py), plain or gzip");
    app.add_option("--epochs", options.epochs, "Passes over the data")->capture_default_str();
    app.add_option("--batch", options.batch_tokens, "Tokens in a batch")->capture_default_str();
    app.add_option("--rate", options.rate, "Largest learning rate")->capture_default_str();
    app.add_option("--seed", options.seed, "Of all random numbers")->capture_default_str();
    app.add_option("--hidden", options.dimensions.hidden, "Width of one direction of an LSTM layer")
        ->capture_default_str();
    app.add_option("--layers", options.dimensions.layers, "LSTM layers")->capture_default_str();
    app.add_option("--tag-layer", options.dimensions.tag_layer, "Layer that tags are read off")
        ->capture_default_str();
    app.add_option("--word", options.dimensions.word, "Width of word vectors")->capture_default_str();
    app.add_option("--gram", options.dimensions.gram, "Width of n-gram vectors")->capture_default_str();
    app.add_option("--drop-input", options.dropout.input,
                   "Share of the input values that are dropped in training")
        ->capture_default_str();
    app.add_option("--drop-layer", options.dropout.layer,
                   "Share of the LSTM layers' outputs that are dropped")
        ->capture_default_str();
    app.add_option("--drop-recurrent", options.dropout.recurrent,
                   "Share of what an LSTM step gets of the step before that is dropped")
        ->capture_default_str();
    app.add_option("--drop-hidden", options.dropout.hidden,
                   "Share of the values between LSTM and scores that is dropped")
        ->capture_default_str();
    app.add_option("--drop-word", options.dropout.unknown,
                   "A word seen n times becomes the unknown word in X / (X + n) of cases")
        ->capture_default_str();
    app.add_option(
        "--news", arguments.news,
        "How many variants of sentences with names and dates as in news to add, as a share of all");
    app.add_option("--limit", arguments.limit, "Use only the first sentences");
    try {
        app.parse(argc, argv);
        return run(arguments, options);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    } catch (const std::exception& error) {
        fmt::print(stderr, "entente_train: {}\n", error.what());
        return 1;
    }
}
