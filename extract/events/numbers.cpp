#include "extract/events/numbers.hpp"

#include <charconv>
#include <cstddef>
#include <string>

namespace entente {

std::optional<double> parse_number(std::string_view text) {
    if (text.empty() || text.size() > 24) return std::nullopt;
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c >= '0' && c <= '9') {
            plain += c;
            continue;
        }
        if ((c != '.' && c != ',') || i == 0 || i + 1 == text.size()) return std::nullopt;
        std::size_t digits = 0;
        while (i + 1 + digits < text.size() && text[i + 1 + digits] >= '0' && text[i + 1 + digits] <= '9')
            ++digits;
        const bool thousands = digits == 3 && plain.find('.') == std::string::npos && plain != "0";
        if (thousands) continue;
        if (plain.find('.') != std::string::npos) return std::nullopt;
        plain += '.';
    }
    double value = 0.0;
    const auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), value);
    if (error != std::errc() || end != plain.data() + plain.size()) return std::nullopt;
    return value;
}

}  // namespace entente
