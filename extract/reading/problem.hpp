#pragma once

#include <cstddef>
#include <string>

namespace entente {

/// Why an input, or a part of it, could not be read. Reading goes on with the others.
struct Problem {
    std::string input;     ///< as it was given: "news/42.html", "-"
    std::size_t line = 0;  ///< counted from 1; 0: the whole input
    std::string message;   ///< what is wrong, and the remedy
    bool operator==(const Problem&) const = default;
};

/// `news/42.jsonl:17: message`, one line; control characters of outside text are shown as `\x1b`.
std::string to_string(const Problem& problem);

}  // namespace entente
