#include "extract/language/perceptron/weights.hpp"

#include <algorithm>

namespace entente::perceptron {

namespace {

/// A block of scores at a time stays in registers while the rows pass by.
template <class Weight, class Score>
[[gnu::always_inline]] inline void sum(const Weight* weights, std::span<const std::size_t> rows,
                                       std::size_t width, Score* scores) {
    constexpr std::size_t block = RowLayout::block;
    for (std::size_t at = 0; at < width; at += block) {
        Score sums[block] = {};
        for (const std::size_t row : rows) {
            const Weight* first = weights + row + at;
            for (std::size_t index = 0; index < block; ++index) {
                sums[index] = static_cast<Score>(sums[index] + first[index]);
            }
        }
        std::copy(sums, sums + block, scores + at);
    }
}

}  // namespace

// The thread sanitizer is not up yet when the loader chooses among clones.
#if defined(__x86_64__) && !defined(__SANITIZE_THREAD__)
#define ENTENTE_SIMD __attribute__((target_clones("avx2", "sse4.1", "default")))
#else
#define ENTENTE_SIMD
#endif

ENTENTE_SIMD void sum_rows(const std::int8_t* weights, std::span<const std::size_t> rows, std::size_t width,
                           std::int16_t* scores) {
    sum(weights, rows, width, scores);
}

ENTENTE_SIMD void sum_rows(const float* weights, std::span<const std::size_t> rows, std::size_t width,
                           float* scores) {
    sum(weights, rows, width, scores);
}

}  // namespace entente::perceptron
