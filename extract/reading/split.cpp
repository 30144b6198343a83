#include "extract/reading/split.hpp"

#include <algorithm>
#include <cctype>

#include "graph/ascii.hpp"
#include "knowledge/table.hpp"

namespace entente {

namespace {

constexpr std::size_t longest_title = 220;  // bytes
constexpr std::size_t longest_furniture = 90;

struct Line {
    std::size_t begin = 0;
    std::size_t end = 0;
};

std::vector<Line> lines_of(std::string_view text) {
    std::vector<Line> lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t newline = std::min(text.find('\n', at), text.size());
        std::size_t begin = at;
        std::size_t end = newline;
        while (begin < end && std::isspace(static_cast<unsigned char>(text[begin])) != 0) {
            ++begin;
        }
        while (end > begin && std::isspace(static_cast<unsigned char>(text[end - 1])) != 0) {
            --end;
        }
        if (begin < end) {
            lines.push_back({begin, end});
        }
        at = newline + 1;
    }
    return lines;
}

bool ends_as_sentence(std::string_view line) {
    while (!line.empty()) {
        const char last = line.back();
        if (last == '.' || last == '!' || last == '?' || last == ':') {
            return true;
        }
        if (last == '"' || last == '\'' || last == ')') {
            line.remove_suffix(1);
        } else if (line.ends_with("”") || line.ends_with("’") || line.ends_with("»")) {
            line.remove_suffix(line.ends_with("»") ? 2 : 3);
        } else {
            return false;
        }
    }
    return false;
}

bool is_upper_word(std::string_view word) {
    bool upper = false;
    for (std::size_t i = 0; i < word.size(); ++i) {
        const auto byte = static_cast<unsigned char>(word[i]);
        if (byte >= 'a' && byte <= 'z') {
            return false;
        }
        // two-byte lower-case letters of Latin-1 (à to ÿ)
        if (byte == 0xC3 && i + 1 < word.size() && static_cast<unsigned char>(word[i + 1]) >= 0xA0) {
            return false;
        }
        upper = upper || (byte >= 'A' && byte <= 'Z') || byte >= 0xC3;
    }
    return upper;
}

/// Bytes of a dash with the spaces around it at the beginning of `text`; 0 if there is none.
std::size_t leading_dash(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size() && text[at] == ' ') {
        ++at;
    }
    const std::string_view rest = text.substr(at);
    std::size_t dash = 0;
    if (rest.starts_with("--")) {
        dash = 2;
    } else if (rest.starts_with("-")) {
        dash = 1;
    } else if (rest.starts_with("–") || rest.starts_with("—")) {
        dash = 3;
    }
    if (dash == 0) {
        return 0;
    }
    at += dash;
    while (at < text.size() && text[at] == ' ') {
        ++at;
    }
    return at;
}

bool is_capitalised(std::string_view word) {
    const auto first = word.empty() ? 0 : static_cast<unsigned char>(word.front());
    return (first >= 'A' && first <= 'Z') || first >= 0xC3;
}

/// Bytes of the words at the beginning of `text` that may name a dateline's place: one to five that `fits`
/// lets through.
template <typename Fits>
std::size_t leading_words(std::string_view text, const Fits& fits) {
    std::size_t at = 0;
    std::size_t words = 0;
    while (at < text.size() && words < 6) {
        const std::size_t end = std::min(text.find_first_of(" ,(", at), text.size());
        if (!fits(text.substr(at, end - at))) {
            break;
        }
        ++words;
        at = end;
        if (at < text.size() && text[at] == ' ' && at + 1 < text.size() && text[at + 1] != '(') {
            ++at;
        } else {
            break;
        }
    }
    return at;
}

/// Where the brackets or the dash behind a dateline's place begin, spaces before them not counted: ", March 3
/// (Reuters) - ", ", 3 May 2023 - ". 0 if neither comes soon.
std::size_t end_of_date(std::string_view text) {
    constexpr std::size_t longest = 30;
    for (std::size_t at = 1; at < std::min(text.size(), longest); ++at) {
        if (text[at] == '(' || (text[at] == ' ' && leading_dash(text.substr(at)) > 0)) {
            while (at > 0 && text[at - 1] == ' ') {
                --at;
            }
            return at;
        }
    }
    return 0;
}

/// The place, in capitals, then perhaps a comma with a region or a date; before a date it may also be written
/// as names are ("Brussels, 3 May 2023 - "). Returns its length.
std::size_t leading_place(std::string_view text) {
    std::size_t at = leading_words(text, is_upper_word);
    const bool upper = at > 0;
    if (!upper) {
        at = leading_words(text, is_capitalised);
    }
    std::size_t date = 0;
    if (at > 0 && at < text.size() && text[at] == ',') {
        const std::string_view rest = text.substr(at);
        date = end_of_date(rest);
        const bool dated = date > 0 && parse_published(rest.substr(0, date)).has_value();
        const bool in_brackets = date > 0 && rest.substr(date).find('(') <= 1;
        if (date == 0 || !(dated || (upper && in_brackets))) {
            return 0;
        }
    }
    if (!upper && date == 0) {
        return 0;
    }
    at += date;
    while (at > 0 && text[at - 1] == ' ') {
        --at;
    }
    return at;
}

