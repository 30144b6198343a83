#pragma once

#include <filesystem>
#include <string>

namespace entente {

/// The bytes of `file`, which may be plain or compressed with gzip. Throws std::runtime_error where it cannot
/// be read or is damaged.
std::string read_gzip(const std::filesystem::path& file);

}  // namespace entente
