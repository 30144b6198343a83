#include <algorithm>

#include "graph/known_actor.hpp"
#include "queries/answers.hpp"

namespace entente::answers {

namespace {

std::vector<Answer::Column> relation_columns(const Context& context) {
    return {{"source_name", context.say("Source", "Bron"), true},
            {"relation_label", context.say("Relation", "Relatie"), false},
            {"target_name", context.say("Target", "Doel"), true},
            {"period", context.say("Period", "Periode"), false},
            {"claims", context.say("Claims", "Claims"), false},
            {"articles", context.say("Articles", "Artikelen"), false},
            {"origins", context.say("Origins", "Herkomsten"), false},
            {"confidence", context.say("Conf.", "Zeker"), false},
            {"id", "Id", false}};
}

std::vector<Answer::Column> event_columns(const Context& context) {
    return {{"period", context.say("Time", "Tijd"), false},
            {"source_name", context.say("Source", "Bron"), true},
            {"event", context.say("Event", "Gebeurtenis"), false},
            {"target_name", context.say("Target", "Doel"), true},
            {"modality", context.say("Modality", "Modaliteit"), false},
            {"claims", context.say("Claims", "Claims"), false},
            {"articles", context.say("Articles", "Artikelen"), false},
            {"origins", context.say("Origins", "Herkomsten"), false},
            {"confidence", context.say("Conf.", "Zeker"), false},
            {"id", "Id", false}};
}

/// Oldest first, what has no beginning last.
template <typename Item>
void sort_by_time(std::vector<Item>& items, Interval Item::*time) {
    std::stable_sort(items.begin(), items.end(), [time](const Item& a, const Item& b) {
        return (a.*time).start.value_or(Day::max()) < (b.*time).start.value_or(Day::max());
    });
}

Selection select(const Context& context, bool with_relations, bool with_events) {
    Filter filter = context.query.filter;
    filter.with_relations = with_relations;
    filter.with_events = with_events;
    filter.with_claims = false;
    return context.store.select(filter);
}

}  // namespace

Answer relations(const Context& context) {
    Selection selection = select(context, true, false);
    std::erase_if(selection.relations,
                  [&](const Relation& relation) { return !wanted(relation, context.query); });
    sort_by_time(selection.relations, &Relation::valid);
    Answer answer{relation_columns(context), {}, {}};
    for (const Relation& relation : selection.relations) {
        answer.rows.push_back(row_of(relation, context));
    }
    if (selection.left_out > 0) {
        answer.note = std::to_string(selection.left_out) +
                      context.say(" more were left out.", " andere zijn weggelaten.");
    }
    return answer;
}

Answer events(const Context& context) {
    Selection selection = select(context, false, true);
    std::erase_if(selection.events, [&](const Event& event) { return !wanted(event, context.query); });
    sort_by_time(selection.events, &Event::time);
    Answer answer{event_columns(context), {}, {}};
    for (const Event& event : selection.events) {
        answer.rows.push_back(row_of(event, context));
    }
    return answer;
}

Answer when(const Context& context) {
    Answer answer = relations(context);
    if (!answer.rows.empty()) {
        return answer;
    }
    // No standing relation of that type: the events then.
    Query query = context.query;
    query.filter.relations.clear();
    return events({context.store, query, context.language, context.today});
}

}  // namespace entente::answers
