#include "graph/detail/select_ties.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "graph/detail/conditions.hpp"

namespace entente {

namespace {

const std::string columns = "SELECT r.source, r.target, r.sign, r.confidence FROM relation r";

struct RowTie {
    std::int64_t source = 0;
    std::int64_t target = 0;
    double sign = 0.0;
    double confidence = 0.0;
};

void read(Statement& rows, std::vector<RowTie>& ties) {
    while (rows.step()) {
        ties.push_back({rows.integer(0), rows.integer(1), rows.real(2), rows.real(3)});
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
                            place[static_cast<std::size_t>(tie.target)], tie.sign, tie.confidence});
    }
    std::sort(out.ties.begin(), out.ties.end());
    return out;
}

}  // namespace

Ties select_ties(Database& database, ActorRows& actors, const Filter& filter) {
    const auto where = relation_conditions(filter, resolve(filter, actors), period_of(filter));
    auto rows = database.prepare(columns + where.sql());
    where.bind(rows);
    std::vector<RowTie> ties;
    read(rows, ties);
    return by_id(ties, actors);
}

Ties select_ties_between(Database& database, ActorRows& actors, const Filter& filter,
                         std::span<const ActorId> left, std::span<const ActorId> right) {
    Filter of_pair = filter;
    of_pair.actors.clear();
    of_pair.between.reset();
    // The types are few where the pair is known: `between` keeps them from leading.
    Resolved resolved;
    resolved.between.emplace();
    auto where = relation_conditions(of_pair, resolved, period_of(of_pair));
    auto rows = database.prepare(columns + where.sql());
    where.bind(rows);
    std::vector<PairKey> pairs;
    pairs.reserve(left.size() * right.size());
    for (const auto& a : left) {
        for (const auto& b : right) {
            if (a != b) {
                pairs.push_back(a < b ? (actors.find(a) << 32) | actors.find(b)
                                      : (actors.find(b) << 32) | actors.find(a));
            }
        }
    }
    std::sort(pairs.begin(), pairs.end());  // neighbours in the index, one after the other
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    std::vector<RowTie> ties;
    for (const auto pair : pairs) {
        rows.bind(1, pair);  // the pair is the first condition
        read(rows, ties);
    }
    return by_id(ties, actors);
}

}  // namespace entente
