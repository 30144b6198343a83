#pragma once

#include <optional>
#include <string>

#include "extract/reading/html.hpp"
#include "extract/reading/reading.hpp"
#include "extract/reading/split.hpp"

namespace entente {

/// What is known about a page apart from its text.
struct PageInfo {
    std::string name;  ///< Article::page
    std::string id;    ///< the input's own id; empty if it has none
    PageMetadata metadata;
};

/// The article made of a piece of a page: metadata, else what the options give; language; id. `index` counts
/// the page's articles from 0; only the first has the page's own title, address and date, and the others
/// their stamp's date.
Article assemble(ArticleText text, const PageInfo& page, std::size_t index, const ReadOptions& options);

/// The articles of a text page (one of JSONL's "text", a text file).
void assemble_text(const TracedText& text, const PageInfo& page, const ReadOptions& options,
                   const ArticleSink& sink);

/// The articles of an HTML page; the error is read_html's. `origins` tell where `html` stands in the input.
tl::expected<void, std::string> assemble_html(const TracedText& html, const PageInfo& page,
                                              const ReadOptions& options, const ArticleSink& sink);

}  // namespace entente
