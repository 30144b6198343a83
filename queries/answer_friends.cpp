#include <map>

#include "queries/answers.hpp"

namespace entente::answers {

namespace {

const std::vector<std::string> hostile_types = {
    "at_war",    "armed_clash",  "attacks",          "occupies",  "blockade",
    "sanctions", "arms_embargo", "diplomatic_break", "threatens", "mobilises_against"};
const std::vector<std::string> friendly_types = {"ally", "defence_pact"};

/// Whose relations of what kind are looked for, and by what kind from there.
struct Degrees {
    const std::vector<std::string>& first;  ///< from the actor that is named
    const std::vector<std::string>& second;
};

Degrees degrees_of(QueryKind kind) {
    switch (kind) {
        case QueryKind::enemies_of_friends:
            return {friendly_types, hostile_types};
        case QueryKind::enemies_of_enemies:
            return {hostile_types, hostile_types};
        case QueryKind::friends_of_friends:
            return {friendly_types, friendly_types};
        default:
            return {hostile_types, friendly_types};
    }
}

const ActorId& other(const Relation& relation, const ActorId& actor) {
    return relation.source == actor ? relation.target : relation.source;
}

std::vector<Relation> relations_of(const Context& context, const std::vector<ActorId>& actors,
                                   const std::vector<std::string>& types) {
    if (actors.empty()) {
        return {};
    }
    Filter filter = context.query.filter;
    filter.relations = types;
    filter.actors = actors;
    filter.between.reset();
    filter.in_force = !context.query.planned;
    filter.with_events = false;
    filter.with_claims = false;
    filter.with_actors = false;
    return context.store.select(filter).relations;
}

}  // namespace

Answer second_degree(const Context& context) {
    const Degrees degrees = degrees_of(context.query.kind);
    const bool allies = &degrees.second == &friendly_types;
    const bool of_allies = &degrees.first == &friendly_types;
    Answer answer{
        {{"source_name", allies ? context.say("Ally", "Bondgenoot") : context.say("Enemy", "Vijand"), true},
         {"target_name",
          of_allies ? context.say("of ally", "van bondgenoot") : context.say("of enemy", "van vijand"), true},
         {"period", allies ? context.say("Allied", "Verbonden") : context.say("Hostile", "Vijandig"), false},
         {"hostility",
          of_allies ? context.say("Alliance", "Bondgenootschap") : context.say("Enmity", "Vijandschap"),
          true},
         {"articles", context.say("Articles", "Artikelen"), false},
         {"origins", context.say("Origins", "Herkomsten"), false},
         {"confidence", context.say("Conf.", "Zeker"), false},
         {"id", "Id", false},
         {"enmity_id",
          of_allies ? context.say("Alliance id", "Id bondgenootschap")
                    : context.say("Enmity id", "Id vijandschap"),
          false}},
        {},
        {}};
    for (const ActorId& actor : context.query.filter.actors) {
        std::map<ActorId, Relation> ties;  // the best supported one to each ally or enemy in between
        for (const Relation& relation : relations_of(context, {actor}, degrees.first)) {
            const ActorId& middle = other(relation, actor);
            const auto [known, added] = ties.emplace(middle, relation);
            if (!added && relation.support.origins > known->second.support.origins) {
                known->second = relation;
            }
        }
        std::vector<ActorId> middles;
        for (const auto& [middle, tie] : ties) {
            middles.push_back(middle);
        }
        // A relation of two in between is told of each.
        std::map<ActorId, std::vector<const Relation*>> theirs;
        const auto found = relations_of(context, middles, degrees.second);
        for (const Relation& relation : found) {
            for (const ActorId* middle : {&relation.source, &relation.target}) {
                if (ties.contains(*middle)) {
                    theirs[*middle].push_back(&relation);
                }
            }
        }
        for (const auto& [middle, relations] : theirs) {
            const Relation& tie = ties.at(middle);
            const std::string first =
                context.relation_label(tie.type) + " " + period_text(tie.valid, tie.known_from, context);
            for (const Relation* relation : relations) {
                const ActorId& far = other(*relation, middle);
                if (far == actor) {
                    continue;
                }
                auto row = row_of(*relation, context);
                row["source"] = far;
                row["source_name"] = context.name(far);
                row["target"] = middle;
                row["target_name"] = context.name(middle);
                row["hostility"] = first;
                row["enmity_id"] = tie.id;
                answer.rows.push_back(std::move(row));
            }
        }
    }
    return answer;
}

}  // namespace entente::answers
