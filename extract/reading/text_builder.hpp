#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/article.hpp"

namespace entente {

/// A text that knows where each of its bytes stands in an original input.
struct TracedText {
    std::string text;
    std::vector<TextOrigin>
        origins;  ///< sorted, without overlap; bytes in no origin are ours (a '\n' between paragraphs)
};

/// The input's offset of byte `offset` of a text with these origins. Between two origins: the end of the one
/// before. `at_end`: the offset ends a stretch, so that it belongs to the byte before it.
std::size_t map_offset(std::span<const TextOrigin> origins, std::size_t offset, bool at_end = false);

/// Puts a TracedText together. Neighbouring stretches that are neighbours in the input too become one.
class TextBuilder {
 public:
    /// Bytes that stand in the input as they are, from `origin` on.
    void add(std::string_view bytes, std::size_t origin) { add(bytes, origin, bytes.size()); }
    /// Bytes that stand for `origin_length` other bytes of the input.
    void add(std::string_view bytes, std::size_t origin, std::size_t origin_length);
    /// Bytes that stand nowhere.
    void add_own(std::string_view bytes) { result_.text += bytes; }
    /// Bytes [begin, end) of a text made before, with their origins.
    void add_part(const TracedText& part, std::size_t begin, std::size_t end);

    const std::string& text() const { return result_.text; }
    TracedText take() { return std::move(result_); }

 private:
    TracedText result_;
};

/// `outer` was made from the text of `inner`: the same text with origins in the input of `inner`.
TracedText compose(TracedText outer, std::span<const TextOrigin> inner);

}  // namespace entente
