#include <cmath>

#include "queries/answers.hpp"
#include "queries/centrality.hpp"

namespace entente::answers {

/// The most central actors of the period, or of a day.
Answer central(const Context& context) {
    const Filter& filter = context.query.filter;
    const std::size_t most = filter.limit == 0 ? 20 : filter.limit;
    const auto found = centrality(context.store.ties(filter));
    Answer answer{{{"name", context.say("Actor", "Partij"), false},
                   {"partners", context.say("Partners", "Partners"), false},
                   {"betweenness", context.say("Betweenness", "Tussenliggend"), false},
                   {"page_rank", "PageRank", false},
                   {"actor", "Id", false}},
                  {},
                  {}};
    const auto rounded = [](double value) { return std::round(value * 10000.0) / 10000.0; };
    for (std::size_t i = 0; i < std::min(found.size(), most); ++i) {
        answer.rows.push_back({{"actor", found[i].actor},
                               {"name", context.name(found[i].actor)},
                               {"partners", found[i].partners},
                               {"betweenness", rounded(found[i].betweenness)},
                               {"page_rank", rounded(found[i].page_rank)}});
    }
    if (found.size() > most) {
        answer.note = counted(
            found.size() - most,
            context.say("actor less central was left out.", "minder centrale partij is weggelaten."),
            context.say("actors less central were left out.", "minder centrale partijen zijn weggelaten."));
    }
    return answer;
}

}  // namespace entente::answers
