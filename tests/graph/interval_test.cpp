#include "graph/interval.hpp"

#include <tuple>

#include "tests/catch.hpp"

using namespace entente;
using namespace std::chrono_literals;

TEST_CASE("a date is read to its granularity and written back the same", "[graph][interval]") {
    const auto [text, granularity] = GENERATE(table<const char*, Granularity>({
        {"2024", Granularity::year},
        {"2024-02", Granularity::month},
        {"2024-02-29", Granularity::day},
        {"0999-12-31", Granularity::day},
    }));
    CAPTURE(text);
    const auto interval = parse_interval(text);
    REQUIRE(interval);
    CHECK(interval->granularity == granularity);
    CHECK(to_string(*interval) == text);
}

TEST_CASE("what is no date is no interval", "[graph][interval]") {
    const auto* text = GENERATE("", "24", "2024-", "2024-13", "2024-02-30", " 2024", "2024-02-01 ",
                                "2024-2-1", "2024-02-01T00:00", "20240201", "abcd");
    CAPTURE(text);
    CHECK_FALSE(parse_interval(text));
    CHECK_FALSE(parse_day(text));
}

TEST_CASE("a month is no day", "[graph][interval]") { CHECK_FALSE(parse_day("2024-02")); }

TEST_CASE("open ends reach for ever", "[graph][interval]") {
    const Interval since{Day{2022y / 2 / 24}, std::nullopt, Granularity::day};
    CHECK(overlap(since, *parse_interval("2030")));
    CHECK_FALSE(overlap(since, *parse_interval("2022-01")));
    CHECK(overlap(since, *parse_interval("2022-02")));
    CHECK(contains(since, Day{2022y / 2 / 24}));
    CHECK_FALSE(contains(since, Day{2022y / 2 / 23}));
    CHECK(overlap(Interval{}, since));
}

TEST_CASE("an interval is written as short as its granularity allows", "[graph][interval]") {
    const auto march = *parse_interval("2024-03");
    CHECK(to_string(Interval{march.start, std::nullopt, Granularity::month}) == "since 2024-03");
    CHECK(to_string(Interval{march.start, std::nullopt, Granularity::day}) == "since 2024-03-01");
    CHECK(to_string(Interval{march.start, march.end, Granularity::season}) == "2024-03-01 to 2024-03-31");
    CHECK(to_string(Interval{std::nullopt, march.end, Granularity::day}) == "until 2024-03-31");
    CHECK(to_string(Interval{}).empty());
}
