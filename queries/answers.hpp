#pragma once

// The families of answers, one per file; only files of this folder include this header.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <numeric>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "queries/answer.hpp"

namespace entente::answers {

/// What every family gets.
struct Context {
    Store& store;
    const Query& query;
    std::string language;
    Day today;
    std::size_t most_rows = 0;  ///< that are shown; 0: all

    bool dutch() const { return language == "nl"; }
    /// The text in the answer's language.
    std::string say(const char* english, const char* nederlands) const {
        return dutch() ? nederlands : english;
    }
    /// "North Korea".
    std::string name(const ActorId& id) const;
    /// "has sanctions on"; the name itself for an unknown type.
    std::string relation_label(const std::string& type) const;
};

Answer relations(const Context& context);
Answer events(const Context& context);
Answer when(const Context& context);
Answer development(const Context& context);
Answer count(const Context& context);
/// Allies or enemies of an actor's allies or enemies, as the query's kind says.
Answer second_degree(const Context& context);
Answer path(const Context& context);
Answer changes(const Context& context);
Answer blocs(const Context& context);
Answer triads(const Context& context);
Answer mediators(const Context& context);
Answer central(const Context& context);
Answer conflicts(const Context& context);
Answer ranking(const Context& context);

/// Says yes, no or unknown before what was found; where nothing was, shows what speaks for or against it:
/// what ended before, what articles deny, an alliance of which both are members by the tables.
Answer with_verdict(const Context& context, Answer found);

/// What an empty answer means: how many articles of the period name the parties.
std::string silence(const Context& context);

/// Whether the query asks for alliances by the words of knowledge/question_words.tsv.
bool asks_for_allies(const Query& query);
/// Whether the organisation is an alliance by knowledge/organisations.tsv.
bool is_alliance(const ActorId& id);

/// "Source, Relation, Target, Period", and "Articles, Origins, Conf., Id": of rows about relations.
std::vector<Answer::Column> tie_columns(const Context& context);
std::vector<Answer::Column> support_columns(const Context& context);
/// "Source, Event, Target": of rows about events.
std::vector<Answer::Column> happening_columns(const Context& context);
/// One after the other.
std::vector<Answer::Column> joined_columns(std::initializer_list<std::vector<Answer::Column>> parts);

/// Answer::keys of rows that row_of makes, with keys put before and behind them.
std::vector<std::string> relation_keys(const Context& context, const std::vector<std::string>& before = {},
                                       const std::vector<std::string>& behind = {});
std::vector<std::string> event_keys(const Context& context, const std::vector<std::string>& before = {},
                                    const std::vector<std::string>& behind = {});

/// "SANCTION", in Dutch "legt sancties op of verbreekt banden" (knowledge/plover.tsv).
std::string event_label(EventType type, std::string_view language);

nlohmann::ordered_json row_of(const Relation& relation, const Context& context);
nlohmann::ordered_json row_of(const Event& event, const Context& context);

/// `2022-02-24 –`, `2014 to 2019`: a period for a table; where it is not known, when it was first reported
/// ("reported 2022-02-26"), else "?".
std::string period_text(const Interval& interval, const std::optional<Day>& known_from,
                        const Context& context);

/// The day that a question about a state of affairs means: `on`, else `until`, else today.
Day day_meant(const Context& context);

/// Relations that hold, and agreements that are in force, on `day`, by the query's filter.
Ties ties_on(const Context& context, Day day);

/// The places of the `most` best supported relations or events (0: of all), in their order.
template <typename Item>
std::vector<std::size_t> best_of(const std::vector<Item>& items, std::size_t most) {
    std::vector<std::size_t> places(items.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    if (most > 0 && items.size() > most) {
        const auto key = [&](std::size_t i) {
            return std::tuple{-static_cast<std::int64_t>(items[i].support.origins), -items[i].confidence, i};
        };
        std::nth_element(places.begin(), places.begin() + static_cast<std::ptrdiff_t>(most), places.end(),
                         [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
        places.resize(most);
        std::sort(places.begin(), places.end());
    }
    return places;
}

/// Leaves those, and returns how many were left out.
template <typename Item>
std::size_t keep_best(std::vector<Item>& items, std::size_t most) {
    const auto places = best_of(items, most);
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (places[i] != i) {
            items[i] = std::move(items[places[i]]);
        }
    }
    const std::size_t left_out = items.size() - places.size();
    items.erase(items.begin() + static_cast<std::ptrdiff_t>(places.size()), items.end());
    return left_out;
}

/// Which rows are shown, where not all are: "newest".
struct Shown {
    const char* english = " best supported";
    const char* nederlands = " best onderbouwde";
    std::size_t most = 0;  ///< rows that there may be at all; 0: any number
};

/// "The 50 best supported of 8,218 are shown; --rows 0 shows all." Empty where nothing was left out. Without
/// `left_out`: "… are shown, and there are more".
std::string shown_note(std::size_t shown, std::optional<std::size_t> left_out, const Context& context,
                       const Shown& which = {});

/// "; --rows 0 shows all.": what shows what was cut to the rows of a table; "." where nothing would.
std::string all_rows_hint(const Context& context, const Shown& which = {});

/// "12 countries and other actors, in 14 relations." for a query that asks how many: of those that are not
/// named, or of all.
std::string number_of(const std::vector<Relation>& relations, const Context& context);

/// The sentences with a space between them.
std::string sentences(const std::string& first, const std::string& second);

/// "3 articles": `one` or `many` by the number.
std::string counted(std::size_t number, const std::string& one, const std::string& many);

}  // namespace entente::answers
