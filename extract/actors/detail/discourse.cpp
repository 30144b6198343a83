#include "extract/actors/detail/discourse.hpp"

#include <algorithm>

#include "extract/actors/detail/words.hpp"

namespace entente::detail {

namespace {

void add_distinct(std::vector<Participant>& actors, const Participant& actor) {
    for (const Participant& other : actors)
        if (other.id == actor.id) return;
    actors.push_back(actor);
}

/// How many sentences back a definite phrase ("the alliance", "the president") is looked up.
constexpr std::size_t long_memory = 60;

/// How prominent a referent is for something `sentences` further on.
int salience(std::size_t sentences, bool subject, bool subordinate) {
    static constexpr int by_distance[] = {100, 70, 35, 15};
    return by_distance[std::min<std::size_t>(sentences, 3)] + (!subject ? 0 : subordinate ? 20 : 40);
}

}  // namespace

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

bool Discourse::neuter_between(std::size_t s, const Referent& referent, std::size_t token) const {
    const auto has = [](const Token& t, std::string_view feature) {
        return t.feats.find(feature) != std::string::npos;
    };
    for (std::size_t t = referent.token; t < referent.last; ++t)
        if (has(view_.token(s, t), "Number=Plur")) return true;
    for (std::size_t t = referent.last; t < token; ++t)
        if (view_.token(s, t).upos == Upos::noun && has(view_.token(s, t), "Gender=Neut")) return true;
    return false;
}

bool Discourse::in_subordinate_clause(std::size_t s, std::size_t token) const {
    for (int steps = 0; steps < 12; ++steps) {
        const Token& here = view_.token(s, token);
        if (here.deprel.starts_with("advcl") || here.deprel.starts_with("acl")) return true;
        if (here.head < 0) return false;
        token = static_cast<std::size_t>(here.head);
    }
    return false;
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
        if (!nested) join(s, referent);
        if (nested && draft.role == Draft::none && !draft.person) referent.subject = false;
    }
    referents_.push_back(std::move(referent));
}

ActorId Discourse::own_subject(std::size_t s, std::size_t token) const {
    std::size_t verb = Draft::none;
    const std::size_t local = local_subject(s, token, verb);
    if (verb == Draft::none || local == Draft::none || local == token) return {};
    const Token& object = view_.token(s, token);
    if (object.head != static_cast<int>(verb) || object.deprel.starts_with("nsubj")) return {};
    for (const Referent& referent : recent(s, 0))
        if (local >= referent.token && local < referent.last && referent.actors.size() == 1)
            return referent.actors[0].id;
    // "Oman, which has mediated": the relative pronoun stands for what the clause belongs to.
    const std::size_t antecedent = relative_head(s, token);
    for (const Referent& referent : recent(s, 0))
        if (antecedent >= referent.token && antecedent < referent.last && referent.actors.size() == 1)
            return referent.actors[0].id;
    return {};
}

std::vector<ActorId> Discourse::own_subjects(std::size_t s, std::size_t token) const {
    std::vector<ActorId> ids;
    if (const ActorId one = own_subject(s, token); !one.empty()) ids.push_back(one);
    const Token& object = view_.token(s, token);
    if (object.head < 0 || object.deprel.starts_with("nsubj")) return ids;
    std::size_t verb = static_cast<std::size_t>(object.head);
    const std::vector<Token>& tokens = view_.sentence(s).tokens;
    if (tokens[verb].upos != Upos::verb) return ids;
    const auto subject_of = [&](std::size_t of) {
        for (std::size_t t = 0; t < tokens.size(); ++t)
            if (tokens[t].head == static_cast<int>(of) && tokens[t].deprel.starts_with("nsubj")) return t;
        return Draft::none;
    };
    std::size_t subject = subject_of(verb);
    for (int steps = 0; subject == Draft::none && steps < 4; ++steps) {
        const bool participle = tokens[verb].deprel == "advcl" &&
                                (tokens[verb].feats.find("VerbForm=Part") != std::string::npos ||
                                 tokens[verb].feats.find("VerbForm=Ger") != std::string::npos);
        if (!participle && tokens[verb].deprel != "conj") return ids;
        if (tokens[verb].head < 0) return ids;
        verb = static_cast<std::size_t>(tokens[verb].head);
        subject = subject_of(verb);
    }
    for (const Referent& referent : recent(s, 0))  // the widest that holds it comes last
        if (subject >= referent.token && subject < referent.last)
            for (const Participant& actor : referent.actors) ids.push_back(actor.id);
    for (const Referent& referent : recent(s, 0)) {
        const bool with_subject = std::any_of(
            referent.actors.begin(), referent.actors.end(),
            [&](const Participant& a) { return std::find(ids.begin(), ids.end(), a.id) != ids.end(); });
        if (!referent.joined || !referent.subject || !with_subject) continue;
        for (const Participant& actor : referent.actors) ids.push_back(actor.id);
    }
    return ids;
}

