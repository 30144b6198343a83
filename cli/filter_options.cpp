#include "cli/filter_options.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "cli/choice.hpp"
#include "cli/command.hpp"
#include "cli/did_you_mean.hpp"
#include "cli/reading_options.hpp"
#include "graph/known_actor.hpp"
#include "graph/relation_type.hpp"
#include "queries/actor_names.hpp"
#include "queries/office_holders.hpp"

namespace entente::cli {

namespace {

/// The actor of that name; of an office-holder the state or organisation for which they act in `period`, as
/// whose deeds the graph has theirs.
ActorId acting_option(const std::string& option, const std::string& name, const Interval& period) {
    if (!ActorNames::instance().find(name)) {
        if (const auto holder = office_holder_called(name, period)) {
            return holder->actor;
        }
    }
    const ActorId id = actor_option(option, name);
    const auto holder = office_holder(id, period);
    return holder ? holder->actor : id;
}

std::vector<ActorId> acting_options(const std::string& option, const std::vector<std::string>& names,
                                    const Interval& period) {
    std::vector<ActorId> ids;
    for (const std::string& name : names) {
        ids.push_back(acting_option(option, name, period));
    }
    return ids;
}

/// A day, or the first or last of a month or year.
std::optional<Day> edge_option(const std::string& option, const std::string& text, bool last) {
    if (text.empty()) {
        return std::nullopt;
    }
    const auto interval = parse_interval(text);
    if (!interval) {
        throw Failure{fmt::format("{}: '{}' is no date; write 2024, 2024-11 or 2024-11-30", option, text), 2};
    }
    return last ? interval->end : interval->start;
}

std::string relation_option(const std::string& name) {
    if (find_relation_type(name) == nullptr) {
        std::vector<std::string> known;
        for (const RelationType& type : relation_types()) {
            known.push_back(type.name);
        }
        throw Failure{
            fmt::format("--relation: there is no relation type '{}'; {}", name, did_you_mean(name, known)),
            2};
    }
    return name;
}

std::string upper(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return text;
}

template <typename Value>
Value named_option(const char* option, const std::string& text, const std::optional<Value>& value,
                   const std::vector<std::string>& known) {
    if (!value) {
        throw Failure{fmt::format("{}: there is no '{}'; {}", option, text, did_you_mean(text, known)), 2};
    }
    return *value;
}

/// The words that to_string has for the values from 0 to `last`.
template <typename Value>
std::vector<std::string> words_until(Value last) {
    std::vector<std::string> words;
    for (int i = 0; i <= static_cast<int>(last); ++i) {
        words.emplace_back(to_string(static_cast<Value>(i)));
    }
    return words;
}

}  // namespace

void FilterOptions::add_to(CLI::App& app) {
    const char* group = "Which part of the graph";
    app.add_option("--relation", relations, "Relation types (ally, sanctions, at_war …), any of them")
        ->type_name("TYPE")
        ->group(group);
    app.add_option("--event", events, "Event types (ASSAULT, AID …), any of them")
        ->type_name("TYPE")
        ->group(group);
    app.add_option("--actor", actors, "Actors on either side: a name, code or demonym, English or Dutch")
        ->type_name("NAME")
        ->group(group);
    app.add_option("--source", sources, "Actors as the source")->type_name("NAME")->group(group);
    app.add_option("--target", targets, "Actors as the target")->type_name("NAME")->group(group);
    app.add_option("--between", between, "Two actors, in either direction")
        ->expected(2)
        ->type_name("NAME NAME")
        ->group(group);
    app.add_option("--since", since, "Holds or happens on or after this date")
        ->type_name("DATE")
        ->group(group);
    app.add_option("--until", until, "Holds or happens on or before this date")
        ->type_name("DATE")
        ->group(group);
    app.add_option("--on", on, "Holds or happens on this day")->type_name("DAY")->group(group);
    app.add_option("--known-on", known_on, "As could be known from what was published by this day")
        ->type_name("DAY")
        ->group(group);
    app.add_option("--stored-on", stored_on, "As this store had it on this day")
        ->type_name("DAY")
        ->group(group);
    app.add_option("--min-confidence", min_confidence, "At least this sure")
        ->check(number_between(0, 1))
        ->type_name("0-1")
        ->group(group);
    app.add_option("--modality", modalities, "asserted (the default), promised, denied …, or all")
        ->type_name("WORD")
        ->group(group);
    app.add_option("--source-publisher", publishers, "With a claim of this publisher")
        ->type_name("NAME")
        ->group(group);
    app.add_flag("--background", background, "With memberships from tables, beside what articles say")
        ->group(group);
    app.add_flag(
           "--planned", planned,
           "With --relation: agreements that are announced, negotiated or suspended too, not only those in "
           "force")
        ->group(group);
    app.add_option("--limit", limit, "The best supported ones only; 0: all")
        ->capture_default_str()
        ->type_name("N")
        ->group(group);
}

Query FilterOptions::query() const {
    Query query;
    Filter& filter = query.filter;
    for (const std::string& name : relations) {
        filter.relations.push_back(relation_option(name));
    }
    for (const std::string& name : events) {
        filter.events.push_back(
            named_option("--event", name, parse_event_type(upper(name)), words_until(EventType::assault)));
    }
    filter.since = edge_option("--since", since, false);
    filter.until = edge_option("--until", until, true);
    if (filter.since && filter.until && *filter.until < *filter.since) {
        throw Failure{fmt::format("--until: {} lies before --since {}", until, since), 2};
    }
    const auto day = [](const char* option, const std::string& text) {
        return text.empty() ? std::optional<Day>{} : day_option(option, text);
    };
    filter.on = day("--on", on);
    filter.known_on = day("--known-on", known_on);
    filter.stored_on = day("--stored-on", stored_on);
    const Interval period{filter.on ? filter.on : filter.since, filter.on ? filter.on : filter.until, {}};
    query.sources = acting_options("--source", sources, period);
    query.targets = acting_options("--target", targets, period);
    filter.actors = acting_options("--actor", actors, period);
    if (!between.empty()) {
        filter.between = std::pair{acting_option(between_name, between[0], period),
                                   acting_option(between_name, between[1], period)};
        if (filter.between->first == filter.between->second) {
            throw Failure{fmt::format("{}: both are {}; name two different actors", between_name,
                                      filter.between->first),
                          2};
        }
    }
    filter.min_confidence = min_confidence;
    if (!modalities.empty()) {
        filter.modalities.clear();
        for (const std::string& word : modalities) {
            if (word == "all") {
                filter.modalities.clear();
                break;
            }
            filter.modalities.push_back(
                named_option("--modality", word, parse_modality(word), words_until(Modality::negated)));
        }
    }
    filter.publishers = publishers;
    filter.background = background;
    filter.limit = limit;
    query.planned = planned;
    return query;
}

ActorId actor_option(const std::string& option, const std::string& name) {
    const auto found = ActorNames::instance().find(name);
    if (found) {
        return *found;
    }
    if (name.starts_with("person:")) {  // persons whom articles name need not be in the tables
        return name;
    }
    std::string message = fmt::format("{}: no actor is called '{}'", option, name);
    for (std::size_t i = 0; i < found.error().size(); ++i) {
        message += fmt::format("{}{} ({})", i == 0 ? "; did you mean " : ", ",
                               ActorNames::instance().label(found.error()[i], "en"), found.error()[i]);
    }
    throw Failure{message + (found.error().empty() ? "; 'entente actors' lists those of the store" : "?"), 2};
}

}  // namespace entente::cli
