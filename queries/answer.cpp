#include "queries/answer.hpp"

#include <algorithm>
#include <set>

#include "graph/relation_type.hpp"
#include "knowledge/table.hpp"
#include "queries/actor_names.hpp"
#include "queries/answers.hpp"

namespace entente {

namespace answers {

std::string Context::name(const ActorId& id) const { return ActorNames::instance().label(id, language); }

std::string Context::relation_label(const std::string& type) const {
    const RelationType* found = find_relation_type(type);
    if (found == nullptr) {
        return type;
    }
    return dutch() ? found->label_nl : found->label_en;
}

namespace {

bool contains(const std::vector<ActorId>& ids, const ActorId& id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

bool any_of(const std::vector<ActorId>& wanted_ids, const std::vector<ActorId>& ids) {
    return wanted_ids.empty() ||
           std::any_of(ids.begin(), ids.end(), [&](const ActorId& id) { return contains(wanted_ids, id); });
}

nlohmann::ordered_json day_or_null(const std::optional<Day>& day) {
    return day ? nlohmann::ordered_json(to_string(*day)) : nlohmann::ordered_json(nullptr);
}

void add_support(nlohmann::ordered_json& row, const Support& support, double confidence) {
    row["claims"] = support.claims;
    row["articles"] = support.articles;
    row["publishers"] = support.publishers;
    row["origins"] = support.origins;
    row["confidence"] = confidence;
}

/// Memberships make allies where the organisation is an alliance.
bool asks_for_allies(const Query& query) { return contains(query.filter.relations, "ally"); }

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

}  // namespace

bool wanted(const Relation& relation, const Query& query) {
    const bool forward = any_of(query.sources, {relation.source}) && any_of(query.targets, {relation.target});
    const bool backward = relation.symmetric && any_of(query.sources, {relation.target}) &&
                          any_of(query.targets, {relation.source});
    return (forward || backward) &&
           (relation.type != "member_of" || !asks_for_allies(query) || is_alliance(relation.target));
}

bool wanted(const Event& event, const Query& query) {
    const bool forward = any_of(query.sources, event.source) && any_of(query.targets, event.target);
    const bool backward = is_mutual(event.code.type) && any_of(query.sources, event.target) &&
                          any_of(query.targets, event.source);
    return forward || backward;
}

nlohmann::ordered_json row_of(const Relation& relation, const Context& context) {
    nlohmann::ordered_json row{{"id", relation.id},
                               {"source", relation.source},
                               {"source_name", context.name(relation.source)},
                               {"relation", relation.type},
                               {"relation_label", context.relation_label(relation.type)},
                               {"target", relation.target},
                               {"target_name", context.name(relation.target)},
                               {"symmetric", relation.symmetric},
                               {"from", day_or_null(relation.valid.start)},
                               {"to", day_or_null(relation.valid.end)},
                               {"period", period_text(relation.valid, relation.known_from, context)},
                               {"granularity", to_string(relation.valid.granularity)},
                               {"modality", to_string(relation.modality)},
                               {"stage", relation.stage},
                               {"obligation", relation.obligation},
                               {"basis", relation.basis == Basis::articles ? "articles" : "background"},
                               {"known_from", day_or_null(relation.known_from)}};
    add_support(row, relation.support, relation.confidence);
    if (!relation.ended_by.empty()) {
        row["ended_by"] = relation.ended_by;
        row["ended_rule"] = relation.ended_rule;
    }
    return row;
}

nlohmann::ordered_json row_of(const Event& event, const Context& context) {
    const auto names = [&](const std::vector<ActorId>& ids) {
        std::vector<std::string> all;
        for (const ActorId& id : ids) {
            all.push_back(context.name(id));
        }
        return all;
    };
    nlohmann::ordered_json row{{"id", event.id},
                               {"source", event.source},
                               {"source_name", names(event.source)},
                               {"event", to_string(event.code.type)},
                               {"mode", event.code.mode},
                               {"cameo", event.code.cameo},
                               {"goldstein", event.code.goldstein},
                               {"target", event.target},
                               {"target_name", names(event.target)},
                               {"from", day_or_null(event.time.start)},
                               {"to", day_or_null(event.time.end)},
                               {"period", period_text(event.time, std::nullopt, context)},
                               {"granularity", to_string(event.time.granularity)},
                               {"modality", to_string(event.modality)},
                               {"place", event.place}};
    if (event.quantity) {
        row["quantity"] = event.quantity->value;
        row["unit"] = event.quantity->unit;
        row["qualifier"] = event.quantity->qualifier;
    }
    add_support(row, event.support, event.confidence);
    return row;
}

std::string period_text(const Interval& interval, const std::optional<Day>& known_from,
                        const Context& context) {
    if (interval.start && interval.end) {
        return to_string(interval);
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

std::vector<Relation> relations_on(const Context& context, Day day) {
    Filter filter = context.query.filter;
    filter.since.reset();
    filter.until.reset();
    filter.on = day;
    filter.with_events = false;
    filter.with_claims = false;
    filter.limit = 0;
    return context.store.select(filter).relations;
}

}  // namespace answers

namespace {

/// What silence means: how many articles of the period name both parties.
std::string silence(Store& store, const Query& query, const answers::Context& context) {
    ActorId a;
    ActorId b;
    if (query.filter.between) {
        std::tie(a, b) = *query.filter.between;
    } else if (query.sources.size() == 1 && query.targets.size() == 1) {
        a = query.sources.front();
        b = query.targets.front();
    } else {
        return context.say("Nothing in the store fits.", "Niets in de opslag past hierbij.");
    }
    const auto since = query.filter.on ? query.filter.on : query.filter.since;
    const auto until = query.filter.on ? query.filter.on : query.filter.until;
    const std::size_t articles = store.articles_naming(a, b, since, until);
    if (articles == 0) {
        return context.say(
            "No coverage: no article of this period names both, so silence means nothing.",
            "Geen berichten: geen artikel uit deze periode noemt beide, dus stilte betekent niets.");
    }
    return context.dutch()
               ? "Geen zo'n relatie of gebeurtenis in " + std::to_string(articles) +
                     " artikelen die beide noemen."
               : "No such relation or event in " + std::to_string(articles) + " articles that name both.";
}

}  // namespace

Answer answer(Store& store, const Query& query, std::string_view language, Day today) {
    const answers::Context context{store, query, std::string{language}, today};
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
                return answers::friends_of_enemies(context);
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
        }
        return {};
    };
    Answer result = family();
    if (result.rows.empty() && result.note.empty()) {
        result.note = silence(store, query, context);
    }
    return result;
}

}  // namespace entente
