#include <algorithm>
#include <array>

#include "extract/actors/detail/article_view.hpp"
#include "extract/actors/detail/strangers.hpp"
#include "extract/actors/detail/surnames.hpp"
#include "extract/actors/detail/words.hpp"

namespace entente::detail {

namespace {

/// Resolves the matches of one sentence to mentions.
class Names {
 public:
    Names(ArticleView& view, std::size_t s) : view_(view), s_(s), matched_(view.matched[s]) {}

    std::vector<Draft> run() {
        for (std::size_t m = 0; m < matched_.matches.size(); ++m) resolve(m);
        add_abbreviations();
        return std::move(drafts_);
    }

 private:
    bool demonym_at(std::size_t t) const {
        for (const Match& match : matched_.matches)
            if (match.first <= t && t < match.last) return match.has(Form::adjective);
        return false;
    }
    const Match* match_from(std::size_t t) const {
        for (const Match& match : matched_.matches)
            if (match.first == t) return &match;
        return nullptr;
    }

    /// Whether a noun follows for an adjective that ends at `last`.
    bool noun_follows(std::size_t last) const {
        bool connected = false;
        for (std::size_t t = last; t < view_.size(s_) && t < last + 7; ++t) {
            const Token& token = view_.token(s_, t);
            const std::uint32_t context = view_.context(s_, t);
            if ((context & calendar) != 0) return false;
            if (demonym_at(t)) {
                connected = false;
                continue;
            }
            if (connected) return token.upos == Upos::adj && noun_follows(t + 1);
            switch (token.upos) {
                case Upos::noun:
                case Upos::propn:
                    return true;
                case Upos::adj:
                case Upos::num:
                    continue;
                case Upos::adv:
                    if (t + 1 < view_.size(s_) && view_.token(s_, t + 1).upos == Upos::adj) continue;
                    return false;
                case Upos::verb:
                    if (token.feats.find("VerbForm=Part") != std::string::npos && view_.has_tree(s_) &&
                        token.deprel.starts_with("amod"))
                        continue;
                    return false;
                case Upos::cconj:
                    connected = true;
                    continue;
                case Upos::punct:
                    if (token.form == ",") {
                        connected = true;
                        continue;
                    }
                    if (is_quote(token.form) || token.form == "-" || token.form == "(") continue;
                    return false;
                default:
                    return false;
            }
        }
        return false;
    }

    /// "anti-Syria", "pro-Russian", "US-led war": the issue, not the actor.
    bool names_the_issue(const Match& match) const {
        const std::vector<Piece>& pieces = matched_.pieces;
        if (match.piece_first > 0 && pieces[match.piece_first].glue == '-') {
            const Piece& before = pieces[match.piece_first - 1];
            if ((view_.lexicon.context(view_.language, before.word) & against_prefix) != 0) return true;
        }
        // "anti-oorlog" in one word: "antiamerikaanse" is not in the tables at all.
        if (match.piece_last < pieces.size() && pieces[match.piece_last].glue == '-' &&
            (view_.lexicon.context(view_.language, pieces[match.piece_last].word) & led) != 0) {
            // "NATO-led forces" act, as do those of "US-led strikes"; "the US-led war" is an issue.
            const std::size_t next = pieces[match.piece_last].token + std::size_t{1};
            if (next < view_.size(s_) && (view_.context(s_, next) & led_deed) != 0) return false;
            const Match* role = match_from(next);
            return role == nullptr || !role->has(Form::role);
        }
        return false;
    }

    bool stranger_beside(const Match& match) const {
        // A capitalised word that no table knows adjoins: part of somebody's name.
        if (match.first > 0) {
            const Token& token = view_.token(s_, match.first - 1);
            if (token.upos == Upos::propn && view_.capital(s_, match.first - 1) &&
                matched_.match_to(match.first) == nullptr &&
                (view_.context(s_, match.first - 1) & (title | title_m | title_f | calendar)) == 0)
                return true;
        }
        return stranger_after(match);
    }
    bool stranger_after(const Match& match) const {
        if (match.last >= view_.size(s_) || match.genitive) return false;
        const Token& token = view_.token(s_, match.last);
        return token.upos == Upos::propn && view_.capital(s_, match.last) &&
               match_from(match.last) == nullptr && (view_.context(s_, match.last) & calendar) == 0 &&
               view_.token(s_, match.last - 1).end + 1 == token.begin;
    }

    std::size_t cues(const AmbiguousEntry::Cues& cue) const {
        std::size_t count = 0;
        for (const WordId word : cue.words)
            if (word < view_.present.size() && view_.present[word] != 0) ++count;
        return count;
    }

