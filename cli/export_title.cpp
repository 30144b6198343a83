#include "cli/export_title.hpp"

#include <fmt/format.h>

#include "export/fields.hpp"
#include "queries/actor_names.hpp"

namespace entente::cli {

namespace {

constexpr std::size_t most_listed = 3;  ///< of names in a title

/// "Mali", "Mali and Niger", "Mali, Niger and 4 others".
std::string list(const std::vector<std::string>& names, Language language) {
    const std::string last_word(in_language(language, " and ", " en "));
    if (names.size() > most_listed) {
        return fmt::format("{}, {}{}{} {}", names[0], names[1], last_word, names.size() - 2,
                           in_language(language, "others", "andere"));
    }
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i) {
        text += i == 0 ? "" : i + 1 == names.size() ? last_word : ", ";
        text += names[i];
    }
    return text;
}

std::string capitalised(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') {
        text[0] = static_cast<char>(text[0] - 'a' + 'A');
    }
    return text;
}

/// What is shown: the relation types asked for, else everything.
std::string subject(const Query& query, bool events, Language language) {
    std::vector<std::string> types;
    if (events) {
        for (const EventType type : query.filter.events) {
            types.emplace_back(to_string(type));
        }
    } else {
        const Names names(language);
        for (const std::string& type : query.filter.relations) {
            types.push_back(names.short_relation(type));
        }
    }
    std::string all(events ? in_language(language, "Events", "Gebeurtenissen")
                           : in_language(language, "Relations", "Betrekkingen"));
    if (types.empty()) {
        return all;
    }
    // Dutch has only phrases for them ("heeft sancties tegen").
    return language == Language::nl ? fmt::format("{} ({})", all, list(types, language))
                                    : capitalised(list(types, language));
}

}  // namespace

std::string export_title(const Query& query, const ActorId& focus, bool events, Language language) {
    const auto named = [&](const std::vector<ActorId>& ids) {
        std::vector<std::string> names;
        for (const ActorId& id : ids) {
            names.push_back(ActorNames::instance().label(id, language == Language::nl ? "nl" : "en"));
        }
        return list(names, language);
    };
    const Filter& filter = query.filter;
    std::string title = subject(query, events, language);
    const auto add = [&](const char* en, const char* nl, const std::vector<ActorId>& ids) {
        if (!ids.empty()) {
            title += fmt::format(" {} {}", in_language(language, en, nl), named(ids));
        }
    };
    if (!focus.empty()) {
        add("around", "rond", {focus});
    } else {
        add("of", "van", filter.actors);
    }
    if (filter.between) {
        add("between", "tussen", {filter.between->first, filter.between->second});
    }
    add("from", "vanuit", query.sources);
    add("towards", "jegens", query.targets);
    const Interval asked{.start = filter.on ? filter.on : filter.since,
                         .end = filter.on ? filter.on : filter.until};
    const std::string period = period_text(asked, language);
    if (!period.empty()) {
        title += (asked.start && asked.end && asked.start != asked.end && !period.starts_with("in ") ? ", "
                                                                                                     : " ") +
                 period;
    }
    const auto known = [&](const char* en, const char* nl, const std::optional<Day>& day) {
        if (day) {
            title += fmt::format(", {} {}", in_language(language, en, nl), to_string(*day));
        }
    };
    known("as known on", "zoals bekend op", filter.known_on);
    known("as stored on", "zoals opgeslagen op", filter.stored_on);
    return title;
}

}  // namespace entente::cli
