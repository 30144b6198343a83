#include <string>
#include <vector>

#include "tests/catch.hpp"
#include "tests/events/sketch.hpp"

using entente::test::claims_of;
using entente::test::draw;
using Claims = std::vector<std::string>;

TEST_CASE("subject and object are source and target, also in the passive", "[events][roles]") {
    CHECK(claims_of(draw("en",
                         "Russia/Russia/PROPN/2/nsubj@RUS invaded/invade/VERB/0/root/VerbForm=Fin "
                         "Ukraine/Ukraine/PROPN/2/obj@UKR")) == Claims{"RUS ASSAULT UKR"});
    CHECK(claims_of(draw("en",
                         "Ukraine/Ukraine/PROPN/3/nsubj:pass@UKR was/be/AUX/3/aux:pass/VerbForm=Fin "
                         "invaded/invade/VERB/0/root/VerbForm=Part by/by/ADP/5/case "
                         "Russia/Russia/PROPN/3/obl:agent@RUS")) == Claims{"RUS ASSAULT UKR"});
}

TEST_CASE("a Dutch verb has its particle in front", "[events][roles]") {
    CHECK(claims_of(draw("nl",
                         "Rusland/Rusland/PROPN/2/nsubj@RUS viel/binnenvallen/VERB/0/root/VerbForm=Fin "
                         "Oekraïne/Oekraïne/PROPN/2/obj@UKR binnen/binnen/ADP/2/compound:prt")) ==
          Claims{"RUS ASSAULT UKR"});
}

TEST_CASE("an infinitive has the subject of the verb above it", "[events][roles]") {
    CHECK(
        claims_of(draw("en",
                       "Russia/Russia/PROPN/2/nsubj@RUS tried/try/VERB/0/root/VerbForm=Fin to/to/PART/4/mark "
                       "invade/invade/VERB/2/xcomp/VerbForm=Inf Georgia/Georgia/PROPN/4/obj@GEO")) ==
        Claims{"RUS ASSAULT GEO"});
}

TEST_CASE("a relative pronoun stands for its antecedent", "[events][roles]") {
    CHECK(claims_of(draw("nl",
                         "Italië/Italië/PROPN/5/nsubj@ITA dat/dat/PRON/4/nsubj/PronType=Rel "
                         "Griekenland/Griekenland/PROPN/4/obj@GRC "
                         "binnenviel/binnenvallen/VERB/1/acl:relcl/VerbForm=Fin "
                         "verloor/verliezen/VERB/0/root/VerbForm=Fin")) == Claims{"ITA ASSAULT GRC"});
}

TEST_CASE("nouns take genitives, demonyms and prepositions", "[events][roles]") {
    CHECK(claims_of(draw("en",
                         "Russia/Russia/PROPN/3/nmod:poss@RUS 's/'s/PART/1/case "
                         "invasion/invasion/NOUN/6/nsubj of/of/ADP/5/case "
                         "Ukraine/Ukraine/PROPN/3/nmod@UKR continues/continue/VERB/0/root/VerbForm=Fin")) ==
          Claims{"RUS ASSAULT UKR"});
    CHECK(claims_of(draw(
              "nl",
              "De/de/DET/3/det Duitse/Duits/ADJ/3/amod@DEU:demonym hulp/hulp/NOUN/6/nsubj aan/aan/ADP/5/case "
              "Oekraïne/Oekraïne/PROPN/3/nmod@UKR groeit/groeien/VERB/0/root/VerbForm=Fin")) ==
          Claims{"DEU AID UKR"});
}

TEST_CASE("a target inside a noun phrase is found, a venue is not", "[events][roles]") {
    CHECK(claims_of(draw("en",
                         "Ukraine/Ukraine/PROPN/2/nsubj@UKR shelled/shell/VERB/0/root/VerbForm=Fin "
                         "Russian/Russian/ADJ/4/amod@RUS:demonym territory/territory/NOUN/2/obj")) ==
          Claims{"UKR ASSAULT RUS"});
    CHECK(claims_of(draw(
              "en",
              "Lula/Lula/PROPN/2/nsubj@BRA met/meet/VERB/0/root/VerbForm=Fin Modi/Modi/PROPN/2/obj@IND "
              "on/on/ADP/6/case "
              "the/the/DET/6/det sidelines/sideline/NOUN/2/obl of/of/ADP/8/case UN/UN/PROPN/6/nmod@UN")) ==
          Claims{"BRA,IND CONSULT BRA,IND"});
}

TEST_CASE("promises and threats are events of their own", "[events][standing]") {
    CHECK(claims_of(draw("en",
                         "Spain/Spain/PROPN/3/nsubj@ESP will/will/AUX/3/aux/VerbForm=Fin "
                         "support/support/VERB/0/root/VerbForm=Inf "
                         "Peru/Peru/PROPN/3/obj@PER")) == Claims{"ESP AGREE PER promised"});
    CHECK(
        claims_of(draw(
            "en",
            "Russia/Russia/PROPN/2/nsubj@RUS threatened/threaten/VERB/0/root/VerbForm=Fin to/to/PART/4/mark "
            "attack/attack/VERB/2/xcomp/VerbForm=Inf Georgia/Georgia/PROPN/4/obj@GEO")) ==
        Claims{"RUS THREATEN GEO"});
    CHECK(claims_of(draw(
              "en",
              "Serbia/Serbia/PROPN/2/nsubj@SRB refused/refuse/VERB/0/root/VerbForm=Fin to/to/PART/4/mark "
              "meet/meet/VERB/2/xcomp/VerbForm=Inf Kosovo/Kosovo/PROPN/4/obj@XKX")) ==
          Claims{"SRB REJECT XKX"});
}

TEST_CASE("a visit to come stays a visit", "[events][standing]") {
    CHECK(claims_of(draw("en",
                         "Lula/Lula/PROPN/3/nsubj@BRA will/will/AUX/3/aux/VerbForm=Fin "
                         "visit/visit/VERB/0/root/VerbForm=Inf "
                         "Delhi/Delhi/PROPN/3/obj@IND")) == Claims{"BRA CONSULT IND promised"});
}

TEST_CASE("what is said belongs to who says it", "[events][attribution]") {
    CHECK(claims_of(
              draw("nl",
                   "Syrië/Syrië/PROPN/2/nsubj@SYR zei/zeggen/VERB/0/root/VerbForm=Fin dat/dat/SCONJ/6/mark "
                   "Israël/Israël/PROPN/6/nsubj@ISR "
                   "Libanon/Libanon/PROPN/6/obj@LBN binnenviel/binnenvallen/VERB/2/ccomp/VerbForm=Fin")) ==
          Claims{"ISR ASSAULT LBN said=SYR"});
}

TEST_CASE("who says that another must do something asks for it", "[events][standing]") {
    CHECK(claims_of(draw("en",
                         "London/London/PROPN/2/nsubj@GBR said/say/VERB/0/root/VerbForm=Fin "
                         "Tehran/Tehran/PROPN/5/nsubj@IRN "
                         "must/must/AUX/5/aux/VerbForm=Fin disarm/disarm/VERB/2/ccomp/VerbForm=Inf")) ==
          Claims{"GBR REQUEST IRN said=GBR"});
}

TEST_CASE("nothing happens within one state", "[events][roles]") {
    CHECK(claims_of(draw("en",
                         "Russia/Russia/PROPN/2/nsubj@RUS attacked/attack/VERB/0/root/VerbForm=Fin "
                         "Moscow/Moscow/PROPN/2/obj@RUS"))
              .empty());
}
