#include "extract/time/time_reader.hpp"

namespace entente::detail {

bool TimeReader::part_of_name(std::size_t t) const {
    if (t > 0 && found_[t - 1] != nullptr && found_[t - 1]->name_before && capital(t - 1)) return true;
    if (t + 1 >= size() || token(t + 1).upos != Upos::propn || is(t + 1, tw_month)) return false;
    const Token& next = token(t + 1);
    return (next.deprel.starts_with("flat") && next.head == static_cast<int>(t)) ||
           (token(t).deprel.starts_with("compound") && token(t).head == static_cast<int>(t + 1));
}

std::optional<TimeReader::Core> TimeReader::weekday_at(std::size_t t, std::optional<Pick> pick) {
    if (!is(t, tw_weekday) || part_of_name(t)) return std::nullopt;
    if (!dutch_ && !capital(t)) return std::nullopt;
    if (forms_[t].size() <= 5 && !forms_[t].ends_with("day"))
        return std::nullopt;  // "Sun", "Wed" are too much else
    Core core;
    core.last = t + 1;
    core.interval.granularity = Granularity::day;
    core.resolved = published_.has_value();
    if (!published_) return core;
    const unsigned today = weekday(*published_);
    const int back = (static_cast<int>(today) - word(t).weekday + 7) % 7;
    const Day latest = *published_ - std::chrono::days(back);
    if (!pick) pick = tense_at(t) == Tense::ahead ? Pick::current : Pick::latest;
    Day day = latest;
    switch (*pick) {
        case Pick::latest:
            break;
        case Pick::before:
            if (back == 0) day = latest - std::chrono::days(7);
            break;
        case Pick::coming:
            day = latest + std::chrono::days(7);
            break;
        case Pick::current:
            if (back != 0) day = latest + std::chrono::days(7);
            break;
    }
    core.interval = day_interval(day);
    return core;
}

std::optional<TimeReader::Core> TimeReader::season_at(std::size_t t, bool prepositioned,
                                                      std::optional<Pick> pick) {
    if (!is(t, tw_season)) return std::nullopt;
    const auto month = static_cast<unsigned>(word(t).season);
    Core core;
    core.last = t + 1;
    core.interval.granularity = Granularity::season;
    std::size_t at = t + 1;
    if (form_is(at, "of") || form_is(at, "van")) ++at;
    if (const int year = year_at(at); year != 0) {
        core.interval = season(year, month);
        core.last = at + 1;
        return core;
    }
    if (!prepositioned && !pick) return std::nullopt;
    // "fall" and "spring" are verbs and nouns too.
    if (token(t).upos == Upos::verb) return std::nullopt;
    core.resolved = published_.has_value();
    if (!published_) return core;
    int year = year_of(*published_);
    if (!pick) pick = tense_at(t) == Tense::ahead ? Pick::coming : Pick::latest;
    Interval interval = season(year, month);
    switch (*pick) {
        case Pick::latest:
            while (*interval.start > *published_) interval = season(--year, month);
            break;
        case Pick::before:
            while (*interval.end >= *published_) interval = season(--year, month);
            break;
        case Pick::coming:
            if (*interval.end < *published_) interval = season(++year, month);
            break;
        case Pick::current:
            if (month == 12 && month_of(*published_) < 3) interval = season(--year, month);
            break;
    }
    core.interval = interval;
    return core;
}

int TimeReader::count_at(std::size_t t, std::size_t& after) const {
    after = t;
    if (t >= size()) return 0;
    if (is_digits(forms_[t]) && forms_[t].size() <= 3) {
        after = t + 1;
        return to_int(forms_[t]);
    }
    if (is(t, tw_number) || is(t, tw_vague)) {
        std::size_t at = t;
        int count = word(at).number;
        if (is(at, tw_number) && is(at + 1, tw_vague)) count = word(++at).number;  // "a few"
        if (form_is(at + 1, "of") && form_is(at, "couple")) ++at;
        after = at + 1;
        return count;
    }
    return 0;
}

std::optional<TimeReader::Core> TimeReader::duration(std::size_t t) {
    std::size_t at = t;
    int count = count_at(t, at);
    if (!is(at, tw_unit)) return std::nullopt;
    if (count == 0) {
        if (!plural_unit(at)) return std::nullopt;
        count = 3;
    }
    length_unit_ = unit_at(at);
    length_count_ = count;
    Core core;
    core.interval.granularity = granularity(length_unit_);
    core.last = at + 1;
    return core;
}

std::optional<TimeReader::Core> TimeReader::counted(std::size_t t) {
    std::size_t at = t;
    const int count = count_at(t, at);
    if (count == 0 || !is(at, tw_unit)) return std::nullopt;
    const Unit unit = unit_at(at);
    ++at;
    const bool ago = is(at, tw_ago);
    const bool later = is(at, tw_later);
    const bool earlier = is(at, tw_earlier);
    if (!ago && !later && !earlier) return std::nullopt;
    // "a week after the vote" counts from an event that is not known here.
    if (!ago && (forms_[at] == "after" || forms_[at] == "before") && at + 1 < size() &&
        token(at + 1).upos != Upos::punct)
        return std::nullopt;
    Core core;
    core.last = at + 1;
    core.interval.granularity = granularity(unit);
    const std::optional<Day> from = ago ? published_ : anchor_ ? anchor_->start : std::nullopt;
    core.resolved = from.has_value() && unit != Unit::hour;
    if (from && unit == Unit::hour && ago) {
        core.resolved = true;
        core.interval = day_interval(*from);
    } else if (core.resolved) {
        core.interval = whole(shift(*from, unit, later ? count : -count), unit);
    }
    return core;
}

std::optional<TimeReader::Core> TimeReader::modified(std::size_t t, bool article) {
    const std::uint32_t modifiers = tw_last | tw_past | tw_this | tw_next | tw_following | tw_that;
    if (!is(t, modifiers)) return std::nullopt;
    const std::uint32_t kind = word(t).classes;
    std::size_t at = t + 1;
    if (form_is(t, "that") && form_is(at, "same")) ++at;
    const auto pick_of = [&](bool earlier_one) {
        if ((kind & tw_next) != 0) return Pick::coming;
        if ((kind & tw_this) != 0) return Pick::current;
        return earlier_one ? Pick::before : Pick::latest;
    };
    if (is(at, tw_weekday)) {
        auto core = weekday_at(at, pick_of((kind & tw_last) != 0));
        if (core && (kind & tw_this) != 0 && tense_at(at) == Tense::past) core = weekday_at(at, Pick::latest);
        return core;
    }
    if (is(at, tw_season)) return season_at(at, true, pick_of(true));
    if (const int month = month_at(at, false); month != 0) return modified_month(at, month, kind);
    std::size_t after = at;
    const int count = count_at(at, after);
    // "the past three weeks", "de komende drie jaar", "the last few days"
    if (!is(after, tw_unit)) return std::nullopt;
    const Unit unit = unit_at(after);
    const bool plural = plural_unit(after);
    Core core;
    core.last = after + 1;
    core.interval.granularity = granularity(unit);
    const bool backward = (kind & (tw_last | tw_past)) != 0;
    const bool form_day = unit == Unit::day || unit == Unit::hour;
    if (count > 0 || plural) {
        if (!backward && (kind & tw_next) == 0) return std::nullopt;  // "these days"
        core.window = true;
        core.resolved = published_.has_value();
        const int steps = count > 0 ? count : 3;
        if (published_) {
            const Day other = shift(*published_, unit, backward ? -steps : steps);
            core.interval.start = backward ? other : *published_;
            core.interval.end = backward ? *published_ : other;
        }
        return core;
    }
    if ((kind & tw_that) != 0 || (kind & tw_following) != 0) {
        if (unit == Unit::hour) return std::nullopt;
        return from_anchor(core, unit, (kind & tw_following) != 0 ? 1 : 0);
    }
    if ((kind & tw_next) != 0) {
        // "the next day" counts from what was told.
        if (article && form_day) return from_anchor(core, unit, 1);
        if (article && anchor_ && tense_at(t) == Tense::past) return from_anchor(core, unit, 1);
        return from_published(core, unit, 1, after);
    }
    if ((kind & tw_this) != 0) {
        if (unit == Unit::day &&
            (forms_[after] == "day" || forms_[after] == "dag" || forms_[after] == "days"))
            return std::nullopt;
        return from_published(core, unit, 0, after);
    }
    if ((kind & tw_last) != 0) {
        if (unit == Unit::hour) return std::nullopt;
        const bool previous = form_is(t, "previous") || (dutch_ && article && form_is(t, "vorige"));
        if (form_day) {
            if (previous) return from_anchor(core, unit, -1);
            if (forms_[after] == "day" || forms_[after] == "dag") return std::nullopt;  // "the last day of"
        } else if (previous && anchor_ && !dutch_) {
            return from_anchor(core, unit, -1);
        }
        return from_published(core, unit, -1, after);
    }
    // "afgelopen week", "the past year": up to now; "afgelopen nacht"; "de laatste dag van" is none.
    if (form_is(t, "laatste") || form_is(t, "latest") || form_is(t, "recent") || form_is(t, "recente"))
        return std::nullopt;
    if (unit == Unit::weekend) return from_published(core, unit, -1, after);
    core.window = true;
    core.resolved = published_.has_value();
    if (published_) {
        core.interval.start = shift(*published_, unit, -1);
        core.interval.end = *published_;
    }
    return core;
}

std::optional<TimeReader::Core> TimeReader::modified_month(std::size_t t, int month, std::uint32_t kind) {
    Core core;
    core.last = t + 1;
    core.interval.granularity = Granularity::month;
    core.resolved = published_.has_value();
    if (!published_) return core;
    int year = year_of(*published_);
    const auto now = static_cast<int>(month_of(*published_));
    if ((kind & (tw_last | tw_past)) != 0 && month >= now) --year;
    if ((kind & tw_next) != 0 && month <= now) ++year;
    core.interval = month_interval(year, static_cast<unsigned>(month));
    return core;
}

std::optional<TimeReader::Core> TimeReader::from_anchor(Core core, Unit unit, int steps) const {
    core.resolved = anchor_ && anchor_->start;
    if (core.resolved)
        core.interval =
            whole(shift(steps > 0 && anchor_->end ? *anchor_->end : *anchor_->start, unit, steps), unit);
    return core;
}

std::optional<TimeReader::Core> TimeReader::from_published(Core core, Unit unit, int steps,
                                                           std::size_t unit_token) {
    core.resolved = published_.has_value() && unit != Unit::hour;
    if (core.resolved) {
        Day day = *published_;
        if (unit == Unit::weekend && steps < 0 && weekday(day) >= 6) day -= std::chrono::days(2);
        // On a Saturday or Sunday the weekend that runs is "this" one.
        core.interval =
            whole(shift(unit == Unit::weekend && steps < 0 ? day : *published_, unit, steps), unit);
    }
    // "volgende week maandag", "next week on Monday"
    std::size_t at = unit_token + 1;
    if (form_is(at, "on") || form_is(at, "op")) ++at;
    if (unit == Unit::week && is(at, tw_weekday) && dutch_) {
        core.last = at + 1;
        core.interval.granularity = Granularity::day;
        if (core.resolved)
            core.interval = day_interval(*core.interval.start + std::chrono::days(word(at).weekday - 1));
    }
    return core;
}

}  // namespace entente::detail
