#include "extract/actors/detail/words.hpp"

#include <algorithm>
#include <array>

#include "extract/language/letters.hpp"

namespace entente::detail {

namespace {

/// Latin letters U+00C0 to U+017F without their diacritics; '?' marks what is no letter there.
constexpr std::string_view latin_base =
    "aaaaaaaceeeeiiii"   // C0
    "dnooooo?ouuuuyts"   // D0
    "aaaaaaaceeeeiiii"   // E0
    "dnooooo?ouuuuyty"   // F0
    "aaaaaaccccccccdd"   // 100
    "ddeeeeeeeeeegggg"   // 110
    "gggghhhhiiiiiiii"   // 120
    "iiiijjkkklllllll"   // 130
    "lllnnnnnnnnnoooo"   // 140
    "oooorrrrrrssssss"   // 150
    "ssttttttuuuuuuuu"   // 160
    "uuuuwwyyyzzzzzzs";  // 170

bool upper_latin(char32_t c) {
    if (c >= 0xC0 && c <= 0xDE) return c != 0xD7;
    if (c < 0x100 || c > 0x17F) return false;
    if (c == 0x178 || c == 0x179 || c == 0x17B || c == 0x17D) return true;
    const bool odd_is_upper = (c >= 0x139 && c <= 0x148);
    return odd_is_upper ? (c % 2 == 1) : (c % 2 == 0 && c < 0x178);
}

bool is_dash(char32_t c) { return c == U'-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212; }
bool is_apostrophe(char32_t c) {
    return c == U'\'' || c == 0x2018 || c == 0x2019 || c == 0x02BC || c == U'`';
}

/// What letter `c` adds to a folded word; empty if it is no letter or digit. Sets `upper`.
std::string_view folded_letter(char32_t c, bool& upper, std::string_view text, std::size_t at,
                               std::size_t length) {
    static constexpr std::string_view lower = "abcdefghijklmnopqrstuvwxyz";
    upper = false;
    if (c < 0x80) {
        if (c >= U'A' && c <= U'Z') {
            upper = true;
            return lower.substr(c - U'A', 1);
        }
        if ((c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9')) return text.substr(at, 1);
        return {};
    }
    if (c >= 0xC0 && c <= 0x17F) {
        if (c == 0xD7 || c == 0xF7) return {};
        upper = upper_latin(c);
        if (c == 0xDF) return "ss";
        return latin_base.substr(c - 0xC0, 1);
    }
    if (c >= 0x218 && c <= 0x21B) {  // s and t with comma below
        upper = c % 2 == 0;
        return c <= 0x219 ? "s" : "t";
    }
    if (c == 0x259 || c == 0x18F) return "e";
    if (c >= 0x180 && c < 0x2000) return text.substr(at, length);  // other scripts, as they are
    if (c >= 0x3040 && c < 0xFB00) return text.substr(at, length);
    return {};
}

bool is_combining(char32_t c) { return c >= 0x300 && c <= 0x36F; }

bool is_vowel(char letter) { return std::string_view("aeiouyj").find(letter) != std::string_view::npos; }

/// Letters that stand for one another in transliterations are one: "alexander", "aleksandr"; no letter twice.
std::string spelt_plainly(std::string_view name) {
    std::string result;
    const auto add = [&](char letter) {
        if (result.empty() || result.back() != letter) result += letter;
    };
    for (const char letter : name) {
        switch (letter) {
            case 'x':
                add('k');
                add('s');
                break;
            case 'c':
            case 'q':
                add('k');
                break;
            case 'w':
                add('v');
                break;
            case 'z':
                add('s');
                break;
            default:
                add(letter);
        }
    }
    return result;
}

std::string without_vowels(const std::string& name) {
    std::string result;
    for (const char letter : name)
        if (!is_vowel(letter) && (result.empty() || result.back() != letter)) result += letter;
    return result;
}

/// Letters to be added, dropped or changed (Levenshtein 1965).
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t above = row[j];
            row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
            diagonal = above;
        }
    }
    return row[b.size()];
}

}  // namespace

void split_words(std::string_view text, std::vector<Word>& words) {
    words.clear();
    Word word;
    std::size_t letters = 0;
    std::size_t uppers = 0;
    bool open = false;
    char glue = ' ';
    const auto close = [&](std::size_t end) {
        if (!open) return;
        word.end = end;
        word.upper = letters >= 2 && uppers == letters;
        words.push_back(std::move(word));
        word = Word();
        open = false;
        glue = ' ';
    };
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = code_point_at(text, at);
        bool upper = false;
        const std::string_view letter = folded_letter(c.value, upper, text, at, c.end - at);
        if (!letter.empty()) {
            if (!open) {
                open = true;
                word.begin = at;
                word.glue = glue;
                word.capital = upper;
                letters = uppers = 0;
            }
            word.folded.append(letter);
            const bool digit = c.value >= U'0' && c.value <= U'9';
            letters += digit ? 0 : 1;
            uppers += upper ? 1 : 0;
        } else if (open && is_combining(c.value)) {
            // part of the letter before it
        } else if (open && c.value == U'.' &&
                   (letters == 1 || text[at - 2 < text.size() ? at - 2 : 0] == '.')) {
            // within "U.S."
        } else {
            close(at);
            if (is_dash(c.value))
                glue = '-';
            else if (is_apostrophe(c.value))
                glue = '\'';
            else
                glue = ' ';
        }
        at = c.end;
    }
    close(text.size());
}

std::vector<Word> split_words(std::string_view text) {
    std::vector<Word> words;
    split_words(text, words);
    return words;
}

std::string slug(std::string_view text) {
    std::string result;
    for (const Word& word : split_words(text)) {
        if (!result.empty()) result += '-';
        result += word.folded;
    }
    return result;
}

bool same_given_name(std::string_view a, std::string_view b) {
    const std::string first = spelt_plainly(a);
    const std::string second = spelt_plainly(b);
    if (first.empty() || second.empty() || is_vowel(first.front()) != is_vowel(second.front())) return false;
    const std::string consonants = without_vowels(first);
    return consonants.size() >= 2 && consonants == without_vowels(second) && distance(first, second) <= 3;
}

bool is_quote(std::string_view form) {
    static constexpr std::array<std::string_view, 11> quotes = {
        "\"", "'", "``", "''", "\u2018", "\u2019", "\u201C", "\u201D", "\u201E", "«", "»"};
    return std::find(quotes.begin(), quotes.end(), form) != quotes.end();
}

}  // namespace entente::detail