    /// Keeps of the senses what the article decides for. False: none of them is meant.
    bool disambiguate(const Match& match, std::vector<Sense>& senses) const {
        if (match.ambiguous < 0) return true;
        const AmbiguousEntry& entry = view_.lexicon.ambiguous[static_cast<std::size_t>(match.ambiguous)];
        const bool of_person = std::any_of(senses.begin(), senses.end(),
                                           [](const Sense& sense) { return sense.form == Form::surname; });
        if (entry.maybe_person && !of_person && stranger_beside(match)) return false;
        std::string winner;
        std::size_t most = 0;
        bool tie = false;
        for (const AmbiguousEntry::Cues& cue : entry.cues) {
            const std::size_t count = cues(cue);
            if (count > most) {
                most = count;
                winner = cue.candidate;
                tie = false;
            } else if (count == most && count > 0) {
                tie = true;
            }
        }
        if (most == 0 || tie) {
            if (of_person) return true;  // the rules for surnames decide
            // The state of the candidates that the article names most; else the table's default.
            winner = entry.preferred;
            if (entry.candidates.size() > 1 && (winner.empty() || winner == "none")) {
                int best = 0;
                for (const std::string& candidate : entry.candidates)
                    if (const auto named = view_.named.find(candidate);
                        named != view_.named.end() && named->second > best && candidate.size() == 3 &&
                        winner.size() != 3) {
                        best = named->second;
                        winner = candidate;
                    }
            }
            if (winner.empty() && !entry.candidates.empty()) winner = entry.candidates.front();
            if (winner == "language" || winner == "by date" || winner == "both") return true;
        }
        if (winner == "-") return false;
        if (winner == "none") {
            if (entry.candidates.size() == 1 && entry.maybe_word) return false;
            // Undecided: at best a place.
            for (const Sense& sense : senses)
                if (sense.form == Form::place) {
                    senses = {Sense(sense)};
                    return true;
                }
            return entry.candidates.empty();
        }
        const auto actor = view_.lexicon.actor_index.find(winner);
        const auto person = view_.lexicon.person_index.find(winner);
        // Who holds an office that day is meant, whatever the article speaks of besides.
        if (of_person && person != view_.lexicon.person_index.end() && !in_office(view_, person->second) &&
            std::any_of(senses.begin(), senses.end(), [&](const Sense& sense) {
                return sense.form == Form::surname && in_office(view_, sense.index);
            }))
            return true;
        std::vector<Sense> kept;
        for (const Sense& sense : senses) {
            const bool personal = sense.form == Form::person || sense.form == Form::surname;
            if (personal ? person != view_.lexicon.person_index.end() && person->second == sense.index
                         : actor != view_.lexicon.actor_index.end() && actor->second == sense.index)
                kept.push_back(sense);
        }
        // A metonym for another body ("Brussels" for the EU): the seat keeps its form, the actor changes.
        if (kept.empty() && actor != view_.lexicon.actor_index.end())
            for (const Sense& sense : senses)
                if (sense.form == Form::seat || sense.form == Form::name) {
                    kept.push_back(sense);
                    kept.back().index = actor->second;
                    break;
                }
        if (!kept.empty()) senses = std::move(kept);
        return true;
    }

    void add(const Match& match, MentionKind kind, Form form, std::vector<Participant> actors) {
        Draft draft;
        draft.mention = view_.mention(s_, match.first, match.last);
        draft.mention.kind = kind;
        const TextSpan span = view_.span(s_, match.first, match.last);
        for (Participant& participant : actors) participant.mention = span;
        draft.mention.actors = std::move(actors);
        draft.form = form;
        draft.genitive = match.genitive;
        draft.compound = match.before || match.after;
        draft.person = form == Form::person || form == Form::surname;
        drafts_.push_back(std::move(draft));
    }

    /// Names that the article gave in brackets: "the Korean People's Army (KPA)".
    void add_abbreviations() {
        if (view_.abbreviations.empty()) return;
        const std::size_t named = drafts_.size();
        for (std::size_t t = 0; t < view_.size(s_); ++t) {
            const auto known = view_.abbreviations.find(view_.token(s_, t).form);
            const auto covers = [&](const Match& match) { return match.first <= t && t < match.last; };
            if (known == view_.abbreviations.end() ||
                std::any_of(matched_.matches.begin(), matched_.matches.end(), covers))
                continue;
            Draft draft;
            draft.mention = view_.mention(s_, t, t + 1);
            draft.mention.actors = known->second.actors;
            draft.mention.private_party = known->second.private_party;
            for (Participant& actor : draft.mention.actors) actor.mention = view_.span(s_, t, t + 1);
            drafts_.push_back(std::move(draft));
        }
        if (drafts_.size() == named) return;
        std::stable_sort(drafts_.begin(), drafts_.end(),
                         [](const Draft& a, const Draft& b) { return a.mention.first < b.mention.first; });
    }

