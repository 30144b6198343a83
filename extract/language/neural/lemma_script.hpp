#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace entente::neural {

/// How to make a lemma of a form, so that many forms share one script ("drop -ed"). A letter for the case of
/// the form (l: lower, k: as it is, t: first letter upper, u: upper) and two edits, of what stands before the
/// longest common substring and of what comes after it, as sequences of copy, delete and insert (after UDPipe
/// 2, Straka 2018). `a` with the lemma itself where form and lemma share nothing.
std::string lemma_script(std::string_view form, std::string_view lemma);

/// The lemma that `script` makes of `form`; nothing if the form is too short for it or the script is damaged.
std::optional<std::string> apply_lemma_script(std::string_view script, std::string_view form);

}  // namespace entente::neural
