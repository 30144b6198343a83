#pragma once

#include <vector>

#include "graph/relation.hpp"

namespace entente {

/// Relations that the tables of knowledge/ state: member_of (memberships.tsv) and holds_office (leaders.tsv),
/// with Basis::background and no claims. Sorted by id.
std::vector<Relation> background_relations();

}  // namespace entente