    void resolve(std::size_t m) {
        const Match& match = matched_.matches[m];
        std::vector<Sense> senses;
        for (const Sense& sense : match.senses) {
            if (sense.form == Form::nothing) return;
            if (sense.form == Form::prefix) {
                if (!begins_pair(match)) continue;
                add(match, MentionKind::demonym, Form::adjective, {view_.lexicon.participant(sense.index)});
                return;
            }
            if (sense.form != Form::role && sense.form != Form::reference) senses.push_back(sense);
        }
        if (senses.empty() || names_the_issue(match)) return;
        if (!disambiguate(match, senses)) return;
        const auto find = [&](Form form) -> const Sense* {
            for (const Sense& sense : senses)
                if (sense.form == form) return &sense;
            return nullptr;
        };
        const Sense* adjective = find(Form::adjective);
        const Sense* nationals = find(Form::nationals);
        const Sense* national = find(Form::national);
        const Sense* name = find(Form::name);
        if (name == nullptr) name = find(Form::group);
        const bool glued_noun = match.after && matched_.pieces[match.piece_last].glue == '-';
        if (glued_noun && compound(match, senses)) return;
        if (adjective != nullptr && glued_to(match, backed)) {  // "Serb-held", "US-backed"
            add(match, MentionKind::demonym, Form::adjective, {view_.lexicon.participant(adjective->index)});
            return;
        }
        if (const Sense* person = find(Form::person)) {
            resolve_person(match, senses, Form::person, *person);
            return;
        }
        if (adjective != nullptr && (noun_follows(match.last) || glued_pair(match)) &&
            (name == nullptr || (next_is_noun(match.last) && !stands_alone(match)))) {
            if (personal_first(match, senses)) return;
            add(match, MentionKind::demonym, Form::adjective, {view_.lexicon.participant(adjective->index)});
            return;
        }
        if (const Sense* surname = find(Form::surname);
            surname != nullptr && (name == nullptr || titled(view_, s_, match) || is_introduced(senses)))
            if (resolve_surname(match, senses)) return;
        if (name != nullptr) {
            resolve_name(match, *name);
            return;
        }
        if (const Sense* seat = find(Form::seat)) {
            resolve_seat(match, *seat);
            return;
        }
        if (const Sense* place = find(Form::place)) {
            add(match, MentionKind::name, Form::place, {view_.lexicon.participant(place->index)});
            drafts_.back().mention.place = true;
            return;
        }
        if (nationals != nullptr || national != nullptr || adjective != nullptr)
            resolve_people(match, adjective, national, nationals);
    }

    /// "Michael Jordan", "Frans Timmermans": the adjective is a first name.
    bool personal_first(const Match& match, const std::vector<Sense>&) const {
        if (match.ambiguous < 0) return false;
        const AmbiguousEntry& entry = view_.lexicon.ambiguous[static_cast<std::size_t>(match.ambiguous)];
        return entry.maybe_person && stranger_after(match);
    }

    bool glued_to(const Match& match, std::uint32_t context) const {
        return match.piece_last < matched_.pieces.size() && matched_.pieces[match.piece_last].glue == '-' &&
               (view_.lexicon.context(view_.language, matched_.pieces[match.piece_last].word) & context) != 0;
    }

    /// "Amerikaans-Russische": the first half of a pair.
    bool glued_pair(const Match& match) const {
        return match.piece_last < matched_.pieces.size() && matched_.pieces[match.piece_last].glue == '-' &&
               demonym_at(matched_.pieces[match.piece_last].token);
    }

    /// The tree says that it is a subject or an object, no part of what follows.
    bool stands_alone(const Match& match) const {
        const std::string& relation = view_.token(s_, match.last - 1).deprel;
        const Match* next = match_from(match.last);
        if (next != nullptr && next->has(Form::role) && view_.token(s_, match.last).upos != Upos::verb)
            return false;
        return relation.starts_with("nsubj") || relation == "obj" || relation == "iobj";
    }

    bool next_is_noun(std::size_t last) const {
        if (last >= view_.size(s_)) return false;
        std::size_t t = last;
        while (t < view_.size(s_) &&
               (is_quote(view_.token(s_, t).form) || view_.token(s_, t).upos == Upos::adj))
            ++t;
        if (t >= view_.size(s_)) return false;
        if (demonym_at(t)) return true;
        if (const Match* next = match_from(last);
            next != nullptr && next->has(Form::role) && view_.token(s_, last).upos != Upos::verb)
            return true;
        const Token& token = view_.token(s_, t);
        if ((view_.context(s_, t) & calendar) != 0) return false;
        if (token.upos == Upos::noun || token.upos == Upos::propn) return true;
        // "US, French and Turkish forces"
        const bool link = token.form == "," || (view_.context(s_, t) & and_word) != 0;
        return link && t + 1 < view_.size(s_) && demonym_at(t + 1) && noun_follows(last);
    }

