#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "export/format.hpp"

namespace entente::test {

/// The strings of tests/export/nasty_strings.txt, and three that a line cannot show: very long, ill-formed
/// UTF-8, empty.
std::vector<std::string> nasty_strings();

/// What `format` writes.
std::string written(std::string_view format, const Selection& selection, const ExportOptions& options = {});

/// A program's standard output, with `input` in a file whose name takes the place of `{}` in `command`. Sets
/// `status` to its exit status.
std::string run(const std::string& command, const std::string& input, int& status);
/// Whether the shell finds the program and `probe` succeeds.
bool available(const std::string& probe);

std::size_t count(std::string_view text, std::string_view what);

}  // namespace entente::test
