#pragma once

#include "graph/detail/actor_rows.hpp"
#include "graph/relation.hpp"
#include "graph/statement.hpp"

namespace entente {

/// The columns that read_relation and read_event expect, first in a SELECT from `relation r` and `event e`;
/// the row's number is column 0.
extern const char* const relation_columns;
extern const char* const event_columns;

/// The current row as a value, without the ids of its claims.
Relation read_relation(const Statement& row, ActorRows& actors);
Event read_event(const Statement& row, ActorRows& actors);

}  // namespace entente