    /// "EU-landen", "NAVO-chef", "Hezbollah-leider", "Iran-deal": a name glued to a noun.
    bool compound(const Match& match, const std::vector<Sense>& senses) {
        const Piece& next = matched_.pieces[match.piece_last];
        if (next.token + std::size_t{1} != match.last) return false;
        if ((view_.lexicon.context(view_.language, next.word) & backed) != 0) {
            for (const Sense& sense : senses)
                if (sense.form == Form::name || sense.form == Form::adjective || sense.form == Form::seat) {
                    add(match, MentionKind::demonym, Form::adjective,
                        {view_.lexicon.participant(sense.index)});
                    return true;
                }
        }
        for (const Match& other : matched_.matches)  // "NAVO-bondgenoot": one of its members
            if (other.piece_first == match.piece_last)
                for (const Sense& sense : other.senses)
                    if (sense.form == Form::role &&
                        is_relational(view_.lexicon.roles[sense.index].role_class))
                        return true;
        for (const Sense& sense : senses) {
            if (sense.form == Form::adjective) return false;
            if (sense.form == Form::person || sense.form == Form::surname) {
                // "kabinet-Schoof" is a role; "Trump-regering" too: find_roles sees the demonym.
                if (const auto person = person_of_surname(view_, s_, match, senses))
                    add(match, MentionKind::demonym, Form::adjective, {participant(*person)});
                return true;
            }
            if (sense.form != Form::name && sense.form != Form::seat && sense.form != Form::group) continue;
            std::vector<Participant> actors = participants(sense);
            const bool venue = (view_.lexicon.context(view_.language, next.word) & venue_noun) != 0;
            // A state's name before a noun names the topic ("Iran-deal"), a body's name whose it is
            // ("EU-sancties").
            const bool topic =
                actors[0].kind == ActorKind::state && !matched_.pieces[match.piece_first].upper;
            add(match, MentionKind::demonym, Form::adjective, std::move(actors));
            drafts_.back().mention.place = venue || (topic && !role_follows(match));
            return true;
        }
        return true;
    }

    /// "Sino-Soviet", "Indo-Sri Lankan": a hyphen and another actor's name follow.
    bool begins_pair(const Match& match) const {
        if (match.piece_last >= matched_.pieces.size() || matched_.pieces[match.piece_last].glue != '-')
            return false;
        for (const Match& other : matched_.matches)
            if (other.piece_first == match.piece_last)
                return other.has(Form::adjective) || other.has(Form::name) || other.has(Form::national);
        return false;
    }

    bool role_follows(const Match& match) const {
        for (const Match& other : matched_.matches)
            if (other.piece_first == match.piece_last) return other.has(Form::role);
        return false;
    }

    std::vector<Participant> participants(const Sense& sense) const {
        std::vector<Participant> actors;
        if (sense.form == Form::group) {
            for (const std::uint32_t member : view_.lexicon.groups[sense.index])
                actors.push_back(view_.lexicon.participant(member));
        } else {
            actors.push_back(view_.lexicon.participant(sense.index));
        }
        return actors;
    }

    /// "PYONGYANG (ANP) -", "MOSCOW -"
    bool dateline(const Match& match) const {
        if (match.first > 4 || match.last >= view_.size(s_)) return false;
        for (std::size_t p = match.piece_first; p < match.piece_last; ++p)
            if (!matched_.pieces[p].upper) return false;
        // Capitals only up to the bracket or dash: "JERUZALEM, KFAR SJOEBA -".
        for (std::size_t t = 0; t < view_.size(s_) && t < 8; ++t) {
            const std::string& form = view_.token(s_, t).form;
            if (form == "(" || form == "-" || form == "\u2013" || form == "\u2014" || form == "/")
                return t >= match.last && (t == 0 || view_.token(s_, t - 1).end != view_.token(s_, t).begin ||
                                           form != "-");  // "US-led"
            const std::size_t piece = matched_.first_piece[t];
            if (piece < matched_.first_piece[t + 1] && !matched_.pieces[piece].upper) return false;
        }
        return false;
    }

    /// "Geneva, Switzerland"
    bool after_town(const Match& match) const {
        if (match.first < 2 || view_.token(s_, match.first - 1).form != ",") return false;
        if (view_.token(s_, match.first - 2).upos != Upos::propn ||
            (view_.context(s_, match.first - 2) & calendar) != 0)  // "in October, Israel agreed"
            return false;
        if (!drafts_.empty() && drafts_.back().mention.last == match.first - 1)
            return drafts_.back().mention.place && drafts_.back().form != Form::name;
        for (const Match& other : matched_.matches)
            if (other.last == match.first - 1) return false;
        const std::size_t next = match.last;
        return next >= view_.size(s_) || view_.token(s_, next).upos == Upos::punct ||
               view_.token(s_, next).upos == Upos::adp;
    }

