#include "extract/language/headline.hpp"

#include "extract/language/gazetteer.hpp"
#include "extract/language/letters.hpp"
#include "knowledge/table.hpp"

namespace entente {

namespace {

constexpr std::size_t least_words = 4;          // fewer tell nothing
constexpr std::size_t shortest_title_word = 4;  // letters; shorter words are often small in titles
constexpr double title_share = 0.8;             // of those words, the first left out

struct Capitals {
    std::size_t letters = 0;
    std::size_t upper = 0;
    bool first = false;  // begins with a capital
};

Capitals capitals_of(const std::string& form) {
    Capitals result;
    for_each_code_point(form, [&](char32_t value, std::size_t begin, std::size_t) {
        if (!is_letter(value)) return;
        ++result.letters;
        if (!is_upper_case(value)) return;
        ++result.upper;
        if (begin == 0) result.first = true;
    });
    return result;
}

}  // namespace

HeadlineCase::HeadlineCase(const std::string& language, const VerbLemmas& verbs, const NounLemmas& nouns)
    : english_(language == "en"), verbs_(verbs), nouns_(nouns), names_(gazetteer(language)) {
    for (const auto& [name, kinds] : names_) upper_names_.emplace(upper_case(name), name);
    const Table words = Table::load("function_words." + language + ".tsv");
    for (std::size_t row = 0; row < words.size(); ++row) function_words_.insert(words.cell(row, "word"));
}

std::string HeadlineCase::from_capitals(const std::string& form) const {
    if (const auto found = upper_names_.find(form); found != upper_names_.end()) return found->second;
    return lower_case(form);
}

std::string HeadlineCase::from_title(const std::string& form) const {
    const Capitals capitals = capitals_of(form);
    if (!capitals.first || capitals.upper > 1 || names_.contains(form)) return form;
    std::string lower = lower_case(form);
    if (function_words_.contains(lower) || verbs_.find(form, "") || nouns_.singular(form)) return lower;
    return form;
}

std::optional<std::size_t> HeadlineCase::first_plural(const Sentence& sentence) const {
    for (std::size_t index = 0; index < sentence.tokens.size(); ++index) {
        const std::string& form = sentence.tokens[index].form;
        const Capitals capitals = capitals_of(form);
        if (capitals.letters == 0) continue;
        if (!capitals.first || capitals.upper > 1 || names_.contains(form) || !nouns_.singular(form)) break;
        const bool name =
            index + 1 < sentence.tokens.size() && capitals_of(sentence.tokens[index + 1].form).first;
        if (!name) return index;
        break;
    }
    return std::nullopt;
}

bool HeadlineCase::has_small_verb(const Sentence& sentence) const {
    for (std::size_t index = 1; index < sentence.tokens.size(); ++index) {
        const std::string& form = sentence.tokens[index].form;
        const Capitals capitals = capitals_of(form);
        if (capitals.letters == 0 || capitals.upper > 0 || function_words_.contains(form)) continue;
        if (verbs_.find(form, "")) return true;
    }
    return false;
}

std::optional<Sentence> HeadlineCase::undo(const Sentence& sentence) const {
    std::size_t words = 0;
    std::size_t all_capitals = 0;
    std::size_t long_words = 0;
    std::size_t titles = 0;
    for (const Token& token : sentence.tokens) {
        const Capitals capitals = capitals_of(token.form);
        if (capitals.letters == 0) continue;
        ++words;
        if (capitals.upper == capitals.letters) ++all_capitals;
        if (words == 1) continue;
        if (capitals.letters >= shortest_title_word) {
            ++long_words;
            titles += capitals.first;
        }
    }
    const bool shouted = words >= least_words && all_capitals == words;
    const bool title = english_ && words >= least_words && long_words >= 2 &&
                       static_cast<double>(titles) >= title_share * static_cast<double>(long_words) &&
                       !has_small_verb(sentence);
    if (!shouted && !title) {
        const auto plural = first_plural(sentence);
        if (!plural) return std::nullopt;
        Sentence result = sentence;
        result.tokens[*plural].form = lower_case(result.tokens[*plural].form);
        return result;
    }
    Sentence result = sentence;
    bool first = true;
    for (Token& token : result.tokens) {
        const bool lettered = capitals_of(token.form).letters > 0;
        if (shouted) {
            token.form = from_capitals(token.form);
            if (first && lettered) token.form = title_case(token.form);
        } else if (!first) {
            token.form = from_title(token.form);
        }
        if (lettered) first = false;
    }
    return result;
}

}  // namespace entente
