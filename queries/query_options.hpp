#pragma once

#include <string>

#include "queries/query.hpp"

namespace entente {

/// The options of `entente query` that ask for the same: "--relation sanctions --target RUS --on 2024-01-01",
/// with values quoted for a shell where they need it. Empty for a query that asks for all relations.
std::string query_options(const Query& query);

}  // namespace entente
