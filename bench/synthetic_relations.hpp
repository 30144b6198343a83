#pragma once

#include <cstddef>
#include <string>

namespace entente {

/// Makes a store at `path` that has made-up relations but no articles behind them: for measuring what only
/// reads relations, at sizes that take long to merge. Actors and times are as SyntheticNews has them; plain
/// prepared INSERTs write the rows, and the indexes are made at the end. The same numbers give the same
/// relations. Throws StoreError, std::runtime_error.
void make_synthetic_relations(const std::string& path, std::size_t relations, std::size_t actors);

}  // namespace entente
