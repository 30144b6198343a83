#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "extract/language/sentence.hpp"
#include "extract/time/time_mention.hpp"
#include "graph/interval.hpp"

namespace entente {

/// The times that `sentences` (those of one article, in order) name, in text order; mentions do not overlap.
///
/// Resolved against `published`: a weekday is the latest one up to and including that day, or the coming one
/// where the words or the tense of its verb look ahead ("next", "will", a present tense); a day or month
/// without year is the nearest such up to that day, likewise; "last month" is the whole month before, "this
/// week" Monday to Sunday, a summer June to August; "two weeks later" counts from the time named before it.
/// Without `published` these are unresolved, but for what a time named before them decides; absolute dates
/// always are resolved. `language` is "nl", or else English; the words are in
/// knowledge/time_words.LANGUAGE.tsv. Deterministic; thread-safe. Throws KnowledgeError where that table is
/// wrong (at the first call).
std::vector<TimeMention> find_times(std::span<const Sentence> sentences, std::optional<Day> published,
                                    std::string_view language);

}  // namespace entente
