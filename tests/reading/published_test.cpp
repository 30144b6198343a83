#include "extract/reading/published.hpp"

#include "tests/catch.hpp"

using namespace entente;

TEST_CASE("published dates are read in the forms that pages use", "[reading]") {
    const char* text =
        GENERATE("2026-01-27", "2026-01-27T23:30:00+01:00", "20260127", "Tue, 27 Jan 2026 14:05:00 GMT",
                 "27 januari 2026", "January 27, 2026, 14:05", "dinsdag 27 januari 2026 om 14:05");
    CAPTURE(text);
    const auto day = parse_published(text);
    REQUIRE(day);
    CHECK(to_string(*day) == "2026-01-27");
}

TEST_CASE("what is no date is no date", "[reading]") {
    const char* text = GENERATE("", "yesterday", "2026-02-30", "27 2026", "99 januari 2026", "januari");
    CAPTURE(text);
    CHECK_FALSE(parse_published(text));
}

TEST_CASE("a stamp counts back from the moment of retrieval", "[reading]") {
    using std::chrono::minutes;
    const auto with_time = parse_retrieved("2026-01-27T05:00");
    REQUIRE(with_time);
    CHECK(to_string(day_before(*with_time, minutes{60})) == "2026-01-27");
    CHECK(to_string(day_before(*with_time, minutes{7 * 60})) == "2026-01-26");
    const auto day_only = parse_retrieved("2026-01-27");
    REQUIRE(day_only);
    CHECK(to_string(day_before(*day_only, minutes{7 * 60})) == "2026-01-27");
    CHECK(to_string(day_before(*day_only, minutes{2 * 1440})) == "2026-01-25");
    CHECK_FALSE(parse_retrieved("2026-01-27T5"));
    CHECK_FALSE(parse_retrieved("2026-01-27T25:00"));
}
