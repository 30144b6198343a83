#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

namespace entente::detail {

/// What a word of time_words.LANGUAGE.tsv can do in a time expression, as bits of TimeWord::classes.
enum TimeClass : std::uint32_t {
    tw_month = 1u << 0,
    tw_weekday = 1u << 1,
    tw_unit = 1u << 2,
    tw_season = 1u << 3,
    tw_number = 1u << 4,
    tw_vague = 1u << 5,       ///< "several"
    tw_day_offset = 1u << 6,  ///< "yesterday"
    tw_last = 1u << 7,        ///< "last", "vorige": the one before
    tw_past = 1u << 8,        ///< "past", "afgelopen": up to now
    tw_this = 1u << 9,
    tw_next = 1u << 10,
    tw_following = 1u << 11,
    tw_that = 1u << 12,
    tw_ago = 1u << 13,
    tw_later = 1u << 14,
    tw_earlier = 1u << 15,
    tw_part = 1u << 16,  ///< "early", "eind"
    tw_since = 1u << 17,
    tw_until = 1u << 18,
    tw_before = 1u << 19,
    tw_after = 1u << 20,
    tw_in = 1u << 21,
    tw_from = 1u << 22,
    tw_to = 1u << 23,
    tw_for = 1u << 24,
    tw_long = 1u << 25,  ///< "drie weken lang"
    tw_article = 1u << 26,
    tw_then = 1u << 27,
    tw_since_then = 1u << 28,
    tw_tens = 1u << 29,  ///< "jaren zeventig"
    tw_ordinal = 1u << 30,
    tw_future = 1u << 31
};

struct TimeWord {
    std::uint32_t classes = 0;
    int month = 0;
    int weekday = 0;
    int unit = -1;    ///< detail::Unit
    int season = 0;   ///< the month in which it begins
    int number = 0;   ///< of number, vague, ordinal and tens
    int offset = 0;   ///< days from today
    int measure = 0;  ///< of "for": 1 a length ("for"), 2 a limit ("within"), 3 from now ("over")
    bool part_of_day = false;
    bool name_before = false;  ///< "Black Friday" is no date
    bool looks_ahead = false;  ///< "promised to": what stands below it in the infinitive is to come
};

/// The table of one language, by lower-case word.
using TimeWords = std::unordered_map<std::string, TimeWord>;

/// time_words.LANGUAGE.tsv ("nl", else English), read at the first call. Throws KnowledgeError.
const TimeWords& time_words(std::string_view language);

}  // namespace entente::detail
