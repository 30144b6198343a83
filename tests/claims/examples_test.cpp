#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>

#include "extract/events/trace.hpp"
#include "extract/grammar_extractor.hpp"
#include "extract/language/analyser.hpp"
#include "knowledge/table.hpp"
#include "tests/catch.hpp"

using namespace entente;

namespace {

struct Reading {
    std::string line;
    bool read = false;
};

bool starts_one(const std::vector<std::string>& lines, const std::string& beginning,
                const std::string& rest) {
    return std::any_of(lines.begin(), lines.end(), [&](const std::string& line) {
        const auto at = line.find_first_not_of(' ');
        return at != std::string::npos && line.compare(at, beginning.size(), beginning) == 0 &&
               line.find(rest) != std::string::npos;
    });
}

/// The lines of unread_examples.txt for `language`, without it: trigger, tab, example.
std::set<std::string> known_exceptions(const std::string& language) {
    std::ifstream file("claims/unread_examples.txt");
    REQUIRE(file);
    std::set<std::string> known;
    for (std::string line; std::getline(file, line);)
        if (line.starts_with(language + '\t')) known.insert(line.substr(language.size() + 1));
    return known;
}

}  // namespace

// unread_examples.txt names those that another row reads, which says the same or goes first, or that the
// parser misreads.
TEST_CASE("the example of a row of the frame table is read by that row", "[claims][knowledge]") {
    const auto* language = GENERATE("nl", "en");
    const Table table = Table::load(std::string("frames.") + language + ".tsv");
    const std::size_t example = table.column("example");
    const std::size_t event = table.column("event");
    const std::size_t trigger = table.column("trigger");
    static const GrammarExtractor extractor = GrammarExtractor::load(default_model_folder());
    const std::set<std::string> known = known_exceptions(language);
    std::set<std::string> met;
    std::map<std::string, Reading> readings;  // by trigger and example
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
        // The Dutch ones are of today; the English ones name leaders of any time.
        if (std::string(language) == "nl") article.published = parse_day("2024-05-01");
        std::vector<SentenceTrace> trace;
        extractor.extract(article, trace);
        const std::string line = std::to_string(table.line(row));
        const bool silences = table.cell(row, event) == "NONE";
        const bool read = std::any_of(trace.begin(), trace.end(), [&](const SentenceTrace& sentence) {
            return silences ? starts_one(sentence.rows, "line " + line + " ", "name no event")
                            : starts_one(sentence.events, "row " + line + ":", "");
        });
        // Rows that differ only in where the parties stand may share an example.
        Reading& reading = readings[table.cell(row, trigger) + '\t' + article.text];
        reading.line = line;
        reading.read = reading.read || read;
    }
    for (const auto& [name, reading] : readings) {
        if (known.contains(name)) met.insert(name);
        if (reading.read != known.contains(name)) continue;
        ++failed;
        report << table.file() << ':' << reading.line
               << (reading.read ? ": is read now: " : ": is not read: ") << language << '\t' << name << '\n';
    }
    if (failed > 0) FAIL_CHECK(failed << " of " << examples << " examples\n" << report.str());
    CHECK(met.size() == known.size());  // no exception without its row
    CHECK(examples > 0);
}
