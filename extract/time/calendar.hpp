#pragma once

#include <cstdint>

#include "graph/interval.hpp"

namespace entente::detail {

/// A unit in which news counts time.
enum class Unit : std::uint8_t {
    hour,
    day,
    week,
    weekend,
    fortnight,
    month,
    quarter,
    season,
    year,
    decade,
    century
};

/// Granularity in which a time of this unit is known.
Granularity granularity(Unit unit);

/// `day` moved by `count` units, into the past if negative; the day of the month is cut to the month's
/// length.
Day shift(Day day, Unit unit, int count);

/// The whole unit (Monday to Sunday, the calendar month, December to February …) in which `day` lies.
Interval whole(Day day, Unit unit);

Interval day_interval(Day day);
/// The season that begins in `month` (3, 6, 9 or 12) of `year`.
Interval season(int year, unsigned month);
Interval month_interval(int year, unsigned month);
Interval years(int first, int last);

/// Monday is 1, Sunday 7.
unsigned weekday(Day day);

int year_of(Day day);
unsigned month_of(Day day);

}  // namespace entente::detail
