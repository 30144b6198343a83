#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

#include "graph/article.hpp"
#include "graph/claim.hpp"

namespace entente {

/// The claim as `entente extract --format jsonl` prints it: docs/claims.schema.json. Keys are in the schema's
/// order.
nlohmann::ordered_json to_json(const Claim& claim, const Article& article);

}  // namespace entente
