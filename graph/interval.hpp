#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace entente {

using Day = std::chrono::sys_days;  ///< proleptic Gregorian, without time zone

/// How precisely a time is known: the text says a day, a month, a year, …
enum class Granularity : std::uint8_t { day, week, month, season, year, open };

std::string_view to_string(Granularity granularity);
/// The reverse; empty for anything else.
std::optional<Granularity> parse_granularity(std::string_view text);

/// Valid time: the days from `start` to `end`, both included. An empty end (or start) is open: it holds
/// still, or it is not known when it began. A time known to the month is the whole month with
/// Granularity::month.
struct Interval {
    std::optional<Day> start;
    std::optional<Day> end;
    Granularity granularity = Granularity::open;
    bool operator==(const Interval&) const = default;
};

/// Whether the two have a day in common; an open end reaches for ever.
bool overlap(const Interval& a, const Interval& b);
/// Whether `day` lies in the interval; an open end reaches for ever.
bool contains(const Interval& interval, Day day);

/// `2024-10-07`.
std::string to_string(Day day);
/// Reads `2024-10-07` (ISO 8601). Empty where it is no such date (2024-02-30, surrounding space).
std::optional<Day> parse_day(std::string_view text);
/// Reads `2024`, `2024-10` or `2024-10-07`: that year, month or day, with its granularity. Empty otherwise.
std::optional<Interval> parse_interval(std::string_view text);
/// `2024-10-07`, `2024-10`, `2024`, `2024-03-01 to 2024-05-31`, `since 2022-02-24`: the shortest that says it
/// all.
std::string to_string(const Interval& interval);

}  // namespace entente
