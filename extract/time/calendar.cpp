#include "extract/time/calendar.hpp"

#include <algorithm>

namespace entente::detail {

using std::chrono::days;
using std::chrono::last;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month_day;

namespace {

Day add_months(Day day, int count) {
    const year_month_day date(day);
    const auto shifted =
        year_month_day(date.year(), date.month(), std::chrono::day(1)) + std::chrono::months(count);
    const auto end = shifted.year() / shifted.month() / last;
    return sys_days(shifted.year() / shifted.month() / std::min(date.day(), end.day()));
}

}  // namespace

Granularity granularity(Unit unit) {
    switch (unit) {
        case Unit::hour:
        case Unit::day:
        case Unit::weekend:
            return Granularity::day;
        case Unit::week:
        case Unit::fortnight:
            return Granularity::week;
        case Unit::month:
            return Granularity::month;
        case Unit::quarter:
        case Unit::season:
            return Granularity::season;
        case Unit::year:
        case Unit::decade:
        case Unit::century:
            return Granularity::year;
    }
    return Granularity::open;
}

Day shift(Day day, Unit unit, int count) {
    switch (unit) {
        case Unit::hour:
            return day;
        case Unit::day:
            return day + days(count);
        case Unit::week:
        case Unit::weekend:
            return day + days(7 * count);
        case Unit::fortnight:
            return day + days(14 * count);
        case Unit::month:
            return add_months(day, count);
        case Unit::quarter:
        case Unit::season:
            return add_months(day, 3 * count);
        case Unit::year:
            return add_months(day, 12 * count);
        case Unit::decade:
            return add_months(day, 120 * count);
        case Unit::century:
            return add_months(day, 1200 * count);
    }
    return day;
}

unsigned weekday(Day day) { return std::chrono::weekday(day).iso_encoding(); }
int year_of(Day day) { return static_cast<int>(year_month_day(day).year()); }
unsigned month_of(Day day) { return static_cast<unsigned>(year_month_day(day).month()); }

Interval day_interval(Day day) { return {day, day, Granularity::day}; }

Interval month_interval(int y, unsigned m) {
    return {sys_days(year(y) / month(m) / 1), sys_days(year(y) / month(m) / last), Granularity::month};
}

Interval season(int y, unsigned m) {
    const Day start = sys_days(year(y) / month(m) / 1);
    return {start, add_months(start, 3) - days(1), Granularity::season};
}

Interval years(int first, int final) {
    return {sys_days(year(first) / 1 / 1), sys_days(year(final) / 12 / 31), Granularity::year};
}

Interval whole(Day day, Unit unit) {
    const int y = year_of(day);
    const unsigned m = month_of(day);
    switch (unit) {
        case Unit::hour:
        case Unit::day:
            return day_interval(day);
        case Unit::week:
        case Unit::fortnight: {
            const Day monday = day - days(weekday(day) - 1);
            return {monday, monday + days(6), Granularity::week};
        }
        case Unit::weekend: {
            const Day saturday = day - days(weekday(day) - 1) + days(5);
            return {saturday, saturday + days(1), Granularity::day};
        }
        case Unit::month:
            return month_interval(y, m);
        case Unit::quarter: {
            const Day start = sys_days(year(y) / month((m - 1) / 3 * 3 + 1) / 1);
            return {start, add_months(start, 3) - days(1), Granularity::season};
        }
        case Unit::season:
            return m < 3 ? season(y - 1, 12) : season(y, m / 3 * 3);
        case Unit::year:
            return years(y, y);
        case Unit::decade:
            return years(y / 10 * 10, y / 10 * 10 + 9);
        case Unit::century:
            return years((y - 1) / 100 * 100 + 1, (y - 1) / 100 * 100 + 100);
    }
    return {};
}

}  // namespace entente::detail
