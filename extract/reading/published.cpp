#include "extract/reading/published.hpp"

#include <array>
#include <charconv>
#include <string>
#include <vector>

#include "graph/ascii.hpp"
#include "knowledge/table.hpp"

namespace entente {

namespace {

using std::chrono::minutes;

std::optional<int> number(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) {
        return std::nullopt;
    }
    return value;
}

bool is_letter(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Runs of letters and runs of digits; everything else separates.
std::vector<std::string_view> words(std::string_view text) {
    std::vector<std::string_view> result;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        if (is_letter(text[at])) {
            while (end < text.size() && is_letter(text[end])) {
                ++end;
            }
        } else if (is_digit(text[at])) {
            while (end < text.size() && is_digit(text[end])) {
                ++end;
            }
        }
        if (end > at) {
            result.push_back(text.substr(at, end - at));
            at = end;
        } else {
            ++at;
        }
    }
    return result;
}

/// The word of page_words.tsv with this kind, any language; the row's value.
std::optional<std::string> page_word(std::string_view kind, std::string_view word) {
    static const Table table = Table::load("page_words.tsv");
    static const std::size_t kind_column = table.column("kind");
    static const std::size_t word_column = table.column("word");
    static const std::size_t value_column = table.column("value");
    const std::string wanted = lower_ascii(word);
    for (std::size_t row = 0; row < table.size(); ++row) {
        if (table.cell(row, kind_column) == kind && table.cell(row, word_column) == wanted) {
            return table.cell(row, value_column);
        }
    }
    return std::nullopt;
}

std::optional<Day> make_day(int year, int month, int day) {
    const std::chrono::year_month_day date{std::chrono::year{year},
                                           std::chrono::month{static_cast<unsigned>(month)},
                                           std::chrono::day{static_cast<unsigned>(day)}};
    if (year < 1800 || year > 2200 || !date.ok()) {
        return std::nullopt;
    }
    return Day{date};
}

/// A month among the words, with the day and the year as the numbers around it.
std::optional<Day> parse_written(const std::vector<std::string_view>& parts) {
    const auto number_at = [&](std::size_t i) { return i < parts.size() ? number(parts[i]).value_or(0) : 0; };
    constexpr int last_day_of_month = 31;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto month = page_word("month", parts[i]);
        if (!month) {
            continue;
        }
        const int before = i > 0 ? number_at(i - 1) : 0;
        const int after = number_at(i + 1);
        if (before > 0 && after > last_day_of_month) {  // 27 January 2026
            return make_day(after, number(*month).value_or(0), before);
        }
        if (after > 0 && number_at(i + 2) > last_day_of_month) {  // January 27, 2026
            return make_day(number_at(i + 2), number(*month).value_or(0), after);
        }
    }
    return std::nullopt;
}

}  // namespace

std::optional<Retrieved> parse_retrieved(std::string_view text) {
    const auto day = parse_day(text.substr(0, 10));
    if (!day) {
        return std::nullopt;
    }
    Retrieved retrieved{*day, std::nullopt};
    if (text.size() >= 16 && (text[10] == 'T' || text[10] == ' ') && text[13] == ':') {
        const auto hour = number(text.substr(11, 2));
        const auto minute = number(text.substr(14, 2));
        if (!hour || !minute || *hour > 23 || *minute > 59) {
            return std::nullopt;
        }
        retrieved.time = minutes{*hour * 60 + *minute};
    } else if (text.size() != 10) {
        return std::nullopt;
    }
    return retrieved;
}

std::optional<Day> parse_published(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\n' || text.front() == '\t')) {
        text.remove_prefix(1);
    }
    if (const auto day = parse_day(text.substr(0, 10)); day && (text.size() == 10 || !is_digit(text[10]))) {
        return day;
    }
    if (text.size() == 8) {
        if (const auto digits = number(text)) {
            return make_day(*digits / 10000, *digits / 100 % 100, *digits % 100);
        }
    }
    return parse_written(words(text.substr(0, 100)));
}

std::optional<RelativeStamp> leading_stamp(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size() && is_digit(text[at])) {
        ++at;
    }
    const auto count = number(text.substr(0, at));
    if (at == 0 || at > 3 || !count || at >= text.size() || text[at] != ' ') {
        return std::nullopt;
    }
    const std::size_t unit_start = ++at;
    while (at < text.size() && is_letter(text[at])) {
        ++at;
    }
    const auto unit = page_word("unit", text.substr(unit_start, at - unit_start));
    if (!unit || at >= text.size() || text[at] != ' ') {
        return std::nullopt;
    }
    // The word for "ago" may be glued to what follows: take the one that the text begins with.
    const std::size_t ago_start = at + 1;
    for (std::size_t length = 3; length <= 10 && ago_start + length <= text.size(); ++length) {
        const std::string_view word = text.substr(ago_start, length);
        if (page_word("ago", word)) {
            const bool glued_lower = ago_start + length < text.size() && text[ago_start + length] >= 'a' &&
                                     text[ago_start + length] <= 'z';
            if (!glued_lower) {
                return RelativeStamp{ago_start + length, minutes{*count * *number(*unit)}};
            }
        }
    }
    return std::nullopt;
}

Day day_before(const Retrieved& retrieved, minutes ago) {
    using std::chrono::days;
    using std::chrono::floor;
    if (!retrieved.time) {
        return retrieved.day - floor<days>(ago);
    }
    return floor<days>(retrieved.day + *retrieved.time - ago);
}

}  // namespace entente
