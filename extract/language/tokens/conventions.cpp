#include "extract/language/tokens/conventions.hpp"

#include "extract/language/letters.hpp"
#include "knowledge/table.hpp"

namespace entente::tokens {

Conventions::Conventions(const std::string& language) : english_(language == "en") {
    if (language != "en" && language != "nl") return;
    const Table abbreviations = Table::load("abbreviations." + language + ".tsv");
    const std::size_t form = abbreviations.column("form");
    const std::size_t kind = abbreviations.column("kind");
    for (std::size_t row = 0; row < abbreviations.size(); ++row) {
        const std::string& word = abbreviations.cell(row, form);
        const std::string& name = abbreviations.cell(row, kind);
        if (name == "starter") {
            starters_.insert(word);
            continue;
        }
        const Abbreviation value = name == "title"    ? Abbreviation::title
                                   : name == "number" ? Abbreviation::number
                                   : name == "middle" ? Abbreviation::middle
                                   : name == "any"    ? Abbreviation::any
                                                      : Abbreviation::none;
        if (value == Abbreviation::none) {
            throw abbreviations.error(
                row, "the kind '" + name + "' is none of title, number, middle, any, starter");
        }
        if (!word.ends_with('.')) throw abbreviations.error(row, "an abbreviation without its full stop");
        abbreviations_[word] = value;
    }
    if (!english_) return;
    const Table hyphens = Table::load("hyphens.en.tsv");
    for (std::size_t row = 0; row < hyphens.size(); ++row) {
        const std::string& name = hyphens.cell(row, "kind");
        if (name != "prefix" && name != "second") {
            throw hyphens.error(row, "the kind '" + name + "' is none of prefix, second");
        }
        (name == "prefix" ? prefixes_ : seconds_).insert(hyphens.cell(row, "form"));
    }
}

Abbreviation Conventions::abbreviation(std::string_view word) const {
    if (const auto found = abbreviations_.find(std::string(word)); found != abbreviations_.end()) {
        return found->second;
    }
    // Rows of letters, each with its full stop.
    std::size_t letters = 0;
    for (std::size_t at = 0; at < word.size();) {
        const CodePoint point = code_point_at(word, at);
        if (!is_letter(point.value) || point.end >= word.size() || word[point.end] != '.')
            return Abbreviation::none;
        at = point.end + 1;
        ++letters;
    }
    if (letters == 1) {
        return is_upper_case(code_point_at(word, 0).value) ? Abbreviation::title : Abbreviation::none;
    }
    return letters > 1 ? Abbreviation::any : Abbreviation::none;
}

bool Conventions::is_starter(std::string_view word) const { return starters_.find(word) != starters_.end(); }
bool Conventions::is_prefix(std::string_view prefix) const {
    return prefixes_.find(lower_case(prefix)) != prefixes_.end();
}
bool Conventions::is_second(std::string_view word) const { return seconds_.find(word) != seconds_.end(); }

}  // namespace entente::tokens
