#pragma once

#include "extract/language/neural/network.hpp"

namespace entente::neural {

/// The large matrices as floats, in the form that products need.
struct FloatWeights {
    struct Lstm {
        PackedMatrix input;
        PackedMatrix recurrent[2];
    };
    std::vector<Lstm> lstm;
    PackedMatrix tag_hidden, tag_output, roles;

    void pack(const Layout& layout, const float* values);
};

/// What one LSTM layer computed.
struct LstmState {
    Floats gates;     ///< rows x 8 hidden
    Floats cells;     ///< rows x 2 hidden
    Floats outputs;   ///< rows x 2 hidden
    Floats previous;  ///< rows x 2 hidden: the outputs that went into each step, with dropout
};

/// Bidirectional LSTM over `input` (rows x `width`). `mask` (sentences x 2 hidden) is multiplied into what a
/// step gets of the step before.
void lstm_layer(const Batch& batch, const float* input, std::size_t width, std::size_t hidden,
                const FloatWeights::Lstm& weights, const float* bias, const float* mask, LstmState& state);

}  // namespace entente::neural
