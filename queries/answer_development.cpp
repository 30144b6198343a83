#include <algorithm>
#include <cmath>

#include "queries/answers.hpp"

namespace entente::answers {

namespace {

/// How fast an event loses its weight in the curve.
constexpr double half_life_days = 180.0;

/// A bar around the middle: conflict to the left, cooperation to the right.
std::string bar(double score) {
    constexpr int half = 10;
    const int length = std::clamp(static_cast<int>(std::lround(std::abs(score))), 0, half);
    std::string left(static_cast<std::size_t>(score < 0 ? half - length : half), ' ');
    std::string text = left;
    for (int i = 0; i < length; ++i) {
        text += score < 0 ? "▒" : "█";
        if (score >= 0 && i == 0) {
            text.insert(left.size(), "│");
        }
    }
    return score < 0 ? text + "│" : (length == 0 ? text + "│" : text);
}

}  // namespace

/// Events between the two, oldest first, with a curve: the mean of the Goldstein scores (Goldstein 1992, -10
/// conflict to 10 cooperation) of all events so far, each weighted by its confidence and by one half for
/// every half-life that has passed since it.
Answer development(const Context& context) {
    Filter filter = context.query.filter;
    filter.with_relations = false;
    filter.with_claims = false;
    filter.with_actors = false;
    auto found = context.store.select(filter).events;
    const std::size_t undated = std::erase_if(found, [](const Event& event) { return !event.time.start; });
    std::stable_sort(found.begin(), found.end(),
                     [](const Event& a, const Event& b) { return *a.time.start < *b.time.start; });
    Answer answer{
        joined_columns({{{"period", context.say("Time", "Tijd"), false}},
                        happening_columns(context),
                        {{"goldstein", "Score", false},
                         {"curve", context.say("Curve", "Verloop"), false},
                         {"bar", context.say("conflict │ cooperation", "conflict │ samenwerking"), false},
                         {"id", "Id", false}}}),
        {},
        {},
        {},
        event_keys(context, {}, {"curve", "bar"})};
    std::vector<double> curves;
    double weight = 0.0;
    double sum = 0.0;
    std::optional<Day> before;
    for (const Event& event : found) {
        if (before) {
            const double passed = static_cast<double>((*event.time.start - *before).count());
            const double fade = std::exp2(-passed / half_life_days);
            weight *= fade;
            sum *= fade;
        }
        before = event.time.start;
        weight += event.confidence;
        sum += event.confidence * event.code.goldstein;
        curves.push_back(weight > 0.0 ? sum / weight : 0.0);
    }
    const auto shown = best_of(found, context.most_rows);
    for (const std::size_t i : shown) {
        auto row = row_of(found[i], context);
        row["curve"] = std::round(curves[i] * 100.0) / 100.0;
        row["bar"] = bar(curves[i]);
        answer.rows.push_back(std::move(row));
    }
    answer.note = shown_note(shown.size(), found.size() - shown.size(), context);
    if (undated > 0) {
        answer.note =
            sentences(answer.note, counted(undated,
                                           context.say("event without a date was left out.",
                                                       "gebeurtenis zonder datum is weggelaten."),
                                           context.say("events without a date were left out.",
                                                       "gebeurtenissen zonder datum zijn weggelaten.")));
    }
    return answer;
}

}  // namespace entente::answers
