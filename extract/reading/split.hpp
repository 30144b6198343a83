#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extract/reading/published.hpp"
#include "extract/reading/text_builder.hpp"

namespace entente {

/// An article as it was found in a page's text.
struct ArticleText {
    std::string title;                        ///< empty if the page shows none
    std::string dateline;                     ///< "PYONGYANG (ANP/RTR)", without the dash
    std::vector<std::string> agencies;        ///< "ANP", "RTR"
    std::optional<std::chrono::minutes> ago;  ///< the stamp in front of it: "1 uur geleden"
    TracedText
        body;  ///< title (if it stands in the text) and paragraphs without dateline, a '\n' between them
};

/// A dateline at the beginning of a paragraph: a place in capitals, agencies in brackets, a dash ("METZ (ANP)
/// - ", "WASHINGTON, March 3 (Reuters) — "), or a place and a date ("Brussels, 3 May 2023 - ").
struct Dateline {
    std::string text;
    std::vector<std::string> agencies;
    std::size_t length = 0;  ///< bytes of the paragraph up to the first word of the story
};
std::optional<Dateline> leading_dateline(std::string_view paragraph);

/// Whether a line is the page's and not an article's: "Meer uit Buitenland", "Share this", a lone stamp.
bool is_furniture(std::string_view line);

/// Cuts a page's text into its articles: a new one begins at each paragraph that starts with a relative stamp
/// or a dateline; a line without a full stop before a dateline is that article's title. Lines of page
/// furniture are left out, and after one that leads to other stories ("More from Europe") no plain paragraph
/// belongs to the article above. Paragraphs are the lines of `page`. A page with neither stamps nor datelines
/// is one article; its first line is the title if it is short and does not end as a sentence does. Articles
/// without a body are dropped.
std::vector<ArticleText> split_articles(const TracedText& page);

}  // namespace entente
