#include "extract/language/score.hpp"

#include "extract/language/conllu.hpp"
#include "tests/catch.hpp"

using namespace entente;

namespace {

std::vector<Sentence> tree(const std::string& object_relation, const std::string& case_head) {
    return read_conllu(
               "1\tKim\tKim\tPROPN\t_\t_\t3\tnsubj\t_\t_\n"
               "2\tIl\tIl\tPROPN\t_\t_\t1\tflat\t_\t_\n"
               "3\tspoke\tspeak\tVERB\t_\t_\t0\troot\t_\t_\n"
               "4\tto\tto\tADP\t_\t_\t" +
               case_head +
               "\tcase\t_\t_\n"
               "5\tXi\tXi\tPROPN\t_\t_\t3\t" +
               object_relation + "\t_\t_\n")
        .sentences;
}

}  // namespace

TEST_CASE("a right analysis scores full marks", "[language][score]") {
    const auto gold = tree("obl", "5");
    const Scores scores = score(gold, gold);
    CHECK(scores.tokens == 5);
    CHECK(scores.las == 5);
    CHECK(scores.names == 1);
    CHECK(scores.names_linked == 1);
    CHECK(scores.relations.at("obl").f1() == 1);
    CHECK(scores.relations.at("iobj").f1() == 1);
}

TEST_CASE("an oblique is right with its preposition only", "[language][score]") {
    const Scores scores = score(tree("obl", "5"), tree("obl", "3"));
    CHECK(scores.las == 4);
    CHECK(scores.relations.at("obl").correct == 0);
}

TEST_CASE("subtypes count where the relation is named with one", "[language][score]") {
    const Scores scores = score(tree("obl:agent", "5"), tree("obl", "5"));
    CHECK(scores.las == 5);
    CHECK(scores.relations.at("obl").correct == 1);
    CHECK(scores.relations.at("obl:agent").gold == 1);
    CHECK(scores.relations.at("obl:agent").correct == 0);
}

TEST_CASE("a name whose neighbour is taken for a part of it is wrong", "[language][score]") {
    const auto gold = tree("obl", "5");
    auto ours = gold;
    ours[0].tokens[2].upos = Upos::propn;
    CHECK(score(gold, ours).names_tagged == 0);
}
