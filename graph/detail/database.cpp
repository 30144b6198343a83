#include "graph/detail/database.hpp"

#include <algorithm>
#include <filesystem>
#include <string>
#include <utility>

#include <sqlite3.h>
#include <unistd.h>

#include "graph/detail/sqlite_error.hpp"
#include "graph/store_error.hpp"

namespace entente {

namespace {

constexpr int wait_for_writer_ms = 10000;

/// The SQLite URI of a file that nobody changes while it is read.
std::string immutable_uri(const std::string& path) {
    constexpr std::string_view hex = "0123456789ABCDEF";
    std::string uri = "file:";
    for (const char c : path) {
        if (c == '?' || c == '#' || c == '%') {
            uri += {'%', hex[static_cast<unsigned char>(c) >> 4], hex[static_cast<unsigned char>(c) & 15]};
        } else {
            uri += c;
        }
    }
    return uri + "?immutable=1";
}

/// Whether reading fails only since a read-only folder leaves no room for the log's index. Where there is no
/// log, nobody is writing, and the file alone is the whole store.
bool is_shut_in(sqlite3* database, const std::string& path) {
    const int code = sqlite3_exec(database, "SELECT 1 FROM sqlite_schema", nullptr, nullptr, nullptr) & 0xFF;
    std::error_code error;
    return (code == SQLITE_CANTOPEN || code == SQLITE_READONLY) &&
           !std::filesystem::exists(path + "-wal", error) && !error;
}

}  // namespace

void Database::Close::operator()(sqlite3* database) const noexcept { sqlite3_close_v2(database); }

Database::Database(const std::string& path, Mode mode) : path_(path) {
    open(path, mode == Mode::read ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    if (mode == Mode::read && is_shut_in(handle_.get(), path)) {
        open(immutable_uri(path), SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
    }
    sqlite3_busy_timeout(handle_.get(), wait_for_writer_ms);
    // A schema from outside must not call functions of ours with side effects.
    run("PRAGMA trusted_schema = OFF; PRAGMA foreign_keys = ON; PRAGMA cell_size_check = ON;");
    if (mode == Mode::read) {
        run("PRAGMA cache_size = -65536;");
    } else {
        const auto cache = "PRAGMA cache_size = -" + std::to_string(writer_cache_kib());
        run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
        run(cache.c_str());
    }
}

std::int64_t Database::writer_cache_kib() {
    constexpr std::int64_t least = 64 * 1024;
    constexpr std::int64_t most = 1024 * 1024;
    const auto memory = std::int64_t{sysconf(_SC_PHYS_PAGES)} * (sysconf(_SC_PAGESIZE) / 1024);
    return std::clamp(memory / 16, least, most);
}

void Database::open(const std::string& name, int flags) {
    sqlite3* opened = nullptr;
    // One thread at a time uses a Store: SQLite need not lock each call.
    const int code =
        sqlite3_open_v2(name.c_str(), &opened, flags | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX, nullptr);
    handle_.reset(opened);
    if (code != SQLITE_OK) {
        throw_sqlite_error(opened, code, path_.c_str());
    }
}

void Database::run(const char* sql) {
    if (const int code = sqlite3_exec(handle_.get(), sql, nullptr, nullptr, nullptr); code != SQLITE_OK) {
        throw_sqlite_error(handle_.get(), code, path_.c_str());
    }
}

Statement Database::prepare(std::string_view sql) {
    sqlite3_stmt* prepared = nullptr;
    const int code = sqlite3_prepare_v3(handle_.get(), sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &prepared, nullptr);
    Statement statement{prepared};
    if (code != SQLITE_OK) {
        throw_sqlite_error(handle_.get(), code, path_.c_str());
    }
    return statement;
}

Statement Database::prepare_reading(std::string_view sql) {
    sqlite3_stmt* prepared = nullptr;
    const char* rest = nullptr;
    const int code =
        sqlite3_prepare_v3(handle_.get(), sql.data(), static_cast<int>(sql.size()), 0, &prepared, &rest);
    Statement statement{prepared};
    if (code != SQLITE_OK) {
        throw_sqlite_error(handle_.get(), code, path_.c_str());
    }
    if (prepared == nullptr || sqlite3_stmt_readonly(prepared) == 0) {
        throw StoreError(StoreError::Reason::misuse, path_, "this SQL is no query",
                         "use a SELECT on the views of docs/schema.md");
    }
    return statement;
}

std::int64_t Database::integer(std::string_view sql) {
    auto statement = prepare(sql);
    return statement.step() ? statement.integer(0) : 0;
}

bool Database::in_transaction() const { return sqlite3_get_autocommit(handle_.get()) == 0; }

std::int64_t Database::last_row() const { return sqlite3_last_insert_rowid(handle_.get()); }

Snapshot::Snapshot(Database& database) : database_(database.in_transaction() ? nullptr : &database) {
    if (database_ != nullptr) {
        database_->run("BEGIN");
    }
}

Snapshot::~Snapshot() {
    if (database_ == nullptr || !database_->in_transaction()) {
        return;
    }
    // Nothing was written that could be lost; but the transaction must end.
    for (const char* end : {"COMMIT", "ROLLBACK"}) {
        try {
            database_->run(end);
            return;
        } catch (const StoreError&) {
            continue;
        }
    }
}

Transaction::Transaction(Database& database) : database_(&database) { database.run("BEGIN IMMEDIATE"); }

Transaction::~Transaction() {
    if (database_ != nullptr) {
        try {
            rollback();
        } catch (const StoreError&) {
            // SQLite has taken the transaction back itself where the error was severe (disk full, I/O).
        }
    }
}

void Transaction::commit() {
    database_->run("COMMIT");  // where it fails, the destructor rolls back
    database_ = nullptr;
}

void Transaction::rollback() { std::exchange(database_, nullptr)->run("ROLLBACK"); }

}  // namespace entente
