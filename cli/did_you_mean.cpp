#include "cli/did_you_mean.hpp"

#include <algorithm>

#include "queries/edit_distance.hpp"

namespace entente::cli {

std::string did_you_mean(const std::string& word, const std::vector<std::string>& known) {
    const std::string* best = nullptr;
    std::size_t fewest = std::max<std::size_t>(1, word.size() / 3) + 1;
    for (const std::string& candidate : known) {
        const std::size_t edits = edit_distance(word, candidate);
        if (edits < fewest || (best == nullptr && word.size() > 2 && candidate.starts_with(word))) {
            best = &candidate;
            fewest = std::min(edits, fewest);
        }
    }
    if (best != nullptr) {
        return "did you mean " + *best + "?";
    }
    std::string all;
    for (const std::string& candidate : known) {
        all += all.empty() ? "" : ", ";
        all += candidate;
    }
    return "there are " + all;
}

}  // namespace entente::cli
