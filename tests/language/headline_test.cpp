#include "extract/language/headline.hpp"

#include "extract/language/tokens/tokeniser.hpp"
#include "tests/catch.hpp"

using namespace entente;

namespace {

std::string undone(const std::string& language, const std::string& text) {
    const VerbLemmas verbs(language);
    const auto sentences = tokens::split(text, tokens::Conventions(language));
    if (sentences.empty()) return {};
    const NounLemmas nouns(language);
    const auto result = HeadlineCase(language, verbs, nouns).undo(sentences.front());
    std::string out;
    if (!result) return out;
    for (const Token& token : result->tokens) {
        CHECK(token.end - token.begin <= text.size());
        out += (out.empty() ? "" : " ") + token.form;
    }
    return out;
}

}  // namespace

TEST_CASE("verbs of headlines are found under their capitals", "[language][headline]") {
    const auto [language, text, expected] = GENERATE(table<std::string, std::string, std::string>({
        {"en", "Russia Attacks Ukraine Again, Zelensky Says", "Russia attacks Ukraine again , Zelensky says"},
        {"en", "RUSSIA ATTACKS UKRAINE, NATO SAYS", "Russia attacks Ukraine , NATO says"},
        {"en", "EU Imposes New Sanctions on Belarus Banks", "EU imposes New sanctions on Belarus banks"},
        {"en", "Talks failed in Geneva.", "talks failed in Geneva ."},
        {"en", "\"Troops left,\" he said.", "\" troops left , \" he said ."},
        {"nl", "RUSLAND VALT OEKRA\u00cfNE AAN", "Rusland valt Oekra\u00efne aan"},
    }));
    CHECK(undone(language, text) == expected);
}

TEST_CASE("sentences and short names are left as they are", "[language][headline]") {
    CHECK(undone("en", "Germany and France met in Berlin on Monday").empty());
    CHECK(undone("en", "President Joe Biden").empty());
    CHECK(undone("en", "").empty());
    CHECK(undone("en", "Banks Smith said so.").empty());
    CHECK(undone("en", "Bush said so.").empty());
    CHECK(undone("nl", "De NAVO en de EU").empty());
    CHECK(undone("nl", "Kim Jong-un En Vladimir Poetin Praten Verder").empty());
}
