#include "extract/events/confidence.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace entente {

namespace {

/// The weakest link of a side.
double quality_of(const std::vector<Party>& parties) {
    double lowest = 1.0;
    for (const Party& party : parties) {
        double quality = party.quality;
        if (party.mention->private_party) quality *= 0.9;
        if (party.via_place) quality *= 0.8;
        lowest = std::min(lowest, quality);
    }
    return lowest;
}

double specificity_of(const Frame& frame) {
    if (frame.rank >= 10) return 1.0;
    if (frame.rank < 0) return 0.85;  // a wider reading of a common verb
    return frame.conditions.empty() ? 0.92 : 0.97;
}

}  // namespace

double calibrated(double product) {
    // Product of penalties -> measured share of right claims, linear in between.
    constexpr std::array<std::pair<double, double>, 5> curve{
        {{0.0, 0.3}, {0.4, 0.58}, {0.6, 0.74}, {0.8, 0.85}, {1.0, 0.94}}};
    for (std::size_t i = 1; i < curve.size(); ++i) {
        const auto [x0, y0] = curve[i - 1];
        const auto [x1, y1] = curve[i];
        if (product <= x1) return y0 + (y1 - y0) * (std::max(product, x0) - x0) / (x1 - x0);
    }
    return curve.back().second;
}

double confidence_of(const SentenceView& view, const FrameMatch& match, const Standing& standing) {
    double product = quality_of(standing.source) * quality_of(standing.target) * specificity_of(*match.frame);
    if (match.frame->pos != Upos::verb) product *= 0.95;
    if (standing.transformed) product *= 0.95;
    if (standing.modality != Modality::asserted && standing.modality != Modality::promised) product *= 0.9;
    if (view.tree.size() > 60) product *= 0.9;  // the parser errs more in long sentences
    return calibrated(product);
}

}  // namespace entente
