#include "extract/language/lemma_conventions.hpp"

#include "extract/language/letters.hpp"
#include "knowledge/table.hpp"

namespace entente {

namespace {

bool is_capital_at(std::string_view text, std::size_t at) {
    return at < text.size() && is_upper_case(code_point_at(text, at).value);
}

/// "WHO", "NAVO": two letters and more, all upper case.
bool is_acronym(std::string_view form) {
    std::size_t letters = 0;
    for (std::size_t at = 0; at < form.size();) {
        const CodePoint point = code_point_at(form, at);
        if (is_letter(point.value)) {
            if (!is_upper_case(point.value)) return false;
            ++letters;
        }
        at = point.end;
    }
    return letters > 1;
}

/// `lemma` with the letters of `form` as far as both are the same word.
std::string with_case_of(const std::string& form, const std::string& lemma) {
    std::size_t at = 0;
    std::size_t in_form = 0;
    std::string result;
    while (at < lemma.size() && in_form < form.size()) {
        const CodePoint ours = code_point_at(lemma, at);
        const CodePoint theirs = code_point_at(form, in_form);
        const std::string_view letter = std::string_view(form).substr(in_form, theirs.end - in_form);
        if (lower_case(letter) != lower_case(std::string_view(lemma).substr(at, ours.end - at))) break;
        result += letter;
        at = ours.end;
        in_form = theirs.end;
    }
    return result + lemma.substr(at);
}

}  // namespace

LemmaConventions::LemmaConventions(const std::string& language) {
    const Table table = Table::load("lemmas." + language + ".tsv");
    for (std::size_t row = 0; row < table.size(); ++row) {
        const std::string& name = table.cell(row, "upos");
        const Upos upos = parse_upos(name);
        if (to_string(upos) != name) throw table.error(row, "'" + name + "' is no universal part of speech");
        lemmas_[{table.cell(row, "form"), upos}] = table.cell(row, "lemma");
    }
}

void LemmaConventions::mend(Sentence& sentence) const {
    bool first = true;
    for (Token& token : sentence.tokens) {
        const bool capital = is_capital_at(token.form, 0);
        switch (token.upos) {
            case Upos::propn:
                if (capital && !is_capital_at(token.lemma, 0))
                    token.lemma = with_case_of(token.form, token.lemma);
                break;
            case Upos::adv:
            case Upos::aux:
                if (is_capital_at(token.lemma, 0)) token.lemma = lower_case(token.lemma);
                break;
            case Upos::noun:
            case Upos::verb:
                if (first && is_capital_at(token.lemma, 0) && !is_acronym(token.form)) {
                    token.lemma = lower_case(token.lemma);
                }
                break;
            default:
                break;
        }
        if (const auto found = lemmas_.find({lower_case(token.form), token.upos}); found != lemmas_.end()) {
            token.lemma = found->second;
        }
        if (token.upos != Upos::punct) first = false;
    }
}

}  // namespace entente
