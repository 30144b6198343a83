// The inner loops, included by one source file for each instruction set, which defines
//   ENTENTE_KERNELS   name of the resulting table,
//   ENTENTE_WIDTH     floats in a vector register,
//   ENTENTE_ROWS      rows of a block of a product,
//   ENTENTE_VECTORS   vectors in a row of a block.
// Includes nothing with code in it: an inline function of the standard library compiled here for AVX could be
// the one that the linker keeps for the whole program.

#include <cstddef>
#include <cstdint>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

#include "extract/language/neural/kernels.hpp"

namespace entente::neural {

namespace {

typedef float Vector __attribute__((vector_size(ENTENTE_WIDTH * 4), aligned(4), may_alias));
typedef std::int32_t Integers __attribute__((vector_size(ENTENTE_WIDTH * 4), aligned(4), may_alias));
typedef std::int8_t Bytes __attribute__((vector_size(ENTENTE_WIDTH), aligned(1), may_alias));

constexpr std::size_t width = ENTENTE_WIDTH;
constexpr std::size_t block_rows = ENTENTE_ROWS;
constexpr std::size_t block_vectors = ENTENTE_VECTORS;
constexpr std::size_t block_columns = width * block_vectors;
constexpr std::size_t block_depth = 512;
static_assert(panel_columns % block_columns == 0 || block_columns % column_multiple == 0);

inline __attribute__((always_inline)) Vector load(const float* data) {
    return *reinterpret_cast<const Vector*>(data);
}
inline __attribute__((always_inline)) void store(float* data, Vector value) {
    *reinterpret_cast<Vector*>(data) = value;
}
inline __attribute__((always_inline)) Vector splat(float value) { return Vector{} + value; }

template <std::size_t Rows, std::size_t Vectors>
void product_block(const float* a, const float* b, std::size_t b_row, std::size_t depth, float* c,
                   std::size_t c_row, bool add) {
    Vector sum[Rows][Vectors];
#pragma GCC unroll 16
    for (std::size_t i = 0; i < Rows; ++i) {
#pragma GCC unroll 8
        for (std::size_t j = 0; j < Vectors; ++j) {
            sum[i][j] = add ? load(c + i * c_row + j * width) : Vector{};
        }
    }
    for (std::size_t p = 0; p < depth; ++p) {
        Vector right[Vectors];
#pragma GCC unroll 8
        for (std::size_t j = 0; j < Vectors; ++j) right[j] = load(b + p * b_row + j * width);
#pragma GCC unroll 16
        for (std::size_t i = 0; i < Rows; ++i) {
            const Vector left = splat(a[p * Rows + i]);
#pragma GCC unroll 8
            for (std::size_t j = 0; j < Vectors; ++j) sum[i][j] += left * right[j];
        }
    }
#pragma GCC unroll 16
    for (std::size_t i = 0; i < Rows; ++i) {
#pragma GCC unroll 8
        for (std::size_t j = 0; j < Vectors; ++j) store(c + i * c_row + j * width, sum[i][j]);
    }
}

/// All panels for `Rows` rows of a, which are gathered first.
template <std::size_t Rows>
void product_rows(const float* a, std::size_t a_row, std::size_t a_column, const float* packed,
                  std::size_t first, std::size_t depth, std::size_t all_depth, std::size_t columns, float* c,
                  std::size_t c_row, bool add) {
    alignas(64) float left[Rows * block_depth];
    for (std::size_t p = 0; p < depth; ++p) {
        for (std::size_t i = 0; i < Rows; ++i) left[p * Rows + i] = a[i * a_row + (first + p) * a_column];
    }
    constexpr std::size_t narrow = column_multiple / width;
    std::size_t column = 0;
    for (; column + panel_columns <= columns; column += panel_columns) {
        const float* panel = packed + column * all_depth + first * panel_columns;
        for (std::size_t part = 0; part < panel_columns; part += block_columns) {
            product_block<Rows, block_vectors>(left, panel + part, panel_columns, depth, c + column + part,
                                               c_row, add);
        }
    }
    if (column < columns) {
        const float* panel = packed + column * all_depth + first * column_multiple;
        product_block<Rows, narrow>(left, panel, column_multiple, depth, c + column, c_row, add);
    }
}

template <std::size_t Rows>
void product_rest(std::size_t rows, const float* a, std::size_t a_row, std::size_t a_column,
                  const float* packed, std::size_t first, std::size_t depth, std::size_t all_depth,
                  std::size_t columns, float* c, std::size_t c_row, bool add) {
    if constexpr (Rows > 0) {
        if (rows == Rows) {
            product_rows<Rows>(a, a_row, a_column, packed, first, depth, all_depth, columns, c, c_row, add);
        } else {
            product_rest<Rows - 1>(rows, a, a_row, a_column, packed, first, depth, all_depth, columns, c,
                                   c_row, add);
        }
    }
}

void multiply_packed(const float* a, std::size_t a_row, std::size_t a_column, std::size_t rows,
                     const float* packed, std::size_t depth, std::size_t columns, float* c, std::size_t c_row,
                     bool add) {
    for (std::size_t first = 0; first < depth || first == 0; first += block_depth) {
        const std::size_t part = depth - first < block_depth ? depth - first : block_depth;
        const bool more = add || first > 0;
        std::size_t row = 0;
        for (; row + block_rows <= rows; row += block_rows) {
            product_rows<block_rows>(a + row * a_row, a_row, a_column, packed, first, part, depth, columns,
                                     c + row * c_row, c_row, more);
        }
        product_rest<block_rows - 1>(rows - row, a + row * a_row, a_row, a_column, packed, first, part, depth,
                                     columns, c + row * c_row, c_row, more);
    }
}

/// exp by 2^n times a polynomial of degree 6 on [-ln 2 / 2, ln 2 / 2]; relative error below 2e-7.
inline __attribute__((always_inline)) Vector exponential_of(Vector x) {
    const Vector low = splat(-87.0F);
    const Vector high = splat(87.0F);
    x = x < low ? low : x;
    x = x > high ? high : x;
    const Vector magic = splat(12582912.0F);
    const Vector power = (x * splat(1.44269504088896F) + magic) - magic;
    Vector rest = x - power * splat(0.693359375F);
    rest = rest - power * splat(-2.12194440e-4F);
    Vector y = splat(1.0F / 720);
    y = y * rest + splat(1.0F / 120);
    y = y * rest + splat(1.0F / 24);
    y = y * rest + splat(1.0F / 6);
    y = y * rest + splat(0.5F);
    y = y * rest + splat(1.0F);
    y = y * rest + splat(1.0F);
    const Integers bits = (__builtin_convertvector(power, Integers) + 127) << 23;
    return y * reinterpret_cast<Vector>(bits);
}

inline __attribute__((always_inline)) Vector sigmoid_of(Vector x) {
    return splat(1.0F) / (splat(1.0F) + exponential_of(-x));
}

inline __attribute__((always_inline)) Vector tanh_of(Vector x) {
    return splat(2.0F) / (splat(1.0F) + exponential_of(splat(-2.0F) * x)) - splat(1.0F);
}

inline __attribute__((always_inline)) Bytes rounded(Vector x) {
    // Between -127 and 127: the last bits of the sum are the nearest whole number.
    const Vector shifted = x + splat(12582912.0F);
    return __builtin_convertvector(reinterpret_cast<Integers>(shifted) - 0x4B400000, Bytes);
}

void quantise_unit_row(const float* x, std::int8_t* quantised, std::size_t count) {
    const Vector factor = splat(127.0F);
    for (std::size_t i = 0; i < count; i += width) {
        *reinterpret_cast<Bytes*>(quantised + i) = rounded(load(x + i) * factor);
    }
}

float quantise_row(const float* x, std::int8_t* quantised, std::size_t count) {
    auto largest = Vector{};
    for (std::size_t i = 0; i < count; i += width) {
        Vector size = load(x + i);
        size = size < Vector{} ? -size : size;
        largest = largest > size ? largest : size;
    }
    float most = 0.0F;
    for (std::size_t i = 0; i < width; ++i) most = most > largest[i] ? most : largest[i];
    const Vector factor = splat(most > 1e-30F ? 127.0F / most : 0.0F);
    for (std::size_t i = 0; i < count; i += width) {
        *reinterpret_cast<Bytes*>(quantised + i) = rounded(load(x + i) * factor);
    }
    return most * (1.0F / 127.0F);
}

#if ENTENTE_WIDTH == 16 && defined(__AVX512VNNI__)

/// Four numbers of 8 bits.
using Left = std::int32_t;

inline Left left_of(const std::int8_t* four) {
    Left left;
    __builtin_memcpy(&left, four, sizeof left);
    return left ^ static_cast<Left>(0x80808080);
}

template <std::size_t Rows, std::size_t Vectors>
inline __attribute__((always_inline)) void quantised_block(const Left* a, const float* a_scales,
                                                           const std::int8_t* b, std::size_t groups,
                                                           const float* b_scales, const std::int32_t* b_sums,
                                                           const float* start, std::size_t start_row,
                                                           float* c, std::size_t c_row) {
    // The instruction wants one side without sign: 128 is added to a, and 128 times the sum of b taken off
    // again.
    __m512i sum[Rows][Vectors];
#pragma GCC unroll 8
    for (std::size_t j = 0; j < Vectors; ++j) {
        const __m512i excess = _mm512_slli_epi32(_mm512_loadu_si512(b_sums + 16 * j), 7);
#pragma GCC unroll 16
        for (std::size_t i = 0; i < Rows; ++i) sum[i][j] = _mm512_sub_epi32(_mm512_setzero_si512(), excess);
    }
    for (std::size_t p = 0; p < groups; ++p) {
        __m512i right[Vectors];
#pragma GCC unroll 8
        for (std::size_t j = 0; j < Vectors; ++j) right[j] = _mm512_loadu_si512(b + (p * Vectors + j) * 64);
#pragma GCC unroll 16
        for (std::size_t i = 0; i < Rows; ++i) {
            const __m512i left = _mm512_set1_epi32(a[p * Rows + i]);
#pragma GCC unroll 8
            for (std::size_t j = 0; j < Vectors; ++j)
                sum[i][j] = _mm512_dpbusd_epi32(sum[i][j], left, right[j]);
        }
    }
#pragma GCC unroll 16
    for (std::size_t i = 0; i < Rows; ++i) {
#pragma GCC unroll 8
        for (std::size_t j = 0; j < Vectors; ++j) {
            const __m512 scale =
                _mm512_mul_ps(_mm512_set1_ps(a_scales[i]), _mm512_loadu_ps(b_scales + 16 * j));
            const __m512 begin = _mm512_loadu_ps(start + i * start_row + 16 * j);
            _mm512_storeu_ps(c + i * c_row + 16 * j,
                             _mm512_fmadd_ps(_mm512_cvtepi32_ps(sum[i][j]), scale, begin));
        }
    }
}

constexpr std::size_t quantised_rows = 8;  // more would not leave registers enough

#elif ENTENTE_WIDTH == 8

/// Four numbers of 8 bits.
using Left = std::int32_t;

inline Left left_of(const std::int8_t* four) {
    Left left;
    __builtin_memcpy(&left, four, sizeof left);
    return left;
}

template <std::size_t Rows, std::size_t Vectors>
inline __attribute__((always_inline)) void quantised_block(const Left* a, const float* a_scales,
                                                           const std::int8_t* b, std::size_t groups,
                                                           const float* b_scales, const std::int32_t*,
                                                           const float* start, std::size_t start_row,
                                                           float* c, std::size_t c_row) {
    // `Vectors` counts 16 columns; two passes of half of them leave enough registers.
    constexpr std::size_t halves = 2 * Vectors;
    const __m256i ones = _mm256_set1_epi16(1);
    for (std::size_t half = 0; half < halves; half += 2) {
        __m256i sum[Rows][2];
#pragma GCC unroll 16
        for (std::size_t i = 0; i < Rows; ++i) sum[i][0] = sum[i][1] = _mm256_setzero_si256();
        for (std::size_t p = 0; p < groups; ++p) {
            const std::int8_t* group = b + (p * halves + half) * 32;
            const __m256i right0 = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(group));
            const __m256i right1 = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(group + 32));
#pragma GCC unroll 16
            for (std::size_t i = 0; i < Rows; ++i) {
                const __m256i left = _mm256_set1_epi32(a[p * Rows + i]);
                const __m256i size = _mm256_abs_epi8(left);
                const __m256i product0 = _mm256_maddubs_epi16(size, _mm256_sign_epi8(right0, left));
                const __m256i product1 = _mm256_maddubs_epi16(size, _mm256_sign_epi8(right1, left));
                sum[i][0] = _mm256_add_epi32(sum[i][0], _mm256_madd_epi16(product0, ones));
                sum[i][1] = _mm256_add_epi32(sum[i][1], _mm256_madd_epi16(product1, ones));
            }
        }
#pragma GCC unroll 16
        for (std::size_t i = 0; i < Rows; ++i) {
            for (std::size_t j = 0; j < 2; ++j) {
                const std::size_t column = (half + j) * 8;
                const __m256 scale =
                    _mm256_mul_ps(_mm256_set1_ps(a_scales[i]), _mm256_loadu_ps(b_scales + column));
                const __m256 begin = _mm256_loadu_ps(start + i * start_row + column);
                _mm256_storeu_ps(c + i * c_row + column,
                                 _mm256_fmadd_ps(_mm256_cvtepi32_ps(sum[i][j]), scale, begin));
            }
        }
    }
}

