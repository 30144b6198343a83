#include <algorithm>

#include "queries/answers.hpp"

namespace entente::answers {

namespace {

/// Those whom the question is about, each once.
std::vector<ActorId> parties_of(const Query& query) {
    std::vector<ActorId> parties;
    const auto add = [&](const std::vector<ActorId>& ids) {
        for (const ActorId& id : ids) {
            if (std::find(parties.begin(), parties.end(), id) == parties.end()) {
                parties.push_back(id);
            }
        }
    };
    if (query.filter.between) {
        add({query.filter.between->first, query.filter.between->second});
    }
    add(query.sources);
    add(query.targets);
    add(query.filter.actors);
    return parties;
}

/// The days of publication that could tell of it.
struct Published {
    std::optional<Day> since;
    std::optional<Day> until;
};

Published published(const Context& context) {
    const Query& query = context.query;
    const Filter& filter = query.filter;
    // What holds may have been reported on any day before, what happened on any day after.
    const bool holds = filter.on || (query.kind == QueryKind::relations && filter.during == During::holds);
    auto until = filter.known_on ? filter.known_on : (filter.on ? filter.on : filter.until);
    if (until && *until >= context.today) {
        until.reset();
    }
    return {holds ? std::nullopt : filter.since, until};
}

std::string period_of(const Published& days, const Context& context) {
    if (days.since && days.until) {
        return context.say(" published from ", " van ") + to_string(*days.since) +
               context.say(" to ", " tot en met ") + to_string(*days.until);
    }
    if (days.since) {
        return context.say(" published since ", " sinds ") + to_string(*days.since);
    }
    return days.until ? context.say(" published until ", " tot en met ") + to_string(*days.until)
                      : std::string{};
}

std::string nothing(const Context& context) {
    switch (context.query.kind) {
        case QueryKind::relations:
        case QueryKind::changes:
            return context.say("No such relation", "Geen zo'n relatie");
        case QueryKind::events:
        case QueryKind::development:
        case QueryKind::count:
            return context.say("No such event", "Geen zo'n gebeurtenis");
        case QueryKind::conflicts:
            return context.say("No contradiction", "Geen tegenspraak");
        default:
            return context.say("No such relation or event", "Geen zo'n relatie of gebeurtenis");
    }
}

}  // namespace

std::string silence(const Context& context) {
    const auto parties = parties_of(context.query);
    if (parties.empty() || parties.size() > 2) {
        return context.say("Nothing in the store fits.", "Niets in de opslag past hierbij.");
    }
    const Published days = published(context);
    const std::size_t articles =
        context.store.articles_naming(parties.front(), parties.back(), days.since, days.until);
    const bool both = parties.size() == 2;
    const std::string named = both ? context.say("both ", "zowel ") + context.name(parties[0]) +
                                         context.say(" and ", " als ") + context.name(parties[1])
                                   : context.name(parties[0]);
    const std::string tables = context.query.filter.background && context.query.kind == QueryKind::relations
                                   ? context.say("The tables of memberships have none. ",
                                                 "De tabellen van lidmaatschappen hebben er geen. ")
                                   : std::string{};
    const std::string period = period_of(days, context);
    if (articles == 0) {
        return tables + context.say("No coverage: no article", "Geen berichten: geen artikel") + period +
               context.say(" names ", " noemt ") + named +
               context.say(", so silence means nothing.", ", dus stilte betekent niets.");
    }
    if (context.dutch()) {
        return tables + nothing(context) + " in " + counted(articles, "artikel", "artikelen") + period +
               (articles == 1 ? " dat " : " die ") + named + (articles == 1 ? " noemt." : " noemen.");
    }
    return tables + nothing(context) + " in " + counted(articles, "article", "articles") + period +
           (articles == 1 ? " that names " : " that name ") + named + ".";
}

}  // namespace entente::answers
