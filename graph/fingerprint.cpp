#include "graph/fingerprint.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>

#include "graph/fnv.hpp"

namespace entente {

namespace {

constexpr std::uint32_t empty = std::numeric_limits<std::uint32_t>::max();
constexpr std::size_t band_width = 3;
constexpr std::size_t band_count = 10;

/// The finalizer of splitmix64 (Steele, Lea and Flood 2014): every bit of the input reaches every bit of the
/// output.
std::uint64_t mix(std::uint64_t x) {
    x = (x ^ (x >> 30U)) * 0xbf58476d1ce4e5b9U;
    x = (x ^ (x >> 27U)) * 0x94d049bb133111ebU;
    return x ^ (x >> 31U);
}

/// Calls `visit` with a hash of each word.
template <typename Visit>
void for_each_word(std::string_view text, const Visit& visit) {
    constexpr std::uint64_t start = 14695981039346656037U;
    std::uint64_t hash = start;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        auto byte = i < text.size() ? static_cast<unsigned char>(text[i]) : static_cast<unsigned char>(' ');
        if (byte >= 'A' && byte <= 'Z') {
            byte = static_cast<unsigned char>(byte + ('a' - 'A'));
        }
        const bool part_of_word =
            (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || (byte >= 0x80 && byte != 0xE2);
        if (part_of_word) {
            hash = (hash ^ byte) * 1099511628211U;
        } else if (hash != start) {
            visit(mix(hash));
            hash = start;
        }
    }
}

}  // namespace

Fingerprint fingerprint_of(std::string_view text) {
    Fingerprint print;
    print.minima.fill(empty);
    const auto add = [&](std::uint64_t shingle) {
        const auto hash = mix(shingle);
        auto& minimum = print.minima[hash >> 58U];
        minimum = std::min(minimum, static_cast<std::uint32_t>(hash & 0xFFFFFFFEU));
    };
    std::uint64_t before_last = 0;
    std::uint64_t last = 0;
    std::size_t words = 0;
    for_each_word(text, [&](std::uint64_t word) {
        if (++words >= 3) {
            add(before_last * 3 + last * 5 + word * 7);
        }
        before_last = last;
        last = word;
    });
    if (words < 3) {
        add(before_last * 3 + last * 5);
    }
    // An empty bin takes the value of a full one that its number and the attempt point to: equal sets agree,
    // and bins of a short text do not repeat one another in rows.
    const auto bins = print.minima;
    for (std::uint64_t i = 0; i < bins.size(); ++i) {
        auto value = bins[i];
        for (std::uint64_t attempt = 1; value == empty; ++attempt) {
            value = bins[mix(i + bins.size() * attempt) % bins.size()];
        }
        print.minima[i] = value;
    }
    return print;
}

double resemblance(const Fingerprint& a, const Fingerprint& b) {
    std::size_t same = 0;
    for (std::size_t i = 0; i < a.minima.size(); ++i) {
        same += a.minima[i] == b.minima[i] ? 1 : 0;
    }
    return static_cast<double>(same) / static_cast<double>(a.minima.size());
}

std::vector<std::int64_t> bands_of(const Fingerprint& print) {
    std::vector<std::int64_t> bands;
    for (std::size_t i = 0; i < band_count * band_width; i += band_width) {
        Fnv hash;
        hash.add(std::uint64_t{i});
        for (std::size_t j = 0; j < band_width; ++j) {
            hash.add(std::uint64_t{print.minima[i + j]});
        }
        bands.push_back(static_cast<std::int64_t>(hash.value()));
    }
    return bands;
}

}  // namespace entente
