#include "extract/actors/detail/strangers.hpp"

#include <algorithm>
#include <functional>
#include <set>
#include <utility>

#include "extract/actors/detail/words.hpp"
#include "extract/language/letters.hpp"
#include "knowledge/table.hpp"

namespace entente::detail {

namespace {

/// "Al-Tamimi" of "Hazim Al-Tamimi": the end of a name, as a surname is.
bool ends_with(const std::vector<Word>& name, const std::vector<Word>& end) {
    return end.size() <= name.size() &&
           std::equal(end.rbegin(), end.rend(), name.rbegin(),
                      [](const Word& a, const Word& b) { return a.folded == b.folded; });
}

/// "Gladkovs" of "Gladkov", whom the article introduced (Dutch).
bool is_genitive(const ArticleView& view, const std::vector<Word>& words) {
    if (view.language != dutch || words.empty()) return false;
    const std::string& folded = words.back().folded;
    return folded.size() > 3 && folded.back() == 's' && !view.strangers.contains(folded) &&
           view.strangers.contains(folded.substr(0, folded.size() - 1));
}

/// The tables' persons of the surname `folded`.
std::vector<std::uint32_t> persons_of_surname(const Lexicon& lexicon, std::string_view folded) {
    std::vector<std::uint32_t> persons;
    const WordId id = lexicon.word(folded);
    const auto node = id == 0 ? std::nullopt : lexicon.step(0, id);
    if (!node) return persons;
    for (const Sense& sense : lexicon.nodes[*node].senses)
        if (sense.form == Form::surname) persons.push_back(sense.index);
    return persons;
}

/// "Alyaksandr Lukashenka": the one person of the tables of that surname whose given name is spelt otherwise.
std::optional<std::uint32_t> same_person(const Lexicon& lexicon, const std::vector<Word>& words) {
    std::optional<std::uint32_t> found;
    for (const std::uint32_t person : persons_of_surname(lexicon, words.back().folded)) {
        const std::vector<Word> name = split_words(lexicon.persons[person].name);
        if (name.size() < 2 || !same_given_name(words.front().folded, name.front().folded)) continue;
        if (found && *found != person) return std::nullopt;
        found = person;
    }
    return found;
}

/// "Li Hui", whose surname stands first as that of Li Qiang does.
bool surname_first(const Lexicon& lexicon, const std::vector<Word>& words) {
    const auto persons = persons_of_surname(lexicon, words.front().folded);
    return std::any_of(persons.begin(), persons.end(), [&](std::uint32_t person) {
        const std::vector<Word> name = split_words(lexicon.persons[person].name);
        return name.size() > 1 && name.front().folded == words.front().folded;
    });
}

/// A hyphen between two words that adjoin it: "Al-Tamimi", which English tokens part.
bool joins_names(const ArticleView& view, std::size_t s, std::size_t t) {
    return t > 0 && t + 1 < view.size(s) && view.token(s, t).form == "-" &&
           view.token(s, t - 1).end == view.token(s, t).begin &&
           view.token(s, t).end == view.token(s, t + 1).begin && view.capital(s, t + 1);
}

bool covered(const ArticleView& view, std::size_t s, std::size_t t, std::span<const Draft> drafts) {
    for (const Draft& draft : drafts)
        if (draft.mention.first <= t && t < draft.mention.last) return true;
    if (joins_names(view, s, t + 1)) return false;  // "Johnson-Freese", whoever Johnson is
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

const Stranger* stranger_named(const ArticleView& view, const std::vector<Word>& words) {
    if (words.empty()) return nullptr;
    auto known = view.strangers.find(words.back().folded);
    if (known == view.strangers.end() && is_genitive(view, words)) {
        std::vector<Word> name = words;
        name.back().folded.pop_back();
        return stranger_named(view, name);
    }
    if (known == view.strangers.end()) return nullptr;
    const std::vector<Word> name = split_words(known->second.participant.name);
    if (words.size() > 1 && !ends_with(name, words)) return nullptr;
    // "Li" is Li Hui, whatever was learnt of him since.
    if (const auto whole = view.strangers.find(name.back().folded);
        whole != view.strangers.end() && whole->second.participant.id == known->second.participant.id)
        known = whole;
    return &known->second;
}

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
    const Stranger* known = stranger_named(view, words);
    if (known != nullptr &&
        (words.size() == 1 || known->participant.id != person.id || person.state.empty())) {
        Participant again = known->participant;
        if (again.state.empty() && !person.state.empty()) {
            again.state = person.state;
            remember_state(view, again);
        }
        again.mention = text;
        return again;
    }
    if (words.size() > 1) {
        if (const auto index = same_person(view.lexicon, words)) {
            view.introduced.push_back(*index);
            Participant person_known =
                view.lexicon.participant(view.lexicon.persons[*index], view.article.published);
            person_known.mention = text;
            return person_known;
        }
        if (surname_first(view.lexicon, words)) view.strangers[words.front().folded] = {person, ' '};
    }
    view.strangers[words.back().folded] = {person, ' '};
    return person;
}

void remember_state(ArticleView& view, const Participant& person) {
    const std::vector<Word> words = split_words(person.name);
    if (words.empty()) return;
    if (const auto known = view.strangers.find(words.back().folded); known != view.strangers.end())
        known->second.participant.state = person.state;
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
        const Stranger* known = stranger_named(view, words);
        const bool article_before = t > 0 && (view.context(s, t - 1) & determiner) != 0;
        if (known != nullptr) {
            Participant person = known->participant;
            person.mention = view.span(s, t, end);
            drafts.push_back(draft_of(view, s, t, end, std::move(person)));
            drafts.back().genitive = is_genitive(view, words);
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
    while (t < view.size(s) && t < first + 8) {
        const Token& token = view.token(s, t);
        if (t > first && joins_names(view, s, t)) {
            end = t += 2;
            continue;
        }
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
            // "Al" alone is no name.
            if (!is_name_particle(lower_case(token.form))) end = t + 1;
            ++t;
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
