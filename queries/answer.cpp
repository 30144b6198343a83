#include "queries/answer.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>
#include <utility>

#include "graph/relation_type.hpp"
#include "knowledge/table.hpp"
#include "queries/actor_names.hpp"
#include "queries/answers.hpp"

namespace entente {

namespace {

/// With a sign that the query asks for.
bool has_stance(const Relation& relation, Stance stance) {
    switch (stance) {
        case Stance::any:
            return true;
        case Stance::friendly:
            return relation.sign > 0.0;
        case Stance::hostile:
            return relation.sign < 0.0;
    }
    return false;
}

/// Somebody or something ended it; what is only no longer reported did not end.
bool was_ended(const Relation& relation) {
    return relation.valid.end && (!relation.ended_by.empty() || relation.basis == Basis::background);
}

bool contains(const std::vector<ActorId>& ids, const ActorId& id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

bool any_of(const std::vector<ActorId>& wanted_ids, const std::vector<ActorId>& ids) {
    return wanted_ids.empty() ||
           std::any_of(ids.begin(), ids.end(), [&](const ActorId& id) { return contains(wanted_ids, id); });
}

/// One is an actor of the filter, the other one of Query::with.
bool is_between(const ActorId& a, const ActorId& b, const Query& query) {
    const auto one_way = [&](const ActorId& x, const ActorId& y) {
        return contains(query.filter.actors, x) && contains(query.with, y);
    };
    return one_way(a, b) || one_way(b, a);
}

/// Memberships make allies where the organisation is an alliance, treaties where they oblige to defend.
bool makes_allies(const Relation& relation) {
    if (relation.type == "member_of") {
        return answers::is_alliance(relation.target);
    }
    return relation.type != "treaty" || relation.obligation == "defence";
}

}  // namespace

bool is_wanted(const Relation& relation, const Query& query) {
    if (!query.with.empty() && !is_between(relation.source, relation.target, query)) {
        return false;
    }
    const bool forward = any_of(query.sources, {relation.source}) && any_of(query.targets, {relation.target});
    const bool backward = relation.symmetric && any_of(query.sources, {relation.target}) &&
                          any_of(query.targets, {relation.source});
    if ((!forward && !backward) || !has_stance(relation, query.stance) ||
        (answers::asks_for_allies(query) && !makes_allies(relation)) ||
        (query.filter.during == During::ends && !was_ended(relation))) {
        return false;
    }
    return query.planned || query.filter.relations.empty() || in_force(relation);
}

bool is_wanted(const Event& event, const Query& query) {
    if (!query.with.empty() &&
        !std::any_of(event.source.begin(), event.source.end(), [&](const ActorId& source) {
            return std::any_of(event.target.begin(), event.target.end(),
                               [&](const ActorId& target) { return is_between(source, target, query); });
        })) {
        return false;
    }
    const bool forward = any_of(query.sources, event.source) && any_of(query.targets, event.target);
    const bool backward = is_mutual(event.code.type) && any_of(query.sources, event.target) &&
                          any_of(query.targets, event.source);
    return forward || backward;
}

namespace {

/// Leaves the claims, sources and actors that the relations and events still refer to.
void prune(Selection& selection) {
    if (selection.claims.empty() && selection.actors.empty()) {
        return;
    }
    std::set<std::string> claims;
    std::set<ActorId> actors;
    for (const Relation& relation : selection.relations) {
        claims.insert(relation.claims.begin(), relation.claims.end());
        claims.insert(relation.ended_by);
        actors.insert({relation.source, relation.target});
    }
    for (const Event& event : selection.events) {
        claims.insert(event.claims.begin(), event.claims.end());
        actors.insert(event.source.begin(), event.source.end());
        actors.insert(event.target.begin(), event.target.end());
    }
    std::set<std::string> articles;
    std::erase_if(selection.claims, [&](const Claim& claim) { return !claims.contains(claim.id); });
    for (const Claim& claim : selection.claims) {
        articles.insert(claim.article);
        for (const auto* side : {&claim.source, &claim.target}) {
            for (const Participant& participant : *side) {
                actors.insert({participant.id, participant.state});
            }
        }
    }
    std::erase_if(selection.sources,
                  [&](const Source& source) { return !articles.contains(source.article); });
    std::erase_if(selection.actors, [&](const Actor& actor) { return !actors.contains(actor.id); });
}

}  // namespace

Selection select(Store& store, const Query& query) {
    Filter filter = query.filter;
    if (filter.actors.empty()) {  // what has none of them on either side need not be read
        filter.actors = query.sources.empty() ? query.targets : query.sources;
    }
    filter.limit = 0;
    Selection selection = store.select(filter);
    std::erase_if(selection.relations, [&](const Relation& relation) { return !is_wanted(relation, query); });
    std::erase_if(selection.events, [&](const Event& event) { return !is_wanted(event, query); });
    selection.left_out = answers::keep_best(selection.relations, query.filter.limit);
    answers::keep_best(selection.events, query.filter.limit);
    prune(selection);
    return selection;
}

namespace answers {

// As the words for alliances in knowledge/question_words.tsv do; those for treaties mean any treaty.
bool asks_for_allies(const Query& query) {
    return contains(query.filter.relations, "ally") && contains(query.filter.relations, "member_of");
}

bool is_alliance(const ActorId& id) {
    static const std::set<ActorId> alliances = [] {
        std::set<ActorId> found;
        const Table table = Table::load("organisations.tsv");
        for (std::size_t row = 0; row < table.size(); ++row) {
            if (table.cell(row, "kind") == "alliance") {
                found.insert(table.cell(row, "id"));
            }
        }
        return found;
    }();
    return alliances.contains(id);
}

std::string Context::name(const ActorId& id) const { return ActorNames::instance().label(id, language); }

std::string Context::relation_label(const std::string& type) const {
    const RelationType* found = find_relation_type(type);
    if (found == nullptr) {
        return type;
    }
    return dutch() ? found->label_nl : found->label_en;
}

namespace {

nlohmann::ordered_json day_or_null(const std::optional<Day>& day) {
    return day ? nlohmann::ordered_json(to_string(*day)) : nlohmann::ordered_json(nullptr);
}

/// A row whose keys are known to differ: they are put one after the other, without looking for each.
class Row {
 public:
    Row() { members().reserve(most_columns); }
    template <typename Value>
    Row& add(const char* key, Value&& value) {
        members().emplace_back(key, std::forward<Value>(value));
        return *this;
    }
    Row& add(const Support& support, double confidence) {
        return add("claims", support.claims)
            .add("articles", support.articles)
            .add("publishers", support.publishers)
            .add("origins", support.origins)
            .add("confidence", confidence);
    }
    nlohmann::ordered_json take() && { return std::move(row_); }

