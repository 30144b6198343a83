#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/open_store.hpp"
#include "cli/reading_options.hpp"
#include "cli/terminal.hpp"
#include "graph/store.hpp"

namespace entente::cli {

namespace {

int report(const std::string& database, const std::vector<Finding>& findings, const char* all_right) {
    for (const Finding& finding : findings) {
        fmt::print(stderr, "{}: {}: {}\n", database, harmless(finding.id), harmless(finding.problem));
    }
    if (!findings.empty()) {
        fmt::print(stderr,
                   "{}: {} problem(s); take the named articles out (entente forget) and add them again\n",
                   database, findings.size());
        return 1;
    }
    fmt::print("{}: {}\n", harmless(database), all_right);
    return 0;
}

}  // namespace

Command check_command(CLI::App& root) {
    auto database = std::make_shared<std::string>();
    CLI::App* app =
        root.add_subcommand("check", "Check the store's file: SQLite's integrity check and all references");
    add_database_option(*app, *database);
    app->footer("Examples:\n  entente check\n  entente check --db war.db");
    return {app, [database] {
                Store store = open_for_reading(*database);
                return report(*database, store.check(), "the file is sound");
            }};
}

Command verify_command(CLI::App& root) {
    auto database = std::make_shared<std::string>();
    CLI::App* app = root.add_subcommand(
        "verify", "Hash every stored article again and find every quote again at its place");
    add_database_option(*app, *database);
    app->footer(
        "One changed byte fails it (exit status 1) and names the article or claim.\n\n"
        "Examples:\n"
        "  entente verify\n"
        "  entente verify --db war.db && cp war.db backup/");
    return {app, [database] {
                Store store = open_for_reading(*database);
                return report(*database, store.verify(),
                              "every article is unchanged, and every quote stands where its claim says");
            }};
}

}  // namespace entente::cli