    bool venue(const Match& match) const {
        return match.last < view_.size(s_) && (view_.context(s_, match.last) & venue_noun) != 0 &&
               view_.token(s_, match.last).upos == Upos::noun;
    }

    /// "drie Scandinavische landen", "beide Europese landen": some of them, nobody knows which. "De drie
    /// Baltische staten" are all.
    bool some_of(const Match& match, const Sense& sense) const {
        const Token& last = view_.token(s_, match.last - 1);
        if (match.first == 0 || last.upos != Upos::noun ||
            last.feats.find("Number=Plur") == std::string::npos)
            return false;
        // "de Scandinavische landen Finland en Zweden": those named.
        if (const Match* named = match_from(match.last); named != nullptr && named->has(Form::name))
            return true;
        std::size_t before = match.first - 1;
        if (before > 1 && (view_.context(s_, before) & determiner) != 0 &&
            (view_.context(s_, before - 1) & of_word) != 0)
            before -= 2;  // "two of the Baltic states"
        const bool counted =
            view_.token(s_, before).upos == Upos::num || (view_.context(s_, before) & quantifier) != 0;
        const bool all =
            sense.form == Form::group && before > 0 && (view_.context(s_, before - 1) & determiner) != 0;
        return counted && !all;
    }

    /// "Russia's Security Council": the state before it, where the name may be that of a state's own body;
    /// null if there is none.
    const Draft* owner_of(const Match& match) const {
        if (match.ambiguous < 0 || drafts_.empty()) return nullptr;
        if (!view_.lexicon.ambiguous[static_cast<std::size_t>(match.ambiguous)].maybe_owned) return nullptr;
        const Draft& before = drafts_.back();
        if ((!before.genitive && before.form != Form::adjective) ||
            before.mention.actors.front().kind != ActorKind::state)
            return nullptr;
        std::size_t t = before.mention.last;
        if (t < match.first && view_.token(s_, t).upos == Upos::part) ++t;  // "'s"
        while (t < match.first && view_.capital(s_, t)) ++t;                // "Iran's Supreme …"
        return t == match.first ? &before : nullptr;
    }

    void resolve_name(const Match& match, const Sense& sense) {
        if (some_of(match, sense)) return;
        const Draft* owner = owner_of(match);
        std::vector<Participant> actors = owner != nullptr ? owner->mention.actors : participants(sense);
        const ActorKind kind = actors[0].kind;
        const bool state = kind == ActorKind::state;
        const bool compass_glued =
            match.piece_first > 0 && matched_.pieces[match.piece_first].glue == '-' &&
            (view_.lexicon.context(view_.language, matched_.pieces[match.piece_first - 1].word) & compass) !=
                0;
        bool place = dateline(match) || is_place_context(view_, s_, match.first, false, drafts_) ||
                     (state && (after_town(match) || compass_glued)) || venue(match);
        if (match.genitive && !compass_glued) place = false;
        // "the Iran deal", "Ukraine war": a state's name before a noun is the topic.
        const bool adverbial = state && !match.genitive && match.last < view_.size(s_) &&
                               view_.token(s_, match.last).upos == Upos::noun && view_.has_tree(s_) &&
                               (view_.token(s_, match.last - 1).deprel.starts_with("compound") ||
                                view_.token(s_, match.last - 1).deprel == "nmod") &&
                               view_.token(s_, match.last - 1).head >= static_cast<int>(match.last) &&
                               match_from(match.last) == nullptr && !all_upper(match) && !glued_name(match);
        // A company, a team: "Air India", "China Mobile": a name that goes on.
        if (state && stranger_after(match) && !headline() && view_.has_tree(s_)) {
            const Token& next = view_.token(s_, match.last);
            const bool one_name = next.deprel.starts_with("flat") || next.deprel.starts_with("compound");
            const bool other_head = view_.token(s_, match.last - 1).head >= static_cast<int>(match.last) &&
                                    view_.token(s_, match.last - 1).deprel.starts_with("compound");
            if ((one_name && next.head < static_cast<int>(match.last)) || other_head) return;
        }
        add(match, MentionKind::name, Form::name, std::move(actors));
        drafts_.back().mention.place = place || adverbial;
        drafts_.back().plural = drafts_.back().mention.actors.size() > 1;
        for (const Participant& participant : drafts_.back().mention.actors) ++view_.named[participant.state];
    }

    /// "U.S.-China trade", "the Kim-Trump summit": both are parties.
    bool glued_name(const Match& match) const {
        const auto is_name = [](const Match& other) {
            return other.has(Form::name) || other.has(Form::seat) || other.has(Form::surname) ||
                   other.has(Form::adjective);
        };
        for (const Match& other : matched_.matches) {
            if (other.piece_last == match.piece_first && matched_.pieces[match.piece_first].glue == '-' &&
                is_name(other))
                return true;
            if (other.piece_first == match.piece_last && matched_.pieces[other.piece_first].glue == '-' &&
                is_name(other))
                return true;
        }
        return false;
    }

