#pragma once

#include <cstddef>

namespace entente::limits {

/// What one page may hold once it is unpacked. More is refused with a clear message: no news page is that
/// long, and reading stays within a few times this much memory.
constexpr std::size_t page_bytes = std::size_t{32} << 20;
/// One line of JSONL.
constexpr std::size_t line_bytes = std::size_t{32} << 20;
/// How deep elements of an HTML page, or values of a JSON line, may be nested.
constexpr std::size_t html_depth = 1000;
constexpr std::size_t json_depth = 100;

}  // namespace entente::limits
