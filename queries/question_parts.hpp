#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "queries/actor_names.hpp"
#include "queries/question_time.hpp"
#include "queries/question_words.hpp"
#include "queries/understand.hpp"

namespace entente {

/// A question taken apart: every word of it belongs to at most one name, time or cue.
struct QuestionParts {
    std::vector<std::string> written;  ///< as the user wrote them, without punctuation
    std::vector<std::string> words;    ///< folded
    std::vector<NamedActor> actors;    ///< persons already as those for whom they act
    std::vector<QuestionTime> times;
    std::vector<QuestionCue> cues;  ///< of the question's language, fillers included
    /// The publisher that the question names: words [first, last).
    struct NamedPublisher {
        std::size_t first = 0;
        std::size_t last = 0;
        std::string name;
    };
    std::optional<NamedPublisher> publisher;
    /// How many are asked for: words [first, last) are "top 5", or "5" before "biggest".
    struct TopNumber {
        std::size_t first = 0;
        std::size_t last = 0;
        std::size_t number = 0;
    };
    std::optional<TopNumber> top_number;
    /// What somebody was accused of, threatened with or supported in: words [first, last), which are left out
    /// with the actors among them ("the Russian [invasion of Ukraine]").
    struct WhatFor {
        std::size_t first = 0;
        std::size_t last = 0;
    };
    std::optional<WhatFor> what_for;
    std::string language = "en";  ///< en or nl
    /// What was made of persons: "Putin: Russia".
    std::vector<std::string> persons;

    bool has_modifier(std::string_view value) const;
    /// The first cue of that kind; null if there is none.
    const QuestionCue* first_of(QuestionCue::Kind kind) const;
    /// Whether a word is part of a name, time or cue.
    bool is_understood(std::size_t word) const;
    /// Finds what_for, and takes its words and actors out of the others.
    void leave_out_what_for();
    /// The words that are not, in their order, as written.
    std::vector<std::string> left_over() const;
    /// The text in the question's language.
    std::string say(const char* english, const char* nederlands) const {
        return language == "nl" ? nederlands : english;
    }
};

/// Takes a question apart by the tables and by what the store knows. `today` is what "last year" goes by.
QuestionParts take_apart(std::string_view question, Day today, const StoreNames& names);

}  // namespace entente
