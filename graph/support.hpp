#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "graph/relation.hpp"
#include "graph/report.hpp"

namespace entente {

/// Distinct claims, articles, publishers and origins of the reports at `indices`.
Support support_of(std::span<const Report> reports, std::span<const std::size_t> indices);

/// Confidence from independent origins: 1 - product of (1 - c), where c is the best confidence within one
/// origin (noisy-or); rounded to six digits, at most 0.999999. The order of the reports does not matter.
double confidence_of(std::span<const Report> reports, std::span<const std::size_t> indices);

/// The earliest day of publication; empty if none is known.
std::optional<Day> known_from(std::span<const Report> reports, std::span<const std::size_t> indices);

}  // namespace entente
