#pragma once

// The families of answers, one per file; only files of this folder include this header.

#include "queries/answer.hpp"

namespace entente::answers {

/// What every family gets.
struct Context {
    Store& store;
    const Query& query;
    std::string language;
    Day today;

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

/// Says yes, no or unknown before what was found; where nothing was, shows what speaks for or against it:
/// what ended before, what articles deny, an alliance of which both are members by the tables.
Answer with_verdict(const Context& context, Answer found);

/// What an empty answer means: how many articles of the period name the parties.
std::string silence(const Context& context);

/// Whether the query asks for alliances by the words of knowledge/question_words.tsv.
bool asks_for_allies(const Query& query);
/// Whether the organisation is an alliance by knowledge/organisations.tsv.
bool is_alliance(const ActorId& id);

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

/// "3 articles": `one` or `many` by the number.
std::string counted(std::size_t number, const std::string& one, const std::string& many);

}  // namespace entente::answers
