#include <algorithm>
#include <map>

#include "graph/relation_type.hpp"
#include "queries/answers.hpp"

namespace entente::answers {

namespace {

using Pair = std::pair<ActorId, ActorId>;

Pair pair_of(const Relation& relation) {
    return {std::min(relation.source, relation.target), std::max(relation.source, relation.target)};
}

/// The sum of the signs of what holds on `day`, for each pair.
std::map<Pair, double> balance(const std::vector<Relation>& relations, Day day) {
    std::map<Pair, double> sums;
    for (const Relation& relation : relations) {
        const Interval holds = found_interval(relation);
        if (holds.start && contains(holds, day)) {
            sums[pair_of(relation)] += relation.sign * relation.confidence;
        }
    }
    return sums;
}

bool falls_in(const std::optional<Day>& day, Day since, Day until) {
    return day && *day >= since && *day <= until;
}

void add_turned(const std::vector<Relation>& relations, Day from, Day to, const Context& context,
                Answer& answer) {
    const auto before = balance(relations, from);
    const auto after = balance(relations, to);
    for (const auto& [pair, sum] : after) {
        const auto earlier = before.find(pair);
        if (earlier == before.end() || earlier->second * sum >= 0.0) {
            continue;
        }
        answer.rows.push_back(
            {{"change", sum > 0 ? context.say("turned to cooperation", "omgeslagen naar samenwerking")
                                : context.say("turned to conflict", "omgeslagen naar conflict")},
             {"source", pair.first},
             {"source_name", context.name(pair.first)},
             {"target", pair.second},
             {"target_name", context.name(pair.second)},
             {"balance_before", earlier->second},
             {"balance_after", sum}});
    }
}

}  // namespace

/// What began, ended or happened from the first day to the second, both included, or turned (the sum of the
/// signs of a pair changed sides from the day before to the second day).
Answer changes(const Context& context) {
    const Day from = context.query.filter.since.value_or(Day::min());
    const Day to = context.query.filter.until.value_or(context.today);
    Query query = context.query;
    query.filter.on.reset();
    query.filter.with_events = false;
    query.filter.with_claims = false;
    query.filter.with_actors = false;
    auto relations = select(context.store, query).relations;
    std::stable_sort(relations.begin(), relations.end(), [](const Relation& a, const Relation& b) {
        return found_interval(a).start.value_or(Day::max()) < found_interval(b).start.value_or(Day::max());
    });
    Answer answer{{{"change", context.say("Change", "Verandering"), false},
                   {"source_name", context.say("Source", "Bron"), true},
                   {"relation_text", context.say("Relation", "Relatie"), false},
                   {"target_name", context.say("Target", "Doel"), true},
                   {"period", context.say("Period", "Periode"), false},
                   {"articles", context.say("Articles", "Artikelen"), false},
                   {"origins", context.say("Origins", "Herkomsten"), false},
                   {"id", "Id", false}},
                  {},
                  {}};
    const auto add = [&](const Relation& relation, const std::string& change) {
        nlohmann::ordered_json row{{"change", change}};
        row.update(row_of(relation, context));
        answer.rows.push_back(std::move(row));
    };
    const auto lasts = [](const Relation& relation) {
        const RelationType* type = find_relation_type(relation.type);
        const bool one_day = relation.valid.start && relation.valid.start == relation.valid.end;
        return !one_day && (type == nullptr || type->persistence != Persistence::instant);
    };
    for (const Relation& relation : relations) {
        if (falls_in(found_interval(relation).start, from, to)) {
            add(relation,
                lasts(relation) ? context.say("began", "begonnen") : context.say("happened", "gebeurd"));
        }
    }
    for (const Relation& relation : relations) {
        if (lasts(relation) && falls_in(relation.valid.end, from, to)) {
            add(relation, context.say("ended", "geëindigd"));
        }
    }
    if (context.query.filter.since) {
        add_turned(relations, from - std::chrono::days{1}, to, context, answer);
    }
    return answer;
}

}  // namespace entente::answers
