#pragma once

#include "extract/events/matcher.hpp"
#include "extract/events/standing.hpp"

namespace entente {

/// How sure a claim is, 0 to 1: the product of a few penalties (how the parties were found, how specific the
/// row of the lexicon is, what the parser left in doubt), then brought to the share of right claims that was
/// measured in its bin on annotated sentences. docs/accuracy.md shows the bins.
double confidence_of(const SentenceView& view, const FrameMatch& match, const Standing& standing);

/// The same for a product of penalties that was computed elsewhere.
double calibrated(double product);

}  // namespace entente
