#include "extract/language/neural/model_data.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>

#include "extract/language/neural/half.hpp"

namespace entente::neural {

namespace {

constexpr std::string_view class_section = "classes";  // not in all models

constexpr std::array<std::string_view, 20> sections = {
    "dimensions",   "features",     "relations",     "scripts",      "words",
    "grams",        "lemmas",       "lemma_choices", "endings",      "ending_counts",
    "known_lemmas", "word_vectors", "word_scales",   "gram_vectors", "gram_scales",
    "dense",        "large",        "large_scales",  "large_sums",   class_section};

constexpr std::uint32_t largest_dimension = 2048;  // so that no product is deeper than the kernels allow for
constexpr std::uint32_t most_layers = 8;

std::vector<std::string_view> lines(std::string_view text) {
    std::vector<std::string_view> result;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        result.push_back(text.substr(0, end));
        text.remove_prefix(std::min(text.size(), end + 1));
    }
    return result;
}

Dimensions read_dimensions(const ModelFile& file) {
    const auto values = file.array<std::uint32_t>("dimensions");
    Dimensions dimensions;
    static_assert(std::is_trivially_copyable_v<Dimensions>);
    if (values.size() * sizeof(std::uint32_t) != sizeof dimensions)
        throw file.damaged("has other dimensions");
    std::memcpy(static_cast<void*>(&dimensions), values.data(), sizeof dimensions);
    const Dimensions& d = dimensions;
    for (const std::uint32_t size : {d.word, d.gram, d.hidden, d.tag, d.arc, d.relation}) {
        if (size == 0 || size > largest_dimension || size % column_multiple != 0) {
            throw file.damaged("has dimensions out of range");
        }
    }
    for (const std::uint32_t size : {d.features, d.scripts, d.relations}) {
        if (size == 0 || size > largest_dimension) throw file.damaged("has dimensions out of range");
    }
    if (d.layers == 0 || d.layers > most_layers || d.tag_layer == 0 || d.tag_layer > d.layers) {
        throw file.damaged("has dimensions out of range");
    }
    return dimensions;
}

/// Checks what find() relies on, and that no value is `limit` or more.
std::span<const TableEntry> read_table(const ModelFile& file, const char* name, std::size_t limit) {
    const auto table = file.array<TableEntry>(name);
    bool has_room = false;
    for (const TableEntry& entry : table) {
        if (entry.value == TableEntry::empty) {
            has_room = true;
        } else if (entry.value >= limit) {
            throw file.damaged("has a table with values out of range");
        }
    }
    if (!std::has_single_bit(table.size()) || !has_room) throw file.damaged("has a table of a wrong size");
    return table;
}

QuantisedTable read_vectors(const ModelFile& file, const char* values, const char* scales,
                            std::size_t columns) {
    QuantisedTable table{file.array<std::int8_t>(values), file.array<float>(scales), columns};
    if (table.values.size() != table.scales.size() * columns) throw file.damaged("has too few vectors");
    if (!std::ranges::all_of(table.scales, [](float scale) { return std::isfinite(scale); })) {
        throw file.damaged("has vectors that are no numbers");
    }
    return table;
}

}  // namespace

std::uint64_t checksum(const ModelFile& file) {
    std::uint64_t sum = 0x9E3779B97F4A7C15ULL;
    for (const std::string_view name : sections) {
        if (name == class_section && !file.has_section(name)) continue;
        const std::span<const std::byte> bytes = file.section(name);
        sum = (sum ^ bytes.size()) * 0x9FB21C651E98DF25ULL;
        for (std::size_t at = 0; at < bytes.size(); at += sizeof(std::uint64_t)) {
            std::uint64_t word = 0;
            std::memcpy(&word, bytes.data() + at, std::min(sizeof word, bytes.size() - at));
            sum = std::rotl((sum ^ word) * 0x9FB21C651E98DF25ULL, 29);
        }
    }
    return sum ^ (sum >> 32);
}

