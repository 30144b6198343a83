#include <algorithm>
#include <array>
#include <string>

#include "extract/actors/detail/article_view.hpp"
#include "extract/actors/detail/strangers.hpp"
#include "extract/actors/detail/words.hpp"

namespace entente::detail {

namespace {

/// A role noun in the sentence.
struct Spot {
    std::size_t first = 0;
    std::size_t last = 0;
    std::size_t role = 0;
};

class Roles {
 public:
    Roles(ArticleView& view, std::size_t s, std::vector<Draft>& drafts)
        : view_(view), s_(s), matched_(view.matched[s]), drafts_(drafts) {}

    void run() {
        find_spots();
        for (auto spot = spots_.rbegin(); spot != spots_.rend(); ++spot) handle(*spot);
        find_strangers(view_, s_, drafts_);
    }

 private:
    const Token& token(std::size_t t) const { return view_.token(s_, t); }
    std::size_t size() const { return view_.size(s_); }
    const RoleEntry& role(const Spot& spot) const { return view_.lexicon.roles[spot.role]; }

    void find_spots() {
        std::vector<char> covered(size(), 0);
        for (const Match& match : matched_.matches) {
            for (std::size_t t = match.first; t < match.last; ++t) covered[t] = 1;
            for (const Sense& sense : match.senses)
                if (sense.form == Form::role) {
                    spots_.push_back({match.first, match.last, sense.index});
                    break;
                }
        }
        if (view_.language != dutch || drafts_.empty()) return;
        // "vredesonderhandelaars", "topgezant": a Dutch compound acts as its last part does.
        for (std::size_t t = 0; t < size(); ++t) {
            if (covered[t] != 0 || token(t).upos != Upos::noun || token(t).form.size() < 9) continue;
            for (const Word& word : split_words(token(t).form)) {
                if (view_.lexicon.word(word.folded) != 0 || word.folded.size() < 9) continue;
                if (const auto found = role_suffix(word.folded)) spots_.push_back({t, t + 1, *found});
            }
        }
        std::sort(spots_.begin(), spots_.end(),
                  [](const Spot& a, const Spot& b) { return a.first < b.first; });
    }

    std::optional<std::size_t> role_suffix(std::string_view folded) const {
        for (std::size_t from = 3; from + 6 <= folded.size(); ++from) {
            const WordId id = view_.lexicon.word(folded.substr(from));
            if (id == 0) continue;
            const auto node = view_.lexicon.step(0, id);
            if (!node) continue;
            for (const Sense& sense : view_.lexicon.nodes[*node].senses)
                if (sense.form == Form::role && (sense.languages & view_.language) != 0) return sense.index;
        }
        return std::nullopt;
    }

    const Spot* spot_covering(std::size_t t) const {
        for (const Spot& spot : spots_)
            if (spot.first <= t && t < spot.last) return &spot;
        return nullptr;
    }
    /// The draft by name or demonym that covers token t; index or none.
    std::size_t draft_at(std::size_t t) const {
        for (std::size_t d = 0; d < drafts_.size(); ++d)
            if (drafts_[d].role == Draft::none && drafts_[d].mention.first <= t &&
                t < drafts_[d].mention.last)
                return d;
        return Draft::none;
    }
    std::size_t draft_from(std::size_t t) const {
        for (std::size_t d = 0; d < drafts_.size(); ++d)
            if (drafts_[d].role == Draft::none && drafts_[d].mention.first == t) return d;
        return Draft::none;
    }
    std::size_t role_draft_from(std::size_t t) const {
        for (std::size_t d = 0; d < drafts_.size(); ++d)
            if (drafts_[d].role != Draft::none && drafts_[d].mention.first == t &&
                !drafts_[d].mention.actors.empty())
                return d;
        return Draft::none;
    }
    bool is_and(std::size_t t) const {
        return token(t).form == "," || token(t).form == "-" || token(t).form == "/" ||
               (view_.context(s_, t) & and_word) != 0;
    }

