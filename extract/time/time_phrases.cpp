#include <algorithm>
#include <charconv>

#include "extract/time/time_reader.hpp"
#include "graph/ascii.hpp"

namespace entente::detail {

namespace {

std::string lower(std::string_view form) {
    std::string result = lower_ascii(form);
    if (result.size() > 2 && result.back() == '.') result.pop_back();
    return result;
}

}  // namespace

bool is_digits(std::string_view text) {
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

int to_int(std::string_view text) {
    int value = -1;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    return read.ec == std::errc() && read.ptr == text.data() + text.size() ? value : -1;
}

void TimeReader::sentence(std::size_t index, const Sentence& sentence, std::vector<TimeMention>& out) {
    sentence_ = &sentence;
    forms_.clear();
    found_.clear();
    capital_.clear();
    bool any = false;
    for (const Token& token : sentence.tokens) {
        std::string_view form = token.form;
        if (form.starts_with("mid-") || form.starts_with("Mid-")) form.remove_prefix(4);  // "mid-February"
        capital_.push_back(!form.empty() && form[0] >= 'A' && form[0] <= 'Z' ? 1 : 0);
        forms_.push_back(lower(form));
        const auto word = words_.find(forms_.back());
        found_.push_back(word == words_.end() ? nullptr : &word->second);
        any = any ||
              (found_.back() != nullptr &&
               (found_.back()->classes & (tw_month | tw_weekday | tw_unit | tw_season | tw_day_offset |
                                          tw_then | tw_since_then | tw_tens)) != 0) ||
              (token.form[0] >= '0' && token.form[0] <= '9') || token.form[0] == '\'';
    }
    if (!any) return;
    for (std::size_t t = 0; t < forms_.size();) {
        TimeMention mention;
        mention.sentence = index;
        mention.first = t;
        if (!parse(t, mention)) {
            ++t;
            continue;
        }
        finish(mention);
        t = mention.last;
        out.push_back(std::move(mention));
    }
}

bool TimeReader::parse(std::size_t t, TimeMention& mention) {
    if (is(t, tw_since_then)) {
        mention.last = t + 1;
        return anchored_since(mention);
    }
    if (is(t, tw_since)) {
        if (is(t + 1, tw_then)) {
            mention.last = t + 2;
            return anchored_since(mention);
        }
        // "vanaf maandag" may lie ahead, "sinds september" does not.
        begun_ = !form_is(t, "vanaf");
        const auto core = range_or_core(t + 1, true);
        begun_ = false;
        if (core) {
            take(mention, *core);
            mention.since = true;
            mention.time.interval.end.reset();
            return true;
        }
        return false;
    }
    if (is(t, tw_from)) {
        if (const auto range = range_after(t + 1)) {
            take(mention, *range);
            return true;
        }
    }
    if (is(t, tw_for)) {
        const int measure = word(t).measure;
        std::size_t at = t + 1;
        if (is(at, tw_article)) ++at;
        if (const auto length = duration(at)) {
            if (is(length->last, tw_ago | tw_later | tw_earlier)) return false;
            if (measure == 1 || !published_) {
                mention.duration = measure == 1;
                mention.last = length->last + (is(length->last, tw_long) ? 1 : 0);
                mention.time.interval.granularity = length->interval.granularity;
                return true;
            }
            mention.last = length->last;
            mention.time.resolved = true;
            const Day ahead = shift(*published_, length_unit_, length_count_);
            mention.time.interval = measure == 2 ? Interval{*published_, ahead, length->interval.granularity}
                                                 : whole(ahead, length_unit_);
            return true;
        }
    }
    if (is(t, tw_until)) {
        std::size_t at = t + 1;
        if (form_is(at, "en") && form_is(at + 1, "met")) at += 2;
        if (const auto core = core_at(at, true)) {
            take(mention, *core);
            mention.time.interval.start.reset();
            return true;
        }
        return false;
    }
    if (is(t, tw_before)) {
        if (const auto core = core_at(t + 1, true)) {
            take(mention, *core);
            if (mention.time.interval.start) mention.time.interval.end = *core->interval.start;
            mention.time.interval.start.reset();
            return true;
        }
        if (dutch_ && form_is(t, "voor"))
            if (const auto length = duration(t + 1); length && !is(length->last, tw_ago)) {
                mention.duration = true;
                mention.last = length->last;
                mention.time.interval.granularity = length->interval.granularity;
                return true;
            }
    }
    if (is(t, tw_after)) {
        if (const auto core = core_at(t + 1, true)) {
            take(mention, *core);
            mention.time.interval.end.reset();
            return true;
        }
    }
    if (is(t, tw_in | tw_from))
        if (const auto core = range_or_core(t + 1, true)) {
            take(mention, *core);
            return true;
        }
    if (const auto core = range_or_core(t, false)) {
        take(mention, *core);
        return true;
    }
    // "drie weken lang"
    if (const auto length = duration(t); length && is(length->last, tw_long) && dutch_) {
        mention.duration = true;
        mention.last = length->last + 1;
        mention.time.interval.granularity = length->interval.granularity;
        return true;
    }
    return false;
}

bool TimeReader::anchored_since(TimeMention& mention) {
    mention.since = true;
    if (anchor_ && anchor_->start) {
        mention.time.interval = {anchor_->start, std::nullopt, anchor_->granularity};
        mention.time.resolved = true;
    }
    return true;
}

void TimeReader::take(TimeMention& mention, const Core& core) {
    mention.last = core.last;
    mention.time.resolved = core.resolved;
    if (core.resolved) {
        mention.time.interval = core.interval;
        if (!core.window && core.interval.start) anchor_ = core.interval;
    }
}

void TimeReader::finish(TimeMention& mention) const {
    while (mention.last < size() && found_[mention.last] != nullptr && found_[mention.last]->part_of_day &&
           is_day(mention))
        ++mention.last;
    const std::vector<Token>& tokens = sentence_->tokens;
    for (std::size_t t = mention.first; t < mention.last; ++t) {
        if (t > mention.first && tokens[t].begin > tokens[t - 1].end) mention.time.text += ' ';
        mention.time.text += tokens[t].form;
    }
    mention.head = mention.last - 1;
    int most = -1;
    for (std::size_t t = mention.first; t < mention.last; ++t) {
        if (tokens[t].deprel.empty()) break;
        if (tokens[t].head >= static_cast<int>(mention.first) &&
            tokens[t].head < static_cast<int>(mention.last))
            continue;
        int below = tokens[t].upos == Upos::adp ? 0 : 1;
        for (std::size_t u = mention.first; u < mention.last; ++u)
            below += tokens[u].head == static_cast<int>(t) ? 2 : 0;
        if (below > most) {
            most = below;
            mention.head = t;
        }
    }
}

std::size_t TimeReader::after_to(std::size_t t) const {
    if (!is(t, tw_to)) return t;
    if (form_is(t, "tot") && form_is(t + 1, "en") && form_is(t + 2, "met")) return t + 3;
    return t + 1;
}

std::optional<TimeReader::Core> TimeReader::range_after(std::size_t t) {
    auto first = core_at(t, true);
    if (!first) return std::nullopt;
    const std::size_t next = after_to(first->last);
    if (next == first->last) return std::nullopt;
    const auto second = core_at(next, true);
    if (!second) return std::nullopt;
    return join(*first, *second);
}

TimeReader::Core TimeReader::join(Core first, const Core& second) {
    if (first.month != 0 && second.month == 0 && second.interval.start) {
        const int year = year_of(*second.interval.start);
        if (const auto dated = dated_interval(year, first.month, first.day)) {
            first.interval = *dated;
            first.resolved = true;
        }
    }
    Core range = second;
    range.interval.start = first.interval.start;
    range.resolved = first.resolved && second.resolved;
    if (range.interval.start && range.interval.end && *range.interval.start > *range.interval.end)
        range.resolved = false;
    return range;
}

std::optional<TimeReader::Core> TimeReader::range_or_core(std::size_t t, bool prepositioned) {
    auto core = core_at(t, prepositioned);
    if (!core) return std::nullopt;
    // "2014-2018", "June 12 to June 14"; "and" joins only after "between".
    const bool joins = is(core->last, tw_to) && !form_is(core->last, "and") && !form_is(core->last, "en") &&
                       !form_is(core->last, "op");
    if (joins) {
        const auto second = core_at(after_to(core->last), true);
        if (second && core->interval.granularity == second->interval.granularity) return join(*core, *second);
    }
    return core;
}

}  // namespace entente::detail
