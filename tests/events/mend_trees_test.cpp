#include "extract/events/mend_trees.hpp"

#include <string>
#include <vector>

#include "extract/events/language.hpp"
#include "extract/events/mend_clauses.hpp"
#include "extract/events/mend_headlines.hpp"
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

TEST_CASE("nothing is hung below itself", "[events][mend]") {
    // The preposition stands behind its noun.
    CHECK(mended({word("way", "way", Upos::noun, 2, "obl"), word("of", "of", Upos::adp, 0, "case"),
                  word("left", "leave", Upos::verb, -1, "root")}) == "2.obl 0.case -1.root");
    // The first party hangs from the conjunction.
    CHECK(mended({word("talks", "talk", Upos::noun, -1, "root"),
                  word("between", "between", Upos::adp, 2, "case"),
                  word("Israel", "Israel", Upos::propn, 3, "nmod"), word("and", "and", Upos::cconj, 0, "cc"),
                  word("Syria", "Syria", Upos::propn, 0, "conj")}) == "-1.root 2.case 3.nmod 0.cc 0.conj");
    // What the participle belongs to hangs from the hyphen.
    CHECK(mended({word("Indo", "Indo", Upos::propn, 4, "nsubj"), word("-", "-", Upos::punct, 0, "punct"),
                  word("backed", "back", Upos::verb, 3, "amod", "VerbForm=Part"),
                  word("treaty", "treaty", Upos::noun, 1, "appos"),
                  word("ended", "end", Upos::verb, -1, "root", "VerbForm=Fin")}) ==
          "4.nsubj 0.punct 3.amod 1.appos -1.root");
    // What says so hangs from the apposition.
    CHECK(mended({word("envoys", "envoy", Upos::noun, -1, "root"), word(",", ",", Upos::punct, 0, "punct"),
                  word("aides", "aide", Upos::noun, 0, "appos"),
                  word("said", "say", Upos::verb, 2, "dep", "VerbForm=Fin")}) ==
          "-1.root 0.punct 0.appos 2.dep");
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

TEST_CASE("a phrase with 'of' behind the subject is the subject's", "[events][mend]") {
    CHECK(mended({word("occupation", "occupation", Upos::noun, 3, "nsubj"),
                  word("of", "of", Upos::adp, 2, "case"), word("Korea", "Korea", Upos::propn, 3, "obl"),
                  word("left", "leave", Upos::verb, -1, "root"),
                  word("scars", "scar", Upos::noun, 3, "obj")}) == "3.nsubj 2.case 0.nmod -1.root 3.obj");
}

TEST_CASE("the first of two parties is no part of the second's name", "[events][mend]") {
    CHECK(mended({word("fighting", "fighting", Upos::noun, -1, "root"),
                  word("between", "between", Upos::adp, 5, "case"),
                  word("Chad", "Chad", Upos::propn, 5, "compound"), word("and", "and", Upos::cconj, 5, "cc"),
                  word("the", "the", Upos::det, 5, "det"), word("rebels", "rebel", Upos::noun, 0, "nmod")}) ==
          "-1.root 2.case 0.nmod 5.cc 5.det 2.conj");
}

TEST_CASE("a name behind the title of the second subject is no third", "[events][mend]") {
    CHECK(mended({word("Sadat", "Sadat", Upos::propn, 5, "nsubj"), word("and", "and", Upos::cconj, 2, "cc"),
                  word("premier", "premier", Upos::noun, 0, "conj"),
                  word("Begin", "Begin", Upos::propn, 5, "nsubj"), word("will", "will", Upos::aux, 5, "aux"),
                  word("meet", "meet", Upos::verb, -1, "root")}) ==
          "5.nsubj 2.cc 0.conj 2.appos 5.aux -1.root");
}

TEST_CASE("an infinitive behind an object is the complement of verbs that take both", "[events][mend]") {
    const auto sentence = [](const std::string& form, const std::string& lemma) {
        return mended({word("Chad", "Chad", Upos::propn, 1, "nsubj"),
                       word(form, lemma, Upos::verb, -1, "root"),
                       word("rebels", "rebel", Upos::noun, 1, "obj"), word("to", "to", Upos::part, 4, "mark"),
                       word("attack", "attack", Upos::verb, 1, "advcl", "VerbForm=Inf")});
    };
    CHECK(sentence("urged", "urge") == "1.nsubj -1.root 1.obj 4.mark 1.xcomp");
    CHECK(sentence("met", "meet") == "1.nsubj -1.root 1.obj 4.mark 1.advcl");
}

TEST_CASE("no plain verb stands right behind another", "[events][mend]") {
    CHECK(mended({word("Peru", "Peru", Upos::propn, 1, "nsubj"), word("laid", "lay", Upos::verb, -1, "root"),
                  word("claim", "claim", Upos::verb, 1, "ccomp", "VerbForm=Inf")}) ==
          "1.nsubj -1.root 1.obj");
    CHECK(mended(
              {word("Peru", "Peru", Upos::propn, 1, "nsubj"), word("helped", "help", Upos::verb, -1, "root"),
               word("build", "build", Upos::verb, 1, "xcomp", "VerbForm=Inf")}) == "1.nsubj -1.root 1.xcomp");
}

TEST_CASE("a verb with a subject of its own is no participle", "[events][mend]") {
    CHECK(mended({word("Peru", "Peru", Upos::propn, 1, "nsubj"),
                  word("waited", "wait", Upos::verb, -1, "root", "Mood=Ind|Tense=Past|VerbForm=Fin"),
                  word(",", ",", Upos::punct, 6, "punct"), word("while", "while", Upos::sconj, 6, "mark"),
                  word("Cuba", "Cuba", Upos::propn, 5, "nsubj"),
                  word("voiced", "voice", Upos::verb, 6, "amod", "Tense=Past|VerbForm=Part|Voice=Pass"),
                  word("support", "support", Upos::noun, 1, "obl")}) ==
          "1.nsubj -1.root 5.punct 5.mark 5.nsubj 1.advcl 5.obj");
    CHECK(mended({word("Oman", "Oman", Upos::propn, 3, "nsubj"), word("also", "also", Upos::adv, 2, "advmod"),
                  word("severed", "sever", Upos::verb, 3, "amod", "Tense=Past|VerbForm=Part|Voice=Pass"),
                  word("ties", "tie", Upos::noun, -1, "root")}) == "2.nsubj 2.advmod -1.root 2.obj");
}

TEST_CASE("the verb behind a relative clause is the root", "[events][mend]") {
    CHECK(mended({word("Iran", "Iran", Upos::propn, -1, "root"), word(",", ",", Upos::punct, 4, "punct"),
                  word("where", "where", Upos::adv, 4, "advmod"),
                  word("students", "student", Upos::noun, 4, "nsubj"),
                  word("rebelled", "rebel", Upos::verb, 0, "acl:relcl"),
                  word(",", ",", Upos::punct, 0, "punct"),
                  word("severed", "sever", Upos::verb, 7, "amod", "Tense=Past|VerbForm=Part"),
                  word("ties", "tie", Upos::noun, 4, "obj"), word(".", ".", Upos::punct, 0, "punct")}) ==
          "6.nsubj 4.punct 4.advmod 4.nsubj 0.acl:relcl 0.punct -1.root 6.obj 6.punct");
}

TEST_CASE("a plural behind a comma is no verb without subject", "[events][mend]") {
    CHECK(mended({word("Chad", "Chad", Upos::propn, 1, "nsubj"),
                  word("blamed", "blame", Upos::verb, -1, "root", "Mood=Ind|Tense=Past|VerbForm=Fin"),
                  word("Mali", "Mali", Upos::propn, 1, "obj"), word(",", ",", Upos::punct, 4, "punct"),
                  word("charges", "charge", Upos::verb, 1, "parataxis", "Tense=Pres|VerbForm=Fin"),
                  word("that", "that", Upos::sconj, 7, "mark"),
                  word("Bamako", "Bamako", Upos::propn, 7, "nsubj"),
                  word("denied", "deny", Upos::verb, 4, "ccomp", "Tense=Past|VerbForm=Fin")}) ==
          "1.nsubj -1.root 1.obj 4.punct 1.parataxis 7.obj 7.nsubj 4.acl:relcl");
}

TEST_CASE("the first of several verbs is no adverbial", "[events][mend]") {
    const auto sentence = [](const std::string& subject) {
        return mended({word("Washington", "Washington", Upos::propn, 1, "nsubj:pass"),
                       word("sided", "side", Upos::verb, 5, "advcl", "Tense=Past|VerbForm=Part|Voice=Pass"),
                       word("with", "with", Upos::adp, 3, "case"),
                       word("Peru", "Peru", Upos::propn, 1, "obl"),
                       word("Chad", "Chad", Upos::propn, 5, subject),
                       word("suspended", "suspend", Upos::verb, -1, "root", "Tense=Past|VerbForm=Fin"),
                       word("aid", "aid", Upos::noun, 5, "obj")});
    };
    CHECK(sentence("obl") == "1.nsubj -1.root 3.case 1.obl 5.obl 1.conj 5.obj");
    CHECK(sentence("nsubj") == "1.nsubj:pass 5.advcl 3.case 1.obl 5.nsubj -1.root 5.obj");
}

TEST_CASE("what stands between commas behind the subject is no second one", "[events][mend]") {
    CHECK(mended({word("League", "League", Upos::propn, 6, "nsubj"), word(",", ",", Upos::punct, 2, "punct"),
                  word("meeting", "meeting", Upos::noun, 6, "nsubj"), word("in", "in", Upos::adp, 4, "case"),
                  word("Cairo", "Cairo", Upos::propn, 2, "nmod"), word(",", ",", Upos::punct, 2, "punct"),
                  word("agreed", "agree", Upos::verb, -1, "root")}) ==
          "6.nsubj 2.punct 0.appos 4.case 2.nmod 2.punct -1.root");
}

TEST_CASE("an object behind the second verb is not the first's", "[events][mend]") {
    CHECK(mended({word("banned", "ban", Upos::verb, -1, "root", "Tense=Past|VerbForm=Fin"),
                  word("airlines", "airline", Upos::noun, 0, "obj"), word("and", "and", Upos::cconj, 3, "cc"),
                  word("imposed", "impose", Upos::verb, 0, "conj", "Tense=Past|VerbForm=Part|Voice=Pass"),
                  word("new", "new", Upos::adj, 5, "amod"),
                  word("sanctions", "sanction", Upos::noun, 0, "obj")}) ==
          "-1.root 0.obj 3.cc 0.conj 5.amod 3.obj");
}

TEST_CASE("no noun has an object", "[events][mend]") {
    WordGroups groups = WordGroups::load("en");
    groups.add("known_verb", "sign");
    std::vector<Token> tokens = {word("Britain", "Britain", Upos::propn, 1, "compound"),
                                 word("signs", "sign", Upos::noun, -1, "root", "Number=Plur"),
                                 word("pact", "pact", Upos::noun, 1, "obj")};
    mend_headlines(tokens, groups);
    CHECK(tokens[1].upos == Upos::verb);
    CHECK(links_of(tokens) == "1.nsubj -1.root 1.obj");
}

TEST_CASE("the verb of a headline is no part of its object's name, nor the subject of its object",
          "[events][mend]") {
    WordGroups groups = WordGroups::load("en");
    groups.add("known_verb", "bomb");
    groups.add("known_verb", "lodge");
    groups.add("known_noun", "protest");
    std::vector<Token> bombs = {word("Chadian", "Chadian", Upos::adj, 1, "amod"),
                                word("jets", "jet", Upos::noun, 3, "compound", "Number=Plur"),
                                word("bombs", "bomb", Upos::noun, 3, "compound", "Number=Plur"),
                                word("positions", "position", Upos::noun, -1, "root", "Number=Plur")};
    mend_headlines(bombs, groups);
    CHECK(links_of(bombs) == "1.amod 2.nsubj -1.root 2.obj");
    CHECK(bombs[2].upos == Upos::verb);

    std::vector<Token> lodges = {word("Japan", "Japan", Upos::propn, 1, "compound"),
                                 word("lodges", "lodge", Upos::noun, 2, "nsubj", "Number=Plur"),
                                 word("protest", "protest", Upos::verb, -1, "root", "Mood=Ind|VerbForm=Fin"),
                                 word("with", "with", Upos::adp, 4, "case"),
                                 word("China", "China", Upos::propn, 2, "obl")};
    auto sentence = lodges;
    mend_headlines(lodges, groups);
    CHECK(links_of(lodges) == "1.nsubj -1.root 1.obj 4.case 2.obl");
    // A sentence is no headline.
    sentence.push_back(word(".", ".", Upos::punct, 2, "punct"));
    mend_headlines(sentence, groups);
    CHECK(links_of(sentence) == "1.compound 2.nsubj -1.root 4.case 2.obl 2.punct");
}

TEST_CASE("a relative clause belongs to a noun of the clause that it stands in", "[events][mend]") {
    CHECK(mended({word("opened", "open", Upos::verb, -1, "root", "Tense=Past|VerbForm=Fin"),
                  word("ties", "tie", Upos::noun, 0, "obj"), word("and", "and", Upos::cconj, 3, "cc"),
                  word("broke", "break", Upos::verb, 0, "conj", "Tense=Past|VerbForm=Fin"),
                  word("with", "with", Upos::adp, 5, "case"), word("Taiwan", "Taiwan", Upos::propn, 3, "obl"),
                  word(",", ",", Upos::punct, 9, "punct"), word("which", "which", Upos::pron, 9, "obj"),
                  word("it", "it", Upos::pron, 9, "nsubj"),
                  word("recognised", "recognise", Upos::verb, 1, "acl:relcl", "Tense=Past|VerbForm=Fin")}) ==
          "-1.root 0.obj 3.cc 0.conj 5.case 3.obl 9.punct 9.obj 9.nsubj 5.acl:relcl");
}

TEST_CASE("the verb behind an aside is the root", "[events][mend]") {
    CHECK(mended({word("Ghana", "Ghana", Upos::propn, -1, "root"), word(",", ",", Upos::punct, 3, "punct"),
                  word("a", "a", Upos::det, 3, "det"), word("colony", "colony", Upos::noun, 0, "appos"),
                  word(",", ",", Upos::punct, 6, "punct"),
                  word("severed", "sever", Upos::verb, 6, "amod", "Tense=Past|VerbForm=Part"),
                  word("ties", "tie", Upos::noun, 0, "appos"), word(".", ".", Upos::punct, 6, "punct")}) ==
          "5.nsubj 3.punct 3.det 0.appos 6.punct -1.root 5.obj 6.punct");
    CHECK(mended({word("Nigeria", "Nigeria", Upos::propn, 6, "nsubj"),
                  word(",", ",", Upos::punct, 3, "punct"), word("a", "a", Upos::det, 3, "det"),
                  word("critic", "critic", Upos::noun, 6, "nsubj"), word(",", ",", Upos::punct, 3, "punct"),
                  word("imposed", "impose", Upos::verb, 6, "amod", "Tense=Past|VerbForm=Part"),
                  word("sanctions", "sanction", Upos::noun, -1, "root")}) ==
          "5.nsubj 3.punct 3.det 0.appos 3.punct -1.root 5.obj");
}

TEST_CASE("the second of three verbs is no participle", "[events][mend]") {
    const auto sentence = [](const std::string& third) {
        return mended({word("condemned", "condemn", Upos::verb, -1, "root", "Tense=Past|VerbForm=Fin"),
                       word("tests", "test", Upos::noun, 0, "obj"), word(",", ",", Upos::punct, 4, "punct"),
                       word("imposed", "impose", Upos::verb, 4, "amod", "Tense=Past|VerbForm=Part"),
                       word("curbs", "curb", Upos::noun, 1, "appos"),
                       word("and", "and", Upos::cconj, 6, "cc"),
                       word("asked", "ask", Upos::verb, 0, third, "Tense=Past|VerbForm=Fin")});
    };
    CHECK(sentence("conj") == "-1.root 0.obj 4.punct 0.conj 3.obj 6.cc 0.conj");
    CHECK(sentence("parataxis") == "-1.root 0.obj 4.punct 4.amod 1.appos 6.cc 0.parataxis");
}

TEST_CASE("a past tense between verbs is no participle of an object", "[events][mend]") {
    CHECK(mended({word("bombed", "bomb", Upos::verb, -1, "root", "Tense=Past|VerbForm=Fin"),
                  word("Sanaa", "Sanaa", Upos::propn, 0, "obj"), word("and", "and", Upos::cconj, 4, "cc"),
                  word("blocked", "block", Upos::verb, 4, "amod", "Tense=Past|VerbForm=Part"),
                  word("shipments", "shipment", Upos::noun, 0, "obj")}) == "-1.root 0.obj 3.cc 0.conj 3.obj");
    CHECK(mended({word("sought", "seek", Upos::verb, -1, "root", "Tense=Past|VerbForm=Fin"),
                  word("help", "help", Upos::noun, 0, "obj"), word(",", ",", Upos::punct, 3, "punct"),
                  word("revoked", "revoke", Upos::verb, 1, "amod", "Tense=Past|VerbForm=Part"),
                  word("agreements", "agreement", Upos::noun, 3, "obj")}) ==
          "-1.root 0.obj 3.punct 0.conj 3.obj");
}

TEST_CASE("what is told is no clause of who is told", "[events][mend]") {
    const auto sentence = [](const std::string& relation) {
        return mended({word("told", "tell", Upos::verb, -1, "root", "Tense=Past|VerbForm=Fin"),
                       word("reporters", "reporter", Upos::noun, 0, relation),
                       word("that", "that", Upos::sconj, 4, "mark"),
                       word("Paris", "Paris", Upos::propn, 4, "nsubj"),
                       word("agreed", "agree", Upos::verb, 1, "acl", "Tense=Past|VerbForm=Fin")});
    };
    CHECK(sentence("iobj") == "-1.root 0.iobj 4.mark 4.nsubj 0.ccomp");
    CHECK(sentence("obj") == "-1.root 0.obj 4.mark 4.nsubj 1.acl");  // "denied reports that …"
}

TEST_CASE("the name of a ship is its apposition", "[events][mend]") {
    CHECK(mended({word("sank", "sink", Upos::verb, -1, "root"),
                  word("Russian", "Russian", Upos::adj, 3, "amod"),
                  word("cruiser", "cruiser", Upos::noun, 3, "compound"),
                  word("Moskva", "Moskva", Upos::propn, 0, "obj")}) == "-1.root 2.amod 0.obj 2.appos");
}
