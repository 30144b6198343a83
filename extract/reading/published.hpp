#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "graph/interval.hpp"

namespace entente {

/// When a page was fetched: a day, and the minutes since its midnight where they are known. The page's own
/// clock.
struct Retrieved {
    Day day;
    std::optional<std::chrono::minutes> time;
};

/// Reads `2026-01-27` or `2026-01-27T14:05` (seconds and zone are ignored).
std::optional<Retrieved> parse_retrieved(std::string_view text);

/// The calendar day of a published date as pages write it: ISO 8601 (`2026-01-27T14:05:00+01:00`), RFC 822 as
/// in feeds
/// (`Tue, 27 Jan 2026 14:05:00 GMT`), `27 January 2026`, `27 januari 2026`, `January 27, 2026`. The day is
/// that of the zone that the text names. Empty for anything else.
std::optional<Day> parse_published(std::string_view text);

/// A stamp that counts back from the moment of retrieval, at the beginning of a text: `1 uur geleden`, `5
/// minutes ago`.
struct RelativeStamp {
    std::size_t length = 0;  ///< bytes of the text that it takes
    std::chrono::minutes ago{};
};
std::optional<RelativeStamp> leading_stamp(std::string_view text);

/// The day that lies `ago` before the moment of retrieval. Without a time of day only whole days are counted.
Day day_before(const Retrieved& retrieved, std::chrono::minutes ago);

}  // namespace entente
