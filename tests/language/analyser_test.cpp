#include "extract/language/analyser.hpp"

#include <cstdio>
#include <fstream>

#include "extract/language/model_file.hpp"
#include "tests/catch.hpp"

using namespace entente;

namespace {

const Analyser& analyser(const std::string& language) {
    static const Analyser dutch = Analyser::load("../models", "nl");
    static const Analyser english = Analyser::load("../models", "en");
    return language == "nl" ? dutch : english;
}

const Token& token(const std::vector<Sentence>& sentences, const std::string& form) {
    for (const Sentence& sentence : sentences) {
        for (const Token& candidate : sentence.tokens) {
            if (candidate.form == form) return candidate;
        }
    }
    throw std::out_of_range(form);
}

}  // namespace

TEST_CASE("a verb in two pieces has one lemma", "[language][analyser]") {
    const auto sentences = analyser("nl").analyse("Duitsland viel op 10 mei 1940 Nederland binnen.");
    CHECK(token(sentences, "viel").lemma == "binnenvallen");
    CHECK(token(sentences, "viel").deprel == "root");
    CHECK(token(sentences, "Duitsland").deprel == "nsubj");
    CHECK(token(sentences, "binnen").deprel == "compound:prt");
}

TEST_CASE("a passive has its agent", "[language][analyser]") {
    const auto english = analyser("en").analyse("The city was attacked by Russia on Monday.");
    CHECK(token(english, "city").deprel == "nsubj:pass");
    CHECK(token(english, "Russia").deprel == "obl:agent");
    CHECK(token(english, "attacked").lemma == "attack");
    const auto dutch = analyser("nl").analyse("De stad werd door Rusland aangevallen.");
    CHECK(token(dutch, "stad").deprel == "nsubj:pass");
    CHECK(token(dutch, "Rusland").deprel == "obl:agent");
    CHECK(token(dutch, "aangevallen").lemma == "aanvallen");
}

TEST_CASE("every sentence that is one has one tree", "[language][analyser]") {
    for (const Sentence& sentence :
         analyser("en").analyse("It is. Yes! Germany sent tanks, and France did not.\n\nWhy?")) {
        REQUIRE(sentence.well_formed);
        std::size_t roots = 0;
        for (std::size_t index = 0; index < sentence.tokens.size(); ++index) {
            roots += sentence.tokens[index].head == -1;
            int node = static_cast<int>(index);
            for (std::size_t step = 0; node != -1; ++step) {
                REQUIRE(step <= sentence.tokens.size());
                node = sentence.tokens[static_cast<std::size_t>(node)].head;
            }
        }
        CHECK(roots == 1);
    }
}

TEST_CASE("what is no sentence of the language gets no tree", "[language][analyser]") {
    const auto [language, text] = GENERATE(table<std::string, std::string>({
        {"nl", "The government said on Monday that it would send more troops to the border."},
        {"en", "De regering zei maandag dat zij meer troepen naar de grens zal sturen."},
        {"en",
         "Le gouvernement a annonc\u00e9 lundi que des troupes suppl\u00e9mentaires seraient envoy\u00e9es "
         "\u00e0 la fronti\u00e8re."},
        {"nl",
         "Die russischen Truppen haben in der Nacht die Stadt angegriffen und dabei mehrere Menschen "
         "get\u00f6tet, teilte die Regierung mit."},
        {"en", "if (x == 0) { return foo(bar); } else { y_1 = x; }"},
        {"nl", "12 14 3.5 88 91 100 7"},
        {"nl", "ANKARA (ANP/DPA) -"},
        {"nl", "* * *"},
    }));
    CAPTURE(text);
    for (const Sentence& sentence : analyser(language).analyse(text)) {
        CHECK_FALSE(sentence.well_formed);
        for (const Token& each : sentence.tokens) CHECK(each.deprel.empty());
    }
}

TEST_CASE("ordinary sentences and headlines are well formed", "[language][analyser]") {
    const auto [language, text] = GENERATE(table<std::string, std::string>({
        {"nl", "Poetin vindt dat Servi\u00eb moet onderhandelen met Kosovo"},
        {"nl", "Nieuwe sancties tegen Rusland"},
        {"en", "Trump, Putin and Xi meet in Beijing"},
        {"en", "Germany, France, Italy, Spain, Poland and Sweden expelled Russian diplomats."},
        {"en", "Shares fell 3 % to 41.2 , and gold rose 2 % to 1,900 on Monday ."},
    }));
    CAPTURE(text);
    CHECK(analyser(language).analyse(text).front().well_formed);
}

TEST_CASE("the number of threads changes nothing", "[language][analyser]") {
    std::vector<std::string> texts;
    for (int index = 0; index < 60; ++index) {
        texts.push_back("Article " + std::to_string(index) + " says that Russia attacked Kyiv. " +
                        std::string(static_cast<std::size_t>(index % 7), 'x') + "\nIran didn't answer.");
    }
    texts.emplace_back();
    const std::vector<std::string_view> views(texts.begin(), texts.end());
    const auto one = analyser("en").analyse(views, 1);
    REQUIRE(one.size() == texts.size());
    CHECK(one == analyser("en").analyse(views, 8));
    CHECK(one[5] == analyser("en").analyse(views[5]));
}

TEST_CASE("tag_and_parse keeps sentences and tokens", "[language][analyser]") {
    auto sentences = analyser("en").analyse("Berlin sent tanks.");
    const auto before = sentences;
    sentences[0].tokens[1].lemma = "wrong";
    analyser("en").tag_and_parse(sentences);
    CHECK(sentences == before);
}

TEST_CASE("a missing, damaged or foreign model is refused by name", "[language][analyser]") {
    CHECK_THROWS_WITH(Analyser::load("../models", "xx"), Catch::Contains("xx.model"));
    std::ifstream whole("../models/en.model", std::ios::binary);
    std::string bytes(200'000, '\0');
    whole.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    const std::filesystem::path folder = std::filesystem::temp_directory_path() / "entente_language_test";
    std::filesystem::create_directories(folder);
    const auto refuse = [&](std::string_view content, const std::string& language) {
        const std::filesystem::path file = folder / (language + ".model");
        std::ofstream(file, std::ios::binary | std::ios::trunc) << content;
        CHECK_THROWS_AS(Analyser::load(folder, language), ModelError);
    };
    refuse("", "en");
    refuse("short", "en");
    refuse(bytes, "en");
    refuse(std::string(300, 'x'), "en");
    std::filesystem::remove(folder / "en.model");
    std::filesystem::create_symlink(std::filesystem::absolute("../models/en.model"), folder / "nl.model");
    CHECK_THROWS_WITH(Analyser::load(folder, "nl"), Catch::Contains("is a model of 'en'"));
    std::filesystem::remove_all(folder);
}
