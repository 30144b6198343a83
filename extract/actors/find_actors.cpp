#include "extract/actors/find_actors.hpp"

#include <algorithm>

#include "extract/actors/detail/abbreviations.hpp"
#include "extract/actors/detail/article_view.hpp"
#include "extract/actors/detail/discourse.hpp"

namespace entente {

namespace {

/// Longer "sentences" are no sentences; they are passed over, since the work grows with the square of the
/// length.
constexpr std::size_t max_tokens = 1000;

using detail::ArticleView;
using detail::Draft;

/// A sentence about sport: states are teams there.
bool is_sport(const ArticleView& view, std::size_t s) {
    const detail::MatchedSentence& matched = view.matched[s];
    int hints = 0;
    std::size_t match = 0;
    for (std::size_t p = 0; p < matched.pieces.size(); ++p) {
        while (match < matched.matches.size() && matched.matches[match].piece_last <= p) ++match;
        // "Arab League" is no league.
        if (match < matched.matches.size() && matched.matches[match].piece_first <= p &&
            !matched.matches[match].has(detail::Form::role))
            continue;
        const std::uint32_t context = view.lexicon.context(view.language, matched.pieces[p].word);
        const Upos upos = view.token(s, matched.pieces[p].token).upos;
        if (upos == Upos::verb || upos == Upos::aux) continue;
        if ((context & detail::sport) != 0) return true;
        if ((context & detail::sport_hint) != 0) ++hints;
    }
    return hints >= 2;
}

/// Adds `mention` to `mentions`; what stands in one word with the last of them is one mention of several
/// actors: "het Duits-Franse verdrag".
void add_mention(ActorMention mention, std::vector<ActorMention>& mentions) {
    const bool pair = !mentions.empty() && mention.kind == MentionKind::demonym &&
                      mentions.back().kind == MentionKind::demonym &&
                      mentions.back().sentence == mention.sentence &&
                      mentions.back().first == mention.first && mentions.back().last == mention.last &&
                      mention.last == mention.first + 1;
    if (!pair) {
        mentions.push_back(std::move(mention));
        return;
    }
    std::vector<Participant>& actors = mentions.back().actors;
    for (Participant& actor : mention.actors) {
        const bool known =
            std::any_of(actors.begin(), actors.end(), [&](const Participant& a) { return a.id == actor.id; });
        if (!known) actors.push_back(std::move(actor));
    }
}

}  // namespace

std::vector<ActorMention> find_actors(const Article& article, std::span<const Sentence> sentences,
                                      const Gazetteer& gazetteer) {
    const detail::Lexicon& lexicon = gazetteer.lexicon();
    ArticleView view{article, sentences, lexicon, article.language == "nl" ? detail::dutch : detail::english,
                     {},      {},        {},      {},
                     {},      {},        {}};
    view.present.assign(lexicon.words.size() + 1, 0);
    for (const Sentence& sentence : sentences) {
        view.matched.push_back(detail::match_sentence(sentence, lexicon, view.language));
        for (const detail::Piece& piece : view.matched.back().pieces) view.present[piece.word] = 1;
        for (const detail::Match& match : view.matched.back().matches)
            for (const detail::Sense& sense : match.senses)
                if (sense.form == detail::Form::person) {
                    std::erase(view.introduced, sense.index);
                    view.introduced.push_back(sense.index);
                }
    }
    view.present[0] = 0;

    std::vector<ActorMention> mentions;
    detail::Discourse discourse(view);
    for (std::size_t s = 0; s < sentences.size(); ++s) {
        if (sentences[s].tokens.size() > max_tokens) continue;
        std::vector<Draft> drafts = detail::find_names(view, s);
        detail::find_roles(view, s, drafts);
        discourse.resolve(s, drafts);
        detail::learn_abbreviations(view, s, drafts);
        const bool sport = !drafts.empty() && is_sport(view, s);
        for (Draft& draft : drafts) {
            draft.mention.private_party = draft.mention.private_party || sport;
            add_mention(std::move(draft.mention), mentions);
        }
    }
    return mentions;
}

}  // namespace entente