std::size_t Discourse::blamed(std::size_t s, std::size_t token) const {
    const std::vector<Token>& tokens = view_.sentence(s).tokens;
    std::size_t noun = token;
    for (int steps = 0; steps < 4 && tokens[noun].upos != Upos::noun; ++steps) {
        if (tokens[noun].head < 0) return Draft::none;
        noun = static_cast<std::size_t>(tokens[noun].head);
    }
    if (!tokens[noun].deprel.starts_with("obl") && !tokens[noun].deprel.starts_with("nmod"))
        return Draft::none;
    bool reason = false;
    for (std::size_t t = 0; t < noun; ++t)
        if (tokens[t].head == static_cast<int>(noun) && tokens[t].deprel == "case")
            reason = (view_.context(s, t) & reason_prep) != 0;
    if (!reason || tokens[noun].head < 0) return Draft::none;
    const int verb = tokens[noun].head;
    std::size_t object = Draft::none;
    for (std::size_t t = 0; t < noun; ++t)
        if (tokens[t].head == verb && tokens[t].deprel == "obj") object = t;
    // "broke off relations with Israel over its war": the name behind the object.
    for (std::size_t t = noun; t-- > (object == Draft::none ? noun : object + 1);)
        if (tokens[t].upos == Upos::propn &&
            (tokens[t].head == verb || tokens[t].head == static_cast<int>(object)) &&
            (tokens[t].deprel.starts_with("obl") || tokens[t].deprel.starts_with("nmod")))
            return t;
    return object;
}

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
        int score = salience(s - referent.sentence, referent.subject, referent.subordinate);
        if (possessive && referent.sentence == s) score += 10;
        if (gender == 'f' && referent.gender == 'f') score += 30;
        if (referent.sentence == s && antecedent >= referent.token && antecedent < referent.last) score += 60;
        // Of the subjects of one sentence the first is the main one; else the last named is nearest.
        if (score > most || (score == most && !referent.subject)) {
            most = score;
            best = &referent;
        }
    }
    return best;
}

