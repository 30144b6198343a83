// Store: what is both denied and asserted.
#include <algorithm>
#include <iterator>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "graph/detail/conditions.hpp"
#include "graph/detail/filter_match.hpp"
#include "graph/detail/store_impl.hpp"

namespace entente {

namespace {

const char* const denies = "e.modality IN ('denied', 'negated')";
const char* const asserts = "e.modality = 'asserted'";

/// An event as this search sees it.
struct Row {
    std::int64_t row = 0;
    PairKey pair = 0;
    std::string type;
    std::optional<Day> from;
    std::optional<Day> to;
};
const char* const row_columns = "e.row, e.pair, e.type, e.found_from, e.found_to";

Row read_row(const Statement& rows) {
    return {rows.integer(0), rows.integer(1), std::string{rows.text(2)}, rows.day(3), rows.day(4)};
}

/// Claims of an event may speak of days that are not the event's: of the year around them, or of those around
/// their publication.
constexpr std::chrono::days margin{400};

bool may_be_the_same(const Row& a, const Row& b) {
    const auto before = [](const std::optional<Day>& end, const std::optional<Day>& start) {
        return end && start && *end + margin < *start;
    };
    return !before(a.to, b.from) && !before(b.to, a.from);
}

class Search {
 public:
    Search(Store::Impl& store, const Filter& filter)
        : store_(store),
          filter_(filter),
          resolved_(resolve(filter, store.prepared.actors)),
          claims_of_(store.database.prepare(
              "SELECT c.row, c.article FROM event_claim l JOIN claim c ON c.row = l.claim WHERE l.event = ?1"
              " ORDER BY c.id")) {
        filter_.modalities.clear();
    }

    /// The denied events of the filter, newest first. `visit` returns false to stop.
    template <typename Visit>
    void each_denied(const Visit& visit) {
        const auto where = event_conditions(filter_, resolved_, period_of(filter_));
        const std::string index = resolved_.between ? "" : " INDEXED BY event_denied";
        auto rows = store_.database.prepare(std::string{"SELECT "} + row_columns + where.from() + index +
                                            where.sql() + (where.sql().empty() ? " WHERE " : " AND ") +
                                            denies + " ORDER BY e.found_from DESC, e.id");
        where.bind(rows);
        while (rows.step()) {
            if (!visit(read_row(rows))) {
                return;
            }
        }
    }

    /// The events of the filter that the speaker tells of, asserted or denied, newest publication first.
    template <typename Visit>
    void each_of(const Speaker& speaker, const Visit& visit) {
        auto events =
            further("e.row IN (SELECT event FROM event_claim WHERE claim = ?)", std::string{", "} + denies);
        std::set<std::int64_t> seen;
        for (const auto claim : claims_of(speaker)) {
            events.statement.bind(events.free, claim);
            while (events.statement.step()) {
                const Row row = read_row(events.statement);
                const bool denied = events.statement.integer(5) != 0;
                if (is_meant(row) && seen.insert(row.row).second && !visit(row, denied)) {
                    return;
                }
            }
        }
    }

    /// The events of the filter that say the opposite of what may be the same.
    std::vector<Row> opposites(const Row& event, bool denied) {
        auto& known = denied ? asserted_ : denied_;
        const auto [found, added] = known.try_emplace({event.pair, event.type});
        if (added) {
            auto& of_pair = denied ? asserted_of_pair_ : denied_of_pair_;
            if (!of_pair) {
                of_pair = std::make_unique<Bound>(
                    further("e.pair = ? AND e.type = ? AND " + std::string{denied ? asserts : denies}));
            }
            of_pair->statement.bind(of_pair->free, event.pair);
            of_pair->statement.bind(of_pair->free + 1, std::string_view{event.type});
            while (of_pair->statement.step()) {
                found->second.push_back(read_row(of_pair->statement));
            }
            std::erase_if(found->second, [&](const Row& row) { return !is_meant(row); });
        }
        std::vector<Row> rows;
        std::copy_if(found->second.begin(), found->second.end(), std::back_inserter(rows),
                     [&](const Row& other) { return may_be_the_same(event, other); });
        return rows;
    }

    const std::vector<Said>& claims(const Row& event) {
        const auto [found, added] = said_.try_emplace(event.row);
        if (added) {
            claims_of_.bind(1, event.row);
            std::vector<std::pair<std::int64_t, std::int64_t>> rows;
            while (claims_of_.step()) {
                rows.emplace_back(claims_of_.integer(0), claims_of_.integer(1));
            }
            for (const auto& [claim, article] : rows) {
                found->second.push_back({store_.prepared.claims.load(claim), source(article)});
            }
        }
        return found->second;
    }

