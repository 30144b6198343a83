#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "extract/events/attribution.hpp"

namespace entente {

/// Follows quotation marks through an article, and who speaks between them: over several sentences, and where
/// the speaker is named only before or behind (“One. Two,” X said. “Three.”). Marks of different kinds do not
/// close one another, straight ones open or close by the space around them, and a mark that nobody closed
/// ends with its paragraph. One per article; feed the sentences in order.
class QuotationTracker {
 public:
    /// Takes the next sentence. `begins_paragraph`: a blank line stands before it.
    void next(const SentenceView& view, bool begins_paragraph);
    /// Who speaks the word `node` of this sentence; null if it stands in no quotation, or its speaker is not
    /// known (yet).
    const Speaker* speaker_at(int node) const;
    /// Whether `node` stands in a quotation whose speaker may be named by a sentence to come.
    bool awaits_speaker(int node) const;
    /// Who speaks the quotation that was open, its speaker not known, when this sentence began; null if this
    /// sentence does not say so.
    const Speaker* revealed() const { return revealed_ ? &*revealed_ : nullptr; }
    /// Whether that quotation ended without a speaker.
    bool given_up() const { return given_up_; }

 private:
    void mark_quoted(const SentenceView& view);

    enum class Mark { none, straight, curly, low, angle, single };

    std::optional<Speaker> speaker_;  ///< of the quotation that is open, or that the last sentence closed
    std::optional<Speaker> revealed_;
    std::vector<bool> quoted_;  ///< by token of this sentence
    Mark open_ = Mark::none;    ///< at the end of this sentence
    bool given_up_ = false;
    std::size_t sentences_ = 0;  ///< since it was opened
};

}  // namespace entente
