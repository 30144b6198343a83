#include "extract/pipeline.hpp"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "extract/grammar_extractor.hpp"
#include "extract/language/analyser.hpp"
#include "tests/catch.hpp"

using namespace entente;

namespace {

struct Extracted {
    std::vector<std::string> articles;
    std::vector<std::vector<Claim>> claims;
    std::vector<std::string> problems;
    bool operator==(const Extracted&) const = default;
};

Extracted run(const std::vector<std::string>& inputs, const Extractor& extractor, unsigned threads) {
    Extracted result;
    extract_inputs(
        inputs, {}, extractor, threads,
        [&](const Article& article, std::vector<Claim> claims) {
            result.articles.push_back(article.id);
            result.claims.push_back(std::move(claims));
        },
        [&](const Problem& problem) { result.problems.push_back(to_string(problem)); });
    return result;
}

/// One claim an article, which repeats its text; fails at the article whose text is `fails_at`.
class Echo final : public Extractor {
 public:
    explicit Echo(std::string fails_at = "") : fails_at_(std::move(fails_at)) {}
    std::string name() const override { return "echo/1"; }
    std::vector<Claim> extract(const Article& article) const override {
        if (article.text == fails_at_) {
            throw std::runtime_error("cannot read " + article.text);
        }
        Claim claim;
        claim.article = article.id;
        claim.evidence.text = article.text;
        return {claim};
    }

 private:
    std::string fails_at_;
};

/// A JSONL file of so many articles, removed at the end.
class Articles {
 public:
    explicit Articles(int count)
        : path_((std::filesystem::temp_directory_path() / "entente-pipeline-test.jsonl").string()) {
        std::ofstream file{path_};
        for (int i = 0; i < count; ++i) {
            file << R"({"id": "n)" << i << R"(", "text": "Article number )" << i << R"(.", "language": "en"})"
                 << '\n';
        }
    }
    ~Articles() { std::filesystem::remove(path_); }
    Articles(const Articles&) = delete;
    Articles& operator=(const Articles&) = delete;
    const std::string& path() const { return path_; }

 private:
    std::string path_;
};

}  // namespace

TEST_CASE("the sample articles give the same claims on one thread and on eight", "[extract][pipeline]") {
    const auto extractor = GrammarExtractor::load(default_model_folder());
    const std::vector<std::string> inputs{"../samples/news", "no-such-file.html"};
    const Extracted one = run(inputs, extractor, 1);
    CHECK(one.articles.size() >= 40);
    CHECK(one.problems.size() == 1);
    CHECK(run(inputs, extractor, 8) == one);
    CHECK(run(inputs, extractor, 3) == one);
}

TEST_CASE("articles come in the order of the input, however many rounds they take", "[extract][pipeline]") {
    constexpr int count = 700;
    const Articles articles{count};
    const Extracted found = run({articles.path()}, Echo{}, 8);
    REQUIRE(found.claims.size() == count);
    for (int i = 0; i < count; ++i) {
        REQUIRE(found.claims[static_cast<std::size_t>(i)].size() == 1);
        CHECK(found.claims[static_cast<std::size_t>(i)].front().evidence.text ==
              "Article number " + std::to_string(i) + ".");
    }
}

TEST_CASE("what an extractor or a sink throws reaches the caller", "[extract][pipeline]") {
    const Articles articles{20};
    const Echo failing{"Article number 7."};
    CHECK_THROWS_AS(run({articles.path()}, failing, 8), std::runtime_error);
    const std::vector<std::string> inputs{articles.path()};
    CHECK_THROWS_AS(extract_inputs(
                        inputs, {}, Echo{}, 2,
                        [](const Article&, const std::vector<Claim>&) { throw std::logic_error("full"); },
                        [](const Problem&) {}),
                    std::logic_error);
}
