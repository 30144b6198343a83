#pragma once

#include <map>
#include <string>
#include <vector>

#include "graph/actor.hpp"
#include "graph/article.hpp"
#include "graph/claim.hpp"
#include "graph/relation.hpp"

namespace entente {

/// What a claim rests on, as exports and `entente evidence` show it.
struct Source {
    std::string article;  ///< Article::id
    std::string title;
    std::string url;
    std::string publisher;
    std::string language;
    std::optional<Day> published;
    bool operator==(const Source&) const = default;
};

/// A part of the graph as plain values: what `queries` selects and `export` draws. Everything that a member
/// refers to by id is in the selection too. All vectors are sorted by id.
struct Selection {
    std::string title;  ///< "Relations, 2022-01-01 to 2024-12-31"
    Interval period;    ///< what was asked for; open if everything
    std::vector<Actor> actors;
    std::vector<Relation> relations;
    std::vector<Event> events;
    std::vector<Claim> claims;
    std::vector<Source> sources;
    std::size_t left_out = 0;  ///< relations that matched but were not taken, when there was a limit
};

}  // namespace entente
