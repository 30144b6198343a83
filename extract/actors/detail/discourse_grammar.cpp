// What the tree says of a pronoun: whose clause it stands in, whom it cannot mean.
#include <algorithm>

#include "extract/actors/detail/discourse.hpp"
#include "extract/actors/detail/words.hpp"

namespace entente::detail {

bool Discourse::neuter_between(std::size_t s, const Referent& referent, std::size_t token) const {
    const auto has = [](const Token& t, std::string_view feature) {
        return t.feats.find(feature) != std::string::npos;
    };
    for (std::size_t t = referent.token; t < referent.last; ++t)
        if (has(view_.token(referent.sentence, t), "Number=Plur")) return true;
    const std::size_t end = referent.sentence == s ? token : view_.size(referent.sentence);
    for (std::size_t t = referent.last; t < end; ++t) {
        const Token& noun = view_.token(referent.sentence, t);
        if (noun.upos == Upos::noun && has(noun, "Gender=Neut") && !has(noun, "Number=Plur")) return true;
    }
    return false;
}

bool Discourse::begins_deed(std::size_t s, std::size_t token) const {
    const Token& it = view_.token(s, token);
    if (token > 1 || s == 0 || it.head < 0 || !it.deprel.starts_with("nsubj")) return false;
    const std::vector<Token>& tokens = view_.sentence(s).tokens;
    if (tokens[static_cast<std::size_t>(it.head)].upos != Upos::verb) return false;
    return std::any_of(tokens.begin(), tokens.end(), [&](const Token& t) {
        return t.head == it.head && (t.deprel == "obj" || t.deprel == "iobj" || t.deprel == "xcomp");
    });
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

std::vector<ActorId> Discourse::not_meant(std::size_t s, const Match& match,
                                          std::span<const Draft> inside) const {
    std::vector<ActorId> ids;
    for (const Draft& draft : inside)  // "the country occupied by Russia"
        if (draft.mention.first > match.first && draft.mention.last < match.last)
            for (const Participant& actor : draft.mention.actors)
                if (const auto whom = principal(actor)) ids.push_back(whom->id);
    const std::vector<Token>& tokens = view_.sentence(s).tokens;
    std::size_t at = view_.head(s, match.first, match.last);
    for (int steps = 0; steps < 12 && tokens[at].upos != Upos::verb; ++steps) {
        if (tokens[at].deprel.starts_with("nsubj") || tokens[at].head < 0) return ids;
        at = static_cast<std::size_t>(tokens[at].head);
    }
    // "zette diplomaten [het land uit]": the subject's own.
    static constexpr std::string_view out = "uit";
    if (match.last < tokens.size() && tokens[match.last].form == out) return ids;
    std::size_t verb = Draft::none;
    const std::size_t subject = local_subject(s, view_.head(s, match.first, match.last), verb);
    if (subject == Draft::none) return ids;
    const std::size_t antecedent = relative_head(s, subject);
    const auto add_holding = [&](std::size_t token) {
        const std::size_t before = ids.size();
        for (const Referent& referent : recent(s, 0))
            if (token >= referent.token && token < referent.last)
                for (const Participant& actor : referent.actors)
                    if (const auto whom = principal(actor)) ids.push_back(whom->id);
        return ids.size() > before;
    };
    if (!add_holding(subject) && antecedent != Draft::none) add_holding(antecedent);
    return ids;
}

bool Discourse::are_its_own(std::size_t s, const Match& match) const {
    constexpr std::size_t bare = 2;  ///< words: "de buurlanden"
    const Token& head = view_.token(s, view_.head(s, match.first, match.last));
    if (match.last - match.first != bare || head.upos != Upos::noun ||
        (head.deprel != "obj" && head.deprel != "iobj") || view_.token(s, match.first).upos != Upos::det ||
        (view_.context(s, match.first) & determiner) == 0)
        return false;
    const std::vector<ActorId> doers = not_meant(s, match, {});
    const std::span<const Referent> told = recent(s, long_memory);
    return std::any_of(told.begin(), told.end(), [&](const Referent& referent) {
        return referent.sentence != s && !referent.adjective &&
               std::any_of(referent.actors.begin(), referent.actors.end(), [&](const Participant& actor) {
                   return std::find(doers.begin(), doers.end(), actor.state) != doers.end();
               });
    });
}

std::vector<Match> Discourse::parted_references(std::size_t s, std::span<const Draft> drafts) const {
    std::vector<Match> found;
    if (!view_.has_tree(s) || view_.language != dutch) return found;
    const MatchedSentence& words = view_.matched[s];
    const std::vector<Token>& tokens = view_.sentence(s).tokens;
    const auto below = [&](std::size_t t, std::size_t noun) {
        for (std::size_t steps = 0; steps < tokens.size() && tokens[t].head >= 0; ++steps) {
            if (t == noun) return true;
            t = static_cast<std::size_t>(tokens[t].head);
        }
        return t == noun;
    };
    constexpr std::size_t longest = 9;  ///< tokens between the words of one phrase
    for (std::size_t noun = 2; noun < tokens.size(); ++noun) {
        if (tokens[noun].upos != Upos::noun) continue;
        std::vector<std::size_t> parts;  // "de", "twee", "landen"
        for (std::size_t t = noun > longest ? noun - longest : 0; t < noun; ++t)
            if (tokens[t].head == static_cast<int>(noun) &&
                (tokens[t].deprel == "det" || tokens[t].deprel == "nummod"))
                parts.push_back(t);
        // The last word may be a part of its token: "de twee NAVO-bondgenoten".
        const bool compound = words.first_piece[noun + 1] > words.first_piece[noun] + 1 &&
                              words.pieces[words.first_piece[noun + 1] - 1].glue == '-';
        if (parts.empty() || (parts.size() == noun - parts.front() && !compound)) continue;
        parts.push_back(noun);
        std::optional<std::uint32_t> node = 0;
        for (const std::size_t part : parts) {
            const std::size_t piece = words.first_piece[part + 1] - 1;
            const bool whole = words.first_piece[part] == piece || (compound && part == noun);
            const WordId word = whole ? words.pieces[piece].word : 0;
            node = word == 0 ? std::nullopt : view_.lexicon.step(*node, word);
            if (!node) break;
        }
        if (!node) continue;
        Match match;
        match.first = parts.front();
        match.last = noun + 1;
        for (const Sense& sense : view_.lexicon.nodes[*node].senses)
            if (sense.form == Form::reference && (sense.languages & view_.language) != 0)
                match.senses.push_back(sense);
        if (match.senses.empty()) continue;
        bool whole = true;
        for (std::size_t t = match.first; t < noun; ++t) whole = whole && below(t, noun);
        for (const Draft& draft : drafts)  // "het Duitse land", "zijn land": said whose it is
            whole = whole && (draft.mention.head != noun || draft.mention.actors.empty()) &&
                    !(draft.form == Form::adjective && draft.mention.first > match.first &&
                      draft.mention.last <= noun && draft.mention.actors.size() == 1 &&
                      draft.mention.actors[0].kind == ActorKind::state &&
                      tokens[draft.mention.head].head == static_cast<int>(noun));
        if (whole) found.push_back(std::move(match));
    }
    return found;
}

std::size_t Discourse::blamed(std::size_t s, std::size_t token) const {
    const std::vector<Token>& tokens = view_.sentence(s).tokens;
    std::size_t noun = token;
    for (int steps = 0; steps < 4 && tokens[noun].upos != Upos::noun; ++steps) {
        if (tokens[noun].head < 0) return Draft::none;
        noun = static_cast<std::size_t>(tokens[noun].head);
    }
    // "sent soldiers to Russia to support its war": the last name in front of the infinitive.
    const int help = tokens[noun].deprel == "obj" ? tokens[noun].head : -1;
    if (help >= 0 && (view_.context(s, static_cast<std::size_t>(help)) & help_verb) != 0 &&
        tokens[static_cast<std::size_t>(help)].feats.find("VerbForm=Inf") != std::string::npos) {
        const int above = tokens[static_cast<std::size_t>(help)].head;
        for (int t = help - 1; t > above && above >= 0; --t) {
            const Token& name = tokens[static_cast<std::size_t>(t)];
            if (name.upos == Upos::propn && !name.deprel.starts_with("nsubj"))
                return static_cast<std::size_t>(t);
        }
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

std::size_t Discourse::subject_of_denied(std::size_t s, std::size_t token) const {
    const std::vector<Token>& tokens = view_.sentence(s).tokens;
    const Token& pronoun = tokens[token];
    if (!pronoun.deprel.starts_with("nsubj") || pronoun.head < 0) return Draft::none;
    const auto verb = static_cast<std::size_t>(pronoun.head);
    if ((view_.context(s, verb) & denial) == 0 || !tokens[verb].deprel.starts_with("acl")) return Draft::none;
    std::size_t root = verb;
    for (std::size_t steps = 0; tokens[root].head >= 0 && steps < tokens.size(); ++steps)
        root = static_cast<std::size_t>(tokens[root].head);
    for (std::size_t t = 0; t < token; ++t)
        if (tokens[t].head == static_cast<int>(root) && tokens[t].deprel.starts_with("nsubj")) return t;
    return Draft::none;
}

bool Discourse::means_thing_above(std::size_t s, std::size_t token) const {
    const std::vector<Token>& tokens = view_.sentence(s).tokens;
    if (tokens[token].deprel != "obj" || tokens[token].head < 0) return false;
    const Token& verb = tokens[static_cast<std::size_t>(tokens[token].head)];
    if ((verb.deprel != "advcl" && verb.deprel != "conj") || verb.head < 0 ||
        verb.feats.find("VerbForm=Fin") == std::string::npos)
        return false;  // "filed a case, accusing it"
    for (std::size_t t = 0; t < token; ++t) {
        const Token& thing = tokens[t];
        if (thing.head != verb.head || thing.deprel != "obj" || thing.upos != Upos::noun ||
            thing.feats.find("Number=Plur") != std::string::npos)
            continue;
        const auto around = recent(s, 0);
        return std::none_of(around.begin(), around.end(), [&](const Referent& referent) {
            return !referent.reference && t >= referent.token && t < referent.last;
        });
    }
    return false;
}

bool Discourse::reported_by_another(std::size_t s, std::size_t verb) const {
    const std::vector<Token>& tokens = view_.sentence(s).tokens;
    std::size_t clause = verb;
    while (tokens[clause].deprel == "conj" && tokens[clause].head >= 0)
        clause = static_cast<std::size_t>(tokens[clause].head);
    const bool reported = tokens[clause].deprel == "ccomp" || tokens[clause].deprel == "advcl";
    if (!reported || tokens[clause].head < 0) return false;
    for (const Token& token : tokens)
        if (token.head == tokens[clause].head && token.deprel.starts_with("nsubj")) return true;
    return false;
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
    if (head < 0) return false;
    if (is_plural(view_.token(s, static_cast<std::size_t>(head)))) return true;
    for (std::size_t t = token + 1; t < view_.size(s); ++t)  // "dat ze zich onmiddellijk zouden terugtrekken"
        if (view_.token(s, t).head == head && view_.token(s, t).upos == Upos::aux)
            return is_plural(view_.token(s, t));
    return false;
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

}  // namespace entente::detail
