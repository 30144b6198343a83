#pragma once

#include <functional>
#include <iosfwd>
#include <string_view>

namespace entente {

/// Adds a file to a tar archive (POSIX.1-1988, ustar) that goes to `out`. `write` is called twice, first to
/// count, then to write, so that no file is held in memory; it must write the same both times. `name` has at
/// most 99 bytes. Times and owners are zero: the same content gives the same archive.
void add_to_tar(std::ostream& out, std::string_view name, const std::function<void(std::ostream&)>& write);

/// The two empty blocks at the end.
void end_tar(std::ostream& out);

}  // namespace entente
