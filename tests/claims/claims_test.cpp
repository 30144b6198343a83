#include <filesystem>
#include <sstream>

#include "extract/grammar_extractor.hpp"
#include "extract/language/analyser.hpp"
#include "tests/catch.hpp"
#include "tests/claims/corpus.hpp"

using entente::Article;
using entente::GrammarExtractor;

TEST_CASE("the sentences of the corpus make the claims that are written below them", "[claims]") {
    const auto* language = GENERATE("en", "nl");
    const std::string file = std::string("claims/") + language + ".txt";
    if (!std::filesystem::exists(file)) return;
    static const GrammarExtractor extractor = GrammarExtractor::load(entente::default_model_folder());
    std::ostringstream report;
    std::size_t failed = 0;
    const auto blocks = entente::test::read_corpus(file);
    for (const auto& block : blocks) {
        Article article;
        article.id = "test";
        article.language = language;
        article.text = block.text;
        article.published = entente::parse_day(block.date);
        const auto wrong = entente::test::deviations(block, extractor.extract(article));
        if (wrong.empty() == !block.known_limit) continue;
        ++failed;
        report << file << ':' << block.line << ": " << block.text << '\n';
        for (const std::string& line : wrong) report << "    " << line << '\n';
        if (wrong.empty()) report << "    is no longer a limit: take the mark away\n";
    }
    if (failed > 0) FAIL_CHECK(failed << " of " << blocks.size() << " blocks deviate\n" << report.str());
    CHECK(blocks.size() > 0);
}