    bool all_upper(const Match& match) const {
        for (std::size_t p = match.piece_first; p < match.piece_last; ++p)
            if (!matched_.pieces[p].upper) return false;
        return true;
    }

    bool headline() const {
        std::size_t words = 0;
        std::size_t capitals = 0;
        for (std::size_t t = 0; t < view_.size(s_); ++t) {
            const Upos upos = view_.token(s_, t).upos;
            if (upos != Upos::noun && upos != Upos::verb && upos != Upos::adj && upos != Upos::propn)
                continue;
            ++words;
            if (view_.capital(s_, t)) ++capitals;
        }
        return words >= 3 && capitals * 10 >= words * 8;
    }

    void resolve_seat(const Match& match, const Sense& sense) {
        Participant participant = view_.lexicon.participant(sense.index);
        bool place = dateline(match) || is_place_context(view_, s_, match.first, true, drafts_) ||
                     after_town(match) || venue(match);
        // "hoofdstad Sofia", "the capital, Sofia"
        if (match.first > 0 && (view_.context(s_, match.first - 1) & city_noun) != 0) place = true;
        if (match.genitive && !(view_.context(s_, match.first > 0 ? match.first - 1 : 0) & place_prep))
            place = false;
        if (match.first > 0 && stranger_beside(match) && !headline()) {
            const Token& before = view_.token(s_, match.first - 1);
            if (before.upos == Upos::propn && view_.capital(s_, match.first - 1) &&
                matched_.match_to(match.first) == nullptr)
                return;  // part of a longer name: "Georgetown Washington", "George Washington"
        }
        if (stranger_after(match) && !headline() && view_.has_tree(s_)) {
            const Token& next = view_.token(s_, match.last);
            if (next.deprel.starts_with("flat") ||
                (view_.token(s_, match.last - 1).deprel.starts_with("compound") &&
                 view_.token(s_, match.last - 1).head >= static_cast<int>(match.last)))
                return;  // "Paris Hilton", "London Marathon"
        }
        add(match, MentionKind::metonym, Form::seat, {std::move(participant)});
        drafts_.back().mention.place = place;
        if (!place) ++view_.named[drafts_.back().mention.actors[0].state];
    }

    void resolve_people(const Match& match, const Sense* adjective, const Sense* national,
                        const Sense* nationals) {
        const std::size_t before = match.first == 0 ? view_.size(s_) : match.first - 1;
        const Token* previous = match.first == 0 ? nullptr : &view_.token(s_, before);
        // "de Duitse en de Franse minister": an adjective whose noun stands with the second.
        const std::size_t next = match.last;
        std::size_t noun = next;  // behind "…, het Franse en het Poolse"
        while (view_.language == dutch && noun + 3 < view_.size(s_) &&
               ((view_.context(s_, noun) & and_word) != 0 || view_.token(s_, noun).form == ",") &&
               (view_.context(s_, noun + 1) & determiner) != 0 && view_.token(s_, noun + 2).upos == Upos::adj)
            noun += 3;
        const bool elliptical = noun > next && view_.token(s_, next - 1).upos == Upos::adj &&
                                view_.token(s_, noun).upos == Upos::noun;
        // "het Britse ingrijpen": an infinitive is the noun.
        const Token& word = view_.token(s_, next - 1);
        const bool of_infinitive = view_.language == dutch && word.upos == Upos::adj &&
                                   word.deprel == "amod" && word.head == static_cast<int>(next) &&
                                   next < view_.size(s_) && view_.token(s_, next).upos == Upos::verb;
        if ((elliptical || of_infinitive) && adjective != nullptr) {
            add(match, MentionKind::demonym, Form::adjective, {view_.lexicon.participant(adjective->index)});
            return;
        }
        if (nationals == nullptr && previous != nullptr) {
            // "in het Russisch", "speaks Russian": the language.
            if (adjective != nullptr &&
                ((view_.context(s_, before) & language_verb) != 0 || previous->form == "in" ||
                 previous->form == "het" || previous->form == "In"))
                return;
        }
        if (nationals != nullptr && adjective != nullptr && previous != nullptr &&
            ((view_.context(s_, before) & language_verb) != 0 || previous->form == "in" ||
             previous->form == "In"))
            return;
        const bool article_before = previous != nullptr && (view_.context(s_, before) & determiner) != 0;
        if (nationals == nullptr && national == nullptr) {
            // An adjective without noun: "the British" are people, "is British" is a predicate.
            if (!article_before) {
                add(match, MentionKind::demonym, Form::adjective,
                    {view_.lexicon.participant(adjective->index)});
                return;
            }
            nationals = adjective;
        }
        // "Chinese" is singular and plural; the article tells.
        const bool one =
            nationals == nullptr ||
            (national != nullptr && previous != nullptr && (view_.context(s_, before) & indefinite) != 0 &&
             (previous->form == "a" || previous->form == "an" || previous->form == "een"));
        add(match, MentionKind::people, Form::nationals,
            {view_.lexicon.participant(one && national != nullptr ? national->index : nationals->index)});
        Draft& draft = drafts_.back();
        // "Bosnian Serbs": Serbs of Bosnia.
        if (drafts_.size() >= 2) {
            const Draft& before_it = drafts_[drafts_.size() - 2];
            if (before_it.form == Form::adjective && before_it.mention.last == match.first &&
                !before_it.compound) {
                const TextSpan span = draft.mention.actors.front().mention;
                draft.mention.actors = before_it.mention.actors;
                for (Participant& participant : draft.mention.actors) participant.mention = span;
            }
        }
        draft.plural = !one;
        draft.person = one;
        const bool counted = previous != nullptr &&
                             ((view_.context(s_, before) & quantifier) != 0 || previous->upos == Upos::num ||
                              (match.first >= 2 && previous->upos == Upos::adj &&
                               view_.token(s_, before - 1).upos == Upos::num));
        draft.mention.private_party = one || counted;
        for (const Participant& participant : draft.mention.actors) ++view_.named[participant.state];
    }

