#pragma once

#include <functional>

#include <CLI/App.hpp>

namespace entente::cli {

/// A subcommand: its options are registered with CLI11, `run` does the work once they are parsed and returns
/// the exit status: 0 success, 1 some inputs failed and were named, 2 wrong usage.
struct Command {
    CLI::App* app = nullptr;
    std::function<int()> run;
};

// One per file of this folder; each adds its subcommand to `root`.
Command actors_command(CLI::App& root);
Command add_command(CLI::App& root);
Command analyse_command(CLI::App& root);
Command ask_command(CLI::App& root);
Command blocs_command(CLI::App& root);
Command changes_command(CLI::App& root);
Command check_command(CLI::App& root);
Command completion_command(CLI::App& root);
Command conflicts_command(CLI::App& root);
Command evidence_command(CLI::App& root);
Command export_command(CLI::App& root);
Command extract_command(CLI::App& root);
Command forget_command(CLI::App& root);
Command manual_command(CLI::App& root);
Command path_command(CLI::App& root);
Command query_command(CLI::App& root);
Command rebuild_command(CLI::App& root);
Command show_command(CLI::App& root);
Command stats_command(CLI::App& root);
Command timeline_command(CLI::App& root);
Command verify_command(CLI::App& root);

/// Ends a command with a message of its own and this exit status; main prints the message.
struct Failure {
    std::string message;
    int status = 1;
};

}  // namespace entente::cli
