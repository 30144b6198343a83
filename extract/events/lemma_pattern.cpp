#include "extract/events/lemma_pattern.hpp"

#include <algorithm>

#include "extract/language/letters.hpp"
#include "knowledge/table.hpp"

namespace entente {

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
            if (name != "alias") continue;
            const std::size_t equals = lemma.find('=');
            if (equals == std::string::npos) throw table.error(row, "an alias is written WORD=PREPOSITION");
            aliases_[lemma.substr(0, equals)] = lemma.substr(equals + 1);
        }
    }
}

WordGroups WordGroups::load(const std::string& language) {
    WordGroups groups;
    groups.read("grammar_words." + language + ".tsv");
    groups.read("word_groups." + language + ".tsv");
    return groups;
}

const std::string& WordGroups::canonical(const std::string& preposition) const {
    const auto alias = aliases_.find(preposition);
    return alias == aliases_.end() ? preposition : alias->second;
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
