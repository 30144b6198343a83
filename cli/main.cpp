#include <algorithm>
#include <array>
#include <cstdio>
#include <exception>
#include <iostream>
#include <new>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/did_you_mean.hpp"
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

/// Says what is wrong, and where help is.
int wrong_usage(const CLI::ParseError& error, const std::vector<Command>& registered,
                const std::vector<std::string>& remaining) {
    std::vector<std::string> names;
    for (const Command& command : registered) {
        if (command.app->parsed()) {
            const std::string& name = command.app->get_name();
            fail(name + ": " + error.what(), 2);
            fmt::print(stderr, "'entente {} --help' shows how it is used.\n", name);
            return 2;
        }
        names.push_back(command.app->get_name());
    }
    if (!remaining.empty() && !remaining.front().starts_with('-')) {
        const std::string& word = remaining.front();
        fail(fmt::format("there is no command '{}'; {}", word, did_you_mean(word, names)), 2);
    } else {
        fail(error.what(), 2);
    }
    fmt::print(stderr, "'entente --help' lists the commands.\n");
    return 2;
}

/// What stands behind an option's name in --help; CLI11's own differs from version to version.
class HelpFormatter : public CLI::Formatter {
 public:
    std::string make_option_opts(const CLI::Option* option) const override {
        std::string text;
        const auto add = [&](const std::string& before, const std::string& what, const std::string& after) {
            text += what.empty() ? "" : before + what + after;
        };
        constexpr int any_number = 100;  // CLI11 has no bound for lists but a large one
        add(" ", option->get_type_name(), option->get_expected_max() > any_number ? " ..." : "");
        add(" [", option->get_default_str(), "]");
        add(" ($", option->get_envname(), ")");
        return text + (option->get_required() ? " REQUIRED" : "");
    }
};

/// The words of the command line, with a --db that stands before the command put behind it.
std::vector<std::string> words_of(int argc, char** argv) {
    std::vector<std::string> words(argv + 1, argv + argc);
    std::size_t command = 0;
    while (command < words.size() && words[command].starts_with("--db")) {
        command += words[command] == "--db" ? 2 : 1;
    }
    if (command > 0 && command >= words.size()) {
        throw Failure{"--db FILE goes with a command: entente COMMAND --db FILE; 'entente --help' lists them",
                      2};
    }
    if (command > 0 && !words[command].starts_with('-')) {
        std::rotate(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(command),
                    words.begin() + static_cast<std::ptrdiff_t>(command) + 1);
    }
    return words;
}

int run(int argc, char** argv) {
    CLI::App app{program_description, "entente"};
    app.formatter(std::make_shared<HelpFormatter>());
    app.footer(program_footer);
    app.set_version_flag("--version", version_text);
    std::vector<Command> registered;
    for (const auto& command : commands) {
        registered.push_back(command(app));
    }
    try {
        std::vector<std::string> words = words_of(argc, argv);
        std::reverse(words.begin(), words.end());  // CLI11 takes them from the back
        app.parse(std::move(words));
    } catch (const CLI::Success& error) {  // --help, --version
        return app.exit(error);
    } catch (const CLI::ParseError& error) {
        return wrong_usage(error, registered, app.remaining());
    }
    const auto chosen = std::find_if(registered.begin(), registered.end(),
                                     [](const Command& command) { return command.app->parsed(); });
    if (chosen == registered.end()) {
        fmt::print(stderr, "{}", app.help());
        return 2;
    }
    const int status = chosen->run();
    std::cout.flush();
    if (!std::cout || std::fflush(stdout) != 0) {
        throw Failure{"standard output cannot be written; is the disk full?"};
    }
    return status;
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
