#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "extract/events/matcher.hpp"
#include "extract/events/quotations.hpp"
#include "extract/events/standing.hpp"
#include "extract/time/time_mention.hpp"
#include "graph/claim.hpp"

namespace entente {

/// An event of one sentence, before it becomes a claim.
struct FoundEvent {
    EventCode code;
    std::string relation;
    Modality modality = Modality::asserted;
    std::vector<Party> source;
    std::vector<Party> target;
    std::optional<Speaker> speaker;
    const TimeMention* time = nullptr;
    std::string place;
    std::optional<Quantity> quantity;
    int trigger = -1;           ///< the word of the frame
    int node = -1;              ///< the word of the act, where the event became one; else the trigger
    std::vector<int> required;  ///< further words that name it ("sanctions" of "impose sanctions")
    std::vector<int> passed;    ///< the words above that were climbed through
    bool transformed = false;
    bool hearsay = false;  ///< doubtful only because it is hearsay
    bool stance = false;   ///< what the speaker does by saying it: stances.hpp
    double confidence = 0.0;
    std::optional<std::size_t> evidence_begin;  ///< where the sentence begins that names its other party
    std::vector<std::string> how;               ///< for the trace
};

/// The events of a sentence, duplicates collapsed, by position of their trigger. `quotations`
/// has taken this sentence, which begins at the byte `begin` of the article's text. `earlier` holds the
/// events of the sentence before, and then those of this one. `notes`, if not null, gets what was tried and
/// did not fit.
std::vector<FoundEvent> events_of(const SentenceView& view, std::span<const TimeMention> times,
                                  std::size_t sentence, std::size_t begin, const QuotationTracker& quotations,
                                  EarlierEvents& earlier, std::vector<std::string>* notes);

}  // namespace entente