constexpr std::size_t quantised_rows = 4;

#else

typedef std::int8_t Bytes8 __attribute__((vector_size(8), aligned(1), may_alias));
typedef std::int16_t Shorts8 __attribute__((vector_size(16), may_alias));
typedef std::int32_t Integers4 __attribute__((vector_size(16), may_alias));
typedef std::int64_t Pairs __attribute__((vector_size(16), may_alias));

/// Sums of neighbouring products.
inline __attribute__((always_inline)) Integers4 pair_sums(Shorts8 a, Shorts8 b) {
#if defined(__SSE2__)
    return reinterpret_cast<Integers4>(
        _mm_madd_epi16(reinterpret_cast<__m128i>(a), reinterpret_cast<__m128i>(b)));
#else
    const auto products = reinterpret_cast<Integers4>(a * b);
    return ((products << 16) >> 16) + (products >> 16);
#endif
}

/// Four numbers of 16 bits.
using Left = std::int64_t;

inline Left left_of(const std::int8_t* four) {
    const std::int16_t wide[4] = {four[0], four[1], four[2], four[3]};
    Left left;
    __builtin_memcpy(&left, wide, sizeof left);
    return left;
}

template <std::size_t Rows, std::size_t Vectors>
void quantised_block(const Left* a, const float* a_scales, const std::int8_t* b, std::size_t groups,
                     const float* b_scales, const std::int32_t*, const float* start, std::size_t start_row,
                     float* c, std::size_t c_row) {
    constexpr std::size_t columns = 16 * Vectors;
    for (std::size_t column = 0; column < columns; column += 4) {
        Integers4 sum[Rows][2] = {};
        for (std::size_t p = 0; p < groups; ++p) {
            const std::int8_t* group = b + (p * columns + column) * 4;
            const Shorts8 right0 = __builtin_convertvector(*reinterpret_cast<const Bytes8*>(group), Shorts8);
            const Shorts8 right1 =
                __builtin_convertvector(*reinterpret_cast<const Bytes8*>(group + 8), Shorts8);
#pragma GCC unroll 4
            for (std::size_t i = 0; i < Rows; ++i) {
                const auto left = reinterpret_cast<Shorts8>(Pairs{} + a[p * Rows + i]);
                sum[i][0] += pair_sums(left, right0);
                sum[i][1] += pair_sums(left, right1);
            }
        }
        for (std::size_t i = 0; i < Rows; ++i) {
            for (std::size_t j = 0; j < 4; ++j) {
                const std::int32_t whole = sum[i][j / 2][2 * (j % 2)] + sum[i][j / 2][2 * (j % 2) + 1];
                c[i * c_row + column + j] = start[i * start_row + column + j] +
                                            static_cast<float>(whole) * (a_scales[i] * b_scales[column + j]);
            }
        }
    }
}

