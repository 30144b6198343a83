#include "extract/language/trainer/averaged_weights.hpp"

#include <algorithm>
#include <cmath>

namespace entente::perceptron {

std::vector<std::int8_t> quantised(const std::vector<float>& weights) {
    constexpr double clipped_share = 0.0005;  // of the weights that are not zero
    constexpr float largest = 127;
    std::vector<float> sizes;
    for (const float weight : weights) {
        if (weight != 0) sizes.push_back(std::abs(weight));
    }
    if (sizes.empty()) return std::vector<std::int8_t>(weights.size());
    const auto at = static_cast<std::ptrdiff_t>(static_cast<double>(sizes.size() - 1) * (1 - clipped_share));
    std::nth_element(sizes.begin(), sizes.begin() + at, sizes.end());
    const float factor = largest / sizes[static_cast<std::size_t>(at)];
    std::vector<std::int8_t> result;
    result.reserve(weights.size());
    for (const float weight : weights) {
        result.push_back(
            static_cast<std::int8_t>(std::lround(std::clamp(weight * factor, -largest, largest))));
    }
    return result;
}

}  // namespace entente::perceptron
