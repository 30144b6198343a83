#pragma once

#include <string>
#include <vector>

#include <CLI/App.hpp>

#include "queries/query.hpp"

namespace entente::cli {

/// The options that say which part of the graph is meant: the same for query, timeline, changes, export …
struct FilterOptions {
    std::vector<std::string> relations;
    std::vector<std::string> events;
    std::vector<std::string> actors;
    std::vector<std::string> sources;
    std::vector<std::string> targets;
    std::vector<std::string> between;
    std::string between_name = "--between";  ///< what the two are called in messages
    std::string since;
    std::string until;
    std::string on;
    std::string known_on;
    std::string stored_on;
    double min_confidence = 0.0;
    std::vector<std::string> modalities;
    std::vector<std::string> publishers;
    bool background = false;
    bool planned = false;
    std::size_t limit = 0;

    void add_to(CLI::App& app);
    /// Sources, targets and filter of a query; names become ids. Throws Failure (status 2) that names the
    /// option, with did-you-mean for names.
    Query query() const;
};

/// The actor of that name, code, demonym or id. Throws Failure (status 2) with did-you-mean.
ActorId actor_option(const std::string& option, const std::string& name);

}  // namespace entente::cli
