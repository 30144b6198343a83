#include <algorithm>
#include <cstdint>
#include <set>
#include <string_view>
#include <tuple>
#include <vector>

#include "queries/answers.hpp"

namespace entente::answers {

namespace {

/// What is counted of an actor.
struct Count {
    std::vector<std::uint32_t> partners;  ///< one for each relation
    std::uint32_t origins = 0;            ///< of all of them
};

bool contains(const std::vector<ActorId>& ids, const ActorId& id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

}  // namespace

/// Who has relations with most others, most first; of equals who has more relations, then more origins. Where
/// actors are named on either side, they alone are compared.
Answer ranking(const Context& context) {
    const Query& query = context.query;
    Filter filter = query.filter;
    if (filter.actors.empty()) {
        filter.actors = query.sources.empty() ? query.targets : query.sources;
    }
    filter.in_force = !filter.relations.empty() && !query.planned;
    const Ties ties = context.store.ties(filter);
    std::vector<Count> counts(ties.actors.size());
    const auto any_of = [&](const std::vector<ActorId>& wanted, std::uint32_t actor) {
        return wanted.empty() || contains(wanted, ties.actors[actor]);
    };
    const auto add = [&](std::uint32_t actor, std::uint32_t partner, const Tie& tie) {
        if (any_of(query.filter.actors, actor)) {
            counts[actor].partners.push_back(partner);
            counts[actor].origins += tie.origins;
        }
    };
    for (const Tie& tie : ties.ties) {
        if (!any_of(query.sources, tie.source) || !any_of(query.targets, tie.target)) {
            continue;
        }
        if (query.ranked != Party::target) {
            add(tie.source, tie.target, tie);
        }
        if (query.ranked != Party::source) {
            add(tie.target, tie.source, tie);
        }
    }
    struct Ranked {
        std::uint32_t actor = 0;
        std::size_t relations = 0;
        std::uint32_t origins = 0;
        std::vector<std::uint32_t> partners;  ///< each once, in the order of their ids
    };
    std::vector<Ranked> order;
    for (std::uint32_t actor = 0; actor < counts.size(); ++actor) {
        auto& partners = counts[actor].partners;
        if (!partners.empty()) {
            const std::size_t relations = partners.size();
            std::sort(partners.begin(), partners.end());
            partners.erase(std::unique(partners.begin(), partners.end()), partners.end());
            order.push_back({actor, relations, counts[actor].origins, std::move(partners)});
        }
    }
    std::stable_sort(order.begin(), order.end(), [](const Ranked& a, const Ranked& b) {
        return std::tuple{b.partners.size(), b.relations, b.origins} <
               std::tuple{a.partners.size(), a.relations, a.origins};
    });
    const std::size_t all = order.size();
    const std::size_t most = filter.limit > 0 ? filter.limit : context.most_rows;
    if (most > 0) {
        order.resize(std::min(all, most));
    }
    Answer answer{{{"name", context.say("Actor", "Partij"), false},
                   {"partners", context.say("Partners", "Partners"), false},
                   {"relations", context.say("Relations", "Relaties"), false},
                   {"origins", context.say("Origins", "Herkomsten"), false},
                   {"partner_names", context.say("with", "met"), true},
                   {"actor", "Id", false}},
                  {},
                  filter.limit > 0
                      ? std::string{}
                      : shown_note(order.size(), all - order.size(), context, {" first", " eerste"}),
                  {},
                  {"actor", "name", "partners", "relations", "origins", "partner_ids", "partner_names"}};
    for (const Ranked& one : order) {
        std::vector<ActorId> partners;
        std::vector<std::string> names;
        for (const std::uint32_t partner : one.partners) {
            partners.push_back(ties.actors[partner]);
            names.push_back(context.name(ties.actors[partner]));
        }
        answer.rows.push_back({{"actor", ties.actors[one.actor]},
                               {"name", context.name(ties.actors[one.actor])},
                               {"partners", one.partners.size()},
                               {"relations", one.relations},
                               {"origins", one.origins},
                               {"partner_ids", partners},
                               {"partner_names", names}});
    }
    return answer;
}

}  // namespace entente::answers
