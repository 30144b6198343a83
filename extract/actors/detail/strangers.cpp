#include "extract/actors/detail/strangers.hpp"

#include <algorithm>
#include <functional>
#include <set>
#include <utility>

#include "extract/actors/detail/words.hpp"
#include "knowledge/table.hpp"

namespace entente::detail {

namespace {

bool covered(const ArticleView& view, std::size_t s, std::size_t t, std::span<const Draft> drafts) {
    for (const Draft& draft : drafts)
        if (draft.mention.first <= t && t < draft.mention.last) return true;
    for (const Match& match : view.matched[s].matches)
        if (match.first <= t && t < match.last) return true;
    return false;
}

/// A person by name alone, who is a private party where nothing ties him to a state.
Draft draft_of(const ArticleView& view, std::size_t s, std::size_t first, std::size_t last,
               Participant person) {
    Draft draft;
    draft.mention = view.mention(s, first, last);
    draft.mention.kind = MentionKind::name;
    draft.mention.private_party = person.state.empty();
    draft.mention.actors = {std::move(person)};
    draft.form = Form::person;
    draft.person = true;
    return draft;
}

}  // namespace

bool is_name_particle(std::string_view form) {
    static const std::set<std::string, std::less<>> particles = [] {
        const Table table = Table::load("name_particles.tsv");
        std::set<std::string, std::less<>> words;
        for (std::size_t row = 0; row < table.size(); ++row) words.insert(table.cell(row, "particle"));
        return words;
    }();
    return particles.contains(form);
}

Participant introduce_stranger(ArticleView& view, std::size_t s, std::size_t first, std::size_t last,
                               const std::vector<Participant>& actors, const std::string& role_text) {
    const TextSpan text = view.span(s, first, last);
    const std::vector<Word> words = split_words(text.text);
    Participant person{"person:" + slug(text.text),
                       text.text,
                       ActorKind::person,
                       actors.empty() ? ActorId() : actors.front().state,
                       role_text,
                       text};
    if (words.empty()) return person;
    const auto found = view.strangers.find(words.back().folded);
    if (found != view.strangers.end() && words.size() == 1) {
        Participant known = found->second.participant;
        if (known.state.empty() && !person.state.empty())
            known.state = found->second.participant.state = person.state;
        known.mention = text;
        return known;
    }
    view.strangers[words.back().folded] = {person, ' '};
    return person;
}

void find_strangers(ArticleView& view, std::size_t s, std::vector<Draft>& drafts) {
    for (std::size_t t = 0; t < view.size(s); ++t) {
        if (view.token(s, t).upos != Upos::propn || !view.capital(s, t) || covered(view, s, t, drafts))
            continue;
        if ((view.context(s, t) & (title | title_m | title_f)) != 0) continue;
        const std::size_t end = person_name_end(view, s, t, drafts);
        if (end == t) continue;
        const std::vector<Word> words = split_words(view.span(s, t, end).text);
        // "het dorp Kfar Sjoeba", a dateline: no person.
        const bool noun_before = t > 0 && view.token(s, t - 1).upos == Upos::noun;
        const bool shouted = std::all_of(words.begin(), words.end(), [](const Word& w) { return w.upper; });
        const auto known = words.empty() ? view.strangers.end() : view.strangers.find(words.back().folded);
        const bool article_before = t > 0 && (view.context(s, t - 1) & determiner) != 0;
        const bool same = known != view.strangers.end() &&
                          (words.size() == 1 ||
                           known->second.participant.id == "person:" + slug(view.span(s, t, end).text));
        if (same) {
            Participant person = known->second.participant;
            person.mention = view.span(s, t, end);
            drafts.push_back(draft_of(view, s, t, end, std::move(person)));
        } else if (end >= t + 2 && !article_before && !noun_before && !shouted &&
                   view.subject(s, view.head(s, t, end)) &&
                   !(t > 0 && view.token(s, t - 1).upos == Upos::adp)) {
            drafts.push_back(draft_of(view, s, t, end, introduce_stranger(view, s, t, end, {}, "")));
        }
        t = end - 1;
    }
}

std::size_t person_name_end(const ArticleView& view, std::size_t s, std::size_t first,
                            std::span<const Draft> drafts) {
    std::size_t t = first;
    std::size_t end = first;
    while (t < view.size(s) && t < first + 6) {
        const Token& token = view.token(s, t);
        if ((view.context(s, t) & calendar) != 0) break;
        const bool named = std::any_of(drafts.begin(), drafts.end(), [&](const Draft& draft) {
            return draft.mention.first <= t && t < draft.mention.last && draft.form != Form::surname &&
                   draft.form != Form::person && draft.form != Form::adjective;
        });
        if (named) break;
        const bool role = std::any_of(
            view.matched[s].matches.begin(), view.matched[s].matches.end(), [&](const Match& match) {
                return match.first <= t && t < match.last &&
                       ((match.has(Form::role) && t == first) || match.has(Form::nothing));
            });
        if (role) break;
        if (view.capital(s, t) && (token.upos == Upos::propn || (t > first && token.upos == Upos::x))) {
            end = ++t;
            continue;
        }
        if (is_name_particle(token.form) && t > first && t + 1 < view.size(s)) {
            ++t;
            continue;
        }
        break;
    }
    return end;
}

}  // namespace entente::detail
