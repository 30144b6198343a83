#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>

#include "cli/choice.hpp"
#include "cli/command.hpp"
#include "cli/describe.hpp"
#include "cli/version.hpp"

namespace entente::cli {

Command completion_command(CLI::App& root) {
    auto shell = std::make_shared<std::string>("bash");
    CLI::App* app = root.add_subcommand("completion", "Print a completion script for your shell");
    add_word_choice(*app, "SHELL", *shell, {"bash", "zsh", "fish"}, "bash (the default), zsh or fish", "");
    app->footer(
        "Examples:\n"
        "  source <(entente completion bash)\n"
        "  entente completion fish > ~/.config/fish/completions/entente.fish");
    return {app, [shell, &root] {
                std::cout << completion_script(root, *shell);
                return 0;
            }};
}

Command manual_command(CLI::App& root) {
    CLI::App* app = root.add_subcommand("manual", "Print the manual page (man roff)");
    app->footer("Examples:\n  entente manual | man -l -\n  entente manual > entente.1");
    return {app, [&root] {
                std::cout << manual_page(root, version_number());
                return 0;
            }};
}

}  // namespace entente::cli
