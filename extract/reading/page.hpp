#pragma once

#include <string>
#include <string_view>

#include "extract/reading/assemble.hpp"

namespace entente {

/// What a page is, by its content and then its name.
enum class PageKind { text, html, feed, json, jsonl, warc };

/// `head` are the first bytes, `name` the file's name.
PageKind page_kind(std::string_view head, std::string_view name);

/// Reads one page that is in memory: text, HTML, a feed or a JSON value. `charset` is what came with it from
/// outside (an HTTP header), empty if nothing did. Problems carry `info.name`.
void read_page(std::string_view bytes, PageKind kind, const std::string& charset, const PageInfo& info,
               const ReadOptions& options, const ArticleSink& sink, const ProblemSink& problem);

}  // namespace entente
