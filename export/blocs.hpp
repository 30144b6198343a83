#pragma once

#include <string_view>
#include <vector>

#include "export/format.hpp"

namespace entente {

/// The organisation and those who were its members on a day of `period`, by knowledge/memberships.tsv,
/// sorted; called by its abbreviation. Without members if the table has none. Throws KnowledgeError.
Bloc members_of(std::string_view organisation, const Interval& period, Language language);

}  // namespace entente
