#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/listing.hpp"
#include "cli/open_store.hpp"
#include "cli/reading_options.hpp"
#include "cli/terminal.hpp"
#include "graph/store.hpp"
#include "queries/actor_names.hpp"

namespace entente::cli {

namespace {

struct ActorsOptions {
    std::string database;
    ListingFormat format = ListingFormat::table;
    CLI::App* merge = nullptr;
    CLI::App* distinct = nullptr;
    CLI::App* undo = nullptr;
    CLI::App* decisions = nullptr;
    std::string first;
    std::string second;
    std::int64_t decision = 0;
};

int list_actors(const ActorsOptions& options) {
    Store store = open_for_reading(options.database);
    Listing listing{{{"id", "Id", false},
                     {"kind", "Kind", false},
                     {"name", "Name", false},
                     {"name_nl", "Dutch name", false},
                     {"claims", "Claims", false}}};
    for (const ActorCount& count : store.actors()) {
        listing.add({{"id", count.actor.id},
                     {"kind", to_string(count.actor.kind)},
                     {"name", count.actor.name_en},
                     {"name_nl", count.actor.name_nl},
                     {"claims", count.claims}});
    }
    listing.print(std::cout, options.format, "The store names no actors yet; add articles first.");
    return 0;
}

int list_decisions(const ActorsOptions& options) {
    Store store = open_for_reading(options.database);
    Listing listing{{{"number", "Number", false},
                     {"decision", "Decision", false},
                     {"actor", "Actor", false},
                     {"other", "Other", false},
                     {"stated", "Stated", false},
                     {"undone", "Undone", false}}};
    for (const ActorDecision& decision : store.actor_decisions()) {
        listing.add({{"number", decision.id},
                     {"decision", decision.kind == ActorDecision::Kind::merge ? "merge" : "distinct"},
                     {"actor", decision.actor},
                     {"other", decision.into},
                     {"stated", to_string(decision.added)},
                     {"undone", decision.undone}});
    }
    listing.print(std::cout, options.format, "No decisions about actors.");
    return 0;
}

int decide(const ActorsOptions& options) {
    Store store = Store::open(options.database, StoreMode::write);
    if (options.undo->parsed()) {
        if (const auto undone = store.undo_decision(options.decision); !undone) {
            throw Failure{"actors undo: " + undone.error()};
        }
        fmt::print("Decision {} is taken back.\n", options.decision);
        return 0;
    }
    const bool merge = options.merge->parsed();
    // Ids that only articles know stand for themselves.
    const ActorId first = ActorNames::instance().find(options.first).value_or(options.first);
    const ActorId second = ActorNames::instance().find(options.second).value_or(options.second);
    const auto number =
        merge ? store.merge_actors(first, second, today()) : store.distinct_actors(first, second, today());
    if (!number) {
        throw Failure{fmt::format("actors {}: {}", merge ? "merge" : "distinct", number.error())};
    }
    fmt::print("Decision {}: {} {} {}. Take it back with: entente actors undo {}\n", *number, harmless(first),
               merge ? "is" : "is not", harmless(second), *number);
    return 0;
}

}  // namespace

Command actors_command(CLI::App& root) {
    auto options = std::make_shared<ActorsOptions>();
    CLI::App* app =
        root.add_subcommand("actors", "List the actors that claims name; state that two are one, or not");
    add_database_option(*app, options->database);
    add_format_option(*app, options->format);
    options->merge = app->add_subcommand("merge", "State that ACTOR is the same as OTHER");
    options->distinct = app->add_subcommand("distinct", "State that ACTOR and OTHER are not the same");
    for (CLI::App* decision : {options->merge, options->distinct}) {
        decision->add_option("ACTOR", options->first, "Id or name of an actor")->required();
        decision->add_option("OTHER", options->second, "Id or name of another")->required();
    }
    options->undo = app->add_subcommand("undo", "Take a decision back");
    options->undo->add_option("NUMBER", options->decision, "Number of the decision")->required();
    options->decisions = app->add_subcommand("decisions", "List the decisions");
    for (CLI::App* below : {options->merge, options->distinct, options->undo, options->decisions}) {
        below->fallthrough();  // --db and --format may stand behind
        below->footer("");
    }
    options->merge->footer(
        "What articles said of either is then said of OTHER; the graph is merged anew.\n\n"
        "Example:\n  entente actors merge person:kim-jong-un-2 person:kim-jong-un");
    options->distinct->footer("Example:\n  entente actors distinct person:john-smith person:john-smith-2");
    options->undo->footer("Example:\n  entente actors undo 1");
    options->decisions->footer("Example:\n  entente actors decisions --db war.db");
    app->footer(
        "Examples:\n"
        "  entente actors\n"
        "  entente actors merge person:kim-jong-un-2 person:kim-jong-un\n"
        "  entente actors undo 1");
    return {app, [options] {
                if (options->decisions->parsed()) {
                    return list_decisions(*options);
                }
                const bool decides =
                    options->merge->parsed() || options->distinct->parsed() || options->undo->parsed();
                return decides ? decide(*options) : list_actors(*options);
            }};
}

}  // namespace entente::cli
