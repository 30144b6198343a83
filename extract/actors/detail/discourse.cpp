#include "extract/actors/detail/discourse.hpp"

#include <algorithm>

#include "extract/actors/detail/strangers.hpp"
#include "extract/actors/detail/words.hpp"

namespace entente::detail {

void add_distinct(std::vector<Participant>& actors, const Participant& actor) {
    for (const Participant& other : actors)
        if (other.id == actor.id) return;
    actors.push_back(actor);
}

int Discourse::salience(std::size_t s, const Referent& referent, bool as_subject) {
    static constexpr int by_distance[] = {100, 70, 35, 15};
    const int subject = !referent.subject || !as_subject ? 0 : referent.subordinate ? 20 : 40;
    return by_distance[std::min<std::size_t>(s - referent.sentence, 3)] + subject;
}

std::optional<Participant> Discourse::principal(const Participant& actor) const {
    if (actor.kind == ActorKind::state) return actor;
    if (actor.kind != ActorKind::person) return actor;
    const auto found = view_.lexicon.actor_index.find(actor.state);
    if (found == view_.lexicon.actor_index.end()) return std::nullopt;
    Participant result = view_.lexicon.participant(found->second);
    result.mention = actor.mention;
    return result;
}

std::span<const Discourse::Referent> Discourse::recent(std::size_t s, std::size_t back) const {
    const std::size_t oldest = s > back ? s - back : 0;
    const auto first = std::lower_bound(
        referents_.begin(), referents_.end(), oldest,
        [](const Referent& referent, std::size_t sentence) { return referent.sentence < sentence; });
    return {first, referents_.end()};
}

void Discourse::join(std::size_t s, const Referent& next) {
    bool comma = false;
    bool conjunction = false;
    if (list_sentence_ == s && next.token >= list_end_ && next.token - list_end_ <= 3 &&
        next.token > list_end_) {
        bool other = false;
        for (std::size_t t = list_end_; t < next.token; ++t) {
            if (view_.token(s, t).form == ",")
                comma = true;
            else if ((view_.context(s, t) & and_word) != 0)
                conjunction = true;
            else if ((view_.context(s, t) & determiner) == 0)
                other = true;
        }
        if (other) comma = conjunction = false;
    }
    if (comma || conjunction) {
        for (const Participant& actor : next.actors) add_distinct(list_, actor);
        list_person_ = list_person_ && next.person;
        list_end_ = next.last;
        if (conjunction && list_.size() >= 2) {
            for (auto member = referents_.rbegin(); member != referents_.rend() && member->sentence == s;
                 ++member)
                for (const Participant& actor : list_)
                    member->listed = member->listed || (!member->joined && member->actors.size() == 1 &&
                                                        member->actors.front().id == actor.id);
            Referent joined = next;
            joined.actors = list_;
            joined.joined = joined.plural = true;
            joined.person = list_person_;
            joined.subject = list_subject_;
            referents_.push_back(std::move(joined));
        }
        return;
    }
    list_ = next.actors;
    list_sentence_ = s;
    list_end_ = next.last;
    list_person_ = next.person;
    list_subject_ = next.subject;
}

void Discourse::remember(std::size_t s, const Draft& draft) {
    if (draft.mention.actors.empty()) return;
    Referent referent;
    referent.sentence = s;
    referent.token = draft.mention.first;
    referent.last = draft.mention.last;
    const Token& head = view_.token(s, draft.mention.head);
    const bool modifies = head.deprel.starts_with("compound") && head.head >= 0 &&  // "UN experts"
                          view_.token(s, static_cast<std::size_t>(head.head)).upos == Upos::noun;
    referent.subject =
        draft.form != Form::adjective && !draft.genitive && !modifies && view_.subject(s, draft.mention.head);
    referent.subordinate = referent.subject && in_subordinate_clause(s, draft.mention.head);
    referent.person = draft.person;
    referent.plural = draft.plural || draft.mention.actors.size() > 1;
    referent.place = draft.mention.place;
    referent.adjective = draft.form == Form::adjective;
    referent.private_party = draft.mention.private_party;
    referent.reference = draft.form == Form::reference && draft.mention.kind == MentionKind::definite;
    referent.gender = draft.gender;
    referent.role = draft.role;
    referent.actors = draft.mention.actors;
    if (!referent.place && !referent.adjective) {
        // A name inside the role just seen is the same one.
        const bool nested = !referents_.empty() && referents_.back().sentence == s && list_sentence_ == s &&
                            referent.token < list_end_;
        const std::size_t others = referents_.size();
        if (!nested) join(s, referent);
        referent.listed = !nested && referents_.size() > others;
        if (nested && draft.role == Draft::none && !draft.person) referent.subject = false;
    }
    referents_.push_back(std::move(referent));
}

std::optional<Draft> Discourse::reference(std::size_t s, const Match& match, const ReferenceEntry& entry,
                                          const std::vector<Draft>& done, std::span<const Draft> drafts,
                                          const Draft* speaker) const {
    const std::size_t at = match.first;
    const Token& first = view_.token(s, at);
    if (!entry.phrase && match.last == at + 1 && first.upos != Upos::pron &&
        !(entry.possessive && first.upos == Upos::det))
        return std::nullopt;
    if (match.before || match.after) return std::nullopt;
    // "de Organisatie van Islamitische Samenwerking": a name.
    if (entry.phrase && match.last < view_.size(s) && view_.capital(s, match.last - 1) && match.last > 1 &&
        (view_.context(s, match.last) & of_word) != 0)
        return std::nullopt;
    // "zijn buurland Oeganda": the name says who it is.
    const bool one = entry.number == RefNumber::sing || entry.number == RefNumber::opposite;
    if (entry.phrase && one && match.last < view_.size(s) && view_.token(s, match.last).upos == Upos::propn &&
        view_.capital(s, match.last) && view_.token(s, match.last).head + 1 == static_cast<int>(match.last))
        return std::nullopt;
    std::vector<Participant> actors;
    bool private_party = false;
    bool is_person = false;
    bool is_plural = false;
    char gender = entry.gender == 'n' ? ' ' : entry.gender;
    const auto take = [&](const Referent* referent) {
        if (referent == nullptr) return;
        actors = referent->actors;
        private_party = referent->private_party;
        is_person = referent->person;
        is_plural = referent->plural;
        if (referent->gender != ' ') gender = referent->gender;
    };
    switch (entry.number) {
        case RefNumber::pair:
            if (entry.kind == RefKind::state && are_its_own(s, match)) return std::nullopt;
            actors = several(s, view_.head(s, match.first, match.last), entry.kind, 2);
            is_plural = true;
            break;
        case RefNumber::triple:
            actors = several(s, view_.head(s, match.first, match.last), entry.kind, 3);
            is_plural = true;
            break;
        case RefNumber::quad:
            actors = several(s, view_.head(s, match.first, match.last), entry.kind, 4);
            is_plural = true;
            break;
        case RefNumber::quint:
            actors = several(s, view_.head(s, match.first, match.last), entry.kind, 5);
            is_plural = true;
            break;
        case RefNumber::opposite: {
            std::vector<ActorId> own = not_meant(s, match, drafts);
            own.erase(std::unique(own.begin(), own.end()), own.end());
            if (own.size() != 1) return std::nullopt;
            const auto index = view_.lexicon.actor_index.find(own.front());
            if (index == view_.lexicon.actor_index.end()) return std::nullopt;
            if (const auto other = opposite_of(s, at, view_.lexicon.participant(index->second)))
                actors = {*other};
            break;
        }
        case RefNumber::speaker:
            if (speaker == nullptr) return std::nullopt;
            for (const Participant& actor : speaker->mention.actors)
                if (const auto whom = principal(actor)) add_distinct(actors, *whom);
            is_plural = true;
            break;
        case RefNumber::each:
            actors = each(s, at);
            is_plural = true;
            break;
        case RefNumber::plur:
            take(plural(s, at));
            break;
        case RefNumber::relative: {
            const std::size_t antecedent = relative_head(s, at);
            const Referent* nearest = nullptr;
            for (const Referent& referent : recent(s, 0)) {
                if (referent.sentence != s || referent.last > at) continue;
                const bool meant = antecedent != Draft::none
                                       ? antecedent >= referent.token && antecedent < referent.last
                                       : referent.last + 1 >= at;
                if (meant) nearest = &referent;
            }
            take(nearest);
            break;
        }
        case RefNumber::any:
            if (plural_verb(s, at))
                take(plural(s, at));
            else
                take(person(s, at, 'f', false));
            if (actors.empty() && view_.language == dutch && first.deprel.starts_with("nsubj") &&
                !plural_verb(s, at))  // "de marine zegt dat ze"
                if (const Referent* body = collective(s, at, false); body != nullptr && body->sentence == s)
                    take(body);
            break;
        case RefNumber::sing:
            if (entry.kind == RefKind::person || entry.kind == RefKind::any) {
                const Referent* owner =
                    person(s, at, entry.gender == 'n' ? ' ' : entry.gender, entry.possessive);
                // Dutch "zijn" is also "its": the subject of the sentence wins, person or not.
                if (entry.possessive && view_.language == dutch) {
                    const Referent* body = collective(s, at, true);
                    if (entry.gender == 'f' && (owner == nullptr || owner->gender != 'f')) owner = body;
                    if (owner == nullptr || (body != nullptr && body->sentence == s && body->subject &&
                                             !(owner->sentence == s && owner->subject)))
                        owner = body;
                }
                take(owner);
            } else if (entry.kind == RefKind::collective) {
                if (!entry.possessive && is_expletive(s, at)) {
                    const Referent* body = collective(s, at, false);
                    if (body != nullptr && body->sentence == s && !first.deprel.starts_with("expl"))
                        take(body);
                } else {
                    const Referent* body = collective(s, at, entry.possessive);
                    if (view_.language == dutch && !entry.possessive && body != nullptr &&
                        (neuter_between(s, *body, at) || (body->sentence != s && !begins_deed(s, at))))
                        body = nullptr;
                    take(body);
                }
            } else if (entry.kind == RefKind::place) {
                for (const Referent& referent : recent(s, 2))
                    if (referent.place && !referent.adjective && referent.actors.size() == 1 &&
                        referent.actors[0].kind == ActorKind::state)
                        actors = referent.actors;
            } else {
                const bool nearest = first.form == "dat" || first.form == "dit" || first.form == "that" ||
                                     first.form == "this";
                // "Nederland schonk het land tanks": not to itself.
                if (const auto named = last_of(entry, view_.token(s, match.last - 1).form, nearest,
                                               not_meant(s, match, drafts)))
                    actors = {*named};
            }
            break;
    }
    if (actors.empty()) return std::nullopt;
    Draft draft;
    draft.mention = view_.mention(s, match.first, match.last);
    draft.mention.kind = entry.phrase ? MentionKind::definite : MentionKind::pronoun;
    const TextSpan text = view_.span(s, match.first, match.last);
    for (Participant& actor : actors) actor.mention = text;
    draft.mention.actors = std::move(actors);
    draft.mention.private_party = private_party;
    draft.form = Form::reference;
    draft.person = is_person;
    draft.plural = is_plural;
    draft.gender = gender;
    draft.genitive = entry.possessive;
    if (entry.kind == RefKind::place) draft.mention.place = true;
    if (entry.phrase && entry.number == RefNumber::sing && entry.kind == RefKind::state)
        draft.mention.place = !match.genitive && !genitive_after(s, match.last) &&
                              is_place_context(view_, s, match.first, false, done);
    return draft;
}

std::optional<Participant> Discourse::only_state(std::size_t s) const {
    std::vector<Participant> states;
    for (const Referent& referent : recent(s, 0))
        if (referent.sentence == s && !referent.place)
            for (const Participant& actor : referent.actors)
                if (const auto whom = principal(actor); whom && whom->kind == ActorKind::state)
                    add_distinct(states, *whom);
    if (states.size() != 1) return std::nullopt;
    return states.front();
}

bool Discourse::settle(std::size_t s, Draft& draft, const std::vector<Draft>& done) {
    const RoleEntry& role = view_.lexicon.roles[draft.role];
    const TextSpan text = view_.span(s, draft.mention.first, draft.mention.last);
    const auto give = [&](std::vector<Participant> actors) {
        for (Participant& actor : actors) {
            actor.mention = text;
            if (actor.kind != ActorKind::person) actor.role = role.noun;
        }
        draft.mention.actors = std::move(actors);
    };
    // The person, here and wherever the article names him again.
    const auto belongs_to = [&](const Participant& whom) {
        Participant& person = draft.mention.actors[0];
        person.state = whom.state;
        remember_state(view_, person);
    };
    if (draft.possessor != Draft::none) {
        for (const Draft& other : done)
            if (other.form == Form::reference && other.mention.first == draft.possessor) {
                std::vector<Participant> owners;
                for (const Participant& actor : other.mention.actors)
                    if (const auto whom = principal(actor)) add_distinct(owners, *whom);
                if (owners.empty()) return false;
                if (role.role_class == RoleClass::opposite) {  // "accuses its neighbour"
                    if (owners.size() != 1) return false;
                    const auto rival = opposite_of(s, draft.mention.first, owners.front());
                    if (!rival) return false;
                    draft.mention.kind = MentionKind::definite;
                    give({*rival});
                    return true;
                }
                const bool country = role.role_class == RoleClass::country;
                if (country) draft.mention.kind = MentionKind::definite;
                if (country) draft.mention.place = is_place_context(view_, s, draft.mention.first, false, {});
                give(std::move(owners));
                return true;
            }
        return false;
    }
    const bool has_person = !draft.mention.actors.empty();
    Match phrase;
    phrase.first = draft.mention.first;
    phrase.last = draft.mention.last;
    const std::vector<ActorId> excluded = has_person ? not_meant(s, phrase, {}) : std::vector<ActorId>();
    const auto is_excluded = [&](const Participant& whom) {
        return std::find(excluded.begin(), excluded.end(), whom.id) != excluded.end();
    };
    const std::span<const Referent> remembered = recent(s, long_memory);
    // "the president": the one whom the article named, by that word rather than by another for the office
    // ("the premier" is no chancellor).
    const auto holds = [&](const Referent& referent, bool by_word) {
        const Participant& holder = referent.actors[0];
        if (holder.role.size() >= role.noun.size() && holder.role.ends_with(role.noun)) return true;
        const auto person = view_.lexicon.person_index.find(holder.id);
        if (person == view_.lexicon.person_index.end()) return false;
        if (referent.role != Draft::none && view_.lexicon.roles[referent.role].noun == role.noun) return true;
        return !by_word && !role.office.empty() &&
               view_.lexicon.term(view_.lexicon.persons[person->second], view_.article.published).office ==
                   role.office;
    };
    if (!has_person && draft.person && draft.definite)
        for (const bool by_word : {true, false})
            for (auto referent = remembered.rbegin(); referent != remembered.rend(); ++referent) {
                if (referent->actors.size() != 1 || referent->actors[0].kind != ActorKind::person ||
                    referent->joined || !holds(*referent, by_word))
                    continue;
                draft.mention.kind = MentionKind::definite;
                draft.gender = referent->gender;
                give({referent->actors[0]});
                return true;
            }
    // "the junta", "President Ali", "the ministry" that was the defence ministry: the one that the article
    // spoke of, if it is the only one.
    const auto same_noun = [&](const RoleEntry& other) {
        return other.noun == role.noun ||
               (role.role_class == RoleClass::body && !has_person &&
                (other.noun.starts_with(role.noun + ' ') || other.noun.ends_with(' ' + role.noun)));
    };
    if (has_person || draft.definite) {
        std::vector<Participant> named;
        for (const Referent& referent : remembered)
            if (referent.role != Draft::none && referent.actors.size() == 1 && !referent.joined &&
                same_noun(view_.lexicon.roles[referent.role]))
                if (const auto whom = principal(referent.actors[0])) add_distinct(named, *whom);
        if (named.size() == 1) {
            if (has_person) {
                belongs_to(named.front());
            } else {
                draft.mention.kind = MentionKind::definite;
                give(std::move(named));
            }
            return true;
        }
    }
    if (draft.repeated) return false;
    // "relations with the junta": of the state that the text named last, not of whoever acts on it.
    if (!has_person && draft.definite && (view_.context(s, draft.mention.last - 1) & ruling) != 0)
        if (const auto whom = ruled(s, draft.mention.first)) {
            draft.mention.kind = MentionKind::definite;
            give({*whom});
            return true;
        }
    // Else whoever the sentence, or the ones before it, is about.
    const Referent* best = nullptr;
    int most = 0;
    bool rivals = false;
    for (const Referent& referent : recent(s, 2)) {
        if (referent.actors.size() != 1 || referent.adjective || referent.private_party) continue;
        if (s - referent.sentence > (draft.definite ? 2u : 0u)) continue;
        if (!referent.subject && referent.sentence == s) continue;
        if (referent.actors[0].state.empty() || referent.place) continue;
        const auto whom = principal(referent.actors[0]);
        if (!whom || whom->kind != ActorKind::state || is_excluded(*whom)) continue;
        // Where two are spoken of, a name alone does not tell whose general he is.
        rivals = rivals || (has_person && best != nullptr && principal(best->actors[0])->id != whom->id);
        const int score = salience(s, referent);
        if (score >= most) {
            most = score;
            best = &referent;
        }
    }
    if (rivals) best = nullptr;
    // "Kenya and Somalia signed. The ambassador …": of either.
    if (best != nullptr && !has_person && draft.person && best->listed && best->sentence != s) best = nullptr;
    std::optional<Participant> whom = best == nullptr ? std::nullopt : principal(best->actors[0]);
    if (!whom && has_person) whom = only_state(s);
    if (whom && is_excluded(*whom)) whom.reset();
    if (!whom) return has_person;
    if (has_person) {
        belongs_to(*whom);
        return true;
    }
    draft.mention.kind = MentionKind::definite;
    give({*whom});
    return true;
}

void Discourse::resolve(std::size_t s, std::vector<Draft>& drafts) {
    const auto before = [](const Draft& a, const Draft& b) {
        if (a.mention.first != b.mention.first) return a.mention.first < b.mention.first;
        return a.mention.last > b.mention.last;
    };
    std::stable_sort(drafts.begin(), drafts.end(), before);
    std::vector<Draft> done;
    std::size_t next = 0;
    const auto settle_until = [&](std::size_t token) {
        for (; next < drafts.size() && drafts[next].mention.first < token; ++next) {
            Draft& draft = drafts[next];
            const bool open = draft.domestic || draft.possessor != Draft::none;
            if (open && !settle(s, draft, done)) continue;
            remember(s, draft);
            done.push_back(std::move(draft));
        }
    };
    std::vector<Match> matches = parted_references(s, drafts);
    for (const Match& match : view_.matched[s].matches)
        if (match.has(Form::reference)) matches.push_back(match);
    std::stable_sort(matches.begin(), matches.end(),
                     [](const Match& a, const Match& b) { return a.first < b.first; });
    for (const Match& match : matches) {
        const Sense* sense = nullptr;
        for (const Sense& candidate : match.senses)
            if (candidate.form == Form::reference) sense = &candidate;
        if (sense == nullptr) continue;
        settle_until(match.first);
        const ReferenceEntry& entry = view_.lexicon.references[sense->index];
        const Draft* speaker = nullptr;
        if (entry.number == RefNumber::speaker) {
            speaker = speaker_of(s, match.first, done);
            if (speaker == nullptr) speaker = speaker_of(s, match.first, drafts);
        }
        if (auto draft = reference(s, match, entry, done, drafts, speaker)) {
            remember(s, *draft);
            done.push_back(std::move(*draft));
        } else if (entry.number == RefNumber::pair || entry.number == RefNumber::triple ||
                   entry.number == RefNumber::quad || entry.number == RefNumber::quint) {
            // Nobody knows who: "they" then is nobody before them.
            Referent unknown;
            unknown.sentence = s;
            unknown.token = match.first;
            unknown.last = match.last;
            unknown.subject = view_.subject(s, view_.head(s, match.first, match.last));
            unknown.plural = true;
            referents_.push_back(std::move(unknown));
        }
    }
    settle_until(view_.size(s) + 1);
    std::stable_sort(done.begin(), done.end(), before);
    drafts = std::move(done);
}

}  // namespace entente::detail
