#include "extract/language/letters.hpp"

#include <algorithm>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace entente {

namespace {

constexpr char32_t replacement = 0xFFFD;

void append(std::string& out, char32_t value) {
    char bytes[U8_MAX_LENGTH];
    int32_t length = 0;
    U8_APPEND_UNSAFE(bytes, length, static_cast<UChar32>(value));
    out.append(bytes, static_cast<std::size_t>(length));
}

bool is_ascii(std::string_view text) {
    for (const char byte : text) {
        if (static_cast<unsigned char>(byte) >= 0x80) return false;
    }
    return true;
}

char lower_ascii(char byte) {
    return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + ('a' - 'A')) : byte;
}

}  // namespace

CodePoint code_point_at(std::string_view text, std::size_t at) {
    const auto first = static_cast<unsigned char>(text[at]);
    if (first < 0x80) return {first, at + 1};
    // At most four bytes belong to a code point, so ICU's 32-bit indices are counted from here.
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data() + at);
    const auto length = static_cast<int32_t>(std::min<std::size_t>(text.size() - at, U8_MAX_LENGTH));
    int32_t index = 0;
    UChar32 value = 0;
    U8_NEXT(bytes, index, length, value);
    if (value < 0) return {replacement, at + 1};
    return {static_cast<char32_t>(value), at + static_cast<std::size_t>(index)};
}

CodePoint code_point_before(std::string_view text, std::size_t at) {
    const auto last = static_cast<unsigned char>(text[at - 1]);
    if (last < 0x80) return {last, at - 1};
    std::size_t begin = at - 1;
    const auto continues = [&] { return (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80; };
    while (begin > 0 && at - begin < U8_MAX_LENGTH && continues()) --begin;
    const CodePoint point = code_point_at(text, begin);
    return point.end == at ? CodePoint{point.value, begin} : CodePoint{replacement, at - 1};
}

std::string upper_case(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for_each_code_point(text, [&](char32_t value, std::size_t begin, std::size_t end) {
        if (value == replacement) {
            out.append(text.substr(begin, end - begin));
        } else {
            append(out, static_cast<char32_t>(u_toupper(static_cast<UChar32>(value))));
        }
    });
    return out;
}

std::string lower_case(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    if (is_ascii(text)) {
        for (const char byte : text) out += lower_ascii(byte);
        return out;
    }
    for_each_code_point(text, [&](char32_t value, std::size_t begin, std::size_t end) {
        if (value == replacement) {
            out.append(text.substr(begin, end - begin));
        } else {
            append(out, static_cast<char32_t>(u_tolower(static_cast<UChar32>(value))));
        }
    });
    return out;
}

std::string title_case(std::string_view text) {
    if (text.empty()) return {};
    const CodePoint first = code_point_at(text, 0);
    std::string out;
    if (first.value == replacement) {
        out = text.substr(0, first.end);
    } else {
        append(out, static_cast<char32_t>(u_totitle(static_cast<UChar32>(first.value))));
    }
    return out + lower_case(text.substr(first.end));
}

bool is_upper_case(char32_t letter) {
    if (letter < 0x80) return letter >= 'A' && letter <= 'Z';
    return u_isupper(static_cast<UChar32>(letter)) != 0;
}
bool is_lower_case(char32_t letter) {
    if (letter < 0x80) return letter >= 'a' && letter <= 'z';
    return u_islower(static_cast<UChar32>(letter)) != 0;
}
bool is_letter(char32_t value) {
    if (value < 0x80) return (value >= 'a' && value <= 'z') || (value >= 'A' && value <= 'Z');
    return u_isalpha(static_cast<UChar32>(value)) != 0;
}
bool is_digit(char32_t value) {
    if (value < 0x80) return value >= '0' && value <= '9';
    return u_isdigit(static_cast<UChar32>(value)) != 0;
}
bool is_space(char32_t value) {
    if (value < 0x80) return value <= ' ' || value == 0x7F;
    return value == 0x200B || value == 0x2060 || value == 0xFEFF ||
           u_isUWhiteSpace(static_cast<UChar32>(value)) != 0;
}

}  // namespace entente
