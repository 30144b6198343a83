#include "export/escape.hpp"

#include <cstdint>

namespace entente {
namespace {

constexpr char32_t replacement = 0xFFFD;

/// The code point at `at`, which moves behind it. Ill-formed bytes are one U+FFFD per maximal part (Unicode
/// 15, 3.9).
char32_t next_code_point(std::string_view text, std::size_t& at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(at++);
    if (first < 0x80) return first;
    int length = 0;
    char32_t code = 0;
    unsigned char low = 0x80, high = 0xBF;
    if (first >= 0xC2 && first <= 0xDF) {
        length = 1, code = first & 0x1Fu;
    } else if (first >= 0xE0 && first <= 0xEF) {
        length = 2, code = first & 0x0Fu;
        if (first == 0xE0) low = 0xA0;
        if (first == 0xED) high = 0x9F;
    } else if (first >= 0xF0 && first <= 0xF4) {
        length = 3, code = first & 0x07u;
        if (first == 0xF0) low = 0x90;
        if (first == 0xF4) high = 0x8F;
    } else {
        return replacement;
    }
    for (; length > 0; --length) {
        if (at >= text.size() || byte(at) < low || byte(at) > high) return replacement;
        code = (code << 6) | (byte(at++) & 0x3Fu);
        low = 0x80, high = 0xBF;
    }
    return code;
}

void append(std::string& out, char32_t code) {
    if (code < 0x80) {
        out += static_cast<char>(code);
    } else if (code < 0x800) {
        out += static_cast<char>(0xC0 | (code >> 6));
        out += static_cast<char>(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        out += static_cast<char>(0xE0 | (code >> 12));
        out += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (code & 0x3F));
    } else {
        out += static_cast<char>(0xF0 | (code >> 18));
        out += static_cast<char>(0x80 | ((code >> 12) & 0x3F));
        out += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (code & 0x3F));
    }
}

bool is_bidi_control(char32_t c) {
    return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069);
}
bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c <= 0x9F); }
bool is_noncharacter(char32_t c) { return (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE; }
bool is_line_end_or_tab(char32_t c) {
    return (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

void append_hex(std::string& out, std::uint32_t value, int digits) {
    constexpr char hex[] = "0123456789ABCDEF";
    for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) out += hex[(value >> shift) & 0xF];
}

void append_json_unit(std::string& out, char32_t unit) {
    out += "\\u";
    append_hex(out, unit, 4);
}

template <typename Write>
void for_each_code_point(std::string_view text, Write&& write) {
    for (std::size_t at = 0; at < text.size();) write(next_code_point(text, at));
}

/// Whether a spreadsheet would calculate the cell (OWASP, "CSV injection").
bool is_formula(std::string_view cell) {
    const auto first = cell.find_first_not_of(" \xC2\xA0");
    if (first == std::string_view::npos) return false;
    std::size_t at = first;
    const char32_t c = next_code_point(cell, at);
    return c == '=' || c == '+' || c == '-' || c == '@' || c == 0xFF1D || c == 0xFF0B || c == 0xFF0D ||
           c == 0xFF20;
}

std::string quoted(std::string_view cell) {
    std::string out = "\"";
    for (const char c : cell) {
        if (c == '"') out += '"';
        out += c;
    }
    return out += '"';
}

}  // namespace

std::string plain_line(std::string_view text, std::size_t longest) {
    std::string out;
    std::size_t count = 0;
    bool space = false;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        if (is_line_end_or_tab(c)) {
            space = !out.empty();
            continue;
        }
        if (is_control(c) || is_bidi_control(c) || is_noncharacter(c)) continue;
        if (count + (space ? 1 : 0) >= longest) return out += "…";
        if (space && c != ' ' && out.back() != ' ') out += ' ', ++count;
        space = false;
        append(out, c), ++count;
    }
    return out;
}

std::string valid_utf8(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for_each_code_point(text, [&](char32_t c) { append(out, c); });
    return out;
}

