#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <tuple>

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

/// How well a tie is supported.
struct Best {
    std::uint32_t origins = 0;
    double confidence = 0.0;
    bool operator<(const Best& other) const {
        return std::tie(origins, confidence) < std::tie(other.origins, other.confidence);
    }
};

/// Somebody at the end of two steps.
struct Far {
    ActorId id;
    std::vector<ActorId> through;  ///< by whom it was reached, sorted
    ActorId best;                  ///< of those the one with the best supported second step
    Best support;
};

Filter filter_of(const Context& context, const std::vector<std::string>& types) {
    Filter filter = context.query.filter;
    filter.relations = types;
    filter.actors.clear();
    filter.between.reset();
    filter.in_force = !context.query.planned;
    filter.with_events = false;
    filter.with_claims = false;
    filter.with_actors = false;
    filter.limit = 0;
    return filter;
}

std::set<ActorId> neighbours(const Context& context, const ActorId& actor,
                             const std::vector<std::string>& types) {
    Filter filter = filter_of(context, types);
    filter.actors = {actor};
    const Ties ties = context.store.ties(filter);
    std::set<ActorId> found(ties.actors.begin(), ties.actors.end());
    found.erase(actor);
    return found;
}

/// Who stands in a relation of the types with one of `middles`, but for `actor` itself.
std::vector<Far> second_step(const Context& context, const ActorId& actor, const std::set<ActorId>& middles,
                             const std::vector<std::string>& types) {
    if (middles.empty()) {
        return {};
    }
    // The relations of many are read faster with everybody's, from one index.
    constexpr std::size_t many = 16;
    Filter filter = filter_of(context, types);
    if (middles.size() <= many || filter.known_on || filter.stored_on) {
        filter.actors.assign(middles.begin(), middles.end());
    }
    const Ties ties = context.store.ties(filter);
    std::vector<bool> in_between;
    for (const ActorId& id : ties.actors) {
        in_between.push_back(middles.contains(id));
    }
    std::vector<Far> all(ties.actors.size());
    const auto add = [&](std::uint32_t far, std::uint32_t middle, const Best& support) {
        if (!in_between[middle] || ties.actors[far] == actor) {
            return;
        }
        Far& found = all[far];
        const ActorId& through = ties.actors[middle];
        if (found.through.empty() || found.support < support ||
            (!(support < found.support) && through < found.best)) {
            found.support = support;
            found.best = through;
        }
        found.through.push_back(through);
    };
    for (const Tie& tie : ties.ties) {
        const Best support{tie.origins, tie.confidence};
        add(tie.source, tie.target, support);
        add(tie.target, tie.source, support);
    }
    std::vector<Far> found;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!all[i].through.empty()) {
            auto& through = all[i].through;
            std::sort(through.begin(), through.end());
            through.erase(std::unique(through.begin(), through.end()), through.end());
            all[i].id = ties.actors[i];
            found.push_back(std::move(all[i]));
        }
    }
    // Through most first; the best supported of equals.
    std::sort(found.begin(), found.end(), [](const Far& a, const Far& b) {
        const auto key = [](const Far& one) {
            return std::tuple{-static_cast<std::int64_t>(one.through.size()),
                              -static_cast<std::int64_t>(one.support.origins), -one.support.confidence};
        };
        return std::tuple{key(a), std::string_view{a.id}} < std::tuple{key(b), std::string_view{b.id}};
    });
    return found;
}

using Pair = std::pair<ActorId, ActorId>;

Pair pair_of(const ActorId& a, const ActorId& b) { return std::minmax(a, b); }

/// The best supported relation of the types between the two of each pair, the first by id of equals.
std::map<Pair, Relation> best_relations(const Context& context, const std::vector<std::string>& types,
                                        const std::vector<Pair>& pairs) {
    std::map<Pair, Relation> best;
    for (Relation& relation : context.store.relations_between(filter_of(context, types), pairs)) {
        const auto [known, added] = best.try_emplace(pair_of(relation.source, relation.target));
        const auto support = [](const Relation& one) { return Best{one.support.origins, one.confidence}; };
        if (added || support(known->second) < support(relation)) {
            known->second = std::move(relation);
        }
    }
    return best;
}

}  // namespace

/// One row for each who is found: the best supported relation to one in between, by how many of them, and who
/// they are.
Answer second_degree(const Context& context) {
    const Degrees degrees = degrees_of(context.query.kind);
    const bool allies = &degrees.second == &friendly_types;
    const bool of_allies = &degrees.first == &friendly_types;
    Answer answer{
        {{"source_name", allies ? context.say("Ally", "Bondgenoot") : context.say("Enemy", "Vijand"), true},
         {"target_name",
          of_allies ? context.say("of ally", "van bondgenoot") : context.say("of enemy", "van vijand"), true},
         {"others", context.say("also of", "ook van"), true},
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
        {},
        {},
        relation_keys(context, {}, {"hostility", "enmity_id", "through", "others"})};
    std::size_t all = 0;
    for (const ActorId& actor : context.query.filter.actors) {
        auto found = second_step(context, actor, neighbours(context, actor, degrees.first), degrees.second);
        all += found.size();
        if (context.most_rows > 0) {
            found.resize(
                std::min(found.size(), context.most_rows - std::min(answer.rows.size(), context.most_rows)));
        }
        std::vector<Pair> first;
        std::vector<Pair> second;
        for (const Far& far : found) {
            first.push_back(pair_of(actor, far.best));
            second.push_back(pair_of(far.best, far.id));
        }
        const auto first_steps = best_relations(context, degrees.first, first);
        const auto second_steps = best_relations(context, degrees.second, second);
        for (const Far& far : found) {
            const Relation& tie = first_steps.at(pair_of(actor, far.best));
            auto row = row_of(second_steps.at(pair_of(far.best, far.id)), context);
            row["source"] = far.id;
            row["source_name"] = context.name(far.id);
            row["target"] = far.best;
            row["target_name"] = context.name(far.best);
            row["hostility"] =
                context.relation_label(tie.type) + " " + period_text(tie.valid, tie.known_from, context);
            row["enmity_id"] = tie.id;
            row["through"] = far.through;
            std::vector<std::string> others;
            for (const ActorId& through : far.through) {
                if (through != far.best) {
                    others.push_back(context.name(through));
                }
            }
            row["others"] = others;
            answer.rows.push_back(std::move(row));
        }
    }
    answer.note = shown_note(answer.rows.size(), all - answer.rows.size(), context,
                             {" found through most", " langs de meeste wegen gevondene"});
    return answer;
}

}  // namespace entente::answers
