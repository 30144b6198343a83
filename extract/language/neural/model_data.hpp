#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "extract/language/model_file.hpp"
#include "extract/language/neural/features.hpp"
#include "extract/language/neural/inference.hpp"

namespace entente::neural {

/// The first eight bytes of a file with a model of this room; the last one is its version.
constexpr std::string_view model_magic = "ENTNEUR1";

/// Vectors of 8 bits with one factor per row.
struct QuantisedTable {
    std::span<const std::int8_t> values;
    std::span<const float> scales;  ///< one per row
    std::size_t columns = 0;
};

/// A model file, checked and taken apart. Views are into `file`. Sections, beside the container's "meta"
/// (with `particles_in_front` 0 or 1):
///
///     dimensions                     the u32 members of Dimensions, in order
///     features, relations, scripts   names, each followed by a line break
///     words, grams, lemmas           TableEntry: hash to row of the vectors (a word's is one less: row 0 is
///     the
///                                    unknown word), or to a place in lemma_choices
///     lemma_choices                  u32: for each entry of lemmas the number of scripts that its form and
///     tag
///                                    were seen with, and these scripts, the most frequent first
///     classes                        TableEntry: word to its WordClasses; only where the model knows them
///     endings                        TableEntry: ending (see lemma_guess.hpp) to a place in ending_counts
///     ending_counts                  u32: for each ending a total, a number of scripts, and these with their
///     counts known_lemmas                   TableEntry: lemma and tag to anything word_vectors, gram_vectors
///     i8, row after row; word_scales, gram_scales: f32, one per row dense                          f16: the
///     tensors of Layout::exact() large                          i8: the matrices of Layout::large(), packed
///     as QuantisedMatrix wants them large_scales, large_sums       f32 and i32, one per column checksum u64
///     over all other sections but meta
struct ModelData {
    /// Throws ModelError if anything is missing or does not fit together.
    explicit ModelData(ModelFile model_file);

    ModelFile file;
    Dimensions dimensions;
    Layout layout;
    std::vector<std::string_view> features, relations, scripts;
    std::span<const TableEntry> words, grams, lemmas;
    std::span<const TableEntry> classes;  ///< empty if the model knows none
    std::span<const std::uint32_t> lemma_choices;
    std::span<const TableEntry> endings, known_lemmas;
    std::span<const std::uint32_t> ending_counts;
    QuantisedTable word_vectors, gram_vectors;
    Floats dense;
    ExactWeights exact;
    QuantisedWeights weights;
    bool particles_in_front = false;
    std::size_t root_relation = 0;  ///< number of `root` among the relations

 private:
    void read_lemmas();
    void read_large();
};

/// What the checksum section holds: a sum over the sections of `file` that the model uses.
std::uint64_t checksum(const ModelFile& file);

}  // namespace entente::neural