    /// Whether the role noun is the head of its phrase, and not a part of another noun ("army base").
    bool is_head(const Spot& spot) const {
        const Token& last = token(spot.last - 1);
        const bool nominal = last.upos == Upos::noun || last.upos == Upos::propn || last.upos == Upos::adj ||
                             last.upos == Upos::x;
        if (!nominal) {
            // "Hezbollah guerrillas": after what can only stand before a noun it is one, whatever its tag.
            if (!role(spot).plural || spot.first == 0) return false;
            const std::size_t d = draft_at(spot.first - 1);
            if (d == Draft::none || drafts_[d].genitive) return false;
            const ActorKind kind = drafts_[d].mention.actors.front().kind;
            if (drafts_[d].form != Form::adjective && kind != ActorKind::armed_group &&
                kind != ActorKind::organisation)
                return false;
        }
        if (spot.last >= size() || view_.language == dutch) return true;
        const Token& next = token(spot.last);
        if (const std::size_t d = draft_from(spot.last);
            d != Draft::none && drafts_[d].form == Form::adjective)
            return false;
        if (last.upos == Upos::adj && (next.upos == Upos::noun || next.upos == Upos::adj)) return false;
        // "the Australian National Nutrition Study": a part of a name.
        if (role(spot).acts == Acts::party && view_.capital(s_, spot.first) && next.upos == Upos::propn &&
            spot.first > 0 && draft_at(spot.first - 1) != Draft::none)
            return false;
        // "the official CTK agency", but "the Iranian general Rahimi".
        if (last.upos == Upos::adj && next.upos == Upos::propn &&
            (spot.first == 0 || draft_at(spot.first - 1) == Draft::none))
            return false;
        if (next.upos != Upos::noun || (view_.context(s_, spot.last) & calendar) != 0) return true;
        if (view_.capital(s_, spot.last)) return true;
        const bool argument = last.deprel.starts_with("nsubj") || last.deprel.starts_with("obj") ||
                              last.deprel.starts_with("obl");
        return argument && spot_covering(spot.last) == nullptr;
    }

    /// "Defence Secretary Tom King": the last word is a name, not another office.
    bool is_surname(const Spot& spot) const {
        if (spot.last != spot.first + 1 || spot.first < 2 || !view_.capital(s_, spot.first)) return false;
        const Token& given = token(spot.first - 1);
        return given.upos == Upos::propn && view_.capital(s_, spot.first - 1) &&
               spot_covering(spot.first - 1) == nullptr && draft_at(spot.first - 1) == Draft::none &&
               spot_covering(spot.first - 2) != nullptr &&
               (spot.last >= size() || !view_.capital(s_, spot.last));
    }

    struct Phrase {
        std::size_t first = 0;               ///< of its tokens, with what it is tied to
        std::vector<std::size_t> owners;     ///< drafts: demonyms, genitives, of-phrase
        std::vector<Participant> inherited;  ///< "members of [the Syrian government]"
        std::size_t pronoun = Draft::none;   ///< token of a possessive pronoun
        bool former = false;
        bool definite = false;
        bool indefinite = false;
        std::size_t before = 0;  ///< the token where the phrase begins, determiner included
    };

    /// "Texas governor", "the head of Chechnya": who acts for a part of a state acts for that state; but its
    /// president is not the state's.
    bool has_local_office(const Spot& spot) const {
        const RoleEntry& entry = role(spot);
        return entry.role_class == RoleClass::person && entry.office.empty() &&
               (entry.acts == Acts::yes || entry.acts == Acts::tied);
    }

    /// Names may stand before a role noun as demonyms do ("US troops", "Hamas leaders", "the Trump
    /// administration").
    bool may_precede(const Draft& draft, const Spot& spot) const {
        // "EU countries" act; "the U.S. state of Iowa", "an African nation" are not that actor.
        if (role(spot).role_class == RoleClass::country &&
            draft.mention.actors.front().kind == ActorKind::state)
            return false;
        if (draft.form == Form::adjective) return true;
        for (std::size_t t = draft.mention.last; t < spot.first; ++t)
            if (token(t).upos == Upos::verb) return false;  // "Britain mobilised army reservists"
        if (draft.genitive) return false;
        if (draft.form == Form::place) {
            // "Kharkiv regional governor"
            for (std::size_t t = draft.mention.last; t < spot.first; ++t)
                if (token(t).upos != Upos::adj) return false;
            return has_local_office(spot);
        }
        const Participant& participant = draft.mention.actors.front();
        const std::size_t last = draft.mention.last - 1;
        const bool compound = !view_.has_tree(s_) || token(last).deprel.starts_with("compound") ||
                              token(last).deprel.starts_with("nmod") ||
                              token(last).deprel.starts_with("flat") ||
                              token(last).deprel.starts_with("amod");
        if (view_.language == dutch) {
            // "kabinet-Schoof" is the other way round; "Hezbollah leider" is wrong but written.
            return participant.kind != ActorKind::state && participant.kind != ActorKind::person &&
                   draft.mention.last == spot.first && compound && role(spot).role_class != RoleClass::body;
        }
        if (draft.form == Form::nationals && draft.mention.last != spot.first) return false;
        if (participant.kind == ActorKind::organisation || participant.kind == ActorKind::armed_group)
            return true;
        if (participant.kind == ActorKind::person)
            return draft.mention.last == spot.first && role(spot).role_class == RoleClass::body && compound;
        // "gave Ukraine missiles" is no compound.
        const RoleClass role_class = role(spot).role_class;
        if (!view_.has_tree(s_)) return role_class == RoleClass::body || role_class == RoleClass::person;
        if (draft.form == Form::seat && draft.mention.last == spot.first && role_class != RoleClass::thing)
            return true;
        return compound && token(last).head >= static_cast<int>(draft.mention.last);
    }

