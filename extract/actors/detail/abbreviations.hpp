#pragma once

#include <cstddef>
#include <span>

#include "extract/actors/detail/article_view.hpp"

namespace entente::detail {

/// Remembers in `view` the abbreviations that stand in brackets behind bodies, groups and states in sentence
/// `s` ("the Korean People's Army (KPA)", "Iran's Atomic Energy Organization (AEOI)"): capitals, each of
/// which begins a word of the name; not "Macron (AFP)". `drafts` are the mentions of the sentence.
void learn_abbreviations(ArticleView& view, std::size_t s, std::span<const Draft> drafts);

}  // namespace entente::detail
