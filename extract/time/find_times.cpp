#include "extract/time/find_times.hpp"

#include "extract/time/time_reader.hpp"

namespace entente {

namespace {

/// Longer "sentences" are no sentences; they are passed over, since the work may grow with the square of the
/// length.
constexpr std::size_t max_tokens = 1000;

}  // namespace

std::vector<TimeMention> find_times(std::span<const Sentence> sentences, std::optional<Day> published,
                                    std::string_view language) {
    std::vector<TimeMention> mentions;
    detail::TimeReader reader(published, detail::time_words(language), language == "nl");
    for (std::size_t s = 0; s < sentences.size(); ++s)
        if (sentences[s].tokens.size() <= max_tokens) reader.sentence(s, sentences[s], mentions);
    return mentions;
}

}  // namespace entente
