#include "graph/detail/select_ties.hpp"

#include <algorithm>
#include <numeric>
#include <string>
#include <utility>

#include "graph/detail/conditions.hpp"
#include "graph/detail/graph_read.hpp"

namespace entente {

namespace {

const std::string columns = "r.source, r.target, r.sign, r.confidence, r.origins";

struct RowTie {
    std::int64_t source = 0;
    std::int64_t target = 0;
    double sign = 0.0;
    double confidence = 0.0;
    std::uint32_t origins = 0;
};

void read(Statement& rows, std::vector<RowTie>& ties) {
    while (rows.step()) {
        ties.push_back({rows.integer(0), rows.integer(1), rows.real(2), rows.real(3),
                        static_cast<std::uint32_t>(rows.integer(4))});
    }
}

/// Sorts by counting the ends, of which there are few; only ties of the same two are compared.
void sort(std::vector<Tie>& ties, std::size_t actors) {
    const auto sort_by = [&](std::uint32_t Tie::*end) {
        std::vector<std::size_t> place(actors + 1);
        for (const auto& tie : ties) {
            ++place[tie.*end + 1];
        }
        std::partial_sum(place.begin(), place.end(), place.begin());
        std::vector<Tie> sorted(ties.size());
        for (const auto& tie : ties) {
            sorted[place[tie.*end]++] = tie;
        }
        ties = std::move(sorted);
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

/// From rows of actors to places in the order of their ids.
Ties by_id(const std::vector<RowTie>& ties, ActorRows& actors) {
    std::int64_t most = 0;
    for (const auto& tie : ties) {
        most = std::max({most, tie.source, tie.target});
    }
    constexpr auto unseen = static_cast<std::uint32_t>(-1);
    std::vector<std::uint32_t> place(static_cast<std::size_t>(most) + 1, unseen);
    std::vector<std::pair<ActorId, std::size_t>> seen;
    for (const auto& tie : ties) {
        for (const auto row : {tie.source, tie.target}) {
            if (place[static_cast<std::size_t>(row)] == unseen) {
                place[static_cast<std::size_t>(row)] = 0;
                seen.emplace_back(actors.id(row), static_cast<std::size_t>(row));
            }
        }
    }
    std::sort(seen.begin(), seen.end());
    Ties out;
    out.actors.reserve(seen.size());
    for (auto& [id, row] : seen) {
        place[row] = static_cast<std::uint32_t>(out.actors.size());
        out.actors.push_back(std::move(id));
    }
    out.ties.reserve(ties.size());
    for (const auto& tie : ties) {
        out.ties.push_back({place[static_cast<std::size_t>(tie.source)],
                            place[static_cast<std::size_t>(tie.target)], tie.sign, tie.confidence,
                            tie.origins});
    }
    sort(out.ties, out.actors.size());
    return out;
}

}  // namespace

Ties select_ties(Database& database, ActorRows& actors, const Filter& filter) {
    const auto where = relation_conditions(filter, resolve(filter, actors), period_of(filter));
    auto rows = database.prepare("SELECT " + columns + where.from() + where.sql());
    where.bind(rows);
    std::vector<RowTie> ties;
    read(rows, ties);
    return by_id(ties, actors);
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
    std::vector<RowTie> ties;
    for (const auto pair : pairs) {
        read(found.of(pair), ties);
    }
    return by_id(ties, actors);
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