constexpr std::size_t quantised_rows = 4;

#endif

/// Fours of rows of a right-hand side; model files are held to it.
constexpr std::size_t most_groups = 1024;

template <std::size_t Rows>
void quantised_block_rows(const std::int8_t* a, const float* a_scales, const QuantisedMatrix& b,
                          const float* start, std::size_t start_row, float* c, std::size_t c_row) {
    const std::size_t groups = b.rows / 4;
    alignas(64) Left left[Rows * most_groups];
    for (std::size_t p = 0; p < groups; ++p) {
        for (std::size_t i = 0; i < Rows; ++i) left[p * Rows + i] = left_of(a + i * b.rows + 4 * p);
    }
    std::size_t column = 0;
    for (; column + panel_columns <= b.columns; column += panel_columns) {
        quantised_block<Rows, 2>(left, a_scales, b.data + column * b.rows, groups, b.scales + column,
                                 b.sums + column, start + column, start_row, c + column, c_row);
    }
    if (column < b.columns) {
        quantised_block<Rows, 1>(left, a_scales, b.data + column * b.rows, groups, b.scales + column,
                                 b.sums + column, start + column, start_row, c + column, c_row);
    }
}

template <std::size_t Rows>
void quantised_rest(std::size_t rows, const std::int8_t* a, const float* a_scales, const QuantisedMatrix& b,
                    const float* start, std::size_t start_row, float* c, std::size_t c_row) {
    if constexpr (Rows > 0) {
        if (rows == Rows) {
            quantised_block_rows<Rows>(a, a_scales, b, start, start_row, c, c_row);
        } else {
            quantised_rest<Rows - 1>(rows, a, a_scales, b, start, start_row, c, c_row);
        }
    }
}

