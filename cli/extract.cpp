#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/choice.hpp"
#include "cli/command.hpp"
#include "cli/listing.hpp"
#include "cli/reading_options.hpp"
#include "cli/unread_languages.hpp"
#include "extract/grammar_extractor.hpp"
#include "extract/pipeline.hpp"
#include "graph/claim_json.hpp"

namespace entente::cli {

namespace {

enum class ExtractFormat { jsonl, table };

struct ExtractOptions {
    ReadingOptions reading;
    ExtractFormat format = ExtractFormat::jsonl;
    bool trace = false;
};

std::vector<std::string> states_of(const std::vector<Participant>& participants) {
    std::vector<std::string> states;
    for (const Participant& participant : participants) {
        const std::string& id = participant.state.empty() ? participant.id : participant.state;
        if (std::find(states.begin(), states.end(), id) == states.end()) {
            states.push_back(id);
        }
    }
    return states;
}

nlohmann::ordered_json table_row(const Claim& claim) {
    return {{"source", states_of(claim.source)},
            {"event", to_string(claim.event.type)},
            {"target", states_of(claim.target)},
            {"modality", to_string(claim.modality)},
            {"time", claim.time.resolved ? to_string(claim.time.interval) : claim.time.text},
            {"said by", claim.attribution ? (claim.attribution->id.empty() ? claim.attribution->text
                                                                           : claim.attribution->id)
                                          : ""},
            {"confidence", claim.confidence},
            {"quote", claim.evidence.text}};
}

void trace_articles(const ExtractOptions& options, const GrammarExtractor& extractor, UnreadLanguages& unread,
                    const ProblemSink& problem) {
    for (const std::string& input : options.reading.inputs) {
        read_input(
            input, options.reading.read_options(),
            [&](const Article& article) {
                unread.see(article, extractor);
                extractor.trace(article, std::cout);
            },
            problem);
    }
}

int extract(const ExtractOptions& options) {
    std::size_t problems = 0;
    const ProblemSink problem = [&](const Problem& found) {
        fmt::print(stderr, "{}\n", to_string(found));
        ++problems;
    };
    const auto extractor = options.reading.extractor();
    UnreadLanguages unread;
    if (options.trace) {
        trace_articles(options, dynamic_cast<const GrammarExtractor&>(*extractor), unread, problem);
        unread.report();
        return problems == 0 ? 0 : 1;
    }
    Listing listing{{{"source", "Source", false},
                     {"event", "Event", false},
                     {"target", "Target", false},
                     {"modality", "Modality", false},
                     {"time", "Time", false},
                     {"said by", "Said by", false},
                     {"confidence", "Conf.", false},
                     {"quote", "Quote", true}}};
    extract_inputs(
        options.reading.inputs, options.reading.read_options(), *extractor, options.reading.threads,
        [&](const Article& article, const std::vector<Claim>& claims) {
            unread.see(article, *extractor);
            for (const Claim& claim : claims) {
                if (options.format == ExtractFormat::jsonl) {
                    std::cout << to_json(claim, article).dump() << '\n';
                } else {
                    listing.add(table_row(claim));
                }
            }
        },
        problem);
    if (options.format == ExtractFormat::table) {
        listing.print(std::cout, ListingFormat::table, "No claims between actors were found.");
    }
    unread.report();
    return problems == 0 ? 0 : 1;
}

}  // namespace

Command extract_command(CLI::App& root) {
    auto options = std::make_shared<ExtractOptions>();
    CLI::App* app = root.add_subcommand("extract", "Print the claims of articles, without a store");
    options->reading.add_to(*app);
    add_choice<ExtractFormat>(*app, "--format", options->format,
                              {{"jsonl", ExtractFormat::jsonl}, {"table", ExtractFormat::table}},
                              "jsonl (one claim a line, docs/claims.schema.json) or table", "jsonl|table");
    app->add_flag("--trace", options->trace,
                  "Show for each sentence its tree, its mentions, the frame that fired and how each role was "
                  "found, or why "
                  "nothing came of it");
    app->footer(
        "Examples:\n"
        "  entente extract page.html                      one JSON object a line\n"
        "  entente extract --format table news/           for people\n"
        "  echo 'Norway thanked Sweden.' | entente extract --trace -");
    return {app, [options] { return extract(*options); }};
}

}  // namespace entente::cli
