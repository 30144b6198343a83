#include "extract/events/mend_trees.hpp"

#include <string>
#include <vector>

#include "extract/events/language.hpp"
#include "extract/events/mend_objects.hpp"
#include "tests/catch.hpp"
#include "tests/events/links.hpp"

using namespace entente;

namespace {

/// The links of the mended sentence.
std::string mended(std::vector<Token> tokens) {
    static const WordGroups groups = WordGroups::load("en");
    std::vector<Sentence> sentences(1);
    sentences.front().tokens = std::move(tokens);
    mend_trees(sentences, groups);
    return links_of(sentences.front().tokens);
}

}  // namespace

TEST_CASE("a verb behind a name is no participle of its object", "[events][mend]") {
    CHECK(mended({word("Hungary", "Hungary", Upos::propn, 2, "compound"),
                  word("blocked", "block", Upos::verb, 2, "amod"), word("aid", "aid", Upos::noun, -1, "root"),
                  word("for", "for", Upos::adp, 4, "case"),
                  word("Ukraine", "Ukraine", Upos::propn, 2, "nmod")}) ==
          "1.nsubj -1.root 1.obj 4.case 2.nmod");
    CHECK(mended({word("the", "the", Upos::det, 2, "det"), word("blocked", "block", Upos::verb, 2, "amod"),
                  word("aid", "aid", Upos::noun, -1, "root")}) == "2.det 2.amod -1.root");
}

TEST_CASE("a particle is no preposition", "[events][mend]") {
    CHECK(mended({word("Ukraine", "Ukraine", Upos::propn, 1, "nsubj"),
                  word("shot", "shoot", Upos::verb, -1, "root"), word("down", "down", Upos::adp, 3, "case"),
                  word("drones", "drone", Upos::noun, 1, "obl")}) == "1.nsubj -1.root 1.compound:prt 1.obj");
    CHECK(mended({word("Ukraine", "Ukraine", Upos::propn, 1, "nsubj"),
                  word("met", "meet", Upos::verb, -1, "root"), word("in", "in", Upos::adp, 3, "case"),
                  word("Geneva", "Geneva", Upos::propn, 1, "obl")}) == "1.nsubj -1.root 3.case 1.obl");
}

TEST_CASE("both stand between", "[events][mend]") {
    CHECK(
        mended({word("war", "war", Upos::noun, 6, "nsubj"), word("between", "between", Upos::adp, 2, "case"),
                word("China", "China", Upos::propn, 0, "nmod"), word("and", "and", Upos::cconj, 6, "cc"),
                word("the", "the", Upos::det, 5, "det"), word("US", "US", Upos::propn, 6, "nsubj"),
                word("hurts", "hurt", Upos::verb, -1, "root")}) ==
        "6.nsubj 2.case 0.nmod 5.cc 5.det 2.conj -1.root");
}

TEST_CASE("a gerund of blame belongs to the verb", "[events][mend]") {
    CHECK(mended({word("Peru", "Peru", Upos::propn, 1, "nsubj"),
                  word("accused", "accuse", Upos::verb, -1, "root"),
                  word("Chile", "Chile", Upos::propn, 1, "obj"), word("of", "of", Upos::sconj, 4, "mark"),
                  word("spying", "spy", Upos::verb, 2, "acl")}) == "1.nsubj -1.root 1.obj 4.mark 1.advcl");
}

TEST_CASE("trees without what is misread stay as they are, also broken ones", "[events][mend]") {
    CHECK(mended({}).empty());
    CHECK(mended({word("shot", "shoot", Upos::verb, -1, "root")}) == "-1.root");
    CHECK(mended({word("shot", "shoot", Upos::verb, 1, "amod"),
                  word("down", "down", Upos::adp, 0, "case")}) == "1.amod 0.case");
}

