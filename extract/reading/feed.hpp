#pragma once

#include <string_view>

#include <tl/expected.hpp>

#include "extract/reading/assemble.hpp"

namespace entente {

/// The items of an RSS 2.0, RSS 1.0 or Atom feed, each a page of its own, named `page#1`, `page#2`, …
/// External entities and DTDs are not loaded. The error says what is wrong with the file.
tl::expected<void, std::string> read_feed(std::string_view xml, const std::string& page,
                                          const ReadOptions& options, const ArticleSink& sink,
                                          const ProblemSink& problem);

}  // namespace entente
