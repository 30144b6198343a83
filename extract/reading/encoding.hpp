#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "extract/reading/text_builder.hpp"

namespace entente {

/// The offset of the first byte that is not valid UTF-8 (Unicode 15, table 3-7), if there is one.
std::optional<std::size_t> find_invalid_utf8(std::string_view bytes);

/// Whether this is no text at all: it has NUL bytes (and no UTF-16 or UTF-32 byte order mark), or starts as
/// an image, an archive or a program does.
bool is_binary(std::string_view bytes);

/// Whether decode() knows the encoding that `charset` names (ICU's names and aliases).
bool is_known_charset(const std::string& charset);

/// `bytes` as UTF-8, with the origin of every character; a byte order mark is left out. `charset` is what the
/// page or the user declares, empty if nothing: then it is UTF-8, or UTF-16 or UTF-32 with a byte order mark.
/// The error says what is wrong and what to do about it.
tl::expected<TracedText, std::string> decode(std::string_view bytes, std::string charset);

/// The likeliest encoding of bytes that are not UTF-8 and declare nothing (ICU's detector), empty if it
/// cannot tell.
std::string guess_charset(std::string_view bytes);

}  // namespace entente
