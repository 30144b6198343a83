#include "graph/interval.hpp"

#include <array>

namespace entente {

namespace {

constexpr std::array<std::string_view, 6> granularity_names{"day", "week", "month", "season", "year", "open"};

/// Exactly `digits` decimal digits at the front of `text`, which are removed.
std::optional<int> take_number(std::string_view& text, std::size_t digits) {
    if (text.size() < digits) {
        return std::nullopt;
    }
    int value = 0;
    for (const char digit : text.substr(0, digits)) {
        if (digit < '0' || digit > '9') {
            return std::nullopt;
        }
        value = value * 10 + (digit - '0');
    }
    text.remove_prefix(digits);
    return value;
}

bool take(std::string_view& text, char expected) {
    if (!text.starts_with(expected)) {
        return false;
    }
    text.remove_prefix(1);
    return true;
}

void append_padded(std::string& out, unsigned value, std::size_t width) {
    const auto digits = std::to_string(value);
    out.append(width > digits.size() ? width - digits.size() : 0, '0').append(digits);
}

Day last_day_of_month(std::chrono::year_month month) {
    return Day{std::chrono::year_month_day_last{month.year(), std::chrono::month_day_last{month.month()}}};
}

bool is_whole_year(Day first, Day last) {
    const std::chrono::year_month_day start{first};
    return start == start.year() / 1 / 1 && last == Day{start.year() / 12 / 31};
}

bool is_whole_month(Day first, Day last) {
    const std::chrono::year_month_day start{first};
    return start.day() == std::chrono::day{1} && last == last_day_of_month(start.year() / start.month());
}

}  // namespace

std::string_view to_string(Granularity granularity) {
    return granularity_names[static_cast<std::size_t>(granularity)];
}

std::optional<Granularity> parse_granularity(std::string_view text) {
    for (std::size_t i = 0; i < granularity_names.size(); ++i) {
        if (granularity_names[i] == text) {
            return static_cast<Granularity>(i);
        }
    }
    return std::nullopt;
}

bool overlap(const Interval& a, const Interval& b) {
    return !(a.end && b.start && *a.end < *b.start) && !(b.end && a.start && *b.end < *a.start);
}

bool contains(const Interval& interval, Day day) {
    return (!interval.start || *interval.start <= day) && (!interval.end || day <= *interval.end);
}

std::string to_string(Day day) {
    const std::chrono::year_month_day date{day};
    const int year = static_cast<int>(date.year());
    std::string out = year < 0 ? "-" : "";
    append_padded(out, static_cast<unsigned>(year < 0 ? -year : year), 4);
    out += '-';
    append_padded(out, static_cast<unsigned>(date.month()), 2);
    out += '-';
    append_padded(out, static_cast<unsigned>(date.day()), 2);
    return out;
}

std::optional<Day> parse_day(std::string_view text) {
    const auto interval = parse_interval(text);
    if (!interval || interval->granularity != Granularity::day) {
        return std::nullopt;
    }
    return interval->start;
}

std::optional<Interval> parse_interval(std::string_view text) {
    const auto year_number = take_number(text, 4);
    if (!year_number) {
        return std::nullopt;
    }
    const std::chrono::year year{*year_number};
    if (text.empty()) {
        return Interval{Day{year / 1 / 1}, Day{year / 12 / 31}, Granularity::year};
    }
    const auto month_number = take(text, '-') ? take_number(text, 2) : std::nullopt;
    if (!month_number) {
        return std::nullopt;
    }
    const auto month = year / *month_number;
    if (!month.ok()) {
        return std::nullopt;
    }
    if (text.empty()) {
        return Interval{Day{month / 1}, last_day_of_month(month), Granularity::month};
    }
    const auto day_number = take(text, '-') ? take_number(text, 2) : std::nullopt;
    if (!day_number || !text.empty()) {
        return std::nullopt;
    }
    const auto date = month / *day_number;
    if (!date.ok()) {
        return std::nullopt;
    }
    return Interval{Day{date}, Day{date}, Granularity::day};
}

std::string to_string(const Interval& interval) {
    if (!interval.start && !interval.end) {
        return "";
    }
    if (!interval.start) {
        return "until " + to_string(*interval.end);
    }
    auto start = to_string(*interval.start);
    if (!interval.end) {
        // A beginning known to the month or year says no more than that.
        switch (interval.granularity) {
            case Granularity::month:
                return "since " + start.substr(0, start.size() - 3);
            case Granularity::year:
                return "since " + start.substr(0, start.size() - 6);
            case Granularity::day:
            case Granularity::week:
            case Granularity::season:
            case Granularity::open:
                return "since " + start;
        }
    }
    if (*interval.start == *interval.end) {
        return start;
    }
    if (interval.granularity == Granularity::year && is_whole_year(*interval.start, *interval.end)) {
        return start.substr(0, start.size() - 6);
    }
    if (interval.granularity == Granularity::month && is_whole_month(*interval.start, *interval.end)) {
        return start.substr(0, start.size() - 3);
    }
    return start + " to " + to_string(*interval.end);
}

}  // namespace entente
