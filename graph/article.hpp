#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/interval.hpp"

namespace entente {

/// A stretch of Article::text that stands in the page's original input: text bytes [text_start, text_start +
/// length) come from input bytes [origin_start, origin_start + origin_length). The lengths differ only where
/// a character reference (`&amp;`) or another encoding was decoded; then the whole stretch maps to the whole.
struct TextOrigin {
    std::size_t text_start = 0;
    std::size_t length = 0;
    std::size_t origin_start = 0;
    std::size_t origin_length = 0;
    bool operator==(const TextOrigin&) const = default;
};

/// One news item. Its identity is the hash of its content.
struct Article {
    /// Unique: the input's own id (with `#1`, `#2` … for further articles of its page), else `a_` and 16 hex
    /// digits of the content's hash.
    std::string id;
    std::string input_id;             ///< the input's own id; empty if it has none
    std::string page;                 ///< the name of the input ("news/42.html", "feed.jsonl:17", "-")
    std::size_t index = 0;            ///< which article of its page, from 0
    std::string title;                ///< also the beginning of `text`, when the page shows it
    std::string text;                 ///< valid UTF-8, paragraphs separated by '\n'
    std::vector<TextOrigin> origins;  ///< sorted; where each stretch of `text` stands in the original input
    std::string url;
    std::string publisher;
    std::string dateline;  ///< "PYONGYANG (ANP/RTR)": place and agencies as written; empty if none
    std::vector<std::string> agencies;  ///< "ANP", "RTR"
    std::optional<Day> published;       ///< empty: not known; never guessed from the clock
    std::string language;               ///< ISO 639-1; empty if it could not be told
    bool operator==(const Article&) const = default;
};

/// The original input's byte offset of byte `offset` of article.text (`offset` may be the length: the end).
std::size_t origin_offset(const Article& article, std::size_t offset);

/// `a_` and 16 hex digits (FNV-1a, 64 bits) over title, text, publisher and published date.
std::string content_id(const Article& article);

}  // namespace entente
