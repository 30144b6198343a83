#include "extract/events/parties.hpp"

#include <algorithm>

#include "extract/language/letters.hpp"

namespace entente {

namespace {

/// "…, but no Ukrainians", "and not Serbia".
bool excluded(const Tree& tree, int conjunct) {
    const auto below = tree.children(conjunct);
    return std::any_of(below.begin(), below.end(), [&](int c) {
        return c < conjunct && tree.in_group(c, "exclusion") &&
               (tree.is(c, "det") || tree.is(c, "advmod") || tree.is(c, "cc"));
    });
}

/// Whether the bare name `apposition` stands between commas in a list whose end the tree knows.
bool listed(const Tree& tree, int apposition) {
    if (!tree.is(apposition, "appos") || tree.token(apposition).upos != Upos::propn) return false;
    const auto [first, last] = tree.extent(apposition);
    if (first < 1 || last + 1 >= tree.size()) return false;
    if (tree.token(first).form != "," && tree.token(first - 1).form != ",") return false;
    if (tree.token(last + 1).form != "," && tree.token(last + 1).upos != Upos::cconj) return false;
    for (const int c : tree.children(apposition))
        if (tree.is(c, "nmod") || tree.is(c, "acl")) return false;
    const auto beside = tree.children(tree.head(apposition));
    return std::any_of(beside.begin(), beside.end(), [&tree, last = last](int c) {
        return tree.is(c, "conj") && c > last && tree.token(c).upos == Upos::propn &&
               tree.child(c, "cc") >= 0;
    });
}

/// The phrases that a conjunction makes one, the first of them `node`.
void add_conjuncts(const Tree& tree, int node, int depth, std::vector<int>& found) {
    found.push_back(node);
    if (depth > 20) return;
    for (const int c : tree.children(node))
        if (tree.is(c, "conj") && !tree.is_verb(c) && !excluded(tree, c) &&
            std::find(found.begin(), found.end(), c) == found.end())
            add_conjuncts(tree, c, depth + 1, found);
    for (const int c :
         tree.children(node))  // "the AU, [ECOWAS] and France", the second taken for an apposition
        if (listed(tree, c) && std::find(found.begin(), found.end(), c) == found.end()) found.push_back(c);
}

}  // namespace

const ActorId& stands_for(const Participant& participant) {
    static const ActorId nobody;
    if (!participant.state.empty()) return participant.state;
    return participant.kind == ActorKind::person ? nobody : participant.id;
}

bool PartyFinder::names_actor(int node) const {
    const ActorMention* mention = mentions_.headed_by(node);
    return mention != nullptr && !mention->place && names_actor_or_place(node);
}

bool PartyFinder::names_actor_or_place(int node) const {
    const ActorMention* mention = mentions_.headed_by(node);
    return mention != nullptr && std::any_of(mention->actors.begin(), mention->actors.end(),
                                             [](const Participant& p) { return !stands_for(p).empty(); });
}

bool PartyFinder::names_government(int node) const {
    const ActorMention* mention = mentions_.headed_by(node);
    return mention != nullptr && !mention->place &&
           (mention->kind == MentionKind::name || mention->kind == MentionKind::metonym) &&
           std::any_of(mention->actors.begin(), mention->actors.end(),
                       [](const Participant& p) { return p.kind == ActorKind::state; });
}

bool PartyFinder::names_place(int node) const {
    const ActorMention* mention = mentions_.headed_by(node);
    return mention != nullptr &&
           (mention->kind == MentionKind::name || mention->kind == MentionKind::metonym) &&
           std::all_of(mention->actors.begin(), mention->actors.end(),
                       [](const Participant& p) { return p.kind == ActorKind::state; });
}

void PartyFinder::add_mention(const ActorMention& mention, int node, double quality, const std::string& how,
                              std::vector<Party>& found) const {
    for (const Participant& actor : mention.actors) {
        if (stands_for(actor).empty()) continue;
        const bool known =
            std::any_of(found.begin(), found.end(), [&](const Party& p) { return p.actor.id == actor.id; });
        if (known) continue;
        Party party;
        party.actor = actor;
        party.mention = &mention;
        party.node = node;
        party.quality = quality;
        party.how = how;
        party.via_place = mention.place;
        found.push_back(std::move(party));
    }
}

std::vector<const ActorMention*> PartyFinder::coordinated_demonyms(const ActorMention& mention) const {
    // "Hungarian and Romanian officials": one phrase, several states.
    std::vector<const ActorMention*> demonyms;
    if (mention.actors.size() != 1 || mention.kind != MentionKind::role) return demonyms;
    const auto head = static_cast<int>(mention.head);
    const auto in_front = [&](int node) {
        return node < head &&
               (tree_.is(node, "amod") || tree_.is(node, "compound") || tree_.is(node, "nmod:poss"));
    };
    for (const ActorMention* inner : mentions_.all()) {
        if (inner->kind == MentionKind::pronoun || inner->kind == MentionKind::definite ||
            inner->kind == MentionKind::role)
            continue;
        const auto node = static_cast<int>(inner->head);
        if (node == head) continue;
        const int above = tree_.head(node);
        const bool conjunct =
            above >= 0 && tree_.is(node, "conj") && tree_.head(above) == head && in_front(above);
        const bool first = above == head && in_front(node) &&
                           (inner->kind == MentionKind::demonym || tree_.child(node, "conj") >= 0);
        if (first || conjunct) demonyms.push_back(inner);
    }
    if (demonyms.size() < 2) demonyms.clear();
    return demonyms;
}

void PartyFinder::add_head(int node, double quality, const std::string& how, bool places,
                           std::vector<Party>& found) const {
    const ActorMention* mention = mentions_.headed_by(node);
    if (mention == nullptr || (mention->place && !places)) return;
    if (const auto demonyms = coordinated_demonyms(*mention); !demonyms.empty()) {
        for (const ActorMention* demonym : demonyms)
            add_mention(*demonym, node, quality * 0.95, how + ", one of several demonyms", found);
        return;
    }
    if (mention->kind == MentionKind::name)  // "Afghan and Western leaders"
        for (const ActorMention* other : mentions_.all()) {
            const auto demonym = static_cast<int>(other->head);
            if (other->kind == MentionKind::demonym && other->last + 1 == mention->first &&
                tree_.token(static_cast<int>(other->last)).upos == Upos::cconj && tree_.head(demonym) == node)
                add_mention(*other, node, quality * 0.9, how + ", demonym beside it", found);
        }
    const double certainty = mention->kind == MentionKind::pronoun    ? 0.8
                             : mention->kind == MentionKind::definite ? 0.85
                                                                      : 1.0;
    add_mention(*mention, node, quality * certainty, how, found);
}

bool PartyFinder::before_compound_head(int node) const {
    // "a Soviet-era base": the demonym belongs to the era.
    return node + 2 < tree_.size() && tree_.token(node + 1).form == "-" &&
           tree_.token(node + 1).begin == tree_.token(node).end && tree_.in_group(node + 2, "compound_head");
}

void PartyFinder::add_leader(int node, double quality, const std::string& how,
                             std::vector<Party>& found) const {
    for (const int c : tree_.children(node)) {
        const bool phrase = tree_.is(c, "nmod") || tree_.is(c, "obl");
        if (phrase && (tree_.groups().contains("leadership", tree_.preposition(c)) ||
                       (tree_.is_noun(c) && tree_.in_group(c, "leadership"))))
            add_head(c, quality, how + ", who leads it", false, found);
        if (!tree_.is(c, "acl") || !tree_.is_verb(c) || !tree_.in_group(c, "leadership")) continue;
        for (const int by : tree_.children(c))
            if (tree_.groups().contains("by", tree_.preposition(by)))
                add_head(by, quality, how + ", who leads it", false, found);
    }
}

void PartyFinder::add_modifiers(int node, double quality, const std::string& how, int depth, bool places,
                                std::vector<Party>& found) const {
    if (depth > 3) return;
    const std::size_t before = found.size();
    bool owner = false;
    for (const int c : tree_.children(node)) {
        if (c < node && (tree_.in_group(c, "compound_head") || before_compound_head(c))) continue;
        const bool owned = tree_.is_verb(c) && c < node && tree_.is(c, "amod") &&
                           tree_.groups().contains("owner_participle", lower_case(tree_.token(c).form));
        if (owned) {  // "a Turkish-flagged freighter"
            add_modifiers(c, quality, how, depth + 1, places, found);
            continue;
        }
        const bool genitive = tree_.is(c, "nmod:poss") || tree_.is(c, "det:poss") ||
                              (tree_.is(c, "nmod") && c < node && tree_.preposition(c).empty());
        const bool in_front = (tree_.is(c, "amod") || tree_.is(c, "compound") || tree_.is(c, "flat") ||
                               tree_.is(c, "nmod:unmarked") || tree_.is(c, "nmod:desc")) &&
                              !tree_.is_verb(c);
        if (!genitive && !in_front) continue;
        if (in_front && owner && found.size() > before) continue;  // "Sweden's NATO accession": Sweden's
        owner = owner || genitive;
        std::vector<int> conjuncts;
        add_conjuncts(tree_, c, 0, conjuncts);
        for (const int part : conjuncts) {
            add_head(part, quality * (genitive ? 0.9 : 0.85),
                     how + (genitive ? ", genitive" : ", in front of it"), true, found);
            // "the army's positions": the genitive's own genitive.
            // "a Maltese coastguard ship": the adjective hangs from the word between.
            const bool between = tree_.is(part, "compound") && tree_.is_noun(part);
            if (found.size() == before && (genitive || between))
                add_modifiers(part, quality * 0.8, how + (genitive ? ", genitive" : ", in front of it"),
                              depth + 1, places, found);
        }
    }
    if (found.size() > before) return;
    // "stal Oekraïens graan", both taken for objects: a demonym right in front of the noun is its own.
    if (node > 0 && tree_.token(node - 1).upos == Upos::propn && tree_.head(node - 1) != node &&
        tree_.preposition(node - 1).empty())
        if (const ActorMention* mention = mentions_.headed_by(node - 1);
            mention != nullptr && mention->kind == MentionKind::demonym)
            add_head(node - 1, quality * 0.8, how + ", in front of it", true, found);
    if (found.size() > before) return;
    for (const int c : tree_.children(node)) {
        if (!tree_.is(c, "nmod") && !tree_.is(c, "obl")) continue;
        const std::string preposition = tree_.preposition(c);
        const bool of = tree_.groups().contains("of", preposition);
        const bool from = tree_.groups().contains("from", preposition);
        if (!of && !from) continue;
        if (from && tree_.in_group(node, "away_from")) continue;  // "the withdrawal from Lebanon"
        std::vector<int> conjuncts;
        add_conjuncts(tree_, c, 0, conjuncts);
        for (const int part : conjuncts)
            add_head(part, quality * 0.85, how + ", " + preposition + "-phrase", true, found);
        if (found.size() == before && of)
            add_modifiers(c, quality * 0.8, how + ", " + preposition + "-phrase", depth + 1, places, found);
    }
    if (found.size() > before) return;
    add_leader(node, quality * 0.9, how, found);
    if (found.size() > before) return;
    for (const int c : tree_.children(node))  // "drones fired by Russia"
        if (tree_.is(c, "acl") && tree_.is_past_participle(c) && tree_.in_group(c, "run_by"))
            for (const int by : tree_.children(c))
                if (tree_.groups().contains("by", tree_.preposition(by)))
                    add_head(by, quality * 0.85, how + ", whose it is", false, found);
    if (found.size() > before) return;
    for (const int c : tree_.children(node)) {        // "bodies such as the EU", "landen, waaronder Egypte"
        const int adverb = tree_.child(c, "advmod");  // "waaronder"
        const bool named = tree_.groups().contains("such_as", tree_.preposition(c)) ||
                           (adverb >= 0 && adverb < c && tree_.in_group(adverb, "such_as"));
        if (!named) continue;
        std::vector<int> conjuncts;
        add_conjuncts(tree_, c, 0, conjuncts);
        for (const int part : conjuncts)
            add_head(part, quality * 0.85, how + ", one of those named", places, found);
    }
    if (found.size() > before) return;
    for (const int c : tree_.children(node))
        if (tree_.is(c, "appos")) {
            add_head(c, quality * 0.85, how + ", apposition", places, found);
            if (found.size() == before)
                add_modifiers(c, quality * 0.75, how + ", apposition", depth + 1, places, found);
        }
}

int PartyFinder::written_before(const ActorMention& mention) const {
    // "after [Cuba] and Haiti began …": the first of the two taken for a bare adverbial.
    auto at = static_cast<int>(mention.first) - 1;
    if (at > 0 && tree_.token(at).upos == Upos::det) --at;
    if (at <= 0 || tree_.token(at).upos != Upos::cconj) return -1;
    for (const ActorMention* other : mentions_.all()) {
        const auto head = static_cast<int>(other->head);
        if (other->last == static_cast<std::size_t>(at) && other->kind == MentionKind::name &&
            tree_.is(head, "obl") && tree_.preposition(head).empty() &&
            tree_.head(head) == tree_.head(static_cast<int>(mention.head)))
            return head;
    }
    return -1;
}

void PartyFinder::add_written_conjuncts(std::vector<int>& conjuncts) const {
    // "Iraq and Libya", "A, B and C", where the tree does not say so: mentions that only "and" or commas
    // part.
    for (std::size_t i = 0; i < conjuncts.size() && conjuncts.size() < 20; ++i) {
        const ActorMention* mention = mentions_.headed_by(conjuncts[i]);
        if (mention == nullptr || mention->kind == MentionKind::demonym) continue;
        if (const int before = written_before(*mention); before >= 0)
            if (std::find(conjuncts.begin(), conjuncts.end(), before) == conjuncts.end())
                conjuncts.push_back(before);
        // "the UN secretary-general, Antonio Guterres, [the EU] and …", hung from the name.
        for (const int name : tree_.children(conjuncts[i]))
            if (tree_.is(name, "appos") && mentions_.headed_by(name) != nullptr &&
                mentions_.headed_by(name)->actors.front().id == mention->actors.front().id)
                for (const int other : tree_.children(name))
                    if (tree_.is(other, "conj") && mentions_.headed_by(other) != nullptr)
                        add_conjuncts(tree_, other, 0, conjuncts);
        auto next = static_cast<int>(mention->last);
        if (next >= tree_.size() || tree_.token(next).upos != Upos::cconj) continue;
        if (++next < tree_.size() && tree_.token(next).upos == Upos::det) ++next;
        for (const ActorMention* other : mentions_.all()) {
            if (other->first != static_cast<std::size_t>(next) || other->kind == MentionKind::demonym)
                continue;
            const auto head = static_cast<int>(other->head);
            if (tree_.is(head, "orphan")) break;  // a clause of its own, without its verb
            const bool subject_of_its_own = tree_.is(head, "nsubj") && tree_.head(head) > head &&
                                            tree_.head(conjuncts[i]) != tree_.head(head);
            if (!subject_of_its_own && std::find(conjuncts.begin(), conjuncts.end(), head) == conjuncts.end())
                conjuncts.push_back(head);
            break;
        }
    }
}

void PartyFinder::add_companions(std::vector<int>& conjuncts) const {
    const int subject = conjuncts.front();
    const int verb = tree_.head(subject);
    if (verb < 0 || !tree_.is(subject, "nsubj") || tree_.is(subject, "nsubj:pass")) return;
    const auto add = [&](int node) {
        std::vector<int> more;
        add_conjuncts(tree_, node, 0, more);
        for (const int one : more)
            if (std::find(conjuncts.begin(), conjuncts.end(), one) == conjuncts.end())
                conjuncts.push_back(one);
    };
    const auto joins = [&](int c) {  // "[together with] Britain", "along with", "like"
        const auto words = tree_.children(c);
        std::string name;
        for (const int word : words)
            if (tree_.is(word, "case")) {
                name.append(name.empty() ? "" : "_").append(lower_case(tree_.token(word).form));
                for (const int part : tree_.children(word))
                    if (tree_.is(part, "fixed")) name.append("_").append(lower_case(tree_.token(part).form));
            }
        return tree_.groups().contains("companion", name);
    };
    const auto aside = [&](int c) {  // between commas, or at the very beginning
        const int first = tree_.extent(c).first;
        return first == 0 || tree_.token(first).form == "," || tree_.token(first - 1).form == "," ||
               tree_.token(first - 1).upos == Upos::punct;
    };
    const std::vector<int> subjects = conjuncts;
    for (const int one : subjects)
        for (const int c : tree_.children(one)) {
            const bool phrase = tree_.is(c, "nmod") || tree_.is(c, "obl");
            if (c < one || !(phrase || tree_.is(c, "acl") || tree_.is(c, "advmod"))) continue;
            if (phrase && aside(c) && joins(c)) add(c);
            if (tree_.in_group(c, "together"))
                for (const int with : tree_.children(c))
                    if (tree_.is(with, "obl") || tree_.is(with, "nmod")) add(with);
            // "Britain, joined by France, …"
            if (tree_.is_verb(c) && tree_.in_group(c, "joined_by"))
                for (const int by : tree_.children(c))
                    if (tree_.groups().contains("by", tree_.preposition(by))) add(by);
        }
    const auto beside = tree_.children(verb);
    const bool same_deed = std::any_of(beside.begin(), beside.end(), [&](int c) {
        return tree_.is(c, "advcl") && tree_.is_present_participle(c);
    });
    for (const int c : beside) {
        // "joined Spain in condemning"
        if (same_deed && tree_.is(c, "obj") && tree_.in_group(verb, "joined_by")) add(c);
        const bool in_front = c < verb || (c < subject);
        const bool phrase = tree_.is(c, "obl") || tree_.is(c, "advmod") || tree_.is(c, "advcl");
        if (phrase && in_front && aside(c) && !tree_.is_verb(c)) {
            if (joins(c)) add(c);
            if (tree_.in_group(c, "together"))
                for (const int with : tree_.children(c))
                    if (tree_.is(with, "obl") || tree_.is(with, "nmod")) add(with);
        }
        // "Ethiopia and, a day later, Djibouti recognised": both taken for subjects.
        if (tree_.is(c, "nsubj") && c > subject && c < verb && !tree_.is(c, "nsubj:outer"))
            for (int word = tree_.extent(subject).second; word < c; ++word)
                if (word > subject && tree_.token(word).upos == Upos::cconj) add(c);
        // "…, as did Norway", "and so did Norway"
        const bool pro_verb = (tree_.is(c, "advcl") || tree_.is(c, "conj") || tree_.is(c, "parataxis")) &&
                              tree_.in_group(c, "pro_verb");
        if (!pro_verb) continue;
        const auto words = tree_.children(c);
        const bool same = std::any_of(words.begin(), words.end(), [&](int word) {
            return word < c && tree_.groups().contains("just_as", lower_case(tree_.token(word).form));
        });
        for (const int who : words)
            if (same && (tree_.is(who, "nsubj") || (who > c && tree_.is(who, "obj")))) add(who);
    }
}

bool PartyFinder::is_owner_in_word(int node) const {
    const ActorMention* mention = mentions_.headed_by(node);
    return mention != nullptr && mention->kind == MentionKind::demonym &&
           tree_.token(node).form.find('-') != std::string::npos;
}

bool PartyFinder::is_topic(int node) const {
    return is_owner_in_word(node) && mentions_.headed_by(node)->place;
}

std::vector<Party> PartyFinder::in_phrase(const Argument& argument, Where where,
                                          const std::string& preposition, bool places) const {
    std::vector<Party> found;
    std::vector<int> conjuncts;
    add_conjuncts(tree_, argument.node, 0, conjuncts);
    if (where != Where::preposition) add_written_conjuncts(conjuncts);
    if (argument.slot == "subj" && where != Where::preposition) add_companions(conjuncts);
    for (const int node : conjuncts) {
        const std::size_t before = found.size();
        if (where == Where::preposition) {
            for (const int c : tree_.children(node)) {
                if ((!tree_.is(c, "nmod") && !tree_.is(c, "obl")) || tree_.preposition(c) != preposition)
                    continue;
                Argument inner = argument;
                inner.node = c;
                inner.quality *= 0.95;
                inner.how += ", " + preposition + "-phrase";
                for (Party& party : in_phrase(inner, Where::anywhere, {}, true))
                    found.push_back(std::move(party));
            }
            continue;
        }
        if (where != Where::modifiers_only && is_topic(node)) {
            // "het Oekraïne-beleid van Duitsland": Germany's.
            add_modifiers(node, argument.quality, argument.how, 0, places, found);
            for (std::size_t i = before; i < found.size(); ++i) found[i].via_modifier = true;
            if (found.size() > before || tree_.in_group(node, "about_topic")) continue;
        }
        if (where != Where::modifiers_only) add_head(node, argument.quality, argument.how, places, found);
        if (where == Where::head_only || found.size() > before) continue;
        // "zijn buurland Tsjaad": the apposition says who it is, the genitive only whose.
        if (where == Where::anywhere)
            for (const int c : tree_.children(node))
                if (tree_.is(c, "appos") && c > node) {
                    const ActorMention* named = mentions_.headed_by(c);
                    if (named != nullptr && !named->place && named->kind == MentionKind::name)
                        add_head(c, argument.quality * 0.9, argument.how + ", apposition", places, found);
                }
        if (found.size() > before) continue;
        if (tree_.in_group(node, "container"))  // "tientallen Palestijnen": those who are counted
            for (const int c : tree_.children(node))
                if (c > node && tree_.is(c, "nmod") && tree_.preposition(c).empty() &&
                    where != Where::preposition)
                    for (Party& party : in_phrase({argument.slot, c, argument.quality * 0.95,
                                                   argument.how + ", counted", argument.under, argument.deep},
                                                  where, {}, places))
                        found.push_back(std::move(party));
        if (found.size() > before) continue;
        // "American allies refused": others than America.
        if (where == Where::anywhere && argument.slot == "subj" && tree_.in_group(node, "others_of"))
            continue;
        add_modifiers(node, argument.quality, argument.how, 0, places, found);
        // "Hezbollah-kampen": whose they are is a part of the word.
        if (where == Where::modifiers_only && found.size() == before && is_owner_in_word(node))
            add_head(node, argument.quality, argument.how, places, found);
        for (std::size_t i = before; i < found.size(); ++i) found[i].via_modifier = true;
    }
    return found;
}

std::vector<Party> PartyFinder::first_in_clause(int predicate, double quality, const std::string& how) const {
    std::vector<Party> found;
    for (const ActorMention* mention : mentions_.all()) {
        const auto head = static_cast<int>(mention->head);
        if (mention->place || mention->kind == MentionKind::pronoun || !tree_.below(head, predicate))
            continue;
        bool own_clause = true;
        for (int at = head; at != predicate && own_clause; at = tree_.head(at))
            own_clause = !tree_.is(at, "acl") && !tree_.is(at, "advcl") && !tree_.is(at, "ccomp") &&
                         !tree_.is(at, "parataxis");
        if (!own_clause) continue;
        add_mention(*mention, head, quality, how, found);
        if (!found.empty()) break;
    }
    return found;
}

std::vector<Party> PartyFinder::places(const std::vector<Argument>& arguments) const {
    std::vector<Party> found;
    const auto add_places_in = [&](const Argument& phrase) {  // each place once
        for (Party& party : in_phrase(phrase, Where::anywhere, {}, true))
            if (std::none_of(found.begin(), found.end(),
                             [&](const Party& other) { return other.mention == party.mention; }))
                found.push_back(std::move(party));
    };
    const auto add_places_below = [&](int node, double quality) {
        for (const int c : tree_.children(node)) {
            if (!tree_.is(c, "nmod") && !tree_.is(c, "obl")) continue;
            if (!tree_.groups().contains("place", tree_.preposition(c))) continue;
            add_places_in({"place", c, quality, "place", node, false});
        }
    };
    for (const Argument& argument : arguments) {
        if (argument.slot == "obj" || argument.slot == "iobj")
            add_places_below(argument.node, argument.quality * 0.7);
        if (!tree_.groups().contains("place", argument.slot) || argument.deep) continue;
        Argument inner = argument;
        inner.quality *= 0.75;
        inner.how = "place";
        add_places_in(inner);
    }
    for (Party& party : found) party.via_place = true;
    return found;
}

}  // namespace entente
