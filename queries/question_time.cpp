#include "queries/question_time.hpp"

#include <algorithm>
#include <charconv>
#include <map>

#include <fmt/format.h>

#include "knowledge/table.hpp"

namespace entente {

namespace {

using std::chrono::days;

using Words = std::vector<std::string>;

/// A date and the word after it.
struct Parsed {
    Interval time;
    std::size_t next = 0;
};

int number(const std::string& word) {
    int value = -1;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    return error == std::errc{} && end == word.data() + word.size() ? value : -1;
}

unsigned month_number(const std::string& word) {
    static const std::map<std::string, unsigned> months = [] {
        std::map<std::string, unsigned> found;
        const Table table = Table::load("page_words.tsv");
        for (std::size_t row = 0; row < table.size(); ++row) {
            if (table.cell(row, "kind") == "month") {
                found.emplace(table.cell(row, "word"),
                              static_cast<unsigned>(number(table.cell(row, "value"))));
            }
        }
        return found;
    }();
    const auto found = months.find(word);
    return found == months.end() ? 0 : found->second;
}

/// What knowledge/question_times.tsv says of word `at` as one of `kind`: its value, empty if it has none.
/// Nothing if it is no such word, or there is no word `at`.
std::optional<std::string> time_word(const Words& words, std::size_t at, const char* kind) {
    static const auto known = [] {
        std::map<std::pair<std::string, std::string>, std::string> found;
        const Table table = Table::load("question_times.tsv");
        for (std::size_t row = 0; row < table.size(); ++row) {
            found.emplace(std::pair{table.cell(row, "word"), table.cell(row, "kind")},
                          table.cell(row, "value"));
        }
        return found;
    }();
    if (at >= words.size()) {
        return std::nullopt;
    }
    const auto found = known.find({words[at], kind});
    return found == known.end() ? std::nullopt : std::optional{found->second};
}

std::size_t skip(const Words& words, std::size_t at) {
    while (time_word(words, at, "skip")) {
        ++at;
    }
    return at;
}

/// "five", "5".
int count_at(const Words& words, std::size_t at) {
    if (at >= words.size()) {
        return -1;
    }
    const auto written = time_word(words, at, "number");
    return number(written ? *written : words[at]);
}

bool is_year(int value) { return value >= 1800 && value <= 2199; }

std::string padded(int value) { return fmt::format("{:02}", value); }

/// `1 march 2022`, `march 1 2022`, `march 2022`, `2022`, `2022 03 01` (dashes are spaces by now).
std::optional<Parsed> parse_date(const Words& words, std::size_t at) {
    const auto value = [&](std::size_t i) { return i < words.size() ? number(words[i]) : -1; };
    const auto month = [&](std::size_t i) { return i < words.size() ? month_number(words[i]) : 0U; };
    const auto make = [](const std::string& text, std::size_t next) -> std::optional<Parsed> {
        const auto interval = parse_interval(text);
        return interval ? std::optional<Parsed>{{*interval, next}} : std::nullopt;
    };
    if (value(at) > 0 && value(at) <= 31 && month(at + 1) > 0 && is_year(value(at + 2))) {
        return make(words[at + 2] + "-" + padded(static_cast<int>(month(at + 1))) + "-" + padded(value(at)),
                    at + 3);
    }
    if (month(at) > 0 && value(at + 1) > 0 && value(at + 1) <= 31 && is_year(value(at + 2))) {
        return make(words[at + 2] + "-" + padded(static_cast<int>(month(at))) + "-" + padded(value(at + 1)),
                    at + 3);
    }
    if (month(at) > 0 && is_year(value(at + 1))) {
        return make(words[at + 1] + "-" + padded(static_cast<int>(month(at))), at + 2);
    }
    if (is_year(value(at))) {
        if (at + 2 < words.size() && words[at + 1].size() == 2 && words[at + 2].size() == 2 &&
            value(at + 1) > 0 && value(at + 2) > 0) {
            if (const auto day = make(words[at] + "-" + words[at + 1] + "-" + words[at + 2], at + 3)) {
                return day;
            }
        }
        if (at + 1 < words.size() && words[at + 1].size() == 2 && value(at + 1) > 0 && value(at + 1) <= 12) {
            return make(words[at] + "-" + words[at + 1], at + 2);
        }
        return make(words[at], at + 1);
    }
    return std::nullopt;
}

Day first_of_month(int months_since_year_0) {
    return Day{std::chrono::year{months_since_year_0 / 12} /
               std::chrono::month{static_cast<unsigned>(months_since_year_0 % 12 + 1)} / 1};
}

/// `count` months from the one that is number `month` (1 to 12) of `year`.
Interval months_of(int year, int month, int count) {
    const int first = year * 12 + month - 1;
    const Granularity granularity =
        count == 1 ? Granularity::month : (count == 3 ? Granularity::season : Granularity::year);
    return {first_of_month(first), first_of_month(first + count) - days{1}, granularity};
}

int months_in(const std::string& unit) {
    static const std::map<std::string, int> months = {
        {"month", 1}, {"quarter", 3}, {"half", 6}, {"year", 12}, {"decade", 120}};
    const auto found = months.find(unit);
    return found == months.end() ? 0 : found->second;
}

int days_in(const std::string& unit) { return unit == "day" ? 1 : (unit == "week" ? 7 : 0); }

/// `count` units before `day`; the month's last day where it has no such day.
Day before(Day day, int count, const std::string& unit) {
    if (const int length = days_in(unit); length > 0) {
        return day - days{count * length};
    }
    const std::chrono::year_month_day date{day};
    const int month = static_cast<int>(date.year()) * 12 +
                      static_cast<int>(static_cast<unsigned>(date.month())) - 1 - count * months_in(unit);
    const Day first = first_of_month(month);
    return std::min(first + days{static_cast<unsigned>(date.day()) - 1}, first_of_month(month + 1) - days{1});
}

/// The calendar's day, week (from Monday), month … that lies `back` before the one of `day`.
Interval calendar(Day day, const std::string& unit, int back) {
    if (unit == "day") {
        return {day - days{back}, day - days{back}, Granularity::day};
    }
    if (unit == "week") {
        const std::chrono::weekday weekday{day};
        const Day monday = day - days{weekday.iso_encoding() - 1} - days{7 * back};
        return {monday, monday + days{6}, Granularity::week};
    }
    const std::chrono::year_month_day date{day};
    const int length = months_in(unit);
    const int month =
        static_cast<int>(date.year()) * 12 + static_cast<int>(static_cast<unsigned>(date.month())) - 1;
    const int first = (month / length - back) * length;
    return months_of(first / 12, first % 12 + 1, length);
}

constexpr int most_units = 200;

/// "last year", "this month", "the past five years", "two years ago", "yesterday".
std::optional<Parsed> parse_relative(const Words& words, std::size_t at, Day today) {
    if (const auto day = time_word(words, at, "day")) {
        return Parsed{calendar(today, "day", -std::stoi(*day)), at + 1};
    }
    const int ago = count_at(words, at);
    if (const auto unit = time_word(words, at + 1, "unit");
        unit && ago > 0 && ago <= most_units && time_word(words, at + 2, "ago")) {
        return Parsed{calendar(today, *unit, ago), at + 3};
    }
    const bool last = time_word(words, at, "last").has_value();
    const bool past = time_word(words, at, "past").has_value();
    const int count = count_at(words, at + 1);
    if (const auto unit = time_word(words, at + 2, "unit");
        unit && (last || past) && count > 0 && count <= most_units) {
        return Parsed{{before(today, count, *unit) + days{1}, today, Granularity::day}, at + 3};
    }
    const bool previous = last || past || time_word(words, at, "previous");
    if (const auto season = time_word(words, at + 1, "season"); season && previous) {
        const int year = static_cast<int>(std::chrono::year_month_day{today}.year());
        const Interval this_year = months_of(year, number(*season), 3);
        return Parsed{*this_year.end < today ? this_year : months_of(year - 1, number(*season), 3), at + 2};
    }
    const auto unit = time_word(words, at + 1, "unit");
    if (!unit) {
        return std::nullopt;
    }
    if (past || (last && *unit == "decade")) {
        return Parsed{{before(today, 1, *unit) + days{1}, today, Granularity::day}, at + 2};
    }
    if (previous) {
        return Parsed{calendar(today, *unit, 1), at + 2};
    }
    return time_word(words, at, "current") ? std::optional{Parsed{calendar(today, *unit, 0), at + 2}}
                                           : std::nullopt;
}

/// "the third quarter of 2024", "Q3 2024", "first half of 2023", "summer 2014": parts of a year.
std::optional<Parsed> parse_part(const Words& words, std::size_t at) {
    int month = 0;
    int length = 3;
    std::size_t next = at + 1;
    if (const auto quarter = time_word(words, at, "quarter")) {
        month = number(*quarter) * 3 - 2;
    } else if (const auto season = time_word(words, at, "season")) {
        month = number(*season);
    } else if (const auto ordinal = time_word(words, at, "ordinal")) {
        const auto unit = time_word(words, at + 1, "unit");
        length = unit && (*unit == "quarter" || *unit == "half") ? months_in(*unit) : 0;
        month = (number(*ordinal) - 1) * length + 1;
        next = at + 2;
    }
    next = skip(words, next);
    if (next < words.size() && words[next] == "van") {
        ++next;
    }
    if (month < 1 || month > 12 || length == 0 || next >= words.size() || !is_year(number(words[next]))) {
        return std::nullopt;
    }
    // A winter begins in the year that it is named by: "winter of 2021".
    return Parsed{months_of(number(words[next]), month, length), next + 1};
}

/// "1990s", "'90s", "nineties", "jaren negentig", "jaren 90".
std::optional<Parsed> parse_decade(const Words& words, std::size_t at) {
    const bool years = time_word(words, at, "unit") == "year";
    const std::size_t place = years ? at + 1 : at;
    if (place >= words.size()) {
        return std::nullopt;
    }
    std::string word = words[place];
    int year = 0;
    if (const auto named = time_word(words, place, "decade")) {
        year = number(*named);
    } else {
        const bool marked = word.ends_with('s') || word.starts_with('\'');
        std::erase(word, '\'');
        if (word.ends_with('s')) {
            word.pop_back();
        }
        year = marked || years ? number(word) : -1;
        year += year >= 10 && year < 100 ? 1900 : 0;
    }
    if (!is_year(year) || year % 10 != 0) {
        return std::nullopt;
    }
    return Parsed{months_of(year, 1, 120), place + 1};
}

/// Any time that begins at word `at`.
std::optional<Parsed> parse_time(const Words& words, std::size_t at, Day today) {
    at = skip(words, at);
    if (at >= words.size()) {
        return std::nullopt;
    }
    auto found = parse_date(words, at);
    if (!found) {
        found = parse_part(words, at);
    }
    if (!found) {
        found = parse_decade(words, at);
    }
    return found ? found : parse_relative(words, at, today);
}

/// A row of knowledge/question_periods.tsv.
struct NamedPeriod {
    std::vector<Words> words;  ///< one after the other, each in any of these forms
    Interval time;
    Words with;  ///< one of these must be in the question; empty: none need be
    bool behind_lead = false;
};

const std::vector<NamedPeriod>& named_periods() {
    static const auto loaded = [] {
        std::vector<NamedPeriod> periods;
        const Table table = Table::load("question_periods.tsv");
        for (std::size_t row = 0; row < table.size(); ++row) {
            NamedPeriod period;
            for (const std::string& place : split_list(table.cell(row, "phrase"), ' ')) {
                period.words.push_back(split_list(place, '|'));
            }
            const auto start = parse_interval(table.cell(row, "start"));
            const auto end = parse_interval(table.cell(row, "end"));
            if (!start || !end || period.words.empty()) {
                throw table.error(row, "start and end must be dates, and the phrase not empty");
            }
            period.time = {start->start, end->end, Granularity::day};
            period.with = split_list(table.cell(row, "with"), '|');
            period.behind_lead = table.cell(row, "lead") == "yes";
            periods.push_back(std::move(period));
        }
        return periods;
    }();
    return loaded;
}

/// The longest period whose name begins at word `at`; `lead`: the word before it makes a time of any event.
std::optional<Parsed> parse_named(const Words& words, std::size_t at, bool lead) {
    at = skip(words, at);
    std::optional<Parsed> best;
    for (const NamedPeriod& period : named_periods()) {
        const std::size_t next = at + period.words.size();
        if (next > words.size() || (period.behind_lead && !lead) || (best && next <= best->next)) {
            continue;
        }
        bool fits =
            period.with.empty() || std::any_of(words.begin(), words.end(), [&](const std::string& word) {
                return std::find(period.with.begin(), period.with.end(), word) != period.with.end();
            });
        for (std::size_t i = 0; i < period.words.size() && fits; ++i) {
            const Words& forms = period.words[i];
            fits = std::find(forms.begin(), forms.end(), words[at + i]) != forms.end();
        }
        if (fits) {
            best = Parsed{period.time, next};
        }
    }
    return best;
}

/// What a preposition makes of the date behind it.
enum class Lead : std::uint8_t { since, until, before, after, within, on, range };

std::optional<Lead> lead_at(const Words& words, std::size_t at) {
    static const std::map<std::string, Lead> leads = {
        {"since", Lead::since}, {"until", Lead::until},   {"before", Lead::before}, {"after", Lead::after},
        {"on", Lead::on},       {"within", Lead::within}, {"range", Lead::range}};
    const auto word = time_word(words, at, "lead");
    return word ? std::optional{leads.at(*word)} : std::nullopt;
}

QuestionTime make_time(Lead lead, const Interval& time) {
    QuestionTime result;
    result.time = time;
    switch (lead) {
        case Lead::since:
            result.kind = QuestionTime::Kind::since;
            break;
        case Lead::after:
            result.kind = QuestionTime::Kind::since;
            result.time.start = *time.end + days{1};
            break;
        case Lead::until:
            result.kind = QuestionTime::Kind::until;
            break;
        case Lead::before:
            result.kind = QuestionTime::Kind::until;
            result.time.end = *time.start - days{1};
            break;
        case Lead::on:
        case Lead::within:
        case Lead::range:
            result.kind = time.start == time.end ? QuestionTime::Kind::on : QuestionTime::Kind::within;
            break;
    }
    return result;
}

/// "1 februari" of "van 1 februari tot 1 maart 2022": a day and month, or a month, whose year is that of the
/// end.
std::optional<Parsed> parse_with_later_year(const Words& words, std::size_t at, Day today) {
    constexpr std::size_t most_words = 2;
    for (std::size_t join = at + 1; join <= at + most_words && join + 1 < words.size(); ++join) {
        const auto end = time_word(words, join, "join") ? parse_time(words, join + 1, today) : std::nullopt;
        if (!end) {
            continue;
        }
        Words begun(words.begin() + static_cast<std::ptrdiff_t>(at),
                    words.begin() + static_cast<std::ptrdiff_t>(join));
        begun.push_back(
            std::to_string(static_cast<int>(std::chrono::year_month_day{*end->time.start}.year())));
        const auto start = parse_date(begun, 0);
        return start && start->next == begun.size() ? std::optional{Parsed{start->time, join}} : std::nullopt;
    }
    return std::nullopt;
}

/// "Jan-Mar 2023": the dash is a space by now.
std::optional<Parsed> parse_months(const Words& words, std::size_t at) {
    const auto named = [&](std::size_t month) { return parse_date({words[month], words[at + 2]}, 0); };
    if (at + 2 >= words.size()) {
        return std::nullopt;
    }
    const auto first = named(at);
    const auto last = named(at + 1);
    const bool months =
        first && last && first->next == 2 && last->next == 2 && first->time.start < last->time.start;
    return months ? std::optional{Parsed{{first->time.start, last->time.end, Granularity::day}, at + 3}}
                  : std::nullopt;
}

/// "2019 to 2021", "maart tot juni 2022": without a preposition "and" joins nothing.
bool is_up_to(const Words& words, std::size_t at) {
    return at < words.size() && time_word(words, at, "join") && words[at] != "and" && words[at] != "en";
}

/// "tot en met".
bool is_inclusive(const Words& words, std::size_t at) {
    return at + 2 < words.size() && words[at] == "tot" && words[at + 1] == "en" && words[at + 2] == "met";
}

}  // namespace

std::vector<QuestionTime> question_times(const Words& words, Day today) {
    std::vector<QuestionTime> found;
    for (std::size_t at = 0; at < words.size(); ++at) {
        const auto lead = lead_at(words, at);
        const std::size_t begin = lead ? at + (is_inclusive(words, at) ? 3 : 1) : at;
        // "In the invasion" and "about the invasion" name no time, "during" does.
        const bool within = lead == Lead::within && !time_word(words, at, "during");
        auto date = parse_named(words, begin, lead && !within && *lead != Lead::on && *lead != Lead::range);
        if (!date) {
            date = parse_time(words, begin, today);
        }
        if (!date && (lead || is_up_to(words, begin + 1) || is_up_to(words, begin + 2))) {
            date = parse_with_later_year(words, begin, today);
        }
        const auto dashed = date ? std::nullopt : parse_months(words, begin);
        if (dashed) {
            date = dashed;
        }
        if (!date) {
            continue;
        }
        QuestionTime time = make_time(lead.value_or(Lead::within), date->time);
        const bool range = lead == Lead::range || lead == Lead::since || lead == Lead::within;
        const bool joined =
            (range && time_word(words, date->next, "join")) || (!lead && is_up_to(words, date->next));
        const std::size_t join = !joined ? 0 : (is_inclusive(words, date->next) ? 3 : 1);
        // "2019-2021": the dash is a space by now.
        if (dashed) {
            time.kind = QuestionTime::Kind::within;
        } else if (joined || (lead != Lead::on && date->time.granularity == Granularity::year)) {
            const auto second = parse_time(words, date->next + join, today);
            if (second && (joined || second->time.granularity == Granularity::year) &&
                *second->time.end >= *date->time.start) {
                time.kind = QuestionTime::Kind::within;
                time.time.end = second->time.end;
                date->next = second->next;
            }
        }
        time.first = at;
        time.last = date->next;
        found.push_back(time);
        at = date->next - 1;
    }
    return found;
}

}  // namespace entente
