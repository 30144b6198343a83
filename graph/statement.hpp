#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

#include "graph/interval.hpp"

struct sqlite3_stmt;

namespace entente {

/// A prepared SQL statement: bind, step, read, reset. Positions of parameters count from 1, of columns from
/// 0, as SQLite has it. All members throw StoreError. It must not outlive the Store or Database that made it.
class Statement {
 public:
    explicit Statement(sqlite3_stmt* statement) : statement_(statement) {}

    Statement& bind(int parameter, std::int64_t value);
    Statement& bind(int parameter, double value);
    Statement& bind(int parameter, std::string_view value);                     ///< copied
    Statement& bind(int parameter, Day value);                                  ///< as days since 1970-01-01
    Statement& bind_blob(int parameter, std::span<const unsigned char> value);  ///< copied
    Statement& bind_null(int parameter);
    template <typename T>
    Statement& bind(int parameter, const std::optional<T>& value) {
        return value ? bind(parameter, *value) : bind_null(parameter);
    }
    /// Empty text is stored as NULL.
    Statement& bind_text_or_null(int parameter, std::string_view value) {
        return value.empty() ? bind_null(parameter) : bind(parameter, value);
    }

    /// Goes to the next row. False: there is none, and the statement is reset for its next use.
    bool step();
    /// Runs to the end, without looking at rows, and resets.
    void run();
    void reset();

    bool is_null(int column) const;
    std::int64_t integer(int column) const;
    double real(int column) const;
    /// NULL is empty. The view lives until the next step, run or reset.
    std::string_view text(int column) const;
    std::span<const unsigned char> blob(int column) const;
    std::optional<Day> day(int column) const;  ///< NULL is empty
    int columns() const;
    std::string_view column_name(int column) const;

 private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const noexcept;
    };
    [[noreturn]] void fail(int code) const;
    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

}  // namespace entente
