#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "extract/language/neural/trainer/gradients.hpp"
#include "extract/language/neural/trainer/optimiser.hpp"

namespace entente::neural {

struct TrainingOptions {
    Dimensions dimensions;
    Dropout dropout;
    LossWeights loss_weights;
    OptimiserOptions optimiser;
    float rate =
        0.002F;  ///< largest learning rate; rises over `warm_up` steps, then falls along half a cosine
    std::size_t warm_up = 400;
    std::size_t epochs = 24;
    std::size_t batch_tokens = 800;
    std::uint64_t seed = 1;
};

/// What is told after an epoch.
struct EpochReport {
    std::size_t epoch = 0;  ///< counted from 1
    double loss = 0;        ///< mean per token
    double seconds = 0;
};

/// Trains on `data`. `weights` (one per sentence) say how often a sentence comes in each epoch on average.
/// After each epoch, `checkpoint` (if not empty) takes the state of training, from which a later call goes
/// on, and `report` gets the running average; also once where the checkpoint is that of a finished training.
/// One thread; the same data, options and processor kind give the same numbers. Throws std::runtime_error if
/// a checkpoint cannot be read or written.
void train(const TrainingData& data, const std::vector<float>& weights, TrainingOptions options,
           const std::filesystem::path& checkpoint,
           const std::function<void(const EpochReport&, const Parameters&)>& report);

}  // namespace entente::neural
