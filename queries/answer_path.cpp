#include <algorithm>
#include <set>

#include "queries/answers.hpp"
#include "queries/shortest_chain.hpp"

namespace entente::answers {

namespace {

constexpr int most_rings = 8;

/// What one end of the chain has reached so far.
struct Side {
    std::set<ActorId> reached;
    std::vector<ActorId> frontier;
};

/// The relations of the frontier's actors; the frontier becomes what they lead to.
void grow(const Context& context, Side& side, std::vector<Relation>& relations) {
    Filter filter = context.query.filter;
    filter.between.reset();
    filter.actors = side.frontier;
    filter.with_events = false;
    filter.with_claims = false;
    side.frontier.clear();
    for (Relation& relation : context.store.select(filter).relations) {
        for (const ActorId& actor : {relation.source, relation.target}) {
            if (side.reached.insert(actor).second) {
                side.frontier.push_back(actor);
            }
        }
        relations.push_back(std::move(relation));
    }
}

bool meet(const Side& a, const Side& b) {
    return std::any_of(a.reached.begin(), a.reached.end(),
                       [&](const ActorId& actor) { return b.reached.contains(actor); });
}

/// The relations around the two ends, ring by ring from the smaller side, until the rings meet: no more of
/// the store is read than the chain needs. With `all`, until nothing new is reached.
std::vector<Relation> relations_between(const Context& context, const ActorId& a, const ActorId& b,
                                        bool all) {
    Side left{{a}, {a}};
    Side right{{b}, {b}};
    std::vector<Relation> relations;
    for (int ring = 0; ring < most_rings && (all || !meet(left, right)); ++ring) {
        const bool left_first = !left.frontier.empty() &&
                                (left.frontier.size() <= right.frontier.size() || right.frontier.empty());
        Side& side = left_first ? left : right;
        if (side.frontier.empty()) {
            break;
        }
        grow(context, side, relations);
    }
    std::sort(relations.begin(), relations.end(),
              [](const Relation& x, const Relation& y) { return x.id < y.id; });
    relations.erase(std::unique(relations.begin(), relations.end(),
                                [](const Relation& x, const Relation& y) { return x.id == y.id; }),
                    relations.end());
    return relations;
}

}  // namespace

/// The shortest chain, one row a link; each link's evidence is behind its id.
Answer path(const Context& context) {
    const auto& [a, b] = *context.query.filter.between;
    const bool in_time = context.query.consecutive;
    const auto relations = relations_between(context, a, b, in_time);
    const auto chain = in_time ? shortest_chain_in_time(relations, a, b) : shortest_chain(relations, a, b);
    Answer answer{{{"step", context.say("Step", "Stap"), false},
                   {"source_name", context.say("Source", "Bron"), true},
                   {"relation_text", context.say("Relation", "Relatie"), false},
                   {"target_name", context.say("Target", "Doel"), true},
                   {"period", context.say("Period", "Periode"), false},
                   {"articles", context.say("Articles", "Artikelen"), false},
                   {"origins", context.say("Origins", "Herkomsten"), false},
                   {"confidence", context.say("Conf.", "Zeker"), false},
                   {"id", "Id", false}},
                  {},
                  {}};
    for (std::size_t i = 0; i < chain.size(); ++i) {
        nlohmann::ordered_json row{{"step", i + 1}};
        row.update(row_of(relations[chain[i]], context));
        answer.rows.push_back(std::move(row));
    }
    if (chain.empty()) {
        answer.note = context.say("No chain of relations connects the two.",
                                  "Geen keten van relaties verbindt de twee.");
    }
    return answer;
}

}  // namespace entente::answers
