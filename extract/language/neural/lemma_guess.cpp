#include "extract/language/neural/lemma_guess.hpp"

#include <algorithm>

#include <unicode/uchar.h>

namespace entente::neural {

namespace {

enum class Capitals : std::uint64_t { none, first, all, other };

Capitals capitals_of(std::u32string_view form) {
    std::size_t upper = 0;
    std::size_t lower = 0;
    for (const char32_t c : form) {
        if (u_isupper(static_cast<UChar32>(c))) ++upper;
        if (u_islower(static_cast<UChar32>(c))) ++lower;
    }
    if (upper == 0) return Capitals::none;
    if (lower == 0 && upper > 1) return Capitals::all;
    return upper == 1 && u_isupper(static_cast<UChar32>(form.front())) ? Capitals::first : Capitals::other;
}

}  // namespace

std::vector<std::uint64_t> ending_keys(std::string_view form, unsigned upos) {
    const std::u32string points = code_points(form);
    const std::u32string lower = lower_case(points);
    KeyHash hash(KeyKind::ending);
    hash.add(upos);
    hash.add(static_cast<std::uint64_t>(capitals_of(points)));
    std::vector<std::uint64_t> keys{hash.key()};
    for (std::size_t i = 0; i < std::min(longest_ending, lower.size()); ++i) {
        hash.add(lower[lower.size() - 1 - i]);
        keys.push_back(hash.key());
    }
    return keys;
}

std::uint64_t known_lemma_key(std::u32string_view lemma, unsigned upos) {
    KeyHash hash(KeyKind::known_lemma);
    hash.add(upos);
    for (const char32_t c : lemma) hash.add(c);
    return hash.key();
}

double ending_probability(std::span<const EndingCounts> endings, std::uint32_t script) {
    double probability = 1e-4;
    for (const EndingCounts& ending : endings) {
        const auto found = std::ranges::find(ending.scripts, script, &EndingCounts::Script::script);
        const double count = found == ending.scripts.end() ? 0.0 : found->count;
        probability = (count + probability) / (ending.total + 1.0);
    }
    return probability;
}

}  // namespace entente::neural
