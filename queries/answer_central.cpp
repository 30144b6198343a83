#include <cmath>

#include "queries/answers.hpp"
#include "queries/centrality.hpp"

namespace entente::answers {

/// The most central actors of the period, or of a day.
Answer central(const Context& context) {
    const Filter& filter = context.query.filter;
    auto found = centrality(context.store.ties(filter));
    const std::size_t all = found.size();
    if (const std::size_t most = filter.limit > 0 ? filter.limit : context.most_rows; most > 0) {
        found.resize(std::min(all, most));
    }
    Answer answer{{{"name", context.say("Actor", "Partij"), false},
                   {"partners", context.say("Partners", "Partners"), false},
                   {"betweenness", context.say("Betweenness", "Tussenliggend"), false},
                   {"page_rank", "PageRank", false},
                   {"actor", "Id", false}},
                  {},
                  filter.limit > 0 ? std::string{}
                                   : shown_note(found.size(), all - found.size(), context,
                                                {" most central", " meest centrale"}),
                  {},
                  {"actor", "name", "partners", "betweenness", "page_rank"}};
    const auto rounded = [](double value) { return std::round(value * 10000.0) / 10000.0; };
    for (const Centrality& one : found) {
        answer.rows.push_back({{"actor", one.actor},
                               {"name", context.name(one.actor)},
                               {"partners", one.partners},
                               {"betweenness", rounded(one.betweenness)},
                               {"page_rank", rounded(one.page_rank)}});
    }
    return answer;
}

}  // namespace entente::answers
