#include "extract/language/neural/lemma_script.hpp"

#include "tests/catch.hpp"

using namespace entente::neural;

TEST_CASE("a lemma script makes the lemma of the form again", "[language][neural]") {
    const auto [form, lemma] = GENERATE(table<std::string, std::string>({{"opgericht", "oprichten"},
                                                                         {"Landen", "land"},
                                                                         {"BUSH", "Bush"},
                                                                         {"went", "go"},
                                                                         {"is", "be"},
                                                                         {"'s", "het"},
                                                                         {"België", "België"},
                                                                         {"ÉÉN", "één"},
                                                                         {"iPhones", "iPhone"},
                                                                         {"\xFFx", "y"},
                                                                         {"a", ""}}));
    CAPTURE(form, lemma);
    CHECK(apply_lemma_script(lemma_script(form, lemma), form) == lemma);
}

TEST_CASE("forms that change alike share a lemma script", "[language][neural]") {
    CHECK(lemma_script("opgericht", "oprichten") == lemma_script("opgehicht", "ophichten"));
    CHECK(apply_lemma_script(lemma_script("walked", "walk"), "Jumped") == "jump");
    CHECK(lemma_script("Ships", "ship") == lemma_script("cats", "cat"));
}

TEST_CASE("a script that does not fit gives nothing", "[language][neural]") {
    CHECK_FALSE(apply_lemma_script(lemma_script("opgericht", "oprichten"), "op"));
    CHECK_FALSE(apply_lemma_script("", "op"));
    CHECK_FALSE(apply_lemma_script("l\1\1", "op"));
    CHECK_FALSE(apply_lemma_script("l\4", ""));
}
