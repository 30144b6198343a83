#include <algorithm>
#include <tuple>

#include "queries/answers.hpp"

namespace entente::answers {

namespace {

std::vector<Answer::Column> relation_columns(const Context& context) {
    return joined_columns({tie_columns(context), {{"claims", "Claims", false}}, support_columns(context)});
}

std::vector<Answer::Column> event_columns(const Context& context) {
    return joined_columns(
        {{{"period", context.say("Time", "Tijd"), false}},
         happening_columns(context),
         {{"modality_text", context.say("Modality", "Modaliteit"), false}, {"claims", "Claims", false}},
         support_columns(context)});
}

/// Oldest first, what has no beginning last, by its publication.
void sort_by_time(std::vector<Relation>& relations) {
    const auto key = [](const Relation& relation) {
        return std::tuple{relation.valid.start.value_or(Day::max()),
                          relation.known_from.value_or(Day::max())};
    };
    std::stable_sort(relations.begin(), relations.end(),
                     [&](const Relation& a, const Relation& b) { return key(a) < key(b); });
}

Selection selected(const Context& context, bool with_relations) {
    Query query = context.query;
    query.filter.with_relations = with_relations;
    query.filter.with_events = !with_relations;
    query.filter.with_claims = false;
    query.filter.with_actors = false;
    return select(context.store, query);
}

std::string left_out_note(std::size_t left_out, const Context& context) {
    return left_out == 0 ? std::string{}
                         : counted(left_out, context.say("more was left out.", "andere is weggelaten."),
                                   context.say("more were left out.", "andere zijn weggelaten."));
}

}  // namespace

Answer relations(const Context& context) {
    Selection selection = selected(context, true);
    const std::string number =
        context.query.how_many ? number_of(selection.relations, context) : std::string{};
    const std::size_t not_shown = keep_best(selection.relations, context.most_rows);
    sort_by_time(selection.relations);
    Answer answer{relation_columns(context),
                  {},
                  sentences(shown_note(selection.relations.size(), not_shown, context),
                            left_out_note(selection.left_out, context)),
                  number,
                  relation_keys(context)};
    for (const Relation& relation : selection.relations) {
        answer.rows.push_back(row_of(relation, context));
    }
    return answer;
}

Answer events(const Context& context) {
    Selection selection = selected(context, false);
    const std::size_t in_all = selection.events.size();
    const std::size_t not_shown = keep_best(selection.events, context.most_rows);
    std::stable_sort(selection.events.begin(), selection.events.end(), [](const Event& a, const Event& b) {
        return a.time.start.value_or(Day::max()) < b.time.start.value_or(Day::max());
    });
    Answer answer{event_columns(context),
                  {},
                  shown_note(selection.events.size(), not_shown, context),
                  context.query.how_many && in_all > 0
                      ? counted(in_all, context.say("event.", "gebeurtenis."),
                                context.say("events.", "gebeurtenissen."))
                      : std::string{},
                  event_keys(context)};
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
    // No standing relation of that type in that period: what happened then that is behind such relations.
    return events(context);
}

}  // namespace entente::answers
