#include "extract/language/neural/kernels.hpp"

#include <algorithm>
#include <cstdlib>
#include <string_view>

namespace entente::neural {

extern const Kernels portable_kernels;
#if defined(__x86_64__)
extern const Kernels avx2_kernels;
extern const Kernels vnni_kernels;
#endif

namespace {

const Kernels& choose() {
#if defined(__x86_64__)
    const char* wish = std::getenv("ENTENTE_KERNELS");
    const std::string_view wanted = wish == nullptr ? "" : wish;
    __builtin_cpu_init();
    const bool vnni = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") &&
                      __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq") &&
                      __builtin_cpu_supports("avx512vnni");
    if (vnni && (wanted.empty() || wanted == "vnni")) return vnni_kernels;
    const bool avx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
    if (avx2 && wanted != "portable") return avx2_kernels;
#endif
    return portable_kernels;
}

}  // namespace

const Kernels& kernels() {
    static const Kernels& chosen = choose();
    return chosen;
}

void PackedMatrix::pack(const float* source, std::size_t row_stride, std::size_t column_stride,
                        std::size_t row_count, std::size_t column_count) {
    rows = row_count;
    columns = padded(column_count);
    data.resize(rows * columns);
    for (std::size_t first = 0; first < columns; first += panel_columns) {
        const std::size_t width = std::min(panel_columns, columns - first);
        const std::size_t filled = std::min(width, column_count - std::min(column_count, first));
        float* target = data.data() + first * rows;
        for (std::size_t row = 0; row < rows; ++row, target += width) {
            const float* from = source + row * row_stride + first * column_stride;
            if (column_stride == 1) {
                std::copy_n(from, filled, target);
            } else {
                for (std::size_t i = 0; i < filled; ++i) target[i] = from[i * column_stride];
            }
            for (std::size_t i = filled; i < width; ++i) target[i] = 0.0F;
        }
    }
}

}  // namespace entente::neural
