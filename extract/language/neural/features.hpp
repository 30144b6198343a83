#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/language/neural/word_classes.hpp"

namespace entente::neural {

/// What a key stands for; keys of different kinds differ.
enum class KeyKind : std::uint64_t {
    word = 1,
    shape,
    beginning,
    end,
    inner,
    lemma,
    ending,
    known_lemma,
    word_class,
    word_kind
};

/// Makes a 64-bit key of a kind and a row of numbers (FNV-1a over whole numbers, mixed as in SplitMix64).
class KeyHash {
 public:
    explicit constexpr KeyHash(KeyKind kind)
        : state_(0xcbf29ce484222325ULL + static_cast<std::uint64_t>(kind) * 0x9E3779B97F4A7C15ULL) {}
    constexpr void add(std::uint64_t value) { state_ = (state_ ^ value) * 0x100000001b3ULL; }
    /// The key of what was added so far; more may be added.
    constexpr std::uint64_t key() const {
        std::uint64_t hash = state_;
        hash = (hash ^ (hash >> 30)) * 0xbf58476d1ce4e5b9ULL;
        hash = (hash ^ (hash >> 27)) * 0x94d049bb133111ebULL;
        return hash ^ (hash >> 31);
    }

 private:
    std::uint64_t state_;
};

/// What the network sees of a form, as 64-bit hashes.
struct WordKeys {
    std::uint64_t word = 0;  ///< the lower-cased form, digits as 0
    std::vector<std::uint64_t>
        grams;  ///< its shape, beginnings, ends, and inner 3- and 4-grams of code points
};

/// The code points of `text`; bytes that are no UTF-8 become U+FFFD.
std::u32string code_points(std::string_view text);
std::string utf8(std::u32string_view text);
/// Code point by code point (Unicode simple case mapping).
std::u32string lower_case(std::u32string_view text);

/// Fills `keys` for `form`; of long forms only the first 20 and last 20 code points count.
void word_keys(std::string_view form, WordKeys& keys);

/// Adds two n-grams that stand for a form's classes, one with what was met in texts and one without.
void add_class_keys(WordClasses classes, WordKeys& keys);

/// Key of a dictionary entry: the form as written and its universal tag.
std::uint64_t lemma_key(std::string_view form, unsigned upos);

/// From 64-bit keys to numbers: open addressing, half full, with 32 bits of the key as check (two keys are
/// taken for one another once in about 2^32 / table load look-ups of unknown keys).
struct TableEntry {
    std::uint32_t check = 0;
    std::uint32_t value = empty;
    static constexpr std::uint32_t empty = 0xFFFFFFFF;
};

/// The entries of a table with the given keys; key i has value i, or values[i] where `values` is not empty.
std::vector<TableEntry> build_table(std::span<const std::uint64_t> keys,
                                    std::span<const std::uint32_t> values = {});

/// The value of `key`, TableEntry::empty if it has none. The size of `table` is a power of two or zero, with
/// a free entry.
std::uint32_t find(std::span<const TableEntry> table, std::uint64_t key);

}  // namespace entente::neural
