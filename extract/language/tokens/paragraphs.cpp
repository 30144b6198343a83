#include "extract/language/tokens/paragraphs.hpp"

#include <algorithm>
#include <optional>

#include "extract/language/letters.hpp"

namespace entente::tokens {

namespace {

constexpr std::size_t widest_wrapped_line = 120;  // bytes
constexpr std::size_t longest_dateline = 100;     // bytes
constexpr std::size_t shortest_place = 3;         // letters of a dateline's place

struct Line {
    std::size_t begin;
    std::size_t end;  // white space cut off; begin == end for a blank line
};

Line trimmed(std::string_view text, std::size_t begin, std::size_t end) {
    while (begin < end) {
        const CodePoint point = code_point_at(text, begin);
        if (!is_space(point.value)) break;
        begin = point.end;
    }
    while (begin < end) {
        const CodePoint point = code_point_before(text.substr(0, end), end);
        if (!is_space(point.value)) break;
        end = std::max(begin, point.end);
    }
    return {begin, end};
}

bool is_line_break(char32_t value) {
    return value == '\n' || value == '\r' || value == '\v' || value == '\f' || value == 0x85 ||
           value == 0x2028 || value == 0x2029;
}

std::vector<Line> lines_of(std::string_view text) {
    std::vector<Line> lines;
    std::size_t begin = 0;
    for_each_code_point(text, [&](char32_t value, std::size_t at, std::size_t end) {
        if (!is_line_break(value)) return;
        const bool half = value == '\n' && at > 0 && text[at - 1] == '\r';  // of "\r\n"
        if (!half) lines.push_back(trimmed(text, begin, at));
        begin = end;
    });
    lines.push_back(trimmed(text, begin, text.size()));
    return lines;
}

std::size_t first_word_size(std::string_view text, const Line& line) {
    std::size_t at = line.begin;
    while (at < line.end && text[at] != ' ') ++at;
    return at - line.begin;
}

/// Whether the lines [first, last) were one paragraph before somebody wrapped it.
bool is_wrapped(std::string_view text, const std::vector<Line>& lines, std::size_t first, std::size_t last) {
    constexpr std::size_t least_lines = 3;
    if (last - first < least_lines) return false;
    std::size_t widest = 0;
    for (std::size_t index = first; index < last; ++index) {
        widest = std::max(widest, lines[index].end - lines[index].begin);
    }
    if (widest > widest_wrapped_line) return false;
    for (std::size_t index = first; index + 1 < last; ++index) {
        if (lines[index].end - lines[index].begin + 1 + first_word_size(text, lines[index + 1]) <= widest)
            return false;
    }
    return true;
}

bool ends_sentence(std::string_view text, const Line& line) {
    const char last = text[line.end - 1];
    return last == '.' || last == '!' || last == '?' || last == ':';
}

/// The text behind a run of upper-case words from `at` on, one of at least `shortest_place` letters; nothing
/// if there is none.
std::optional<std::size_t> behind_place(std::string_view text, std::size_t at, std::size_t end) {
    std::size_t run = 0;
    std::size_t longest_run = 0;
    std::size_t behind = at;
    while (at < end) {
        const CodePoint point = code_point_at(text, at);
        if (is_upper_case(point.value)) {
            longest_run = std::max(longest_run, ++run);
        } else if (point.value == ' ' || point.value == '-' || point.value == '/' || point.value == '\'' ||
                   point.value == '.') {
            run = 0;
        } else {
            break;
        }
        at = point.end;
        if (point.value != ' ') behind = at;
    }
    if (longest_run < shortest_place) return std::nullopt;
    return behind;
}

/// A dash that ends a dateline, and the white space behind it: "- ", "— ", " – ". `at` stands before it.
std::optional<std::size_t> behind_dash(std::string_view text, std::size_t at, std::size_t end) {
    const bool spaced = at < end && text[at] == ' ';
    while (at < end && text[at] == ' ') ++at;
    if (at >= end) return std::nullopt;
    CodePoint point = code_point_at(text, at);
    const bool wide = point.value == 0x2014 || point.value == 0x2013;
    if (!wide && (point.value != '-' || !spaced)) return std::nullopt;
    at = point.end;
    if (!wide && at < end && text[at] == '-') ++at;
    if (at >= end || (!wide && !is_space(code_point_at(text, at).value))) return std::nullopt;
    return at;
}

/// The byte behind the dash of a dateline that begins at `begin`.
std::optional<std::size_t> behind_dateline(std::string_view text, std::size_t begin, std::size_t end) {
    const std::size_t limit = std::min(end, begin + longest_dateline);
    const auto place = behind_place(text, begin, limit);
    if (!place) return std::nullopt;
    std::size_t at = *place;
    // ", Ukraine", ", Nov. 30", "(ANP/RTR)": few words, no sentence.
    while (at < limit) {
        if (const auto behind = behind_dash(text, at, end)) return behind;
        const CodePoint point = code_point_at(text, at);
        if (point.value == '(') {
            const std::size_t close = text.substr(0, limit).find(')', at);
            if (close == std::string_view::npos) return std::nullopt;
            at = close + 1;
            continue;
        }
        const bool belongs = point.value == ' ' || point.value == ',' || point.value == '.' ||
                             point.value == '/' || is_digit(point.value) || is_letter(point.value);
        if (!belongs) return std::nullopt;
        // Behind the place only what a comma or a bracket introduces.
        if (at == *place && point.value != ',' && point.value != ' ') return std::nullopt;
        if (is_letter(point.value) && text.substr(*place, at - *place).find(',') == std::string_view::npos) {
            return std::nullopt;
        }
        at = point.end;
    }
    return std::nullopt;
}

/// Where a dateline is glued to the words before it, within [begin, end).
std::optional<std::size_t> glued_dateline(std::string_view text, std::size_t begin, std::size_t end) {
    bool after_lower = false;
    for (std::size_t at = begin; at < end;) {
        const CodePoint point = code_point_at(text, at);
        if (after_lower && is_upper_case(point.value) && behind_dateline(text, at, end)) return at;
        after_lower = is_lower_case(point.value) || point.value == '.' || is_digit(point.value);
        at = point.end;
    }
    return std::nullopt;
}

void add_stretch(std::string_view text, std::size_t begin, std::size_t end, std::vector<Stretch>& out) {
    const Line line = trimmed(text, begin, end);
    if (line.begin < line.end) out.push_back({line.begin, line.end});
}

void add_paragraph(std::string_view text, std::size_t begin, std::size_t end, std::vector<Stretch>& out) {
    while (begin < end) {
        if (const auto behind = behind_dateline(text, begin, end)) {
            add_stretch(text, begin, *behind, out);
            begin = trimmed(text, *behind, end).begin;
        }
        const auto glued = glued_dateline(text, begin, end);
        add_stretch(text, begin, glued.value_or(end), out);
        begin = glued.value_or(end);
    }
}

}  // namespace

std::vector<Stretch> paragraphs(std::string_view text) {
    const std::vector<Line> lines = lines_of(text);
    std::vector<Stretch> result;
    for (std::size_t first = 0; first < lines.size();) {
        if (lines[first].begin == lines[first].end) {
            ++first;
            continue;
        }
        std::size_t last = first + 1;
        while (last < lines.size() && lines[last].begin < lines[last].end) ++last;
        const bool wrapped = is_wrapped(text, lines, first, last);
        std::size_t begin = lines[first].begin;
        for (std::size_t index = first; index < last; ++index) {
            if (index + 1 < last) {
                const char32_t next = code_point_at(text, lines[index + 1].begin).value;
                const bool continues = wrapped || (is_lower_case(next) && !ends_sentence(text, lines[index]));
                if (continues) continue;
            }
            add_paragraph(text, begin, lines[index].end, result);
            if (index + 1 < last) begin = lines[index + 1].begin;
        }
        first = last;
    }
    return result;
}

}  // namespace entente::tokens
