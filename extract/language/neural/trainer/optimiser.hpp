#pragma once

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <vector>

#include "extract/language/neural/trainer/gradients.hpp"

namespace entente::neural {

struct OptimiserOptions {
    float beta1 = 0.9F;
    float beta2 = 0.98F;
    float epsilon = 1e-8F;
    float largest_norm = 3.0F;     ///< longer gradients are cut to this length
    float average_decay = 0.998F;  ///< of the running average of the parameters
};

/// Adam (Kingma & Ba 2015), for vector tables only on the rows that a batch touched, and a running average of
/// all parameters (Polyak & Juditsky 1992), which is the model that is kept.
class Optimiser {
 public:
    Optimiser(const Parameters& parameters, const OptimiserOptions& options);

    /// Applies the gradient in `parameters` with the given learning rate and makes it zero again. Returns its
    /// norm.
    double step(Parameters& parameters, float rate);

    /// `parameters` with their running averages as values.
    Parameters averaged(const Parameters& parameters) const;

    std::uint64_t steps() const { return steps_; }

    void save(std::ostream& out) const;
    void load(std::istream& in);

 private:
    struct Moments {
        Floats mean, variance, average;
        void start(const Floats& values);
    };
    struct RowMoments : Moments {
        std::vector<std::uint64_t> averaged_at;  ///< per row: step up to which the average is right
    };
    void step_rows(VectorTable& table, RowMoments& moments, float scale, float rate);
    void catch_up(const VectorTable& table, RowMoments& moments, std::size_t row, std::uint64_t step) const;

    static void write_moments(std::ostream& out, const Moments& moments);
    static void read_moments(std::istream& in, Moments& moments);

    OptimiserOptions options_;
    std::uint64_t steps_ = 0;
    Moments dense_;
    RowMoments words_, grams_, styles_;
};

/// Raw arrays in a checkpoint.
void write_floats(std::ostream& out, const Floats& values);
void read_floats(std::istream& in, Floats& values);

}  // namespace entente::neural
