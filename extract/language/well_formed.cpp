#include "extract/language/well_formed.hpp"

#include <algorithm>
#include <array>

#include <cld2/public/compact_lang_det.h>

#include "extract/language/letters.hpp"
#include "knowledge/table.hpp"

namespace entente {

namespace {

constexpr std::array<std::string_view, 2> languages = {"en", "nl"};

constexpr std::size_t longest_sentence = 250;  // tokens
constexpr std::size_t least_tokens_of_code = 5;
constexpr double code_share = 0.3;  // of tokens that are signs of code
constexpr std::size_t least_numbers_of_table = 5;
constexpr double number_share = 0.5;  // of tokens that are no punctuation
constexpr std::size_t least_names_of_list = 3;
constexpr double name_share = 0.85;                 // of tokens that are no punctuation
constexpr std::size_t least_words_of_language = 6;  // fewer lower-case words tell nothing
constexpr double few_function_words = 0.3;          // of lower-case words; sentences of news have more
constexpr std::size_t least_bytes_for_detector = 60;
constexpr int sure_percent = 90;

std::set<std::string, std::less<>> function_words(std::string_view language) {
    const Table table = Table::load("function_words." + std::string(language) + ".tsv");
    std::set<std::string, std::less<>> words;
    for (std::size_t row = 0; row < table.size(); ++row) words.insert(table.cell(row, "word"));
    return words;
}

bool has_letter(std::string_view form) {
    for (std::size_t at = 0; at < form.size();) {
        const CodePoint point = code_point_at(form, at);
        if (is_letter(point.value)) return true;
        at = point.end;
    }
    return false;
}

/// Braces, operators, and words with signs or with a capital in the middle that no language writes.
bool is_code(const Token& token) {
    const std::string_view form = token.form;
    if (form.find_first_of("{}<>=|\\_;#^~") != std::string_view::npos) return form != ";";
    return form.find("()") != std::string_view::npos || form.find("://") != std::string_view::npos;
}

/// "ANKARA", "ANP/DPA".
bool in_capitals(std::string_view form) {
    constexpr std::size_t least_letters = 3;
    std::size_t letters = 0;
    for (std::size_t at = 0; at < form.size();) {
        const CodePoint point = code_point_at(form, at);
        if (is_letter(point.value) && !is_upper_case(point.value)) return false;
        letters += is_letter(point.value);
        at = point.end;
    }
    return letters >= least_letters;
}

double share(std::size_t part, std::size_t whole) {
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

SentenceTest::SentenceTest(const std::string& language) : language_(language) {
    std::set<std::string, std::less<>> own = function_words(language);
    for (const std::string_view other : languages) {
        if (other == language) continue;
        for (const std::string& word : function_words(other)) {
            if (own.erase(word) == 0) theirs_.insert(word);
        }
    }
    ours_ = std::move(own);
}

bool SentenceTest::operator()(const Sentence& sentence) const {
    const std::vector<Token>& tokens = sentence.tokens;
    if (tokens.size() > longest_sentence) return false;
    std::size_t code = 0;
    std::size_t numbers = 0;
    std::size_t names = 0;
    std::size_t verbs = 0;
    std::size_t punctuation = 0;
    std::size_t words = 0;
    for (const Token& token : tokens) {
        code += is_code(token);
        const bool lettered = has_letter(token.form);
        words += lettered;
        switch (token.upos) {
            case Upos::verb:
            case Upos::aux:
                ++verbs;
                break;
            case Upos::propn:
                ++names;
                break;
            case Upos::punct:
            case Upos::sym:
                if (!lettered) ++punctuation;
                break;
            default:
                if (in_capitals(token.form)) ++names;
                if (!lettered && is_digit(code_point_at(token.form, 0).value)) ++numbers;
        }
    }
    const std::size_t solid = tokens.size() - punctuation;
    if (words == 0) return false;
    if (tokens.size() >= least_tokens_of_code && share(code, tokens.size()) >= code_share) return false;
    if (numbers >= least_numbers_of_table && share(numbers, solid) >= number_share) return false;
    // "ANKARA (ANP/DPA) -" and "Kim, Poetin, Xi, Trump": nothing but names and what divides them.
    const bool divided = punctuation >= 2;
    if (verbs == 0 && divided && share(names + numbers, solid) >= name_share &&
        (names >= least_names_of_list || names + numbers == solid)) {
        return false;
    }
    return !is_foreign(sentence);
}

bool SentenceTest::is_foreign(const Sentence& sentence) const {
    std::size_t lower = 0;
    std::size_t ours = 0;
    std::size_t theirs = 0;
    std::string text;
    for (const Token& token : sentence.tokens) {
        if (!text.empty()) text += ' ';
        text += token.form;
        if (!is_letter(code_point_at(token.form, 0).value)) continue;
        const std::string word = lower_case(token.form);
        ours += ours_.contains(word);
        theirs += theirs_.contains(word);
        lower += word == token.form;
    }
    if (lower < least_words_of_language) return false;
    if (theirs >= 3 && theirs > 2 * ours) return true;
    if (share(ours, lower) >= few_function_words || text.size() < least_bytes_for_detector) return false;
    bool reliable = false;
    int text_bytes = 0;
    std::array<CLD2::Language, 3> found{};
    std::array<int, 3> percents{};
    const CLD2::Language language =
        CLD2::DetectLanguageSummary(text.data(), static_cast<int>(text.size()), true, found.data(),
                                    percents.data(), &text_bytes, &reliable);
    const std::string_view code = CLD2::LanguageCode(language);
    // Dutch without many small words looks like its neighbours.
    const bool neighbour = language_ == "nl" && (code == "af" || code == "fy");
    return reliable && percents[0] >= sure_percent && code != language_ && !neighbour;
}

}  // namespace entente
