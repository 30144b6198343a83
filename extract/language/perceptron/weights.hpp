#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace entente::perceptron {

/// Mixes `value` into `hash` (the finaliser of splitmix64, Steele et al. 2014).
constexpr std::uint64_t mix(std::uint64_t hash, std::uint64_t value) {
    std::uint64_t x = hash ^ (value + 0x9E3779B97F4A7C15U + (hash << 6) + (hash >> 2));
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9U;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBU;
    return x ^ (x >> 31);
}

/// The hash of bytes (FNV-1a, then mixed).
constexpr std::uint64_t hash_bytes(std::string_view bytes) {
    std::uint64_t hash = 0xCBF29CE484222325U;
    for (const char byte : bytes) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001B3U;
    return mix(hash, bytes.size());
}

/// Where a feature's weights, one per class, lie in one array that all features share: rows begin at
/// multiples of 16 and overlap (the hashing trick, Weinberger et al. 2009, by whole rows). Rows of different
/// features that meet disturb one another little, as most weights are zero.
class RowLayout {
 public:
    static constexpr std::size_t block = 16;

    /// `slots`: the array's size, a multiple of 16 and larger than a row. `classes` at most 65,536.
    RowLayout(std::size_t slots, std::size_t classes)
        : width_((classes + block - 1) / block * block), starts_((slots - width_) / block) {}

    /// Weights of a row, padding included.
    std::size_t width() const { return width_; }
    /// Index of the first weight of the row of a feature with this hash.
    std::size_t start(std::uint64_t feature) const {
        return static_cast<std::size_t>(((feature >> 32) * starts_) >> 32) * block;
    }

 private:
    std::size_t width_;
    std::size_t starts_;
};

/// scores[c] = the sum over `rows` of weights[row + c], for c < width (a multiple of 16).
void sum_rows(const std::int8_t* weights, std::span<const std::size_t> rows, std::size_t width,
              std::int16_t* scores);
void sum_rows(const float* weights, std::span<const std::size_t> rows, std::size_t width, float* scores);

}  // namespace entente::perceptron
