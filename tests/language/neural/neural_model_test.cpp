#include "extract/language/neural/neural_model.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <thread>

#include <unistd.h>

#include "extract/language/neural/model_data.hpp"
#include "extract/language/neural/trainer/export.hpp"
#include "extract/language/neural/trainer/random.hpp"
#include "extract/language/neural/trainer/train.hpp"
#include "extract/language/neural/trainer/word_list.hpp"
#include "tests/catch.hpp"
#include "tests/language/neural/toy_treebank.hpp"

using namespace entente;
using namespace entente::neural;

namespace {

class Folder {
 public:
    Folder()
        : path_(std::filesystem::temp_directory_path() /
                ("entente_neural_test_" + std::to_string(getpid()))) {
        std::filesystem::create_directories(path_);
    }
    ~Folder() { std::filesystem::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    std::filesystem::path operator/(const char* name) const { return path_ / name; }

 private:
    std::filesystem::path path_;
};

TrainingOptions small_options() {
    TrainingOptions options;
    Dimensions& d = options.dimensions;
    d.word = d.gram = d.hidden = d.tag = d.arc = d.relation = 16;
    options.rate = 0.02F;
    options.warm_up = 5;
    options.epochs = 12;
    options.batch_tokens = 30;
    options.dropout = {0.1F, 0.1F, 0.1F, 0.1F, 0.1F};
    options.optimiser.average_decay = 0.9F;
    return options;
}

void train_toy(const TrainingOptions& options, const std::filesystem::path& checkpoint,
               const std::filesystem::path& file) {
    const TrainingData data = prepare(toy_treebank(20), true);
    train(data, std::vector<float>(data.sentences.size(), 1.0F), options, checkpoint,
          [&](const EpochReport&, const Parameters& parameters) {
              write_model(parameters, data.vocabulary, "nl", "toy", file);
          });
}

std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<Sentence> without_analysis(std::vector<Sentence> sentences) {
    for (Sentence& sentence : sentences) {
        for (Token& token : sentence.tokens) {
            const std::string form = token.form;
            token = Token{};
            token.form = form;
        }
    }
    return sentences;
}

/// Sentences of random length of the toy treebank's forms and of forms it does not have.
std::vector<Sentence> random_sentences(std::size_t count, std::size_t longest) {
    const char* forms[] = {"Landen",      "vielen", "Utopia", "binnen",   ".", "x",
                           "Zwitserland", "1999",   "",       "\xFF\xFE", "é"};
    Random random(21);
    std::vector<Sentence> sentences(count);
    for (Sentence& sentence : sentences) {
        sentence.tokens.resize(random.below(longest + 1));
        for (Token& token : sentence.tokens) token.form = forms[random.below(std::size(forms))];
    }
    return sentences;
}

bool is_tree(const Sentence& sentence) {
    std::size_t roots = 0;
    for (std::size_t start = 0; start < sentence.tokens.size(); ++start) {
        const Token& token = sentence.tokens[start];
        if ((token.head < 0) != (token.deprel == "root")) return false;
        if (token.head < 0) ++roots;
        int node = static_cast<int>(start);
        for (std::size_t step = 0; node >= 0; ++step) {
            if (step > sentence.tokens.size()) return false;
            node = sentence.tokens[static_cast<std::size_t>(node)].head;
        }
    }
    return roots == 1 || sentence.tokens.empty();
}

}  // namespace

TEST_CASE("a trained model gives the treebank's analyses back", "[language][neural]") {
    const Folder folder;
    train_toy(small_options(), {}, folder / "toy.model");
    const auto model = load_syntax_model(folder / "toy.model");
    const std::vector<Sentence> gold = toy_treebank(1);
    std::vector<Sentence> found = without_analysis(gold);
    model->annotate(found);
    CHECK(found == gold);
}

TEST_CASE("a model keeps the classes of words that it was trained with", "[language][neural]") {
    const Folder folder;
    std::ofstream(folder / "list") << "landen\tplural+ verb\nvielen\tverb-ed+\n";
    const WordList list = read_word_list(folder / "list");
    REQUIRE(list.classes == std::vector<WordClasses>{0b01'11'00'00, 0b11'00'00'00'00'00});
    const TrainingData data = prepare(toy_treebank(20), true, list);
    train(data, std::vector<float>(data.sentences.size(), 1.0F), small_options(), {},
          [&](const EpochReport&, const Parameters& parameters) {
              write_model(parameters, data.vocabulary, "nl", "toy", folder / "toy.model");
          });
    const ModelData model(ModelFile::open(folder / "toy.model"));
    WordKeys keys;
    word_keys("Landen", keys);
    CHECK(find(model.classes, keys.word) == list.classes[0]);
    const std::vector<Sentence> gold = toy_treebank(1);
    std::vector<Sentence> found = without_analysis(gold);
    load_syntax_model(folder / "toy.model")->annotate(found);
    CHECK(found == gold);
}

TEST_CASE("a list of words with an unknown class is refused by its line", "[language][neural]") {
    const Folder folder;
    for (const char* line : {"vielen\tverbs", "vielen", "\tverb", "vielen\t", "vielen\tverb  noun"}) {
        CAPTURE(line);
        std::ofstream(folder / "list") << "landen\tplural\n" << line << "\n";
        CHECK_THROWS_WITH(read_word_list(folder / "list"), Catch::Contains("list:2: "));
    }
}

TEST_CASE("the same data and seed give the same bytes, also when training was stopped",
          "[language][neural]") {
    const Folder folder;
    TrainingOptions options = small_options();
    options.epochs = 4;
    train_toy(options, {}, folder / "one.model");
    const auto stop = [&] {
        const TrainingData data = prepare(toy_treebank(20), true);
        train(data, std::vector<float>(data.sentences.size(), 1.0F), options, folder / "checkpoint",
              [](const EpochReport& report, const Parameters&) {
                  if (report.epoch == 2) throw std::runtime_error("stopped");
              });
    };
    CHECK_THROWS_AS(stop(), std::runtime_error);
    train_toy(options, folder / "checkpoint", folder / "two.model");
    CHECK((bytes_of(folder / "one.model") == bytes_of(folder / "two.model")));
}

TEST_CASE("an analysis does not depend on the other sentences or on threads", "[language][neural]") {
    const Folder folder;
    TrainingOptions options = small_options();
    options.epochs = 2;
    train_toy(options, {}, folder / "toy.model");
    const auto model = load_syntax_model(folder / "toy.model");
    const std::vector<Sentence> raw = random_sentences(300, 30);
    std::vector<Sentence> together = raw;
    model->annotate(together);
    for (const Sentence& sentence : together) REQUIRE(is_tree(sentence));

    std::vector<Sentence> alone = raw;
    for (Sentence& sentence : alone) model->annotate(std::span(&sentence, 1));
    CHECK(alone == together);

    std::vector<Sentence> shared = raw;
    {
        std::vector<std::jthread> threads;
        for (std::size_t first = 0; first < shared.size(); first += 75) {
            threads.emplace_back([&, first] { model->annotate(std::span(shared).subspan(first, 75)); });
        }
    }
    CHECK(shared == together);
}

TEST_CASE("an endless sentence still gets one tree", "[language][neural]") {
    const Folder folder;
    TrainingOptions options = small_options();
    options.epochs = 1;
    train_toy(options, {}, folder / "toy.model");
    const auto model = load_syntax_model(folder / "toy.model");
    std::vector<Sentence> sentences(1);
    sentences[0].tokens.resize(5000);
    for (Token& token : sentences[0].tokens) token.form = "en";
    model->annotate(sentences);
    CHECK(is_tree(sentences[0]));
    model->annotate({});
}

TEST_CASE("a damaged model file is refused", "[language][neural]") {
    const Folder folder;
    TrainingOptions options = small_options();
    options.epochs = 1;
    train_toy(options, {}, folder / "toy.model");
    const std::string whole = bytes_of(folder / "toy.model");
    const auto load = [&](const std::string& bytes) {
        std::ofstream(folder / "bad.model", std::ios::binary) << bytes;
        load_syntax_model(folder / "bad.model");
    };
    CHECK_NOTHROW(load(whole));
    for (const std::size_t size : {std::size_t{0}, std::size_t{7}, std::size_t{100}, whole.size() / 2}) {
        CAPTURE(size);
        CHECK_THROWS_AS(load(whole.substr(0, size)), ModelError);
    }
    Random random(31);
    for (int round = 0; round < 200; ++round) {
        std::string bytes = whole;
        const std::size_t at = random.below(bytes.size());
        bytes[at] = static_cast<char>(bytes[at] ^ static_cast<char>(1 << random.below(8)));
        try {  // a flipped bit between sections does no harm; anything else is found
            load(bytes);
        } catch (const ModelError&) {
        }
    }
    const std::size_t inside = whole.find("Number=Plur");
    REQUIRE(inside != std::string::npos);
    std::string bytes = whole;
    bytes[inside] = 'X';
    CHECK_THROWS_AS(load(bytes), ModelError);
}
