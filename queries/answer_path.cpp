#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "queries/answers.hpp"
#include "queries/shortest_chain.hpp"

namespace entente::answers {

namespace {

constexpr std::size_t most_rings = 8;

/// More look-ups of single pairs than this take longer than reading all ties of a ring.
constexpr std::size_t most_pairs = 50000;

/// What one end of the chain has reached so far.
struct Side {
    std::set<ActorId> reached;
    std::vector<ActorId> ring;  ///< reached last
};

/// The query's filter for relations alone, whoever has them.
Filter of_anybody(const Context& context) {
    Filter filter = context.query.filter;
    filter.between.reset();
    filter.actors.clear();
    filter.with_events = false;
    filter.with_claims = false;
    filter.with_actors = false;
    return filter;
}

/// What a search asks of a relation.
void append(const Ties& ties, std::vector<Relation>& relations) {
    for (const Tie& tie : ties.ties) {
        Relation relation;
        relation.source = ties.actors[tie.source];
        relation.target = ties.actors[tie.target];
        relation.confidence = tie.confidence;
        relations.push_back(std::move(relation));
    }
}

/// The ties of the ring's actors; the ring becomes what they lead to.
void grow(const Context& context, Side& side, std::vector<Relation>& relations) {
    Filter filter = of_anybody(context);
    filter.actors = std::move(side.ring);
    side.ring.clear();
    const Ties ties = context.store.ties(filter);
    for (const ActorId& actor : ties.actors) {
        if (side.reached.insert(actor).second) {
            side.ring.push_back(actor);
        }
    }
    append(ties, relations);
}

bool meet(const Side& a, const Side& b) {
    return std::any_of(a.ring.begin(), a.ring.end(),
                       [&](const ActorId& actor) { return b.reached.contains(actor); });
}

/// Whether the rings are tied to each other. They are asked pair by pair where that is less than all that
/// their actors have: somebody in a ring is known to everybody.
bool join(const Context& context, const Side& a, const Side& b, std::vector<Relation>& relations) {
    const Filter filter = of_anybody(context);
    if (a.ring.size() * b.ring.size() > most_pairs || filter.known_on || filter.stored_on) {
        return false;  // the next ring will show it
    }
    const Ties ties = context.store.ties_between(filter, a.ring, b.ring);
    append(ties, relations);
    return !ties.ties.empty();
}

/// The ties around the two ends, ring by ring from the smaller side, until the rings meet: no more of the
/// store is read than the chain needs.
std::vector<Relation> ties_around(const Context& context, const ActorId& a, const ActorId& b) {
    Side left{{a}, {a}};
    Side right{{b}, {b}};
    std::vector<Relation> relations;
    for (std::size_t ring = 0; ring < most_rings && !left.ring.empty() && !right.ring.empty(); ++ring) {
        if (join(context, left, right, relations)) {
            break;
        }
        Side& side = left.ring.size() <= right.ring.size() ? left : right;
        grow(context, side, relations);
        if (meet(side, &side == &left ? right : left)) {
            break;
        }
    }
    return relations;
}

/// The relations of the chain over `ties`: of each two neighbours the surest, the first of equals.
std::vector<Relation> surest_relations(const Context& context, const std::vector<Relation>& ties,
                                       const std::vector<std::size_t>& chain) {
    std::vector<Relation> relations;
    Filter filter = of_anybody(context);
    for (const std::size_t link : chain) {
        filter.between = {ties[link].source, ties[link].target};
        auto found = context.store.select(filter).relations;
        const auto surest = std::max_element(
            found.begin(), found.end(),
            [](const Relation& x, const Relation& y) { return x.confidence < y.confidence; });
        relations.push_back(std::move(*surest));
    }
    return relations;
}

/// The relations of the ring's actors; the ring becomes what they lead to.
void grow_with_times(const Context& context, Side& side, std::vector<Relation>& relations) {
    Filter filter = of_anybody(context);
    filter.actors = std::move(side.ring);
    side.ring.clear();
    for (Relation& relation : context.store.select(filter).relations) {
        for (const ActorId& actor : {relation.source, relation.target}) {
            if (side.reached.insert(actor).second) {
                side.ring.push_back(actor);
            }
        }
        relations.push_back(std::move(relation));
    }
}

/// The relations between the rings, pair by pair. False: there are too many pairs to ask.
bool join_with_times(const Context& context, const Side& a, const Side& b, std::vector<Relation>& relations) {
    if (a.ring.size() * b.ring.size() > most_pairs) {
        return false;
    }
    std::vector<std::pair<ActorId, ActorId>> pairs;
    for (const ActorId& left : a.ring) {
        for (const ActorId& right : b.ring) {
            if (left != right) {
                pairs.emplace_back(left, right);
            }
        }
    }
    auto found = context.store.relations_between(of_anybody(context), pairs);
    std::move(found.begin(), found.end(), std::back_inserter(relations));
    return true;
}

void sort_each_once(std::vector<Relation>& relations) {
    std::sort(relations.begin(), relations.end(),
              [](const Relation& x, const Relation& y) { return x.id < y.id; });
    relations.erase(std::unique(relations.begin(), relations.end(),
                                [](const Relation& x, const Relation& y) { return x.id == y.id; }),
                    relations.end());
}

/// As ties_around, but rings grow until a chain in time is found that is no longer than they reach: one of as
/// many links as rings were read on both sides, and one more where the rings were joined, lies in what was
/// read.
std::vector<Relation> chain_in_time(const Context& context, const ActorId& a, const ActorId& b) {
    Side left{{a}, {a}};
    Side right{{b}, {b}};
    std::vector<Relation> relations;
    for (std::size_t rings = 0; rings < most_rings && !left.ring.empty() && !right.ring.empty(); ++rings) {
        std::vector<Relation> near = relations;
        const bool joined = join_with_times(context, left, right, near);
        sort_each_once(near);
        const auto links = shortest_chain_in_time(near, a, b);
        if (!links.empty() && links.size() <= rings + (joined ? 1 : 0)) {
            std::vector<Relation> chain;
            for (const std::size_t link : links) {
                chain.push_back(near[link]);
            }
            return chain;
        }
        grow_with_times(context, left.ring.size() <= right.ring.size() ? left : right, relations);
    }
    sort_each_once(relations);
    std::vector<Relation> chain;
    for (const std::size_t link : shortest_chain_in_time(relations, a, b)) {
        chain.push_back(relations[link]);
    }
    return chain;
}

std::vector<Relation> chain_between(const Context& context, const ActorId& a, const ActorId& b) {
    if (context.query.consecutive) {
        return chain_in_time(context, a, b);
    }
    const auto ties = ties_around(context, a, b);
    return surest_relations(context, ties, shortest_chain(ties, a, b));
}

}  // namespace

/// The shortest chain, one row a link; each link's evidence is behind its id.
Answer path(const Context& context) {
    const auto& [a, b] = *context.query.filter.between;
    const auto chain = chain_between(context, a, b);
    Answer answer{
        joined_columns(
            {{{"step", context.say("Step", "Stap"), false}}, tie_columns(context), support_columns(context)}),
        {},
        {},
        {},
        relation_keys(context, {"step"})};
    for (std::size_t i = 0; i < chain.size(); ++i) {
        nlohmann::ordered_json row{{"step", i + 1}};
        row.update(row_of(chain[i], context));
        answer.rows.push_back(std::move(row));
    }
    if (chain.empty()) {
        answer.note = context.say("No chain of relations connects the two.",
                                  "Geen keten van relaties verbindt de twee.");
    }
    return answer;
}

}  // namespace entente::answers
