#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "graph/interval.hpp"

namespace entente {

/// A time in the words of a question: words [first, last).
struct QuestionTime {
    enum class Kind : std::uint8_t {
        since,   ///< "since 2022", "vanaf maart 2022"
        until,   ///< "until 2022", "voor 2022" (the day before it begins)
        within,  ///< "in 2024", "between 2019 and 2021", "van 2019 tot 2021"
        on       ///< "on 1 March 2022"
    };
    std::size_t first = 0;
    std::size_t last = 0;
    Kind kind = Kind::within;
    Interval time;
    bool operator==(const QuestionTime&) const = default;
};

/// The times that `words` (folded) name, in English or Dutch, in the order of the words: dates, months,
/// years, quarters, halves, seasons, decades, and by `today` "last year", "the past five years", "two years
/// ago". The words are in knowledge/question_times.tsv.
std::vector<QuestionTime> question_times(const std::vector<std::string>& words, Day today);

}  // namespace entente
