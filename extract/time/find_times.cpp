#include "extract/time/find_times.hpp"

#include <algorithm>
#include <charconv>
#include <string>

#include "extract/time/calendar.hpp"
#include "extract/time/time_words.hpp"
#include "graph/ascii.hpp"

namespace entente {

namespace {

using detail::Unit;

/// Longer "sentences" are no sentences; they are passed over, since the work may grow with the square of the
/// length.
constexpr std::size_t max_tokens = 1000;

/// A time without its preposition.
struct Core {
    Interval interval;
    bool resolved = true;
    bool window = false;   ///< "the past weeks": up to or from now, nothing to count from
    std::size_t last = 0;  ///< token after it
    int month = 0;  ///< of a month (and day) without year, so that a year further on can be given to it
    int day = 0;
};

enum class Tense : std::uint8_t { past, ahead, unknown };

/// Whether a day without date lies ahead, as the words ("next") or the verb say.
enum class Pick : std::uint8_t { latest, before, coming, current };

std::string lower(std::string_view form) {
    std::string result = lower_ascii(form);
    if (result.size() > 2 && result.back() == '.') result.pop_back();
    return result;
}

bool is_digits(std::string_view text) {
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

int to_int(std::string_view text) {
    int value = -1;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    return read.ec == std::errc() && read.ptr == text.data() + text.size() ? value : -1;
}

/// The times of one sentence after another.
class Finder {
 public:
    Finder(std::optional<Day> published, const detail::TimeWords& words, bool dutch)
        : published_(published), words_(words), dutch_(dutch) {}

    void sentence(std::size_t index, const Sentence& sentence, std::vector<TimeMention>& out) {
        sentence_ = &sentence;
        forms_.clear();
        found_.clear();
        capital_.clear();
        bool any = false;
        for (const Token& token : sentence.tokens) {
            std::string_view form = token.form;
            if (form.starts_with("mid-") || form.starts_with("Mid-"))
                form.remove_prefix(4);  // "mid-February"
            capital_.push_back(!form.empty() && form[0] >= 'A' && form[0] <= 'Z');
            forms_.push_back(lower(form));
            const auto word = words_.find(forms_.back());
            found_.push_back(word == words_.end() ? nullptr : &word->second);
            any = any ||
                  (found_.back() != nullptr &&
                   (found_.back()->classes & (detail::tw_month | detail::tw_weekday | detail::tw_unit |
                                              detail::tw_season | detail::tw_day_offset | detail::tw_then |
                                              detail::tw_since_then | detail::tw_tens)) != 0) ||
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

 private:
    std::size_t size() const { return forms_.size(); }
    bool is(std::size_t t, std::uint32_t classes) const {
        return t < size() && found_[t] != nullptr && (found_[t]->classes & classes) != 0;
    }
    const detail::TimeWord& word(std::size_t t) const { return *found_[t]; }
    const Token& token(std::size_t t) const { return sentence_->tokens[t]; }
    bool form_is(std::size_t t, std::string_view form) const { return t < size() && forms_[t] == form; }
    bool capital(std::size_t t) const { return capital_[t] != 0; }

    // ---- mentions -----------------------------------------------------------------------------------------

    bool parse(std::size_t t, TimeMention& mention) {
        if (is(t, detail::tw_since_then)) {
            mention.last = t + 1;
            return anchored_since(mention);
        }
        if (is(t, detail::tw_since)) {
            if (is(t + 1, detail::tw_then)) {
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
        if (is(t, detail::tw_from)) {
            if (const auto range = range_after(t + 1)) {
                take(mention, *range);
                return true;
            }
        }
        if (is(t, detail::tw_for)) {
            const int measure = word(t).measure;
            std::size_t at = t + 1;
            if (is(at, detail::tw_article)) ++at;
            if (const auto length = duration(at)) {
                if (is(length->last, detail::tw_ago | detail::tw_later | detail::tw_earlier)) return false;
                if (measure == 1 || !published_) {
                    mention.duration = measure == 1;
                    mention.last = length->last + (is(length->last, detail::tw_long) ? 1 : 0);
                    mention.time.interval.granularity = length->interval.granularity;
                    return true;
                }
                mention.last = length->last;
                mention.time.resolved = true;
                const Day ahead = detail::shift(*published_, length_unit_, length_count_);
                mention.time.interval = measure == 2
                                            ? Interval{*published_, ahead, length->interval.granularity}
                                            : detail::whole(ahead, length_unit_);
                return true;
            }
        }
        if (is(t, detail::tw_until)) {
            std::size_t at = t + 1;
            if (form_is(at, "en") && form_is(at + 1, "met")) at += 2;
            if (const auto core = core_at(at, true)) {
                take(mention, *core);
                mention.time.interval.start.reset();
                return true;
            }
            return false;
        }
        if (is(t, detail::tw_before)) {
            if (const auto core = core_at(t + 1, true)) {
                take(mention, *core);
                if (mention.time.interval.start) mention.time.interval.end = *core->interval.start;
                mention.time.interval.start.reset();
                return true;
            }
            if (dutch_ && form_is(t, "voor"))
                if (const auto length = duration(t + 1); length && !is(length->last, detail::tw_ago)) {
                    mention.duration = true;
                    mention.last = length->last;
                    mention.time.interval.granularity = length->interval.granularity;
                    return true;
                }
        }
        if (is(t, detail::tw_after)) {
            if (const auto core = core_at(t + 1, true)) {
                take(mention, *core);
                mention.time.interval.end.reset();
                return true;
            }
        }
        if (is(t, detail::tw_in | detail::tw_from))
            if (const auto core = range_or_core(t + 1, true)) {
                take(mention, *core);
                return true;
            }
        if (const auto core = range_or_core(t, false)) {
            take(mention, *core);
            return true;
        }
        // "drie weken lang"
        if (const auto length = duration(t); length && is(length->last, detail::tw_long) && dutch_) {
            mention.duration = true;
            mention.last = length->last + 1;
            mention.time.interval.granularity = length->interval.granularity;
            return true;
        }
        return false;
    }

    bool anchored_since(TimeMention& mention) {
        mention.since = true;
        if (anchor_ && anchor_->start) {
            mention.time.interval = {anchor_->start, std::nullopt, anchor_->granularity};
            mention.time.resolved = true;
        }
        return true;
    }

    void take(TimeMention& mention, const Core& core) {
        mention.last = core.last;
        mention.time.resolved = core.resolved;
        if (core.resolved) {
            mention.time.interval = core.interval;
            if (!core.window && core.interval.start) anchor_ = core.interval;
        }
    }

    void finish(TimeMention& mention) const {
        while (mention.last < size() && found_[mention.last] != nullptr &&
               found_[mention.last]->part_of_day && is_day(mention))
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

    static bool is_day(const TimeMention& mention) {
        return mention.time.interval.granularity == Granularity::day || !mention.time.resolved;
    }

    // ---- ranges -------------------------------------------------------------------------------------------

    /// The token after "to", "tot en met", "-" at `t`; `t` if there is none.
    std::size_t after_to(std::size_t t) const {
        if (!is(t, detail::tw_to)) return t;
        if (form_is(t, "tot") && form_is(t + 1, "en") && form_is(t + 2, "met")) return t + 3;
        return t + 1;
    }

    /// "X to Y" after "from", "between".
    std::optional<Core> range_after(std::size_t t) {
        auto first = core_at(t, true);
        if (!first) return std::nullopt;
        const std::size_t next = after_to(first->last);
        if (next == first->last) return std::nullopt;
        const auto second = core_at(next, true);
        if (!second) return std::nullopt;
        return join(*first, *second);
    }

    static Core join(Core first, const Core& second) {
        if (first.month != 0 && second.month == 0 && second.interval.start) {
            const int year = detail::year_of(*second.interval.start);
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

    std::optional<Core> range_or_core(std::size_t t, bool prepositioned) {
        auto core = core_at(t, prepositioned);
        if (!core) return std::nullopt;
        // "2014-2018", "June 12 to June 14"; "and" joins only after "between".
        const bool joins = is(core->last, detail::tw_to) && !form_is(core->last, "and") &&
                           !form_is(core->last, "en") && !form_is(core->last, "op");
        if (joins) {
            const auto second = core_at(after_to(core->last), true);
            if (second && core->interval.granularity == second->interval.granularity)
                return join(*core, *second);
        }
        return core;
    }

    // ---- cores --------------------------------------------------------------------------------------------

    static std::optional<Interval> dated_interval(int year, int month, int day) {
        if (month < 1 || month > 12 || year < 1 || year > 9999) return std::nullopt;
        if (day == 0) return detail::month_interval(year, static_cast<unsigned>(month));
        const std::chrono::year_month_day date{std::chrono::year(year),
                                               std::chrono::month(static_cast<unsigned>(month)),
                                               std::chrono::day(static_cast<unsigned>(day))};
        if (!date.ok()) return std::nullopt;
        return detail::day_interval(std::chrono::sys_days(date));
    }

    /// A year of four digits at `t`, or 0.
    int year_at(std::size_t t) const {
        if (t >= size() || forms_[t].size() != 4 || !is_digits(forms_[t])) return 0;
        const int year = to_int(forms_[t]);
        return year >= 1000 && year <= 2199 ? year : 0;
    }

    /// A day of the month at `t` ("12", "12th", "12e"), or 0.
    int day_at(std::size_t t) const {
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

    /// A month's name at `t`, or 0. Abbreviations and words that are also something else need a number beside
    /// them.
    int month_at(std::size_t t, bool with_number) const {
        if (!is(t, detail::tw_month)) return 0;
        if (!dutch_ && !capital(t)) return 0;
        const bool abbreviated = forms_[t].size() <= 4 && forms_[t] != "may" && forms_[t] != "mei" &&
                                 forms_[t] != "june" && forms_[t] != "july" && forms_[t] != "juni" &&
                                 forms_[t] != "juli";
        if (abbreviated && !with_number) return 0;
        return word(t).month;
    }

    std::optional<Core> core_at(std::size_t t, bool prepositioned) {
        if (t >= size()) return std::nullopt;
        std::size_t at = t;
        const bool article = is(at, detail::tw_article);
        if (article) ++at;
        if (at >= size()) return std::nullopt;
        if (const auto core = night_between(at)) return core;
        if (const auto core = part_of(at, article)) return core;
        if (const auto core = date(at, prepositioned)) return core;
        if (const auto core = modified(at, article, prepositioned)) return core;
        if (const auto core = counted(at)) return core;
        if (const auto core = decade(at)) return core;
        if (const auto core = century(at)) return core;
        if (const auto core = season_at(at, prepositioned || article)) return core;
        if (!article)
            if (const auto core = weekday_at(at)) return core;
        if (!article && is(at, detail::tw_day_offset) && !is(at, detail::tw_article)) return offset_day(at);
        if (const auto core = year(at, article, prepositioned)) return core;
        return std::nullopt;
    }

    std::optional<Core> offset_day(std::size_t t) const {
        // Dutch "morgen" after an article is the morning; the article was seen to.
        Core core;
        core.last = t + 1;
        core.resolved = published_.has_value();
        if (published_)
            core.interval = detail::day_interval(detail::shift(*published_, Unit::day, word(t).offset));
        core.interval.granularity = Granularity::day;
        return core;
    }

    /// "de nacht van maandag op dinsdag"
    std::optional<Core> night_between(std::size_t t) {
        if (!form_is(t, "nacht") || !form_is(t + 1, "van") || !is(t + 2, detail::tw_weekday) ||
            !form_is(t + 3, "op") || !is(t + 4, detail::tw_weekday))
            return std::nullopt;
        auto night = weekday_at(t + 4);
        if (!night) return std::nullopt;
        if (night->interval.start) night->interval.start = *night->interval.start - std::chrono::days(1);
        return night;
    }

    /// "early March", "eind 2021", "the end of last year", "eerder deze maand": the whole of it.
    std::optional<Core> part_of(std::size_t t, bool) {
        if (!is(t, detail::tw_part)) return std::nullopt;
        std::size_t at = t + 1;
        if (form_is(at, "-")) ++at;
        if (form_is(at, "in") || form_is(at, "of") || form_is(at, "van")) ++at;
        if (form_is(at, "on")) return std::nullopt;
        return core_at(at, true);
    }

    std::optional<Core> date(std::size_t t, bool prepositioned) {
        std::size_t at = t;
        // "Saturday, September 29"
        if (is(at, detail::tw_weekday)) {
            std::size_t next = at + 1;
            if (form_is(next, ",")) ++next;
            if (const auto core = date_without_weekday(next, true); core && core->day != 0) return core;
            return std::nullopt;
        }
        return date_without_weekday(at, prepositioned);
    }

    std::optional<Core> numeric(std::size_t t) const {
        // 2024-11-20 may be one token or five.
        std::size_t last = t + 1;
        std::string form = forms_[t];
        while (last < size() && last < t + 5 && token(last).begin == token(last - 1).end &&
               (forms_[last] == "-" || forms_[last] == "/" || is_digits(forms_[last])))
            form += forms_[last++];
        if (const auto day = parse_day(form)) {
            Core core;
            core.interval = detail::day_interval(*day);
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
        core.interval = detail::years(from, to);
        core.last = last;
        // "the Qing dynasty (1644-1912)": when it was, not when what is told was.
        if (t > 0 && form_is(t - 1, "(") && form_is(last, ")")) return std::nullopt;
        return core;
    }

    std::optional<Core> date_without_weekday(std::size_t t, bool prepositioned) {
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
            if ((day = day_at(at)) != 0 && !is(at + 1, detail::tw_unit) && !form_is(at + 1, "percent")) {
                ++at;
                const std::size_t next = after_to(at);
                if (next != at && day_at(next) > day && !form_is(at, "and") &&
                    month_at(next + 1, true) == 0) {
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

    /// The year for a date without one: so that it is the latest up to publication, or the coming one where
    /// the text looks ahead; 0 if it cannot be told.
    int nearest_year(int month, int day, std::size_t t) {
        if (!published_) return anchor_ && anchor_->start ? detail::year_of(*anchor_->start) : 0;
        const int year = detail::year_of(*published_);
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

    std::optional<Core> year(std::size_t t, bool article, bool prepositioned) {
        std::size_t at = t;
        // "het jaar 1683", "the year 2000"
        if ((form_is(at, "jaar") || form_is(at, "year")) && year_at(at + 1) != 0) {
            Core core;
            core.interval = detail::years(year_at(at + 1), year_at(at + 1));
            core.last = at + 2;
            return core;
        }
        const int year = year_at(at);
        if (year == 0) return std::nullopt;
        const bool noun = at + 1 < size() && token(at + 1).upos == Upos::noun;
        if (!prepositioned && !(article && noun && year >= 1800)) return std::nullopt;
        // "a survey of 1709 children" is no year.
        if (prepositioned && noun && !article &&
            (is(at + 1, detail::tw_unit) || form_is(t - 1, "of") || form_is(t - 1, "van") ||
             form_is(t - 1, "over") || form_is(t - 1, "om") || form_is(t - 1, "at")))
            return std::nullopt;
        Core core;
        core.interval = detail::years(year, year);
        core.last = at + 1;
        // "1950-53" and "1991 – 1995" in three tokens
        if (at + 2 < size() && (form_is(at + 1, "-") || form_is(at + 1, "–"))) {
            int to = year_at(at + 2);
            if (to == 0 && forms_[at + 2].size() == 2 && is_digits(forms_[at + 2]))
                to = year / 100 * 100 + to_int(forms_[at + 2]);
            if (to > year) {
                core.interval = detail::years(year, to);
                core.last = at + 3;
            }
        }
        return core;
    }

    std::optional<Core> decade(std::size_t t) const {
        Core core;
        const std::string& form = forms_[t];
        // "1990s"
        if (form.size() == 5 && form.back() == 's' && is_digits(std::string_view(form).substr(0, 4))) {
            const int year = to_int(std::string_view(form).substr(0, 4));
            if (year % 10 != 0) return std::nullopt;
            core.interval = detail::years(year, year + 9);
            core.last = t + 1;
            return core;
        }
        // "jaren zeventig", "jaren '70", "jaren 70"
        if (!form_is(t, "jaren") || t + 1 >= size()) return std::nullopt;
        std::size_t at = t + 1;
        int tens = is(at, detail::tw_tens) ? word(at).number : 0;
        if (tens == 0) {
            if (forms_[at] == "'" || forms_[at] == "\u2019" || forms_[at] == "\u2018") ++at;
            if (at >= size()) return std::nullopt;
            std::string_view digits = forms_[at];
            while (!digits.empty() && (digits[0] < '0' || digits[0] > '9')) digits.remove_prefix(1);
            if (digits.size() != 2 || !is_digits(digits) || digits[1] != '0') return std::nullopt;
            tens = to_int(digits);
        }
        if (tens == 0) return std::nullopt;
        core.interval = detail::years(1900 + tens, 1909 + tens);
        core.last = at + 1;
        return core;
    }

    std::optional<Core> century(std::size_t t) const {
        int number = is(t, detail::tw_ordinal) ? word(t).number : day_at(t);
        if (number < 1 || number > 21 || t + 1 >= size() || !is(t + 1, detail::tw_unit) ||
            word(t + 1).unit != static_cast<int>(Unit::century))
            return std::nullopt;
        Core core;
        core.interval = detail::years((number - 1) * 100 + 1, number * 100);
        core.last = t + 2;
        return core;
    }

    // ---- weekdays and seasons -----------------------------------------------------------------------------

    bool part_of_name(std::size_t t) const {
        if (t > 0 && found_[t - 1] != nullptr && found_[t - 1]->name_before && capital(t - 1)) return true;
        if (t + 1 >= size() || token(t + 1).upos != Upos::propn || is(t + 1, detail::tw_month)) return false;
        const Token& next = token(t + 1);
        return (next.deprel.starts_with("flat") && next.head == static_cast<int>(t)) ||
               (token(t).deprel.starts_with("compound") && token(t).head == static_cast<int>(t + 1));
    }

    std::optional<Core> weekday_at(std::size_t t, std::optional<Pick> pick = std::nullopt) {
        if (!is(t, detail::tw_weekday) || part_of_name(t)) return std::nullopt;
        if (!dutch_ && !capital(t)) return std::nullopt;
        if (forms_[t].size() <= 5 && !forms_[t].ends_with("day"))
            return std::nullopt;  // "Sun", "Wed" are too much else
        Core core;
        core.last = t + 1;
        core.interval.granularity = Granularity::day;
        core.resolved = published_.has_value();
        if (!published_) return core;
        const unsigned today = detail::weekday(*published_);
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
        core.interval = detail::day_interval(day);
        return core;
    }

    std::optional<Core> season_at(std::size_t t, bool prepositioned,
                                  std::optional<Pick> pick = std::nullopt) {
        if (!is(t, detail::tw_season)) return std::nullopt;
        const auto month = static_cast<unsigned>(word(t).season);
        Core core;
        core.last = t + 1;
        core.interval.granularity = Granularity::season;
        std::size_t at = t + 1;
        if (form_is(at, "of") || form_is(at, "van")) ++at;
        if (const int year = year_at(at); year != 0) {
            core.interval = detail::season(month == 12 && form_is(at, "van") ? year : year, month);
            core.last = at + 1;
            return core;
        }
        if (!prepositioned && !pick) return std::nullopt;
        // "fall" and "spring" are verbs and nouns too.
        if (token(t).upos == Upos::verb) return std::nullopt;
        core.resolved = published_.has_value();
        if (!published_) return core;
        int year = detail::year_of(*published_);
        if (!pick) pick = tense_at(t) == Tense::ahead ? Pick::coming : Pick::latest;
        Interval interval = detail::season(year, month);
        switch (*pick) {
            case Pick::latest:
                while (*interval.start > *published_) interval = detail::season(--year, month);
                break;
            case Pick::before:
                while (*interval.end >= *published_) interval = detail::season(--year, month);
                break;
            case Pick::coming:
                if (*interval.end < *published_) interval = detail::season(++year, month);
                break;
            case Pick::current:
                if (month == 12 && detail::month_of(*published_) < 3)
                    interval = detail::season(--year, month);
                break;
        }
        core.interval = interval;
        return core;
    }

    // ---- relative -----------------------------------------------------------------------------------------

    Unit unit_at(std::size_t t) const { return static_cast<Unit>(word(t).unit); }
    bool plural_unit(std::size_t t) const {
        return forms_[t].ends_with("s") ? !dutch_
                                        : dutch_ && (forms_[t].ends_with("en") || forms_[t] == "decennia");
    }

    /// A count at `t` ("3", "three", "a few", "een paar"): its value, and the token after it; 0 if there is
    /// none.
    int count_at(std::size_t t, std::size_t& after) const {
        after = t;
        if (t >= size()) return 0;
        if (is_digits(forms_[t]) && forms_[t].size() <= 3) {
            after = t + 1;
            return to_int(forms_[t]);
        }
        if (is(t, detail::tw_number) || is(t, detail::tw_vague)) {
            std::size_t at = t;
            int count = word(at).number;
            if (is(at, detail::tw_number) && is(at + 1, detail::tw_vague))
                count = word(++at).number;  // "a few"
            if (form_is(at + 1, "of") && form_is(at, "couple")) ++at;
            after = at + 1;
            return count;
        }
        return 0;
    }

    /// "three weeks", "years": leaves unit and count in length_unit_ and length_count_.
    std::optional<Core> duration(std::size_t t) {
        std::size_t at = t;
        int count = count_at(t, at);
        if (!is(at, detail::tw_unit)) return std::nullopt;
        if (count == 0) {
            if (!plural_unit(at)) return std::nullopt;
            count = 3;
        }
        length_unit_ = unit_at(at);
        length_count_ = count;
        Core core;
        core.interval.granularity = detail::granularity(length_unit_);
        core.last = at + 1;
        return core;
    }

    /// "three weeks ago", "twee weken later", "een dag eerder"
    std::optional<Core> counted(std::size_t t) {
        std::size_t at = t;
        const int count = count_at(t, at);
        if (count == 0 || !is(at, detail::tw_unit)) return std::nullopt;
        const Unit unit = unit_at(at);
        ++at;
        const bool ago = is(at, detail::tw_ago);
        const bool later = is(at, detail::tw_later);
        const bool earlier = is(at, detail::tw_earlier);
        if (!ago && !later && !earlier) return std::nullopt;
        // "a week after the vote" counts from an event that is not known here.
        if (!ago && (forms_[at] == "after" || forms_[at] == "before") && at + 1 < size() &&
            token(at + 1).upos != Upos::punct)
            return std::nullopt;
        Core core;
        core.last = at + 1;
        core.interval.granularity = detail::granularity(unit);
        const std::optional<Day> from = ago ? published_ : anchor_ ? anchor_->start : std::nullopt;
        core.resolved = from.has_value() && unit != Unit::hour;
        if (from && unit == Unit::hour && ago) {
            core.resolved = true;
            core.interval = detail::day_interval(*from);
        } else if (core.resolved) {
            core.interval = detail::whole(detail::shift(*from, unit, later ? count : -count), unit);
        }
        return core;
    }

    std::optional<Core> modified(std::size_t t, bool article, bool) {
        const std::uint32_t modifiers = detail::tw_last | detail::tw_past | detail::tw_this |
                                        detail::tw_next | detail::tw_following | detail::tw_that;
        if (!is(t, modifiers)) return std::nullopt;
        const std::uint32_t kind = word(t).classes;
        std::size_t at = t + 1;
        if (form_is(t, "that") && form_is(at, "same")) ++at;
        const auto pick_of = [&](bool earlier_one) {
            if ((kind & detail::tw_next) != 0) return Pick::coming;
            if ((kind & detail::tw_this) != 0) return Pick::current;
            return earlier_one ? Pick::before : Pick::latest;
        };
        if (is(at, detail::tw_weekday)) {
            auto core = weekday_at(at, pick_of((kind & detail::tw_last) != 0));
            if (core && (kind & detail::tw_this) != 0 && tense_at(at) == Tense::past)
                core = weekday_at(at, Pick::latest);
            return core;
        }
        if (is(at, detail::tw_season)) return season_at(at, true, pick_of(true));
        if (const int month = month_at(at, false); month != 0) return modified_month(at, month, kind);
        std::size_t after = at;
        const int count = count_at(at, after);
        // "the past three weeks", "de komende drie jaar", "the last few days"
        if (!is(after, detail::tw_unit)) return std::nullopt;
        const Unit unit = unit_at(after);
        const bool plural = plural_unit(after);
        Core core;
        core.last = after + 1;
        core.interval.granularity = detail::granularity(unit);
        const bool backward = (kind & (detail::tw_last | detail::tw_past)) != 0;
        const bool form_day = unit == Unit::day || unit == Unit::hour;
        if (count > 0 || plural) {
            if (!backward && (kind & detail::tw_next) == 0) return std::nullopt;  // "these days"
            core.window = true;
            core.resolved = published_.has_value();
            const int steps = count > 0 ? count : 3;
            if (published_) {
                const Day other = detail::shift(*published_, unit, backward ? -steps : steps);
                core.interval.start = backward ? other : *published_;
                core.interval.end = backward ? *published_ : other;
            }
            return core;
        }
        if ((kind & detail::tw_that) != 0 || (kind & detail::tw_following) != 0) {
            if (unit == Unit::hour) return std::nullopt;
            return from_anchor(core, unit, (kind & detail::tw_following) != 0 ? 1 : 0);
        }
        if ((kind & detail::tw_next) != 0) {
            // "the next day" counts from what was told.
            if (article && form_day) return from_anchor(core, unit, 1);
            if (article && anchor_ && tense_at(t) == Tense::past) return from_anchor(core, unit, 1);
            return from_published(core, unit, 1, after);
        }
        if ((kind & detail::tw_this) != 0) {
            if (unit == Unit::day &&
                (forms_[after] == "day" || forms_[after] == "dag" || forms_[after] == "days"))
                return std::nullopt;
            return from_published(core, unit, 0, after);
        }
        if ((kind & detail::tw_last) != 0) {
            if (unit == Unit::hour) return std::nullopt;
            const bool previous = form_is(t, "previous") || (dutch_ && article && form_is(t, "vorige"));
            if (form_day) {
                if (previous) return from_anchor(core, unit, -1);
                if (forms_[after] == "day" || forms_[after] == "dag")
                    return std::nullopt;  // "the last day of"
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
            core.interval.start = detail::shift(*published_, unit, -1);
            core.interval.end = *published_;
        }
        return core;
    }

    std::optional<Core> modified_month(std::size_t t, int month, std::uint32_t kind) {
        Core core;
        core.last = t + 1;
        core.interval.granularity = Granularity::month;
        core.resolved = published_.has_value();
        if (!published_) return core;
        int year = detail::year_of(*published_);
        const auto now = static_cast<int>(detail::month_of(*published_));
        if ((kind & (detail::tw_last | detail::tw_past)) != 0 && month >= now) --year;
        if ((kind & detail::tw_next) != 0 && month <= now) ++year;
        core.interval = detail::month_interval(year, static_cast<unsigned>(month));
        return core;
    }

    std::optional<Core> from_anchor(Core core, Unit unit, int steps) const {
        core.resolved = anchor_ && anchor_->start;
        if (core.resolved)
            core.interval = detail::whole(
                detail::shift(steps > 0 && anchor_->end ? *anchor_->end : *anchor_->start, unit, steps),
                unit);
        return core;
    }

    std::optional<Core> from_published(Core core, Unit unit, int steps, std::size_t unit_token) {
        core.resolved = published_.has_value() && unit != Unit::hour;
        if (core.resolved) {
            Day day = *published_;
            if (unit == Unit::weekend && steps < 0 && detail::weekday(day) >= 6) day -= std::chrono::days(2);
            // On a Saturday or Sunday the weekend that runs is "this" one.
            core.interval = detail::whole(
                detail::shift(unit == Unit::weekend && steps < 0 ? day : *published_, unit, steps), unit);
        }
        // "volgende week maandag", "next week on Monday"
        std::size_t at = unit_token + 1;
        if (form_is(at, "on") || form_is(at, "op")) ++at;
        if (unit == Unit::week && is(at, detail::tw_weekday) && dutch_) {
            core.last = at + 1;
            core.interval.granularity = Granularity::day;
            if (core.resolved)
                core.interval =
                    detail::day_interval(*core.interval.start + std::chrono::days(word(at).weekday - 1));
        }
        return core;
    }

    // ---- tense --------------------------------------------------------------------------------------------

    bool has(const Token& token, std::string_view feature) const {
        return token.feats.find(feature) != std::string::npos;
    }

    /// Whether what is told at `t` lies behind or ahead, by the finite verb above it; by words like "will"
    /// without tree.
    Tense tense_at(std::size_t t) const {
        if (begun_) return Tense::past;
        const std::vector<Token>& tokens = sentence_->tokens;
        if (tokens[t].deprel.empty()) {
            for (std::size_t u = 0; u < size(); ++u)
                if (is(u, detail::tw_future)) return Tense::ahead;
            return Tense::unknown;
        }
        std::size_t at = t;
        for (int steps = 0; steps < 8; ++steps) {
            const Token& here = tokens[at];
            if ((here.upos == Upos::verb || here.upos == Upos::aux) && at != t)
                if (const Tense tense = verb_tense(at); tense != Tense::unknown) return tense;
            if (here.head < 0) {
                // A predicate noun: its copula is a child.
                return verb_tense(at);
            }
            const bool infinitive = at != t && has(here, "VerbForm=Inf");
            at = static_cast<std::size_t>(here.head);
            if (infinitive && found_[at] != nullptr && found_[at]->looks_ahead) return Tense::ahead;
            // A time under a noun ("the Nov. 6 elections") does not share the verb's tense.
            if (steps == 0 && tokens[at].upos != Upos::verb && tokens[at].upos != Upos::aux &&
                !has_copula(at))
                return Tense::unknown;
        }
        return Tense::unknown;
    }

    bool has_copula(std::size_t t) const {
        for (const Token& token : sentence_->tokens)
            if (token.head == static_cast<int>(t) && token.deprel == "cop") return true;
        return false;
    }

    Tense verb_tense(std::size_t verb) const {
        const std::vector<Token>& tokens = sentence_->tokens;
        if (is(verb, detail::tw_future)) return Tense::ahead;  // "planned for", "gepland op"
        Tense helped = Tense::unknown;
        for (std::size_t u = 0; u < tokens.size(); ++u) {
            const Token& child = tokens[u];
            if (child.head != static_cast<int>(verb)) continue;
            if (child.upos != Upos::aux && child.deprel != "cop" && !child.deprel.starts_with("aux"))
                continue;
            if (is(u, detail::tw_future)) return Tense::ahead;
            if (child.lemma == "have" || child.lemma == "hebben") return Tense::past;
            const bool modal = has(child, "VerbForm=Fin") && child.lemma != "be" && child.lemma != "zijn" &&
                               child.lemma != "worden" && child.lemma != "do" && !has(child, "Tense=Past");
            if (modal) return Tense::ahead;
            if (has(child, "Tense=Past")) helped = Tense::past;
            if (has(child, "Tense=Pres") && helped == Tense::unknown) {
                // "is gezegd" is a perfect in Dutch, "is expected" a present in English.
                const bool perfect = dutch_ && child.lemma == "zijn" && child.deprel != "cop";
                helped = perfect ? Tense::past : Tense::ahead;
            }
        }
        if (helped != Tense::unknown) return helped;
        const Token& token = tokens[verb];
        if (has(token, "VerbForm=Fin")) {
            if (has(token, "Tense=Past")) return Tense::past;
            if (has(token, "Tense=Pres")) return Tense::ahead;
        }
        if (has(token, "Tense=Past") && !has(token, "VerbForm=Inf")) return Tense::past;
        return Tense::unknown;
    }

    const std::optional<Day> published_;
    const detail::TimeWords& words_;
    const bool dutch_;
    const Sentence* sentence_ = nullptr;
    std::vector<std::string> forms_;  ///< lower case, of the sentence's tokens
    std::vector<char> capital_;
    std::vector<const detail::TimeWord*> found_;
    std::optional<Interval> anchor_;  ///< the last time that was told
    bool begun_ = false;              ///< reading what follows "since"
    Unit length_unit_ = Unit::day;
    int length_count_ = 0;
};

}  // namespace

std::vector<TimeMention> find_times(std::span<const Sentence> sentences, std::optional<Day> published,
                                    std::string_view language) {
    std::vector<TimeMention> mentions;
    Finder finder(published, detail::time_words(language), language == "nl");
    for (std::size_t s = 0; s < sentences.size(); ++s)
        if (sentences[s].tokens.size() <= max_tokens) finder.sentence(s, sentences[s], mentions);
    return mentions;
}

}  // namespace entente
