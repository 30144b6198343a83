#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "extract/actors/detail/article_view.hpp"

namespace entente::detail {

/// Whether `person` (an index into Lexicon::persons) held an office on the day of the article; no where it
/// has none.
bool in_office(const ArticleView& view, std::uint32_t person);

/// A title or an office stands right before the name: "President Bush", "minister Rice", "Mr Li".
bool titled(const ArticleView& view, std::size_t s, const Match& match);

/// Which person (an index into Lexicon::persons) the surname `match` in sentence `s` stands for, among the
/// `senses` that are left of it: who was introduced by full name, else who fits best by office, day and what
/// the article names. Empty where that is nobody or several.
std::optional<std::uint32_t> person_of_surname(const ArticleView& view, std::size_t s, const Match& match,
                                               std::span<const Sense> senses);

}  // namespace entente::detail
