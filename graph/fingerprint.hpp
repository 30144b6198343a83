#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace entente {

/// By which near-identical texts are found: minima of hashed three-word shingles, in one permutation with 64
/// bins, where empty bins borrow from full ones (Broder 1997; Li, Owen and Zhang 2012; Shrivastava 2017,
/// "optimal densification"). Letters in lower case, everything else separates words.
struct Fingerprint {
    std::array<std::uint32_t, 64> minima{};
    bool operator==(const Fingerprint&) const = default;
};

Fingerprint fingerprint_of(std::string_view text);

/// The estimated share of shingles that two texts have in common (Jaccard), 0 to 1.
double resemblance(const Fingerprint& a, const Fingerprint& b);

/// From this resemblance on, one text is taken from the other. Wire copies with a paragraph cut or a headline
/// changed lie above 0.7; two reports of one event in their own words below 0.2.
constexpr double same_origin = 0.6;

/// Keys of an index in which texts of that origin meet: ten bands of three minima each. A pair of resemblance
/// 0.7 has one in common with a chance of 0.985, of 0.8 with 0.999.
std::vector<std::int64_t> bands_of(const Fingerprint& fingerprint);

}  // namespace entente
