#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace entente::tokens {

/// A stretch of text that sentences do not cross, white space at both ends cut off.
struct Stretch {
    std::size_t begin = 0;  ///< byte offset, included
    std::size_t end = 0;    ///< byte offset, not included
    bool operator==(const Stretch&) const = default;
};

/// The paragraphs of `text`: blank lines end one, and so does a single line break, unless the text is wrapped
/// at a fixed width (lines of at most 120 bytes whose next word would not have fitted) or the next line
/// begins in lower case. A dateline at a paragraph's beginning ("ANKARA (ANP/DPA) - ") is a stretch of its
/// own, and a dateline that is glued to the text before it ("3 minuten leestijdLONDEN (ANP) - ") begins a new
/// one.
std::vector<Stretch> paragraphs(std::string_view text);

}  // namespace entente::tokens