std::string json_string(std::string_view text) {
    std::string out = "\"";
    out.reserve(text.size() + 2);
    for_each_code_point(text, [&](char32_t c) {
        switch (c) {
            case '"':
                out += "\\\"";
                break;
            case '\\':
                out += "\\\\";
                break;
            case '\b':
                out += "\\b";
                break;
            case '\f':
                out += "\\f";
                break;
            case '\n':
                out += "\\n";
                break;
            case '\r':
                out += "\\r";
                break;
            case '\t':
                out += "\\t";
                break;
            default:
                if (is_control(c) || c == '<' || c == '>' || c == '&' || c == 0x2028 || c == 0x2029 ||
                    is_bidi_control(c)) {
                    append_json_unit(out, c);
                } else {
                    append(out, c);
                }
        }
    });
    return out += '"';
}

std::string xml_text(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for_each_code_point(text, [&](char32_t c) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            case '\n':
                out += "&#10;";
                break;
            case '\r':
                out += "&#13;";
                break;
            case '\t':
                out += "&#9;";
                break;
            default:
                if (c < 0x20 || c == 0xFFFE || c == 0xFFFF) {
                    append(out, replacement);
                } else if (is_control(c) || is_bidi_control(c) || c == 0x2028 || c == 0x2029) {
                    out += "&#x";
                    append_hex(out, c, 4);
                    out += ';';
                } else {
                    append(out, c);
                }
        }
    });
    return out;
}

std::string dot_text(std::string_view text, std::size_t longest) {
    std::string out;
    for (const char c : plain_line(text, longest)) {
        if (c == '\\') {
            out += "\\\\";
        } else if (c == '&') {
            out += "&amp;";
        } else {
            out += c;
        }
    }
    return out;
}

std::string csv_cell(std::string_view text) {
    std::string cell = plain_line(text);
    if (is_formula(cell)) cell.insert(0, 1, '\'');
    return cell.find_first_of(",;\"'") == std::string::npos ? cell : quoted(cell);
}

std::string neo4j_cell(std::string_view text) { return quoted(plain_line(text)); }

std::string neo4j_item(std::string_view text) {
    std::string item = plain_line(text);
    for (char& c : item) {
        if (c == ';') c = ',';
    }
    return item;
}

std::string mermaid_text(std::string_view text, std::size_t longest) {
    std::string out;
    for_each_code_point(plain_line(text, longest), [&](char32_t c) {
        const bool harmless = c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
                              (c >= 'A' && c <= 'Z') || c == ' ' || c == ',' || c == '.' || c == '(' ||
                              c == ')' || c == '-' || c == '\'' || c == '/' || c == '?' || c == '!' ||
                              c == ':';
        if (harmless) {
            append(out, c);
        } else {
            out += '#';
            out += std::to_string(static_cast<std::uint32_t>(c));
            out += ';';
        }
    });
    return out;
}

std::string iri_part(std::string_view text) {
    std::string out;
    for (const char c : valid_utf8(text)) {
        const bool unreserved = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                                c == '-' || c == '.' || c == '_' || c == '~';
        if (unreserved) {
            out += c;
        } else {
            out += '%';
            append_hex(out, static_cast<unsigned char>(c), 2);
        }
    }
    return out;
}

std::string nquads_literal(std::string_view text) {
    std::string out = "\"";
    for_each_code_point(text, [&](char32_t c) {
        switch (c) {
            case '"':
                out += "\\\"";
                break;
            case '\\':
                out += "\\u005C";  // some readers take the r after a doubled backslash for a line end
                break;
            case '\n':
                out += "\\n";
                break;
            case '\r':
                out += "\\r";
                break;
            case '\t':
                out += "\\t";
                break;
            default:
                if (is_control(c) || is_bidi_control(c) || is_noncharacter(c) || c == 0x2028 || c == 0x2029) {
                    out += c > 0xFFFF ? "\\U" : "\\u";
                    append_hex(out, c, c > 0xFFFF ? 8 : 4);
                } else {
                    append(out, c);
                }
        }
    });
    return out += '"';
}

}  // namespace entente
