#pragma once

#include <memory>
#include <stdexcept>
#include <string>

#include <sqlite3.h>

/// As much of SQLite as a baseline needs that is to be plain.
namespace entente::sqlite {

struct Close {
    void operator()(sqlite3* database) const noexcept { sqlite3_close_v2(database); }
};
struct Finalize {
    void operator()(sqlite3_stmt* statement) const noexcept { sqlite3_finalize(statement); }
};
using Database = std::unique_ptr<sqlite3, Close>;
using Prepared = std::unique_ptr<sqlite3_stmt, Finalize>;

/// All of them throw std::runtime_error with what SQLite says.
inline Database open(const std::string& path) {
    sqlite3* opened = nullptr;
    const int code = sqlite3_open(path.c_str(), &opened);
    Database database{opened};
    if (code != SQLITE_OK) {
        throw std::runtime_error(path + ": " + sqlite3_errmsg(opened));
    }
    return database;
}

inline void run(const Database& database, const std::string& sql) {
    if (sqlite3_exec(database.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
        throw std::runtime_error(sql + ": " + sqlite3_errmsg(database.get()));
    }
}

inline Prepared prepare(const Database& database, const std::string& sql) {
    sqlite3_stmt* prepared = nullptr;
    if (sqlite3_prepare_v2(database.get(), sql.c_str(), -1, &prepared, nullptr) != SQLITE_OK) {
        throw std::runtime_error(sql + ": " + sqlite3_errmsg(database.get()));
    }
    return Prepared{prepared};
}

/// Runs a statement that gives no rows, and makes it ready to run again.
inline void step(const Database& database, const Prepared& statement) {
    if (sqlite3_step(statement.get()) != SQLITE_DONE) {
        throw std::runtime_error(sqlite3_errmsg(database.get()));
    }
    sqlite3_reset(statement.get());
}

}  // namespace entente::sqlite
