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
        for (const Relation& relation : relations_of(context, {actor}, hostile_types)) {
            const ActorId& enemy = other(relation, actor);
            const auto [known, added] = enmities.emplace(enemy, relation);
            if (!added && relation.support.origins > known->second.support.origins) {
                known->second = relation;
            }
        }
        std::vector<ActorId> enemies;
        for (const auto& [enemy, enmity] : enmities) {
            enemies.push_back(enemy);
        }
        // An alliance of two enemies is told of each.
        std::map<ActorId, std::vector<const Relation*>> alliances;
        const auto found = relations_of(context, enemies, friendly_types);
        for (const Relation& alliance : found) {
            for (const ActorId* enemy : {&alliance.source, &alliance.target}) {
                if (enmities.contains(*enemy)) {
                    alliances[*enemy].push_back(&alliance);
                }
            }
        }
        for (const auto& [enemy, theirs] : alliances) {
            const Relation& enmity = enmities.at(enemy);
            const std::string hostility = context.relation_label(enmity.type) + " " +
                                          period_text(enmity.valid, enmity.known_from, context);
            for (const Relation* alliance : theirs) {
                const ActorId& ally = other(*alliance, enemy);
                if (ally == actor) {
                    continue;
                }
                auto row = row_of(*alliance, context);
                row["source"] = ally;
                row["source_name"] = context.name(ally);
                row["target"] = enemy;
                row["target_name"] = context.name(enemy);
                row["hostility"] = hostility;
                row["enmity_id"] = enmity.id;
                answer.rows.push_back(std::move(row));
            }
        }
    }
    return answer;
}

}  // namespace entente::answers
