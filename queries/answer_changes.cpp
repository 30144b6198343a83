#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include "graph/relation_type.hpp"
#include "queries/answers.hpp"

namespace entente::answers {

namespace {

using Pair = std::pair<ActorId, ActorId>;

bool falls_in(const std::optional<Day>& day, Day since, Day until) {
    return day && *day >= since && *day <= until;
}

/// Relations that change in time: not those of a moment.
bool lasts(const std::string& type) {
    const RelationType* known = find_relation_type(type);
    return known == nullptr || known->persistence != Persistence::instant;
}

bool lasts(const Relation& relation) {
    const bool one_day = relation.valid.start && relation.valid.start == relation.valid.end;
    return !one_day && lasts(relation.type);
}

/// The days that a question is about, both included.
struct Days {
    Day from;
    Day to;
};

/// A pair whose balance, the sum of the signs of what holds, changed sides.
struct Turn {
    Pair pair;
    double before = 0.0;
    double after = 0.0;
    double size() const { return std::abs(after - before); }
};

std::int32_t number_of(Day day) { return static_cast<std::int32_t>(day.time_since_epoch().count()); }

/// Sums are of whole billionths, so that they do not depend on the order of the relations.
constexpr double unit = 1e9;

/// From the day before to the last day. Only pairs of which something began or ended can have turned.
std::vector<Turn> turns_of(const Spells& spells, const Days& days) {
    struct Balance {
        std::int64_t before = 0;
        std::int64_t after = 0;
    };
    const std::int32_t day_before = number_of(days.from) - 1;
    const std::int32_t last = number_of(days.to);
    const auto holds_on = [](const Spell& spell, std::int32_t day) {
        return spell.from != Spell::always && spell.from <= day && day <= spell.to;
    };
    const auto pair_of = [](const Spell& spell) {
        const auto [a, b] = std::minmax(spell.source, spell.target);
        return (std::uint64_t{a} << 32) | b;
    };
    const auto weight_of = [](const Spell& spell) {
        return std::llround(spell.sign * spell.confidence * unit);
    };
    std::unordered_map<std::uint64_t, Balance> balances(spells.spells.size() / 4);
    for (const Spell& spell : spells.spells) {
        const bool before = holds_on(spell, day_before);
        const bool after = holds_on(spell, last);
        if (before != after) {
            Balance& balance = balances[pair_of(spell)];
            (before ? balance.before : balance.after) += weight_of(spell);
        }
    }
    for (const Spell& spell : spells.spells) {
        if (holds_on(spell, day_before) && holds_on(spell, last)) {
            if (const auto found = balances.find(pair_of(spell)); found != balances.end()) {
                found->second.before += weight_of(spell);
                found->second.after += weight_of(spell);
            }
        }
    }
    std::vector<std::pair<std::uint64_t, Balance>> turned;
    for (const auto& [pair, balance] : balances) {
        if ((balance.before < 0 && balance.after > 0) || (balance.before > 0 && balance.after < 0)) {
            turned.emplace_back(pair, balance);
        }
    }
    std::sort(turned.begin(), turned.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<Turn> turns;
    for (const auto& [pair, balance] : turned) {
        turns.push_back({{spells.actors[pair >> 32], spells.actors[pair & 0xffffffffU]},
                         static_cast<double>(balance.before) / unit,
                         static_cast<double>(balance.after) / unit});
    }
    return turns;
}

nlohmann::ordered_json row_of(const Turn& turn, const Context& context) {
    return {{"change", turn.after > 0 ? context.say("turned to cooperation", "omgeslagen naar samenwerking")
                                      : context.say("turned to conflict", "omgeslagen naar conflict")},
            {"source", turn.pair.first},
            {"source_name", context.name(turn.pair.first)},
            {"target", turn.pair.second},
            {"target_name", context.name(turn.pair.second)},
            {"balance_before", turn.before},
            {"balance_after", turn.after}};
}

/// What the answer tells: what began or happened, what ended, which pairs turned.
struct Changes {
    std::vector<Relation> began;
    std::vector<Relation> ended;
    std::vector<Turn> turned;
    std::size_t began_in_all = 0;
    std::size_t ended_in_all = 0;
    std::size_t turned_in_all = 0;
};

Filter filter_of(const Context& context, const Days& days) {
    Filter filter = context.query.filter;
    filter.on.reset();
    if (filter.since) {
        filter.since = days.from - std::chrono::days{1};
    }
    filter.with_events = false;
    filter.with_claims = false;
    filter.with_actors = false;
    return filter;
}

void sort_out(std::vector<Relation> relations, const Days& days, Changes& changes) {
    for (const Relation& relation : relations) {
        if (falls_in(found_interval(relation).start, days.from, days.to)) {
            changes.began.push_back(relation);
        }
    }
    for (Relation& relation : relations) {
        if (lasts(relation) && falls_in(relation.valid.end, days.from, days.to)) {
            changes.ended.push_back(std::move(relation));
        }
    }
}

/// Whether spells tell all that the query asks.
bool can_be_counted(const Query& query) {
    return query.sources.empty() && query.targets.empty() && query.stance == Stance::any &&
           query.filter.limit == 0 && !asks_for_allies(query) && !query.filter.known_on &&
           !query.filter.stored_on;
}

Filter spells_filter(const Context& context, const Days& days) {
    Filter filter = filter_of(context, days);
    filter.in_force = !filter.relations.empty() && !context.query.planned;
    return filter;
}

/// All changes, by the relations themselves.
Changes all_changes(const Context& context, const Days& days) {
    Query query = context.query;
    query.filter = filter_of(context, days);
    Changes changes;
    auto relations = select(context.store, query).relations;
    if (query.filter.since) {
        // The store knows until when a relation of unknown time was reported.
        changes.turned = turns_of(
            can_be_counted(query) ? context.store.spells(spells_filter(context, days)) : spells_of(relations),
            days);
    }
    sort_out(std::move(relations), days, changes);
    changes.began_in_all = changes.began.size();
    changes.ended_in_all = changes.ended.size();
    changes.turned_in_all = changes.turned.size();
    return changes;
}

/// How many of each kind there is room for among `most` rows, where there are as many as in_all says: turned,
/// ended, began.
std::array<std::size_t, 3> shares_of(const Changes& changes, std::size_t most) {
    std::array<std::size_t, 3> sizes{changes.turned_in_all, changes.ended_in_all, changes.began_in_all};
    std::array<std::size_t, 3> order{0, 1, 2};
    // Those of which there are fewest first, so that the others get the room that they leave.
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return sizes[a] < sizes[b]; });
    std::size_t kinds = sizes.size();
    for (const std::size_t i : order) {
        sizes[i] = std::min(sizes[i], most / kinds);
        most -= sizes[i];
        --kinds;
    }
    return sizes;
}

/// The pairs of the `most` best supported spells.
void add_pairs_of_best(std::vector<const Spell*>& spells, std::size_t most, const Spells& all,
                       std::vector<Pair>& pairs) {
    const auto key = [](const Spell* spell) {
        return std::tuple{-static_cast<std::int64_t>(spell->origins), -spell->confidence, spell->source,
                          spell->target, spell->type};
    };
    const auto last = spells.begin() + static_cast<std::ptrdiff_t>(std::min(most, spells.size()));
    std::partial_sort(spells.begin(), last, spells.end(),
                      [&](const Spell* a, const Spell* b) { return key(a) < key(b); });
    for (auto spell = spells.begin(); spell != last; ++spell) {
        pairs.emplace_back(all.actors[(*spell)->source], all.actors[(*spell)->target]);
    }
}

/// All changes counted by spells, and of the pairs of the best supported the relations.
Changes best_changes(const Context& context, const Days& days) {
    const Filter filter = spells_filter(context, days);
    const Spells spells = context.store.spells(filter);
    // A search without a beginning asks for all that began.
    const std::int32_t first = context.query.filter.since ? number_of(days.from) : Spell::always + 1;
    const std::int32_t last = number_of(days.to);
    std::vector<const Spell*> began;
    std::vector<const Spell*> ended;
    for (const Spell& spell : spells.spells) {
        if (first <= spell.from && spell.from <= last) {
            began.push_back(&spell);
        }
        if (spell.ends && first <= spell.to && spell.to <= last && lasts(spells.types[spell.type])) {
            ended.push_back(&spell);
        }
    }
    Changes changes;
    changes.began_in_all = began.size();
    changes.ended_in_all = ended.size();
    if (filter.since) {
        changes.turned = turns_of(spells, days);
    }
    changes.turned_in_all = changes.turned.size();
    std::vector<Pair> pairs;
    const auto shares = shares_of(changes, context.most_rows);
    add_pairs_of_best(ended, shares[1], spells, pairs);
    add_pairs_of_best(began, shares[2], spells, pairs);
    sort_out(context.store.relations_between(filter, pairs), days, changes);
    return changes;
}

void sort_by_time(std::vector<Relation>& relations) {
    std::stable_sort(relations.begin(), relations.end(), [](const Relation& a, const Relation& b) {
        return found_interval(a).start.value_or(Day::max()) < found_interval(b).start.value_or(Day::max());
    });
}

/// Leaves at most `most` rows, as many of each kind as there is room for; `most` 0: all.
void cut(Changes& changes, std::size_t most) {
    if (most == 0) {
        return;
    }
    const auto [turned, ended, began] = shares_of(changes, most);
    const auto keep = [](std::vector<Relation>& relations, std::size_t number) {
        if (number == 0) {
            relations.clear();
        } else {
            keep_best(relations, number);
        }
    };
    std::stable_sort(changes.turned.begin(), changes.turned.end(),
                     [](const Turn& a, const Turn& b) { return a.size() > b.size(); });
    changes.turned.resize(turned);
    keep(changes.ended, ended);
    keep(changes.began, began);
}

std::string left_out_note(const Changes& changes, const Context& context) {
    std::string note;
    const auto add = [&](std::size_t shown, std::size_t all, const std::string& what) {
        if (shown < all) {
            note += (note.empty() ? "" : ", ") + std::to_string(shown) + context.say(" of ", " van ") +
                    std::to_string(all) + what;
        }
    };
    add(changes.began.size(), changes.began_in_all,
        context.say(" that began or happened", " die begonnen of gebeurden"));
    add(changes.ended.size(), changes.ended_in_all, context.say(" that ended", " die eindigden"));
    add(changes.turned.size(), changes.turned_in_all,
        context.say(" pairs that turned", " paren die omsloegen"));
    return note.empty() ? note : context.say("Shown are ", "Hier staan ") + note + all_rows_hint(context);
}

}  // namespace

