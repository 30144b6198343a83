#include <string>
#include <vector>

#include "tests/catch.hpp"
#include "tests/events/sketch.hpp"

using entente::test::claims_of;
using entente::test::draw;
using Claims = std::vector<std::string>;

TEST_CASE("what is denied keeps the claim and names who denies it", "[events][standing]") {
    CHECK(claims_of(
              draw("en",
                   "Peru/Peru/PROPN/2/nsubj@PER denied/deny/VERB/0/root/VerbForm=Fin that/that/SCONJ/5/mark "
                   "it/it/PRON/5/nsubj@PER:pronoun invaded/invade/VERB/2/ccomp/VerbForm=Fin "
                   "Chile/Chile/PROPN/5/obj@CHL")) == Claims{"PER ASSAULT CHL denied said=PER"});
}

TEST_CASE("a negation is counted once", "[events][standing]") {
    CHECK(claims_of(
              draw("nl",
                   "Peru/Peru/PROPN/2/nsubj@PER viel/binnenvallen/VERB/0/root/VerbForm=Fin "
                   "Chili/Chili/PROPN/2/obj@CHL niet/niet/ADV/2/advmod binnen/binnen/ADP/2/compound:prt")) ==
          Claims{"PER ASSAULT CHL negated"});
}

TEST_CASE("a condition makes it a thought", "[events][standing]") {
    CHECK(claims_of(
              draw("en",
                   "If/if/SCONJ/3/mark Peru/Peru/PROPN/3/nsubj@PER invades/invade/VERB/6/advcl/VerbForm=Fin "
                   "Chile/Chile/PROPN/3/obj@CHL Brazil/Brazil/PROPN/6/nsubj "
                   "waits/wait/VERB/0/root/VerbForm=Fin")) == Claims{"PER ASSAULT CHL hypothetical"});
}

TEST_CASE("a question is no statement", "[events][standing]") {
    CHECK(claims_of(draw("nl",
                         "Valt/binnenvallen/VERB/0/root/VerbForm=Fin Peru/Peru/PROPN/1/nsubj@PER "
                         "Chili/Chili/PROPN/1/obj@CHL binnen/binnen/ADP/1/compound:prt ?/?/PUNCT/1/punct")) ==
          Claims{"PER ASSAULT CHL hypothetical"});
}

TEST_CASE("who says that another has the right to something takes his side", "[events][standing]") {
    CHECK(claims_of(draw(
              "en",
              "Nepal/Nepal/PROPN/2/nsubj@NPL said/say/VERB/0/root/VerbForm=Fin India/India/PROPN/4/nsubj@IND "
              "has/have/VERB/2/ccomp/VerbForm=Fin the/the/DET/6/det right/right/NOUN/4/obj to/to/PART/8/mark "
              "build/build/VERB/6/acl/VerbForm=Inf")) == Claims{"NPL SUPPORT IND said=NPL"});
}

TEST_CASE("a clause behind a semicolon is no complement", "[events][standing]") {
    CHECK(claims_of(draw("en",
                         "Bolivia/Bolivia/PROPN/2/nsubj rejected/reject/VERB/0/root/VerbForm=Fin "
                         "calls/call/NOUN/2/obj ;/;/PUNCT/6/punct Peru/Peru/PROPN/6/nsubj@PER "
                         "invaded/invade/VERB/2/parataxis/VerbForm=Fin Chile/Chile/PROPN/6/obj@CHL")) ==
          Claims{"PER ASSAULT CHL"});
}
