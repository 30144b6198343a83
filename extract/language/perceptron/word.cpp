#include "extract/language/perceptron/word.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "extract/language/letters.hpp"
#include "extract/language/perceptron/weights.hpp"

namespace entente::perceptron {

std::uint64_t gazetteer_key(std::string_view form) { return hash_bytes(form); }

Word read_word(std::string_view form, const FrozenMap& gazetteer) {
    Word word;
    word.names = gazetteer.find(gazetteer_key(form)).value_or(0);
    std::string written;
    std::string shape;
    std::size_t letters = 0;
    std::size_t capitals = 0;
    for_each_code_point(form, [&](char32_t value, std::size_t begin, std::size_t end) {
        char kind = 'o';
        if (is_upper_case(value)) {
            kind = 'X';
            ++capitals;
            ++letters;
            if (begin == 0) word.capital = true;
        } else if (is_letter(value)) {
            kind = 'x';
            ++letters;
        } else if (is_digit(value)) {
            kind = '0';
        } else if (value < 0x80) {
            kind = static_cast<char>(value);
        }
        if (shape.size() < 2 || shape[shape.size() - 1] != kind || shape[shape.size() - 2] != kind)
            shape += kind;
        if (kind == '0') {
            written += '0';
        } else {
            written.append(form.substr(begin, end - begin));
        }
    });
    word.all_capitals = capitals >= 2 && capitals == letters;
    word.form = hash_bytes(written);
    word.shape = hash_bytes(shape);
    const std::string lower = lower_case(written);
    word.lower = hash_bytes(lower);
    std::size_t at = 0;
    for (std::uint64_t& prefix : word.prefixes) {
        if (at < lower.size()) at = code_point_at(lower, at).end;
        prefix = hash_bytes(std::string_view(lower).substr(0, at));
    }
    at = lower.size();
    for (std::uint64_t& suffix : word.suffixes) {
        if (at > 0) at = code_point_before(lower, at).end;
        suffix = hash_bytes(std::string_view(lower).substr(at));
    }
    return word;
}

}  // namespace entente::perceptron
