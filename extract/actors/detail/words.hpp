#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace entente::detail {

/// A run of letters and digits, as names are compared: lower case, without diacritics, full stops within it
/// dropped ("U.S." is `us`).
struct Word {
    std::string folded;
    std::size_t begin = 0;  ///< byte offset in the text, included
    std::size_t end = 0;    ///< not included
    bool capital = false;   ///< its first letter is upper case
    bool upper = false;     ///< all its letters are upper case, two at least
    char glue = ' ';        ///< what stands before it: '-' any dash, '\'' any apostrophe, else ' '
};

/// The words of `text` (UTF-8; bad bytes separate words). Throws std::bad_alloc only.
std::vector<Word> split_words(std::string_view text);

/// The same into `words`, which is emptied first: saves memory allocation in loops.
void split_words(std::string_view text, std::vector<Word>& words);

/// `Andrej Beloöesov` -> `andrej-belooesov`: part of a person's id.
std::string slug(std::string_view text);

/// Whether two given names (folded as in Word) are one in two spellings: the same consonants, and hardly
/// other vowels: `alyaksandr` and `alexander`, `ayad` and `iyad`; not `mahmoud` and `mohammed`.
bool same_given_name(std::string_view a, std::string_view b);

/// Whether a token is a quotation mark of any kind.
bool is_quote(std::string_view form);

}  // namespace entente::detail
