#pragma once

#include <string>
#include <string_view>

namespace entente {

/// `text` with the letters A to Z in lower case and every other byte as it is: for names of files, fields and
/// tags, and for cues, whatever the locale. Throws std::bad_alloc only.
std::string lower_ascii(std::string_view text);

}  // namespace entente
