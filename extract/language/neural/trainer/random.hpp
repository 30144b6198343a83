#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace entente::neural {

/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers with every standard library.
class Random {
 public:
    /// Streams of different `stream` are independent.
    explicit Random(std::uint64_t seed, std::uint64_t stream = 0)
        : state_(seed * 0x9E3779B97F4A7C15ULL + stream * 0xD1B54A32D192ED03ULL) {
        next();
        next();
    }
    std::uint64_t next() {
        state_ += 0x9E3779B97F4A7C15ULL;
        std::uint64_t z = state_;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }
    /// From 0 included to 1 excluded.
    float uniform() { return static_cast<float>(next() >> 40) * 0x1p-24F; }
    /// From 0 included to `limit` excluded; `limit` is positive.
    std::size_t below(std::size_t limit) { return static_cast<std::size_t>(next() % limit); }

    template <typename T>
    void shuffle(std::vector<T>& items) {
        for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[below(i)]);
    }

 private:
    std::uint64_t state_;
};

}  // namespace entente::neural
