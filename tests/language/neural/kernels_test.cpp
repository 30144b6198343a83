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

TEST_CASE("a product of 8-bit numbers is exact", "[language][neural]") {
    const std::size_t rows = GENERATE(1, 3, 8, 21);
    const std::size_t depth = GENERATE(16, 144);
    const std::size_t columns = GENERATE(16, 32, 80);
    CAPTURE(rows, depth, columns);
    Random random(rows + depth + columns);
    const auto number = [&random] {
        return static_cast<std::int8_t>(static_cast<int>(random.below(255)) - 127);
    };
    std::vector<std::int8_t> a(rows * depth);
    std::vector<std::int8_t> b(depth * columns);
    for (std::int8_t& value : a) value = number();
    for (std::int8_t& value : b) value = number();
    std::fill_n(a.begin(), depth, std::int8_t{-127});  // the largest sums that there are
    std::vector<std::int8_t> packed(b.size());
    std::vector<float> scales(columns, 0.5F);
    std::vector<std::int32_t> sums(columns);
    for (std::size_t r = 0; r < depth; ++r) {
        for (std::size_t c = 0; c < columns; ++c) {
            const std::size_t panel = c / panel_columns * panel_columns;
            const std::size_t width = std::min(panel_columns, columns - panel);
            packed[panel * depth + r / 4 * width * 4 + (c - panel) * 4 + r % 4] = b[r * columns + c];
            sums[c] += b[r * columns + c];
        }
    }
    const QuantisedMatrix matrix{depth, columns, packed.data(), scales.data(), sums.data()};
    const std::vector<float> a_scales(rows, 0.25F);
    const std::vector<float> bias(columns, 3.0F);
    std::vector<float> found(rows * columns);
    kernels().multiply_quantised(a.data(), a_scales.data(), rows, matrix, bias.data(), 0, found.data(),
                                 columns);
    std::vector<float> expected(rows * columns);
    for (std::size_t i = 0; i < rows; ++i) {
        for (std::size_t j = 0; j < columns; ++j) {
            std::int32_t sum = 0;
            for (std::size_t p = 0; p < depth; ++p) sum += a[i * depth + p] * b[p * columns + j];
            expected[i * columns + j] = 3.0F + 0.125F * static_cast<float>(sum);
        }
    }
    CHECK(found == expected);
}

TEST_CASE("numbers are rounded to 8 bits", "[language][neural]") {
    std::vector<float> x(32, 0.0F);
    x[3] = -2.54F;
    x[31] = 1.0F;
    std::vector<std::int8_t> rounded(x.size());
    CHECK(kernels().quantise(x.data(), rounded.data(), x.size()) == Approx(0.02F));
    CHECK(static_cast<int>(rounded[3]) == -127);
    CHECK(static_cast<int>(rounded[31]) == 50);
    CHECK(static_cast<int>(rounded[0]) == 0);
    CHECK(kernels().largest_of(x.data(), x.size()) == 31);
    CHECK(kernels().largest_of(x.data(), 20) == 0);
    std::fill(x.begin(), x.end(), 0.0F);
    CHECK(kernels().quantise(x.data(), rounded.data(), x.size()) == 0.0F);
    CHECK(static_cast<int>(rounded[3]) == 0);
}
