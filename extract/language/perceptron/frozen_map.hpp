#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <vector>

namespace entente::perceptron {

/// A read-only hash table in an array of a model file: open addressing, linear probing. A key is a 64-bit
/// hash, of which 40 bits are kept; a value has 24 bits, not all of them set (such an entry is empty).
class FrozenMap {
 public:
    static constexpr std::uint64_t empty = 0xFFFFFF;

    FrozenMap() = default;
    /// `entries`: a power of two of them, else the map holds nothing. Must outlive the map.
    explicit FrozenMap(std::span<const std::uint64_t> entries) {
        if (!entries.empty() && (entries.size() & (entries.size() - 1)) == 0) entries_ = entries;
    }

    std::optional<std::uint32_t> find(std::uint64_t key) const {
        if (entries_.empty()) return std::nullopt;
        const std::size_t mask = entries_.size() - 1;
        for (std::size_t probe = 0; probe < entries_.size(); ++probe) {
            const std::uint64_t entry = entries_[(key + probe) & mask];
            if ((entry & empty) == empty) return std::nullopt;
            if ((entry >> 24) == (key >> 24)) return static_cast<std::uint32_t>(entry & empty);
        }
        return std::nullopt;
    }

    /// The array for these keys and values (less than `empty`), a third to two thirds of it full.
    static std::vector<std::uint64_t> freeze(const std::map<std::uint64_t, std::uint32_t>& values) {
        std::size_t capacity = 16;
        while (capacity * 2 < values.size() * 3) capacity *= 2;
        std::vector<std::uint64_t> entries(capacity, empty);
        for (const auto& [key, value] : values) {
            std::size_t at = key & (capacity - 1);
            while ((entries[at] & empty) != empty) at = (at + 1) & (capacity - 1);
            entries[at] = (key >> 24 << 24) | value;
        }
        return entries;
    }

 private:
    std::span<const std::uint64_t> entries_;
};

}  // namespace entente::perceptron
