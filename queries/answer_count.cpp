#include <algorithm>

#include <fmt/format.h>

#include "queries/answers.hpp"
#include "queries/question_words.hpp"

namespace entente::answers {

/// Events with a number: who sent how many soldiers, how much money, to whom.
Answer count(const Context& context) {
    Query query = context.query;
    query.filter.relations.clear();
    query.filter.with_relations = false;
    query.filter.with_claims = false;
    query.filter.with_actors = false;
    auto found = select(context.store, query).events;
    std::erase_if(found, [&](const Event& event) {
        return !event.quantity || (!query.unit.empty() && unit_group(event.quantity->unit) != query.unit);
    });
    const std::size_t not_shown = keep_best(found, context.most_rows);
    std::stable_sort(found.begin(), found.end(), [](const Event& a, const Event& b) {
        return a.time.start.value_or(Day::max()) < b.time.start.value_or(Day::max());
    });
    Answer answer{joined_columns({happening_columns(context),
                                  {{"amount", context.say("Amount", "Aantal"), false},
                                   {"period", context.say("Time", "Tijd"), false},
                                   {"modality_text", context.say("Modality", "Modaliteit"), false}},
                                  support_columns(context)}),
                  {},
                  shown_note(found.size(), not_shown, context),
                  {},
                  event_keys(context, {}, {"amount"})};
    for (const Event& event : found) {
        auto row = row_of(event, context);
        row["amount"] =
            fmt::format("{}{}{} {}", event.quantity->qualifier, event.quantity->qualifier.empty() ? "" : " ",
                        event.quantity->value, event.quantity->unit);
        answer.rows.push_back(std::move(row));
    }
    return answer;
}

}  // namespace entente::answers