void multiply_quantised_packed(const std::int8_t* a, const float* a_scales, std::size_t rows,
                               const QuantisedMatrix& b, const float* start, std::size_t start_row, float* c,
                               std::size_t c_row) {
    std::size_t row = 0;
    for (; row + quantised_rows <= rows; row += quantised_rows) {
        quantised_block_rows<quantised_rows>(a + row * b.rows, a_scales + row, b, start + row * start_row,
                                             start_row, c + row * c_row, c_row);
    }
    quantised_rest<quantised_rows - 1>(rows - row, a + row * b.rows, a_scales + row, b,
                                       start + row * start_row, start_row, c + row * c_row, c_row);
}

std::size_t largest_of_row(const float* x, std::size_t count) {
    float most = x[0];
    std::size_t i = 0;
    if (count >= width) {
        Vector largest = load(x);
        for (i = width; i + width <= count; i += width) {
            const Vector next = load(x + i);
            largest = next > largest ? next : largest;
        }
        for (std::size_t j = 0; j < width; ++j) most = most > largest[j] ? most : largest[j];
    }
    for (; i < count; ++i) most = most > x[i] ? most : x[i];
    for (i = 0; i + 1 < count && !(x[i] == most);) ++i;
    return i;
}

void lstm_forward_row(float* gates, const float* previous_cell, float* cell, float* output,
                      std::size_t hidden) {
    for (std::size_t i = 0; i < hidden; i += width) {
        const Vector input = sigmoid_of(load(gates + i));
        const Vector forget = sigmoid_of(load(gates + hidden + i));
        const Vector candidate = tanh_of(load(gates + 2 * hidden + i));
        const Vector out = sigmoid_of(load(gates + 3 * hidden + i));
        store(gates + i, input);
        store(gates + hidden + i, forget);
        store(gates + 2 * hidden + i, candidate);
        store(gates + 3 * hidden + i, out);
        Vector state = input * candidate;
        if (previous_cell != nullptr) state = state + forget * load(previous_cell + i);
        store(cell + i, state);
        store(output + i, out * tanh_of(state));
    }
}

