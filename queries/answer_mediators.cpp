#include <algorithm>
#include <map>
#include <set>

#include "queries/answers.hpp"

namespace entente::answers {

/// Who mediates, between whom, by how many reports.
Answer mediators(const Context& context) {
    Filter filter = context.query.filter;
    filter.relations = {"mediates"};
    filter.with_events = false;
    filter.with_claims = false;
    filter.with_claim_ids = true;
    filter.with_actors = false;
    struct Mediator {
        std::set<ActorId> parties;
        std::set<std::string> claims;
        std::vector<std::string> relations;
        double confidence = 0.0;
    };
    std::map<ActorId, Mediator> found;
    for (const Relation& relation : context.store.select(filter).relations) {
        Mediator& mediator = found[relation.source];
        mediator.parties.insert(relation.target);
        mediator.claims.insert(relation.claims.begin(), relation.claims.end());
        mediator.relations.push_back(relation.id);
        mediator.confidence = std::max(mediator.confidence, relation.confidence);
    }
    Answer answer{{{"source_name", context.say("Mediator", "Bemiddelaar"), false},
                   {"target_name", context.say("between", "tussen"), true},
                   {"claims", context.say("Claims", "Claims"), false},
                   {"confidence", context.say("Conf.", "Zeker"), false},
                   {"id", "Id", true}},
                  {},
                  {}};
    std::vector<std::pair<std::size_t, ActorId>> order;  // by how many claims, most first
    for (const auto& [id, mediator] : found) {
        order.emplace_back(mediator.claims.size(), id);
    }
    std::stable_sort(order.begin(), order.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    if (context.most_rows > 0 && order.size() > context.most_rows) {
        answer.note = shown_note(context.most_rows, order.size() - context.most_rows, context);
        order.resize(context.most_rows);
    }
    for (const auto& [claims, id] : order) {
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
             {"claims", claims},
             {"confidence", mediator.confidence}});
    }
    return answer;
}

}  // namespace entente::answers
