#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/listing.hpp"
#include "cli/open_store.hpp"
#include "cli/reading_options.hpp"
#include "graph/store.hpp"

namespace entente::cli {

namespace {

struct StatsOptions {
    std::string database;
    ListingFormat format = ListingFormat::table;
};

int stats(const StatsOptions& options) {
    Store store = open_for_reading(options.database);
    const StoreStats found = store.stats();
    Listing listing{{{"what", "What", false}, {"count", "Count", false}}};
    const auto add = [&](const char* what, std::size_t count) {
        listing.add({{"what", what}, {"count", count}});
    };
    add("articles", found.articles);
    add("earlier versions of articles", found.replaced_articles);
    add("publishers", found.publishers);
    add("independent texts", found.origins);
    add("claims", found.claims);
    add("claims of earlier versions", found.history_claims);
    add("actors", found.actors);
    add("events", found.events);
    add("relations from articles", found.relations);
    add("relations from tables", found.background_relations);
    add("bytes", static_cast<std::size_t>(found.bytes));
    listing.print(std::cout, options.format, "");
    if (options.format == ListingFormat::table && found.first_published && found.last_published) {
        fmt::print("Published from {} to {}.\n", to_string(*found.first_published),
                   to_string(*found.last_published));
    }
    return 0;
}

}  // namespace

Command stats_command(CLI::App& root) {
    auto options = std::make_shared<StatsOptions>();
    CLI::App* app = root.add_subcommand("stats", "Count what the store holds");
    add_database_option(*app, options->database);
    add_format_option(*app, options->format);
    app->footer("Examples:\n  entente stats\n  entente stats --format json");
    return {app, [options] { return stats(*options); }};
}

}  // namespace entente::cli
