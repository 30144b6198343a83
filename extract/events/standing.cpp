#include "extract/events/standing.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "extract/language/letters.hpp"

namespace entente {

namespace {

constexpr int max_steps = 12;

bool contains(const std::vector<std::string>& list, std::string_view item) {
    return std::find(list.begin(), list.end(), item) != list.end();
}

bool is_clausal(std::string_view complement) { return complement == "ccomp" || complement == "xcomp"; }

/// The parties of `all` that are not among `without`.
std::vector<Party> others(const std::vector<Party>& all, const std::vector<Party>& without) {
    std::set<ActorId> states;
    for (const Party& party : without) states.insert(stands_for(party.actor));
    std::vector<Party> rest;
    for (const Party& party : all)
        if (!states.contains(stands_for(party.actor)) &&
            std::none_of(rest.begin(), rest.end(),
                         [&](const Party& p) { return p.actor.id == party.actor.id; }))
            rest.push_back(party);
    return rest;
}

/// The event while it is being read, from the inside out.
class Reading {
 public:
    Reading(const SentenceView& view, const FrameMatch& match) : view_(view) {
        standing_.type = match.code.type;
        standing_.modality = match.frame->modality;
        standing_.source = match.source;
        standing_.target = match.target;
        standing_.mode = match.code.mode;
        standing_.node = match.trigger;
        mutual_ = match.frame->mutual;
    }

    void apply(const Operator& op, int node, bool beside) {
        if (beside && !applied_.insert(node).second) return;  // "no" at the noun and under its light verb
        const std::string word = "'" + view_.tree.token(node).form + "'";
        // What somebody had to do he did; what somebody said he had to do is asked of him.
        const bool past =
            view_.tree.has_feature(node, "Tense=Past") && !stands_below_saying(view_, standing_.node);
        if (op.necessity && !past) standing_.necessity = true;
        if (op.modality == Modality::negated && !op.event) {
            negated_ = !negated_;
            standing_.how.push_back(word + " negates it");
            return;
        }
        const auto act = act_of(op);
        const bool turned_down = op.event == EventType::reject && !act && !beside &&
                                 !standing_.passed.empty() && view_.tree.is_noun(standing_.passed.back());
        if (turned_down && others(standing_.source, subject(node, beside)).empty()) standing_.unsaid = true;
        if (act && turn_into(*act, op, node, beside)) {
            standing_.how.push_back(word + " makes it " + std::string(to_string(standing_.type)));
            return;
        }
        if (!op.modality) return;
        if (*op.modality == Modality::possible && negated_ && view_.tree.in_group(node, "wish_or_ability")) {
            refuse(node, beside);
            return;
        }
        if (*op.modality == Modality::negated) {
            // "worked to end the occupation": that it ends is only wished for.
            if (op.event && !beside && !standing_.transformed && view_.tree.is_verb(node) &&
                view_.tree.has_feature(node, "VerbForm=Inf") && act_of(op) &&
                (view_.tree.is(node, "advcl") || view_.tree.is(node, "acl")))
                standing_.unsaid = true;
            negated_ = !negated_;
        } else if (*op.modality == Modality::denied) {
            standing_.modality = Modality::denied;
            standing_.denier = subject(node, beside);
        } else {
            standing_.hearsay = op.hearsay && standing_.modality == Modality::asserted;
            combine(*op.modality, !beside);
        }
        standing_.how.push_back(word + " makes it " + std::string(to_string(*op.modality)));
    }

    void pass(int node) { standing_.passed.push_back(node); }
    const std::vector<int>& passed() const { return standing_.passed; }
    void topic() {
        standing_.topic = true;
        combine(Modality::hypothetical);
        standing_.how.emplace_back("it is talked of as a thing to come");
    }
    void doubt() {
        combine(Modality::possible);
        standing_.how.emplace_back("it is one of several, nobody says which");
    }
    void doubt(int node) {
        combine(Modality::possible);
        standing_.how.push_back("'" + view_.tree.token(node).form + "', nobody says by whom");
    }
    void condition(int node) {
        combine(Modality::hypothetical);
        standing_.how.push_back("'" + view_.tree.token(node).form + "' makes it a thing only thought of");
    }
    void question() {
        combine(Modality::hypothetical);
        standing_.how.emplace_back("it is asked, not said");
    }

