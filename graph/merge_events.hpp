#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/relation.hpp"
#include "graph/report.hpp"

namespace entente {

/// An event with the reports that it was merged from.
struct MergedEvent {
    Event event;
    std::vector<std::size_t> reports;  ///< indices, in the order of (published, claim id)
    Direction direction = Direction::mutual;
    /// Where the text gives no day: the day of publication near which it may lie, for grouping only.
    std::optional<Day> hint;
};

/// Merges reports on one pair of actors into events. Two reports are on the same event if direction, family
/// and modality are the same, and their times agree:
/// - the same day or period;
/// - a period and the only event within it ("in March" and "on 14 March", if nothing else is known of that
/// March);
/// - no resolved time, and published from one day before to three days after the event's day, or both
/// published
///   within three days of the first of them.
/// For event types of one event per place, events in different places are different ones.
///
/// The result does not depend on the order of `reports`. Sorted by id.
std::vector<MergedEvent> merge_events(std::span<const Report> reports);

/// The id of the event between two actors that `claim` reported first.
std::string event_id(const ActorId& low, const ActorId& high, Direction direction, std::string_view family,
                     Modality modality, std::string_view claim);

/// The period during which something said to begin or happen at `interval` may have begun: an open end is
/// closed with the unit of its granularity. Empty if both ends are open.
std::optional<Interval> period_of(const Interval& interval);

/// Whether the interval is a real duration ("from 2010 to 2012"), more than one unit of its granularity.
bool is_duration(const Interval& interval);

}  // namespace entente
