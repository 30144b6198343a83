#include <algorithm>
#include <map>

#include "graph/relation_type.hpp"
#include "queries/answers.hpp"

namespace entente::answers {

namespace {

/// What the query would find with another filter.
std::vector<Relation> relations_with(const Context& context, const Filter& filter) {
    Query query = context.query;
    query.filter = filter;
    query.filter.with_events = false;
    query.filter.with_claims = false;
    return select(context.store, query).relations;
}

void show(const std::vector<Relation>& relations, const Context& context, Answer& answer) {
    for (const Relation& relation : relations) {
        answer.rows.push_back(row_of(relation, context));
    }
}

/// What was ended before the time that is asked about.
std::vector<Relation> ended_before(const Context& context) {
    const Filter& asked = context.query.filter;
    const auto since = asked.on ? asked.on : asked.since;
    if (!since) {
        return {};
    }
    Filter filter = asked;
    filter.on.reset();
    filter.since.reset();
    filter.until = *since - std::chrono::days{1};
    filter.during = During::ends;
    return relations_with(context, filter);
}

/// What holds on the day that is asked about and is the contrary of the first type asked for: either of the
/// two ends the other.
std::vector<Relation> contrary(const Context& context) {
    const Filter& asked = context.query.filter;
    const RelationType* type =
        asked.relations.empty() ? nullptr : find_relation_type(asked.relations.front());
    if (type == nullptr || !asked.on) {
        return {};
    }
    Filter filter = asked;
    filter.relations.clear();
    for (const std::string& name : type->ended_by) {
        const auto& back = find_relation_type(name)->ended_by;
        if (std::find(back.begin(), back.end(), type->name) != back.end()) {
            filter.relations.push_back(name);
        }
    }
    return filter.relations.empty() ? std::vector<Relation>{} : relations_with(context, filter);
}

std::vector<Relation> denied(const Context& context) {
    Filter filter = context.query.filter;
    filter.modalities = {Modality::denied, Modality::negated};
    return relations_with(context, filter);
}

/// The memberships of an alliance that both parties have on the day that is asked about, by the tables.
std::vector<Relation> alliance_of_both(const Context& context) {
    if (!asks_for_allies(context.query) || !context.query.filter.between) {
        return {};
    }
    const auto memberships = [&](const ActorId& member) {
        Filter filter;
        filter.relations = {"member_of"};
        filter.actors = {member};
        filter.on = day_meant(context);
        filter.background = true;
        filter.with_events = false;
        filter.with_claims = false;
        std::map<ActorId, Relation> found;
        for (Relation& relation : context.store.select(filter).relations) {
            if (relation.source == member && is_alliance(relation.target)) {
                found.emplace(relation.target, std::move(relation));
            }
        }
        return found;
    };
    const auto first = memberships(context.query.filter.between->first);
    const auto second = memberships(context.query.filter.between->second);
    std::vector<Relation> common;
    for (const auto& [alliance, relation] : first) {
        if (const auto other = second.find(alliance); other != second.end()) {
            common.push_back(relation);
            common.push_back(other->second);
        }
    }
    return common;
}

}  // namespace

Answer with_verdict(const Context& context, Answer found) {
    if (!found.rows.empty()) {
        found.verdict = context.say("Yes.", "Ja.");
        return found;
    }
    if (context.query.kind == QueryKind::path) {
        found.verdict = context.say("No.", "Nee.");
        return found;
    }
    found.verdict = context.say("Unknown.", "Onbekend.");
    if (context.query.kind != QueryKind::relations) {
        return found;
    }
    if (const auto common = alliance_of_both(context); !common.empty()) {
        found.verdict =
            context.say("Yes, by the tables of memberships: no article says so, but both are members of ",
                        "Ja, volgens de tabellen van lidmaatschappen: geen artikel zegt het, maar beide "
                        "zijn lid van ") +
            context.name(common.front().target) + ".";
        show(common, context, found);
    } else if (const auto ended = ended_before(context); !ended.empty()) {
        const auto last = std::max_element(
            ended.begin(), ended.end(),
            [](const Relation& a, const Relation& b) { return *a.valid.end < *b.valid.end; });
        found.verdict =
            context.say("No: it ended on ", "Nee: het eindigde op ") + to_string(*last->valid.end) + ".";
        show(ended, context, found);
    } else if (const auto held = contrary(context); !held.empty()) {
        found.verdict = context.say("No: ", "Nee: ") + context.name(held.front().source) + " " +
                        context.relation_label(held.front().type) + " " + context.name(held.front().target) +
                        ".";
        show(held, context, found);
    } else if (const auto denials = denied(context); !denials.empty()) {
        found.verdict = context.say("No, by those who deny it; nobody says yes.",
                                    "Nee, volgens wie het ontkent; niemand zegt ja.");
        show(denials, context, found);
    }
    return found;
}

}  // namespace entente::answers
