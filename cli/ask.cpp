#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>

#include "cli/answering.hpp"
#include "cli/command.hpp"
#include "cli/open_store.hpp"
#include "cli/reading_options.hpp"
#include "queries/query_options.hpp"
#include "queries/understand.hpp"

namespace entente::cli {

namespace {

struct AskOptions {
    AnsweringOptions answering;
    std::vector<std::string> words;
};

int ask(AskOptions options) {
    std::string question;
    for (const std::string& word : options.words) {
        question += (question.empty() ? "" : " ") + word;
    }
    Store store = open_for_reading(options.answering.database);
    const auto publishers = store.publishers();
    const auto participants = [&](std::string_view name) { return store.participants_called(name); };
    const auto understood =
        understand(question, options.answering.today_or_given(), {publishers, participants});
    if (!understood) {
        throw Failure{understood.error(), 2};
    }
    options.answering.language = understood->language;
    const bool dutch = understood->language == "nl";
    const std::string same = query_options(understood->query);
    std::vector<std::string> remarks = understood->remarks;
    remarks.insert(remarks.begin(),
                   (dutch ? "Hetzelfde als: entente query --language nl" : "The same as: entente query") +
                       std::string{same.empty() ? "" : " "} + same);
    return answer_and_print(store, understood->query, options.answering, remarks);
}

std::string examples() {
    std::string text = "A line says how the question was understood.\n\nExamples:\n";
    for (const char* language : {"en", "nl"}) {
        for (const std::string& example : example_questions(language)) {
            text += "  entente ask \"" + example + "\"\n";
        }
    }
    text.pop_back();
    return text;
}

}  // namespace

Command ask_command(CLI::App& root) {
    auto options = std::make_shared<AskOptions>();
    CLI::App* app = root.add_subcommand("ask", "Answer a question in English or Dutch");
    options->answering.add_to(*app, false);
    app->add_option("QUESTION", options->words, "The question")->required();
    add_knowledge_option(*app);
    app->footer(examples());
    return {app, [options] { return ask(*options); }};
}

}  // namespace entente::cli