    Standing finish() {
        settle_promise();
        if (negated_ && standing_.modality == Modality::asserted) standing_.modality = Modality::negated;
        if (standing_.necessity && standing_.modality == Modality::asserted && !standing_.transformed)
            standing_.modality = Modality::requested;
        return std::move(standing_);
    }

 private:
    /// A promise not to cooperate is a refusal, and a promise not to do harm is a promise.
    std::optional<EventType> act_of(const Operator& op) const {
        const bool answered = standing_.transformed && standing_.type == EventType::request &&
                              op.event == EventType::reject;  // "resisted calls to lift the ban"
        const bool cooperation = is_cooperation(standing_.type) || answered;
        if (negated_ && op.event == EventType::agree)
            return cooperation ? EventType::reject : EventType::agree;
        return cooperation ? op.event : op.event_of_conflict;
    }

    std::vector<Party> subject(int node, bool beside) const {
        if (beside) return standing_.source;
        const Upos pos = view_.tree.is_verb(node)   ? Upos::verb
                         : view_.tree.is_noun(node) ? Upos::noun
                                                    : Upos::adj;
        std::vector<Party> found = parties_of_slot(view_, node, view_.arguments.of(node, pos),
                                                   {pos == Upos::adj ? "head" : "subj", "", false});
        std::erase_if(found, [](const Party& p) { return p.via_place || p.mention->private_party; });
        return found;
    }

    bool turn_into(EventType act, const Operator& op, int node, bool beside) {
        std::vector<Party> actors = subject(node, beside);
        // "US aid has been suspended": nobody else is said to have done it.
        if (actors.empty() && act == EventType::sanction && view_.tree.is_verb(node) &&
            view_.arguments.passive(node))
            actors = standing_.source;
        if (actors.empty()) return false;
        std::vector<Party> targets;
        if (!op.target.empty()) {
            const Upos pos = view_.tree.is_noun(node) ? Upos::noun : Upos::verb;
            const auto arguments = view_.arguments.of(node, pos);
            for (const SlotPath& slot : op.target) {
                targets = others(parties_of_slot(view_, node, arguments, slot), actors);
                if (!targets.empty()) break;
            }
        }
        if (targets.empty() && act == EventType::request && asks_others(node)) standing_.unsaid = true;
        if (targets.empty() && op.target_below) {
            // Who turns a request or offer down turns him down who made it.
            const bool answered = act == EventType::reject && standing_.transformed;
            targets = others(answered ? standing_.source : standing_.target, actors);
            if (targets.empty()) targets = others(answered ? standing_.target : standing_.source, actors);
            if (targets.empty() && mutual_ && actors.size() > 1) targets = actors;
        }
        if (targets.empty()) return false;
        const bool ends = act == EventType::sanction || act == EventType::concede;
        if (ends && !beside && !mutual_ && !standing_.transformed &&
            !others(standing_.source, actors).empty())
            return false;
        standing_.modality = act == EventType::agree && op.modality == Modality::promised
                                 ? Modality::promised
                                 : Modality::asserted;
        standing_.type = act;
        standing_.mode = op.mode;
        standing_.source = std::move(actors);
        standing_.target = std::move(targets);
        standing_.node = node;
        standing_.transformed = true;
        standing_.necessity = false;
        negated_ = false;
        return true;
    }

    /// "wil niet praten" is a refusal to talk; "kan niet winnen" stays negated.
    void refuse(int node, bool beside) {
        Operator refusal;
        refusal.target_below = true;
        const bool wish =
            is_cooperation(standing_.type) && !standing_.transformed && view_.tree.in_group(node, "wish");
        if (wish && turn_into(EventType::reject, refusal, node, beside))
            standing_.how.push_back("'" + view_.tree.token(node).form + "' makes it a refusal");
    }

