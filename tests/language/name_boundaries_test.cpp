#include "extract/language/name_boundaries.hpp"

#include "extract/language/tokens/tokeniser.hpp"
#include "tests/catch.hpp"

using namespace entente;

namespace {

/// The tokens with `|` at the boundaries.
std::string shown(const std::string& language, const std::string& text) {
    const auto sentences = tokens::split(text, tokens::Conventions(language));
    const auto boundaries = NameBoundaries(language).find(sentences.front().tokens);
    std::string out;
    for (std::size_t index = 0; index < sentences.front().tokens.size(); ++index) {
        for (const auto& boundary : boundaries) {
            if (boundary.boundary == index) out += "| ";
        }
        out += sentences.front().tokens[index].form + ' ';
    }
    return out;
}

}  // namespace

TEST_CASE("names that follow each other are told apart", "[language][names]") {
    const auto [language, text, expected] = GENERATE(table<std::string, std::string, std::string>({
        {"nl", "Duitsland viel op 10 mei 1940 Nederland binnen",
         "Duitsland viel op 10 mei 1940 | Nederland binnen "},
        {"nl", "dat de EU Belgrado moet prijzen", "dat de EU | Belgrado moet prijzen "},
        {"nl", "zo liet Macron dinsdag weten", "zo liet Macron | dinsdag weten "},
        {"nl", "Rusland en Oekra\u00efne praten in Parijs, Frankrijk",
         "Rusland en Oekra\u00efne praten in Parijs , Frankrijk "},
        {"nl", "Griekenland Portugal Spanje Andorra", "Griekenland Portugal Spanje Andorra "},
        {"nl", "Kim Jong-un en Vladimir Poetin", "Kim Jong-un en Vladimir Poetin "},
        {"en", "When Putin Monday spoke", "When Putin | Monday spoke "},
        {"en", "Bank of China said", "Bank of China said "},
    }));
    CHECK(shown(language, text) == expected);
}
