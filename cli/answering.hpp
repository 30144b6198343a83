#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/listing.hpp"
#include "graph/store.hpp"
#include "queries/query.hpp"

namespace entente::cli {

/// How the answer of any question is asked for and printed.
struct AnsweringOptions {
    std::string database;
    ListingFormat format = ListingFormat::table;
    std::string language = "en";
    std::string today;
    std::optional<std::size_t> rows;

    /// --db, --format, --today, --rows; with `choose_language` also --language.
    void add_to(CLI::App& app, bool choose_language);
    Day today_or_given() const;
    /// Most rows, 0 for all: a table is for people, the other formats are for programs.
    std::size_t most_rows() const;
};

/// Answers `query` from the store and prints the rows, with lines before them that say how it was understood
/// and `remarks`: on standard output before a table, else on standard error. Returns the exit status.
int answer_and_print(const Query& query, const AnsweringOptions& options);
int answer_and_print(Store& store, const Query& query, const AnsweringOptions& options,
                     const std::vector<std::string>& remarks = {});

}  // namespace entente::cli
