#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/language/sentence.hpp"
#include "extract/time/calendar.hpp"
#include "extract/time/time_mention.hpp"
#include "extract/time/time_words.hpp"

namespace entente::detail {

bool is_digits(std::string_view text);

/// The number that ASCII digits make, or -1.
int to_int(std::string_view text);

/// Reads the times of one sentence after another. A recursive descent over the lower-cased tokens: a mention
/// (preposition, range) of cores (a date, a weekday, a season, "three weeks ago"). Keeps the last time that
/// was told, from which "two weeks later" counts. Tokens are counted from 0; functions that read at a token
/// give nothing where there is no such time, and otherwise the token after it.
class TimeReader {
 public:
    /// `words` must outlive the reader; `published` is the day from which "yesterday" counts.
    TimeReader(std::optional<Day> published, const TimeWords& words, bool dutch)
        : published_(published), words_(words), dutch_(dutch) {}

    /// Appends the times of `sentence`, in order; `index` is the sentence's number in its text.
    void sentence(std::size_t index, const Sentence& sentence, std::vector<TimeMention>& out);

 private:
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

    std::size_t size() const { return forms_.size(); }
    bool is(std::size_t t, std::uint32_t classes) const {
        return t < size() && found_[t] != nullptr && (found_[t]->classes & classes) != 0;
    }
    const TimeWord& word(std::size_t t) const { return *found_[t]; }
    const Token& token(std::size_t t) const { return sentence_->tokens[t]; }
    bool form_is(std::size_t t, std::string_view form) const { return t < size() && forms_[t] == form; }
    bool capital(std::size_t t) const { return capital_[t] != 0; }

    // Mentions: time_phrases.cpp
    bool parse(std::size_t t, TimeMention& mention);
    bool anchored_since(TimeMention& mention);
    void take(TimeMention& mention, const Core& core);
    void finish(TimeMention& mention) const;
    static bool is_day(const TimeMention& mention) {
        return mention.time.interval.granularity == Granularity::day || !mention.time.resolved;
    }

    // Ranges: time_phrases.cpp
    /// The token after "to", "tot en met", "-" at `t`; `t` if there is none.
    std::size_t after_to(std::size_t t) const;
    /// "X to Y" after "from", "between".
    std::optional<Core> range_after(std::size_t t);
    static Core join(Core first, const Core& second);
    std::optional<Core> range_or_core(std::size_t t, bool prepositioned);

    // Dates: time_dates.cpp
    static std::optional<Interval> dated_interval(int year, int month, int day);
    /// A year of four digits at `t`, or 0.
    int year_at(std::size_t t) const;
    /// A day of the month at `t` ("12", "12th", "12e"), or 0.
    int day_at(std::size_t t) const;
    /// A month's name at `t`, or 0. Abbreviations and words that are also something else need a number beside
    /// them.
    int month_at(std::size_t t, bool with_number) const;
    std::optional<Core> core_at(std::size_t t, bool prepositioned);
    std::optional<Core> offset_day(std::size_t t) const;
    /// "de nacht van maandag op dinsdag"
    std::optional<Core> night_between(std::size_t t);
    /// "early March", "eind 2021", "the end of last year", "eerder deze maand": the whole of it.
    std::optional<Core> part_of(std::size_t t);
    std::optional<Core> date(std::size_t t, bool prepositioned);
    std::optional<Core> numeric(std::size_t t) const;
    std::optional<Core> date_without_weekday(std::size_t t, bool prepositioned);
    /// The year for a date without one: so that it is the latest up to publication, or the coming one where
    /// the text looks ahead; 0 if it cannot be told.
    int nearest_year(int month, int day, std::size_t t);
    std::optional<Core> year(std::size_t t, bool article, bool prepositioned);
    std::optional<Core> decade(std::size_t t) const;
    std::optional<Core> century(std::size_t t) const;

    // Weekdays and seasons: time_relative.cpp
    bool part_of_name(std::size_t t) const;
    std::optional<Core> weekday_at(std::size_t t, std::optional<Pick> pick = std::nullopt);
    std::optional<Core> season_at(std::size_t t, bool prepositioned, std::optional<Pick> pick = std::nullopt);

    // Counted from another time: time_relative.cpp
    Unit unit_at(std::size_t t) const { return static_cast<Unit>(word(t).unit); }
    bool plural_unit(std::size_t t) const {
        return forms_[t].ends_with("s") ? !dutch_
                                        : dutch_ && (forms_[t].ends_with("en") || forms_[t] == "decennia");
    }
    /// A count at `t` ("3", "three", "a few", "een paar"): its value, and the token after it; 0 if there is
    /// none.
    int count_at(std::size_t t, std::size_t& after) const;
    /// "three weeks", "years": leaves unit and count in length_unit_ and length_count_.
    std::optional<Core> duration(std::size_t t);
    /// "three weeks ago", "twee weken later", "een dag eerder"
    std::optional<Core> counted(std::size_t t);
    std::optional<Core> modified(std::size_t t, bool article);
    std::optional<Core> modified_month(std::size_t t, int month, std::uint32_t kind);
    std::optional<Core> from_anchor(Core core, Unit unit, int steps) const;
    std::optional<Core> from_published(Core core, Unit unit, int steps, std::size_t unit_token);

    // Tense: time_tense.cpp
    bool has(const Token& token, std::string_view feature) const {
        return token.feats.find(feature) != std::string::npos;
    }
    /// Whether what is told at `t` lies behind or ahead, by the finite verb above it; by words like "will"
    /// without tree.
    Tense tense_at(std::size_t t) const;
    bool has_copula(std::size_t t) const;
    /// "zou hebben geleverd": what is told of the past.
    bool is_hearsay(std::size_t verb) const;
    Tense verb_tense(std::size_t verb) const;

    const std::optional<Day> published_;
    const TimeWords& words_;
    const bool dutch_;
    const Sentence* sentence_ = nullptr;
    std::vector<std::string> forms_;  ///< lower case, of the sentence's tokens
    std::vector<char> capital_;
    std::vector<const TimeWord*> found_;
    std::optional<Interval> anchor_;  ///< the last time that was told
    bool begun_ = false;              ///< reading what follows "since"
    Unit length_unit_ = Unit::day;
    int length_count_ = 0;
};

}  // namespace entente::detail
