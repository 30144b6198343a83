#include "graph/detail/select_ties.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <string>
#include <utility>

#include "graph/detail/conditions.hpp"
#include "graph/detail/graph_read.hpp"

namespace entente {

namespace {

const std::string columns = "r.source, r.target, r.sign, r.confidence, r.origins";

std::uint32_t row_of(const Statement& rows, int column) {
    return static_cast<std::uint32_t>(rows.integer(column));
}

/// With rows of actors in place of places.
void read(Statement& rows, std::vector<Tie>& ties) {
    while (rows.step()) {
        ties.push_back({row_of(rows, 0), row_of(rows, 1), rows.real(2), rows.real(3), row_of(rows, 4)});
    }
}

/// Sorts by counting the ends, of which there are few; only ties of the same two are compared.
void sort(std::vector<Tie>& ties, std::size_t actors) {
    std::vector<Tie> sorted(ties.size());
    const auto sort_by = [&](std::uint32_t Tie::*end) {
        std::vector<std::size_t> place(actors + 1);
        for (const auto& tie : ties) {
            ++place[tie.*end + 1];
        }
        std::partial_sum(place.begin(), place.end(), place.begin());
        for (const auto& tie : ties) {
            sorted[place[tie.*end]++] = tie;
        }
        ties.swap(sorted);
    };
    sort_by(&Tie::target);
    sort_by(&Tie::source);
    for (auto first = ties.begin(); first != ties.end();) {
        const auto last = std::find_if(first, ties.end(), [&](const Tie& tie) {
            return tie.source != first->source || tie.target != first->target;
        });
        std::sort(first, last);
        first = last;
    }
}

/// The actors of what has a source and a target, sorted; those become places among them instead of rows.
template <typename Item>
std::vector<ActorId> places_of(std::vector<Item>& items, std::uint32_t Item::*source,
                               std::uint32_t Item::*target, ActorRows& actors) {
    std::uint32_t most = 0;
    for (const auto& item : items) {
        most = std::max({most, item.*source, item.*target});
    }
    std::vector<bool> seen(std::size_t{most} + 1);
    for (const auto& item : items) {
        seen[item.*source] = true;
        seen[item.*target] = true;
    }
    std::vector<std::pair<const ActorId*, std::uint32_t>> order;  // to ids that `actors` keeps
    for (std::uint32_t row = 0; row <= most && !items.empty(); ++row) {
        if (seen[row]) {
            order.emplace_back(&actors.id(row), row);
        }
    }
    std::sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return *a.first < *b.first; });
    std::vector<std::uint32_t> place(std::size_t{most} + 1);
    std::vector<ActorId> ids;
    ids.reserve(order.size());
    for (const auto& [id, row] : order) {
        place[row] = static_cast<std::uint32_t>(ids.size());
        ids.push_back(*id);
    }
    for (auto& item : items) {
        item.*source = place[item.*source];
        item.*target = place[item.*target];
    }
    return ids;
}

Ties by_id(std::vector<Tie> ties, ActorRows& actors) {
    Ties out{places_of(ties, &Tie::source, &Tie::target, actors), std::move(ties)};
    sort(out.ties, out.actors.size());
    return out;
}

}  // namespace

Ties select_ties(Database& database, ActorRows& actors, const Filter& filter) {
    const auto where = relation_conditions(filter, resolve(filter, actors), period_of(filter));
    auto rows = database.prepare("SELECT " + columns + where.from() + where.sql());
    where.bind(rows);
    std::vector<Tie> ties;
    read(rows, ties);
    return by_id(std::move(ties), actors);
}

namespace {

/// A statement that finds what the filter means between the two of parameter 1.
struct OfPair {
    OfPair(Database& database, const Filter& filter, const std::string& wanted)
        : rows([&] {
              Filter of_pair = filter;
              of_pair.actors.clear();
              of_pair.between.reset();
              // The types are few where the pair is known: `between` keeps them from leading.
              Resolved resolved;
              resolved.between.emplace();
              const auto where = relation_conditions(of_pair, resolved, period_of(of_pair));
              auto statement = database.prepare("SELECT " + wanted + where.from() + where.sql());
              where.bind(statement);
              return statement;
          }()) {}

    Statement& of(PairKey pair) { return rows.bind(1, pair); }  // the pair is the first condition

    Statement rows;
};

/// Neighbours in the index one after the other.
void sort_each_once(std::vector<PairKey>& pairs) {
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
}

PairKey pair_of(const ActorId& a, const ActorId& b, ActorRows& actors) {
    return a < b ? (actors.find(a) << 32) | actors.find(b) : (actors.find(b) << 32) | actors.find(a);
}

}  // namespace

Ties select_ties_between(Database& database, ActorRows& actors, const Filter& filter,
                         std::span<const ActorId> left, std::span<const ActorId> right) {
    std::vector<PairKey> pairs;
    pairs.reserve(left.size() * right.size());
    for (const auto& a : left) {
        for (const auto& b : right) {
            if (a != b) {
                pairs.push_back(pair_of(a, b, actors));
            }
        }
    }
    sort_each_once(pairs);
    OfPair found{database, filter, columns};
    std::vector<Tie> ties;
    for (const auto pair : pairs) {
        read(found.of(pair), ties);
    }
    return by_id(std::move(ties), actors);
}

