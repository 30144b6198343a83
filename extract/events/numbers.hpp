#pragma once

#include <optional>
#include <string_view>

namespace entente {

/// The value of a number as English (`11,000`, `5.2`) or Dutch (`11.000`, `5,2`) news writes it with digits.
/// A point or comma followed by exactly three digits separates thousands in either language, unless it is the
/// only one and the number begins with 0. Empty where `text` is no such number.
std::optional<double> parse_number(std::string_view text);

}  // namespace entente