    /// "told its citizens to avoid Niger": who is asked is nobody's state.
    bool asks_others(int node) const {
        if (!view_.tree.is_verb(node) || view_.arguments.passive(node)) return false;
        for (const std::string_view relation : {"obj", "iobj"}) {
            const int asked = view_.tree.child(node, relation);
            if (asked < 0 || !view_.tree.is_noun(asked)) continue;
            if (view_.tree.child(asked, "nmod:poss") >= 0 && !view_.parties.names_actor(asked)) return true;
        }
        return false;
    }

    /// Doubt stays doubt: what is only possible is not made more certain by what stands above it. `above`:
    /// the word governs the clause: "feared that China will invade" is no threat of China's.
    void combine(Modality outer, bool above = false) {
        Modality& inner = standing_.modality;
        const bool feared = above && inner == Modality::promised && outer == Modality::possible;
        if (inner == Modality::asserted || feared || outer == Modality::hypothetical ||
            outer == Modality::denied)
            inner = outer;
    }

    /// Promised cooperation is AGREE, promised or threatened harm is THREATEN; a meeting to come stays a
    /// meeting.
    void settle_promise() {
        Modality& modality = standing_.modality;
        if (modality != Modality::promised && modality != Modality::threatened) return;
        const EventType type = standing_.type;
        // "there will be consequences": said now, of what is to come
        if (type == EventType::threaten && !standing_.transformed && view_.tree.is_noun(standing_.node))
            modality = Modality::asserted;
        if (negated_ && type == EventType::threaten && !standing_.transformed) {
            modality = Modality::asserted;  // "we will not be blackmailed"
            return;
        }
        if (standing_.transformed || type == EventType::agree || type == EventType::threaten) {
            if (negated_ && type == EventType::agree) {
                standing_.type = EventType::reject;
                standing_.transformed = true;
                modality = Modality::asserted;
                negated_ = false;
            }
            return;
        }
        const bool verbal_conflict =
            type == EventType::request || type == EventType::accuse || type == EventType::reject;
        if (verbal_conflict || (type == EventType::consult && !negated_)) return;
        if (negated_ &&
            is_conflict(type)) {  // "will not impose sanctions": no deed, and no promise to anybody
            modality = Modality::asserted;
            return;
        }
        standing_.transformed = true;
        standing_.mode.clear();
        if (is_cooperation(type) != negated_) {
            standing_.type = EventType::agree;
        } else {
            standing_.type = negated_ ? EventType::reject : EventType::threaten;
            modality = Modality::asserted;
        }
        negated_ = false;
    }

