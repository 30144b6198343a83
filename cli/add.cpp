#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/interrupt.hpp"
#include "cli/progress.hpp"
#include "cli/reading_options.hpp"
#include "cli/terminal.hpp"
#include "cli/unread_languages.hpp"
#include "extract/pipeline.hpp"
#include "graph/store.hpp"

namespace entente::cli {

namespace {

struct AddOptions {
    std::string database;
    std::string known;
    ReadingOptions reading;
};

/// Articles are stored in rounds of this many, each in a transaction.
constexpr std::size_t articles_per_commit = 256;

struct AddCounts {
    std::size_t articles = 0;
    std::size_t added = 0;
    std::size_t unchanged = 0;
    std::size_t new_versions = 0;
    std::size_t old_versions = 0;
    std::size_t claims = 0;
    std::size_t unquoted = 0;
    std::size_t problems = 0;
};

void count(const AddOutcome& outcome, AddCounts& counts) {
    ++counts.articles;
    switch (outcome.kind) {
        case AddOutcome::Kind::added:
            ++counts.added;
            break;
        case AddOutcome::Kind::unchanged:
            ++counts.unchanged;
            break;
        case AddOutcome::Kind::new_version:
            ++counts.new_versions;
            break;
        case AddOutcome::Kind::old_version:
            ++counts.old_versions;
            break;
    }
    counts.claims += outcome.kind == AddOutcome::Kind::unchanged ? 0 : outcome.claims;
}

std::string plural(std::size_t count, const char* noun) {
    return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

void print_summary(const AddCounts& counts, const StoreStats& stats, const std::string& database) {
    fmt::print("{} read: {} added, {} unchanged, {}; {} found\n", plural(counts.articles, "article"),
               counts.added, counts.unchanged, plural(counts.new_versions, "new version"),
               plural(counts.claims, "claim"));
    fmt::print("{} holds {}, {}, {} and {} ({} more from tables)\n", harmless(database),
               plural(stats.articles, "article"), plural(stats.claims, "claim"),
               plural(stats.events, "event"), plural(stats.relations, "relation"),
               stats.background_relations);
}

int add(const AddOptions& options) {
    const auto read_options = options.reading.read_options();
    const Day known = options.known.empty() ? today() : day_option("--known", options.known);
    const auto extractor = options.reading.extractor();
    Store store = Store::open(options.database, StoreMode::write);
    AddCounts counts;
    UnreadLanguages unread;
    Progress progress;
    std::optional<Store::Batch> batch;
    std::size_t in_batch = 0;
    catch_interrupts();
    const auto add_article = [&](const Article& article, const std::vector<Claim>& claims) {
        if (interrupted()) {
            throw Interrupted{};
        }
        if (!batch) {
            batch.emplace(store.batch());
        }
        unread.see(article, *extractor);
        const AddOutcome outcome = store.add(article, claims, known);
        count(outcome, counts);
        for (const std::string& claim : outcome.unquoted) {
            progress.clear();
            fmt::print(stderr, "{}: claim {} was left out: its quote does not stand in the article\n",
                       harmless(article.page), harmless(claim));
            ++counts.unquoted;
        }
        if (++in_batch == articles_per_commit) {
            batch->commit_unmerged();
            batch.reset();
            in_batch = 0;
        }
        progress.update("articles", counts.articles, article.page);
    };
    const auto report = [&](const Problem& problem) {
        progress.clear();
        fmt::print(stderr, "{}\n", to_string(problem));
        ++counts.problems;
    };
    bool stopped = false;
    try {
        extract_inputs(options.reading.inputs, read_options, *extractor, options.reading.threads, add_article,
                       report);
    } catch (const Interrupted&) {
        stopped = true;
    }
    if (batch) {
        batch->commit_unmerged();
        batch.reset();
    }
    store.merge_pending(
        [&](std::string_view unit, std::size_t done, std::size_t all) { progress.update(unit, done, all); });
    progress.clear();
    print_summary(counts, store.stats(), options.database);
    unread.report();
    if (stopped) {
        fmt::print(stderr,
                   "entente: stopped; what was read is stored: the same command goes on from there\n");
        return interrupted_status;
    }
    return counts.problems + counts.unquoted == 0 ? 0 : 1;
}

}  // namespace

Command add_command(CLI::App& root) {
    auto options = std::make_shared<AddOptions>();
    CLI::App* app =
        root.add_subcommand("add", "Read articles, extract their claims and merge them into the store");
    add_database_option(*app, options->database);
    options->reading.add_to(*app);
    app->add_option("--known", options->known, "The day from which the graph knows them; today if not given")
        ->type_name("DAY");
    app->footer(
        "The same article twice changes nothing; a newer version of an article (same address or id) replaces "
        "its\n"
        "claims and keeps the old ones as history. What cannot be read is named on standard error and passed "
        "over\n"
        "(exit status 1). Killed at any moment, the store opens and is right.\n\n"
        "Examples:\n"
        "  entente add news/                              everything below a folder\n"
        "  entente add --db war.db page.html feed.xml     into a store of its own\n"
        "  curl -s https://… | entente add --date 2024-11-30 --publisher ANP -");
    return {app, [options] { return add(*options); }};
}

}  // namespace entente::cli
