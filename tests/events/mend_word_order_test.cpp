#include "extract/events/mend_word_order.hpp"

#include <string>
#include <vector>

#include "extract/events/language.hpp"
#include "tests/catch.hpp"
#include "tests/events/links.hpp"

using namespace entente;

namespace {

/// The links of the mended sentence.
std::string mended(std::vector<Token> tokens, const std::string& language = "nl") {
    mend_word_order(tokens, WordGroups::load(language));
    return links_of(tokens);
}

std::vector<Token> called_upon() {
    return {word("Peru", "Peru", Upos::propn, 1, "nsubj"),
            word("riep", "roepen", Upos::verb, -1, "root", "VerbForm=Fin"),
            word("Chili", "Chili", Upos::propn, 1, "obj"),
            word("op", "op", Upos::adp, 4, "case"),
            word("troepen", "troep", Upos::noun, 7, "obl"),
            word("terug", "terug", Upos::adv, 7, "compound:prt"),
            word("te", "te", Upos::adp, 7, "mark"),
            word("trekken", "terugtrekken", Upos::verb, 1, "xcomp", "VerbForm=Inf")};
}

}  // namespace

TEST_CASE("a particle before an infinitive is no preposition", "[events][mend]") {
    CHECK(mended(called_upon()) ==
          "1.nsubj -1.root 1.obj 1.compound:prt 7.obj 7.compound:prt 7.mark 1.xcomp");
    std::vector<Token> tokens = called_upon();
    mend_word_order(tokens, WordGroups::load("nl"));
    CHECK(tokens[1].lemma == "oproepen");
    CHECK(mended(called_upon(), "en") == "1.nsubj -1.root 1.obj 4.case 7.obl 7.compound:prt 7.mark 1.xcomp");
}

TEST_CASE("the noun that an infinitive belongs to is no object of it", "[events][mend]") {
    CHECK(mended({word("riep", "roepen", Upos::verb, -1, "root", "VerbForm=Fin"),
                  word("hem", "hij", Upos::pron, 0, "obj"), word("op", "op", Upos::adp, 4, "case"),
                  word("het", "het", Upos::det, 4, "det"), word("matje", "matje", Upos::noun, 0, "obl"),
                  word("om", "om", Upos::adp, 7, "mark"), word("te", "te", Upos::adp, 7, "mark"),
                  word("praten", "praten", Upos::verb, 4, "acl", "VerbForm=Inf")}) ==
          "-1.root 0.obj 4.case 4.det 0.obl 7.mark 7.mark 4.acl");
}

TEST_CASE("a particle or a subject does not come to hang from what hangs from it", "[events][mend]") {
    // The verb before the particle hangs from the particle.
    CHECK(mended({word("biedt", "bieden", Upos::verb, 1, "advcl", "VerbForm=Fin"),
                  word("aan", "aan", Upos::adp, 2, "case"),
                  word("noemt", "noemen", Upos::verb, -1, "root", "VerbForm=Fin")}) ==
          "1.advcl 2.case -1.root");
    // So does the verb of the clause from its article.
    CHECK(mended({word("zegt", "zeggen", Upos::verb, -1, "root", "VerbForm=Fin"),
                  word("dat", "dat", Upos::sconj, 4, "mark"), word("het", "het", Upos::det, 0, "nsubj"),
                  word("Chili", "Chili", Upos::propn, 4, "nsubj"),
                  word("steunt", "steunen", Upos::verb, 2, "ccomp", "VerbForm=Fin")}) ==
          "-1.root 4.mark 0.nsubj 4.nsubj 2.ccomp");
}

TEST_CASE("a name behind a subject that has no apposition is an object", "[events][mend]") {
    CHECK(mended({word("heroverde", "heroveren", Upos::verb, -1, "root", "VerbForm=Fin"),
                  word("het", "het", Upos::det, 2, "det"), word("leger", "leger", Upos::noun, 0, "nsubj"),
                  word("Aleppo", "Aleppo", Upos::propn, 2, "appos")}) == "-1.root 2.det 0.nsubj 0.obj");
    CHECK(mended({word("sprak", "spreken", Upos::verb, -1, "root", "VerbForm=Fin"),
                  word("president", "president", Upos::noun, 0, "nsubj"),
                  word("Macron", "Macron", Upos::propn, 1, "appos")}) == "-1.root 0.nsubj 1.appos");
}

TEST_CASE("the second of two clauses may leave its verb out", "[events][mend]") {
    CHECK(mended({word("Chili", "Chili", Upos::propn, 1, "nsubj"),
                  word("stuurt", "sturen", Upos::verb, -1, "root", "VerbForm=Fin"),
                  word("tanks", "tank", Upos::noun, 1, "obj"), word("naar", "naar", Upos::adp, 4, "case"),
                  word("Peru", "Peru", Upos::propn, 1, "obl"), word("en", "en", Upos::cconj, 6, "cc"),
                  word("Cuba", "Cuba", Upos::propn, 4, "conj"),
                  word("geschut", "geschut", Upos::noun, 1, "obj")}) ==
          "1.nsubj -1.root 1.obj 4.case 1.obl 6.cc 1.orphan 6.orphan");
}

TEST_CASE("states and plurals have no article 'het'", "[events][mend]") {
    CHECK(mended({word("zegt", "zeggen", Upos::verb, -1, "root", "VerbForm=Fin"),
                  word("dat", "dat", Upos::sconj, 4, "mark"), word("het", "het", Upos::det, 3, "det"),
                  word("Peru", "Peru", Upos::propn, 4, "nsubj"),
                  word("steunt", "steunen", Upos::verb, 0, "ccomp", "VerbForm=Fin")}) ==
          "-1.root 4.mark 4.nsubj 4.obj 0.ccomp");
    CHECK(mended({word("zegt", "zeggen", Upos::verb, -1, "root", "VerbForm=Fin"),
                  word("dat", "dat", Upos::sconj, 4, "mark"), word("het", "het", Upos::det, 3, "det"),
                  word("Kremlin", "Kremlin", Upos::propn, 4, "nsubj"),
                  word("zwijgt", "zwijgen", Upos::verb, 0, "ccomp", "VerbForm=Fin")}) ==
          "-1.root 4.mark 3.det 4.nsubj 0.ccomp");
}
