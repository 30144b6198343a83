#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include "extract/language/conllu.hpp"
#include "extract/language/perceptron/lemmatiser.hpp"
#include "extract/language/score.hpp"
#include "extract/language/syntax_model.hpp"
#include "extract/language/trainer/train_perceptron.hpp"
#include "tests/catch.hpp"

using namespace entente;

namespace {

/// "Kim ziet Poetin .", "Poetin valt Kim aan ." and the like.
std::vector<Sentence> treebank() {
    const std::vector<std::string> names = {"Kim", "Poetin", "Xi", "Biden", "Macron"};
    std::string text;
    for (const std::string& subject : names) {
        for (const std::string& object : names) {
            text += "1\t" + subject + "\t" + subject + "\tPROPN\t_\t_\t2\tnsubj\t_\t_\n";
            text += "2\tvalt\taanvallen\tVERB\t_\tTense=Pres\t0\troot\t_\t_\n";
            text += "3\t" + object + "\t" + object + "\tPROPN\t_\t_\t2\tobj\t_\t_\n";
            text += "4\taan\taan\tADP\t_\t_\t2\tcompound:prt\t_\t_\n";
            text += "5\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_\n\n";
            text += "1\tDe\tde\tDET\t_\t_\t2\tdet\t_\t_\n";
            text += "2\tlegers\tleger\tNOUN\t_\tNumber=Plur\t4\tnsubj:pass\t_\t_\n";
            text += "3\tworden\tworden\tAUX\t_\t_\t4\taux:pass\t_\t_\n";
            text += "4\tgestuurd\tsturen\tVERB\t_\tVerbForm=Part\t0\troot\t_\t_\n";
            text += "5\tdoor\tdoor\tADP\t_\t_\t6\tcase\t_\t_\n";
            text += "6\t" + object + "\t" + object + "\tPROPN\t_\t_\t4\tobl:agent\t_\t_\n\n";
        }
    }
    return read_conllu(text).sentences;
}

std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream out;
    out << stream.rdbuf();
    return out.str();
}

std::filesystem::path trained(const std::string& name, std::uint64_t seed) {
    PerceptronSettings settings;
    settings.language = "nl";
    settings.name = "nl-test";
    settings.seed = seed;
    settings.tagger_epochs = 4;
    settings.parser_epochs = 5;
    settings.folds = 2;
    settings.tagger_slots = settings.lemma_slots = settings.parser_slots = 1 << 16;
    const auto file = std::filesystem::temp_directory_path() / name;
    train_perceptron(treebank(), settings, file, [](const std::string&) {});
    return file;
}

}  // namespace

TEST_CASE("a perceptron learns a small language, the same bytes each time", "[language][perceptron]") {
    const auto file = trained("entente_perceptron_1.model", 1);
    const std::string bytes = bytes_of(file);
    CHECK(bytes == bytes_of(trained("entente_perceptron_2.model", 1)));
    const auto model = load_syntax_model(file);
    const auto gold = treebank();
    auto ours = gold;
    for (Sentence& sentence : ours) {
        for (Token& token : sentence.tokens)
            token = Token{token.begin, token.end, token.form, "", Upos::x, "", -1, ""};
    }
    model->annotate(ours);
    const Scores scores = score(gold, ours);
    CHECK(scores.upos == scores.tokens);
    CHECK(scores.lemma == scores.tokens);
    CHECK(scores.las == scores.tokens);
    std::filesystem::remove(std::filesystem::temp_directory_path() / "entente_perceptron_2.model");
}

TEST_CASE("a damaged perceptron is refused or harmless", "[language][perceptron]") {
    const auto file = trained("entente_perceptron_3.model", 2);
    const std::string bytes = bytes_of(file);
    std::mt19937 random(1);
    for (int round = 0; round < 300; ++round) {
        std::string damaged = bytes;
        for (int flip = 0; flip < 3; ++flip) {
            // Mostly in the headers, where damage hurts.
            const std::size_t range = round % 2 == 0 ? 1024 : damaged.size();
            damaged[random() % range] = static_cast<char>(random() % 256);
        }
        if (round % 10 == 0) damaged.resize(random() % damaged.size());
        std::ofstream(file, std::ios::binary | std::ios::trunc) << damaged;
        try {
            auto sentences =
                read_conllu("1\tKim\t_\t_\t_\t_\t_\t_\t_\t_\n2\tvalt\t_\t_\t_\t_\t_\t_\t_\t_\n").sentences;
            load_syntax_model(file)->annotate(sentences);
            CHECK(sentences[0].tokens.size() == 2);
        } catch (const ModelError&) {
            SUCCEED("refused");
        }
    }
    std::filesystem::remove(file);
}

TEST_CASE("a lemma script makes the lemma of its form", "[language][perceptron]") {
    using namespace entente::perceptron;
    const auto [form, lemma] =
        GENERATE(table<std::string, std::string>({{"binnengevallen", "binnenvallen"},
                                                  {"gestuurd", "sturen"},
                                                  {"Legers", "leger"},
                                                  {"IRAQ", "Iraq"},
                                                  {"was", "zijn"},
                                                  {"co\u00f6peratie\u00ebn", "co\u00f6peratie"},
                                                  {"zee\u00ebn", "zee"},
                                                  {"x", "x"}}));
    const std::vector<std::string> prefixes = {"binnen"};
    const LemmaScript script = find_script(form, lemma, {"ge"}, prefixes);
    CHECK(apply(script, form, prefixes) == lemma);
    CHECK(parse_lemma_script(to_line(script)) == script);
}