std::vector<std::string> agencies_of(std::string_view brackets) {
    auto agencies = split_list(brackets, '/');
    const bool named = std::all_of(agencies.begin(), agencies.end(), [](const std::string& agency) {
        return agency.size() <= 20 && std::isupper(static_cast<unsigned char>(agency.front())) != 0;
    });
    return named ? agencies : std::vector<std::string>{};
}

/// One article in the making.
struct Draft {
    ArticleText article;
    std::vector<Line> lines;
};

class Splitter {
 public:
    explicit Splitter(const TracedText& page) : page_(page), lines_(lines_of(page.text)) {}

    std::vector<ArticleText> run() {
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            take(i);
        }
        flush();
        return std::move(articles_);
    }

 private:
    std::string_view text(Line line) const {
        return std::string_view{page_.text}.substr(line.begin, line.end - line.begin);
    }

    void take(std::size_t index) {
        Line line = lines_[index];
        std::optional<std::chrono::minutes> ago;
        while (const auto stamp = leading_stamp(text(line))) {
            ago = stamp->ago;
            line.begin += stamp->length;
            while (line.begin < line.end && page_.text[line.begin] == ' ') {
                ++line.begin;
            }
        }
        if (ago) {
            begin_article();
            draft_.article.ago = ago;
        }
        if (line.begin == line.end) {
            return;
        }
        if (const auto dateline = leading_dateline(text(line))) {
            if (!draft_.article.dateline.empty() || has_body()) {
                begin_article();
            }
            draft_.article.dateline = dateline->text;
            draft_.article.agencies = dateline->agencies;
            draft_.lines.push_back({line.begin + dateline->length, line.end});
            other_stories_ = false;
            return;
        }
        if (is_furniture(text(line))) {
            other_stories_ = other_stories_ || has_body();
            return;
        }
        if (starts_title(index, line)) {
            begin_article();
            draft_.article.title = text(line);
        }
        if (!other_stories_ || ago || !draft_.article.title.empty()) {
            draft_.lines.push_back(line);
        }
    }

    /// A line that begins an article as its headline.
    bool starts_title(std::size_t index, Line line) const {
        if (line.end - line.begin > longest_title || ends_as_sentence(text(line))) {
            return false;
        }
        const bool first = articles_.empty() && draft_.lines.empty();
        const bool before_dateline =
            index + 1 < lines_.size() && leading_dateline(text(lines_[index + 1])).has_value();
        return before_dateline || (first && index + 1 < lines_.size());
    }

    bool has_body() const { return draft_.lines.size() > (draft_.article.title.empty() ? 0U : 1U); }

    void begin_article() {
        flush();
        draft_ = {};
        other_stories_ = false;
    }

    void flush() {
        if (!has_body()) {
            draft_ = {};
            return;
        }
        TextBuilder builder;
        for (const Line& line : draft_.lines) {
            if (!builder.text().empty()) {
                builder.add_own("\n");
            }
            builder.add_part(page_, line.begin, line.end);
        }
        draft_.article.body = builder.take();
        articles_.push_back(std::move(draft_.article));
        draft_ = {};
    }

    const TracedText& page_;
    std::vector<Line> lines_;
    std::vector<ArticleText> articles_;
    Draft draft_;
    bool other_stories_ = false;
};

std::vector<std::string> furniture_words() {
    const Table table = Table::load("page_words.tsv");
    std::vector<std::string> words;
    for (std::size_t row = 0; row < table.size(); ++row) {
        if (table.cell(row, "kind") == "furniture") {
            words.push_back(table.cell(row, "word"));
        }
    }
    return words;
}

}  // namespace

std::optional<Dateline> leading_dateline(std::string_view paragraph) {
    const std::size_t place = leading_place(paragraph);
    if (place == 0) {
        return std::nullopt;
    }
    std::string_view rest = paragraph.substr(place);
    std::size_t length = place;
    std::vector<std::string> agencies;
    const std::size_t bracket = rest.find_first_not_of(' ');
    if (bracket != std::string_view::npos && rest[bracket] == '(') {
        const std::size_t close = rest.find(')');
        if (close == std::string_view::npos || close > 60) {
            return std::nullopt;
        }
        agencies = agencies_of(rest.substr(bracket + 1, close - bracket - 1));
        length += close + 1;
        rest = paragraph.substr(length);
    }
    const std::size_t dash = leading_dash(rest);
    if (dash == 0 || length + dash >= paragraph.size() ||
        (agencies.empty() && rest.substr(0, dash).front() != ' ')) {
        return std::nullopt;
    }
    return Dateline{std::string{paragraph.substr(0, length)}, std::move(agencies), length + dash};
}

bool is_furniture(std::string_view line) {
    if (line.size() > longest_furniture) {
        return false;
    }
    static const std::vector<std::string> words = furniture_words();
    const std::string lower = lower_ascii(line);
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
        if (!lower.starts_with(word)) {
            return false;
        }
        const bool whole =
            lower.size() == word.size() || std::isalpha(static_cast<unsigned char>(lower[word.size()])) == 0;
        return whole && !(ends_as_sentence(line) && line.size() > word.size() + 30);
    });
}

std::vector<ArticleText> split_articles(const TracedText& page) { return Splitter{page}.run(); }

}  // namespace entente
