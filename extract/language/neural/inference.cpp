#include "extract/language/neural/inference.hpp"

#include <algorithm>

namespace entente::neural {

namespace {

/// y = x * weights + bias, where x has weights.rows columns.
void quantised_affine(const float* x, std::size_t rows, const QuantisedMatrix& weights, const float* bias,
                      float* y, Activations& a) {
    const Kernels& kernel = kernels();
    a.quantised.resize(std::max(a.quantised.size(), rows * weights.rows));
    a.scales.resize(std::max(a.scales.size(), rows));
    for (std::size_t row = 0; row < rows; ++row) {
        a.scales[row] =
            kernel.quantise(x + row * weights.rows, a.quantised.data() + row * weights.rows, weights.rows);
    }
    kernel.multiply_quantised(a.quantised.data(), a.scales.data(), rows, weights, bias, 0, y,
                              weights.columns);
}

/// Bidirectional LSTM; the result is in a.outputs.
void lstm_layer(const Batch& batch, const float* input, std::size_t hidden,
                const QuantisedWeights::Lstm& weights, const float* bias, Activations& a) {
    const Kernels& kernel = kernels();
    const std::size_t rows = batch.rows();
    const std::size_t gate_row = 8 * hidden;
    const std::size_t output_row = 2 * hidden;
    a.gates.resize(rows * gate_row);
    a.cells.resize(rows * output_row);
    a.outputs.resize(rows * output_row);
    a.quantised_outputs.resize(batch.counts.front() * hidden);
    a.unit_scales.assign(batch.counts.front(), 1.0F / 127.0F);
    quantised_affine(input, rows, weights.input, bias, a.gates.data(), a);
    for (std::size_t direction = 0; direction < 2; ++direction) {
        const std::size_t part = direction * hidden;
        for (std::size_t i = 0; i < batch.steps(); ++i) {
            const auto [first, count, continued, before] = batch.step(direction == 1, i);
            float* gates = a.gates.data() + first * gate_row + 4 * part;
            if (continued > 0) {
                kernel.multiply_quantised(a.quantised_outputs.data(), a.unit_scales.data(), continued,
                                          weights.recurrent[direction], gates, gate_row, gates, gate_row);
            }
            for (std::size_t row = 0; row < count; ++row) {
                const float* previous_cell =
                    row < continued ? a.cells.data() + (before + row) * output_row + part : nullptr;
                const std::size_t at = (first + row) * output_row + part;
                kernel.lstm_forward(gates + row * gate_row, previous_cell, a.cells.data() + at,
                                    a.outputs.data() + at, hidden);
                kernel.quantise_unit(a.outputs.data() + at, a.quantised_outputs.data() + row * hidden,
                                     hidden);
            }
        }
    }
}

}  // namespace

void run_network(const Batch& batch, const Dimensions& d, const Layout& layout,
                 const QuantisedWeights& weights, const ExactWeights& exact, Activations& a) {
    const std::size_t rows = batch.rows();
    for (std::size_t layer = 0; layer < d.layers; ++layer) {
        lstm_layer(batch, layer == 0 ? a.input.data() : a.layer.data(), d.hidden, weights.lstm[layer],
                   exact.values + layout.lstm[layer].bias.offset, a);
        if (layer == 0) {
            std::swap(a.layer, a.outputs);
        } else {
            for (std::size_t i = 0; i < rows * d.output(); ++i) a.layer[i] += a.outputs[i];
        }
        if (layer + 1 == d.tag_layer) {
            a.tag_hidden.resize(rows * d.tag);
            quantised_affine(a.layer.data(), rows, weights.tag_hidden,
                             exact.values + layout.tag_hidden_bias.offset, a.tag_hidden.data(), a);
            leaky_rectify(a.tag_hidden);
            a.tag_scores.resize(rows * d.tag_columns());
            quantised_affine(a.tag_hidden.data(), rows, weights.tag_output,
                             exact.values + layout.tag_output_bias.offset, a.tag_scores.data(), a);
        }
    }
    a.roles.roles.resize(rows * (2 * d.arc + 2 * d.relation));
    quantised_affine(a.layer.data(), rows, weights.roles, exact.values + layout.roles_bias.offset,
                     a.roles.roles.data(), a);
    leaky_rectify(a.roles.roles);
    compute_queries(batch, d, layout, exact, a.roles);
}

}  // namespace entente::neural