    Phrase look_left(const Spot& spot) const {
        Phrase phrase;
        phrase.first = phrase.before = spot.first;
        // "Hezbollah-leider", "Trump-regering", "US-officials": in the role's own first token.
        if (const std::size_t d = draft_at(spot.first);
            d != Draft::none && drafts_[d].compound && drafts_[d].form == Form::adjective)
            phrase.owners.push_back(d);
        std::size_t t = spot.first;
        bool linked = !phrase.owners.empty();
        for (int steps = 0; t > 0 && steps < 12; ++steps) {
            const std::size_t at = t - 1;
            const Token& word = token(at);
            const std::uint32_t context = view_.context(s_, at);
            if (const std::size_t d = draft_at(at); d != Draft::none) {
                const Draft& draft = drafts_[d];
                if (draft.genitive) {
                    if (view_.language == dutch && phrase.owners.empty()) {
                        phrase.owners.push_back(d);
                        phrase.first = phrase.before = draft.mention.first;
                        phrase.definite = true;
                    }
                    break;
                }
                if (is_glued(draft) || !may_precede(draft, spot)) {
                    // "Swedish-registered", "Russian-backed": whose it is not; "Vietnamese-led forces" are
                    // Vietnamese.
                    if (!is_glued(draft)) break;
                    if (glued_context(draft, led) && phrase.owners.empty()) {
                        phrase.owners.push_back(d);
                        phrase.first = phrase.before = draft.mention.first;
                    }
                    t = draft.mention.first;
                    continue;
                }
                // Demonyms of one phrase are coordinated or adjoin; another one further left belongs
                // elsewhere.
                // "Croatian Serb refugees": the first of two that adjoin is the state.
                if (!phrase.owners.empty() &&
                    drafts_[phrase.owners.back()].mention.first == draft.mention.last)
                    phrase.owners.pop_back();
                // "Frans-Duitse": both halves of one token.
                for (std::size_t other = drafts_.size(); other > 0; --other)
                    if (other - 1 != d && drafts_[other - 1].role == Draft::none &&
                        drafts_[other - 1].form == Form::adjective &&
                        drafts_[other - 1].mention.first == draft.mention.first &&
                        drafts_[other - 1].mention.last == draft.mention.last)
                        phrase.owners.push_back(other - 1);
                phrase.owners.push_back(d);
                t = draft.mention.first;
                phrase.first = phrase.before = t;
                linked = true;
                continue;
            }
            if (linked && is_and(at) && at > 0) {
                const std::size_t d = draft_at(at - 1);
                if (d != Draft::none && drafts_[d].form == Form::adjective) {
                    t = at;
                    continue;
                }
                // "US, French and Turkish forces"
                if (d != Draft::none && !drafts_[d].genitive && view_.language == english &&
                    drafts_[d].form == Form::name && !drafts_[d].mention.place && short_name(drafts_[d])) {
                    phrase.owners.push_back(d);
                    t = drafts_[d].mention.first;
                    phrase.first = phrase.before = t;
                    continue;
                }
                break;
            }
            if (!linked && is_and(at) && word.form != "," && at > 0 && spot_covering(at - 1) != nullptr) {
                // "the French president and prime minister"
                t = spot_covering(at - 1)->first;
                continue;
            }
            // "de Duitse en de Franse minister"
            if (view_.language == dutch && linked && (context & determiner) != 0 && at > 1 &&
                (view_.context(s_, at - 1) & and_word) != 0) {
                const std::size_t d = draft_at(at - 2);
                if (d != Draft::none && drafts_[d].form == Form::adjective) {
                    t = at;
                    continue;
                }
            }
            if ((context & determiner) != 0 && word.upos != Upos::adj) {
                phrase.definite = word.form == "the" || word.form == "The" || word.form == "de" ||
                                  word.form == "De" || word.form == "het" || word.form == "Het";
                phrase.indefinite = (context & indefinite) != 0;
                phrase.before = at;
                break;
            }
            if (word.upos == Upos::pron || word.upos == Upos::det) {
                if (word.feats.find("Poss=Yes") != std::string::npos || is_possessive(at)) {
                    phrase.pronoun = at;
                    phrase.before = at;
                }
                break;
            }
            if ((word.form == "'s" || word.form == "\u2019s" || word.form == "'" || word.form == "\u2019") &&
                at > 0 && word.upos != Upos::punct) {
                const std::size_t d = draft_at(at - 1);
                if (d != Draft::none && phrase.owners.empty() && !is_relational(role(spot).role_class) &&
                    drafts_[d].form != Form::place) {
                    phrase.owners.push_back(d);
                    phrase.first = phrase.before = drafts_[d].mention.first;
                    phrase.definite = true;
                }
                break;
            }
            if ((context & former) != 0) {
                phrase.former = true;
                t = at;
                continue;
            }
            const bool modifier =
                word.upos == Upos::adj || word.upos == Upos::num || word.form == "-" || is_quote(word.form) ||
                word.upos == Upos::adv || (word.upos == Upos::verb && is_participle(at)) ||
                (view_.language == english && (word.upos == Upos::noun || word.upos == Upos::propn) &&
                 (context & calendar) == 0);
            if (!modifier) break;
            if (word.upos == Upos::adv &&
                !(t < size() && (token(t).upos == Upos::adj || token(t).upos == Upos::verb)))
                break;
            t = at;
            if (phrase.owners.empty()) phrase.before = t;
        }
        std::reverse(phrase.owners.begin(), phrase.owners.end());
        // "ex-president" in one token.
        const std::size_t piece = matched_.first_piece[spot.first];
        if ((view_.lexicon.context(view_.language, matched_.pieces[piece].word) & former) != 0)
            phrase.former = true;
        return phrase;
    }

