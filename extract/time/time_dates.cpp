#include "extract/time/time_reader.hpp"

namespace entente::detail {

std::optional<Interval> TimeReader::dated_interval(int year, int month, int day) {
    if (month < 1 || month > 12 || year < 1 || year > 9999) return std::nullopt;
    if (day == 0) return month_interval(year, static_cast<unsigned>(month));
    const std::chrono::year_month_day date{std::chrono::year(year),
                                           std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    if (!date.ok()) return std::nullopt;
    return day_interval(std::chrono::sys_days(date));
}

int TimeReader::year_at(std::size_t t) const {
    if (t >= size() || forms_[t].size() != 4 || !is_digits(forms_[t])) return 0;
    const int year = to_int(forms_[t]);
    return year >= 1000 && year <= 2199 ? year : 0;
}

int TimeReader::day_at(std::size_t t) const {
    if (t >= size()) return 0;
    std::string_view text = forms_[t];
    std::size_t digits = 0;
    while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') ++digits;
    if (digits == 0 || digits > 2) return 0;
    const std::string_view suffix = text.substr(digits);
    if (!suffix.empty() && suffix != "st" && suffix != "nd" && suffix != "rd" && suffix != "th" &&
        suffix != "e" && suffix != "de" && suffix != "ste")
        return 0;
    const int day = to_int(text.substr(0, digits));
    return day >= 1 && day <= 31 ? day : 0;
}

int TimeReader::month_at(std::size_t t, bool with_number) const {
    if (!is(t, tw_month)) return 0;
    if (!dutch_ && !capital(t)) return 0;
    const bool abbreviated = forms_[t].size() <= 4 && forms_[t] != "may" && forms_[t] != "mei" &&
                             forms_[t] != "june" && forms_[t] != "july" && forms_[t] != "juni" &&
                             forms_[t] != "juli";
    if (abbreviated && !with_number) return 0;
    return word(t).month;
}

std::optional<TimeReader::Core> TimeReader::core_at(std::size_t t, bool prepositioned) {
    if (t >= size()) return std::nullopt;
    std::size_t at = t;
    const bool article = is(at, tw_article);
    if (article) ++at;
    if (at >= size()) return std::nullopt;
    if (const auto core = night_between(at)) return core;
    if (const auto core = part_of(at)) return core;
    if (const auto core = date(at, prepositioned)) return core;
    if (const auto core = modified(at, article)) return core;
    if (const auto core = counted(at)) return core;
    if (const auto core = decade(at)) return core;
    if (const auto core = century(at)) return core;
    if (const auto core = season_at(at, prepositioned || article)) return core;
    if (!article)
        if (const auto core = weekday_at(at)) return core;
    if (!article && is(at, tw_day_offset) && !is(at, tw_article)) return offset_day(at);
    if (const auto core = year(at, article, prepositioned)) return core;
    return std::nullopt;
}

std::optional<TimeReader::Core> TimeReader::offset_day(std::size_t t) const {
    // Dutch "morgen" after an article is the morning; the article was seen to.
    Core core;
    core.last = t + 1;
    core.resolved = published_.has_value();
    if (published_) core.interval = day_interval(shift(*published_, Unit::day, word(t).offset));
    core.interval.granularity = Granularity::day;
    return core;
}

std::optional<TimeReader::Core> TimeReader::night_between(std::size_t t) {
    if (!form_is(t, "nacht") || !form_is(t + 1, "van") || !is(t + 2, tw_weekday) || !form_is(t + 3, "op") ||
        !is(t + 4, tw_weekday))
        return std::nullopt;
    auto night = weekday_at(t + 4);
    if (!night) return std::nullopt;
    if (night->interval.start) night->interval.start = *night->interval.start - std::chrono::days(1);
    return night;
}

std::optional<TimeReader::Core> TimeReader::part_of(std::size_t t) {
    if (!is(t, tw_part)) return std::nullopt;
    std::size_t at = t + 1;
    if (form_is(at, "-")) ++at;
    if (form_is(at, "in") || form_is(at, "of") || form_is(at, "van")) ++at;
    if (form_is(at, "on")) return std::nullopt;
    return core_at(at, true);
}

std::optional<TimeReader::Core> TimeReader::date(std::size_t t, bool prepositioned) {
    std::size_t at = t;
    // "Saturday, September 29"
    if (is(at, tw_weekday)) {
        std::size_t next = at + 1;
        if (form_is(next, ",")) ++next;
        if (const auto core = date_without_weekday(next, true); core && core->day != 0) return core;
        return std::nullopt;
    }
    return date_without_weekday(at, prepositioned);
}

std::optional<TimeReader::Core> TimeReader::numeric(std::size_t t) const {
    // 2024-11-20 may be one token or five.
    std::size_t last = t + 1;
    std::string form = forms_[t];
    while (last < size() && last < t + 5 && token(last).begin == token(last - 1).end &&
           (forms_[last] == "-" || forms_[last] == "/" || is_digits(forms_[last])))
        form += forms_[last++];
    if (const auto day = parse_day(form)) {
        Core core;
        core.interval = day_interval(*day);
        core.last = last;
        core.day = 1;
        return core;
    }
    // 24-02-2022, 24/2/2022
    const std::size_t first = form.find_first_of("-/");
    if (first == std::string::npos || first == 0) return std::nullopt;
    const std::size_t second = form.find_first_of("-/", first + 1);
    if (second != std::string::npos) {
        const int day = to_int(std::string_view(form).substr(0, first));
        const int month = to_int(std::string_view(form).substr(first + 1, second - first - 1));
        const int year = to_int(std::string_view(form).substr(second + 1));
        if (year < 1000) return std::nullopt;
        const auto interval = day > 0 ? dated_interval(year, month, day) : std::nullopt;
        if (!interval) return std::nullopt;
        Core core;
        core.interval = *interval;
        core.last = last;
        core.day = 1;
        return core;
    }
    // 2014-2018, 1950-53
    const int from = first == 4 ? to_int(std::string_view(form).substr(0, 4)) : -1;
    const std::string_view rest = std::string_view(form).substr(first + 1);
    int to = rest.size() == 4 || rest.size() == 2 ? to_int(rest) : -1;
    if (from < 1000 || from > 2199 || to < 0) return std::nullopt;
    if (rest.size() == 2) to += from / 100 * 100;
    if (to <= from) return std::nullopt;
    Core core;
    core.interval = years(from, to);
    core.last = last;
    // "the Qing dynasty (1644-1912)": when it was, not when what is told was.
    if (t > 0 && form_is(t - 1, "(") && form_is(last, ")")) return std::nullopt;
    return core;
}

std::optional<TimeReader::Core> TimeReader::date_without_weekday(std::size_t t, bool prepositioned) {
    if (t >= size()) return std::nullopt;
    if (token(t).form[0] >= '0' && token(t).form[0] <= '9')
        if (const auto core = numeric(t)) return core;
    int month = 0;
    int day = 0;
    int last_day = 0;
    std::size_t at = t;
    const int beside = t + 1 < size() ? day_at(t + 1) + year_at(t + 1) : 0;
    if ((month = month_at(t, beside != 0)) != 0) {
        ++at;
        if ((day = day_at(at)) != 0 && !is(at + 1, tw_unit) && !form_is(at + 1, "percent")) {
            ++at;
            const std::size_t next = after_to(at);
            if (next != at && day_at(next) > day && !form_is(at, "and") && month_at(next + 1, true) == 0) {
                last_day = day_at(next);
                at = next + 1;
            }
        } else {
            day = 0;
        }
    } else if ((day = day_at(t)) != 0) {
        ++at;
        const std::size_t next = after_to(at);
        if (next != at && day_at(next) > day && month_at(next + 1, true) != 0) {
            last_day = day_at(next);
            at = next + 1;
        }
        if (form_is(at, "of")) ++at;
        if ((month = month_at(at, true)) == 0) return std::nullopt;
        ++at;
    } else {
        return std::nullopt;
    }
    std::size_t after = at;
    if (form_is(after, ",") && year_at(after + 1) != 0 && day != 0) ++after;
    if (form_is(after, "of") && year_at(after + 1) != 0) ++after;
    if (dutch_ && form_is(after, "van") && year_at(after + 1) != 0) ++after;
    int year = year_at(after);
    if (year != 0) at = after + 1;
    if (day == 0 && year == 0 && !prepositioned) return std::nullopt;
    Core core;
    core.last = at;
    core.interval.granularity = day != 0 ? Granularity::day : Granularity::month;
    if (year == 0) {
        core.month = month;
        core.day = day;
        year = nearest_year(month, day, t);
    }
    if (year == 0) {
        core.resolved = false;
        core.day = day;
        return core;
    }
    const auto interval = dated_interval(year, month, day);
    if (!interval) return std::nullopt;
    core.interval = *interval;
    core.day = day;
    if (last_day != 0)
        if (const auto end = dated_interval(year, month, last_day)) core.interval.end = end->end;
    return core;
}

int TimeReader::nearest_year(int month, int day, std::size_t t) {
    if (!published_) return anchor_ && anchor_->start ? year_of(*anchor_->start) : 0;
    const int year = year_of(*published_);
    const auto this_year = dated_interval(year, month, day);
    if (!this_year) return year;
    const Tense tense = tense_at(t);
    if (*this_year->start <= *published_) {
        if (tense != Tense::ahead || (this_year->end && *this_year->end >= *published_)) {
            // In January, "in December" lies behind; in December "on 8 January" ahead if the verb does
            // not mind.
            const auto next = dated_interval(year + 1, month, day);
            const bool near_ahead = next && *next->start - *published_ <= std::chrono::days(60) &&
                                    *published_ - *this_year->start >= std::chrono::days(270);
            return tense == Tense::unknown && near_ahead ? year + 1 : year;
        }
        return year + 1;
    }
    const bool near_ahead = *this_year->start - *published_ <= std::chrono::days(60);
    return tense == Tense::ahead || (tense == Tense::unknown && near_ahead) ? year : year - 1;
}

std::optional<TimeReader::Core> TimeReader::year(std::size_t t, bool article, bool prepositioned) {
    std::size_t at = t;
    // "het jaar 1683", "the year 2000"
    if ((form_is(at, "jaar") || form_is(at, "year")) && year_at(at + 1) != 0) {
        Core core;
        core.interval = years(year_at(at + 1), year_at(at + 1));
        core.last = at + 2;
        return core;
    }
    const int year = year_at(at);
    if (year == 0) return std::nullopt;
    const bool noun = at + 1 < size() && token(at + 1).upos == Upos::noun;
    if (!prepositioned && !(article && noun && year >= 1800)) return std::nullopt;
    // "a survey of 1709 children" is no year.
    if (prepositioned && noun && !article &&
        (is(at + 1, tw_unit) || form_is(t - 1, "of") || form_is(t - 1, "van") || form_is(t - 1, "over") ||
         form_is(t - 1, "om") || form_is(t - 1, "at")))
        return std::nullopt;
    Core core;
    core.interval = years(year, year);
    core.last = at + 1;
    // "1950-53" and "1991 – 1995" in three tokens
    if (at + 2 < size() && (form_is(at + 1, "-") || form_is(at + 1, "–"))) {
        int to = year_at(at + 2);
        if (to == 0 && forms_[at + 2].size() == 2 && is_digits(forms_[at + 2]))
            to = year / 100 * 100 + to_int(forms_[at + 2]);
        if (to > year) {
            core.interval = years(year, to);
            core.last = at + 3;
        }
    }
    return core;
}

std::optional<TimeReader::Core> TimeReader::decade(std::size_t t) const {
    Core core;
    const std::string& form = forms_[t];
    // "1990s"
    if (form.size() == 5 && form.back() == 's' && is_digits(std::string_view(form).substr(0, 4))) {
        const int year = to_int(std::string_view(form).substr(0, 4));
        if (year % 10 != 0) return std::nullopt;
        core.interval = years(year, year + 9);
        core.last = t + 1;
        return core;
    }
    // "jaren zeventig", "jaren '70", "jaren 70"
    if (!form_is(t, "jaren") || t + 1 >= size()) return std::nullopt;
    std::size_t at = t + 1;
    int tens = is(at, tw_tens) ? word(at).number : 0;
    if (tens == 0) {
        if (forms_[at] == "'" || forms_[at] == "\u2019" || forms_[at] == "\u2018") ++at;
        if (at >= size()) return std::nullopt;
        std::string_view digits = forms_[at];
        while (!digits.empty() && (digits[0] < '0' || digits[0] > '9')) digits.remove_prefix(1);
        if (digits.size() != 2 || !is_digits(digits) || digits[1] != '0') return std::nullopt;
        tens = to_int(digits);
    }
    if (tens == 0) return std::nullopt;
    core.interval = years(1900 + tens, 1909 + tens);
    core.last = at + 1;
    return core;
}

std::optional<TimeReader::Core> TimeReader::century(std::size_t t) const {
    int number = is(t, tw_ordinal) ? word(t).number : day_at(t);
    if (number < 1 || number > 21 || t + 1 >= size() || !is(t + 1, tw_unit) ||
        word(t + 1).unit != static_cast<int>(Unit::century))
        return std::nullopt;
    Core core;
    core.interval = years((number - 1) * 100 + 1, number * 100);
    core.last = t + 2;
    return core;
}

}  // namespace entente::detail
