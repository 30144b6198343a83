#include "cli/describe.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <unicode/utf8.h>

namespace entente::cli {

namespace {

std::vector<const CLI::App*> subcommands(const CLI::App& app) {
    return app.get_subcommands([](const CLI::App*) { return true; });
}

std::vector<const CLI::Option*> options(const CLI::App& app) {
    return app.get_options([](const CLI::Option*) { return true; });
}

/// `--db`, `-j`: every way to write the option; none for positional ones.
std::vector<std::string> spellings(const CLI::Option& option) {
    std::vector<std::string> names;
    for (const std::string& name : option.get_lnames()) {
        names.push_back("--" + name);
    }
    for (const std::string& name : option.get_snames()) {
        names.push_back("-" + name);
    }
    return names;
}

std::string words_of(const CLI::App& app) {
    std::string words;
    for (const CLI::App* command : subcommands(app)) {
        words += command->get_name() + " ";
    }
    for (const CLI::Option* option : options(app)) {
        for (const std::string& name : spellings(*option)) {
            words += name + " ";
        }
    }
    return words;
}

std::string bash(const CLI::App& root) {
    std::string script =
        "# bash completion for entente; put it in /etc/bash_completion.d/ or source it\n"
        "_entente() {\n"
        "    local current=${COMP_WORDS[COMP_CWORD]} words\n"
        "    case ${COMP_WORDS[1]} in\n";
    for (const CLI::App* command : subcommands(root)) {
        script += fmt::format("        {}) words='{}' ;;\n", command->get_name(), words_of(*command));
    }
    script += fmt::format("        *) words='{}' ;;\n    esac\n", words_of(root));
    script += "    [[ $COMP_CWORD -eq 1 ]] && words='" + words_of(root) +
              "'\n"
              "    if [[ $COMP_CWORD -eq 1 || $current == -* ]]; then\n"
              "        mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$current\")\n"
              "    else\n"
              "        mapfile -t COMPREPLY < <(compgen -f -- \"$current\")\n"
              "    fi\n"
              "}\n"
              "complete -o filenames -F _entente entente\n";
    return script;
}

std::string zsh(const CLI::App& root) {
    return "#compdef entente\nautoload -U +X bashcompinit && bashcompinit\n" + bash(root);
}

std::string quoted_for_fish(const std::string& text) {
    std::string quoted = "'";
    for (const char c : text) {
        if (c == '\'' || c == '\\') {
            quoted += '\\';
        }
        quoted += c;
    }
    return quoted + "'";
}

std::string fish(const CLI::App& root) {
    std::string script = "# fish completion for entente; put it in ~/.config/fish/completions/\n";
    for (const CLI::App* command : subcommands(root)) {
        script += fmt::format("complete -c entente -n __fish_use_subcommand -a {} -d {}\n",
                              command->get_name(), quoted_for_fish(command->get_description()));
        for (const CLI::Option* option : options(*command)) {
            for (const std::string& name : option->get_lnames()) {
                script += fmt::format("complete -c entente -n '__fish_seen_subcommand_from {}' -l {} -d {}\n",
                                      command->get_name(), name, quoted_for_fish(option->get_description()));
            }
        }
    }
    return script;
}

/// Text for roff: backslashes and hyphens escaped, other characters than ASCII by their number, and no line
/// that begins with a request character.
std::string roff(std::string_view text) {
    std::string result;
    bool line_start = true;
    const auto* data = reinterpret_cast<const std::uint8_t*>(text.data());
    for (std::size_t at = 0; at < text.size();) {
        UChar32 character = 0;
        U8_NEXT_OR_FFFD(data, at, text.size(), character);
        if (line_start && (character == '.' || character == '\'')) {
            result += "\\&";
        }
        if (character == '\\') {
            result += "\\e";
        } else if (character == '-') {
            result += "\\-";
        } else if (character < 0x80) {
            result += static_cast<char>(character);
        } else {
            result += fmt::format("\\[u{:04X}]", static_cast<std::uint32_t>(character));
        }
        line_start = character == '\n';
    }
    return result;
}

void append_options(const CLI::App& app, std::string& page) {
    for (const CLI::Option* option : options(app)) {
        std::string names;
        for (const std::string& name : spellings(*option)) {
            names += (names.empty() ? "" : ", ") + name;
        }
        const std::string head = names.empty() ? option->get_name() : names;
        const std::string type =
            names.empty() || option->get_type_name().empty() ? "" : " " + option->get_type_name();
        page += fmt::format(".TP\n.B {}\n{}\n", roff(head + type), roff(option->get_description()));
    }
}

void append_command(const CLI::App& command, const std::string& name, std::string& page) {
    page += fmt::format(".SS {}\n{}.\n", roff(name), roff(command.get_description()));
    append_options(command, page);
    for (const CLI::App* below : subcommands(command)) {
        append_command(*below, name + " " + below->get_name(), page);
    }
    if (!command.get_footer().empty()) {
        page += ".PP\n.nf\n" + roff(command.get_footer()) + "\n.fi\n";
    }
}

}  // namespace

std::string completion_script(const CLI::App& root, const std::string& shell) {
    if (shell == "fish") {
        return fish(root);
    }
    return shell == "zsh" ? zsh(root) : bash(root);
}

std::string manual_page(const CLI::App& root, const std::string& version) {
    std::string page = fmt::format(".TH ENTENTE 1 \"\" \"entente {}\" \"User commands\"\n", roff(version));
    page += ".SH NAME\nentente \\- news articles in, a knowledge graph of geopolitical relations out\n";
    page += ".SH SYNOPSIS\n.B entente\n.I COMMAND\n[options]\n.SH DESCRIPTION\n" +
            roff(root.get_description()) + "\n";
    page += ".SH COMMANDS\n";
    for (const CLI::App* command : subcommands(root)) {
        append_command(*command, command->get_name(), page);
    }
    page +=
        ".SH EXIT STATUS\n0: success; 1: some inputs failed and are named on standard error, or nothing was "
        "found where "
        "something was named; 2: wrong usage.\n"
        ".SH ENVIRONMENT\n.TP\n.B ENTENTE_DB\nthe store, where \\-\\-db is not given\n.TP\n.B "
        "ENTENTE_MODELS\nfolder of the "
        "language models\n.TP\n.B NO_COLOR\nno colours\n";
    return page;
}

}  // namespace entente::cli