    /// The word that a hyphen joins to the draft, if it is no demonym itself: "Russian-backed".
    const Piece* glued_word(const Draft& draft) const {
        const std::size_t next = matched_.first_piece[draft.mention.last];
        if (draft.compound || next >= matched_.pieces.size() || matched_.pieces[next].glue != '-')
            return nullptr;
        if (draft_at(matched_.pieces[next].token) != Draft::none) return nullptr;
        return spot_covering(matched_.pieces[next].token) == nullptr ? &matched_.pieces[next] : nullptr;
    }
    bool is_glued(const Draft& draft) const { return glued_word(draft) != nullptr; }
    bool glued_context(const Draft& draft, std::uint32_t context) const {
        const Piece* piece = glued_word(draft);
        return piece != nullptr && (view_.lexicon.context(view_.language, piece->word) & context) != 0;
    }

    bool short_name(const Draft& draft) const {
        const std::size_t piece = matched_.first_piece[draft.mention.first];
        return matched_.pieces[piece].upper;
    }
    bool is_participle(std::size_t t) const {
        return token(t).feats.find("VerbForm=Part") != std::string::npos ||
               (view_.has_tree(s_) && token(t).deprel.starts_with("amod")) ||
               token(t).feats.find("VerbForm=Ger") != std::string::npos;
    }
    bool is_possessive(std::size_t t) const {
        for (const Match& match : matched_.matches)
            if (match.first == t)
                for (const Sense& sense : match.senses)
                    if (sense.form == Form::reference && view_.lexicon.references[sense.index].possessive)
                        return true;
        return false;
    }

    /// "Leger Soedan herovert paleis", "Protest: premier Slowakije …": the country's name behind the bare
    /// noun that begins a Dutch headline; Draft::none elsewhere.
    std::size_t country_of_headline(const Spot& spot) const {
        const RoleClass kind = role(spot).role_class;
        const bool begins = spot.first == 0 || token(spot.first - 1).form == ":";
        if (view_.language != dutch || !begins || (kind != RoleClass::person && kind != RoleClass::body) ||
            spot.last >= size())
            return Draft::none;
        const std::size_t name = draft_from(spot.last);
        const bool country = name != Draft::none && drafts_[name].form == Form::name &&
                             !drafts_[name].genitive && drafts_[name].mention.actors.size() == 1 &&
                             drafts_[name].mention.actors.front().kind == ActorKind::state;
        return country ? name : Draft::none;
    }

