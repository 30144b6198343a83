#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "graph/detail/filter_match.hpp"
#include "graph/filter.hpp"
#include "graph/statement.hpp"

namespace entente {

/// SQL conditions with their values, joined by AND, and what they are conditions of.
class Conditions {
 public:
    using Value = std::variant<std::int64_t, double, std::string>;

    void add(const std::string& condition) { sql_ += (sql_.empty() ? " WHERE " : " AND ") + condition; }

    template <typename T>
    void add(const std::string& condition, T value) {
        add(condition);
        values_.emplace_back(std::move(value));
    }

    /// `column` is one of `items`; nothing where there are none.
    template <typename Items, typename ToValue>
    void add_any(const std::string& column, const Items& items, const ToValue& to_value) {
        if (items.empty()) {
            return;
        }
        std::string marks;
        for (const auto& item : items) {
            marks += marks.empty() ? "?" : ", ?";
            values_.emplace_back(to_value(item));
        }
        add(column + " IN (" + marks + ")");
    }

    /// The row is one that either of two SELECTs finds, each with conditions of its own.
    void add_either(const std::string& row, const std::string& select, const Conditions& where,
                    const std::string& other_select, const Conditions& other_where);

    /// " FROM …": the table by its first letter.
    const std::string& from() const { return from_; }
    void from(const std::string& tables) { from_ = " FROM " + tables; }

    /// Ends a condition that began with a bracket.
    void close() { sql_ += ')'; }

    /// " WHERE …", with a `?` for each value; empty without conditions.
    const std::string& sql() const { return sql_; }
    /// Binds the values from `first` on. Returns the parameter after the last.
    int bind(Statement& statement, int first = 1) const;

 private:
    std::string from_;
    std::string sql_;
    std::vector<Value> values_;
};

/// Which relations by the days between which they were found to hold.
enum class Lasting : std::uint8_t { any, without_beginning, without_end, one_day, longer };

/// Whether the filter means relations of anybody in a period: they are found by how long they last, so that
/// each Lasting can be asked for alone.
bool is_slice(const Resolved& resolved, const Period& period);

/// Which rows of `relation r` and of `event e` a filter means; of a slice only those of `lasting`.
Conditions relation_conditions(const Filter& filter, const Resolved& resolved, const Period& period,
                               Lasting lasting = Lasting::any);
Conditions event_conditions(const Filter& filter, const Resolved& resolved, const Period& period);

}  // namespace entente