 private:
    /// A statement whose parameters from `free` on are still to be bound.
    struct Bound {
        Statement statement;
        int free = 1;
    };

    /// Events under a condition that leads to few, and what of the filter is not for is_meant to see.
    Bound further(const std::string& condition, const std::string& columns = {}) {
        Filter rest;
        rest.modalities.clear();
        rest.min_confidence = filter_.min_confidence;
        rest.publishers = filter_.publishers;
        const auto where = event_conditions(rest, {}, {});
        Bound bound{
            store_.database.prepare(std::string{"SELECT "} + row_columns + columns + where.from() +
                                    where.sql() + (where.sql().empty() ? " WHERE " : " AND ") + condition),
            1};
        bound.free = where.bind(bound.statement);
        return bound;
    }

    /// By type, actors and period.
    bool is_meant(const Row& row) const {
        const auto one_of = [](const auto& all, const auto& one) {
            return all.empty() || std::find(all.begin(), all.end(), one) != all.end();
        };
        return one_of(filter_.events, parse_event_type(row.type).value_or(EventType::consult)) &&
               (one_of(resolved_.rows, row.pair >> 32) || one_of(resolved_.rows, row.pair & 0xffffffff)) &&
               (!resolved_.between || row.pair == resolved_.pair) &&
               matches_period(row.from, row.to, period_of(filter_), During::holds);
    }

    /// Rows of the claims that the speaker makes, newest publication first.
    std::vector<std::int64_t> claims_of(const Speaker& speaker) {
        struct Found {
            std::int64_t published = 0;
            std::string id;
            std::int64_t row = 0;
        };
        std::vector<Found> found;
        const auto read = [&](const char* sql, const std::vector<std::string>& values) {
            auto rows = store_.database.prepare(sql);
            for (const auto& value : values) {
                rows.bind(1, std::string_view{value});
                while (rows.step()) {
                    found.push_back({-rows.integer(0), std::string{rows.text(1)}, rows.integer(2)});
                }
            }
        };
        read(
            "SELECT a.published, c.id, c.row FROM publisher p JOIN article a ON a.publisher = p.row"
            " JOIN claim c ON c.article = a.row WHERE p.name = ?1 AND a.replaced_by IS NULL",
            speaker.publishers);
        read(
            "SELECT a.published, c.id, c.row FROM claim c INDEXED BY claim_speaker JOIN article a ON a.row = "
            "c.article"
            " WHERE (c.attribution IS NOT NULL OR c.attribution_text IS NOT NULL)"
            " AND ifnull(c.attribution, c.attribution_text) = ?1 AND a.replaced_by IS NULL",
            speaker.names);
        std::sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
            return std::tie(a.published, a.id, a.row) < std::tie(b.published, b.id, b.row);
        });
        std::vector<std::int64_t> rows;
        for (const auto& one : found) {
            rows.push_back(one.row);
        }
        return rows;
    }

    const Source& source(std::int64_t article) {
        const auto [found, added] = sources_.try_emplace(article);
        if (added) {
            found->second = store_.source(article);
        }
        return found->second;
    }

    Store::Impl& store_;
    Filter filter_;
    Resolved resolved_;
    Statement claims_of_;
    std::unique_ptr<Bound> asserted_of_pair_;
    std::unique_ptr<Bound> denied_of_pair_;
    using OfPair = std::map<std::pair<PairKey, std::string>, std::vector<Row>>;
    OfPair asserted_;
    OfPair denied_;
    std::map<std::int64_t, std::vector<Said>> said_;
    std::map<std::int64_t, Source> sources_;
};

}  // namespace

void Store::oppositions(const Filter& filter, const Speaker& speaker,
                        const std::function<bool(const Opposition&)>& visit) {
    Search search{*impl_, filter};
    const auto visit_event = [&](const Row& event, bool denied) {
        Opposition found;
        auto& own = denied ? found.no : found.yes;
        auto& others = denied ? found.yes : found.no;
        for (const auto& other : search.opposites(event, denied)) {
            const auto& claims = search.claims(other);
            others.insert(others.end(), claims.begin(), claims.end());
        }
        if (others.empty()) {
            return true;
        }
        own = search.claims(event);
        return visit(found);
    };
    if (speaker.empty()) {
        search.each_denied([&](const Row& event) { return visit_event(event, true); });
    } else {
        search.each_of(speaker, visit_event);
    }
}

}  // namespace entente
