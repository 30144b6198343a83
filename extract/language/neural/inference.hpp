#pragma once

#include <cstdint>
#include <vector>

#include "extract/language/neural/network.hpp"

namespace entente::neural {

/// The large matrices with elements of 8 bits.
struct QuantisedWeights {
    struct Lstm {
        QuantisedMatrix input;
        QuantisedMatrix recurrent[2];
    };
    std::vector<Lstm> lstm;
    QuantisedMatrix tag_hidden, tag_output, roles;
};

/// Memory that computing a batch needs; reused from batch to batch.
struct Activations {
    Floats input;       ///< rows x input(): to be filled in
    Floats layer;       ///< rows x output(): a layer's output with what went around it
    Floats tag_scores;  ///< rows x tag_columns()
    Roles roles;
    // only used inside
    Floats gates, cells, outputs, tag_hidden, scales, unit_scales;
    std::vector<std::int8_t> quantised, quantised_outputs;
};

/// Computes tag scores and roles from a.input. Activations are rounded to 8 bits before each large product,
/// so a row is the same in any batch and, but for the rounding of the rest, on any processor.
void run_network(const Batch& batch, const Dimensions& dimensions, const Layout& layout,
                 const QuantisedWeights& weights, const ExactWeights& exact, Activations& a);

}  // namespace entente::neural
