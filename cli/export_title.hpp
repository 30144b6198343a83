#pragma once

#include <string>

#include "export/format.hpp"
#include "queries/query.hpp"

namespace entente::cli {

/// What an export of `query` is called where the user gives no title: "Sanctions against Russia since 2022",
/// "Relations around Mali, 2020 to 2024". `focus` is the actor in the middle, if any; `events` whether it
/// shows what happened instead of what holds.
std::string export_title(const Query& query, const ActorId& focus, bool events, Language language);

}  // namespace entente::cli
