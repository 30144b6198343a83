#include "extract/language/neural/network.hpp"

#include <algorithm>
#include <cassert>

namespace entente::neural {

std::size_t Dimensions::feature_column() const { return padded(tag_count); }
std::size_t Dimensions::script_column() const { return feature_column() + padded(features); }
std::size_t Dimensions::tag_columns() const { return script_column() + padded(scripts); }

std::size_t distance_kind(std::size_t dependent, std::size_t head) {
    const bool right = head > dependent;
    const std::size_t distance = right ? head - dependent : dependent - head;
    constexpr std::size_t limits[] = {1, 2, 3, 4, 6, 9, 14, 22, 35};
    std::size_t kind = 0;
    while (kind < std::size(limits) && distance > limits[kind]) ++kind;
    return 1 + kind + (right ? std::size(limits) + 1 : 0);
}

Layout::Layout(const Dimensions& d) {
    const auto add = [this](std::string name, std::size_t rows, std::size_t columns) {
        Tensor tensor{std::move(name), rows, columns, size};
        size += tensor.size();
        return tensor;
    };
    const std::size_t role_columns = 2 * d.arc + 2 * d.relation;
    lstm.resize(d.layers);
    for (std::size_t layer = 0; layer < d.layers; ++layer) {
        lstm[layer].bias = add("lstm" + std::to_string(layer + 1) + ".bias", 1, 8 * std::size_t{d.hidden});
    }
    tag_hidden_bias = add("tag_hidden.bias", 1, d.tag);
    tag_output_bias = add("tag_output.bias", 1, d.tag_columns());
    roles_bias = add("roles.bias", 1, role_columns);
    root_arc = add("root.arc", 1, d.arc);
    root_relation = add("root.relation", 1, d.relation);
    arc = add("arc", d.arc, d.arc);
    arc_bias = add("arc.bias", 1, d.arc);
    distance = add("distance", d.arc, padded(distance_count));
    relation_dependent = add("relation.dependent", d.relation, padded(d.relations));
    relation_head = add("relation.head", d.relation, padded(d.relations));
    relation_product = add("relation.product", d.relation, padded(d.relations));
    relation_bias = add("relation.bias", 1, padded(d.relations));
    exact_size = size;
    for (std::size_t layer = 0; layer < d.layers; ++layer) {
        const std::string name = "lstm" + std::to_string(layer + 1);
        lstm[layer].input =
            add(name + ".input", layer == 0 ? d.input() : d.output(), 8 * std::size_t{d.hidden});
        lstm[layer].recurrent[0] = add(name + ".forward", d.hidden, 4 * std::size_t{d.hidden});
        lstm[layer].recurrent[1] = add(name + ".backward", d.hidden, 4 * std::size_t{d.hidden});
    }
    tag_hidden = add("tag_hidden", d.output(), d.tag);
    tag_output = add("tag_output", d.tag, d.tag_columns());
    roles = add("roles", d.output(), role_columns);
}

std::vector<const Tensor*> Layout::exact() const {
    std::vector<const Tensor*> tensors;
    for (const Lstm& layer : lstm) tensors.push_back(&layer.bias);
    tensors.insert(tensors.end(), {&tag_hidden_bias, &tag_output_bias, &roles_bias, &root_arc, &root_relation,
                                   &arc, &arc_bias, &distance, &relation_dependent, &relation_head,
                                   &relation_product, &relation_bias});
    return tensors;
}

std::vector<const Tensor*> Layout::large() const {
    std::vector<const Tensor*> tensors;
    for (const Lstm& layer : lstm) {
        tensors.insert(tensors.end(), {&layer.input, &layer.recurrent[0], &layer.recurrent[1]});
    }
    tensors.insert(tensors.end(), {&tag_hidden, &tag_output, &roles});
    return tensors;
}

void ExactWeights::pack(const Layout& layout, const float* all_values) {
    values = all_values;
    const auto pack_tensor = [this](const Tensor& tensor, PackedMatrix& matrix) {
        matrix.pack(values + tensor.offset, tensor.columns, 1, tensor.rows, tensor.columns);
    };
    pack_tensor(layout.arc, arc);
    pack_tensor(layout.distance, distance);
    pack_tensor(layout.relation_dependent, relation_dependent);
    pack_tensor(layout.relation_head, relation_head);
    pack_tensor(layout.relation_product, relation_product);
}

Batch::Batch(std::vector<std::size_t> sentence_lengths) : lengths(std::move(sentence_lengths)) {
    assert(std::is_sorted(lengths.rbegin(), lengths.rend()));
    std::size_t count = lengths.size();
    offsets.push_back(0);
    for (std::size_t step = 0; !lengths.empty() && step < lengths.front(); ++step) {
        while (count > 0 && lengths[count - 1] <= step) --count;
        counts.push_back(count);
        offsets.push_back(offsets.back() + count);
    }
}

Batch::Step Batch::step(bool backward, std::size_t i) const {
    const std::size_t at = backward ? steps() - 1 - i : i;
    Step step{offsets[at], counts[at], 0, 0};
    if (!backward && at > 0) {
        step.continued = step.count;
        step.before = offsets[at - 1];
    } else if (backward && at + 1 < steps()) {
        step.continued = counts[at + 1];
        step.before = offsets[at + 1];
    }
    return step;
}

void affine(const float* x, std::size_t x_row, std::size_t rows, const PackedMatrix& weights,
            const float* bias, float* y, std::size_t y_row) {
    for (std::size_t row = 0; row < rows; ++row) std::copy_n(bias, weights.columns, y + row * y_row);
    multiply(x, x_row, 1, rows, weights, y, y_row, true);
}

void leaky_rectify(std::span<float> values) {
    for (float& value : values) {
        const float small = 0.1F * value;
        value = value > small ? value : small;  // compiles to a maximum, without a branch
    }
}

void compute_queries(const Batch& batch, const Dimensions& d, const Layout& layout,
                     const ExactWeights& weights, Roles& r) {
    const std::size_t rows = batch.rows();
    r.queries.resize(rows * d.arc);
    affine(r.roles.data(), 2 * d.arc + 2 * d.relation, rows, weights.arc,
           weights.values + layout.arc_bias.offset, r.queries.data(), d.arc);
    r.distance_scores.resize(rows * weights.distance.columns);
    multiply(r.queries.data(), d.arc, 1, rows, weights.distance, r.distance_scores.data(),
             weights.distance.columns, false);
}

void score_arcs(const Batch& batch, std::size_t sentence, const Dimensions& d, const Layout& layout,
                const ExactWeights& weights, const Roles& r, ArcScores& scores) {
    const std::size_t length = batch.lengths[sentence];
    const std::size_t role_row = 2 * d.arc + 2 * d.relation;
    const std::size_t kinds = weights.distance.columns;
    scores.queries.resize(length * d.arc);
    scores.heads.resize((length + 1) * d.arc);
    std::copy_n(weights.values + layout.root_arc.offset, d.arc, scores.heads.data());
    for (std::size_t i = 0; i < length; ++i) {
        const std::size_t row = batch.row(sentence, i);
        std::copy_n(r.queries.data() + row * d.arc, d.arc, scores.queries.data() + i * d.arc);
        std::copy_n(r.roles.data() + row * role_row + d.arc, d.arc, scores.heads.data() + (i + 1) * d.arc);
    }
    scores.packed.pack(scores.heads.data(), 1, d.arc, d.arc, length + 1);
    scores.columns = scores.packed.columns;
    scores.values.resize(length * scores.columns);
    multiply(scores.queries.data(), d.arc, 1, length, scores.packed, scores.values.data(), scores.columns,
             false);
    for (std::size_t i = 0; i < length; ++i) {
        const float* distances = r.distance_scores.data() + batch.row(sentence, i) * kinds;
        float* values = scores.values.data() + i * scores.columns;
        values[0] += distances[0];
        for (std::size_t j = 0; j < length; ++j) {
            if (j != i) values[j + 1] += distances[distance_kind(i, j)];
        }
    }
}

void score_relations(const float* dependents, const float* heads, std::size_t rows, const Dimensions& d,
                     const Layout& layout, const ExactWeights& weights, Floats& products, Floats& scores) {
    const std::size_t columns = weights.relation_head.columns;
    products.resize(rows * d.relation);
    for (std::size_t i = 0; i < products.size(); ++i) products[i] = dependents[i] * heads[i];
    scores.resize(rows * columns);
    affine(dependents, d.relation, rows, weights.relation_dependent,
           weights.values + layout.relation_bias.offset, scores.data(), columns);
    multiply(heads, d.relation, 1, rows, weights.relation_head, scores.data(), columns, true);
    multiply(products.data(), d.relation, 1, rows, weights.relation_product, scores.data(), columns, true);
}

}  // namespace entente::neural
