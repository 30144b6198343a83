#include "bench/plain_inserts.hpp"

#include <memory>
#include <stdexcept>
#include <vector>

#include <sqlite3.h>

#include "bench/cpu_seconds.hpp"
#include "bench/sqlite.hpp"
#include "graph/detail/database.hpp"

namespace entente {

namespace {

using sqlite::Database;
using sqlite::open;
using sqlite::prepare;
using sqlite::run;

struct FreeValue {
    void operator()(sqlite3_value* value) const noexcept { sqlite3_value_free(value); }
};
using Value = std::unique_ptr<sqlite3_value, FreeValue>;

std::vector<std::string> texts(const Database& database, const std::string& sql) {
    std::vector<std::string> out;
    const auto statement = prepare(database, sql);
    while (sqlite3_step(statement.get()) == SQLITE_ROW) {
        const auto* text = sqlite3_column_text(statement.get(), 0);
        out.emplace_back(reinterpret_cast<const char*>(text));
    }
    return out;
}

/// Rows come in chunks: read, then written with the clock running.
double copy(const Database& from, const Database& to, const std::string& select, const std::string& insert,
            std::size_t rows_per_commit) {
    const auto source = prepare(from, select);
    const auto target = prepare(to, insert);
    const int columns = sqlite3_column_count(source.get());
    double seconds = 0.0;
    for (bool more = true; more;) {
        std::vector<Value> values;
        std::size_t rows = 0;
        while (rows < rows_per_commit && (more = sqlite3_step(source.get()) == SQLITE_ROW)) {
            for (int column = 0; column < columns; ++column) {
                values.emplace_back(sqlite3_value_dup(sqlite3_column_value(source.get(), column)));
            }
            ++rows;
        }
        const auto start = cpu_seconds();
        run(to, "BEGIN");
        for (std::size_t row = 0; row < rows; ++row) {
            for (int column = 0; column < columns; ++column) {
                sqlite3_bind_value(
                    target.get(), column + 1,
                    values[row * static_cast<std::size_t>(columns) + static_cast<std::size_t>(column)].get());
            }
            if (sqlite3_step(target.get()) != SQLITE_DONE) {
                throw std::runtime_error(insert + ": " + sqlite3_errmsg(to.get()));
            }
            sqlite3_reset(target.get());
        }
        run(to, "COMMIT");
        seconds += cpu_seconds() - start;
    }
    return seconds;
}

}  // namespace

double seconds_of_plain_inserts(const std::string& from_path, const std::string& to_path,
                                std::size_t rows_per_commit) {
    const auto from = open(from_path);
    const auto to = open(to_path);

    run(to, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -" +
                std::to_string(entente::Database::writer_cache_kib()));
    for (const auto& sql :
         texts(from,
               "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND type IN ('table', 'index')"
               " AND name NOT LIKE '%\\_words\\_%' ESCAPE '\\' ORDER BY type DESC, rowid")) {
        run(to, sql);
    }
    // As in the store, parents come before children, and references are checked at each row.
    run(to, "PRAGMA foreign_keys = ON;");
    double seconds = 0.0;
    for (const auto& table :
         texts(from,
               "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql IS NOT NULL AND name NOT"
               " LIKE '%\\_words%' ESCAPE '\\' ORDER BY rowid")) {
        const auto columns = texts(from, "SELECT name FROM pragma_table_info('" + table + "')");
        std::string marks;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            marks += i == 0 ? "?" : ", ?";
        }
        seconds += copy(from, to, "SELECT * FROM " + table,
                        "INSERT INTO " + table + " VALUES (" + marks + ")", rows_per_commit);
    }
    seconds += copy(from, to, "SELECT row, title, text FROM article",
                    "INSERT INTO article_words(rowid, title, text) VALUES (?, ?, ?)", rows_per_commit);
    seconds += copy(from, to, "SELECT row, quote FROM claim",
                    "INSERT INTO evidence_words(rowid, quote) VALUES (?, ?)", rows_per_commit);
    return seconds;
}

}  // namespace entente
