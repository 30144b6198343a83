#include "extract/language/neural/features.hpp"

#include <algorithm>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace entente::neural {

namespace {

constexpr std::size_t kept_at_each_end = 20;
constexpr std::size_t longest_beginning = 5;
constexpr std::size_t longest_end = 6;

char32_t shape_of(char32_t c) {
    const auto point = static_cast<UChar32>(c);
    if (u_isdigit(point)) return U'0';
    if (u_isupper(point) || u_istitle(point)) return U'X';
    if (u_isalpha(point)) return U'x';
    return c < 128 ? c : U'.';
}

}  // namespace

std::u32string code_points(std::string_view text) {
    std::u32string result;
    result.reserve(text.size());
    const auto size = static_cast<std::int32_t>(std::min<std::size_t>(text.size(), 0x7FFFFFFF));
    for (std::int32_t i = 0; i < size;) {
        UChar32 c = 0;
        U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(text.data()), i, size, c);
        result.push_back(static_cast<char32_t>(c));
    }
    return result;
}

std::string utf8(std::u32string_view text) {
    std::string result;
    result.reserve(text.size());
    for (const char32_t c : text) {
        std::uint8_t bytes[4];
        std::int32_t length = 0;
        U8_APPEND_UNSAFE(bytes, length, static_cast<UChar32>(c));
        result.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
    }
    return result;
}

std::u32string lower_case(std::u32string_view text) {
    std::u32string result(text);
    for (char32_t& c : result) {
        c = c < 128 ? (c >= U'A' && c <= U'Z' ? c + 32 : c)
                    : static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
    }
    return result;
}

void word_keys(std::string_view form, WordKeys& keys) {
    keys.grams.clear();
    std::u32string text = code_points(form);
    KeyHash shape(KeyKind::shape);
    char32_t last = 0;
    std::size_t run = 0;
    for (const char32_t c : text) {
        const char32_t kind = shape_of(c);
        run = kind == last ? run + 1 : 0;
        if (run < 2) shape.add(kind);
        last = kind;
    }
    keys.grams.push_back(shape.key());

    KeyHash word(KeyKind::word);
    text = lower_case(text);
    for (char32_t& c : text) {
        if (c >= U'0' && c <= U'9') c = U'0';
        word.add(c);
    }
    keys.word = word.key();

    if (text.size() > 2 * kept_at_each_end) {
        text.erase(kept_at_each_end, text.size() - 2 * kept_at_each_end);
    }
    KeyHash beginning(KeyKind::beginning);
    for (std::size_t i = 0; i < std::min(longest_beginning, text.size()); ++i) {
        beginning.add(text[i]);
        keys.grams.push_back(beginning.key());
    }
    KeyHash end(KeyKind::end);
    for (std::size_t i = 0; i < std::min(longest_end, text.size()); ++i) {
        end.add(text[text.size() - 1 - i]);
        keys.grams.push_back(end.key());
    }
    for (std::size_t i = 0; i + 3 <= text.size(); ++i) {
        KeyHash inner(KeyKind::inner);
        for (std::size_t j = i; j < i + 3; ++j) inner.add(text[j]);
        keys.grams.push_back(inner.key());
        if (i + 4 > text.size()) continue;
        inner.add(text[i + 3]);
        keys.grams.push_back(inner.key());
    }
}

void add_class_keys(WordClasses classes, WordKeys& keys) {
    KeyHash met(KeyKind::word_class);
    met.add(classes);
    keys.grams.push_back(met.key());
    KeyHash kind(KeyKind::word_kind);
    kind.add(kinds_of(classes));
    keys.grams.push_back(kind.key());
}

std::uint64_t lemma_key(std::string_view form, unsigned upos) {
    KeyHash hash(KeyKind::lemma);
    hash.add(upos);
    for (const char c : form) hash.add(static_cast<unsigned char>(c));
    return hash.key();
}

std::vector<TableEntry> build_table(std::span<const std::uint64_t> keys,
                                    std::span<const std::uint32_t> values) {
    std::size_t size = 2;
    while (size < 2 * keys.size()) size *= 2;
    std::vector<TableEntry> table(size);
    for (std::size_t i = 0; i < keys.size(); ++i) {
        std::size_t at = keys[i] & (size - 1);
        while (table[at].value != TableEntry::empty) at = (at + 1) & (size - 1);
        table[at] = {static_cast<std::uint32_t>(keys[i] >> 32),
                     values.empty() ? static_cast<std::uint32_t>(i) : values[i]};
    }
    return table;
}

std::uint32_t find(std::span<const TableEntry> table, std::uint64_t key) {
    if (table.empty()) return TableEntry::empty;
    const auto check = static_cast<std::uint32_t>(key >> 32);
    std::size_t at = key & (table.size() - 1);
    while (table[at].value != TableEntry::empty && table[at].check != check)
        at = (at + 1) & (table.size() - 1);
    return table[at].value;
}

}  // namespace entente::neural
