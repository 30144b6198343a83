#include "extract/language/name_words.hpp"

#include <algorithm>

#include "extract/language/letters.hpp"
#include "knowledge/table.hpp"

namespace entente {

namespace {

bool is_capitalised(const Token& token) {
    return !token.form.empty() && is_upper_case(code_point_at(token.form, 0).value);
}

bool is_number(const Token& token) {
    return !token.form.empty() && is_digit(code_point_at(token.form, 0).value);
}

/// "2024" behind a name is its year, no part of it.
bool is_year(const Token& token) {
    return token.form.size() == 4 &&
           std::all_of(token.form.begin(), token.form.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// "Slam-titels" is a common noun, whatever its first part is.
bool ends_small(const Token& token) {
    const auto hyphen = token.form.rfind('-');
    return hyphen != std::string::npos && hyphen + 1 < token.form.size() &&
           is_lower_case(code_point_at(token.form, hyphen + 1).value);
}

bool may_be_name(const Token& token) {
    const bool open_class = token.upos == Upos::noun || token.upos == Upos::adj || token.upos == Upos::verb;
    return open_class && is_capitalised(token) && !ends_small(token);
}

void make_name(Token& token) {
    token.upos = Upos::propn;
    token.feats.clear();
    token.lemma = token.form;
}

bool joined(const Token& token) { return token.head >= 0 && token.deprel == "flat"; }

/// "Tweede [Wereldoorlog]", "Nederland [1]"
void mend_parts(std::vector<Token>& tokens) {
    for (std::size_t index = 1; index < tokens.size(); ++index) {
        Token& token = tokens[index];
        if (!joined(token) || token.head >= static_cast<int>(index)) continue;
        const auto begin = tokens.begin() + token.head;
        const auto end = tokens.begin() + static_cast<std::ptrdiff_t>(index);
        if (begin->upos != Upos::propn ||
            !std::all_of(begin, end, [](const Token& t) { return is_capitalised(t) || is_number(t); }))
            continue;
        const bool counts = index + 1 < tokens.size() &&
                            (tokens[index + 1].upos == Upos::noun || tokens[index + 1].upos == Upos::adj);
        const bool number = token.upos == Upos::num && is_number(token) && !is_year(token) && !counts;
        if (number || may_be_name(token)) make_name(token);
    }
}

/// Joins tokens (first, last] to `first` if all of them hang on one another and on it.
void join(std::vector<Token>& tokens, int first, int last) {
    const auto inside = [&](int index) { return index > first && index <= last; };
    for (int index = first + 1; index <= last; ++index) {
        const int head = tokens[static_cast<std::size_t>(index)].head;
        if (head != first && !inside(head)) return;
    }
    for (int index = 0; index < static_cast<int>(tokens.size()); ++index) {
        Token& token = tokens[static_cast<std::size_t>(index)];
        if (inside(index)) {
            token.head = first;
            token.deprel = "flat";
        } else if (inside(token.head)) {
            token.head = first;
        }
    }
}

}  // namespace

NameWords::NameWords(const std::string& language) {
    if (language != "nl") return;
    const Table table = Table::load("name_heads.nl.tsv");
    const std::size_t column = table.column("head");
    for (std::size_t row = 0; row < table.size(); ++row) heads_.insert(table.cell(row, column));
    const Table words = Table::load("context_words.nl.tsv");
    for (std::size_t row = 0; row < words.size(); ++row) {
        if (words.cell(row, "class") == "compass") compass_.insert(words.cell(row, "word"));
    }
}

void NameWords::mend_prepositions(std::vector<Token>& tokens) const {
    for (std::size_t index = 1; index + 1 < tokens.size(); ++index) {
        Token& token = tokens[index];
        Token& before = tokens[index - 1];
        if (token.form != "of" || token.upos == Upos::propn || !is_capitalised(before) ||
            !heads_.contains(lower_case(before.form)))
            continue;
        std::size_t last = index + 1;
        if (tokens[last].form == "the" && last + 1 < tokens.size()) ++last;
        if (!is_capitalised(tokens[last])) continue;
        std::size_t first = index - 1;
        while (joined(tokens[first]) && tokens[first].head < static_cast<int>(first))
            first = static_cast<std::size_t>(tokens[first].head);
        for (std::size_t at = index - 1; at <= last; ++at) {
            if (tokens[at].upos != Upos::propn) make_name(tokens[at]);
        }
        join(tokens, static_cast<int>(first), static_cast<int>(last));
    }
}

void NameWords::mend_heads(std::vector<Token>& tokens) const {
    for (std::size_t index = 1; index + 1 < tokens.size(); ++index) {
        Token& token = tokens[index];
        const Token& next = tokens[index + 1];
        const bool begins_name = joined(next) && next.head == static_cast<int>(index) &&
                                 next.upos == Upos::propn && is_capitalised(next);
        if (begins_name && may_be_name(token) && !joined(token) && tokens[index - 1].upos != Upos::punct &&
            !compass_.contains(lower_case(token.form)))
            make_name(token);
    }
}

void NameWords::mend(Sentence& sentence) const {
    if (heads_.empty()) return;
    mend_prepositions(sentence.tokens);
    mend_heads(sentence.tokens);
    mend_parts(sentence.tokens);
}

}  // namespace entente