namespace {

std::vector<std::string> types_of_relations(Database& database) {
    auto rows = database.prepare(
        "WITH RECURSIVE t(x) AS (SELECT min(type) FROM relation UNION ALL SELECT (SELECT min(type) FROM "
        "relation"
        " WHERE type > t.x) FROM t WHERE t.x IS NOT NULL) SELECT x FROM t WHERE x IS NOT NULL");
    std::vector<std::string> types;
    while (rows.step()) {
        types.emplace_back(rows.text(0));
    }
    return types;
}

/// What is the same for all that last so is not asked of each.
std::string spell_columns(Lasting lasting) {
    const std::string both = "SELECT r.source, r.target, r.origins, r.sign, r.confidence";
    const char* const ends = ", r.valid_end IS NOT NULL AND r.valid_start IS NOT r.valid_end";
    switch (lasting) {
        case Lasting::any:
        case Lasting::one_day:
            return both + ends + ", r.found_from, r.found_to";
        case Lasting::without_beginning:
            return both + ", r.valid_end IS NOT NULL, r.found_to";
        case Lasting::without_end:
            return both + ", r.found_from";
        case Lasting::longer:
            return both + ", r.valid_end IS NOT NULL, r.found_from, r.found_to";
    }
    return both;
}

void read(Statement& rows, Lasting lasting, std::uint16_t type, std::vector<Spell>& spells) {
    const auto day = [&](int column) { return static_cast<std::int32_t>(rows.integer(column)); };
    const auto day_or = [&](int column, std::int32_t otherwise) {
        return rows.is_null(column) ? otherwise : day(column);
    };
    while (rows.step()) {
        Spell& spell = spells.emplace_back();
        spell.source = row_of(rows, 0);
        spell.target = row_of(rows, 1);
        spell.origins = row_of(rows, 2);
        spell.type = type;
        spell.sign = rows.real(3);
        spell.confidence = rows.real(4);
        if (lasting == Lasting::without_end) {
            spell.from = day(5);
            continue;
        }
        spell.ends = rows.integer(5) != 0;
        switch (lasting) {
            case Lasting::any:
                spell.from = day_or(6, Spell::always);
                spell.to = day_or(7, Spell::for_ever);
                break;
            case Lasting::without_beginning:
                spell.to = day(6);
                break;
            case Lasting::without_end:
                break;
            case Lasting::one_day:
            case Lasting::longer:
                spell.from = day(6);
                spell.to = day(7);
                break;
        }
    }
}

}  // namespace

Spells select_spells(Database& database, ActorRows& actors, const Filter& filter) {
    Spells out;
    out.types = filter.relations.empty() ? types_of_relations(database) : filter.relations;
    std::sort(out.types.begin(), out.types.end());
    out.types.erase(std::unique(out.types.begin(), out.types.end()), out.types.end());
    Filter of_type = filter;
    const Resolved resolved = resolve(filter, actors);
    const auto period = period_of(filter);
    // One type after the other, and in a slice one length after the other, so that no row need say which it
    // is.
    static const std::vector<Lasting> each = {Lasting::without_beginning, Lasting::without_end,
                                              Lasting::one_day, Lasting::longer};
    static const std::vector<Lasting> together = {Lasting::any};
    const bool slice = is_slice(resolved, period);
    std::optional<Statement> rows;
    for (const Lasting lasting : slice ? each : together) {
        for (std::size_t type = 0; type < out.types.size(); ++type) {
            if (type == 0 || !slice) {
                of_type.relations = {out.types[type]};
                const auto where = relation_conditions(of_type, resolved, period, lasting);
                rows = database.prepare(spell_columns(lasting) + where.from() + where.sql());
                where.bind(*rows);
            } else {
                rows->bind(1, out.types[type]);  // the first condition of a slice
            }
            read(*rows, lasting, static_cast<std::uint16_t>(type), out.spells);
        }
    }
    out.actors = places_of(out.spells, &Spell::source, &Spell::target, actors);
    return out;
}

std::vector<Relation> select_relations_between(Database& database, ActorRows& actors, const Filter& filter,
                                               std::span<const std::pair<ActorId, ActorId>> pairs) {
    std::vector<PairKey> keys;
    keys.reserve(pairs.size());
    for (const auto& [a, b] : pairs) {
        keys.push_back(pair_of(a, b, actors));
    }
    sort_each_once(keys);
    OfPair found{database, filter, relation_columns};
    std::vector<Relation> relations;
    for (const auto key : keys) {
        auto& rows = found.of(key);
        while (rows.step()) {
            relations.push_back(read_relation(rows, actors));
        }
    }
    std::sort(relations.begin(), relations.end(),
              [](const Relation& x, const Relation& y) { return x.id < y.id; });
    return relations;
}

}  // namespace entente
