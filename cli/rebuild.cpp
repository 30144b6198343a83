#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/progress.hpp"
#include "cli/reading_options.hpp"
#include "graph/store.hpp"

namespace entente::cli {

namespace {

int rebuild(const std::string& database) {
    Store store = Store::open(database, StoreMode::write);
    Progress progress;
    store.rebuild(
        [&](std::string_view unit, std::size_t done, std::size_t all) { progress.update(unit, done, all); });
    progress.clear();
    const StoreStats stats = store.stats();
    fmt::print("{} events and {} relations derived anew from {} claims.\n", stats.events, stats.relations,
               stats.claims);
    return 0;
}

}  // namespace

Command rebuild_command(CLI::App& root) {
    auto database = std::make_shared<std::string>();
    CLI::App* app = root.add_subcommand("rebuild", "Derive events and relations anew from the stored claims");
    add_database_option(*app, *database);
    add_knowledge_option(*app);
    app->footer(
        "Needed after a change in knowledge/ (relation types, memberships); never to repair.\n\n"
        "Examples:\n"
        "  entente rebuild\n"
        "  entente rebuild --knowledge my-tables/");
    return {app, [database] { return rebuild(*database); }};
}

}  // namespace entente::cli