    const SentenceView& view_;
    Standing standing_;
    std::set<int> applied_;  ///< the words beside it that have been read
    bool negated_ = false;
    bool mutual_ = false;
};

/// "negotiations on an Israeli pullback", "a plan for a blockade": what is talked of as a thing to come.
bool is_topic(const SentenceView& view, int trigger) {
    const Tree& tree = view.tree;
    const int above = tree.head(trigger);
    if (!tree.is_noun(trigger) || above < 0 || !tree.is(trigger, "nmod") ||
        !tree.in_group(above, "topic_holder"))
        return false;
    const auto children = tree.children(trigger);
    return std::any_of(children.begin(), children.end(),
                       [&](int c) { return tree.is(c, "det") && tree.in_group(c, "indefinite"); });
}

/// "its veto on Macedonia's accession", "talks on Kosovo's independence": not reached yet.
bool is_aim(const SentenceView& view, int trigger) {
    const Tree& tree = view.tree;
    const int above = tree.head(trigger);
    if (!tree.is_noun(trigger) || above < 0 || !tree.in_group(trigger, "aim")) return false;
    if (tree.is(trigger, "nmod")) return tree.in_group(above, "aim_holder");
    const int object = tree.is(trigger, "obl") ? tree.child(above, "obj") : -1;
    return object >= 0 && tree.in_group(object, "aim_holder") &&
           tree.extent(object).second + 1 == tree.extent(trigger).first;
}

/// "Iran or Israel": one of them, nobody says which.
bool is_alternative(const SentenceView& view, const std::vector<Party>& parties) {
    const Tree& tree = view.tree;
    return std::any_of(parties.begin(), parties.end(), [&](const Party& party) {
        if (party.node < 0) return false;
        for (const int c : tree.children(party.node))
            if (tree.is(c, "cc") && c < party.node && tree.in_group(c, "alternative") &&
                tree.is(party.node, "conj"))
                return true;
        return false;
    });
}

/// "criticism of her plans to leave", "a debate on the plan to strike": the plan is what is talked of.
bool is_plan_talked_of(const SentenceView& view, const std::vector<int>& passed) {
    const Tree& tree = view.tree;
    return std::any_of(passed.begin(), passed.end(), [&](int node) {
        const int plan = tree.head(node);
        return plan >= 0 && tree.is(node, "acl") && !tree.is(node, "acl:relcl") &&
               tree.in_group(plan, "topic_holder") && (tree.is(plan, "nmod") || tree.is(plan, "obl")) &&
               tree.groups().contains("talked_of", tree.preposition(plan));
    });
}

/// "Should China attack, …", "Had Iraq attacked, …": the auxiliary in front of its subject makes a condition;
/// -1 if there is none.
int inverted_auxiliary(const Tree& tree, int node) {
    int auxiliary = -1;
    for (const int c : tree.children(node)) {
        const bool inverts = (tree.is(c, "aux") || tree.is(c, "cop")) && auxiliary < 0 &&
                             tree.groups().contains("condition_auxiliary", lower_case(tree.token(c).form));
        if (inverts)
            auxiliary = c;
        else if (tree.is(c, "nsubj"))
            return auxiliary;
        else if (auxiliary < 0 && !tree.is(c, "punct") && !tree.is(c, "cc"))
            return -1;
    }
    return -1;
}

/// The "would" or "might" of the predicate on which `node` depends: "an attack on Iran would …", "it would be
/// foolish to attack"; -1 if there is none.
int doubt_above(const Tree& tree, int node) {
    const int above = tree.head(node);
    if (above < 0) return -1;
    const auto below = tree.children(node);
    const auto has_determiner = [&](bool indefinite) {
        return std::any_of(below.begin(), below.end(), [&](int c) {
            return tree.is(c, "nmod:poss") ||
                   (tree.is(c, "det") && tree.in_group(c, "indefinite") == indefinite);
        });
    };
    const bool noun =
        tree.is_noun(node) && tree.is(node, "nsubj") && has_determiner(true) && !has_determiner(false);
    const bool infinitive = tree.is_verb(node) && !tree.is_finite(node) &&
                            (tree.is(node, "xcomp") || tree.is(node, "ccomp") || tree.is(node, "csubj") ||
                             (tree.is(node, "advcl") && !tree.is_verb(above)));
    if (!noun && !infinitive) return -1;
    for (const int c : tree.children(above))
        if (tree.is(c, "aux") && tree.groups().contains("doubt_auxiliary", lower_case(tree.token(c).form)))
            return c;
    return -1;
}

/// "trying to broker [a truce]", "trying to [reach] a deal": the word that says that it is only sought; -1 if
/// there is none.
int sought_above(const Tree& tree, int trigger) {
    const bool noun = tree.is_noun(trigger) && tree.is(trigger, "obj");
    const int verb = noun ? tree.head(trigger) : trigger;
    if (verb < 0 || !tree.is_verb(verb) || tree.is_finite(verb) || !tree.in_group(verb, "bring_about"))
        return -1;
    const int above = tree.head(verb);
    return above >= 0 && tree.in_group(above, "seeking") ? above : -1;
}

void apply_beside(const SentenceView& view, int node, bool only_shared, Reading& reading) {
    if (const int auxiliary = inverted_auxiliary(view.tree, node); auxiliary >= 0)
        reading.condition(auxiliary);
    for (const auto& [word, op] : operators_beside(view, node, stands_below_saying(view, node, true))) {
        if (only_shared && word > node) continue;
        reading.apply(*op, word, true);
    }
}

/// Whether what stands beside the head of `node` also holds for `node`, on the way from a noun to its light
/// verb or from an infinitive to the verb that carries it.
bool transparent(const SentenceView& view, int node) {
    const Tree& tree = view.tree;
    const int above = tree.head(node);
    if (above < 0) return false;
    if (tree.is(node, "xcomp")) return true;
    if (tree.is_noun(node)) {
        if (view.arguments.light_verb_of(node) == above)  // but "said nothing about the talks"
            return !tree.groups().contains("about", tree.preposition(node));
        const bool counted = tree.is(node, "nmod") && tree.in_group(above, "container") &&
                             tree.groups().contains("of", tree.preposition(node));
        if (counted) return true;  // "ended two decades of hostility"
        return tree.is(node, "nsubj") && tree.in_group(above, "happen");
    }
    return false;
}

}  // namespace

bool is_cooperation(EventType type) {
    switch (type) {
        case EventType::agree:
        case EventType::consult:
        case EventType::support:
        case EventType::concede:
        case EventType::cooperate:
        case EventType::aid:
        case EventType::retreat:
            return true;
        case EventType::request:
        case EventType::accuse:
        case EventType::reject:
        case EventType::threaten:
        case EventType::protest:
        case EventType::sanction:
        case EventType::mobilize:
        case EventType::coerce:
        case EventType::assault:
            return false;
    }
    return true;
}

/// Whether a comma parts `node` and what hangs from it from what stands before.
static bool behind_comma(const Tree& tree, int node) {
    const int first = tree.extent(node).first;
    return tree.token(first).form == "," || (first > 0 && tree.token(first - 1).form == ",");
}

/// Whether a semicolon parts `node` from what stands before: it says something of its own.
static bool behind_semicolon(const Tree& tree, int node) {
    const int first = tree.extent(node).first;
    return tree.token(first).form == ";" || (first > 0 && tree.token(first - 1).form == ";");
}

std::vector<std::string> complements_of(const Tree& tree, int node) {
    std::vector<std::string> names;
    const int above = tree.head(node);
    if (above < 0 || tree.is(node, "acl:relcl") || tree.is(node, "advcl:relcl")) return names;
    const std::string relation(tree.relation(node));
    if (is_clausal(relation)) {
        // Parsers mix the two up for infinitives, not for finite clauses.
        names = {relation};
        const std::string other = relation == "ccomp" ? "xcomp" : "ccomp";
        if (tree.is_finite(node) == (other == "ccomp")) names.push_back(other);
    } else if (relation == "parataxis") {
        if (!behind_semicolon(tree, node)) names = {"ccomp"};
    } else if (relation == "obj" || tree.is(node, "nsubj:pass") || tree.is(node, "csubj:pass")) {
        names = {"obj"};
    } else if (relation == "nsubj" || relation == "csubj") {
        names = {"subj"};
    } else if (relation == "obl" || relation == "nmod") {
        const std::string preposition = tree.preposition(node);
        names = {preposition.empty() ? "obl" : preposition};
    } else if (relation == "advcl" && node < above) {
        return names;  // "Having attacked Iraq, it threatened …" is no complement
    } else if (relation == "advcl" && tree.is_present_participle(node) && behind_comma(tree, node)) {
        return names;  // "cut ties with Qatar, accusing it of …" neither
    } else {
        names = {relation};
    }
    bool adverbial = false;
    for (const int c : tree.children(node)) {  // "accused of attacking", "prevented from leaving"
        if ((!tree.is(c, "mark") && !tree.is(c, "case")) || !tree.is_verb(node)) continue;
        const std::string marker = lower_case(tree.token(c).form);
        if (tree.groups().contains("by", marker)) return {marker};  // by what means, not what
        names.push_back(marker);
        adverbial = adverbial || !tree.in_group(c, "infinitive_mark");
    }
    for (const int c : tree.children(node))  // "ended the war when they signed …": did not end the signing
        if (relation == "advcl" && tree.is(c, "advmod") && tree.in_group(c, "when")) return {};
    const bool infinitive = relation == "advcl" && !adverbial && tree.child(node, "mark") >= 0;
    if (infinitive) names.emplace_back("xcomp");  // parsers mix these up too: "appealed to them to condemn"
    if (adverbial) std::erase(names, "advcl");  // "told them after meeting …": told nothing of the meeting
    return names;
}

const Operator* operator_above(const SentenceView& view, int above,
                               const std::vector<std::string>& complements, bool says) {
    if (above < 0 || complements.empty()) return nullptr;
    const Tree& tree = view.tree;
    Upos pos = tree.token(above).upos;
    if (pos == Upos::propn) pos = Upos::noun;
    for (const Operator* op : view.language.operators.candidates(tree.lemma(above), pos)) {
        if (says && !op->says) continue;
        if (std::none_of(complements.begin(), complements.end(),
                         [&](const std::string& c) { return contains(op->complement, c); }))
            continue;
        if (!op->conditions.empty()) {
            std::vector<int> required;
            const Upos reading = pos == Upos::noun ? Upos::noun : pos == Upos::adj ? Upos::adj : Upos::verb;
            if (!conditions_hold(view, above, view.arguments.of(above, reading), op->conditions, required))
                continue;
        }
        return op;
    }
    return nullptr;
}

std::vector<std::pair<int, const Operator*>> operators_beside(const SentenceView& view, int node, bool said) {
    const Tree& tree = view.tree;
    std::vector<std::pair<int, const Operator*>> found;
    const auto look_at = [&](int word, bool negations_only) {
        for (const Operator* op :
             view.language.operators.candidates(tree.lemma(word), tree.token(word).upos)) {
            const bool fits =
                contains(op->complement, "mod") || (said && contains(op->complement, "mod.said"));
            const bool is_to = tree.is(word, "cop") && tree.is_verb(node) &&
                               contains(op->complement, "xcomp") &&
                               op->modality == Modality::promised;  // "is to visit Kenya"
            if ((!fits && !is_to) || (negations_only && op->modality != Modality::negated)) continue;
            if (!op->conditions.empty()) {
                std::vector<int> required;
                if (!conditions_hold(view, word, {}, op->conditions, required)) continue;
            }
            found.emplace_back(word, op);
            return;
        }
    };
    const int inverted = inverted_auxiliary(tree, node);
    for (const int c : tree.children(node)) {
        if (c == inverted) continue;
        const bool beside = tree.is(c, "aux") || tree.is(c, "advmod") || tree.is(c, "det") ||
                            tree.is(c, "mark") || tree.is(c, "case") || tree.is(c, "amod") ||
                            tree.is(c, "cc") || tree.is(c, "obl:unmarked") || tree.is(c, "cop") ||
                            tree.is(c, "neg");
        // The "als" of "zien als een provocatie" makes no condition.
        const bool no_clause = tree.is(c, "mark") && tree.is_noun(node) && !tree.is_predicate(node);
        if (beside) look_at(c, no_clause);
        if (tree.is(c, "mark") || tree.is(c, "case") || tree.is(c, "advmod"))
            for (const int part : tree.children(c)) look_at(part, true);
        if (tree.is_verb(node) &&
            (tree.is(c, "obj") || tree.is(c, "nsubj:pass") || tree.is(c, "nsubj")))  // "sent no troops"
            for (const int part : tree.children(c))
                if (tree.is(part, "det") || tree.is(part, "advmod") || tree.is(part, "cc:preconj"))
                    look_at(part, true);
    }
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
        return (a.second->modality == Modality::negated) > (b.second->modality == Modality::negated);
    });
    return found;
}

