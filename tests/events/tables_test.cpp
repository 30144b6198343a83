#include "extract/events/frame_lexicon.hpp"
#include "extract/events/language.hpp"
#include "knowledge/table.hpp"
#include "tests/catch.hpp"

using entente::EventLanguage;

TEST_CASE("every row of the tables of events can be read", "[events][knowledge]") {
    const auto* language = GENERATE("en", "nl");
    CAPTURE(language);
    const EventLanguage words(language);
    CHECK(words.frames.frames().size() > 10);
    CHECK(words.operators.operators().size() > 40);
    CHECK(words.groups.find("light") != nullptr);
}
