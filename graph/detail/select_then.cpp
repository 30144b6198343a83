#include "graph/detail/select_then.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <tuple>

#include "graph/detail/filter_match.hpp"
#include "graph/detail/store_impl.hpp"

namespace entente {

namespace {

template <typename T>
bool among(const std::vector<T>& wanted, const T& value) {
    return wanted.empty() || std::find(wanted.begin(), wanted.end(), value) != wanted.end();
}

/// Keeps the best supported `limit` of `found`, and says how many were left out.
template <typename T>
std::size_t keep_best(std::vector<T>& found, std::size_t limit) {
    if (limit == 0 || found.size() <= limit) {
        return 0;
    }
    const auto left_out = found.size() - limit;
    std::sort(found.begin(), found.end(), [](const T& a, const T& b) {
        return std::tuple{b.support.origins, b.confidence, std::string_view{a.id}} <
               std::tuple{a.support.origins, a.confidence, std::string_view{b.id}};
    });
    found.resize(limit);
    return left_out;
}

/// Fills a Selection as of another day: what was known then is merged anew, pair by pair.
class SelectionThen {
 public:
    SelectionThen(Store::Impl& impl, const Filter& filter)
        : impl_(impl),
          filter_(filter),
          resolved_(resolve(filter, impl.prepared.actors)),
          period_(period_of(filter)) {
        auto publishers = impl.database.prepare("SELECT row FROM publisher WHERE name = ?1");
        for (const auto& name : filter.publishers) {
            if (publishers.bind(1, name).step()) {
                publishers_.insert(publishers.integer(0));
                publishers.reset();
            }
        }
    }

    void select(Selection& selection, std::set<std::int64_t>& claims) {
        for (const auto pair : pairs()) {
            const auto reports = impl_.prepared.reports.load(pair, {filter_.known_on, filter_.stored_on});
            const auto graph = merge_pair(reports.reports);
            for (const auto& merged : graph.relations) {
                if (filter_.with_relations && matches(merged, reports)) {
                    selection.relations.push_back(merged.relation);
                    for (const auto& link : merged.links) {
                        claim_rows_[reports.reports[link.report].claim] = reports.claims[link.report];
                    }
                }
            }
            for (std::size_t i = 0; i < graph.events.size(); ++i) {
                const auto& merged = graph.events[i];
                if (filter_.with_events && matches(merged, reports) && behind_relations(graph, i)) {
                    selection.events.push_back(merged.event);
                    for (const auto report : merged.reports) {
                        claim_rows_[reports.reports[report].claim] = reports.claims[report];
                    }
                }
            }
        }
        selection.left_out = keep_best(selection.relations, filter_.limit);
        keep_best(selection.events, filter_.limit);
        for (auto& relation : selection.relations) {
            finish(relation.claims, claims);
            if (filter_.with_claims && !relation.ended_by.empty()) {
                claims.insert(claim_rows_.at(relation.ended_by));
            }
        }
        for (auto& event : selection.events) {
            finish(event.claims, claims);
        }
    }

 private:
    void finish(std::vector<std::string>& ids, std::set<std::int64_t>& claims) {
        if (!filter_.with_claims) {
            ids.clear();
            return;
        }
        for (const auto& id : ids) {
            claims.insert(claim_rows_.at(id));
        }
    }

    /// The pairs that any claim is about, of whatever day.
    std::vector<PairKey> pairs() {
        if (resolved_.between) {
            return {resolved_.pair};
        }
        return resolved_.actors.empty() ? all_pairs() : pairs_of_actors();
    }

    /// One index step each.
    std::vector<PairKey> all_pairs() {
        std::vector<PairKey> out;
        auto next = impl_.database.prepare("SELECT pair FROM report WHERE pair > ?1 ORDER BY pair LIMIT 1");
        for (PairKey last = 0; next.bind(1, last).step(); next.reset()) {
            last = next.integer(0);
            out.push_back(last);
        }
        return out;
    }

    /// By the claims that name an actor, under any name that stands for it.
    std::vector<PairKey> pairs_of_actors() {
        auto& actors = impl_.prepared.actors;
        std::set<PairKey> found;
        auto of_actor = impl_.database.prepare(
            "SELECT r.pair FROM participant p JOIN report r ON r.claim = p.claim WHERE p.state = ?1"
            " UNION ALL SELECT r.pair FROM participant p JOIN report r ON r.claim = p.claim WHERE p.actor = "
            "?1");
        for (const auto& actor : actors.standing_for(resolved_.actors)) {
            of_actor.bind(1, actors.find(actor));
            while (of_actor.step()) {
                const auto [low, high] = actors.ids(of_actor.integer(0));
                if (resolved_.actors.contains(low) || resolved_.actors.contains(high)) {
                    found.insert(of_actor.integer(0));
                }
            }
        }
        return {found.begin(), found.end()};
    }

    bool by_publisher(const Report& report) const { return publishers_.contains(report.publisher); }

    /// Where only relations are asked for, the events are those behind them.
    bool behind_relations(const PairGraph& graph, std::size_t event) const {
        if (!filter_.events.empty() || filter_.relations.empty()) {
            return true;
        }
        return std::any_of(graph.relations.begin(), graph.relations.end(), [&](const MergedRelation& merged) {
            return among(filter_.relations, merged.relation.type) &&
                   std::any_of(merged.links.begin(), merged.links.end(),
                               [&](const RelationLink& link) { return link.event == event; });
        });
    }

    bool matches(const MergedRelation& merged, const PairReports& reports) const {
        const auto& relation = merged.relation;
        return among(filter_.relations, relation.type) && among(filter_.modalities, relation.modality) &&
               relation.confidence >= filter_.min_confidence && (!filter_.in_force || in_force(relation)) &&
               matches_period(merged.found_from, merged.found_to, period_, filter_.during) &&
               (filter_.publishers.empty() ||
                std::any_of(merged.links.begin(), merged.links.end(), [&](const RelationLink& link) {
                    return by_publisher(reports.reports[link.report]);
                }));
    }

    bool matches(const MergedEvent& merged, const PairReports& reports) const {
        const auto& event = merged.event;
        return among(filter_.events, event.code.type) && among(filter_.modalities, event.modality) &&
               event.confidence >= filter_.min_confidence &&
               matches_period(event.time.start ? event.time.start : merged.hint,
                              event.time.end ? event.time.end : merged.hint, period_, During::holds) &&
               (filter_.publishers.empty() ||
                std::any_of(merged.reports.begin(), merged.reports.end(),
                            [&](std::size_t report) { return by_publisher(reports.reports[report]); }));
    }

    Store::Impl& impl_;
    const Filter& filter_;
    Resolved resolved_;
    Period period_;
    std::set<std::int64_t> publishers_;
    std::map<std::string, std::int64_t> claim_rows_;
};

}  // namespace

void select_then(Store::Impl& store, const Filter& filter, Selection& selection,
                 std::set<std::int64_t>& claims) {
    SelectionThen{store, filter}.select(selection, claims);
}

}  // namespace entente
