#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include <CLI/App.hpp>
#include <nlohmann/json.hpp>

namespace entente::cli {

enum class ListingFormat { table, json, jsonl, csv };

/// Adds `--format table|json|jsonl|csv`.
void add_format_option(CLI::App& app, ListingFormat& format);

/// Rows that every listing command prints in the same four ways: a table for people, which shows the named
/// columns only; JSON (one list), JSONL (one object a line) and CSV (RFC 4180) with all keys of the rows.
class Listing {
 public:
    struct Column {
        std::string key;    ///< of the rows
        std::string title;  ///< of the table
        bool wide = false;  ///< takes the room that the others leave; cut at the terminal's edge
    };

    /// `keys`: those that a CSV has before any others of the rows, so that its header is the same whatever
    /// rows there are.
    explicit Listing(std::vector<Column> columns, std::vector<std::string> keys = {})
        : columns_(std::move(columns)), keys_(std::move(keys)) {}

    /// A JSON object. Values are strings, numbers, booleans, null, or lists of strings (joined by ", " in
    /// tables and by
    /// ";" in CSV); anything else is written as JSON.
    void add(nlohmann::ordered_json row) { rows_.push_back(std::move(row)); }
    bool empty() const { return rows_.empty(); }
    std::size_t size() const { return rows_.size(); }

    /// `empty_message` is printed instead of an empty table (not in the other formats).
    void print(std::ostream& out, ListingFormat format, const std::string& empty_message) const;

 private:
    void print_table(std::ostream& out) const;
    void print_csv(std::ostream& out) const;

    std::vector<Column> columns_;
    std::vector<std::string> keys_;
    std::vector<nlohmann::ordered_json> rows_;
};

}  // namespace entente::cli
