#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "extract/language/neural/kernels.hpp"

namespace entente::neural {

/// Sizes of a network. All but the class counts are multiples of 16.
struct Dimensions {
    std::uint32_t word = 128;      ///< of a word's own vector
    std::uint32_t gram = 160;      ///< of the mean vector of its character n-grams
    std::uint32_t hidden = 160;    ///< of one direction of an LSTM layer
    std::uint32_t layers = 3;      ///< LSTM layers
    std::uint32_t tag_layer = 2;   ///< tags and lemmas are read off this layer's output, counted from 1
    std::uint32_t tag = 128;       ///< of the layer between it and the tags
    std::uint32_t arc = 128;       ///< of a token as dependent or head in arc scores
    std::uint32_t relation = 128;  ///< of a token as dependent or head in relation scores
    std::uint32_t features = 0;    ///< classes of feature strings
    std::uint32_t scripts = 0;     ///< classes of lemma scripts
    std::uint32_t relations = 0;   ///< classes of dependency relations
    bool operator==(const Dimensions&) const = default;

    std::size_t input() const { return word + gram; }
    std::size_t output() const { return 2 * std::size_t{hidden}; }
    /// Columns of the tag scores: universal tags, then feature strings, then scripts, each padded.
    std::size_t tag_columns() const;
    std::size_t feature_column() const;
    std::size_t script_column() const;
};

constexpr std::size_t tag_count = 17;
/// Kinds of signed distance between dependent and head: root, then 10 to the left and 10 to the right.
constexpr std::size_t distance_count = 21;

/// The kind of the arc from token `dependent` to token `head`, both counted from 0.
std::size_t distance_kind(std::size_t dependent, std::size_t head);

/// A matrix or vector among a network's dense parameters.
struct Tensor {
    std::string name;
    std::size_t rows = 0;
    std::size_t columns = 0;
    std::size_t offset = 0;  ///< in floats
    std::size_t size() const { return rows * columns; }
};

/// Where each dense parameter is in one array of floats. The large matrices, which a model file has with 8
/// bits, come last.
struct Layout {
    explicit Layout(const Dimensions& dimensions);

    struct Lstm {
        Tensor bias;          ///< 8 hidden
        Tensor input;         ///< in x 8 hidden: forward gates, then backward gates
        Tensor recurrent[2];  ///< hidden x 4 hidden, forward and backward
    };
    std::vector<Lstm> lstm;
    Tensor tag_hidden, tag_hidden_bias, tag_output, tag_output_bias;
    Tensor roles, roles_bias;        ///< output() x (2 arc + 2 relation): dependents and heads
    Tensor root_arc, root_relation;  ///< the root as head
    Tensor arc, arc_bias;            ///< arc x arc
    Tensor distance;                 ///< arc x distance_count
    Tensor relation_dependent, relation_head, relation_product, relation_bias;
    std::size_t exact_size = 0;  ///< floats before the large matrices
    std::size_t size = 0;        ///< all floats

    /// The tensors before the large matrices, in order of offset.
    std::vector<const Tensor*> exact() const;
    /// The large matrices, in order of offset.
    std::vector<const Tensor*> large() const;
};

/// The small matrices, which are used as floats, in the form that products need.
struct ExactWeights {
    PackedMatrix arc, distance;
    PackedMatrix relation_dependent, relation_head, relation_product;
    const float* values = nullptr;  ///< the Layout's array, at least the exact part

    /// `values` must outlive this.
    void pack(const Layout& layout, const float* values);
};

/// Sentences computed together, longest first. Rows are ordered by position in the sentence, then by
/// sentence, so that one step of all sentences is one block of rows.
struct Batch {
    /// `lengths` falls, every length is at least 1.
    explicit Batch(std::vector<std::size_t> lengths);

    std::vector<std::size_t> lengths;
    std::vector<std::size_t> offsets;  ///< first row of each step, and the number of rows at the end
    std::vector<std::size_t> counts;   ///< sentences that have this step

    std::size_t steps() const { return counts.size(); }
    std::size_t rows() const { return offsets.back(); }
    std::size_t row(std::size_t sentence, std::size_t position) const { return offsets[position] + sentence; }

    /// One step of an LSTM that reads all sentences.
    struct Step {
        std::size_t first;      ///< row of the longest sentence
        std::size_t count;      ///< sentences that have this step
        std::size_t continued;  ///< of these, the sentences that had a step before, seen in this direction
        std::size_t before;     ///< first row of that step
    };
    /// The `i`-th step forward, or backward from the end.
    Step step(bool backward, std::size_t i) const;
};

/// y = x * weights + bias; rows of y have weights.columns floats.
void affine(const float* x, std::size_t x_row, std::size_t rows, const PackedMatrix& weights,
            const float* bias, float* y, std::size_t y_row);

/// max(x, x / 10) in place.
void leaky_rectify(std::span<float> values);

/// What is known of a batch's tokens before whole sentences are looked at.
struct Roles {
    Floats roles;            ///< rows x (2 arc + 2 relation)
    Floats queries;          ///< rows x arc
    Floats distance_scores;  ///< rows x padded(distance_count)
};

/// Computes queries and distance scores from roles.roles.
void compute_queries(const Batch& batch, const Dimensions& dimensions, const Layout& layout,
                     const ExactWeights& weights, Roles& roles);

/// Scores of the heads of one sentence: row d is the dependent d, column 0 the root, column h + 1 token h.
struct ArcScores {
    std::size_t columns = 0;  ///< padded
    Floats values;
    // memory
    Floats queries, heads;
    PackedMatrix packed;
};

/// Gathers one sentence of the batch and scores its arcs.
void score_arcs(const Batch& batch, std::size_t sentence, const Dimensions& dimensions, const Layout& layout,
                const ExactWeights& weights, const Roles& roles, ArcScores& scores);

/// Relation scores (rows x padded(relations)) of `rows` dependents with their heads (both rows x relation).
/// `products` is memory for rows x relation.
void score_relations(const float* dependents, const float* heads, std::size_t rows,
                     const Dimensions& dimensions, const Layout& layout, const ExactWeights& weights,
                     Floats& products, Floats& scores);

}  // namespace entente::neural