const Discourse::Referent* Discourse::collective(std::size_t s, std::size_t token, bool possessive) const {
    const Referent* best = nullptr;
    int most = 0;
    std::size_t verb = Draft::none;
    const std::size_t local = local_subject(s, token, verb);
    const std::size_t about = possessive ? blamed(s, token) : Draft::none;
    const std::vector<ActorId> excluded = possessive ? std::vector<ActorId>() : own_subjects(s, token);
    for (const Referent& referent : recent(s, 1)) {
        if (referent.person || referent.plural || referent.adjective || referent.actors.size() != 1) continue;
        if (s - referent.sentence > 1 || (referent.sentence == s && referent.last > token)) continue;
        if (referent.private_party || referent.place) continue;
        const bool enough = referent.subject || ((possessive || !excluded.empty()) && referent.sentence == s);
        if (!enough || std::find(excluded.begin(), excluded.end(), referent.actors[0].id) != excluded.end())
            continue;
        int score = salience(s - referent.sentence, referent.subject, referent.subordinate);
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
        const int score = salience(s - referent.sentence, referent.subject, referent.subordinate);
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
    const auto group = [&](std::size_t back, bool told_before) -> std::vector<Participant> {
        const std::span<const Referent> among = recent(s, back);
        for (auto referent = among.rbegin(); referent != among.rend(); ++referent) {
            if (referent->actors.size() < 2 || (told_before && !referent->reference)) continue;
            if (referent->sentence == s && referent->last > token) continue;
            std::vector<Participant> actors;
            for (const Participant& actor : referent->actors)
                if (const auto whom = fits(actor)) add_distinct(actors, *whom);
            if (actors.size() == count && referent->actors.size() == count) return actors;
        }
        return {};
    };
    if (kind != RefKind::collective)
        if (auto actors = group(3, false); !actors.empty()) return actors;
    if (auto actors = group(long_memory, true); !actors.empty()) return actors;
    // Else those whom the article is about: named most often so far, and by far.
    const auto most_named = [&](std::size_t lead) -> std::vector<Participant> {
        std::vector<std::pair<Participant, std::size_t>> counts;
        for (const Referent& referent : recent(s, long_memory)) {
            if (referent.joined || (referent.sentence == s && referent.last > token)) continue;
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
        if (counts.size() < count || count > 2) return {};
        std::stable_sort(counts.begin(), counts.end(),
                         [](const auto& a, const auto& b) { return a.second > b.second; });
        if (counts.size() > count && counts[count].second + lead > counts[count - 1].second) return {};
        std::vector<Participant> actors;
        for (std::size_t i = 0; i < count; ++i) actors.push_back(counts[i].first);
        return actors;
    };
    if (kind == RefKind::collective) {  // "both sides" are those of the conflict
        if (auto actors = most_named(3); !actors.empty()) return actors;
        if (auto actors = group(3, false); !actors.empty()) return actors;
    } else if (auto actors = most_named(2); !actors.empty()) {
        return actors;
    }
    if (auto actors = group(long_memory, false); !actors.empty()) return actors;
    if (auto actors = most_named(1); !actors.empty()) return actors;
    // Else those who acted last, if they are just so many.
    for (std::size_t back = 0; back <= 1; ++back) {
        std::vector<Participant> actors;
        for (const Referent& referent : recent(s, back)) {
            if (referent.sentence == s && referent.last > token) continue;
            if (referent.place || referent.adjective || referent.private_party) continue;
            for (const Participant& actor : referent.actors)
                if (const auto whom = fits(actor)) add_distinct(actors, *whom);
        }
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

std::optional<Participant> Discourse::last_of(const ReferenceEntry& entry, bool nearest) const {
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
                return false;
        }
        return false;
    };
    const Participant* best = nullptr;
    int most = 0;
    Participant found;
    const std::size_t now = referents_.empty() ? 0 : referents_.back().sentence;
    for (const Referent& referent : recent(now, long_memory)) {
        if (referent.actors.size() != 1) continue;
        const auto whom = principal(referent.actors[0]);
        const auto& named = kind == RefKind::state && whom ? *whom : referent.actors[0];
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
        const int score =
            salience(now - referent.sentence, referent.subject && !nearest, referent.subordinate) -
            (referent.adjective ? 20 : 0);
        if (score >= most) {
            most = score;
            found = whole;
            best = &found;
        }
    }
    if (best == nullptr) return std::nullopt;
    return found;
}

std::size_t Discourse::relative_head(std::size_t s, std::size_t token) const {
    std::size_t at = token;
    for (int steps = 0; steps < 12; ++steps) {
        const Token& here = view_.token(s, at);
        if (here.head < 0) break;
        if (here.deprel == "acl:relcl") return static_cast<std::size_t>(here.head);
        at = static_cast<std::size_t>(here.head);
    }
    return Draft::none;
}

std::size_t Discourse::local_subject(std::size_t s, std::size_t token, std::size_t& verb) const {
    const std::vector<Token>& tokens = view_.sentence(s).tokens;
    const auto child = [&](std::size_t of, std::string_view relation) {
        for (std::size_t t = 0; t < tokens.size(); ++t)
            if (tokens[t].head == static_cast<int>(of) && tokens[t].deprel.starts_with(relation)) return t;
        return Draft::none;
    };
    verb = Draft::none;
    std::size_t at = token;
    for (int steps = 0; steps < 10 && tokens[at].head >= 0; ++steps) {
        at = static_cast<std::size_t>(tokens[at].head);
        if (tokens[at].upos != Upos::verb) continue;
        if (verb == Draft::none) verb = at;
        if (const std::size_t subject = child(at, "nsubj"); subject != Draft::none) return subject;
        if (tokens[at].head < 0) break;
        const auto above = static_cast<std::size_t>(tokens[at].head);
        if (tokens[at].deprel != "xcomp") {
            if (tokens[at].deprel != "conj") return Draft::none;
            continue;
        }
        for (const std::string_view relation : {"obj", "iobj"})
            if (const std::size_t object = child(above, relation); object != Draft::none) return object;
    }
    return Draft::none;
}

bool Discourse::genitive_after(std::size_t s, std::size_t token) const {
    return token < view_.size(s) &&
           (view_.token(s, token).form == "'s" || view_.token(s, token).form == "\u2019s");
}

bool Discourse::is_expletive(std::size_t s, std::size_t token) const {
    const Token& it = view_.token(s, token);
    if (it.deprel.starts_with("expl")) return true;
    for (std::size_t t = token + 1; t < view_.size(s) && t < token + 4; ++t) {
        const Token& next = view_.token(s, t);
        if (next.upos == Upos::adv) continue;
        if (next.upos != Upos::aux && next.upos != Upos::verb) return next.upos == Upos::adj;
        if (next.lemma == "be" || next.lemma == "zijn" || next.lemma == "worden" || next.lemma == "seem" ||
            next.lemma == "appear" || next.lemma == "lijken" || next.lemma == "blijken" ||
            next.lemma == "take")
            return true;
        return false;
    }
    return false;
}

bool Discourse::plural_verb(std::size_t s, std::size_t token) const {
    const auto is_plural = [](const Token& t) { return t.feats.find("Number=Plur") != std::string::npos; };
    for (std::size_t t = token + 1; t < view_.size(s) && t < token + 3; ++t)
        if (view_.token(s, t).upos == Upos::verb || view_.token(s, t).upos == Upos::aux)
            return is_plural(view_.token(s, t));
    if (token > 0 &&
        (view_.token(s, token - 1).upos == Upos::verb || view_.token(s, token - 1).upos == Upos::aux))
        return is_plural(view_.token(s, token - 1));
    const int head = view_.token(s, token).head;
    return head >= 0 && is_plural(view_.token(s, static_cast<std::size_t>(head)));
}

const Draft* Discourse::speaker_of(std::size_t s, std::size_t token, const std::vector<Draft>& drafts) const {
    const std::vector<Token>& tokens = view_.sentence(s).tokens;
    std::vector<bool> quoted(tokens.size(), false);
    bool open = false;
    for (std::size_t t = 0; t < tokens.size(); ++t) {
        static constexpr std::string_view marks[] = {"\"", "“", "”", "„", "``", "''", "«", "»"};
        const std::string& form = tokens[t].form;
        const bool single = view_.language == dutch && (form == "'" || form == "‘" || form == "’");
        if (single || std::find(std::begin(marks), std::end(marks), form) != std::end(marks)) open = !open;
        quoted[t] = open;
    }
    if (!quoted[token]) return nullptr;
    const auto above = [&](std::size_t node, std::size_t ancestor) {
        for (std::size_t steps = 0; steps < tokens.size(); ++steps) {
            if (node == ancestor) return true;
            if (tokens[node].head < 0) return false;
            node = static_cast<std::size_t>(tokens[node].head);
        }
        return false;
    };
    for (std::size_t t = 0; t < tokens.size(); ++t) {  // "…, aldus de minister"
        if (tokens[t].form != "aldus" || quoted[t] || tokens[t].head <= static_cast<int>(t)) continue;
        for (const Draft& draft : drafts) {
            const ActorMention& mention = draft.mention;
            if (static_cast<int>(mention.head) == tokens[t].head && !mention.actors.empty() &&
                !mention.private_party && !mention.place)
                return &draft;
        }
    }
    for (std::size_t t = 0; t < tokens.size(); ++t) {
        if (!tokens[t].deprel.starts_with("nsubj") || quoted[t] || tokens[t].head < 0) continue;
        const auto verb = static_cast<std::size_t>(tokens[t].head);
        if (tokens[verb].upos != Upos::verb || quoted[verb]) continue;
        const bool aside = tokens[verb].deprel == "parataxis" && tokens[verb].head >= 0 &&
                           above(token, static_cast<std::size_t>(tokens[verb].head));
        if (!aside && !above(token, verb)) continue;
        for (const Draft& draft : drafts) {
            const ActorMention& mention = draft.mention;
            if (mention.head == t && !mention.actors.empty() && !mention.private_party && !mention.place)
                return &draft;
        }
    }
    return nullptr;
}

std::optional<Draft> Discourse::reference(std::size_t s, const Match& match, const ReferenceEntry& entry,
                                          const std::vector<Draft>& drafts, const Draft* speaker) const {
    const std::size_t at = match.first;
    const Token& first = view_.token(s, at);
    if (!entry.phrase && match.last == at + 1 && first.upos != Upos::pron &&
        !(entry.possessive && first.upos == Upos::det))
        return std::nullopt;
    if (match.before || match.after) return std::nullopt;
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
            actors = several(s, view_.head(s, match.first, match.last), entry.kind, 2);
            is_plural = true;
            break;
        case RefNumber::triple:
            actors = several(s, view_.head(s, match.first, match.last), entry.kind, 3);
            is_plural = true;
            break;
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
                        (body->sentence != s || neuter_between(s, *body, at)))
                        body = nullptr;
                    take(body);
                }
            } else if (const auto named = last_of(entry, first.form == "dat" || first.form == "dit" ||
                                                             first.form == "that" || first.form == "this")) {
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
    if (entry.phrase && entry.number == RefNumber::sing && entry.kind == RefKind::state)
        draft.mention.place = !match.genitive && !genitive_after(s, match.last) &&
                              is_place_context(view_, s, match.first, false, drafts);
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
        const std::vector<Word> words = split_words(person.name);
        if (!words.empty())
            if (const auto known = view_.strangers.find(words.back().folded); known != view_.strangers.end())
                known->second.participant.state = whom.state;
    };
    if (draft.possessor != Draft::none) {
        for (const Draft& other : done)
            if (other.form == Form::reference && other.mention.first == draft.possessor) {
                std::vector<Participant> owners;
                for (const Participant& actor : other.mention.actors)
                    if (const auto whom = principal(actor)) add_distinct(owners, *whom);
                if (owners.empty()) return false;
                const bool country = role.role_class == RoleClass::country;
                if (country) draft.mention.kind = MentionKind::definite;
                if (country) draft.mention.place = is_place_context(view_, s, draft.mention.first, false, {});
                give(std::move(owners));
                return true;
            }
        return false;
    }
    const bool has_person = !draft.mention.actors.empty();
    const std::span<const Referent> remembered = recent(s, long_memory);
    // "the president": the one whom the article named.
    if (!has_person && draft.person && draft.definite)
        for (auto referent = remembered.rbegin(); referent != remembered.rend(); ++referent) {
            if (referent->actors.size() != 1 || referent->actors[0].kind != ActorKind::person ||
                referent->joined)
                continue;
            const Participant& holder = referent->actors[0];
            const std::string held = holder.role;
            bool same = held.size() >= role.noun.size() && held.ends_with(role.noun);
            if (const auto person = view_.lexicon.person_index.find(holder.id);
                !same && person != view_.lexicon.person_index.end() && !role.office.empty())
                same = view_.lexicon.term(view_.lexicon.persons[person->second], view_.article.published)
                           .office == role.office;
            if (!same) continue;
            draft.mention.kind = MentionKind::definite;
            draft.gender = referent->gender;
            give({holder});
            return true;
        }
    // "the junta", "President Ali": the one that the article spoke of, if it is the only one.
    if (has_person || draft.definite) {
        std::vector<Participant> named;
        for (const Referent& referent : remembered)
            if (referent.role != Draft::none && referent.actors.size() == 1 && !referent.joined &&
                view_.lexicon.roles[referent.role].noun == role.noun)
                if (const auto whom = principal(referent.actors[0])) add_distinct(named, *whom);
        if (named.size() == 1 && has_person) {
            belongs_to(named.front());
            return true;
        }
        if (named.size() == 1) {
            draft.mention.kind = MentionKind::definite;
            give(std::move(named));
            return true;
        }
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
        if (!whom || whom->kind != ActorKind::state) continue;
        // Where two are spoken of, a name alone does not tell whose general he is.
        rivals = rivals || (has_person && best != nullptr && principal(best->actors[0])->id != whom->id);
        const int score = salience(s - referent.sentence, referent.subject, referent.subordinate);
        if (score >= most) {
            most = score;
            best = &referent;
        }
    }
    if (rivals) best = nullptr;
    std::optional<Participant> whom = best == nullptr ? std::nullopt : principal(best->actors[0]);
    if (!whom && has_person) whom = only_state(s);
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
    for (const Match& match : view_.matched[s].matches) {
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
        if (auto draft = reference(s, match, entry, done, speaker)) {
            remember(s, *draft);
            done.push_back(std::move(*draft));
        } else if (entry.number == RefNumber::pair || entry.number == RefNumber::triple) {
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
