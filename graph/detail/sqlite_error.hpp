#pragma once

struct sqlite3;

namespace entente {

/// Throws the StoreError that says what an SQLite result code means for the file, and what to do.
[[noreturn]] void throw_sqlite_error(sqlite3* database, int code, const char* path);

}  // namespace entente