 private:
    static constexpr std::size_t most_columns = 28;
    nlohmann::ordered_json::object_t& members() { return row_.get_ref<nlohmann::ordered_json::object_t&>(); }
    nlohmann::ordered_json row_ = nlohmann::ordered_json::object();
};

}  // namespace

namespace {

/// What the text tells of an agreement: "suspended, defence".
std::string terms_text(const Relation& relation, const Context& context) {
    using Words = std::array<const char*, 3>;
    static const std::array<Words, 9> terms = {{{"announced", "announced", "aangekondigd"},
                                                {"negotiated", "negotiated", "in onderhandeling"},
                                                {"suspended", "suspended", "opgeschort"},
                                                {"withdrawn", "withdrawn", "opgezegd"},
                                                {"defence", "defence", "verdediging"},
                                                {"non_aggression", "non-aggression", "niet-aanval"},
                                                {"neutrality", "neutrality", "neutraliteit"},
                                                {"consultation", "consultation", "overleg"},
                                                {"offence", "offence", "aanval"}}};
    std::string text = relation.modality == Modality::asserted
                           ? std::string{}
                           : std::string{label(relation.modality, context.language)};
    const bool said_by_type = relation.type == "defence_pact" && relation.obligation == "defence";
    for (const std::string& value : {relation.stage, said_by_type ? std::string{} : relation.obligation}) {
        const auto found =
            std::find_if(terms.begin(), terms.end(), [&](const Words& words) { return value == words[0]; });
        if (found != terms.end()) {
            text += text.empty() ? "" : ", ";
            text += context.say((*found)[1], (*found)[2]);
        }
    }
    return text;
}

}  // namespace

nlohmann::ordered_json row_of(const Relation& relation, const Context& context) {
    const std::string terms = terms_text(relation, context);
    const std::string label = context.relation_label(relation.type);
    Row row;
    row.add("id", relation.id)
        .add("source", relation.source)
        .add("source_name", context.name(relation.source))
        .add("relation", relation.type)
        .add("relation_label", label)
        .add("relation_text", terms.empty() ? label : label + " (" + terms + ")")
        .add("target", relation.target)
        .add("target_name", context.name(relation.target))
        .add("symmetric", relation.symmetric)
        .add("from", day_or_null(relation.valid.start))
        .add("to", day_or_null(relation.valid.end))
        .add("period", period_text(relation.valid, relation.known_from, context))
        .add("granularity", to_string(relation.valid.granularity))
        .add("modality", to_string(relation.modality))
        .add("stage", relation.stage)
        .add("obligation", relation.obligation)
        .add("basis", relation.basis == Basis::articles ? "articles" : "background")
        .add("known_from", day_or_null(relation.known_from))
        .add(relation.support, relation.confidence);
    if (!relation.ended_by.empty()) {
        row.add("ended_by", relation.ended_by).add("ended_rule", relation.ended_rule);
    }
    return std::move(row).take();
}

nlohmann::ordered_json row_of(const Event& event, const Context& context) {
    const auto names = [&](const std::vector<ActorId>& ids) {
        std::vector<std::string> all;
        for (const ActorId& id : ids) {
            all.push_back(context.name(id));
        }
        return all;
    };
    Row row;
    row.add("id", event.id)
        .add("source", event.source)
        .add("source_name", names(event.source))
        .add("event", to_string(event.code.type))
        .add("event_text", event_label(event.code.type, context.language))
        .add("mode", event.code.mode)
        .add("cameo", event.code.cameo)
        .add("goldstein", event.code.goldstein)
        .add("target", event.target)
        .add("target_name", names(event.target))
        .add("from", day_or_null(event.time.start))
        .add("to", day_or_null(event.time.end))
        .add("period", period_text(event.time, std::nullopt, context))
        .add("granularity", to_string(event.time.granularity))
        .add("modality", to_string(event.modality))
        .add("place", event.place);
    if (event.quantity) {
        row.add("quantity", event.quantity->value)
            .add("unit", event.quantity->unit)
            .add("qualifier", event.quantity->qualifier);
    }
    row.add(event.support, event.confidence);
    row.add("modality_text", label(event.modality, context.language));
    return std::move(row).take();
}

std::string period_text(const Interval& interval, const std::optional<Day>& known_from,
                        const Context& context) {
    if (interval.start && interval.end) {
        std::string text = to_string(interval);
        if (const auto to = text.find(" to "); to != std::string::npos && context.dutch()) {
            text.replace(to, 4, " tot en met ");
        }
        return text;
    }
    if (interval.start) {
        return to_string(*interval.start) + " –";
    }
    if (interval.end) {
        return "– " + to_string(*interval.end);
    }
    return known_from ? context.say("reported ", "gemeld ") + to_string(*known_from) : "?";
}

Day day_meant(const Context& context) {
    const Filter& filter = context.query.filter;
    return filter.on ? *filter.on : (filter.until ? *filter.until : context.today);
}

Ties ties_on(const Context& context, Day day) {
    Filter filter = context.query.filter;
    filter.since.reset();
    filter.until.reset();
    filter.on = day;
    filter.in_force = true;
    return context.store.ties(filter);
}

std::string all_rows_hint(const Context& context, const Shown& which) {
    if (context.most_rows == 0) {
        return ".";
    }
    return context.say("; --rows 0 shows ", "; --rows 0 toont ") +
           (which.most > 0 ? std::to_string(which.most) : context.say("all", "alles")) + ".";
}

std::string shown_note(std::size_t shown, std::optional<std::size_t> left_out, const Context& context,
                       const Shown& which) {
    if (left_out == 0) {
        return {};
    }
    const std::string first =
        context.say("The ", "De ") + std::to_string(shown) + context.say(which.english, which.nederlands);
    const std::string rest =
        left_out ? context.say(" of ", " van ") + std::to_string(shown + *left_out) +
                       context.say(" are shown", " staan hier")
                 : context.say(" are shown, and there are more", " staan hier, en er zijn er meer");
    return first + rest + all_rows_hint(context, which);
}

std::string number_of(const std::vector<Relation>& relations, const Context& context) {
    if (relations.empty()) {
        return {};  // the note says what that means
    }
    const Query& query = context.query;
    const auto named = [&](const ActorId& id) {
        return contains(query.filter.actors, id) || contains(query.sources, id) ||
               contains(query.targets, id);
    };
    std::set<ActorId> others;
    for (const Relation& relation : relations) {
        for (const ActorId& id : {relation.source, relation.target}) {
            if (!named(id)) {
                others.insert(id);
            }
        }
    }
    return counted(others.size(), context.say("actor", "partij"), context.say("actors", "partijen")) +
           context.say(" in ", " in ") +
           counted(relations.size(), context.say("relation", "relatie"),
                   context.say("relations", "relaties")) +
           ".";
}

std::string sentences(const std::string& first, const std::string& second) {
    return first + (first.empty() || second.empty() ? "" : " ") + second;
}

std::string counted(std::size_t number, const std::string& one, const std::string& many) {
    return std::to_string(number) + " " + (number == 1 ? one : many);
}

}  // namespace answers

Answer answer(Store& store, const Query& query, std::string_view language, Day today, std::size_t most_rows) {
    const answers::Context context{store, query, std::string{language}, today, most_rows};
    const auto family = [&]() -> Answer {
        switch (query.kind) {
            case QueryKind::relations:
                return answers::relations(context);
            case QueryKind::events:
                return answers::events(context);
            case QueryKind::when:
                return answers::when(context);
            case QueryKind::development:
                return answers::development(context);
            case QueryKind::count:
                return answers::count(context);
            case QueryKind::friends_of_enemies:
            case QueryKind::enemies_of_friends:
            case QueryKind::enemies_of_enemies:
            case QueryKind::friends_of_friends:
                return answers::second_degree(context);
            case QueryKind::path:
                return answers::path(context);
            case QueryKind::changes:
                return answers::changes(context);
            case QueryKind::blocs:
                return answers::blocs(context);
            case QueryKind::triads:
                return answers::triads(context);
            case QueryKind::mediators:
                return answers::mediators(context);
            case QueryKind::central:
                return answers::central(context);
            case QueryKind::conflicts:
                return answers::conflicts(context);
            case QueryKind::ranking:
                return answers::ranking(context);
        }
        return {};
    };
    Answer result = family();
    if (query.yes_or_no) {
        result = answers::with_verdict(context, std::move(result));
    }
    if (result.rows.empty() && result.note.empty()) {
        result.note = answers::silence(context);
    }
    return result;
}

}  // namespace entente
