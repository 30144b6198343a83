#pragma once

#include <string>
#include <vector>

#include "export/names.hpp"
#include "graph/selection.hpp"

namespace entente {

/// What a picture does not show of its selection, because it could not be read.
struct LeftOut {
    std::size_t actors = 0;
    std::size_t ties = 0;  ///< merged edges
    std::size_t relations = 0;
    std::size_t years = 0;
};

/// The lines below a picture: what was left out, if anything, and where it all comes from.
std::vector<std::string> caption_of(const Selection& selection, const LeftOut& left_out, const Names& names);

}  // namespace entente
