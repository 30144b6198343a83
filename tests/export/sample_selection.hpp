#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "graph/selection.hpp"

namespace entente::sample {

/// A row of a tiny world: who, what, to whom, from and to ("2022", "2022-03", "" is open), how many
/// independent sources, modality.
struct Tie {
    const char* source;
    const char* relation;
    const char* target;
    const char* from = "";
    const char* to = "";
    unsigned origins = 1;
    Modality modality = Modality::asserted;
};

/// The selection that holds these ties, with an event, a claim, its quote and its article for each. Actors
/// and relations are looked up in knowledge/. Sorted as selections are.
Selection selection(const std::vector<Tie>& ties);

/// Five states and one war.
Selection small();
/// About 35 actors and 80 relations between 2014 and 2026, as news has them.
Selection usual();
/// Most of Europe and its neighbours: crowded on a map.
Selection europe();
/// `actors` states, `relations` relations between them, drawn by a fixed pseudo-random sequence.
Selection large(std::size_t actors, std::size_t relations);
/// An actor N000, N001, … for each text, each related to the next, with the text wherever one can stand; all
/// texts are in the title. At least two.
Selection hostile(const std::vector<std::string>& texts);

}  // namespace entente::sample
