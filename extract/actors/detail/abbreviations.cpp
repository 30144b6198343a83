#include "extract/actors/detail/abbreviations.hpp"

#include <algorithm>
#include <string>

#include "extract/actors/detail/words.hpp"

namespace entente::detail {

namespace {

bool opens(std::string_view form) { return form == "(" || form == "["; }
bool closes(std::string_view form) { return form == ")" || form == "]"; }

/// Whether each letter of `abbreviation` (ASCII capitals, two to six) begins a word of its own.
bool abbreviates(std::string_view abbreviation, std::string_view name) {
    if (abbreviation.size() < 2 || abbreviation.size() > 6) return false;
    std::string initials;
    for (const Word& word : split_words(name)) initials += word.folded.front();
    for (const char capital : abbreviation) {
        if (capital < 'A' || capital > 'Z') return false;
        const auto initial = initials.find(static_cast<char>(capital | 0x20));
        if (initial == std::string::npos) return false;
        initials.erase(initial, 1);
    }
    return true;
}

}  // namespace

void learn_abbreviations(ArticleView& view, std::size_t s, std::span<const Draft> drafts) {
    for (const Draft& draft : drafts) {
        const std::size_t last = draft.mention.last;
        const bool named = draft.mention.kind == MentionKind::name || draft.mention.kind == MentionKind::role;
        if (!named || draft.mention.actors.size() != 1 || last + 2 >= view.size(s) ||
            draft.mention.actors.front().kind == ActorKind::person || !opens(view.token(s, last).form) ||
            !closes(view.token(s, last + 2).form))
            continue;
        const std::string& abbreviation = view.token(s, last + 1).form;
        if (abbreviates(abbreviation, view.span(s, draft.mention.first, last).text))
            view.abbreviations[abbreviation] = {draft.mention.actors, draft.mention.private_party};
    }
}

}  // namespace entente::detail
