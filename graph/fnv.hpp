#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace entente {

/// FNV-1a, 64 bits (Fowler, Noll and Vo; draft-eastlake-fnv), over fields that cannot run into one another:
/// each is followed by its length. No cryptographic hash: it finds accidents, not attackers.
class Fnv {
 public:
    Fnv& add(std::string_view field);
    Fnv& add(std::uint64_t number);
    Fnv& add(double number);  ///< by its bits

    std::uint64_t value() const { return hash_; }
    /// `prefix` and 16 hex digits.
    std::string id(std::string_view prefix) const;

 private:
    void bytes(std::string_view text);
    std::uint64_t hash_ = 14695981039346656037U;
};

}  // namespace entente
