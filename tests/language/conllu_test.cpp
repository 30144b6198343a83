#include "extract/language/conllu.hpp"

#include "tests/catch.hpp"

using namespace entente;

namespace {

const std::string sample =
    "# sent_id = s1\n"
    "# text = They don't go.\n"
    "1\tThey\tthey\tPRON\tPRP\tCase=Nom|Number=Plur\t4\tnsubj\t4:nsubj\t_\n"
    "2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "2\tdo\tdo\tAUX\tVBP\tTense=Pres\t4\taux\t_\t_\n"
    "3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_\n"
    "4\tgo\tgo\tVERB\tVB\tVerbForm=Inf\t0\troot\t_\tSpaceAfter=No\n"
    "4.1\tgo\tgo\tVERB\t_\t_\t_\t_\t4:conj\t_\n"
    "5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_\n"
    "\n";

}  // namespace

TEST_CASE("words of CoNLL-U have their place in the text", "[language][conllu]") {
    const ConlluDocument document = read_conllu(sample);
    REQUIRE(document.sentences.size() == 1);
    CHECK(document.text == "They don't go.\n");
    const auto& tokens = document.sentences[0].tokens;
    REQUIRE(tokens.size() == 5);
    CHECK(tokens[1].begin == 5);
    CHECK(tokens[1].end == 7);
    CHECK(tokens[2].begin == 7);
    CHECK(tokens[2].end == 10);
    CHECK(tokens[3].head == -1);
    CHECK(tokens[0].head == 3);
    CHECK(document.extras[0].sent_id == "s1");
    CHECK(document.extras[0].xpos[3] == "VB");
}

TEST_CASE("what was written as CoNLL-U is read back", "[language][conllu]") {
    const ConlluDocument document = read_conllu(sample);
    const std::string written = write_conllu(document.text, document.sentences);
    CHECK(written.find("2-3\tdon't\t") != std::string::npos);
    const ConlluDocument again = read_conllu(written);
    CHECK(again.text == document.text);
    CHECK(again.sentences == document.sentences);
}

TEST_CASE("a text that is missing or wrong is made of the forms", "[language][conllu]") {
    CHECK(read_conllu("1\tEen\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n2\t.\t_\t_\t_\t_\t_\t_\t_\t_\n").text ==
          "Een.\n");
    CHECK(read_conllu("# text = Iets anders\n1\tEen\t_\t_\t_\t_\t0\troot\t_\t_\n").text == "Een\n");
}

TEST_CASE("a word that is not literally in its multiword token has an empty place", "[language][conllu]") {
    const ConlluDocument document = read_conllu(
        "1-2\tzum\t_\t_\t_\t_\t_\t_\t_\t_\n1\tzu\t_\tADP\t_\t_\t3\tcase\t_\t_\n2\tdem\t_\tDET\t_\t_"
        "\t3\tdet\t_\t_\n"
        "3\tHaus\t_\tNOUN\t_\t_\t0\troot\t_\t_\n");
    const auto& tokens = document.sentences[0].tokens;
    CHECK(tokens[0].end == 2);
    CHECK(tokens[1].begin == 2);
    CHECK(tokens[1].end == 3);
    CHECK(tokens[2].begin == 4);
}

TEST_CASE("a damaged CoNLL-U file is refused with its line", "[language][conllu]") {
    const auto [text, problem] = GENERATE(table<std::string, std::string>({
        {"1\tEen\n", "1: 2 columns"},
        {"\n2\tEen\t_\t_\t_\t_\t0\troot\t_\t_\n", "2: the id '2'"},
        {"1\tEen\t_\t_\t_\t_\tx\troot\t_\t_\n", "1: the head 'x'"},
        {"1\tEen\t_\t_\t_\t_\t7\tdep\t_\t_\n", "a head beyond"},
        {"1-3\tEen\t_\t_\t_\t_\t_\t_\t_\t_\n1\tE\t_\t_\t_\t_\t0\troot\t_\t_\n", "words are missing"},
        {"1-99999999999999999999\tEen\t_\t_\t_\t_\t_\t_\t_\t_\n", "the range"},
    }));
    CAPTURE(text);
    CHECK_THROWS_WITH(read_conllu(text), Catch::Contains(problem));
}

TEST_CASE("a sentence without tree is written flat", "[language][conllu]") {
    Sentence sentence{
        0, 3, {{0, 1, "a", "a", Upos::x, "", -1, ""}, {2, 3, "b", "b", Upos::x, "", -1, ""}}, false};
    const ConlluDocument document = read_conllu(write_conllu("a b", {sentence}));
    CHECK(document.sentences[0].tokens[1].head == 0);
    CHECK(document.sentences[0].tokens[1].deprel == "dep");
}
