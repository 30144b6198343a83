#include "graph/merge_events.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "graph/ascii.hpp"
#include "graph/cue.hpp"
#include "graph/fnv.hpp"
#include "graph/relation_type.hpp"
#include "graph/support.hpp"

namespace entente {

namespace {

constexpr std::chrono::days reported_before{1};  ///< an event may be announced a day ahead
constexpr std::chrono::days reported_within{3};  ///< and is news for three
constexpr std::chrono::days day_like{7};         ///< a period no longer than this has a position in time
constexpr std::chrono::days look_back{31};

using Indices = std::vector<std::size_t>;

std::chrono::days unit_of(Granularity granularity) {
    switch (granularity) {
        case Granularity::day:
        case Granularity::open:
            return std::chrono::days{1};
        case Granularity::week:
            return std::chrono::days{7};
        case Granularity::month:
            return std::chrono::days{31};
        case Granularity::season:
            return std::chrono::days{92};
        case Granularity::year:
            return std::chrono::days{366};
    }
    return std::chrono::days{1};
}

/// Reports on one event, as far as their times tell.
struct Cluster {
    std::optional<Interval> time;  ///< of the narrowest period among them
    std::optional<Day> hint;
    Indices reports;
};

std::chrono::days width(const Interval& period) { return *period.end - *period.start; }

/// Clusters of a single direction, family and modality.
class TimeClusters {
 public:
    explicit TimeClusters(std::span<const Report> reports) : reports_(reports) {}

    std::vector<Cluster> cluster(const Indices& indices) {
        add_resolved(indices);
        add_unresolved(indices);
        return std::move(clusters_);
    }

 private:
    /// Narrow periods first, so that each wider one can see what lies within it.
    void add_resolved(const Indices& indices) {
        using Key = std::tuple<std::chrono::days, Day, bool>;  // width, start, a duration of its own
        std::map<Key, std::pair<Interval, Indices>> by_period;
        for (const auto index : indices) {
            if (const auto period = period_of(reports_[index].time)) {
                auto& group = by_period[{width(*period), *period->start, is_duration(reports_[index].time)}];
                auto& [time, members] = group;
                // Equal days by different granularities: the finest names them.
                if (members.empty() || period->granularity < time.granularity) {
                    time = *period;
                }
                members.push_back(index);
            }
        }
        for (auto& [key, group] : by_period) {
            auto& [period, members] = group;
            const bool duration = std::get<2>(key);
            const auto only =
                duration || width(period) == std::chrono::days{0} ? nullptr : only_within(period);
            if (only != nullptr) {
                only->reports.insert(only->reports.end(), members.begin(), members.end());
            } else {
                if (!duration) {
                    by_start_.emplace(*period.start, clusters_.size());
                }
                clusters_.push_back({period, std::nullopt, std::move(members)});
            }
        }
    }

    Cluster* only_within(const Interval& period) {
        Cluster* found = nullptr;
        for (auto at = by_start_.lower_bound(*period.start - look_back);
             at != by_start_.end() && at->first <= *period.end; ++at) {
            auto& cluster = clusters_[at->second];
            if (overlap(*cluster.time, period)) {
                if (found != nullptr) {
                    return nullptr;
                }
                found = &cluster;
            }
        }
        return found;
    }

    void add_unresolved(const Indices& indices) {
        std::map<Day, Indices> by_published;
        Indices undated;
        for (const auto index : indices) {
            if (period_of(reports_[index].time)) {
                continue;
            }
            const auto& published = reports_[index].published;
            (published ? by_published[*published] : undated).push_back(index);
        }
        std::optional<std::size_t> open;  // the cluster of reports that no known event explains
        for (auto& [published, members] : by_published) {
            if (auto* near = nearest(published)) {
                near->reports.insert(near->reports.end(), members.begin(), members.end());
                continue;
            }
            if (!open || *clusters_[*open].hint + reported_within < published) {
                open = clusters_.size();
                clusters_.push_back({std::nullopt, published, {}});
            }
            auto& reports = clusters_[*open].reports;
            reports.insert(reports.end(), members.begin(), members.end());
        }
        if (!undated.empty()) {
            clusters_.push_back({std::nullopt, std::nullopt, std::move(undated)});
        }
    }

