#include "extract/events/lemma_pattern.hpp"

#include <algorithm>

#include "knowledge/table.hpp"

namespace entente {

std::string lower_case(std::string_view text) {
    std::string lower(text);
    for (std::size_t i = 0; i < lower.size(); ++i) {
        const auto byte = static_cast<unsigned char>(lower[i]);
        if (byte >= 'A' && byte <= 'Z') {
            lower[i] = static_cast<char>(byte + ('a' - 'A'));
        } else if (byte == 0xC3 &&
                   i + 1 < lower.size()) {  // U+00C0 to U+00DE, without the multiplication sign
            const auto next = static_cast<unsigned char>(lower[i + 1]);
            if (next >= 0x80 && next <= 0x9E && next != 0x97) lower[i + 1] = static_cast<char>(next + 0x20);
            ++i;
        } else if ((byte == 0xC4 || byte == 0xC5) && i + 1 < lower.size()) {  // pairs: even upper, odd lower
            const auto next = static_cast<unsigned char>(lower[i + 1]);
            const bool shifted = byte == 0xC5 && (next < 0x8A || next > 0xB7);  // U+0139-0148, U+0179-017E
            if ((next % 2 == 1) == shifted) lower[i + 1] = static_cast<char>(next + 1);
            ++i;
        }
    }
    return lower;
}

void LemmaSet::add(std::string_view alternative) {
    if (alternative.starts_with('*'))
        endings_.emplace_back(alternative.substr(1));
    else
        lemmas_.emplace(alternative);
}

bool LemmaSet::contains(std::string_view lemma) const {
    if (lemmas_.contains(lemma)) return true;
    return std::any_of(endings_.begin(), endings_.end(),
                       [&](const std::string& ending) { return lemma.ends_with(ending); });
}

void WordGroups::read(const std::string& file) {
    const Table table = Table::load(file);
    const std::size_t group = table.column("group");
    const std::size_t lemmas = table.column("lemmas");
    for (std::size_t row = 0; row < table.size(); ++row) {
        const std::string& name = table.cell(row, group);
        const auto alternatives = split_list(table.cell(row, lemmas), '|');
        if (name.empty() || name.starts_with('@') || alternatives.empty())
            throw table.error(row, "a group has a name without @ and at least one lemma");
        LemmaSet& set = groups_[name];
        for (const std::string& lemma : alternatives) {
            if (lemma == "*" || lower_case(lemma) != lemma)
                throw table.error(row, "'" + lemma + "' is no lemma in lower case");
            set.add(lemma);
        }
    }
}

WordGroups WordGroups::load(const std::string& language) {
    WordGroups groups;
    groups.read("grammar_words." + language + ".tsv");
    groups.read("word_groups." + language + ".tsv");
    return groups;
}

const LemmaSet* WordGroups::find(std::string_view name) const {
    const auto found = groups_.find(name);
    return found == groups_.end() ? nullptr : &found->second;
}

bool WordGroups::contains(std::string_view name, std::string_view lemma) const {
    const LemmaSet* set = find(name);
    return set != nullptr && set->contains(lemma);
}

}  // namespace entente
