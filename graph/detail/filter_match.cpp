#include "graph/detail/filter_match.hpp"

#include <algorithm>

namespace entente {

Period period_of(const Filter& filter) {
    Period period{filter.since, filter.until};
    if (filter.on) {
        period.since = std::max(period.since.value_or(*filter.on), *filter.on);
        period.until = std::min(period.until.value_or(*filter.on), *filter.on);
    }
    return period;
}
Resolved resolve(const Filter& filter, ActorRows& actors) {
    Resolved out;
    for (const auto& id : filter.actors) {
        const auto resolved = actors.resolve(id);
        if (out.actors.insert(resolved).second) {
            out.rows.push_back(actors.find(resolved));
        }
    }
    if (filter.between) {
        auto a = actors.resolve(filter.between->first);
        auto b = actors.resolve(filter.between->second);
        if (b < a) {
            std::swap(a, b);
        }
        out.pair = (actors.find(a) << 32) | actors.find(b);
        out.between.emplace(std::move(a), std::move(b));
    }
    return out;
}

bool matches_period(std::optional<Day> from, std::optional<Day> to, const Period& period, During during) {
    if (!period.given()) {
        return true;
    }
    switch (during) {
        case During::holds:
            return (from || to) && (!period.since || !to || *to >= *period.since) &&
                   (!period.until || !from || *from <= *period.until);
        case During::begins:
        case During::ends:
            const auto& edge = during == During::begins ? from : to;
            return edge && (!period.since || *edge >= *period.since) &&
                   (!period.until || *edge <= *period.until);
    }
    return false;
}

}  // namespace entente
