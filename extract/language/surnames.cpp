#include "extract/language/surnames.hpp"

#include "extract/language/letters.hpp"
#include "knowledge/table.hpp"

namespace entente {

namespace {

bool is_capitalised(const Token& token) {
    return !token.form.empty() && is_upper_case(code_point_at(token.form, 0).value);
}

bool is_word(const Token& token) {
    return !token.form.empty() && is_letter(code_point_at(token.form, 0).value);
}

bool is_name(const Token& token) { return token.upos == Upos::propn && is_capitalised(token); }

/// "de", "Jonge" -> "De Jonge"; the letters of beginnings are ASCII.
std::string surname(std::string beginning, std::string_view name) {
    beginning.front() = static_cast<char>(beginning.front() & ~0x20);
    return beginning.append(" ").append(name);
}

/// "Morgan's" -> "Morgan"
std::string_view without_genitive(std::string_view name) {
    for (const std::string_view ending : {"'s", "’s"}) {
        if (name.ends_with(ending)) return name.substr(0, name.size() - ending.size());
    }
    return name;
}

}  // namespace

Surnames::Surnames(const std::string& language) {
    const Table table = Table::load("surname_beginnings.tsv");
    for (std::size_t row = 0; row < table.size(); ++row) {
        if (table.cell(row, "language") != language) continue;
        std::string beginning = table.cell(row, "beginning");
        beginnings_.insert(beginning);
        beginning.front() = static_cast<char>(beginning.front() | 0x20);
        lower_case_.insert(std::move(beginning));
    }
}

Surnames::Names Surnames::find(std::span<const Sentence> sentences) const {
    Names names;
    Names others;
    for (const Sentence& sentence : sentences) {
        const std::vector<Token>& tokens = sentence.tokens;
        for (std::size_t index = 1; index + 1 < tokens.size(); ++index) {
            const Token& before = tokens[index - 1];
            const Token& beginning = tokens[index];
            const Token& name = tokens[index + 1];
            if (!is_capitalised(name)) continue;
            if (lower_case_.contains(beginning.form) && beginning.upos != Upos::propn) {
                others.insert(surname(beginning.form, name.form));
            } else if (name.upos == Upos::propn) {
                const bool capital = beginnings_.contains(beginning.form) && is_word(before);
                const bool behind_name = lower_case_.contains(beginning.form) && is_name(before);
                if (capital || behind_name) names.insert(surname(beginning.form, name.form));
            }
        }
    }
    for (const std::string& other : others) names.erase(other);
    return names;
}

void Surnames::mend(Sentence& sentence, const Names& names) const {
    std::vector<Token>& tokens = sentence.tokens;
    for (std::size_t index = 0; index + 1 < tokens.size(); ++index) {
        Token& beginning = tokens[index];
        Token& name = tokens[index + 1];
        if (!beginnings_.contains(beginning.form) || beginning.upos == Upos::propn || !is_capitalised(name))
            continue;
        const int first = static_cast<int>(index);
        const bool known = names.contains(surname(beginning.form, without_genitive(name.form)));
        const bool inside = index > 0 && tokens[index - 1].upos != Upos::punct;
        const bool joined = name.head == first && name.deprel == "flat";
        if (!known && (name.upos != Upos::propn || (!inside && !joined))) continue;
        beginning.upos = Upos::propn;
        beginning.feats.clear();
        beginning.lemma = beginning.form;
        if (name.upos != Upos::propn) {
            name.upos = Upos::propn;
            name.feats.clear();
            name.lemma = without_genitive(name.form);
        }
        if (beginning.head != first + 1) continue;
        beginning.head = name.head;
        beginning.deprel = name.deprel;
        for (Token& token : tokens)
            if (token.head == first + 1) token.head = first;
        name.head = first;
        name.deprel = "flat";
    }
}

}  // namespace entente
