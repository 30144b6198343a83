#include "extract/events/mend_trees.hpp"

#include <string>
#include <vector>

#include "extract/events/language.hpp"
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