    /// The event with a position in time that an article of that day most likely reports.
    Cluster* nearest(Day published) {
        Cluster* best = nullptr;
        for (auto at = by_start_.lower_bound(published - reported_within);
             at != by_start_.end() && at->first <= published + reported_before; ++at) {
            auto& cluster = clusters_[at->second];
            if (width(*cluster.time) > day_like) {
                continue;
            }
            const auto distance = [&](const Cluster& one) {
                return std::chrono::abs(*one.time->start - published);
            };
            if (best == nullptr || distance(cluster) < distance(*best)) {
                best = &cluster;
            }
        }
        return best;
    }

    std::span<const Report> reports_;
    std::vector<Cluster> clusters_;
    std::multimap<Day, std::size_t> by_start_;
};

/// Events in different places are different events; reports that name no place go with the best reported one.
std::vector<Cluster> split_by_place(std::span<const Report> reports, Cluster cluster) {
    std::map<std::string, Indices> by_place;
    for (const auto index : cluster.reports) {
        by_place[lower_ascii(reports[index].place)].push_back(index);
    }
    const auto unplaced = by_place.find("");
    if (by_place.size() < (unplaced == by_place.end() ? 2U : 3U)) {
        return {std::move(cluster)};
    }
    if (unplaced != by_place.end()) {
        auto best = by_place.end();
        for (auto place = by_place.begin(); place != by_place.end(); ++place) {
            if (place != unplaced && (best == by_place.end() || place->second.size() > best->second.size())) {
                best = place;
            }
        }
        best->second.insert(best->second.end(), unplaced->second.begin(), unplaced->second.end());
        by_place.erase(unplaced);
    }
    std::vector<Cluster> out;
    for (auto& [place, members] : by_place) {
        out.push_back({cluster.time, cluster.hint, std::move(members)});
    }
    return out;
}

/// The reported value that most origins agree on, then the most reports; of equals the greatest key. Null if
/// none gives one. `key` returns a string that is equal for equal values, empty for none.
template <typename Key>
const Report* best_supported(std::span<const Report> reports, const Indices& indices, const Key& key) {
    struct Votes {
        std::vector<std::int64_t> origins;
        std::size_t count = 0;
        const Report* report = nullptr;
    };
    std::map<std::string, Votes> votes;
    for (const auto index : indices) {
        auto value = key(reports[index]);
        if (!value.empty()) {
            auto& vote = votes[std::move(value)];
            vote.origins.push_back(reports[index].origin);
            ++vote.count;
            if (vote.report == nullptr) {
                vote.report = &reports[index];
            }
        }
    }
    const Report* best = nullptr;
    std::pair<std::size_t, std::size_t> best_rank;
    for (auto& [value, vote] : votes) {
        std::sort(vote.origins.begin(), vote.origins.end());
        const auto origins = std::unique(vote.origins.begin(), vote.origins.end()) - vote.origins.begin();
        const std::pair rank{static_cast<std::size_t>(origins), vote.count};
        if (best == nullptr || rank >= best_rank) {
            best = vote.report;
            best_rank = rank;
        }
    }
    return best;
}

std::string key_of(const EventCode& code) {
    std::string key{to_string(code.type)};
    key += '/' + code.mode + '/' + code.cameo + '/' + std::to_string(code.goldstein);
    for (const auto& context : code.context) {
        key += '/' + context;
    }
    return key;
}

std::string key_of(const std::optional<Quantity>& quantity) {
    if (!quantity) {
        return "";
    }
    return std::to_string(quantity->value) + '/' + quantity->unit + '/' + quantity->qualifier + '/' +
           (quantity->from ? std::to_string(*quantity->from) : "");
}

void take_best_supported(std::span<const Report> reports, const Indices& indices, Event& event) {
    if (indices.size() == 1) {
        const auto& only = reports[indices.front()];
        event.code = only.code;
        event.place = only.place;
        event.quantity = only.quantity;
        return;
    }
    event.code =
        best_supported(reports, indices, [](const Report& report) { return key_of(report.code); })->code;
    if (const auto* placed =
            best_supported(reports, indices, [](const Report& report) { return report.place; })) {
        event.place = placed->place;
    }
    if (const auto* counted =
            best_supported(reports, indices, [](const Report& report) { return key_of(report.quantity); })) {
        event.quantity = counted->quantity;
    }
}

MergedEvent event_of(std::span<const Report> reports, Cluster cluster) {
    MergedEvent merged;
    auto& indices = cluster.reports;
    std::sort(indices.begin(), indices.end(), [&](std::size_t a, std::size_t b) {
        // Reports without a date come last.
        const auto& left = reports[a];
        const auto& right = reports[b];
        return std::tuple{!left.published, left.published, std::string_view{left.claim}} <
               std::tuple{!right.published, right.published, std::string_view{right.claim}};
    });
    const auto& first = reports[indices.front()];
    auto& event = merged.event;
    const auto& about = first.about;
    event.source = {about.direction == Direction::backward ? about.high : about.low};
    event.target = {about.direction == Direction::backward ? about.low : about.high};
    event.modality = first.modality;
    event.time = cluster.time.value_or(Interval{});
    take_best_supported(reports, indices, event);
    event.confidence = confidence_of(reports, indices);
    event.support = support_of(reports, indices);
    for (const auto index : indices) {
        event.claims.push_back(reports[index].claim);
    }
    std::sort(event.claims.begin(), event.claims.end());
    event.claims.erase(std::unique(event.claims.begin(), event.claims.end()), event.claims.end());
    event.id = event_id(about.low, about.high, about.direction, about.family, first.modality, first.claim);
    merged.direction = about.direction;
    merged.hint = cluster.hint;
    merged.reports = std::move(indices);
    return merged;
}

}  // namespace

std::string event_id(const ActorId& low, const ActorId& high, Direction direction, std::string_view family,
                     Modality modality, std::string_view claim) {
    return Fnv{}
        .add(low)
        .add(high)
        .add(std::uint64_t{static_cast<std::uint8_t>(direction)})
        .add(family)
        .add(to_string(modality))
        .add(claim)
        .id("e_");
}

std::optional<Interval> period_of(const Interval& interval) {
    if (interval.start && interval.end) {
        return *interval.end < *interval.start ? std::nullopt : std::optional{interval};
    }
    if (!interval.start && !interval.end) {
        return std::nullopt;
    }
    // One end is known: the unit in which it lies.
    const auto known = interval.start ? *interval.start : *interval.end;
    if (interval.granularity == Granularity::month || interval.granularity == Granularity::year) {
        const auto text = to_string(known);
        return parse_interval(interval.granularity == Granularity::month ? text.substr(0, text.size() - 3)
                                                                         : text.substr(0, text.size() - 6));
    }
    const auto unit = unit_of(interval.granularity) - std::chrono::days{1};
    return interval.start ? Interval{known, known + unit, interval.granularity}
                          : Interval{known - unit, known, interval.granularity};
}

bool is_duration(const Interval& interval) {
    if (!interval.start || !interval.end || interval.granularity == Granularity::week ||
        interval.granularity == Granularity::season) {
        return false;
    }
    return *interval.end - *interval.start >= unit_of(interval.granularity);
}

std::vector<MergedEvent> merge_events(std::span<const Report> reports) {
    using Key = std::tuple<Direction, std::string_view, Modality>;
    std::map<Key, Indices> groups;
    for (std::size_t i = 0; i < reports.size(); ++i) {
        const auto& report = reports[i];
        groups[{report.about.direction, report.about.family, report.modality}].push_back(i);
    }
    std::vector<MergedEvent> events;
    for (const auto& [key, indices] : groups) {
        const bool one_per_place = event_family(reports[indices.front()].code.type).one_per_place;
        for (auto& cluster : TimeClusters{reports}.cluster(indices)) {
            if (one_per_place) {
                for (auto& part : split_by_place(reports, std::move(cluster))) {
                    events.push_back(event_of(reports, std::move(part)));
                }
            } else {
                events.push_back(event_of(reports, std::move(cluster)));
            }
        }
    }
    std::sort(events.begin(), events.end(),
              [](const MergedEvent& a, const MergedEvent& b) { return a.event.id < b.event.id; });
    return events;
}

}  // namespace entente
