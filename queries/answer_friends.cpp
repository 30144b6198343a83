#include <map>

#include "queries/answers.hpp"

namespace entente::answers {

namespace {

const std::vector<std::string> hostile_types = {
    "at_war",    "armed_clash",  "attacks",          "occupies",  "blockade",
    "sanctions", "arms_embargo", "diplomatic_break", "threatens", "mobilises_against"};
const std::vector<std::string> friendly_types = {"ally", "defence_pact"};

const ActorId& other(const Relation& relation, const ActorId& actor) {
    return relation.source == actor ? relation.target : relation.source;
}

std::vector<Relation> relations_of(const Context& context, const ActorId& actor,
                                   const std::vector<std::string>& types) {
    Filter filter = context.query.filter;
    filter.relations = types;
    filter.actors = {actor};
    filter.between.reset();
    filter.with_events = false;
    filter.with_claims = false;
    auto relations = context.store.select(filter).relations;
    std::erase_if(relations,
                  [&](const Relation& relation) { return !context.query.planned && !in_force(relation); });
    return relations;
}

}  // namespace

Answer friends_of_enemies(const Context& context) {
    Answer answer{{{"source_name", context.say("Ally", "Bondgenoot"), true},
                   {"target_name", context.say("of enemy", "van vijand"), true},
                   {"period", context.say("Allied", "Verbonden"), false},
                   {"hostility", context.say("Enmity", "Vijandschap"), true},
                   {"articles", context.say("Articles", "Artikelen"), false},
                   {"origins", context.say("Origins", "Herkomsten"), false},
                   {"confidence", context.say("Conf.", "Zeker"), false},
                   {"id", "Id", false},
                   {"enmity_id", context.say("Enmity id", "Id vijandschap"), false}},
                  {},
                  {}};
    for (const ActorId& actor : context.query.filter.actors) {
        std::map<ActorId, Relation> enmities;  // the best supported one for each enemy
        for (const Relation& relation : relations_of(context, actor, hostile_types)) {
            const ActorId& enemy = other(relation, actor);
            const auto [known, added] = enmities.emplace(enemy, relation);
            if (!added && relation.support.origins > known->second.support.origins) {
                known->second = relation;
            }
        }
        for (const auto& [enemy, enmity] : enmities) {
            for (const Relation& alliance : relations_of(context, enemy, friendly_types)) {
                const ActorId& ally = other(alliance, enemy);
                if (ally == actor) {
                    continue;
                }
                auto row = row_of(alliance, context);
                row["source"] = ally;
                row["source_name"] = context.name(ally);
                row["target"] = enemy;
                row["target_name"] = context.name(enemy);
                row["hostility"] = context.relation_label(enmity.type) + " " +
                                   period_text(enmity.valid, enmity.known_from, context);
                row["enmity_id"] = enmity.id;
                answer.rows.push_back(std::move(row));
            }
        }
    }
    return answer;
}

}  // namespace entente::answers
