#include <algorithm>
#include <map>

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
        if (contains(relation.valid, day)) {
            sums[pair_of(relation)] += relation.sign * relation.confidence;
        }
    }
    return sums;
}

bool falls_in(const std::optional<Day>& day, Day after, Day until) {
    return day && *day > after && *day <= until;
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

/// What began, ended, or turned (the sum of the signs of a pair changed sides) after the first day up to the
/// second.
Answer changes(const Context& context) {
    const Day from = context.query.filter.since.value_or(Day::min());
    const Day to = context.query.filter.until.value_or(context.today);
    Filter filter = context.query.filter;
    filter.on.reset();
    filter.with_events = false;
    filter.with_claims = false;
    auto relations = context.store.select(filter).relations;
    std::stable_sort(relations.begin(), relations.end(), [](const Relation& a, const Relation& b) {
        return a.valid.start.value_or(Day::max()) < b.valid.start.value_or(Day::max());
    });
    Answer answer{{{"change", context.say("Change", "Verandering"), false},
                   {"source_name", context.say("Source", "Bron"), true},
                   {"relation_label", context.say("Relation", "Relatie"), false},
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
    for (const Relation& relation : relations) {
        if (falls_in(relation.valid.start, from, to)) {
            add(relation, context.say("began", "begonnen"));
        }
    }
    for (const Relation& relation : relations) {
        const bool instant = relation.valid.start == relation.valid.end;
        if (!instant && falls_in(relation.valid.end, from, to)) {
            add(relation, context.say("ended", "geëindigd"));
        }
    }
    add_turned(relations, from, to, context, answer);
    return answer;
}

}  // namespace entente::answers