/// For whom the subject of `verb` acts.
static std::set<ActorId> subject_states(const SentenceView& view, int verb) {
    std::set<ActorId> found;
    const Argument subject = view.arguments.surface_subject(verb);
    if (subject.node < 0) return found;
    for (const Party& party : view.parties.in_phrase(subject, PartyFinder::Where::anywhere))
        found.insert(stands_for(party.actor));
    return found;
}

const Operator* operator_on(const SentenceView& view, int node) {
    const Tree& tree = view.tree;
    const int above = tree.head(node);
    const auto complements = complements_of(tree, node);
    const Operator* op = operator_above(view, above, complements);
    if (op == nullptr || op->modality != Modality::threatened || !tree.is(node, "ccomp")) return op;
    const auto doers = subject_states(view, node);
    const auto speakers = subject_states(view, above);
    const bool of_others = std::none_of(doers.begin(), doers.end(),
                                        [&](const ActorId& doer) { return speakers.contains(doer); });
    return doers.empty() || !of_others ? op : operator_above(view, above, complements, true);
}

bool stands_below_saying(const SentenceView& view, int node, bool own_word) {
    const Tree& tree = view.tree;
    const int clause = node;
    for (int steps = 0; node >= 0 && steps < max_steps; ++steps, node = tree.head(node)) {
        if (operator_above(view, tree.head(node), complements_of(tree, node), true) != nullptr) return true;
        for (const int c : tree.children(node)) {
            if (!tree.is(c, "parataxis")) continue;
            const auto sayings = view.language.operators.candidates(tree.lemma(c), tree.token(c).upos);
            const bool says =
                std::any_of(sayings.begin(), sayings.end(), [](const Operator* op) { return op->says; });
            if (says && (!own_word || subject_states(view, c) == subject_states(view, clause))) return true;
        }
    }
    return false;
}

