#pragma once

#include <cstddef>
#include <string>

namespace entente {

/// Copies all rows of the SQLite file `from` to a new file `to` of the same schema, table by table, with
/// prepared INSERTs and nothing else, and a commit every `rows_per_commit`. Returns the seconds that the
/// INSERTs and commits took; reading is not counted. Throws std::runtime_error.
double seconds_of_plain_inserts(const std::string& from, const std::string& to, std::size_t rows_per_commit);

}  // namespace entente
