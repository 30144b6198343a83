#include <algorithm>
#include <array>
#include <cstdio>
#include <exception>
#include <new>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/terminal.hpp"
#include "cli/version.hpp"

namespace entente::cli {

namespace {

/// In the order of --help.
constexpr std::array commands = {add_command,       extract_command, ask_command,     query_command,
                                 timeline_command,  path_command,    changes_command, blocs_command,
                                 conflicts_command, actors_command,  show_command,    evidence_command,
                                 export_command,    forget_command,  rebuild_command, check_command,
                                 verify_command,    stats_command,   analyse_command, completion_command,
                                 manual_command};

constexpr const char* program_description =
    "Reads news articles (Dutch, English), finds who did what to whom, when and according to whom, merges "
    "that over time "
    "into a graph of relations between countries and other actors, answers questions about it, and draws it.";

constexpr const char* program_footer =
    "Examples:\n"
    "  entente add news/                                       read articles into entente.db\n"
    "  entente ask \"who allied with whom since 2022\"           a question in English or Dutch\n"
    "  entente export --to svg -o relations.svg                a picture\n"
    "  entente export --to html -o relations.html              a page to explore\n"
    "'entente COMMAND --help' says more about each command.";

int fail(const std::string& message, int status) {
    fmt::print(stderr, "entente: {}\n", harmless(message));
    return status;
}

int run(int argc, char** argv) {
    CLI::App app{program_description, "entente"};
    app.footer(program_footer);
    app.set_version_flag("--version", version_text);
    std::vector<Command> registered;
    for (const auto& command : commands) {
        registered.push_back(command(app));
        registered.back().app->failure_message([](const CLI::App* failed, const CLI::Error& error) {
            return fmt::format("{}\n'entente {} --help' shows how it is used.\n", harmless(error.what()),
                               failed->get_name());
        });
    }
    app.failure_message([](const CLI::App*, const CLI::Error& error) {
        return fmt::format("entente: {}\n'entente --help' lists the commands.\n", harmless(error.what()));
    });
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    }
    const auto chosen = std::find_if(registered.begin(), registered.end(),
                                     [](const Command& command) { return command.app->parsed(); });
    if (chosen == registered.end()) {
        fmt::print(stderr, "{}", app.help());
        return 2;
    }
    return chosen->run();
}

}  // namespace

}  // namespace entente::cli

int main(int argc, char** argv) {
    using entente::cli::fail;
    try {
        return entente::cli::run(argc, argv);
    } catch (const entente::cli::Failure& failure) {
        return fail(failure.message, failure.status);
    } catch (const std::bad_alloc&) {
        return fail("out of memory; give fewer inputs at a time", 1);
    } catch (const std::exception& error) {
        return fail(error.what(), 1);
    }
}
