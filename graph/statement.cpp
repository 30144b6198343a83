#include "graph/statement.hpp"

#include <sqlite3.h>

#include "graph/detail/sqlite_error.hpp"

namespace entente {

void Statement::Finalize::operator()(sqlite3_stmt* statement) const noexcept { sqlite3_finalize(statement); }

void Statement::fail(int code) const {
    sqlite3* const database = sqlite3_db_handle(statement_.get());
    sqlite3_reset(statement_.get());
    throw_sqlite_error(database, code, sqlite3_db_filename(database, "main"));
}

Statement& Statement::bind(int parameter, std::int64_t value) {
    if (const int code = sqlite3_bind_int64(statement_.get(), parameter, value); code != SQLITE_OK) {
        fail(code);
    }
    return *this;
}

Statement& Statement::bind(int parameter, double value) {
    if (const int code = sqlite3_bind_double(statement_.get(), parameter, value); code != SQLITE_OK) {
        fail(code);
    }
    return *this;
}

Statement& Statement::bind(int parameter, std::string_view value) {
    const int code = sqlite3_bind_text64(statement_.get(), parameter, value.empty() ? "" : value.data(),
                                         value.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    if (code != SQLITE_OK) {
        fail(code);
    }
    return *this;
}

Statement& Statement::bind(int parameter, Day value) {
    return bind(parameter, std::int64_t{value.time_since_epoch().count()});
}

Statement& Statement::bind_blob(int parameter, std::span<const unsigned char> value) {
    const void* const bytes = value.empty() ? static_cast<const void*>("") : value.data();
    const int code = sqlite3_bind_blob64(statement_.get(), parameter, bytes, value.size(), SQLITE_TRANSIENT);
    if (code != SQLITE_OK) {
        fail(code);
    }
    return *this;
}

Statement& Statement::bind_null(int parameter) {
    if (const int code = sqlite3_bind_null(statement_.get(), parameter); code != SQLITE_OK) {
        fail(code);
    }
    return *this;
}

bool Statement::step() {
    const int code = sqlite3_step(statement_.get());
    if (code == SQLITE_ROW) {
        return true;
    }
    if (code != SQLITE_DONE) {
        fail(code);
    }
    sqlite3_reset(statement_.get());
    return false;
}

void Statement::run() {
    while (step()) {
    }
}

void Statement::reset() { sqlite3_reset(statement_.get()); }

bool Statement::is_null(int column) const {
    return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(statement_.get(), column); }

double Statement::real(int column) const { return sqlite3_column_double(statement_.get(), column); }

std::string_view Statement::text(int column) const {
    // As blob: the bytes are those of the text, without a copy that ends in a zero.
    const void* const bytes = sqlite3_column_blob(statement_.get(), column);
    if (bytes == nullptr) {
        return {};
    }
    return {static_cast<const char*>(bytes),
            static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

std::span<const unsigned char> Statement::blob(int column) const {
    const void* const bytes = sqlite3_column_blob(statement_.get(), column);
    return {static_cast<const unsigned char*>(bytes),
            static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

std::optional<Day> Statement::day(int column) const {
    if (is_null(column)) {
        return std::nullopt;
    }
    return Day{std::chrono::days{integer(column)}};
}

int Statement::columns() const { return sqlite3_column_count(statement_.get()); }

std::string_view Statement::column_name(int column) const {
    return sqlite3_column_name(statement_.get(), column);
}

}  // namespace entente
