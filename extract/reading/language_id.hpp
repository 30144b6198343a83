#pragma once

#include <string>
#include <string_view>

namespace entente {

/// The ISO 639-1 code of the language that `text` (valid UTF-8) is in, by CLD2; empty if it is too short or
/// too mixed to tell.
std::string identify_language(std::string_view text);

/// The language of an article: what its page declares, unless the text is plainly in another one; `fallback`
/// (what the user gave) where the page declares none.
std::string article_language(std::string_view text, std::string_view declared, std::string_view fallback);

}  // namespace entente