    /// "the leaders of Chile and Peru", "president van de Verenigde Staten", "members of the Syrian
    /// government". Returns the token after the phrase.
    std::size_t look_right(const Spot& spot, Phrase& phrase) {
        std::size_t t = spot.last;
        const bool people =
            role(spot).role_class == RoleClass::person || role(spot).role_class == RoleClass::group;
        if (const std::size_t country = country_of_headline(spot); country != Draft::none) {
            phrase.owners.push_back(country);
            drafts_[country].mention.place = false;
            return drafts_[country].mention.last;
        }
        for (int complements = 0; complements < 2 && t + 1 < size(); ++complements) {
            const std::uint32_t context = view_.context(s_, t);
            const bool of = (context & of_word) != 0;
            const bool from =
                people && (context & city_prep) != 0 &&
                (token(t).form == "from" || token(t).form == "uit" || token(t).form == "vanuit");
            // "a spokesman for the Iranian foreign ministry"
            const bool speaks =
                role(spot).office == "spokesperson" &&
                (token(t).form == "for" || token(t).form == "voor" || token(t).form == "namens");
            // "the government in Kyiv"
            const bool seat =
                (view_.context(s_, spot.last - 1) & seated) != 0 && t == spot.last && token(t).form == "in";
            if (!of && !from && !speaks && !seat) return spot.last;
            std::size_t at = t + 1;
            while (at < size() && at < t + 4 && draft_from(at) == Draft::none &&
                   ((view_.context(s_, at) & (determiner | quantifier)) != 0 || token(at).upos == Upos::det ||
                    (token(at).upos == Upos::adj && draft_at(at) == Draft::none) ||
                    token(at).form == "Kingdom" || token(at).form == "Koninkrijk" ||
                    token(at).form == "State" || (token(at).form == "of" && at > t + 1)))
                ++at;
            if (at >= size()) return spot.last;
            if (const std::size_t nested = role_draft_from(at); nested != Draft::none) {
                phrase.inherited = drafts_[nested].mention.actors;
                return drafts_[nested].mention.last;
            }
            std::size_t d = draft_from(at);
            if (d != Draft::none && drafts_[d].form == Form::adjective) {
                // "of the Syrian government": the role that the demonym belongs to was handled before.
                for (const Draft& draft : drafts_)
                    if (draft.role != Draft::none && draft.mention.first == at &&
                        !draft.mention.actors.empty()) {
                        phrase.inherited = draft.mention.actors;
                        return draft.mention.last;
                    }
                return spot.last;
            }
            // "director of the Moscow-based firm" is of the firm.
            if (d != Draft::none && is_glued(drafts_[d])) return spot.last;
            if (d != Draft::none && drafts_[d].form == Form::place) {
                if (!of || at > t + 1 || !has_local_office(spot) || drafts_[d].genitive) return spot.last;
                phrase.owners.push_back(d);
                return drafts_[d].mention.last;
            }
            // "sent workers from Iraq" says from where, "troops from Ghana arrived" whose they are.
            if (d != Draft::none && from && drafts_[d].mention.actors.front().kind == ActorKind::state &&
                !view_.subject(s_, spot.last - 1))
                return spot.last;
            if (d != Draft::none) {
                std::size_t end = spot.last;
                while (d != Draft::none) {
                    phrase.owners.push_back(d);
                    if (!seat) drafts_[d].mention.place = false;
                    end = drafts_[d].mention.last;
                    if (drafts_[d].genitive) {
                        // "the commander of Iran's Revolutionary Guards"
                        const std::size_t owned = end + 1 < size() ? draft_from(end + 1) : Draft::none;
                        if (owned != Draft::none && drafts_[owned].form == Form::name) {
                            phrase.owners.back() = owned;
                            end = drafts_[owned].mention.last;
                        }
                        break;
                    }
                    std::size_t next = end;
                    if (next < size() && token(next).form == ",") ++next;
                    if (next < size() && (view_.context(s_, next) & and_word) != 0) ++next;
                    if (next == end) break;
                    while (next < size() && draft_from(next) == Draft::none &&
                           (view_.context(s_, next) & determiner) != 0)
                        ++next;
                    d = next < size() ? draft_from(next) : Draft::none;
                    // The list goes on with names only, and ends before a clause.
                    if (d != Draft::none &&
                        (drafts_[d].form == Form::person || drafts_[d].form == Form::surname) &&
                        token(drafts_[d].mention.first - 1).form == ",")
                        break;  // "the president of the Commission, Ursula von der Leyen,"
                    if (d != Draft::none && (drafts_[d].form == Form::adjective ||
                                             drafts_[d].form == Form::place || starts_clause(d)))
                        break;
                }
                return end;
            }
            // "minister of Finance of Chad": over the office to the next "of".
            std::size_t next = at;
            while (next < size() && next < at + 4 &&
                   (token(next).upos == Upos::noun || token(next).upos == Upos::propn ||
                    token(next).upos == Upos::cconj || token(next).upos == Upos::adj))
                ++next;
            if (next == at) return spot.last;
            t = next;
        }
        return spot.last;
    }

    /// A name after a comma that is a subject of its own begins a clause.
    bool starts_clause(std::size_t d) const {
        const std::size_t last = drafts_[d].mention.last;
        const std::size_t first = drafts_[d].mention.first;
        return first > 0 && token(first - 1).form == "," && last < size() &&
               (token(last).upos == Upos::verb || token(last).upos == Upos::aux);
    }

