#pragma once

#include <charconv>
#include <string>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace entente::cli {

/// Adds the option (or positional) `name` that takes one of these words and sets `value` to what it stands
/// for. Any other word is wrong usage, answered with the words there are. `type_name` is what help shows.
template <typename Value>
CLI::Option* add_choice(CLI::App& app, const std::string& name, Value& value,
                        std::vector<std::pair<std::string, Value>> choices, const std::string& description,
                        const std::string& type_name) {
    std::string words;
    for (const auto& [word, meaning] : choices) {
        words += words.empty() ? "" : ", ";
        words += word;
    }
    const auto find = [choices](const std::string& text) {
        auto found = choices.begin();
        while (found != choices.end() && found->first != text) {
            ++found;
        }
        return found == choices.end() ? nullptr : std::make_shared<Value>(found->second);
    };
    const CLI::Validator one_of{[find, words](std::string& text) {
                                    return find(text) == nullptr ? "'" + text + "' is none of " + words
                                                                 : std::string{};
                                },
                                "", "one_of"};
    return app
        .add_option_function<std::string>(
            name, [find, &value](const std::string& text) { value = *find(text); }, description)
        ->check(one_of)
        ->type_name(type_name);
}

/// The same for words that stand for themselves.
inline CLI::Option* add_word_choice(CLI::App& app, const std::string& name, std::string& value,
                                    const std::vector<std::string>& words, const std::string& description,
                                    const std::string& type_name) {
    std::vector<std::pair<std::string, std::string>> choices;
    for (const std::string& word : words) {
        choices.emplace_back(word, word);
    }
    return add_choice<std::string>(app, name, value, std::move(choices), description, type_name);
}

/// A number from `least` to `most`; CLI11's own check words its message differently from version to version.
inline CLI::Validator number_between(double least, double most) {
    return {[least, most](std::string& text) {
                double value = 0.0;
                const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
                const bool fits = error == std::errc{} && end == text.data() + text.size() &&
                                  value >= least && value <= most;
                return fits ? std::string{}
                            : fmt::format("'{}' is not a number from {} to {}", text, least, most);
            },
            "", "number_between"};
}

}  // namespace entente::cli
