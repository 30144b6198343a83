#include "extract/events/numbers.hpp"

#include "tests/catch.hpp"

using entente::parse_number;

TEST_CASE("points and commas part thousands in either language", "[events][numbers]") {
    CHECK(parse_number("11.000") == 11000.0);
    CHECK(parse_number("11,000") == 11000.0);
    CHECK(parse_number("1.250.000") == 1250000.0);
    CHECK(parse_number("2,5") == 2.5);
    CHECK(parse_number("2.5") == 2.5);
    CHECK(parse_number("0.125") == 0.125);
}

TEST_CASE("what is no number is none", "[events][numbers]") {
    CHECK_FALSE(parse_number(""));
    CHECK_FALSE(parse_number("F-16"));
    CHECK_FALSE(parse_number("1.2.3"));
    CHECK_FALSE(parse_number(".5"));
    CHECK_FALSE(parse_number("99999999999999999999999999"));
}