    void handle(const Spot& spot) {
        const RoleEntry& entry = role(spot);
        if (is_surname(spot) || !is_head(spot)) return;
        Phrase phrase = look_left(spot);
        std::size_t last = spot.last;
        if (phrase.owners.empty() && phrase.pronoun == Draft::none) last = look_right(spot, phrase);
        std::size_t first = std::min(phrase.first, spot.first);

        std::vector<Participant> actors = owners_of(phrase, spot);
        Draft draft;
        draft.role = spot.role;
        draft.form = Form::role;
        draft.plural = entry.plural;
        draft.person = entry.role_class == RoleClass::person && !entry.plural;

        // A name beside the role: "minister X", "X, the minister of Y".
        Participant person;
        if (const std::size_t d = draft_from(spot.last);
            d != Draft::none && drafts_[d].form == Form::name && !entry.plural && !drafts_[d].genitive &&
            drafts_[d].mention.actors.front().kind != ActorKind::state &&
            (entry.role_class == RoleClass::body || entry.acts == Acts::party || is_rebel(entry))) {
            // "the militant group Hamas", "de Libanese organisatie Hezbollah": it is that one.
            draft.mention = view_.mention(s_, first, drafts_[d].mention.last);
            draft.mention.kind = MentionKind::role;
            draft.mention.actors = drafts_[d].mention.actors;
            for (Participant& participant : draft.mention.actors)
                participant.mention = view_.span(s_, first, drafts_[d].mention.last);
            drafts_[d].mention.place = false;
            drafts_.push_back(std::move(draft));
            return;
        }
        if (entry.role_class == RoleClass::person || is_relational(entry.role_class)) {
            const std::size_t name_end = name_after(spot, last, actors, person, draft);
            if (name_end > 0)
                last = std::max(last, name_end);
            else if (!entry.plural)
                name_before(phrase, last, actors, person, draft);
        }
        // "Foreign Minister Ivan Dimov of Bulgaria"
        if (actors.empty() && !person.id.empty() && person.state.empty() && entry.acts != Acts::party &&
            phrase.pronoun == Draft::none) {
            Phrase behind;
            const std::size_t end = look_right({spot.first, last, spot.role}, behind);
            actors = owners_of(behind, spot);
            if (!actors.empty()) {
                last = end;
                tie(person, actors);
                remember_state(view_, person);
            }
        }
        const bool tied = !actors.empty();
        // "the Pentagon chief" is not the state's.
        const bool of_part = entry.acts == Acts::tied && tied && actors[0].kind == ActorKind::state;
        if (person.id.empty() && draft.person && actors.size() == 1 && !entry.office.empty() && !of_part &&
            !phrase.former && !phrase.indefinite && view_.article.published)
            if (const auto holder = holder_of(actors[0].id, entry.office)) {
                person = *holder;
                draft.gender = view_.lexicon.persons[view_.lexicon.person_index.at(person.id)].gender;
            }
        if (!person.id.empty()) {
            hold(person, entry, actors);
            actors = {person};
        }

        draft.definite = !phrase.indefinite && (phrase.definite || !entry.plural);
        if (actors.empty()) {
            const bool opposite = entry.role_class == RoleClass::opposite && !entry.plural;
            if (phrase.pronoun != Draft::none && (opposite || !is_relational(entry.role_class)) &&
                (entry.acts == Acts::yes || entry.role_class == RoleClass::country)) {
                draft.possessor = phrase.pronoun;
                first = phrase.pronoun;
            } else if (entry.acts == Acts::yes && !phrase.former && phrase.pronoun == Draft::none &&
                       (entry.role_class == RoleClass::body || entry.role_class == RoleClass::person)) {
                draft.domestic = true;
                if (phrase.indefinite && !entry.plural && entry.role_class == RoleClass::body) return;
                if (!draft.definite && entry.plural && !view_.subject(s_, spot.last - 1)) return;
            } else if (entry.acts == Acts::yes && entry.role_class == RoleClass::group && phrase.definite &&
                       !phrase.former && phrase.pronoun == Draft::none) {
                draft.domestic = draft.repeated = true;
            } else {
                return;
            }
        } else if (!person.id.empty() && person.state.empty() && entry.acts != Acts::party &&
                   !phrase.former) {
            draft.domestic = true;
        }
        draft.mention = view_.mention(s_, first, last);
        draft.mention.head = role_head(spot, first, last);
        draft.mention.kind = MentionKind::role;
        draft.mention.private_party =
            phrase.former || entry.acts == Acts::party || (is_rebel(entry) && !armed(actors));
        const TextSpan text = view_.span(s_, first, last);
        const TextSpan noun = view_.span(s_, spot.first, spot.last);
        for (Participant& participant : actors) {
            participant.mention = text;
            if (participant.role.empty() && participant.kind != ActorKind::armed_group)
                participant.role = noun.text;
            if (tied && participant.kind != ActorKind::person && !phrase.owners.empty())
                participant.role = noun.text;
        }
        draft.mention.actors = std::move(actors);
        drafts_.push_back(std::move(draft));
    }

    bool is_rebel(const RoleEntry& entry) const {
        if (entry.acts != Acts::flying) return entry.acts == Acts::rebel;
        for (std::size_t t = 0; t < size(); ++t)
            if ((view_.context(s_, t) & air_hint) != 0) return false;
        return true;
    }

    static bool armed(const std::vector<Participant>& actors) {
        return !actors.empty() &&
               std::all_of(actors.begin(), actors.end(), [](const Participant& participant) {
                   return participant.kind == ActorKind::armed_group;
               });
    }

    std::size_t role_head(const Spot& spot, std::size_t first, std::size_t last) const {
        if (!view_.has_tree(s_)) return spot.last - 1;
        // The role noun itself, where the tree hangs it outside of the phrase.
        const int above = token(spot.last - 1).head;
        if (above < static_cast<int>(first) || above >= static_cast<int>(last)) return spot.last - 1;
        return view_.head(s_, first, last);
    }