ModelData::ModelData(ModelFile model_file)
    : file(std::move(model_file)), dimensions(read_dimensions(file)), layout(dimensions) {
    const auto sums = file.array<std::uint64_t>("checksum");
    if (sums.size() != 1 || sums.front() != checksum(file)) throw file.damaged("is damaged");
    features = lines(file.text("features"));
    relations = lines(file.text("relations"));
    scripts = lines(file.text("scripts"));
    if (features.size() != dimensions.features || relations.size() != dimensions.relations ||
        scripts.size() < dimensions.scripts) {
        throw file.damaged("has too few names");
    }
    const auto root = std::ranges::find(relations, std::string_view("root"));
    if (root == relations.end() || relations.size() < 2) throw file.damaged("has no relation 'root'");
    root_relation = static_cast<std::size_t>(root - relations.begin());
    word_vectors = read_vectors(file, "word_vectors", "word_scales", dimensions.word);
    gram_vectors = read_vectors(file, "gram_vectors", "gram_scales", dimensions.gram);
    if (word_vectors.scales.empty()) throw file.damaged("has no vectors");
    words = read_table(file, "words", word_vectors.scales.size() - 1);
    grams = read_table(file, "grams", gram_vectors.scales.size());
    if (file.has_section(class_section))
        classes = read_table(file, "classes", std::size_t{1} << word_class_bits);
    read_lemmas();
    particles_in_front = file.meta("particles_in_front") == "1";

    const auto halves = file.array<std::uint16_t>("dense");
    if (halves.size() != layout.exact_size) throw file.damaged("has too few weights");
    if (!std::ranges::all_of(halves, [](std::uint16_t half) { return (half & 0x7C00U) != 0x7C00U; })) {
        throw file.damaged("has weights that are no numbers");
    }
    dense.resize(layout.exact_size);
    std::ranges::transform(halves, dense.begin(), from_half);
    exact.pack(layout, dense.data());
    read_large();
}

void ModelData::read_lemmas() {
    lemma_choices = file.array<std::uint32_t>("lemma_choices");
    lemmas = read_table(file, "lemmas", lemma_choices.size());
    for (const TableEntry& entry : lemmas) {
        if (entry.value == TableEntry::empty) continue;
        const auto choices = lemma_choices.subspan(entry.value);
        if (choices.front() == 0 || choices.front() >= choices.size() ||
            !std::ranges::all_of(choices.subspan(1, choices.front()),
                                 [this](std::uint32_t script) { return script < scripts.size(); })) {
            throw file.damaged("has lemmas out of range");
        }
    }
    ending_counts = file.array<std::uint32_t>("ending_counts");
    endings = read_table(file, "endings", ending_counts.size());
    for (const TableEntry& entry : endings) {
        if (entry.value == TableEntry::empty) continue;
        const auto counts = ending_counts.subspan(entry.value);
        if (counts.size() < 2 || counts[1] > (counts.size() - 2) / 2)
            throw file.damaged("has endings out of range");
        for (std::size_t i = 0; i < counts[1]; ++i) {
            if (counts[2 + 2 * i] >= dimensions.scripts) throw file.damaged("has endings out of range");
        }
    }
    known_lemmas = read_table(file, "known_lemmas", TableEntry::empty);
}

void ModelData::read_large() {
    const auto values = file.array<std::int8_t>("large");
    const auto scales = file.array<float>("large_scales");
    const auto sums = file.array<std::int32_t>("large_sums");
    if (values.size() != layout.size - layout.exact_size) throw file.damaged("has too few weights");
    std::size_t at = 0;
    std::size_t column = 0;
    const auto next = [&](const Tensor& tensor) {
        if (column + tensor.columns > scales.size() || column + tensor.columns > sums.size()) {
            throw file.damaged("has too few weights");
        }
        QuantisedMatrix matrix{tensor.rows, tensor.columns, values.data() + at, scales.data() + column,
                               sums.data() + column};
        at += tensor.size();
        column += tensor.columns;
        return matrix;
    };
    for (const Layout::Lstm& layer : layout.lstm) {
        QuantisedWeights::Lstm& matrices = weights.lstm.emplace_back();
        matrices.input = next(layer.input);
        matrices.recurrent[0] = next(layer.recurrent[0]);
        matrices.recurrent[1] = next(layer.recurrent[1]);
    }
    weights.tag_hidden = next(layout.tag_hidden);
    weights.tag_output = next(layout.tag_output);
    weights.roles = next(layout.roles);
    if (!std::ranges::all_of(scales, [](float scale) { return std::isfinite(scale); })) {
        throw file.damaged("has weights that are no numbers");
    }
}

}  // namespace entente::neural
