#pragma once

#include "graph/detail/database.hpp"

namespace entente {

/// The version of the store's format that this program writes (PRAGMA user_version).
constexpr int schema_version = 5;

/// Checks that the file is a store, and brings an older format up to date (`write` only), each step in a
/// transaction. Throws StoreError: not_a_store, newer_format.
void open_schema(Database& database, Database::Mode mode);

}  // namespace entente
