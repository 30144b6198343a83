#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace entente::cli {

/// Whether standard output, or error, is a terminal.
bool output_is_terminal();
bool errors_are_terminal();

/// Whether to colour standard output: it is a terminal, and NO_COLOR is not set (no-color.org).
bool use_colour();

/// Columns of the terminal behind a file descriptor (standard output by itself); 160 where there is none.
std::size_t terminal_width(int descriptor = 1);

/// Text from outside, made harmless: control characters (C0, C1, DEL) and bidirectional controls become
/// `\u{1b}`, line breaks and tabs one space. `text` is valid UTF-8.
std::string harmless(std::string_view text);

/// How many columns `text` (valid UTF-8) takes: East Asian wide characters two, combining marks none.
std::size_t display_width(std::string_view text);

/// The beginning of `text` that fits in `columns`, with `…` at the end if it was cut.
std::string fit(std::string_view text, std::size_t columns);

}  // namespace entente::cli
