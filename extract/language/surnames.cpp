#include "extract/language/surnames.hpp"

#include "extract/language/letters.hpp"
#include "knowledge/table.hpp"

namespace entente {

Surnames::Surnames(const std::string& language) {
    const Table table = Table::load("surname_beginnings.tsv");
    for (std::size_t row = 0; row < table.size(); ++row)
        if (table.cell(row, "language") == language) beginnings_.insert(table.cell(row, "beginning"));
}

void Surnames::mend(Sentence& sentence) const {
    std::vector<Token>& tokens = sentence.tokens;
    for (std::size_t index = 0; index + 1 < tokens.size(); ++index) {
        Token& beginning = tokens[index];
        Token& name = tokens[index + 1];
        if (!beginnings_.contains(beginning.form) || beginning.upos == Upos::propn ||
            name.upos != Upos::propn || !is_upper_case(code_point_at(name.form, 0).value))
            continue;
        const bool inside = index > 0 && tokens[index - 1].upos != Upos::punct;
        const bool joined = name.head == static_cast<int>(index) && name.deprel == "flat";
        if (!inside && !joined) continue;
        beginning.upos = Upos::propn;
        beginning.feats.clear();
        beginning.lemma = beginning.form;
        const int first = static_cast<int>(index);
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
