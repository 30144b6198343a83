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
    for (std::size_t layer = 0; layer < d.layers; ++layer) {
        const std::string name = "lstm" + std::to_string(layer + 1);
        const std::size_t in = layer == 0 ? d.input() : d.output();
        lstm.push_back({add(name + ".input", in, 8 * d.hidden),
                        {add(name + ".forward", d.hidden, 4 * d.hidden),
                         add(name + ".backward", d.hidden, 4 * d.hidden)},
                        add(name + ".bias", 1, 8 * d.hidden)});
    }
    tag_hidden = add("tag_hidden", d.output(), d.tag);
    tag_hidden_bias = add("tag_hidden.bias", 1, d.tag);
    tag_output = add("tag_output", d.tag, d.tag_columns());
    tag_output_bias = add("tag_output.bias", 1, d.tag_columns());
    const std::size_t role_columns = 2 * d.arc + 2 * d.relation;
    roles = add("roles", d.output(), role_columns);
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
}

std::vector<const Tensor*> Layout::all() const {
    std::vector<const Tensor*> tensors;
    for (const Lstm& layer : lstm) {
        tensors.insert(tensors.end(), {&layer.input, &layer.recurrent[0], &layer.recurrent[1], &layer.bias});
    }
    tensors.insert(tensors.end(), {&tag_hidden, &tag_hidden_bias, &tag_output, &tag_output_bias, &roles,
                                   &roles_bias, &root_arc, &root_relation, &arc, &arc_bias, &distance,
                                   &relation_dependent, &relation_head, &relation_product, &relation_bias});
    return tensors;
}

