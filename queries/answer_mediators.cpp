#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "queries/answers.hpp"

namespace entente::answers {

namespace {

struct Mediator {
    std::set<ActorId> parties;
    std::set<std::string> claims;
    std::vector<std::string> relations;
    double confidence = 0.0;
};

/// Mediators by the relations of the filter, with their claims if it has them.
std::map<ActorId, Mediator> mediators_of(const Context& context, const Filter& filter) {
    std::map<ActorId, Mediator> found;
    for (const Relation& relation : context.store.select(filter).relations) {
        Mediator& mediator = found[relation.source];
        mediator.parties.insert(relation.target);
        mediator.claims.insert(relation.claims.begin(), relation.claims.end());
        mediator.relations.push_back(relation.id);
        mediator.confidence = std::max(mediator.confidence, relation.confidence);
    }
    return found;
}

}  // namespace

/// Who mediates, between whom, by how many reports.
Answer mediators(const Context& context) {
    Filter filter = context.query.filter;
    filter.relations = {"mediates"};
    filter.with_events = false;
    filter.with_actors = false;
    // "Between A and B": a mediator's relations are with each of the two.
    const auto between = filter.between;
    if (between) {
        filter.between.reset();
        filter.actors = {between->first, between->second};
    }
    const bool each = filter.known_on || filter.stored_on || between;
    std::map<ActorId, Mediator> found;
    std::map<ActorId, std::size_t> claims;
    if (each) {
        found = mediators_of(context, filter);
        if (between) {
            std::erase_if(found, [&](const auto& one) {
                const std::set<ActorId>& parties = one.second.parties;
                return !parties.contains(between->first) || !parties.contains(between->second);
            });
        }
        for (const auto& [id, mediator] : found) {
            claims.emplace(id, mediator.claims.size());
        }
    } else {
        claims = context.store.claims_by_source(filter);
    }
    std::vector<std::pair<std::size_t, ActorId>> order;  // by how many claims, most first
    for (const auto& [id, number] : claims) {
        order.emplace_back(number, id);
    }
    std::stable_sort(order.begin(), order.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    const std::size_t all = order.size();
    if (context.most_rows > 0) {
        order.resize(std::min(all, context.most_rows));
    }
    if (!each && !order.empty()) {
        filter.with_claims = false;
        if (order.size() < all) {
            filter.actors.clear();
            for (const auto& [number, id] : order) {
                filter.actors.push_back(id);
            }
        }
        found = mediators_of(context, filter);
    }
    Answer answer{{{"source_name", context.say("Mediator", "Bemiddelaar"), false},
                   {"target_name", context.say("between", "tussen"), true},
                   {"claims", context.say("Claims", "Claims"), false},
                   {"confidence", context.say("Conf.", "Zeker"), false},
                   {"id", "Id", true}},
                  {},
                  shown_note(order.size(), all - order.size(), context, {" most reported", " meest gemelde"}),
                  {},
                  {"id", "source", "source_name", "target", "target_name", "claims", "confidence"}};
    for (const auto& [number, id] : order) {
        const Mediator& mediator = found.at(id);
        std::vector<std::string> names;
        for (const ActorId& party : mediator.parties) {
            names.push_back(context.name(party));
        }
        answer.rows.push_back(
            {{"id", mediator.relations},
             {"source", id},
             {"source_name", context.name(id)},
             {"target", std::vector<ActorId>(mediator.parties.begin(), mediator.parties.end())},
             {"target_name", names},
             {"claims", number},
             {"confidence", mediator.confidence}});
    }
    return answer;
}

}  // namespace entente::answers
