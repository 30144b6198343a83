// The inner loops, included by one source file for each instruction set, which defines
//   ENTENTE_KERNELS   name of the resulting table,
//   ENTENTE_WIDTH     floats in a vector register,
//   ENTENTE_ROWS      rows of a block of a product,
//   ENTENTE_VECTORS   vectors in a row of a block.
// Includes nothing with code in it: an inline function of the standard library compiled here for AVX could be
// the one that the linker keeps for the whole program.

#include <cstddef>
#include <cstdint>

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
const Kernels ENTENTE_KERNELS = {ENTENTE_NAME,      multiply_packed, lstm_forward_row, lstm_backward_row,
                                 add_quantised_row, exponential_row, adam_update};

}  // namespace entente::neural
