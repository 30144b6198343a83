#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/language/perceptron/tagger.hpp"
#include "extract/language/perceptron/weights.hpp"
#include "extract/language/perceptron/word.hpp"

namespace entente::perceptron {

/// How a lemma is made from a form: change the case, drop an infix ("ge" in "binnengevallen"), replace an
/// ending; or the whole lemma is given.
struct LemmaScript {
    enum class Case : char { keep = 'K', lower = 'L', title = 'T', whole = 'W' };
    Case letters = Case::keep;
    std::string infix;   ///< dropped at the beginning or behind a separable prefix; empty: nothing
    std::string ending;  ///< replaced; may be empty
    std::string added;   ///< put in its place; for Case::whole the lemma
    bool operator==(const LemmaScript&) const = default;
    auto operator<=>(const LemmaScript&) const = default;
};

/// The script as a line of a model file, and back; nullopt if it is none.
std::string to_line(const LemmaScript& script);
std::optional<LemmaScript> parse_lemma_script(std::string_view line);

/// The lemma, or nullopt if the script does not fit the form. `prefixes`: separable prefixes ("binnen"),
/// longest first.
std::optional<std::string> apply(const LemmaScript& script, std::string_view form,
                                 const std::vector<std::string>& prefixes);

/// The shortest script that makes `lemma` from `form`. `infixes` are tried in order.
LemmaScript find_script(std::string_view form, std::string_view lemma,
                        const std::vector<std::string>& infixes, const std::vector<std::string>& prefixes);

/// The rows of the features that choose a script for a word with this tag.
void lemma_rows(const Word& word, Tag tag, const RowLayout& layout, std::vector<std::size_t>& rows);

/// The key of the lexicon: this form with this tag.
inline std::uint64_t lemma_key(const Word& word, Tag tag) { return mix(word.form, tag); }

}  // namespace entente::perceptron