void Weights::pack(const Layout& layout, const Dimensions& dimensions, const float* values) {
    parameters = values;
    const auto pack = [values](const Tensor& tensor, PackedMatrix& matrix) {
        matrix.pack(values + tensor.offset, tensor.columns, 1, tensor.rows, tensor.columns);
    };
    lstm.resize(dimensions.layers);
    for (std::size_t i = 0; i < lstm.size(); ++i) {
        pack(layout.lstm[i].input, lstm[i].input);
        pack(layout.lstm[i].recurrent[0], lstm[i].recurrent[0]);
        pack(layout.lstm[i].recurrent[1], lstm[i].recurrent[1]);
    }
    pack(layout.tag_hidden, tag_hidden);
    pack(layout.tag_output, tag_output);
    pack(layout.roles, roles);
    pack(layout.arc, arc);
    pack(layout.distance, distance);
    pack(layout.relation_dependent, relation_dependent);
    pack(layout.relation_head, relation_head);
    pack(layout.relation_product, relation_product);
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

void lstm_layer(const Batch& batch, const float* input, std::size_t width, std::size_t hidden,
                const Weights::Lstm& weights, const float* bias, const float* mask, LstmState& state) {
    const Kernels& kernel = kernels();
    const std::size_t rows = batch.rows();
    const std::size_t gate_row = 8 * hidden;
    const std::size_t output_row = 2 * hidden;
    state.gates.resize(rows * gate_row);
    state.cells.resize(rows * output_row);
    state.outputs.resize(rows * output_row);
    if (mask != nullptr) state.previous.assign(rows * output_row, 0.0F);
    affine(input, width, rows, weights.input, bias, state.gates.data(), gate_row);

    for (std::size_t direction = 0; direction < 2; ++direction) {
        const std::size_t part = direction * hidden;
        for (std::size_t i = 0; i < batch.steps(); ++i) {
            const std::size_t step = direction == 0 ? i : batch.steps() - 1 - i;
            const std::size_t first = batch.offsets[step];
            const std::size_t count = batch.counts[step];
            // Sentences that have a step before this one, seen in this direction.
            std::size_t continued = 0;
            std::size_t before = 0;
            if (direction == 0 && step > 0) {
                continued = count;
                before = batch.offsets[step - 1];
            } else if (direction == 1 && step + 1 < batch.steps()) {
                continued = batch.counts[step + 1];
                before = batch.offsets[step + 1];
            }
            float* gates = state.gates.data() + first * gate_row + 4 * part;
            if (continued > 0) {
                const float* previous = state.outputs.data() + before * output_row + part;
                if (mask != nullptr) {
                    float* masked = state.previous.data() + first * output_row + part;
                    for (std::size_t row = 0; row < continued; ++row) {
                        for (std::size_t j = 0; j < hidden; ++j) {
                            masked[row * output_row + j] =
                                previous[row * output_row + j] * mask[row * output_row + part + j];
                        }
                    }
                    previous = masked;
                }
                multiply(previous, output_row, 1, continued, weights.recurrent[direction], gates, gate_row,
                         true);
            }
            for (std::size_t row = 0; row < count; ++row) {
                const float* previous_cell =
                    row < continued ? state.cells.data() + (before + row) * output_row + part : nullptr;
                const std::size_t at = (first + row) * output_row + part;
                kernel.lstm_forward(gates + row * gate_row, previous_cell, state.cells.data() + at,
                                    state.outputs.data() + at, hidden);
            }
        }
    }
}

void run_network(const Batch& batch, const Dimensions& d, const Layout& layout, const Weights& weights,
                 Activations& a) {
    const std::size_t rows = batch.rows();
    const float* p = weights.parameters;
    a.lstm.resize(1);  // one is enough where nothing is kept for derivatives
    a.layers.resize(d.layers + 1);
    for (std::size_t layer = 0; layer < d.layers; ++layer) {
        lstm_layer(batch, a.layers[layer].data(), layer == 0 ? d.input() : d.output(), d.hidden,
                   weights.lstm[layer], p + layout.lstm[layer].bias.offset, nullptr, a.lstm[0]);
        Floats& out = a.layers[layer + 1];
        if (layer == 0) {
            std::swap(out, a.lstm[0].outputs);
        } else {
            out.resize(rows * d.output());
            const Floats& around = a.layers[layer];
            for (std::size_t i = 0; i < out.size(); ++i) out[i] = around[i] + a.lstm[0].outputs[i];
        }
    }
    a.tag_hidden.resize(rows * d.tag);
    affine(a.layers[d.tag_layer].data(), d.output(), rows, weights.tag_hidden,
           p + layout.tag_hidden_bias.offset, a.tag_hidden.data(), d.tag);
    leaky_rectify(a.tag_hidden);
    a.tag_scores.resize(rows * d.tag_columns());
    affine(a.tag_hidden.data(), d.tag, rows, weights.tag_output, p + layout.tag_output_bias.offset,
           a.tag_scores.data(), d.tag_columns());

    const std::size_t role_row = 2 * d.arc + 2 * d.relation;
    a.roles.resize(rows * role_row);
    affine(a.layers[d.layers].data(), d.output(), rows, weights.roles, p + layout.roles_bias.offset,
           a.roles.data(), role_row);
    leaky_rectify(a.roles);
    a.arc_queries.resize(rows * d.arc);
    affine(a.roles.data(), role_row, rows, weights.arc, p + layout.arc_bias.offset, a.arc_queries.data(),
           d.arc);
    a.distance_scores.resize(rows * weights.distance.columns);
    multiply(a.arc_queries.data(), d.arc, 1, rows, weights.distance, a.distance_scores.data(),
             weights.distance.columns, false);
}

void score_arcs(const Batch& batch, std::size_t sentence, const Dimensions& d, const Layout& layout,
                const Weights& weights, const Activations& a, ArcScores& scores) {
    const std::size_t length = batch.lengths[sentence];
    const std::size_t role_row = 2 * d.arc + 2 * d.relation;
    const std::size_t kinds = weights.distance.columns;
    scores.queries.resize(length * d.arc);
    scores.heads.resize((length + 1) * d.arc);
    std::copy_n(weights.parameters + layout.root_arc.offset, d.arc, scores.heads.data());
    for (std::size_t i = 0; i < length; ++i) {
        const std::size_t row = batch.row(sentence, i);
        std::copy_n(a.arc_queries.data() + row * d.arc, d.arc, scores.queries.data() + i * d.arc);
        std::copy_n(a.roles.data() + row * role_row + d.arc, d.arc, scores.heads.data() + (i + 1) * d.arc);
    }
    scores.packed.pack(scores.heads.data(), 1, d.arc, d.arc, length + 1);
    scores.columns = scores.packed.columns;
    scores.values.resize(length * scores.columns);
    multiply(scores.queries.data(), d.arc, 1, length, scores.packed, scores.values.data(), scores.columns,
             false);
    for (std::size_t i = 0; i < length; ++i) {
        const float* distances = a.distance_scores.data() + batch.row(sentence, i) * kinds;
        float* values = scores.values.data() + i * scores.columns;
        values[0] += distances[0];
        for (std::size_t j = 0; j < length; ++j) {
            if (j != i) values[j + 1] += distances[distance_kind(i, j)];
        }
    }
}

void score_relations(const float* dependents, const float* heads, std::size_t rows, const Dimensions& d,
                     const Layout& layout, const Weights& weights, Floats& products, Floats& scores) {
    const std::size_t columns = weights.relation_head.columns;
    products.resize(rows * d.relation);
    for (std::size_t i = 0; i < products.size(); ++i) products[i] = dependents[i] * heads[i];
    scores.resize(rows * columns);
    affine(dependents, d.relation, rows, weights.relation_dependent,
           weights.parameters + layout.relation_bias.offset, scores.data(), columns);
    multiply(heads, d.relation, 1, rows, weights.relation_head, scores.data(), columns, true);
    multiply(products.data(), d.relation, 1, rows, weights.relation_product, scores.data(), columns, true);
}

}  // namespace entente::neural
