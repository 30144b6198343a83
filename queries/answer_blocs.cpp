#include <set>

#include "queries/answers.hpp"
#include "queries/communities.hpp"
#include "queries/signed_graph.hpp"

namespace entente::answers {

namespace {

/// The blocs of a day: sets of at least two actors, largest first.
std::vector<std::set<ActorId>> blocs_on(const Context& context, Day day) {
    const SignedGraph graph = signed_graph(ties_on(context, day));
    const auto community = communities(graph);
    std::vector<std::set<ActorId>> blocs;
    for (std::size_t a = 0; a < community.size(); ++a) {
        blocs.resize(std::max(blocs.size(), community[a] + 1));
        blocs[community[a]].insert(graph.actors[a]);
    }
    std::erase_if(blocs, [](const auto& bloc) { return bloc.size() < 2; });
    std::stable_sort(blocs.begin(), blocs.end(),
                     [](const auto& a, const auto& b) { return a.size() > b.size(); });
    return blocs;
}

/// There may be many more than anybody reads: as many as this, where all are asked for.
constexpr std::size_t most_triads = 10000;

std::size_t common(const std::set<ActorId>& a, const std::set<ActorId>& b) {
    return static_cast<std::size_t>(
        std::count_if(a.begin(), a.end(), [&](const ActorId& id) { return b.contains(id); }));
}

/// The bloc of `earlier` that shares most actors with `bloc`; null if none does.
const std::set<ActorId>* predecessor(const std::set<ActorId>& bloc,
                                     const std::vector<std::set<ActorId>>& earlier) {
    const std::set<ActorId>* best = nullptr;
    for (const auto& candidate : earlier) {
        if (common(candidate, bloc) > (best == nullptr ? 0 : common(*best, bloc))) {
            best = &candidate;
        }
    }
    return best;
}

std::vector<std::string> names_without(const std::set<ActorId>& bloc, const std::set<ActorId>& other,
                                       const Context& context) {
    std::vector<std::string> names;
    for (const ActorId& id : bloc) {
        if (!other.contains(id)) {
            names.push_back(context.name(id));
        }
    }
    return names;
}

}  // namespace

/// The communities of the signed graph on a day; between two days also who came and who left.
Answer blocs(const Context& context) {
    const Filter& filter = context.query.filter;
    const bool shift = filter.since && !filter.on;
    const auto now = blocs_on(context, day_meant(context));
    const auto before = shift ? blocs_on(context, *filter.since) : std::vector<std::set<ActorId>>{};
    Answer answer{
        {{"bloc", context.say("Bloc", "Blok"), false}, {"size", context.say("Size", "Grootte"), false}},
        {},
        {},
        {},
        {"bloc", "size", "actors", "names"}};
    answer.columns.push_back({"names", context.say("Actors", "Partijen"), true});
    if (shift) {
        answer.columns.push_back({"joined", context.say("Came", "Erbij"), true});
        answer.columns.push_back({"left", context.say("Left", "Eraf"), true});
        answer.keys.insert(answer.keys.end(), {"joined", "left"});
    }
    for (std::size_t i = 0; i < now.size(); ++i) {
        nlohmann::ordered_json row{{"bloc", i + 1},
                                   {"size", now[i].size()},
                                   {"actors", std::vector<ActorId>(now[i].begin(), now[i].end())},
                                   {"names", names_without(now[i], {}, context)}};
        if (shift) {
            const auto* earlier = predecessor(now[i], before);
            row["joined"] =
                names_without(now[i], earlier == nullptr ? std::set<ActorId>{} : *earlier, context);
            row["left"] =
                earlier == nullptr ? std::vector<std::string>{} : names_without(*earlier, now[i], context);
        }
        answer.rows.push_back(std::move(row));
    }
    return answer;
}

Answer triads(const Context& context) {
    const SignedGraph graph = signed_graph(ties_on(context, day_meant(context)));
    Answer answer{{{"first", context.say("First", "Eerste"), false},
                   {"first_second", "", false},
                   {"second", context.say("Second", "Tweede"), false},
                   {"second_third", "", false},
                   {"third", context.say("Third", "Derde"), false},
                   {"third_first", context.say("and first", "en eerste"), false}},
                  {},
                  {},
                  {},
                  {"actors", "first", "first_second", "second", "second_third", "third", "third_first"}};
    const auto tie = [&](std::size_t a, std::size_t b) {
        return graph.weight(a, b) > 0 ? context.say("friend of", "vriend van")
                                      : context.say("enemy of", "vijand van");
    };
    const UnbalancedTriads found =
        unbalanced_triads(graph, context.most_rows == 0 ? most_triads : context.most_rows);
    answer.note = shown_note(
        found.strongest.size(), found.all - found.strongest.size(), context,
        {" with the strongest ties", " met de sterkste banden", found.all > most_triads ? most_triads : 0});
    for (const Triad& triad : found.strongest) {
        const ActorId& a = graph.actors[triad.a];
        const ActorId& b = graph.actors[triad.b];
        const ActorId& c = graph.actors[triad.c];
        answer.rows.push_back({{"actors", std::vector<ActorId>{a, b, c}},
                               {"first", context.name(a)},
                               {"first_second", tie(triad.a, triad.b)},
                               {"second", context.name(b)},
                               {"second_third", tie(triad.b, triad.c)},
                               {"third", context.name(c)},
                               {"third_first", tie(triad.c, triad.a)}});
    }
    return answer;
}

}  // namespace entente::answers