void lstm_backward_row(float* gates, const float* previous_cell, const float* cell,
                       const float* output_gradient, float* cell_gradient, std::size_t hidden) {
    const Vector one = splat(1.0F);
    for (std::size_t i = 0; i < hidden; i += width) {
        const Vector input = load(gates + i);
        const Vector forget = load(gates + hidden + i);
        const Vector candidate = load(gates + 2 * hidden + i);
        const Vector out = load(gates + 3 * hidden + i);
        const Vector squashed = tanh_of(load(cell + i));
        const Vector dh = load(output_gradient + i);
        const Vector dc = load(cell_gradient + i) + dh * out * (one - squashed * squashed);
        const Vector before = previous_cell != nullptr ? load(previous_cell + i) : Vector{};
        store(gates + i, dc * candidate * input * (one - input));
        store(gates + hidden + i, dc * before * forget * (one - forget));
        store(gates + 2 * hidden + i, dc * input * (one - candidate * candidate));
        store(gates + 3 * hidden + i, dh * squashed * out * (one - out));
        store(cell_gradient + i, dc * forget);
    }
}

void add_quantised_row(float* sum, const std::int8_t* quantised, float scale, std::size_t count) {
    const Vector factor = splat(scale);
    for (std::size_t i = 0; i < count; i += width) {
        const Bytes bytes = *reinterpret_cast<const Bytes*>(quantised + i);
        store(sum + i, load(sum + i) + factor * __builtin_convertvector(bytes, Vector));
    }
}

