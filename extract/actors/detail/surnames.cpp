#include "extract/actors/detail/surnames.hpp"

#include <algorithm>
#include <chrono>
#include <vector>

namespace entente::detail {

namespace {

bool near_office(const ArticleView& view, std::uint32_t person) {
    if (!view.article.published) return false;
    const auto years = std::chrono::days(4 * 366);
    for (const Term& term : view.lexicon.persons[person].terms)
        if (term.start - years <= *view.article.published && term.end &&
            *term.end + years > *view.article.published)
            return true;
    return false;
}

int rank(const Term& term) {
    if (term.office == "head_of_state" || term.office == "supreme_leader") return 3;
    if (term.office == "head_of_government") return 2;
    return 1;
}

const RoleEntry* role_before(const ArticleView& view, std::size_t s, const Match& match) {
    const Match* before = match.first == 0 ? nullptr : view.matched[s].match_to(match.first);
    if (before == nullptr) return nullptr;
    for (const Sense& sense : before->senses)
        if (sense.form == Form::role) return &view.lexicon.roles[sense.index];
    return nullptr;
}

bool holds(const ArticleView& view, std::uint32_t person, const RoleEntry& role) {
    const std::vector<Term>& terms = view.lexicon.persons[person].terms;
    return !role.office.empty() && std::any_of(terms.begin(), terms.end(),
                                               [&](const Term& term) { return term.office == role.office; });
}

const AmbiguousEntry* ambiguous_entry(const ArticleView& view, const Match& match) {
    return match.ambiguous < 0 ? nullptr : &view.lexicon.ambiguous[static_cast<std::size_t>(match.ambiguous)];
}

/// How well a person fits; more is better.
int points_of(const ArticleView& view, std::uint32_t index, const RoleEntry* role,
              const AmbiguousEntry* ambiguous) {
    const PersonEntry& person = view.lexicon.persons[index];
    const Term& term = view.lexicon.term(person, view.article.published);
    int points = rank(term);
    if (in_office(view, index))
        points += 8;
    else if (near_office(view, index))
        points += 3;
    if (view.named.contains(term.actor)) points += 3;
    if (role != nullptr && holds(view, index, *role)) points += 6;
    if (ambiguous != nullptr && ambiguous->preferred == person.id) points += 4;
    return points;
}

/// A surname that is also a word or a first name, without a title: a holder of an office that day, as a name
/// by itself.
bool stands_as_name(const ArticleView& view, std::size_t s, const Match& match, std::uint32_t person) {
    const bool in_phrase = match.first > 0 && view.token(s, match.first - 1).upos == Upos::adp;
    const bool number = match.last < view.size(s) && view.token(s, match.last).upos == Upos::num;
    return in_office(view, person) && view.token(s, match.first).upos == Upos::propn && !in_phrase && !number;
}

/// "Shah Abbas I": a ruler of old; "Su-35": no person at all.
bool is_numbered(const ArticleView& view, std::size_t s, const Match& match) {
    if (match.last >= view.size(s)) return false;
    const Token& behind = view.token(s, match.last);
    const std::string& next = behind.form;
    if (next.starts_with('-') && behind.begin == view.token(s, match.last - 1).end) {
        // "the Biden-Xi summit" has two.
        const std::vector<Match>& matches = view.matched[s].matches;
        return std::none_of(matches.begin(), matches.end(), [&](const Match& other) {
            return other.first == match.last + 1 && other.has(Form::surname);
        });
    }
    return !next.empty() && next.find_first_not_of("IVX") == std::string::npos;
}

}  // namespace

bool in_office(const ArticleView& view, std::uint32_t person) {
    if (!view.article.published) return false;
    for (const Term& term : view.lexicon.persons[person].terms)
        if (term.start <= *view.article.published && (!term.end || *term.end > *view.article.published))
            return true;
    return false;
}

bool titled(const ArticleView& view, std::size_t s, const Match& match) {
    if (match.first == 0) return false;
    if ((view.context(s, match.first - 1) & (title | title_m | title_f)) != 0) return true;
    const Match* before = view.matched[s].match_to(match.first);
    return before != nullptr && before->has(Form::role);
}

std::optional<std::uint32_t> person_of_surname(const ArticleView& view, std::size_t s, const Match& match,
                                               std::span<const Sense> senses) {
    std::vector<std::uint32_t> candidates;
    for (const Sense& sense : senses)
        if (sense.form == Form::surname || sense.form == Form::person) candidates.push_back(sense.index);
    const RoleEntry* role = role_before(view, s, match);
    // "President Clinton" is no secretary of state of that name.
    if (const auto held = [&](std::uint32_t person) { return role != nullptr && holds(view, person, *role); };
        std::any_of(candidates.begin(), candidates.end(), held))
        std::erase_if(candidates, [&](std::uint32_t person) { return !held(person); });
    const auto is_candidate = [&](std::uint32_t person) {
        return std::find(candidates.begin(), candidates.end(), person) != candidates.end();
    };
    // Whom the article named last, else whom it will name.
    for (auto known = view.met.rbegin(); known != view.met.rend(); ++known)
        if (is_candidate(*known) &&
            std::find(view.introduced.begin(), view.introduced.end(), *known) != view.introduced.end())
            return *known;
    for (auto known = view.introduced.rbegin(); known != view.introduced.rend(); ++known)
        if (is_candidate(*known)) return *known;
    if (is_numbered(view, s, match)) return std::nullopt;
    // "Luitenant Cameron" is nobody who held an office.
    if (role != nullptr && role->acts != Acts::yes) return std::nullopt;
    const AmbiguousEntry* ambiguous = ambiguous_entry(view, match);
    int best = 0;
    std::optional<std::uint32_t> winner;
    bool tie = false;
    for (const std::uint32_t candidate : candidates) {
        const int points = points_of(view, candidate, role, ambiguous);
        if (points > best) {
            best = points;
            winner = candidate;
            tie = false;
        } else if (points == best && winner) {
            const Term& a = view.lexicon.persons[*winner].terms.back();
            const Term& b = view.lexicon.persons[candidate].terms.back();
            tie = a.actor != b.actor;
            if (!tie && b.start > a.start) winner = candidate;
        }
    }
    if (!winner || tie) return std::nullopt;
    if (titled(view, s, match)) return winner;
    const bool plausible = view.article.published ? in_office(view, *winner) || near_office(view, *winner)
                                                  : candidates.size() == 1 || best >= 5;
    if (!plausible) return std::nullopt;
    const bool maybe_word = ambiguous != nullptr && (ambiguous->maybe_word || ambiguous->maybe_person);
    if (maybe_word && !stands_as_name(view, s, match, *winner)) return std::nullopt;
    return winner;
}

}  // namespace entente::detail
