#include <memory>

#include <CLI/CLI.hpp>

#include "cli/answering.hpp"
#include "cli/choice.hpp"
#include "cli/command.hpp"
#include "cli/filter_options.hpp"
#include "cli/reading_options.hpp"
#include "queries/actor_names.hpp"
#include "queries/question_words.hpp"

namespace entente::cli {

namespace {

struct QueryOptions {
    AnsweringOptions answering;
    FilterOptions filter;
    std::string kind;
    std::string unit;
    std::string speaker;
    std::string stance;
    bool began = false;
    bool ended = false;
    bool yes_or_no = false;
    bool consecutive = false;
    bool how_many = false;
    std::string rank;
    std::vector<std::string> with;
    std::vector<std::string> actors;
};

int run_query(const QueryOptions& options) {
    Query query = options.filter.query();
    if (!options.kind.empty()) {
        query.kind = parse_query_kind(options.kind);
    } else if (!query.filter.events.empty()) {
        query.kind = QueryKind::events;
    }
    query.unit = options.unit;
    // Names of publishers are nobody's to know before the store is asked; those of actors become ids.
    query.publisher = ActorNames::instance().find(options.speaker).value_or(options.speaker);
    if (options.began || options.ended) {
        query.filter.during = options.began ? During::begins : During::ends;
    }
    query.yes_or_no = options.yes_or_no;
    query.how_many = options.how_many;
    if (!options.rank.empty()) {
        query.ranked = options.rank == "source" ? Party::source : Party::target;
    }
    for (const std::string& name : options.with) {
        query.with.push_back(actor_option("--with", name));
    }
    if (!options.stance.empty()) {
        query.stance = options.stance == "friendly" ? Stance::friendly : Stance::hostile;
    }
    query.consecutive = options.consecutive;
    const bool two = query.kind == QueryKind::path || query.kind == QueryKind::development;
    if (two && !query.filter.between) {
        throw Failure{"query: name the two actors with --between A B", 2};
    }
    const bool second_degree = options.kind.find("_of_") != std::string::npos;
    if (second_degree && query.filter.actors.empty()) {
        throw Failure{"query: name the actor whose allies or enemies are meant with --actor", 2};
    }
    return answer_and_print(query, options.answering);
}

/// A command that is one kind of query with its actors in front.
Command kind_command(CLI::App& root, const char* name, const char* about, const char* kind, int actors,
                     const char* examples) {
    auto options = std::make_shared<QueryOptions>();
    options->kind = kind;
    CLI::App* app = root.add_subcommand(name, about);
    options->answering.add_to(*app, true);
    options->filter.add_to(*app);
    add_knowledge_option(*app);
    if (actors > 0) {
        app->add_option("ACTOR", options->actors, "Two actors: names, codes or demonyms")
            ->expected(actors)
            ->required();
    }
    if (std::string_view{kind} == "path") {
        app->add_flag("--consecutive", options->consecutive, "Intervals must overlap or follow one another");
    }
    if (std::string_view{kind} == "conflicts") {
        app->add_option("--said-by", options->speaker, "What this publisher or actor says and others deny")
            ->type_name("NAME");
    }
    app->footer(examples);
    return {app, [options, name] {
                if (options->actors.size() == 2) {
                    options->filter.between = options->actors;
                    options->filter.between_name = name;
                }
                return run_query(*options);
            }};
}

}  // namespace

Command query_command(CLI::App& root) {
    auto options = std::make_shared<QueryOptions>();
    CLI::App* app = root.add_subcommand("query", "Answer by options what 'ask' answers by words");
    options->answering.add_to(*app, true);
    options->filter.add_to(*app);
    add_knowledge_option(*app);
    add_word_choice(*app, "--kind", options->kind,
                    {"relations", "events", "when", "development", "count", "friends_of_enemies",
                     "enemies_of_friends", "enemies_of_enemies", "friends_of_friends", "path", "changes",
                     "blocs", "triads", "mediators", "central", "conflicts", "ranking"},
                    "What is asked for: relations (if not given; events with --event), events, when, "
                    "development, count, friends_of_enemies, enemies_of_friends, enemies_of_enemies, "
                    "friends_of_friends, path, changes, blocs, triads, mediators, central, "
                    "conflicts or ranking",
                    "KIND");
    auto* began = app->add_flag("--began", options->began,
                                "Relations that began in the period, not those that merely held in it");
    app->add_flag("--ended", options->ended, "Relations that were ended, in the period if one is given")
        ->excludes(began);
    add_word_choice(*app, "--stance", options->stance, {"friendly", "hostile"},
                    "Relations of cooperation or of conflict only", "friendly|hostile");
    app->add_flag("--yes-or-no", options->yes_or_no, "Say yes, no or unknown before what was found");
    app->add_flag("--how-many", options->how_many, "Say how many there are before what was found");
    app->add_option("--with", options->with, "With --actor: the other party is one of these")
        ->type_name("NAME");
    add_word_choice(*app, "--rank", options->rank, {"source", "target"},
                    "With --kind ranking: count the sources or the targets only", "source|target");
    app->add_flag("--consecutive", options->consecutive,
                  "With --kind path: intervals must overlap or follow one another");
    add_word_choice(*app, "--unit", options->unit, {"troops", "money", "people"},
                    "With --kind count: troops, money or people", "GROUP");
    app->add_option("--said-by", options->speaker,
                    "With --kind conflicts: what this publisher or actor says and others deny")
        ->type_name("NAME");
    app->footer(
        "Examples:\n"
        "  entente query --relation ally defence_pact --since 2022 --began\n"
        "  entente query --relation sanctions --target Russia --on 2024-01-01\n"
        "  entente query --relation occupies --since 2016 --until 2016\n"
        "  entente query --relation ally --between Poland USA --on 2024-01-01 --yes-or-no\n"
        "  entente query --event ASSAULT --between Israel Iran --format json\n"
        "  entente query --actor UKR --on 2022-02-20 --known-on 2022-03-01\n"
        "  entente query --kind triads --on 2024-01-01\n"
        "  entente query --kind ranking --relation sanctions --rank target --since 2022 --until 2022");
    return {app, [options] { return run_query(*options); }};
}

Command timeline_command(CLI::App& root) {
    return kind_command(
        root, "timeline",
        "How relations between two actors developed: events and a curve of tension and cooperation",
        "development", 2,
        "Examples:\n  entente timeline Russia Ukraine\n  entente timeline CHN USA --since 2018 --format "
        "json");
}

Command path_command(CLI::App& root) {
    return kind_command(
        root, "path", "The shortest chain of relations between two actors", "path", 2,
        "Examples:\n  entente path Cuba Poland\n  entente path PRK NATO --background\n  entente path Cuba "
        "Poland --consecutive");
}

Command changes_command(CLI::App& root) {
    return kind_command(root, "changes", "What began, ended or turned between two days", "changes", 0,
                        "Examples:\n  entente changes --since 2021 --until 2023\n  entente changes --since "
                        "2023-01-01 --actor Niger");
}

Command blocs_command(CLI::App& root) {
    return kind_command(
        root, "blocs", "Blocs of actors that stand together on a day, and how they shifted", "blocs", 0,
        "Examples:\n  entente blocs --on 2024-01-01\n  entente blocs --since 2021-01-01 --until 2024-01-01");
}

Command conflicts_command(CLI::App& root) {
    return kind_command(root, "conflicts", "Claims that contradict each other", "conflicts", 0,
                        "Examples:\n  entente conflicts\n  entente conflicts --between Canada India\n  "
                        "entente conflicts --said-by Russia");
}

}  // namespace entente::cli
