#include "cli/terminal.hpp"

#include <cstdint>
#include <cstdlib>

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>
#include <unistd.h>

namespace entente::cli {

namespace {

/// Calls visit(code point, its bytes) for each character.
template <typename Visit>
void each_character(std::string_view text, Visit&& visit) {
    const auto* data = reinterpret_cast<const std::uint8_t*>(text.data());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = at;
        UChar32 character = 0;
        U8_NEXT(data, at, text.size(), character);
        if (!visit(character < 0 ? UChar32{0xFFFD} : character, text.substr(start, at - start))) {
            return;
        }
    }
}

bool is_bidirectional_control(UChar32 character) {
    return character == 0x061C || character == 0x200E || character == 0x200F ||
           (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
}

std::size_t columns_of(UChar32 character) {
    const auto type = u_charType(character);
    if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) {
        return 0;
    }
    const int width = u_getIntPropertyValue(character, UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

}  // namespace

bool output_is_terminal() { return isatty(STDOUT_FILENO) == 1; }
bool errors_are_terminal() { return isatty(STDERR_FILENO) == 1; }

bool use_colour() {
    const char* no_colour = std::getenv("NO_COLOR");
    return output_is_terminal() && (no_colour == nullptr || *no_colour == '\0');
}

std::size_t terminal_width(int descriptor) {
    constexpr std::size_t otherwise = 160;
    winsize size{};
    if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) {
        return otherwise;
    }
    return size.ws_col;
}

std::string harmless(std::string_view text) {
    std::string result;
    each_character(text, [&](UChar32 character, std::string_view bytes) {
        if (character == '\n' || character == '\t' || character == '\r') {
            result += ' ';
        } else if (u_charType(character) == U_CONTROL_CHAR || is_bidirectional_control(character)) {
            result += fmt::format("\\u{{{:x}}}", static_cast<std::uint32_t>(character));
        } else {
            result += bytes;
        }
        return true;
    });
    return result;
}

std::size_t display_width(std::string_view text) {
    std::size_t width = 0;
    each_character(text, [&](UChar32 character, std::string_view) {
        width += columns_of(character);
        return true;
    });
    return width;
}

std::string fit(std::string_view text, std::size_t columns) {
    if (display_width(text) <= columns) {
        return std::string{text};
    }
    std::string result;
    std::size_t width = 0;
    each_character(text, [&](UChar32 character, std::string_view bytes) {
        width += columns_of(character);
        if (width + 1 > columns) {
            return false;
        }
        result += bytes;
        return true;
    });
    return result + "…";
}

}  // namespace entente::cli