/// "may be heading for war": the noun's parties are the subject of the verb above it, so what holds for the
/// verb holds for it.
static bool shares_subject(const SentenceView& view, const FrameMatch& match, int noun) {
    const Tree& tree = view.tree;
    const int verb = tree.head(noun);
    if (noun != match.trigger || !tree.is_noun(noun) || verb < 0 || !tree.is_verb(verb)) return false;
    if (!tree.is(noun, "obj") && !tree.groups().contains("goal", tree.preposition(noun))) return false;
    const int subject = tree.child(verb, "nsubj");
    return subject >= 0 && std::any_of(match.source.begin(), match.source.end(),
                                       [&](const Party& party) { return party.node == subject; });
}

/// "would have expelled them if …": the auxiliary; -1 if there is none, or no condition.
static int counterfactual(const Tree& tree, int verb) {
    int would = -1;
    bool perfect = false;
    bool condition = false;
    for (const int c : tree.children(verb)) {
        if (tree.is(c, "aux") && tree.groups().contains("doubt_auxiliary", lower_case(tree.token(c).form)))
            would = c;
        perfect = perfect || (tree.is(c, "aux") && tree.in_group(c, "perfect_auxiliary"));
        if (tree.is(c, "advcl"))
            for (const int mark : tree.children(c))
                condition = condition || (tree.is(mark, "mark") && tree.in_group(mark, "if"));
    }
    return perfect && condition ? would : -1;
}

