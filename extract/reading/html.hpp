#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "extract/reading/split.hpp"
#include "graph/interval.hpp"

namespace entente {

/// What a web page says about itself, or about one of its articles.
struct PageMetadata {
    std::string title;
    std::string url;
    std::string publisher;
    std::string language;  ///< ISO 639-1
    std::optional<Day> published;
};

struct HtmlArticle {
    ArticleText text;  ///< origins are bytes of `html`
    PageMetadata metadata;
};

/// The articles of a page in HTML (WHATWG, parsed by gumbo), boilerplate left out: navigation, side bars,
/// captions, comments, lists of links. Several <article> elements are several articles; otherwise the element
/// that holds most of the running text is taken, and split_articles cuts it. Metadata come from JSON-LD
/// (schema.org NewsArticle), <meta>, <time datetime> and <html lang>, in this order. `html` is valid UTF-8.
/// The error says what is wrong (nested deeper than limits::html_depth).
tl::expected<std::vector<HtmlArticle>, std::string> read_html(std::string_view html);

/// The text of an HTML fragment (the description of a feed's item), without metadata; one line a block.
tl::expected<TracedText, std::string> html_text(std::string_view html);

/// The encoding that the first 4096 bytes declare (<meta charset>, http-equiv), empty if none.
std::string declared_charset(std::string_view bytes);

}  // namespace entente
