#include <algorithm>

#include "queries/answers.hpp"

namespace entente::answers {

namespace {

/// Whom the question is about: any of the one, and where there are others, with any of the others.
struct Parties {
    std::vector<ActorId> one;
    std::vector<ActorId> other;
};

Parties parties_of(const Query& query) {
    if (query.filter.between) {
        return {{query.filter.between->first}, {query.filter.between->second}};
    }
    std::vector<std::vector<ActorId>> sides;
    for (const auto* side : {&query.sources, &query.targets, &query.filter.actors, &query.with}) {
        if (!side->empty()) {
            sides.push_back(*side);
        }
    }
    sides.resize(2);
    return {sides[0], sides[1]};
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

/// Whether any article names one of a group, with one of the other if there is one.
bool are_named(const Context& context, const Parties& parties, const Published& days) {
    const auto named = [&](const ActorId& a, const ActorId& b) {
        return context.store.articles_naming(a, b, days.since, days.until) > 0;
    };
    return std::any_of(parties.one.begin(), parties.one.end(), [&](const ActorId& a) {
        return parties.other.empty() ? named(a, a)
                                     : std::any_of(parties.other.begin(), parties.other.end(),
                                                   [&](const ActorId& b) { return named(a, b); });
    });
}

/// Of groups: how many articles name any of them is not counted.
std::string silence_on_groups(const Context& context, const Parties& parties, const Published& days) {
    const std::string together = parties.other.empty() ? std::string{} : context.say(" together", " samen");
    if (are_named(context, parties, days)) {
        return nothing(context) +
               context.say(" in the articles that name them", " in de artikelen die hen noemen") + together +
               ".";
    }
    return context.say("No coverage: no article", "Geen berichten: geen artikel") + period_of(days, context) +
           context.say(" names any of them", " noemt een van hen") + together +
           context.say(", so silence means nothing.", ", dus stilte betekent niets.");
}

}  // namespace

std::string silence(const Context& context) {
    const auto parties = parties_of(context.query);
    if (parties.one.empty()) {
        return context.say("Nothing in the store fits.", "Niets in de opslag past hierbij.");
    }
    const Published days = published(context);
    if (parties.one.size() > 1 || parties.other.size() > 1) {
        return silence_on_groups(context, parties, days);
    }
    const ActorId& one = parties.one.front();
    const ActorId& other = parties.other.empty() ? one : parties.other.front();
    const std::size_t articles = context.store.articles_naming(one, other, days.since, days.until);
    const std::string named = one == other ? context.name(one)
                                           : context.say("both ", "zowel ") + context.name(one) +
                                                 context.say(" and ", " als ") + context.name(other);
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
