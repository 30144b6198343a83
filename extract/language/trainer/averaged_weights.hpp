#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace entente::perceptron {

/// Weights of an averaged perceptron (Freund and Schapire 1999; Collins 2002), the average kept lazily.
class AveragedWeights {
 public:
    explicit AveragedWeights(std::size_t slots) : now_(slots), weighted_(slots) {}

    const float* data() const { return now_.data(); }

    void add(std::span<const std::size_t> rows, std::size_t class_number, float amount) {
        for (const std::size_t row : rows) {
            now_[row + class_number] += amount;
            weighted_[row + class_number] += static_cast<float>(step_ * amount);
        }
    }
    /// To be called after each decision.
    void step() { step_ += 1; }

    /// The averages so far.
    std::vector<float> averages() const {
        std::vector<float> result(now_.size());
        for (std::size_t index = 0; index < now_.size(); ++index) {
            result[index] = static_cast<float>(now_[index] - weighted_[index] / step_);
        }
        return result;
    }

 private:
    std::vector<float> now_;
    std::vector<float> weighted_;  // sum of amount * step
    double step_ = 1;
};

/// The weights in 8 bits, all with one factor, so that sums compare as before. The few largest are clipped.
std::vector<std::int8_t> quantised(const std::vector<float>& weights);

}  // namespace entente::perceptron
