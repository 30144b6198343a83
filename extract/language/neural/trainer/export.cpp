#include "extract/language/neural/trainer/export.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

#include "extract/language/neural/half.hpp"
#include "extract/language/neural/model_data.hpp"

namespace entente::neural {

namespace {

std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += name + '\n';
    return text;
}

void add_vectors(const VectorTable& table, const std::string& name, ModelFileWriter& writer) {
    std::vector<std::int8_t> values(table.values.size());
    std::vector<float> scales(table.rows());
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const float* from = table.values.data() + row * table.columns;
        float largest = 0;
        for (std::size_t i = 0; i < table.columns; ++i) largest = std::max(largest, std::abs(from[i]));
        scales[row] = largest / 127.0F;
        for (std::size_t i = 0; i < table.columns; ++i) {
            values[row * table.columns + i] =
                largest == 0 ? std::int8_t{0} : static_cast<std::int8_t>(std::lround(from[i] / scales[row]));
        }
    }
    writer.add_array(name + "_vectors", values);
    writer.add_array(name + "_scales", scales);
}

/// The large matrices, each column with its own scale, in the order that QuantisedMatrix wants.
void add_large(const Parameters& parameters, ModelFileWriter& writer) {
    std::vector<std::int8_t> values;
    std::vector<float> scales;
    std::vector<std::int32_t> sums;
    for (const Tensor* tensor : parameters.layout.large()) {
        const float* from = parameters.dense.data() + tensor->offset;
        const std::size_t start = values.size();
        values.resize(start + tensor->size());
        for (std::size_t column = 0; column < tensor->columns; ++column) {
            float largest = 0;
            for (std::size_t row = 0; row < tensor->rows; ++row) {
                largest = std::max(largest, std::abs(from[row * tensor->columns + column]));
            }
            const float factor = largest == 0 ? 0.0F : 127.0F / largest;
            const std::size_t panel = column / panel_columns * panel_columns;
            const std::size_t width = std::min(panel_columns, tensor->columns - panel);
            std::int32_t sum = 0;
            for (std::size_t row = 0; row < tensor->rows; ++row) {
                const auto value =
                    static_cast<std::int8_t>(std::lround(from[row * tensor->columns + column] * factor));
                values[start + panel * tensor->rows + row / 4 * width * 4 + (column - panel) * 4 + row % 4] =
                    value;
                sum += value;
            }
            scales.push_back(largest / 127.0F);
            sums.push_back(sum);
        }
    }
    writer.add_array("large", values);
    writer.add_array("large_scales", scales);
    writer.add_array("large_sums", sums);
}

}  // namespace

void write_model(const Parameters& parameters, const Vocabulary& vocabulary, const std::string& language,
                 const std::string& name, const std::filesystem::path& file) {
    ModelFileWriter writer{std::string(model_magic)};
    writer.meta("language", language);
    writer.meta("name", name);
    writer.meta("particles_in_front", vocabulary.particles_in_front ? "1" : "0");
    std::vector<std::uint32_t> dimensions(sizeof(Dimensions) / sizeof(std::uint32_t));
    std::memcpy(dimensions.data(), &parameters.dimensions, sizeof(Dimensions));
    writer.add_array("dimensions", dimensions);
    writer.add("features", joined(vocabulary.features));
    writer.add("relations", joined(vocabulary.relations));
    writer.add("scripts", joined(vocabulary.scripts));
    writer.add_array("words", build_table(vocabulary.words));
    writer.add_array("grams", build_table(vocabulary.grams));
    writer.add_array("lemmas", build_table(vocabulary.lemma_keys, vocabulary.lemma_choices));
    writer.add_array("lemma_choices", vocabulary.choices);
    if (!vocabulary.list.keys.empty())
        writer.add_array("classes", build_table(vocabulary.list.keys, vocabulary.list.classes));
    writer.add_array("endings", build_table(vocabulary.endings, vocabulary.ending_places));
    writer.add_array("ending_counts", vocabulary.ending_counts);
    writer.add_array("known_lemmas", build_table(vocabulary.known_lemmas));
    add_vectors(parameters.words, "word", writer);
    add_vectors(parameters.grams, "gram", writer);
    std::vector<std::uint16_t> dense(parameters.layout.exact_size);
    std::transform(parameters.dense.begin(),
                   parameters.dense.begin() + static_cast<std::ptrdiff_t>(dense.size()), dense.begin(),
                   to_half);
    writer.add_array("dense", dense);
    add_large(parameters, writer);
    // The sum is over what a reader sees: write once without it.
    writer.write(file);
    writer.add_array("checksum", std::vector<std::uint64_t>{checksum(ModelFile::open(file))});
    writer.write(file);
}

}  // namespace entente::neural
