#include "extract/language/neural/kernels.hpp"

#include "extract/language/neural/half.hpp"
#include "extract/language/neural/trainer/random.hpp"
#include "tests/catch.hpp"

using namespace entente::neural;

TEST_CASE("a product is right for every number of rows, columns and strides", "[language][neural]") {
    const std::size_t rows = GENERATE(1, 5, 12, 13, 31);
    const std::size_t depth = GENERATE(1, 16, 700);
    const std::size_t columns = GENERATE(1, 16, 20, 33, 64);
    const bool transposed = GENERATE(false, true);
    CAPTURE(rows, depth, columns, transposed);
    Random random(rows * depth + columns);
    Floats a(rows * depth);
    Floats b(depth * columns);
    for (float& value : a) value = random.uniform() - 0.5F;
    for (float& value : b) value = random.uniform() - 0.5F;
    const std::size_t a_row = transposed ? 1 : depth;
    const std::size_t a_column = transposed ? rows : 1;
    PackedMatrix packed;
    packed.pack(b.data(), columns, 1, depth, columns);
    Floats c(rows * packed.columns, 1.0F);
    multiply(a.data(), a_row, a_column, rows, packed, c.data(), packed.columns, true);
    float worst = 0;
    for (std::size_t i = 0; i < rows; ++i) {
        for (std::size_t j = 0; j < packed.columns; ++j) {
            double sum = 1;
            for (std::size_t p = 0; j < columns && p < depth; ++p) {
                sum += static_cast<double>(a[i * a_row + p * a_column]) * b[p * columns + j];
            }
            worst = std::max(worst, std::abs(c[i * packed.columns + j] - static_cast<float>(sum)));
        }
    }
    CHECK(worst < 1e-4F);
}

TEST_CASE("a row of a product does not depend on the other rows", "[language][neural]") {
    constexpr std::size_t depth = 130;
    constexpr std::size_t columns = 48;
    constexpr std::size_t rows = 29;
    Random random(5);
    Floats a(rows * depth);
    Floats b(depth * columns);
    for (float& value : a) value = random.uniform() - 0.5F;
    for (float& value : b) value = random.uniform() - 0.5F;
    PackedMatrix packed;
    packed.pack(b.data(), columns, 1, depth, columns);
    Floats together(rows * columns);
    multiply(a.data(), depth, 1, rows, packed, together.data(), columns, false);
    Floats alone(columns);
    for (std::size_t row = 0; row < rows; ++row) {
        multiply(a.data() + row * depth, depth, 1, 1, packed, alone.data(), columns, false);
        CHECK(std::equal(alone.begin(), alone.end(),
                         together.begin() + static_cast<std::ptrdiff_t>(row * columns)));
    }
}

TEST_CASE("half precision keeps eleven bits", "[language][neural]") {
    const float value = GENERATE(0.0F, 1.0F, -2.5F, 0.1F, 3e-5F, -1e-7F, 1234.5F, -65504.0F);
    const float back = from_half(to_half(value));
    CHECK(std::abs(back - value) <= std::max(std::abs(value) / 2048, 3e-8F));
    CHECK(from_half(to_half(1e9F)) == 65504.0F);
    CHECK(from_half(to_half(-1e9F)) == -65504.0F);
}
