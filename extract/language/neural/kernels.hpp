#pragma once

#include <cstddef>
#include <cstdint>
#include <new>
#include <vector>

namespace entente::neural {

/// Allocates at 64-byte borders, so that no vector load of a packed matrix crosses a cache line.
template <typename T>
struct AlignedAllocator {
    using value_type = T;
    AlignedAllocator() = default;
    template <typename U>
    // NOLINTNEXTLINE(google-explicit-constructor): containers rebind allocators implicitly
    AlignedAllocator(const AlignedAllocator<U>&) {}
    T* allocate(std::size_t count) {
        return static_cast<T*>(::operator new (count * sizeof(T), std::align_val_t{64}));
    }
    void deallocate(T* data, std::size_t) { ::operator delete (data, std::align_val_t{64}); }
    bool operator==(const AlignedAllocator&) const = default;
};

using Floats = std::vector<float, AlignedAllocator<float>>;

/// Columns of a packed matrix are a multiple of this; missing columns are zero.
constexpr std::size_t column_multiple = 16;
/// Columns of one panel of a packed matrix.
constexpr std::size_t panel_columns = 32;

constexpr std::size_t padded(std::size_t columns) {
    return (columns + column_multiple - 1) / column_multiple * column_multiple;
}

/// The right-hand side of a matrix product, in panels of 32 columns (the last one 16 or 32): panel after
/// panel, in each row after row.
struct PackedMatrix {
    std::size_t rows = 0;
    std::size_t columns = 0;  ///< padded
    Floats data;

    /// Packs the matrix whose element (r, c) is source[r * row_stride + c * column_stride]; reuses memory.
    void pack(const float* source, std::size_t row_stride, std::size_t column_stride, std::size_t row_count,
              std::size_t column_count);
};

/// A right-hand side with elements of 8 bits: element (r, c) of the matrix is scales[c] times the stored
/// number, whose size is at most 127. In panels of 32 columns (the last one 16 or 32), in each four rows
/// after four rows, in them column after column. The views' owner keeps them.
struct QuantisedMatrix {
    std::size_t rows = 0;     ///< a multiple of 4
    std::size_t columns = 0;  ///< padded
    const std::int8_t* data = nullptr;
    const float* scales = nullptr;       ///< per column
    const std::int32_t* sums = nullptr;  ///< per column: the sum of the stored numbers
};

/// The inner loops, compiled once for each instruction set. Every element of a result is summed in one fixed
/// order, so that rows do not depend on how many others are computed with them, and all instruction sets with
/// fused multiply-add give the same bits. Sums of 8-bit products are whole numbers and the same everywhere.
struct Kernels {
    const char* name;
    /// c[i][j] (+)= sum over p of a[i * a_row + p * a_column] * b[p][j]; i < rows, j < b.columns (padded).
    void (*multiply)(const float* a, std::size_t a_row, std::size_t a_column, std::size_t rows,
                     const float* packed, std::size_t depth, std::size_t columns, float* c, std::size_t c_row,
                     bool add);
    /// c[i][j] = start[i * start_row + j] + a_scales[i] * b.scales[j] * sum over p of a[i * b.rows + p] *
    /// b[p][j], without rounding in the sum. Elements of a are at most 127 in size. `start` may be c.
    void (*multiply_quantised)(const std::int8_t* a, const float* a_scales, std::size_t rows,
                               const QuantisedMatrix& b, const float* start, std::size_t start_row, float* c,
                               std::size_t c_row);
    /// quantised[i] = x[i] / scale, rounded to the nearest, where scale = largest |x[i]| / 127 is returned;
    /// zeros if all are zero. `count` is a multiple of 16.
    float (*quantise)(const float* x, std::int8_t* quantised, std::size_t count);
    /// The same with scale 1 / 127; x[i] is between -1 and 1.
    void (*quantise_unit)(const float* x, std::int8_t* quantised, std::size_t count);
    /// The index of the largest of `count` numbers, the first of equal ones; `count` is at least 1.
    std::size_t (*largest_of)(const float* x, std::size_t count);
    /// One LSTM step of one row: gates (input, forget, candidate, output; each `hidden` wide) are replaced
    /// by their activations. `previous_cell` may be null for zero. `hidden` is a multiple of 16.
    void (*lstm_forward)(float* gates, const float* previous_cell, float* cell, float* output,
                         std::size_t hidden);
    /// Its derivative: activations in `gates` are replaced by the gradient of the gates' inputs;
    /// `cell_gradient` goes in as the gradient of this step's cell and comes out as that of the previous
    /// step's.
    void (*lstm_backward)(float* gates, const float* previous_cell, const float* cell,
                          const float* output_gradient, float* cell_gradient, std::size_t hidden);
    /// sum[i] += scale * quantised[i]; `count` is a multiple of 16.
    void (*add_quantised)(float* sum, const std::int8_t* quantised, float scale, std::size_t count);
    /// x[i] = exp(x[i] - shift); returns nothing. `count` is a multiple of 16.
    void (*exponential)(float* x, float shift, std::size_t count);
    /// Adam (Kingma & Ba 2015) with running average of the parameters; `rate` has the bias correction in it.
    void (*adam)(float* parameter, const float* gradient, float* mean, float* variance, std::size_t count,
                 float scale, float rate, float beta1, float beta2, float epsilon);
};

/// The fastest kernels that this processor can run. $ENTENTE_KERNELS (portable, avx2, vnni) chooses slower
/// ones.
const Kernels& kernels();

/// c (+)= a * b, see Kernels::multiply.
inline void multiply(const float* a, std::size_t a_row, std::size_t a_column, std::size_t rows,
                     const PackedMatrix& b, float* c, std::size_t c_row, bool add) {
    kernels().multiply(a, a_row, a_column, rows, b.data.data(), b.rows, b.columns, c, c_row, add);
}

}  // namespace entente::neural