    /// Whom the owners of the phrase stand for.
    std::vector<Participant> owners_of(const Phrase& phrase, const Spot&) const {
        std::vector<Participant> owners = phrase.inherited;
        for (const std::size_t d : phrase.owners)
            owners.insert(owners.end(), drafts_[d].mention.actors.begin(), drafts_[d].mention.actors.end());
        std::vector<Participant> actors;
        for (const Participant& owner : owners) {
            Participant participant = owner;
            if (owner.kind == ActorKind::person) {
                const auto state = view_.lexicon.actor_index.find(owner.state);
                if (state == view_.lexicon.actor_index.end()) continue;
                participant = view_.lexicon.participant(state->second);
            }
            const bool there = std::any_of(actors.begin(), actors.end(), [&](const Participant& other) {
                return other.id == participant.id;
            });
            if (!there) actors.push_back(std::move(participant));
        }
        return actors;
    }

    std::optional<Participant> holder_of(const ActorId& actor, const std::string& office) const {
        const auto found = view_.lexicon.offices.find(actor + ' ' + office);
        const auto holds = [&](const auto& list) -> std::optional<Participant> {
            for (const auto& [person, term] : list) {
                const PersonEntry& entry = view_.lexicon.persons[person];
                const Term& held = entry.terms[term];
                if (held.start <= *view_.article.published &&
                    (!held.end || *held.end > *view_.article.published)) {
                    Participant participant = view_.lexicon.participant(entry, view_.article.published);
                    participant.role = held.title;
                    participant.state = view_.lexicon.actors[view_.lexicon.actor_index.at(held.actor)].state;
                    return participant;
                }
            }
            return std::nullopt;
        };
        if (found != view_.lexicon.offices.end())
            if (const auto holder = holds(found->second)) return holder;
        // "the leader of North Korea", "the president of the Commission"
        static const std::array<std::pair<std::string_view, std::string_view>, 8> others = {
            {{"leader", "supreme_leader"},
             {"leader", "head_of_state"},
             {"head_of_state", "president"},
             {"head_of_state", "commission_president"},
             {"head_of_state", "council_president"},
             {"head_of_state", "parliament_president"},
             {"supreme_leader", "leader"},
             {"secretary_general", "leader"}}};
        for (const auto& [asked, other] : others) {
            if (asked != office) continue;
            const auto list = view_.lexicon.offices.find(actor + ' ' + std::string(other));
            if (list == view_.lexicon.offices.end()) continue;
            // "the French leader" may be one of two.
            if (asked == "leader" && other == "head_of_state" &&
                view_.lexicon.offices.contains(actor + " head_of_government"))
                continue;
            if (const auto holder = holds(list->second)) return holder;
        }
        return std::nullopt;
    }

    /// Somebody who held several offices: the one that the text names.
    void hold(Participant& person, const RoleEntry& entry, const std::vector<Participant>& actors) const {
        const auto known = view_.lexicon.person_index.find(person.id);
        if (known == view_.lexicon.person_index.end() || entry.office.empty() || view_.article.published)
            return;
        for (const Term& held : view_.lexicon.persons[known->second].terms) {
            if (held.office != entry.office) continue;
            const ActorId& state = view_.lexicon.actors[view_.lexicon.actor_index.at(held.actor)].state;
            if (!actors.empty() && actors.front().state != state) continue;
            person.state = state;
            person.role = held.title;
            return;
        }
    }

    /// Ties a person known by name to what the text says he acts for.
    void tie(Participant& person, const std::vector<Participant>& actors) const {
        if (actors.empty()) return;
        for (const Participant& actor : actors)
            if (actor.state == person.state || actor.id == person.state) return;
        person.state = actors.front().state;
        person.role.clear();
    }

    /// "ambassador [to the United States] Hamid Rahmati", "minister [van financiën] Kok": the token after
    /// whom an office is with, or what it is for; size() if there is none.
    std::size_t behind_complement(const Spot& spot) const {
        std::size_t at = spot.last;
        if (at >= size() || token(at).upos != Upos::adp) return size();
        const bool of = (view_.context(s_, at) & of_word) != 0;
        ++at;
        while (at < size() && draft_from(at) == Draft::none && (view_.context(s_, at) & determiner) != 0)
            ++at;
        if (of) {
            const std::size_t first = at;
            while (at < size() && at < first + 5 && draft_at(at) == Draft::none &&
                   (token(at).upos == Upos::noun || (at > first && token(at).upos == Upos::cconj)))
                ++at;
            return at > first && token(at - 1).upos == Upos::noun && is_apposed(spot, at) ? at : size();
        }
        const std::size_t d = at < size() ? draft_from(at) : Draft::none;
        if (d == Draft::none || drafts_[d].genitive) return size();
        const ActorKind kind = drafts_[d].mention.actors.front().kind;
        return kind == ActorKind::state || kind == ActorKind::organisation ? drafts_[d].mention.last : size();
    }

