// Whom pronouns and definite phrases stand for: the referents that suit them, by how prominent they are.
#include <algorithm>
#include <map>

#include "extract/actors/detail/discourse.hpp"
#include "extract/actors/detail/words.hpp"

namespace entente::detail {

const Discourse::Referent* Discourse::person(std::size_t s, std::size_t token, char gender,
                                             bool possessive) const {
    const Referent* best = nullptr;
    int most = 0;
    const std::size_t antecedent = relative_head(s, token);
    const ActorId excluded = possessive ? ActorId() : own_subject(s, token);
    for (const Referent& referent : recent(s, 3)) {
        if (!referent.person || referent.joined || referent.actors.size() != 1) continue;
        if (referent.sentence == s && referent.last > token) continue;
        if (gender != ' ' && referent.gender != ' ' && referent.gender != gender) continue;
        if (!excluded.empty() && referent.actors[0].id == excluded) continue;
        int score = salience(s, referent);
        if (possessive && referent.sentence == s) score += 10;
        if (gender == 'f' && referent.gender == 'f') score += 30;
        if (referent.sentence == s && antecedent >= referent.token && antecedent < referent.last) score += 60;
        // Of the subjects of one sentence the first is the main one; else the last named is nearest.
        if (score > most || (score == most && !referent.subject)) {
            most = score;
            best = &referent;
        }
    }
    // "Smith met the president. He …": Smith, whoever he is.
    if (best != nullptr && gender != 'f' && !possessive && best->sentence != s && !best->subject &&
        !best->reference && has_unknown_subject(best->sentence))
        return nullptr;
    return best;
}

bool Discourse::has_unknown_subject(std::size_t s) const {
    const std::vector<Token>& tokens = view_.sentence(s).tokens;
    for (std::size_t t = 0; t < tokens.size(); ++t) {
        const Token& name = tokens[t];
        const bool main = name.deprel.starts_with("nsubj") && name.upos == Upos::propn && name.head >= 0 &&
                          tokens[static_cast<std::size_t>(name.head)].head < 0;
        if (!main) continue;
        for (const Referent& referent : recent(s, 0)) {
            if (referent.sentence > s) break;
            if (t >= referent.token && t < referent.last) return false;
        }
        return true;
    }
    return false;
}

const Discourse::Referent* Discourse::collective(std::size_t s, std::size_t token, bool possessive) const {
    const Referent* best = nullptr;
    int most = 0;
    std::size_t verb = Draft::none;
    const std::size_t local = local_subject(s, token, verb);
    const std::size_t about = possessive ? blamed(s, token) : Draft::none;
    // "said that Turkey had violated its airspace": not Turkey's.
    const bool harmed = possessive && verb != Draft::none && (view_.context(s, verb) & harm_verb) != 0 &&
                        reported_by_another(s, verb);
    if (!possessive && view_.language == english && means_thing_above(s, token)) return nullptr;
    const std::size_t accuser = possessive ? Draft::none : subject_of_denied(s, token);
    const std::vector<ActorId> excluded = possessive ? std::vector<ActorId>() : own_subjects(s, token);
    for (const Referent& referent : recent(s, 1)) {
        if (referent.sentence == s && accuser >= referent.token && accuser < referent.last) continue;
        const bool accused = accuser != Draft::none && referent.sentence == s && !referent.subject;
        if (harmed && referent.sentence == s && local >= referent.token && local < referent.last) continue;
        if (referent.person || referent.plural || referent.adjective || referent.actors.size() != 1) continue;
        if (s - referent.sentence > 1 || (referent.sentence == s && referent.last > token)) continue;
        if (referent.private_party || referent.place) continue;
        const bool enough =
            referent.subject ||
            ((possessive || !excluded.empty() || accuser != Draft::none) && referent.sentence == s);
        if (!enough || std::find(excluded.begin(), excluded.end(), referent.actors[0].id) != excluded.end())
            continue;
        int score = salience(s, referent) + (accused ? 60 : 0) - (referent.listed ? 30 : 0);
        if (possessive && referent.sentence == s) score += 5;
        // "took Israel to court, accusing it": rather than whom the sentence before was about.
        if (!possessive && !excluded.empty() && referent.sentence == s)
            score += view_.token(s, referent.last - 1).deprel == "obj" ? 25 : 20;
        if (possessive && referent.sentence == s && local >= referent.token && local < referent.last)
            score += 60;
        if (referent.sentence == s && about >= referent.token && about < referent.last) score += 100;
        if (score >= most) {
            most = score;
            best = &referent;
        }
    }
    return best;
}

const Discourse::Referent* Discourse::plural(std::size_t s, std::size_t token) const {
    const Referent* best = nullptr;
    int most = 0;
    for (const Referent& referent : recent(s, 1)) {
        const bool group = referent.actors.size() == 1 && referent.actors[0].kind == ActorKind::armed_group &&
                           !referent.adjective;  // "the rebels said they …"
        if ((!referent.plural && !group) || referent.place) continue;
        if (referent.sentence == s && referent.last > token) continue;
        const int score = salience(s, referent);
        if (score >= most) {
            most = score;
            best = &referent;
        }
    }
    return best;
}

std::vector<Participant> Discourse::several(std::size_t s, std::size_t token, RefKind kind,
                                            std::size_t count) const {
    // "Oman mediated between the two sides": it is none of them.
    const std::vector<ActorId> excluded = own_subjects(s, token);
    const auto fits = [&](const Participant& actor) -> std::optional<Participant> {
        if (std::find(excluded.begin(), excluded.end(), actor.id) != excluded.end()) return std::nullopt;
        if (kind == RefKind::person) {
            if (actor.kind == ActorKind::person) return actor;
            return std::nullopt;
        }
        const auto whom = principal(actor);
        if (kind == RefKind::state && whom && whom->kind != ActorKind::state) return std::nullopt;
        return whom;
    };
    const auto add_fitting = [&](std::vector<Participant>& actors, const Referent& referent) {
        for (const Participant& actor : referent.actors)
            if (const auto whom = fits(actor)) add_distinct(actors, *whom);
    };
    const auto is_before = [&](const Referent& referent) {
        return referent.sentence != s || referent.last <= token;
    };
    const auto group = [&](std::size_t back, bool told_before) -> std::vector<Participant> {
        const std::span<const Referent> among = recent(s, back);
        for (auto referent = among.rbegin(); referent != among.rend(); ++referent) {
            if (referent->actors.size() != count || (told_before && !referent->reference)) continue;
            if (!is_before(*referent)) continue;
            std::vector<Participant> actors;
            add_fitting(actors, *referent);
            if (actors.size() == count) return actors;
        }
        return {};
    };
    if (kind != RefKind::collective)
        if (auto actors = group(3, false); !actors.empty()) return actors;
    if (auto actors = group(long_memory, true); !actors.empty()) return actors;
    if (kind == RefKind::person)  // the last persons spoken of, where they are just so many
        for (std::size_t back = 0; back <= 3; ++back) {
            std::vector<Participant> persons;
            for (const Referent& referent : recent(s, back))
                if (is_before(referent) && referent.person && !referent.joined)
                    add_fitting(persons, referent);
            if (persons.size() == count) return persons;
            if (persons.size() > count) break;
        }
    // Else the two whom the article is about: named most often so far, by a lead over the third.
    std::vector<Participant> most_named;
    std::size_t lead = 0;
    if (count == 2) {
        std::vector<std::pair<Participant, std::size_t>> counts;
        for (const Referent& referent : recent(s, long_memory)) {
            if (referent.joined || !is_before(referent)) continue;
            for (const Participant& actor : referent.actors) {
                const auto whom = fits(actor);
                if (!whom) continue;
                const auto known = std::find_if(counts.begin(), counts.end(), [&](const auto& entry) {
                    return entry.first.id == whom->id;
                });
                if (known == counts.end())
                    counts.emplace_back(*whom, 1);
                else
                    ++known->second;
            }
        }
        std::stable_sort(counts.begin(), counts.end(),
                         [](const auto& a, const auto& b) { return a.second > b.second; });
        if (counts.size() >= count) {
            most_named = {counts[0].first, counts[1].first};
            lead = counts.size() == count ? long_memory : counts[1].second - counts[2].second;
        }
    }
    const bool both_sides = kind == RefKind::collective;  // those of the conflict, unless others stand nearer
    if (lead >= (both_sides ? 3U : 2U)) return most_named;
    if (both_sides)
        if (auto actors = group(3, false); !actors.empty()) return actors;
    if (auto actors = group(long_memory, false); !actors.empty()) return actors;
    if (lead >= 1) return most_named;
    // Else those who acted last, if they are just so many.
    for (std::size_t back = 0; back <= 1; ++back) {
        std::vector<Participant> actors;
        for (const Referent& referent : recent(s, back))
            if (is_before(referent) && !referent.place && !referent.adjective && !referent.private_party)
                add_fitting(actors, referent);
        if (actors.size() == count) return actors;
    }
    return {};
}

std::vector<Participant> Discourse::each(std::size_t s, std::size_t token) const {
    const Referent* best = nullptr;
    for (const Referent& referent : recent(s, 0))
        if (referent.sentence == s && referent.last <= token && referent.actors.size() > 1 &&
            !referent.place && (best == nullptr || referent.subject || !best->subject))
            best = &referent;
    return best == nullptr ? std::vector<Participant>() : best->actors;
}

std::optional<Participant> Discourse::ruled(std::size_t s, std::size_t token) const {
    const std::span<const Referent> before = recent(s, 3);
    for (auto referent = before.rbegin(); referent != before.rend(); ++referent) {
        if (referent->actors.size() != 1 || referent->joined || referent->listed) continue;
        if (referent->sentence == s && (referent->last > token || referent->subject)) continue;
        if (const auto whom = principal(referent->actors[0]); whom && whom->kind == ActorKind::state)
            return whom;
    }
    return std::nullopt;
}

std::optional<Participant> Discourse::opposite_of(std::size_t s, std::size_t token,
                                                  const Participant& one) const {
    constexpr std::size_t near = 2;
    std::map<ActorId, std::size_t> counts;
    std::vector<Participant> around;
    bool known = false;
    for (const Referent& referent : recent(s, long_memory)) {
        if (referent.joined || (referent.sentence == s && referent.last > token)) continue;
        for (const Participant& actor : referent.actors) {
            const auto whom = principal(actor);
            if (!whom || whom->kind != ActorKind::state) continue;
            known = known || (whom->id == one.id && referent.sentence != s);
            if (whom->id == one.id) continue;
            ++counts[whom->id];
            if (s - referent.sentence <= near && !referent.adjective) add_distinct(around, *whom);
        }
    }
    if (!known || around.empty()) return std::nullopt;
    if (around.size() == 1) return around.front();
    std::sort(around.begin(), around.end(),
              [&](const Participant& a, const Participant& b) { return counts[a.id] > counts[b.id]; });
    if (counts[around[0].id] < 2 * counts[around[1].id] + 1) return std::nullopt;
    return around.front();
}

std::optional<Participant> Discourse::last_of(const ReferenceEntry& entry, std::string_view noun,
                                              bool nearest, const std::vector<ActorId>& excluded) const {
    const RefKind kind = entry.kind;
    const auto fits = [&](const ActorEntry& candidate) {
        if (!entry.only.empty() &&
            std::find(entry.only.begin(), entry.only.end(), candidate.actor.id) == entry.only.end())
            return false;
        const std::string& k = candidate.kind;
        switch (kind) {
            case RefKind::state:
                return candidate.actor.kind == ActorKind::state;
            case RefKind::alliance:
                return k == "alliance";
            case RefKind::union_:
                return k == "union" || k == "regional" || k == "economic_bloc" || k == "forum";
            case RefKind::body:
                return candidate.actor.id == "UN";
            case RefKind::agency:
                return k == "agency" || k == "un_agency" || k == "un_body";
            case RefKind::armed:
                return candidate.actor.kind == ActorKind::armed_group;
            case RefKind::organisation:
                return candidate.actor.kind == ActorKind::organisation;
            case RefKind::person:
            case RefKind::collective:
            case RefKind::any:
            case RefKind::place:
                return false;
        }
        return false;
    };
    const std::size_t now = referents_.empty() ? 0 : referents_.back().sentence;
    // "de rebellen": rather those whom the text called so ("de rebellen van M23").
    std::vector<Participant> called;
    if (kind == RefKind::armed)
        for (const Referent& referent : recent(now, long_memory)) {
            if (referent.actors.size() != 1 || referent.actors[0].kind != ActorKind::armed_group) continue;
            const bool as_role =
                referent.role != Draft::none && noun.starts_with(view_.lexicon.roles[referent.role].noun);
            const bool of_it = referent.token >= 2 &&
                               view_.token(referent.sentence, referent.token - 2).form == noun &&
                               (view_.context(referent.sentence, referent.token - 1) & of_word) != 0;
            if (as_role || of_it) add_distinct(called, referent.actors[0]);
        }
    if (called.size() == 1) return called.front();
    const Participant* best = nullptr;
    int most = 0;
    Participant found;
    std::size_t found_in = 0;
    std::size_t excluded_in = 0;  ///< where a state that is not meant was last named itself
    for (const Referent& referent : recent(now, long_memory)) {
        if (referent.actors.size() != 1) continue;
        const auto whom = principal(referent.actors[0]);
        const bool acts_for = kind == RefKind::state || kind == RefKind::armed;
        const auto& named = acts_for && whom ? *whom : referent.actors[0];
        auto index = view_.lexicon.actor_index.find(named.id);
        if (index == view_.lexicon.actor_index.end()) continue;
        Participant whole = named;
        // "the bloc" after "the European Commission"
        if (!fits(view_.lexicon.actors[index->second]) && named.state != named.id) {
            index = view_.lexicon.actor_index.find(named.state);
            if (index != view_.lexicon.actor_index.end()) whole = view_.lexicon.participant(index->second);
        }
        if (index == view_.lexicon.actor_index.end() || !fits(view_.lexicon.actors[index->second])) continue;
        if (nearest && referent.person) continue;
        if (std::find(excluded.begin(), excluded.end(), whole.id) != excluded.end()) {
            const bool country = !referent.person && !referent.adjective && whole.id == referent.actors[0].id;
            if (kind == RefKind::state && country) excluded_in = referent.sentence;
            continue;
        }
        const bool by_name = !(kind == RefKind::state && referent.person);  // a minister is no country
        const int score = salience(now, referent, !nearest && by_name) - (referent.adjective ? 20 : 0) -
                          (referent.listed ? 60 : 0);  // "the country" is none of "A, B and C"
        if (score >= most) {
            most = score;
            found = whole;
            found_in = referent.sentence;
            best = &found;
        }
    }
    // "the general in charge of Pakistan. … who seized control of the country": his own.
    constexpr std::size_t near = 2;
    const bool own = excluded_in > found_in && now - found_in >= near;
    if (best == nullptr || own) return std::nullopt;
    return found;
}

}  // namespace entente::detail
