#pragma once

#include <array>

#include "export/diagram.hpp"

namespace entente {

/// The colours of a theme, as `#RRGGBB`. Those of edges are Okabe and Ito's (2008), told apart with the
/// common colour-vision deficiencies.
struct Palette {
    const char* background;
    const char* text;
    const char* quiet;   ///< captions, frames
    const char* border;  ///< of nodes
    const char* node;
    std::array<const char*, 6> continents;  ///< in the order of Continent
    const char* cooperation;
    const char* conflict;
    const char* neutral;
};

const Palette& palette(Theme theme);

const char* colour(const Palette& colours, Polarity polarity);

}  // namespace entente
