#include "extract/language/trainer/news_variants.hpp"

#include "extract/language/conllu.hpp"
#include "tests/catch.hpp"

using namespace entente;

namespace {

std::vector<Sentence> sentences() {
    return read_conllu(
               "1\tDe\tde\tDET\t_\t_\t2\tdet\t_\t_\n"
               "2\tman\tman\tNOUN\t_\tGender=Com|Number=Sing\t3\tnsubj\t_\t_\n"
               "3\tgeeft\tgeven\tVERB\t_\tNumber=Sing|Tense=Pres|VerbForm=Fin\t0\troot\t_\t_\n"
               "4\tde\tde\tDET\t_\t_\t6\tdet\t_\t_\n"
               "5\toude\toud\tADJ\t_\t_\t6\tamod\t_\t_\n"
               "6\tvrouw\tvrouw\tNOUN\t_\tGender=Com|Number=Sing\t3\tiobj\t_\t_\n"
               "7\teen\teen\tDET\t_\t_\t8\tdet\t_\t_\n"
               "8\tboek\tboek\tNOUN\t_\tGender=Neut|Number=Sing\t3\tobj\t_\t_\n"
               "9\tin\tin\tADP\t_\t_\t10\tcase\t_\t_\n"
               "10\tParijs\tParijs\tPROPN\t_\t_\t3\tobl\t_\t_\n")
        .sentences;
}

bool is_tree(const Sentence& sentence) {
    std::size_t roots = 0;
    for (const Token& token : sentence.tokens) {
        roots += token.head < 0;
        int node = token.head;
        for (std::size_t step = 0; node >= 0; ++step) {
            if (step > sentence.tokens.size() || node >= static_cast<int>(sentence.tokens.size()))
                return false;
            node = sentence.tokens[static_cast<std::size_t>(node)].head;
        }
    }
    return roots == 1;
}

}  // namespace

TEST_CASE("variants of sentences are trees in which names have the roles of phrases",
          "[language][training]") {
    const auto originals = sentences();
    bool date = false;
    bool name = false;
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        for (const NewsVariant& variant : news_variants(originals, "nl", 1, seed)) {
            REQUIRE(variant.source == 0);
            CAPTURE(write_conllu("", {variant.sentence}));
            CHECK(is_tree(variant.sentence));
            CHECK_FALSE(variant.sentence == originals[0]);
            for (const Token& token : variant.sentence.tokens) {
                name |= token.upos == Upos::propn && (token.deprel == "nsubj" || token.deprel == "iobj");
                date |= token.upos == Upos::propn && token.deprel == "obl" && token.form.ends_with("dag");
                CHECK_FALSE(token.deprel.empty());
            }
        }
    }
    CHECK(name);
    CHECK(date);
}

TEST_CASE("the same seed gives the same variants, and no share none", "[language][training]") {
    const auto originals = sentences();
    const auto one = news_variants(originals, "nl", 1, 3);
    const auto two = news_variants(originals, "nl", 1, 3);
    REQUIRE(one.size() == two.size());
    for (std::size_t index = 0; index < one.size(); ++index)
        CHECK(one[index].sentence == two[index].sentence);
    CHECK(news_variants(originals, "nl", 0, 3).empty());
    CHECK(news_variants({}, "nl", 1, 3).empty());
}
