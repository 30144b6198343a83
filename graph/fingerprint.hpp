#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace entente {

/// By which near-identical texts are found: minima of hashed three-word shingles, in one permutation with 64
/// bins whose empty bins borrow from their neighbours (Broder 1997; Li, Owen and Zhang 2012; Shrivastava and
/// Li 2014). Letters in lower case, everything else separates words.
struct Fingerprint {
    std::array<std::uint32_t, 64> minima{};
    bool operator==(const Fingerprint&) const = default;
};

Fingerprint fingerprint_of(std::string_view text);

/// The estimated share of shingles that two texts have in common (Jaccard), 0 to 1.
double resemblance(const Fingerprint& a, const Fingerprint& b);

/// From this resemblance on, one text is taken from the other. Two wire copies with a paragraph cut or a
/// headline changed lie above 0.6; two reports of one event in their own words below 0.2.
constexpr double same_origin = 0.5;

/// Keys of an index in which texts with that resemblance meet, with a chance above 0.99: 21 bands of three
/// minima.
std::vector<std::int64_t> bands_of(const Fingerprint& fingerprint);

}  // namespace entente
