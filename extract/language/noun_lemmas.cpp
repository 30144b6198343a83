#include "extract/language/noun_lemmas.hpp"

#include <array>

#include "extract/language/letters.hpp"
#include "knowledge/table.hpp"

namespace entente {

namespace {

constexpr std::size_t longest_form = 60;  // bytes; longer words are no nouns of the table

struct Ending {
    std::string_view plural;
    std::string_view singular;
};
constexpr std::array endings = {Ending{"ies", "y"},   Ending{"ves", "f"}, Ending{"ves", "fe"},
                                Ending{"men", "man"}, Ending{"s", ""},    Ending{"es", ""}};

}  // namespace

NounLemmas::NounLemmas(const std::string& language) {
    if (language != "en") return;
    const Table table = Table::load("nouns.en.tsv");
    for (std::size_t row = 0; row < table.size(); ++row) {
        const std::string& noun = table.cell(row, "lemma");
        if (!nouns_.insert(noun).second) throw table.error(row, "'" + noun + "' is listed twice");
        for (const std::string& form : split_list(table.cell(row, "forms"))) irregular_.emplace(form, noun);
    }
}

std::optional<std::string> NounLemmas::singular(std::string_view form) const {
    if (form.size() > longest_form) return std::nullopt;
    const std::string lower = lower_case(form);
    if (const auto found = irregular_.find(lower); found != irregular_.end()) return found->second;
    for (const Ending& ending : endings) {
        if (lower.size() <= ending.plural.size() || !lower.ends_with(ending.plural)) continue;
        std::string noun = lower.substr(0, lower.size() - ending.plural.size());
        noun += ending.singular;
        if (knows(noun)) return noun;
    }
    return std::nullopt;
}

void NounLemmas::mend(Sentence& sentence) const {
    for (Token& token : sentence.tokens) {
        if (token.upos != Upos::noun || knows(token.lemma) ||
            token.feats.find("Number=Plur") == std::string::npos)
            continue;
        if (auto noun = singular(token.form)) token.lemma = std::move(*noun);
    }
}

}  // namespace entente
