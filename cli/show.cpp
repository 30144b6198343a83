#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "cli/answering.hpp"
#include "cli/command.hpp"
#include "cli/filter_options.hpp"
#include "cli/open_store.hpp"
#include "cli/reading_options.hpp"
#include "cli/terminal.hpp"
#include "graph/known_actor.hpp"
#include "graph/store.hpp"
#include "queries/actor_names.hpp"

namespace entente::cli {

namespace {

struct ShowOptions {
    AnsweringOptions answering;
    std::string what;
};

int show_article(Store& store, const std::string& id) {
    const auto article = store.article(id);
    if (!article) {
        throw Failure{fmt::format("show: the store has no article '{}'", harmless(id))};
    }
    fmt::print("{}\n{}  {}  {}\n", harmless(article->title.empty() ? article->id : article->title),
               article->published ? to_string(*article->published) : "no date",
               harmless(article->publisher.empty() ? "unknown publisher" : article->publisher),
               harmless(article->url));
    std::string_view text = article->text;
    while (!text.empty()) {
        const auto newline = text.find('\n');
        fmt::print("\n{}\n", harmless(text.substr(0, newline)));
        text.remove_prefix(newline == std::string_view::npos ? text.size() : newline + 1);
    }
    return 0;
}

int show_actor(const ShowOptions& options, const ActorId& id) {
    const Actor* actor = find_known_actor(id);
    if (actor != nullptr) {
        fmt::print("{}: {} / {} ({})\n\n", actor->id, actor->name_en, actor->name_nl, to_string(actor->kind));
        std::fflush(stdout);
    }
    Query query;
    query.filter.actors = {id};
    return answer_and_print(query, options.answering);
}

int show(const ShowOptions& options) {
    const std::string prefix = options.what.substr(0, 2);
    if (prefix == "a_") {
        Store store = open_for_reading(options.answering.database);
        return show_article(store, options.what);
    }
    if (prefix == "c_" || prefix == "e_" || prefix == "r_") {
        throw Failure{
            fmt::format("show: for the quotes behind it use: entente evidence {}", harmless(options.what)),
            2};
    }
    if (!ActorNames::instance().find(options.what)) {  // an article's id from its JSON?
        Store store = open_for_reading(options.answering.database);
        if (store.article(options.what)) {
            return show_article(store, options.what);
        }
    }
    return show_actor(options, actor_option("show", options.what));
}

}  // namespace

Command show_command(CLI::App& root) {
    auto options = std::make_shared<ShowOptions>();
    CLI::App* app = root.add_subcommand("show", "Show an actor with its relations, or an article");
    options->answering.add_to(*app, true);
    app->add_option("WHAT", options->what,
                    "A name, code or demonym of an actor, or an article's id (a_…, or its own)")
        ->required();
    app->footer("Examples:\n  entente show Turkey\n  entente show a_0123456789abcdef");
    return {app, [options] { return show(*options); }};
}

}  // namespace entente::cli