    void resolve_person(const Match& match, const std::vector<Sense>& senses, Form form, const Sense& first) {
        // "King Abdullah": of those of one name the one whose country the sentence names, and who was in
        // office.
        std::uint32_t chosen = first.index;
        int most = 0;
        for (const Sense& sense : senses) {
            if (sense.form != form) continue;
            const int points = (in_office(view_, sense.index) ? 1 : 0) +
                               (sentence_names(participant(sense.index).state) ? 2 : 0);
            if (points <= most) continue;
            most = points;
            chosen = sense.index;
        }
        add_person(match, form, chosen);
    }

    bool sentence_names(const ActorId& state) const {
        return std::any_of(matched_.matches.begin(), matched_.matches.end(), [&](const Match& other) {
            return std::any_of(other.senses.begin(), other.senses.end(), [&](const Sense& sense) {
                return (sense.form == Form::name || sense.form == Form::adjective) &&
                       view_.lexicon.participant(sense.index).id == state;
            });
        });
    }

    Participant participant(std::uint32_t person) const {
        return view_.lexicon.participant(view_.lexicon.persons[person], view_.article.published);
    }
    void add_person(const Match& match, Form form, std::uint32_t index) {
        view_.met.push_back(index);
        add(match, MentionKind::name, form, {participant(index)});
        drafts_.back().gender = view_.lexicon.persons[index].gender;
        drafts_.back().person = true;
        ++view_.named[drafts_.back().mention.actors[0].state];
    }

    /// "Montenegro" is a state unless the article told of somebody of that name.
    bool is_introduced(const std::vector<Sense>& senses) const {
        return std::any_of(senses.begin(), senses.end(), [&](const Sense& sense) {
            return sense.form == Form::surname && std::find(view_.introduced.begin(), view_.introduced.end(),
                                                            sense.index) != view_.introduced.end();
        });
    }

    /// "Ahmed Yassin", of whom the tables know other bearers of either name: one name of a stranger.
    bool part_of_longer_name(const Match& match) const {
        const auto joined = [&](const Match& first, const Match& second) {
            return first.last == second.first && !first.genitive && first.has(Form::surname) &&
                   second.has(Form::surname) && view_.has_tree(s_) &&
                   view_.token(s_, second.first).deprel.starts_with("flat") &&
                   view_.token(s_, first.last - 1).end + 1 == view_.token(s_, second.first).begin;
        };
        return std::any_of(matched_.matches.begin(), matched_.matches.end(),
                           [&](const Match& other) { return joined(match, other) || joined(other, match); });
    }

    /// "Johnson-Freese", "Al-Sadr": a hyphen and a word that no table knows adjoin.
    bool part_of_double_name(const Match& match) const {
        const auto joined = [&](std::size_t hyphen, std::size_t other) {
            return view_.token(s_, hyphen).form == "-" && view_.capital(s_, other) &&
                   view_.token(s_, std::min(hyphen, other)).end ==
                       view_.token(s_, std::max(hyphen, other)).begin;
        };
        const bool behind = match.last + 1 < view_.size(s_) &&
                            view_.token(s_, match.last - 1).end == view_.token(s_, match.last).begin &&
                            joined(match.last, match.last + 1) && match_from(match.last + 1) == nullptr;
        const bool before =
            match.first >= 2 && view_.token(s_, match.first - 1).end == view_.token(s_, match.first).begin &&
            joined(match.first - 1, match.first - 2) && matched_.match_to(match.first - 1) == nullptr;
        return behind || before;
    }