    /// The tree hangs the name at `at` on the phrase of `spot`.
    bool is_apposed(const Spot& spot, std::size_t at) const {
        if (at >= size() || token(at).upos != Upos::propn || !view_.has_tree(s_)) return false;
        const int head = token(at).head;
        return head >= static_cast<int>(spot.first) && head < static_cast<int>(at);
    }

    std::size_t name_after(const Spot& spot, std::size_t last, const std::vector<Participant>& actors,
                           Participant& person, Draft& draft) {
        for (const std::size_t from : {spot.last, last, behind_complement(spot)}) {
            if (from >= size()) continue;
            std::size_t at = from;
            const bool comma = token(at).form == ",";
            if (comma) ++at;
            if (at >= size()) continue;
            if (const std::size_t d = draft_from(at);
                d != Draft::none && (drafts_[d].form == Form::person || drafts_[d].form == Form::surname)) {
                // After a comma only where another one closes the apposition, or it is no subject of its own.
                if (comma && !closed(drafts_[d].mention.last)) continue;
                if (role(spot).plural || drafts_[d].genitive) return 0;
                person = drafts_[d].mention.actors.front();
                tie(person, actors);
                drafts_[d].mention.actors.front().state = person.state;
                draft.gender = drafts_[d].gender;
                return drafts_[d].mention.last;
            }
            if (role(spot).plural) continue;
            const std::size_t end = person_name_end(view_, s_, at, drafts_);
            if (end == at || (comma && (end < at + 2 || !closed(end)))) continue;
            if (from != spot.last && from != last && end < at + 2 && !is_apposed(spot, at)) continue;
            // "the party SNP" is nobody.
            if (end == at + 1 && matched_.pieces[matched_.first_piece[at]].upper) continue;
            person = introduce_stranger(view_, s_, at, end,
                                        role(spot).acts == Acts::party ? std::vector<Participant>() : actors,
                                        view_.span(s_, spot.first, spot.last).text);
            return end;
        }
        return 0;
    }

    bool closed(std::size_t t) const {
        return t >= size() || token(t).form == "," || token(t).form == "." || token(t).form == ")";
    }

    /// "Anna Svensson, the ministry's spokeswoman"
    void name_before(const Phrase& phrase, std::size_t last, const std::vector<Participant>& actors,
                     Participant& person, Draft& draft) {
        std::size_t t = phrase.before;
        if (t > 0 && (view_.context(s_, t - 1) & determiner) != 0) --t;
        if (t < 2 || token(t - 1).form != ",") return;
        // "…, a Russian spokeswoman said": a subject of its own.
        if (last < size() && (token(last).upos == Upos::verb || token(last).upos == Upos::aux)) return;
        const std::size_t end = t - 1;
        for (Draft& other : drafts_)
            if (other.mention.last == end && other.role == Draft::none &&
                (other.form == Form::person || other.form == Form::surname)) {
                // Of whom the tables know for whom he acts, that must fit.
                const Participant& known = other.mention.actors.front();
                const bool fits = actors.empty() ||
                                  std::any_of(actors.begin(), actors.end(), [&](const Participant& actor) {
                                      return actor.state == known.state;
                                  });
                if (!fits && (!known.state.empty() || view_.lexicon.person_index.contains(known.id))) return;
                person = known;
                tie(person, actors);
                other.mention.actors.front().state = person.state;
                draft.gender = other.gender;
                return;
            }
        std::size_t first = end;
        while (first > 0 && end - first < 5 &&
               ((token(first - 1).upos == Upos::propn && view_.capital(s_, first - 1) &&
                 (view_.context(s_, first - 1) & calendar) == 0 && draft_at(first - 1) == Draft::none &&
                 spot_covering(first - 1) == nullptr) ||
                (first < end && is_name_particle(token(first - 1).form))))
            --first;
        while (first < end &&
               (!view_.capital(s_, first) || (view_.context(s_, first) & (title | title_m | title_f)) != 0))
            ++first;
        if (end - first < 2) return;
        person = introduce_stranger(view_, s_, first, end, actors, "");
        Draft name;
        name.mention = view_.mention(s_, first, end);
        name.mention.kind = MentionKind::name;
        name.mention.actors = {person};
        name.form = Form::person;
        name.person = true;
        drafts_.push_back(std::move(name));
    }

    ArticleView& view_;
    const std::size_t s_;
    const MatchedSentence& matched_;
    std::vector<Draft>& drafts_;
    std::vector<Spot> spots_;
};

}  // namespace

void find_roles(ArticleView& view, std::size_t s, std::vector<Draft>& drafts) {
    Roles(view, s, drafts).run();
}

}  // namespace entente::detail
