#pragma once

#include <bit>
#include <cstdint>

namespace entente::neural {

/// IEEE 754 half precision, in plain arithmetic so that it needs no instruction of any processor. Only finite
/// values.
inline float from_half(std::uint16_t half) {
    const std::uint32_t magnitude = (half & 0x7FFFU) << 13;
    const float value = std::bit_cast<float>(magnitude) * 0x1p112F;
    return std::bit_cast<float>(std::bit_cast<std::uint32_t>(value) | (half & 0x8000U) << 16);
}

/// Rounded to the nearest; what is too large becomes the largest finite half.
inline std::uint16_t to_half(float value) {
    const std::uint32_t sign = std::bit_cast<std::uint32_t>(value) >> 16 & 0x8000U;
    float magnitude = value < 0.0F ? -value : value;
    if (!(magnitude < 65504.0F)) magnitude = 65504.0F;
    // Scaled so that halves' subnormals are floats' subnormals; adding rounds to the nearest, ties up.
    const std::uint32_t bits = std::bit_cast<std::uint32_t>(magnitude * 0x1p-112F) + 0x1000U;
    const std::uint32_t half = bits >> 13;
    return static_cast<std::uint16_t>(sign | (half > 0x7BFFU ? 0x7BFFU : half));
}

}  // namespace entente::neural
