#include "cli/answering.hpp"

#include <iostream>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "cli/choice.hpp"
#include "cli/open_store.hpp"
#include "cli/reading_options.hpp"
#include "cli/terminal.hpp"
#include "queries/answer.hpp"
#include "queries/understand.hpp"

namespace entente::cli {

void AnsweringOptions::add_to(CLI::App& app, bool choose_language) {
    add_database_option(app, database);
    add_format_option(app, format);
    if (choose_language) {
        add_word_choice(app, "--language", language, {"en", "nl"}, "Names and titles in English or Dutch",
                        "en|nl");
    }
    app.add_option(
           "--rows", rows,
           "Most rows of the answer, the best supported; 0: all. If not given, 50 of a table, all of the "
           "other formats")
        ->type_name("N");
    app.add_option("--today", today, "The day that \"now\" means; today if not given")->type_name("DAY");
}

Day AnsweringOptions::today_or_given() const {
    return today.empty() ? cli::today() : day_option("--today", today);
}

std::size_t AnsweringOptions::most_rows() const {
    constexpr std::size_t rows_of_a_table = 50;
    return rows.value_or(format == ListingFormat::table ? rows_of_a_table : 0);
}

int answer_and_print(const Query& query, const AnsweringOptions& options) {
    Store store = open_for_reading(options.database);
    return answer_and_print(store, query, options);
}

int answer_and_print(Store& store, const Query& query, const AnsweringOptions& options,
                     const std::vector<std::string>& remarks) {
    const Answer found =
        answer(store, query, options.language, options.today_or_given(), options.most_rows());
    const bool table = options.format == ListingFormat::table;
    const std::string understood =
        (options.language == "nl" ? "Begrepen als: " : "Understood as: ") + describe(query, options.language);
    std::FILE* const beside = table ? stdout : stderr;
    fmt::print(beside, "{}\n", harmless(understood));
    for (const std::string& remark : remarks) {
        fmt::print(beside, "{}\n", harmless(remark));
    }
    if (!found.verdict.empty()) {
        fmt::print(beside, "{}{}\n", table ? "\n" : "", harmless(found.verdict));
    }
    if (table) {
        fmt::print("\n");
        std::fflush(stdout);
    }
    std::vector<Listing::Column> columns;
    for (const Answer::Column& column : found.columns) {
        columns.push_back({column.key, column.title, column.wide});
    }
    Listing listing{std::move(columns), found.keys};
    for (const auto& row : found.rows) {
        listing.add(row);
    }
    listing.print(std::cout, options.format, found.note);
    if (!found.note.empty() && !(table && found.rows.empty())) {
        fmt::print(beside, "{}\n", harmless(found.note));
    }
    return 0;
}

}  // namespace entente::cli
