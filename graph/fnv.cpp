#include "graph/fnv.hpp"

#include <bit>

namespace entente {

void Fnv::bytes(std::string_view text) {
    for (const char c : text) {
        hash_ = (hash_ ^ static_cast<unsigned char>(c)) * 1099511628211U;
    }
}

Fnv& Fnv::add(std::string_view field) {
    bytes(field);
    return add(std::uint64_t{field.size()});
}

Fnv& Fnv::add(std::uint64_t number) {
    for (int shift = 0; shift < 64; shift += 8) {
        hash_ = (hash_ ^ ((number >> shift) & 0xFFU)) * 1099511628211U;
    }
    return *this;
}

Fnv& Fnv::add(double number) { return add(std::bit_cast<std::uint64_t>(number == 0.0 ? 0.0 : number)); }

std::string Fnv::id(std::string_view prefix) const {
    std::string out{prefix};
    for (int shift = 60; shift >= 0; shift -= 4) {
        out += "0123456789abcdef"[(hash_ >> shift) & 0xFU];
    }
    return out;
}

}  // namespace entente
