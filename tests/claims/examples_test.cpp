#include <algorithm>
#include <sstream>

#include "extract/events/trace.hpp"
#include "extract/grammar_extractor.hpp"
#include "extract/language/analyser.hpp"
#include "knowledge/table.hpp"
#include "tests/catch.hpp"

using namespace entente;

namespace {

bool starts_one(const std::vector<std::string>& lines, const std::string& beginning,
                const std::string& rest) {
    return std::any_of(lines.begin(), lines.end(), [&](const std::string& line) {
        const auto at = line.find_first_not_of(' ');
        return at != std::string::npos && line.compare(at, beginning.size(), beginning) == 0 &&
               line.find(rest) != std::string::npos;
    });
}

}  // namespace

// English: about one in five is read by another row or by none.
TEST_CASE("the example of a row of the frame table is read by that row", "[claims][knowledge]") {
    const auto* language = GENERATE("nl");
    const Table table = Table::load(std::string("frames.") + language + ".tsv");
    const std::size_t example = table.column("example");
    const std::size_t event = table.column("event");
    const std::size_t trigger = table.column("trigger");
    static const GrammarExtractor extractor = GrammarExtractor::load(default_model_folder());
    std::ostringstream report;
    std::size_t examples = 0;
    std::size_t failed = 0;
    for (std::size_t row = 0; row < table.size(); ++row) {
        if (table.cell(row, example).empty()) continue;
        ++examples;
        Article article;
        article.id = "test";
        article.language = language;
        article.text = table.cell(row, example);
        article.published = parse_day("2024-05-01");
        std::vector<SentenceTrace> trace;
        extractor.extract(article, trace);
        const std::string line = std::to_string(table.line(row));
        const bool silences = table.cell(row, event) == "NONE";
        const bool read = std::any_of(trace.begin(), trace.end(), [&](const SentenceTrace& sentence) {
            return silences ? starts_one(sentence.rows, "line " + line + " ", "name no event")
                            : starts_one(sentence.events, "row " + line + ":", "");
        });
        if (read) continue;
        ++failed;
        report << table.file() << ':' << line << ": " << table.cell(row, trigger) << ": " << article.text
               << '\n';
    }
    if (failed > 0) FAIL_CHECK(failed << " of " << examples << " examples\n" << report.str());
    CHECK(examples > 0);
}
