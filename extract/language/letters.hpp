#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace entente {

/// Calls `visit(code_point, begin_byte, end_byte)` for each code point of `text`; a byte that is no valid
/// UTF-8 is visited alone, as U+FFFD.
template <class Visitor>
void for_each_code_point(std::string_view text, Visitor visit);

/// `text` with every letter in lower case, code point by code point (Unicode's simple mapping, no language).
std::string lower_case(std::string_view text);
/// `text` with every letter in upper case, likewise.
std::string upper_case(std::string_view text);
/// The first letter as it is in titles, the others in lower case ("IRAQ" -> "Iraq").
std::string title_case(std::string_view text);

/// The code point that begins at byte `at` of `text`, and the byte behind it. Invalid bytes are U+FFFD, one
/// each. `at` is less than the size.
struct CodePoint {
    char32_t value;
    std::size_t end;
};
CodePoint code_point_at(std::string_view text, std::size_t at);
/// The code point that ends before byte `at` (greater than 0), and in `end` the byte where it begins.
CodePoint code_point_before(std::string_view text, std::size_t at);

bool is_upper_case(char32_t letter);
bool is_lower_case(char32_t letter);
bool is_letter(char32_t value);
bool is_digit(char32_t value);
/// Unicode white space, and the invisible characters that stand between words (zero width space, byte order
/// mark).
bool is_space(char32_t value);

template <class Visitor>
void for_each_code_point(std::string_view text, Visitor visit) {
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = code_point_at(text, at);
        visit(point.value, at, point.end);
        at = point.end;
    }
}

}  // namespace entente