Standing standing_of(const SentenceView& view, const FrameMatch& match) {
    const Tree& tree = view.tree;
    Reading reading(view, match);
    int node = match.trigger;
    apply_beside(view, node, false, reading);
    const bool agreement = match.code.type == EventType::agree || match.code.type == EventType::support;
    if (const int sought = agreement ? sought_above(tree, node) : -1; sought >= 0) reading.condition(sought);
    if (const int would = counterfactual(tree, node); would >= 0) reading.condition(would);
    if (tree.is(node, "advcl") && tree.has_feature(node, "Tense=Pres") && tree.is_finite(node))
        for (const int mark : tree.children(node))  // "the last hurdle before Sweden joins"
            if (tree.is(mark, "mark") && tree.in_group(mark, "not_yet")) reading.condition(mark);
    for (const int required : match.required)  // "no", "possible" at the noun of a fixed phrase
        if (tree.is_noun(required))
            for (const auto& [word, op] : operators_beside(view, required, false)) {
                // "cancelled a planned visit": the plan is the visit's, not the cancelling's.
                if (op->modality == Modality::promised || op->modality == Modality::threatened) continue;
                // "shot down a suspected spy balloon": it was shot down.
                const bool of_thing = tree.is_verb(match.trigger) && tree.is_verb(word) &&
                                      op->modality == Modality::possible &&
                                      !tree.in_group(match.trigger, "light");
                if (of_thing) continue;
                if (op->modality != Modality::negated || !tree.is(required, "obj"))
                    reading.apply(*op, word, true);
            }
    for (int steps = 0; steps < max_steps; ++steps) {
        const int above = tree.head(node);
        if (above < 0) break;
        reading.pass(node);
        if (tree.is(node, "conj")) {
            const bool shares =
                !tree.is_noun(node) && tree.child(node, "nsubj") < 0 && tree.child(node, "aux") < 0;
            if (shares) apply_beside(view, above, true, reading);
            // A verb that the parser made a conjunct of a noun stands beside the verb above that, not below
            // it.
            const int clause = tree.is_finite(node) && !tree.is_predicate(above) ? tree.clause_of(above) : -1;
            node = clause >= 0 ? clause : above;
            continue;
        }
        const Operator* op = operator_on(view, node);
        if (op == nullptr && !transparent(view, node) && !shares_subject(view, match, node)) {
            if (const int doubt = doubt_above(tree, node); doubt >= 0) reading.condition(doubt);
            // "must act to force them": the purpose is no more certain than the deed.
            if (tree.is(node, "advcl") && !tree.is_finite(node) && tree.is_verb(above))
                for (const auto& [word, beside] : operators_beside(view, above, false))
                    if (beside->necessity || beside->modality == Modality::possible ||
                        (beside->modality == Modality::promised && !beside->event &&
                         match.code.type == EventType::consult) ||
                        (beside->modality == Modality::negated && !beside->event))
                        reading.apply(*beside, word, true);
            // "never did anything to help them"
            if (tree.is(node, "acl") && !tree.is_finite(node) && tree.is(above, "obj") &&
                tree.head(above) >= 0)
                for (const auto& [word, beside] : operators_beside(view, tree.head(above), false))
                    if (beside->modality == Modality::negated && !beside->event)
                        reading.apply(*beside, word, true);
            break;
        }
        if (op != nullptr && !std::count(match.required.begin(), match.required.end(), above))
            reading.apply(*op, above, false);
        node = above;
        if (op != nullptr && op->says && tree.is_verb(node) && view.arguments.passive(node) &&
            tree.in_group(node, "unproven") && !has_slot(view.arguments.of(node, Upos::verb), "subj"))
            reading.doubt(node);  // "is accused of arming rebels"
        if (op != nullptr && (op->says || op->modality == Modality::denied)) {
            // What is above that is about saying; but "dismissed reports that …" is about the reports.
            const Operator* judged = tree.is_noun(node) ? operator_on(view, node) : nullptr;
            if (judged != nullptr && judged->modality == Modality::denied)
                reading.apply(*judged, tree.head(node), false);
            break;
        }
        apply_beside(view, node, false, reading);
    }
    reading.pass(node);
    if (is_topic(view, match.trigger) || is_plan_talked_of(view, reading.passed()) ||
        is_aim(view, match.trigger))
        reading.topic();
    if (is_alternative(view, match.source) || is_alternative(view, match.target)) reading.doubt();
    const int last = tree.size() - 1;
    if (last >= 0 && (tree.token(last).form == "?" || (last > 0 && tree.token(last - 1).form == "?")))
        reading.question();
    return reading.finish();
}

}  // namespace entente
