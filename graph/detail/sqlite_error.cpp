#include "graph/detail/sqlite_error.hpp"

#include <string>

#include <sqlite3.h>

#include "graph/store_error.hpp"

namespace entente {

void throw_sqlite_error(sqlite3* database, int code, const char* path) {
    using Reason = StoreError::Reason;
    const std::string file = path == nullptr || *path == '\0' ? ":memory:" : path;
    const std::string problem = database == nullptr ? sqlite3_errstr(code) : sqlite3_errmsg(database);
    switch (code & 0xFF) {
        case SQLITE_CANTOPEN:
            throw StoreError(Reason::not_found, file, "the file cannot be opened",
                             "add articles first (entente add), or check the path and its permissions");
        case SQLITE_NOTADB:
            throw StoreError(Reason::not_a_store, file,
                             "this is no entente database, or its first page is damaged",
                             "give another file with --db, or restore a copy");
        case SQLITE_CORRUPT:
            throw StoreError(Reason::damaged, file, "the database is damaged (" + problem + ")",
                             "restore a copy, or add the articles to a new store");
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            throw StoreError(Reason::busy, file, "another process is writing to it",
                             "try again when it has finished");
        case SQLITE_READONLY:
            throw StoreError(Reason::misuse, file,
                             "it was opened for reading, or its folder cannot be written",
                             "check its permissions");
        case SQLITE_FULL:
            throw StoreError(Reason::disk, file, "the disk is full", "free some space and try again");
        case SQLITE_IOERR:
            throw StoreError(Reason::disk, file, "reading or writing failed (" + problem + ")",
                             "check the disk");
        default:
            throw StoreError(Reason::misuse, file, problem,
                             "please report this with the command that led to it");
    }
}

}  // namespace entente
