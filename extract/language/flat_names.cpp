#include "extract/language/flat_names.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <vector>

#include "extract/language/letters.hpp"

namespace entente {

namespace {

/// The words of one name, in order.
using Words = std::vector<Token*>;

std::vector<Words> flat_phrases(Sentence& sentence) {
    std::map<int, Words> phrases;
    for (Token& token : sentence.tokens) {
        if (token.deprel == "flat" && token.head >= 0 && token.upos != Upos::punct)
            phrases[token.head].push_back(&token);
    }
    std::vector<Words> result;
    for (auto& [head, words] : phrases) {
        words.push_back(&sentence.tokens[static_cast<std::size_t>(head)]);
        std::ranges::sort(words);
        result.push_back(std::move(words));
    }
    return result;
}

bool is_capitalised(const Token& token) { return is_upper_case(code_point_at(token.form, 0).value); }

bool is_initial(const Token& token) { return token.form.find('.') != std::string::npos; }

/// "Apollo 12", not "D66 1966".
bool is_small_number(const Token& token) {
    return token.upos == Upos::num && token.form.size() <= 3 &&
           std::ranges::all_of(token.form, [](char c) { return c >= '0' && c <= '9'; });
}

void make_name(Token& token) {
    token.upos = Upos::propn;
    token.feats.clear();
    token.lemma = token.form;
}

/// Whether a word of lower case may be inside a name.
bool is_joint(const Token& token) {
    switch (token.upos) {
        case Upos::adp:
        case Upos::adv:
        case Upos::cconj:
        case Upos::det:
        case Upos::pron:
        case Upos::x:
            return true;
        default:
            return false;
    }
}

void mend(const Words& words) {
    const auto count = [&](Upos upos) {
        return std::ranges::count_if(words, [upos](const Token* word) { return word->upos == upos; });
    };
    const Token& first = *words.front();
    const auto names = count(Upos::propn);
    if (names == 0 || names == std::ssize(words) || first.upos == Upos::num || first.upos == Upos::noun ||
        !is_capitalised(first))
        return;
    const bool foreign = count(Upos::x) > names;
    for (Token* word : words) {
        if (word->upos == Upos::sym || !is_capitalised(*word)) continue;
        if (word->upos == Upos::x && foreign && !is_initial(*word)) continue;
        make_name(*word);
    }
    if (first.upos != Upos::propn) return;
    if (is_small_number(*words.back())) make_name(*words.back());
    bool name_follows = false;
    for (auto word = words.rbegin(); word != words.rend(); ++word) {
        if ((*word)->upos == Upos::propn) {
            name_follows = true;
        } else if (name_follows && is_joint(**word) && !(foreign && (*word)->upos == Upos::x)) {
            make_name(**word);
        }
    }
}

}  // namespace

void tag_flat_names(Sentence& sentence) {
    for (const Words& words : flat_phrases(sentence)) mend(words);
}

}  // namespace entente
