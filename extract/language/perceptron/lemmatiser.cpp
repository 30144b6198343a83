#include "extract/language/perceptron/lemmatiser.hpp"

#include <algorithm>
#include <array>

#include "extract/language/letters.hpp"

namespace entente::perceptron {

namespace {

/// A lemma that shares fewer letters with its form than this is given whole.
constexpr std::size_t shortest_stem = 1;

std::string change_case(std::string_view form, LemmaScript::Case letters) {
    switch (letters) {
        case LemmaScript::Case::lower:
            return lower_case(form);
        case LemmaScript::Case::title:
            return title_case(form);
        case LemmaScript::Case::keep:
        case LemmaScript::Case::whole:
            break;
    }
    return std::string(form);
}

/// Drops `infix` behind the longest separable prefix, else at the beginning; false if it is not there.
bool drop_infix(std::string& form, std::string_view infix, const std::vector<std::string>& prefixes) {
    const auto drops_at = [&](std::size_t at) {
        if (form.size() <= at + infix.size() || form.compare(at, infix.size(), infix) != 0) return false;
        form.erase(at, infix.size());
        return true;
    };
    for (const std::string& prefix : prefixes) {
        if (form.starts_with(prefix) && drops_at(prefix.size())) return true;
    }
    return drops_at(0);
}

/// Bytes that both begin with, whole code points only.
std::size_t common_prefix(std::string_view left, std::string_view right) {
    std::size_t length = 0;
    while (length < left.size() && length < right.size() && left[length] == right[length]) ++length;
    const auto inside = [](std::string_view text, std::size_t at) {
        return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
    };
    while (length > 0 && (inside(left, length) || inside(right, length))) --length;
    return length;
}

}  // namespace

std::string to_line(const LemmaScript& script) {
    return std::string(1, static_cast<char>(script.letters)) + '\t' + script.infix + '\t' + script.ending +
           '\t' + script.added;
}

std::optional<LemmaScript> parse_lemma_script(std::string_view line) {
    std::array<std::string_view, 4> cells;
    for (std::size_t index = 0; index < cells.size(); ++index) {
        const std::size_t tab = line.find('\t');
        if ((tab == std::string_view::npos) != (index + 1 == cells.size())) return std::nullopt;
        cells[index] = line.substr(0, tab);
        line.remove_prefix(std::min(line.size(), cells[index].size() + 1));
    }
    if (cells[0].size() != 1 || std::string_view("KLTW").find(cells[0][0]) == std::string_view::npos) {
        return std::nullopt;
    }
    return LemmaScript{static_cast<LemmaScript::Case>(cells[0][0]), std::string(cells[1]),
                       std::string(cells[2]), std::string(cells[3])};
}

std::optional<std::string> apply(const LemmaScript& script, std::string_view form,
                                 const std::vector<std::string>& prefixes) {
    if (script.letters == LemmaScript::Case::whole) return script.added;
    std::string lemma = change_case(form, script.letters);
    if (!script.infix.empty() && !drop_infix(lemma, script.infix, prefixes)) return std::nullopt;
    if (!lemma.ends_with(script.ending)) return std::nullopt;
    lemma.resize(lemma.size() - script.ending.size());
    lemma += script.added;
    if (lemma.empty()) return std::nullopt;
    return lemma;
}

LemmaScript find_script(std::string_view form, std::string_view lemma,
                        const std::vector<std::string>& infixes, const std::vector<std::string>& prefixes) {
    LemmaScript best{LemmaScript::Case::whole, "", "", std::string(lemma)};
    std::size_t best_cost = form.size() + lemma.size() + 1;
    for (const LemmaScript::Case letters :
         {LemmaScript::Case::keep, LemmaScript::Case::lower, LemmaScript::Case::title}) {
        const std::string cased = change_case(form, letters);
        const auto consider = [&](const std::string& text, const std::string& infix) {
            const std::size_t common = common_prefix(text, lemma);
            if (common < shortest_stem) return;
            const std::size_t cost = text.size() + lemma.size() - 2 * common + (infix.empty() ? 0 : 1);
            if (cost >= best_cost) return;
            best_cost = cost;
            best = {letters, infix, text.substr(common), std::string(lemma.substr(common))};
        };
        consider(cased, "");
        for (const std::string& infix : infixes) {
            std::string dropped = cased;
            if (drop_infix(dropped, infix, prefixes)) consider(dropped, infix);
        }
    }
    return best;
}

void lemma_rows(const Word& word, Tag tag, const RowLayout& layout, std::vector<std::size_t>& rows) {
    rows.clear();
    std::uint64_t number = 0x51ED270B;
    const auto add = [&](std::uint64_t first, std::uint64_t second, std::uint64_t third = 0) {
        rows.push_back(layout.start(mix(mix(first + number, second), third)));
        number += 0x9E3779B97F4A7C15U;
    };
    const std::uint64_t letters = word.all_capitals ? 2 : word.capital ? 1 : 0;
    add(1, tag, letters);
    add(word.lower, tag, letters);
    add(word.lower, 0);
    for (const std::uint64_t suffix : word.suffixes) add(suffix, tag, letters);
    for (const std::uint64_t suffix : word.suffixes) add(suffix, letters);
    for (const std::uint64_t prefix : word.prefixes) add(prefix, tag);
    for (const std::uint64_t prefix : word.prefixes) add(prefix, word.suffixes[1], tag);
    add(word.shape, tag);
}

}  // namespace entente::perceptron
