#include "extract/language/sentence.hpp"

#include <algorithm>
#include <array>

namespace entente {

namespace {

constexpr std::array<std::string_view, 17> upos_names = {"ADJ",   "ADP",   "ADV", "AUX",  "CCONJ", "DET",
                                                         "INTJ",  "NOUN",  "NUM", "PART", "PRON",  "PROPN",
                                                         "PUNCT", "SCONJ", "SYM", "VERB", "X"};

}  // namespace

std::string_view to_string(Upos upos) { return upos_names[static_cast<std::size_t>(upos)]; }

Upos parse_upos(std::string_view text) {
    const auto found = std::find(upos_names.begin(), upos_names.end(), text);
    return found == upos_names.end() ? Upos::x : static_cast<Upos>(found - upos_names.begin());
}

}  // namespace entente
