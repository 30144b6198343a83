#pragma once

#include <string_view>

#include <tl/expected.hpp>

#include "extract/reading/assemble.hpp"

namespace entente {

/// One article as JSON: `{"id", "url", "title", "text" or "html", "date", "language", "publisher"}`; only
/// text or html is needed, null is the same as absent. `page` is its name ("feed.jsonl:17"). The error says
/// what is wrong with it.
tl::expected<void, std::string> read_json_article(std::string_view json, const std::string& page,
                                                  const ReadOptions& options, const ArticleSink& sink);

/// A file that is one JSON value: an article, or a list of articles. Problems are those of single articles.
tl::expected<void, std::string> read_json(std::string_view json, const std::string& page,
                                          const ReadOptions& options, const ArticleSink& sink,
                                          const ProblemSink& problem);

}  // namespace entente
