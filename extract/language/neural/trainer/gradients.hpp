#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "extract/language/neural/network.hpp"
#include "extract/language/neural/trainer/float_lstm.hpp"
#include "extract/language/neural/trainer/random.hpp"
#include "extract/language/neural/trainer/training_data.hpp"

namespace entente::neural {

/// Shares of what is dropped in training (Srivastava et al. 2014). Masks of LSTM layers are the same at every
/// step of a sentence (Gal & Ghahramani 2016).
struct Dropout {
    float unknown =
        0.25F;  ///< a word seen n times becomes the unknown word in unknown / (unknown + n) of cases
    float input = 0.35F;
    float layer = 0.36F;
    float recurrent = 0.22F;
    float hidden = 0.36F;  ///< in the layers between LSTM and scores
};

/// Weights of the parts of the loss.
struct LossWeights {
    float upos = 1.0F;
    float features = 0.5F;
    float script = 0.5F;
    float arc = 1.0F;
    float relation = 1.0F;
};

/// A table of vectors, trained row by row.
struct VectorTable {
    std::size_t columns = 0;
    Floats values;
    Floats gradient;
    std::vector<std::uint32_t> touched;  ///< rows with a gradient, by first touch
    std::vector<bool> is_touched;

    void resize(std::size_t rows, std::size_t column_count);
    std::size_t rows() const { return columns == 0 ? 0 : values.size() / columns; }
    void add_gradient(std::uint32_t row, const float* gradient_row, float factor);
};

/// Sentences may be annotated in up to this many styles.
constexpr std::size_t style_count = 4;

/// All that is learned, and the gradient of the last batch.
struct Parameters {
    Parameters(const Dimensions& dimensions, const Vocabulary& vocabulary, std::uint64_t seed);

    Dimensions dimensions;
    Layout layout;
    Floats dense;
    Floats dense_gradient;
    VectorTable words;
    VectorTable grams;
    /// Added to the input of sentences in another style than the model's own (treebank vectors, Stymne et al.
    /// 2018). Not part of the model.
    VectorTable styles;
};

/// Parameters of a model that follows a style between its own (`share` 0) and style number `style`: the share
/// of the style's vector is added to the vectors of all words and of all n-grams. The sum of the n-grams of a
/// word is divided by the root of their number n, so that their part of the style counts √n times.
Parameters leaning(Parameters parameters, std::size_t style, float share);

/// Computes losses and their derivatives by back-propagation.
class GradientComputer {
 public:
    explicit GradientComputer(const Dimensions& dimensions) : dimensions_(dimensions), layout_(dimensions) {}

    /// The mean loss per token of `sentences` (indices into data.sentences), and its gradient in
    /// `parameters`, whose old gradient must be zero. What is dropped depends on `random` only.
    double run(const TrainingData& data, std::span<const std::uint32_t> sentences, const Dropout& dropout,
               const LossWeights& loss_weights, Random random, Parameters& parameters);

 private:
    struct LayerMasks {
        Floats outputs;    ///< sentences x output
        Floats recurrent;  ///< sentences x output
    };

    void embed(const TrainingData& data, const Dropout& dropout, Random& random,
               const Parameters& parameters);
    void forward(const Batch& batch, const Dropout& dropout, Random& random);
    double tag_loss(const Batch& batch, const LossWeights& loss_weights);
    double tree_loss(const Batch& batch, const LossWeights& loss_weights);
    void backward(const Batch& batch, Parameters& parameters);
    void layer_backward(const Batch& batch, std::size_t layer, Parameters& parameters);
    void embed_backward(const TrainingData& data, Parameters& parameters);

    /// gradient (+)= xᵀ * dy for the tensor `weight`, and the column sums of dy for `bias`.
    void weight_gradient(const float* x, std::size_t x_row, const float* dy, std::size_t dy_row,
                         std::size_t rows, const Tensor& weight, const Tensor* bias);
    /// dx (+)= dy * weightᵀ.
    void input_gradient(const float* dy, std::size_t dy_row, std::size_t rows, const Tensor& weight,
                        float* dx, std::size_t dx_row, bool add);

    Dimensions dimensions_;
    Layout layout_;
    FloatWeights weights_;
    ExactWeights exact_;
    const float* values_ = nullptr;
    float* gradient_ = nullptr;
    std::vector<const TrainingToken*> tokens_;  ///< per row of the batch
    std::vector<std::uint8_t> styles_;          ///< per row
    std::vector<std::uint32_t> word_rows_;      ///< per row: the word that was used
    std::vector<LstmState> lstm_;
    std::vector<Floats> layers_;
    std::vector<Floats> layer_gradients_;
    std::vector<LayerMasks> masks_;
    Floats input_mask_, tag_mask_, role_mask_;
    Roles roles_;
    Floats tag_hidden_, tag_scores_;
    Floats tag_gradient_, role_gradient_, query_gradient_, distance_gradient_;
    PackedMatrix packed_;
};

}  // namespace entente::neural
