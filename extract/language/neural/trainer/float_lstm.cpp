#include "extract/language/neural/trainer/float_lstm.hpp"

namespace entente::neural {

void FloatWeights::pack(const Layout& layout, const float* values) {
    const auto pack_tensor = [values](const Tensor& tensor, PackedMatrix& matrix) {
        matrix.pack(values + tensor.offset, tensor.columns, 1, tensor.rows, tensor.columns);
    };
    lstm.resize(layout.lstm.size());
    for (std::size_t i = 0; i < lstm.size(); ++i) {
        pack_tensor(layout.lstm[i].input, lstm[i].input);
        pack_tensor(layout.lstm[i].recurrent[0], lstm[i].recurrent[0]);
        pack_tensor(layout.lstm[i].recurrent[1], lstm[i].recurrent[1]);
    }
    pack_tensor(layout.tag_hidden, tag_hidden);
    pack_tensor(layout.tag_output, tag_output);
    pack_tensor(layout.roles, roles);
}

void lstm_layer(const Batch& batch, const float* input, std::size_t width, std::size_t hidden,
                const FloatWeights::Lstm& weights, const float* bias, const float* mask, LstmState& state) {
    const Kernels& kernel = kernels();
    const std::size_t rows = batch.rows();
    const std::size_t gate_row = 8 * hidden;
    const std::size_t output_row = 2 * hidden;
    state.gates.resize(rows * gate_row);
    state.cells.resize(rows * output_row);
    state.outputs.resize(rows * output_row);
    state.previous.assign(rows * output_row, 0.0F);
    affine(input, width, rows, weights.input, bias, state.gates.data(), gate_row);

    for (std::size_t direction = 0; direction < 2; ++direction) {
        const std::size_t part = direction * hidden;
        for (std::size_t i = 0; i < batch.steps(); ++i) {
            const auto [first, count, continued, before] = batch.step(direction == 1, i);
            float* gates = state.gates.data() + first * gate_row + 4 * part;
            if (continued > 0) {
                const float* previous = state.outputs.data() + before * output_row + part;
                float* masked = state.previous.data() + first * output_row + part;
                for (std::size_t row = 0; row < continued; ++row) {
                    for (std::size_t j = 0; j < hidden; ++j) {
                        masked[row * output_row + j] =
                            previous[row * output_row + j] * mask[row * output_row + part + j];
                    }
                }
                multiply(masked, output_row, 1, continued, weights.recurrent[direction], gates, gate_row,
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

}  // namespace entente::neural
