#include "extract/reading/problem.hpp"

#include <fmt/format.h>

namespace entente {

std::string to_string(const Problem& problem) {
    const std::string place =
        problem.line == 0 ? problem.input : fmt::format("{}:{}", problem.input, problem.line);
    std::string line;
    for (const char c : place + ": " + problem.message) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || byte == 0x7f) {
            line += fmt::format("\\x{:02x}", byte);
        } else {
            line += c;
        }
    }
    return line;
}

}  // namespace entente
