#pragma once

#include <span>
#include <string_view>

namespace entente {

/// A file whose bytes are part of the program. `name` is the file's name without folder. Both views live for
/// ever.
struct EmbeddedFile {
    std::string_view name;
    std::string_view bytes;
};

/// The tables of knowledge/ as they were when the program was built, sorted by name.
std::span<const EmbeddedFile> knowledge_files();

}  // namespace entente