    /// Somebody whom the tables do not know and the article introduced ("Hunter Biden"), where it has not
    /// named the one of the tables.
    const Stranger* known_stranger(const Match& match, const std::vector<Sense>& senses) const {
        if (titled(view_, s_, match) || is_introduced(senses)) return nullptr;
        const bool met = std::any_of(senses.begin(), senses.end(), [&](const Sense& sense) {
            return std::find(view_.met.begin(), view_.met.end(), sense.index) != view_.met.end();
        });
        return met ? nullptr
                   : stranger_named(view_, split_words(view_.span(s_, match.first, match.last).text));
    }

    /// "Tien jaar", "Langs de grens": the capital is that of the sentence.
    bool is_small_word(const Match& match) const {
        switch (view_.token(s_, match.first).upos) {
            case Upos::adp:
            case Upos::adv:
            case Upos::aux:
            case Upos::cconj:
            case Upos::det:
            case Upos::num:
            case Upos::pron:
            case Upos::sconj:
                return match.last == match.first + 1 && match.first == 0;
            default:
                return false;
        }
    }

    bool resolve_surname(const Match& match, const std::vector<Sense>& senses) {
        if (is_small_word(match)) return true;
        if (match.before || part_of_longer_name(match) || part_of_double_name(match)) return true;
        // Somebody else of that name: "Amy Johnson", "Kim Yong-chol".
        const bool entitled = titled(view_, s_, match);
        if (!entitled && match.first > 0) {
            const Token& before = view_.token(s_, match.first - 1);
            if (before.upos == Upos::propn && view_.capital(s_, match.first - 1) &&
                matched_.match_to(match.first) == nullptr &&
                (view_.context(s_, match.first - 1) & calendar) == 0 && !headline())
                return true;
        }
        if (stranger_after(match) && !headline() &&
            (!view_.has_tree(s_) || view_.token(s_, match.last).deprel.starts_with("flat") ||
             view_.token(s_, match.last - 1).deprel.starts_with("compound") ||
             view_.token(s_, match.last - 1).deprel.starts_with("flat")))
            return true;
        if (const Stranger* stranger = known_stranger(match, senses)) {
            add(match, MentionKind::name, Form::person, {stranger->participant});
            drafts_.back().mention.private_party = stranger->participant.state.empty();
            return true;
        }
        if (const auto person = person_of_surname(view_, s_, match, senses)) {
            view_.met.push_back(*person);
            add(match, MentionKind::name, Form::surname, {participant(*person)});
            drafts_.back().gender = view_.lexicon.persons[*person].gender;
            ++view_.named[drafts_.back().mention.actors[0].state];
            return true;
        }
        for (const Sense& sense : senses)
            if (sense.form != Form::surname) return false;
        return true;
    }

    ArticleView& view_;
    const std::size_t s_;
    const MatchedSentence& matched_;
    std::vector<Draft> drafts_;
};

}  // namespace

bool is_place_context(const ArticleView& view, std::size_t s, std::size_t first, bool town,
                      std::span<const Draft> before) {
    std::size_t t = first;
    // Coordination: "in Turkije en Syrië".
    if (t >= 2 && !before.empty() && before.back().mention.place) {
        const bool link = (view.context(s, t - 1) & and_word) != 0 || view.token(s, t - 1).form == ",";
        if (link && before.back().mention.last == t - 1) {
            const std::string& relation = view.token(s, first).deprel;
            if (!view.has_tree(s) || relation.starts_with("conj") || relation.starts_with("appos"))
                return true;
        }
    }
    for (int steps = 0; t > 0 && steps < 6; ++steps) {
        --t;
        const Token& token = view.token(s, t);
        const std::uint32_t context = view.context(s, t);
        if ((context & of_word) != 0) {
            // "the north of", "the outskirts of", "op het grondgebied van"
            return t > 0 && (view.context(s, t - 1) & (place_noun | venue_noun | city_noun)) != 0;
        }
        if ((context & place_prep) != 0 && token.upos != Upos::adv && token.upos != Upos::verb) return true;
        if (token.upos == Upos::adp) return town && (context & city_prep) != 0;
        if ((context & compass) != 0 && t + 1 == first) return true;
        if ((context & indefinite) != 0 && (context & determiner) != 0) return false;
        if ((context & determiner) != 0 || (context & compass) != 0 || (context & city_noun) != 0) continue;
        if (token.upos == Upos::adj || token.upos == Upos::det || token.upos == Upos::adv) continue;
        // "in de Bulgaarse hoofdstad Sofia": a demonym of the tables.
        bool demonym = false;
        for (const Draft& draft : before)
            if (draft.mention.first <= t && t < draft.mention.last && draft.form == Form::adjective)
                demonym = true;
        if (demonym) continue;
        return false;
    }
    return false;
}

std::vector<Draft> find_names(ArticleView& view, std::size_t s) { return Names(view, s).run(); }

}  // namespace entente::detail
