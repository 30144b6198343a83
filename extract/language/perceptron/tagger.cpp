#include "extract/language/perceptron/tagger.hpp"

namespace entente::perceptron {

std::vector<TagSet> tag_sets(std::span<const Word> words, const FrozenMap& lexicon) {
    std::vector<TagSet> sets;
    sets.reserve(words.size());
    for (const Word& word : words) sets.push_back(lexicon.find(word.lower).value_or(0));
    return sets;
}

void tagger_rows(std::span<const Word> words, std::span<const TagSet> sets, std::size_t at, Tag before,
                 Tag before_that, const RowLayout& layout, std::vector<std::size_t>& rows) {
    static const Word outside{};
    const auto word = [&](std::ptrdiff_t offset) -> const Word& {
        const std::ptrdiff_t index = static_cast<std::ptrdiff_t>(at) + offset;
        return index < 0 || index >= static_cast<std::ptrdiff_t>(words.size())
                   ? outside
                   : words[static_cast<std::size_t>(index)];
    };
    const auto set = [&](std::ptrdiff_t offset) -> std::uint64_t {
        const std::ptrdiff_t index = static_cast<std::ptrdiff_t>(at) + offset;
        return index < 0 || index >= static_cast<std::ptrdiff_t>(words.size())
                   ? 0xFFFFFFFF
                   : sets[static_cast<std::size_t>(index)];
    };
    rows.clear();
    std::uint64_t number = 0;  // of the template
    const auto add = [&](std::uint64_t first, std::uint64_t second = 0, std::uint64_t third = 0) {
        rows.push_back(layout.start(mix(mix(first + number, second), third)));
        number += 0x9E3779B97F4A7C15U;
    };
    const Word& w0 = word(0);
    const Word& left = word(-1);
    const Word& right = word(1);
    const std::uint64_t place = at == 0 ? 1 : 2;
    add(1);
    add(w0.form);
    add(w0.lower);
    add(w0.lower, before);
    for (const std::uint64_t suffix : w0.suffixes) add(suffix);
    for (const std::uint64_t prefix : w0.prefixes) add(prefix);
    add(w0.shape, place);
    add(w0.shape, w0.suffixes[2]);
    add(w0.suffixes[2], before);
    add(w0.suffixes[1], before, before_that);
    add(set(0));
    add(set(0), before);
    add(set(0), set(1));
    add(set(0), before, set(1));
    add(before);
    add(before, before_that);
    add(left.lower);
    add(left.lower, w0.lower);
    add(left.suffixes[2]);
    add(right.lower);
    add(right.lower, w0.lower);
    add(right.suffixes[2]);
    add(right.shape, w0.shape);
    add(set(1), before);
    add(set(1), set(2));
    add(word(-2).lower, before_that);
    add(word(2).lower);
    add(left.lower, right.lower);
    add(w0.shape, left.shape, right.shape);
    add(set(-1), set(0), set(1));
    add(w0.names, place);
    add(w0.names, w0.shape, before);
    add(left.names, w0.names, right.names);
}

}  // namespace entente::perceptron