/// What began, ended or happened from the first day to the second, both included, or turned (the sum of the
/// signs of a pair changed sides from the day before to the second day).
Answer changes(const Context& context) {
    const Day from = context.query.filter.since.value_or(Day::min());
    const Day to = context.query.filter.until.value_or(context.today);
    const Days days{from, to};
    Changes changes = context.most_rows > 0 && can_be_counted(context.query) ? best_changes(context, days)
                                                                             : all_changes(context, days);
    cut(changes, context.most_rows);
    sort_by_time(changes.began);
    sort_by_time(changes.ended);
    Answer answer{joined_columns({{{"change", context.say("Change", "Verandering"), false}},
                                  tie_columns(context),
                                  support_columns(context)}),
                  {},
                  {},
                  {},
                  relation_keys(context, {"change"}, {"balance_before", "balance_after"})};
    const auto add = [&](const Relation& relation, const std::string& change) {
        nlohmann::ordered_json row{{"change", change}};
        row.update(row_of(relation, context));
        answer.rows.push_back(std::move(row));
    };
    for (const Relation& relation : changes.began) {
        add(relation,
            lasts(relation) ? context.say("began", "begonnen") : context.say("happened", "gebeurd"));
    }
    for (const Relation& relation : changes.ended) {
        add(relation, context.say("ended", "geëindigd"));
    }
    for (const Turn& turn : changes.turned) {
        answer.rows.push_back(row_of(turn, context));
    }
    answer.note = left_out_note(changes, context);
    return answer;
}

}  // namespace entente::answers