void exponential_row(float* x, float shift, std::size_t count) {
    for (std::size_t i = 0; i < count; i += width) store(x + i, exponential_of(load(x + i) - splat(shift)));
}

void adam_update(float* parameter, const float* gradient, float* mean, float* variance, std::size_t count,
                 float scale, float rate, float beta1, float beta2, float epsilon) {
    for (std::size_t i = 0; i < count; ++i) {
        const float g = gradient[i] * scale;
        const float m = beta1 * mean[i] + (1.0F - beta1) * g;
        const float v = beta2 * variance[i] + (1.0F - beta2) * g * g;
        mean[i] = m;
        variance[i] = v;
        parameter[i] -= rate * m / (__builtin_sqrtf(v) + epsilon);
    }
}

}  // namespace

extern const Kernels ENTENTE_KERNELS;
const Kernels ENTENTE_KERNELS = {
    .name = ENTENTE_NAME,
    .multiply = multiply_packed,
    .multiply_quantised = multiply_quantised_packed,
    .quantise = quantise_row,
    .quantise_unit = quantise_unit_row,
    .largest_of = largest_of_row,
    .lstm_forward = lstm_forward_row,
    .lstm_backward = lstm_backward_row,
    .add_quantised = add_quantised_row,
    .exponential = exponential_row,
    .adam = adam_update,
};

}  // namespace entente::neural
