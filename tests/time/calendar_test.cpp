#include "extract/time/calendar.hpp"

#include "tests/catch.hpp"

using entente::parse_day;
using entente::to_string;
using namespace entente::detail;

TEST_CASE("months are added within their length", "[time]") {
    CHECK(to_string(shift(*parse_day("2024-03-31"), Unit::month, -1)) == "2024-02-29");
    CHECK(to_string(shift(*parse_day("2024-02-29"), Unit::year, 1)) == "2025-02-28");
    CHECK(to_string(shift(*parse_day("2024-12-31"), Unit::day, 1)) == "2025-01-01");
    CHECK(to_string(shift(*parse_day("2024-11-15"), Unit::quarter, 1)) == "2025-02-15");
}

TEST_CASE("a week runs from Monday to Sunday", "[time]") {
    CHECK(to_string(whole(*parse_day("2018-09-30"), Unit::week)) == "2018-09-24 to 2018-09-30");
    CHECK(to_string(whole(*parse_day("2018-10-01"), Unit::week)) == "2018-10-01 to 2018-10-07");
    CHECK(to_string(whole(*parse_day("2018-09-26"), Unit::weekend)) == "2018-09-29 to 2018-09-30");
}

TEST_CASE("winter begins in the year before", "[time]") {
    CHECK(to_string(whole(*parse_day("2024-02-10"), Unit::season)) == "2023-12-01 to 2024-02-29");
    CHECK(to_string(whole(*parse_day("2024-12-10"), Unit::season)) == "2024-12-01 to 2025-02-28");
    CHECK(to_string(whole(*parse_day("2024-07-10"), Unit::season)) == "2024-06-01 to 2024-08-31");
}

TEST_CASE("a century ends with the year of its number", "[time]") {
    CHECK(to_string(whole(*parse_day("2000-06-01"), Unit::century)) == "1901-01-01 to 2000-12-31");
    CHECK(to_string(whole(*parse_day("1995-06-01"), Unit::decade)) == "1990-01-01 to 1999-12-31");
}
