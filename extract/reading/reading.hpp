#pragma once

#include <functional>
#include <optional>
#include <string>

#include "extract/reading/problem.hpp"
#include "extract/reading/published.hpp"
#include "graph/article.hpp"

namespace entente {

/// What the user says about inputs that do not say it themselves.
struct ReadOptions {
    std::optional<Day> date;             ///< published
    std::optional<Retrieved> retrieved;  ///< what "1 uur geleden" is counted from
    std::string language;                ///< ISO 639-1
    std::string publisher;
    std::string encoding;  ///< of text pages that are not UTF-8
};

using ArticleSink = std::function<void(Article)>;
using ProblemSink = std::function<void(Problem)>;

/// Reads `input`: a file, a folder (with everything below it, in the order of the names; hidden files, and
/// by their names pictures, scripts, fonts and stores that lie beside pages, are passed over) or "-" for
/// standard input. Web pages, plain text, RSS and Atom feeds, JSON, JSONL and WARC are told apart by their
/// content and their name; gzip is unpacked. Articles are handed to `article` in the order of the input, what
/// cannot be read to `problem`, and reading goes on. Throws what the sinks throw, and std::bad_alloc.
///
/// Article::origins are bytes of the file for pages and plain text; for JSON, JSONL and feeds they are bytes
/// of the item's own text (its "text" or "html", its description), which is the article's original input
/// there.
void read_input(const std::string& input, const ReadOptions& options, const ArticleSink& article,
                const ProblemSink& problem);

}  // namespace entente
