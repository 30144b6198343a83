#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/reading_options.hpp"
#include "cli/terminal.hpp"
#include "graph/store.hpp"

namespace entente::cli {

namespace {

struct ForgetOptions {
    std::string database;
    std::string article;
    std::string publisher;
    std::string url;
};

int forget(const ForgetOptions& options) {
    ForgetWhat what{ForgetWhat::By::article, options.article};
    if (!options.publisher.empty()) {
        what = {ForgetWhat::By::publisher, options.publisher};
    } else if (!options.url.empty()) {
        what = {ForgetWhat::By::url, options.url};
    } else if (options.article.empty()) {
        throw Failure{"forget: say what: an article's id, --publisher or --url", 2};
    }
    Store store = Store::open(options.database, StoreMode::write);
    const ForgetOutcome outcome = store.forget(what);
    if (outcome.articles == 0) {
        throw Failure{fmt::format("{}: there is nothing of '{}'", options.database, harmless(what.value))};
    }
    fmt::print("Forgot {} article(s) and {} claim(s), and what rested on them alone.\n", outcome.articles,
               outcome.claims);
    return 0;
}

}  // namespace

Command forget_command(CLI::App& root) {
    auto options = std::make_shared<ForgetOptions>();
    CLI::App* app =
        root.add_subcommand("forget", "Take a source out again, with all that rested on it alone");
    add_database_option(*app, options->database);
    CLI::Option* article =
        app->add_option("ARTICLE", options->article, "Id of an article (all its versions)");
    CLI::Option* publisher =
        app->add_option("--publisher", options->publisher, "Everything of a publisher")->type_name("NAME");
    CLI::Option* url = app->add_option("--url", options->url, "The article at an address")->type_name("URL");
    article->excludes(publisher)->excludes(url);
    publisher->excludes(url);
    app->footer(
        "Afterwards the graph is what it would be if the source had never been added.\n\n"
        "Examples:\n"
        "  entente forget a_0123456789abcdef\n"
        "  entente forget --publisher \"Daily Rumour\"");
    return {app, [options] { return forget(*options); }};
}

}  // namespace entente::cli