TEST_CASE("'to' with a verb behind a verb is an infinitive", "[events][mend]") {
    CHECK(mended({word("Egypt", "Egypt", Upos::propn, 1, "nsubj"),
                  word("offered", "offer", Upos::verb, -1, "root"), word("to", "to", Upos::part, 3, "mark"),
                  word("mediate", "mediate", Upos::verb, 1, "obl", "VerbForm=Inf")}) ==
          "1.nsubj -1.root 3.mark 1.xcomp");
    WordGroups groups = WordGroups::load("en");
    groups.add("known_verb", "mediate");
    std::vector<Token> tokens = {
        word("Egypt", "Egypt", Upos::propn, 1, "nsubj"), word("offered", "offer", Upos::verb, -1, "root"),
        word("to", "to", Upos::adp, 3, "case"), word("mediate", "mediate", Upos::adj, 1, "obl")};
    mend_objects(tokens, groups);
    CHECK(tokens[3].upos == Upos::verb);
    CHECK(tokens[3].deprel == "xcomp");
}

TEST_CASE("a gerund behind 'begun' is what was begun", "[events][mend]") {
    CHECK(mended({word("Belarus", "Belarus", Upos::propn, 2, "nsubj"),
                  word("has", "have", Upos::aux, 2, "aux"), word("begun", "begin", Upos::verb, -1, "root"),
                  word("returning", "return", Upos::verb, 4, "amod"),
                  word("migrants", "migrant", Upos::noun, 2, "obj")}) ==
          "2.nsubj 2.aux -1.root 2.xcomp 3.obj");
}

TEST_CASE("a name behind a noun is no second object", "[events][mend]") {
    CHECK(mended({word("Moscow", "Moscow", Upos::propn, 1, "nsubj"),
                  word("praised", "praise", Upos::verb, -1, "root"),
                  word("its", "its", Upos::pron, 3, "nmod:poss"), word("ally", "ally", Upos::noun, 1, "obj"),
                  word("Serbia", "Serbia", Upos::propn, 1, "obj")}) ==
          "1.nsubj -1.root 3.nmod:poss 1.obj 3.appos");
}

TEST_CASE("the object behind an adjective is the verb's", "[events][mend]") {
    CHECK(mended({word("Caracas", "Caracas", Upos::propn, 1, "nsubj"),
                  word("rejected", "reject", Upos::verb, -1, "root"), word("as", "as", Upos::adp, 3, "case"),
                  word("illegal", "illegal", Upos::adj, 1, "xcomp"), word("the", "the", Upos::det, 5, "det"),
                  word("sanctions", "sanction", Upos::noun, 3, "obj")}) ==
          "1.nsubj -1.root 3.case 1.xcomp 5.det 1.obj");
}

TEST_CASE("the second name of a list is no apposition of the first", "[events][mend]") {
    CHECK(mended({word("left", "leave", Upos::verb, -1, "root"), word("Peru", "Peru", Upos::propn, 0, "obj"),
                  word(",", ",", Upos::punct, 3, "punct"), word("Chile", "Chile", Upos::propn, 1, "appos"),
                  word("and", "and", Upos::cconj, 5, "cc"),
                  word("Bolivia", "Bolivia", Upos::propn, 3, "conj")}) ==
          "-1.root 0.obj 3.punct 1.conj 5.cc 1.conj");
}

TEST_CASE("a finite verb is no second part of an infinitive", "[events][mend]") {
    CHECK(mended({word("voted", "vote", Upos::verb, -1, "root", "Mood=Ind|Tense=Past|VerbForm=Fin"),
                  word("to", "to", Upos::part, 2, "mark"),
                  word("reprimand", "reprimand", Upos::verb, 0, "advcl", "VerbForm=Inf"),
                  word("Russia", "Russia", Upos::propn, 2, "obj"), word("and", "and", Upos::cconj, 5, "cc"),
                  word("demanded", "demand", Upos::verb, 2, "conj", "Mood=Ind|Tense=Past|VerbForm=Fin")}) ==
          "-1.root 2.mark 0.advcl 2.obj 5.cc 0.conj");
}
