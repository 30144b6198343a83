#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/article.hpp"
#include "graph/claim.hpp"
#include "graph/merge.hpp"

/// Tiny worlds: one line is one article with one claim.
///
///     2022-02-24  RUS  ASSAULT  UKR  at_war   published=2022-02-25 by=ANP text=Russia invaded Ukraine.
///
/// Columns: valid time (`?`: not resolved; `2010..2012`, `2014..`: an interval), source, event type
/// (`TYPE/mode[context]`), target, relation (`-`: none). Sources and targets may be lists (`FRA+DEU`). Then
/// any of published=, by=, modality=, place=, quantity=, confidence=, url=; text= takes the rest of the line
/// and is the article.
namespace entente::world {

struct Reported {
    Article article;
    Claim claim;
};

std::vector<Reported> read(std::string_view lines);

/// The graph of a world whose claims are all on one pair.
PairGraph merged(const std::vector<Reported>& world);

/// One line for each relation, sorted: `RUS at_war UKR since 2022-02-24`, then what deviates: `(denied)`,
/// `ended_by peace_agreement`, `stage signed`.
std::vector<std::string> relations(const PairGraph& graph);
std::vector<std::string> lines_of(const std::vector<Relation>& relations);

}  // namespace entente::world
