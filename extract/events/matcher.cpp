#include "extract/events/matcher.hpp"

#include <algorithm>
#include <set>

#include "extract/language/letters.hpp"

namespace entente {

namespace {

/// The nodes whose lemma may name what a phrase is: its head, what is coordinated with it, and what a mere
/// container holds ("part of a programme", "rounds of tariffs", "een pakket sancties").
void add_name_nodes(const Tree& tree, int node, int depth, std::vector<int>& found) {
    if (depth > 6) return;
    found.push_back(node);
    const bool container = tree.in_group(node, "container") || tree.token(node).upos == Upos::num ||
                           tree.token(node).upos == Upos::sym;
    for (const int c : tree.children(node)) {
        if (tree.is(c, "conj") && !tree.is_verb(c)) add_name_nodes(tree, c, depth + 1, found);
        if (tree.is(c, "flat") && tree.token(c).upos == Upos::propn) found.push_back(c);  // "Europese Unie"
        if (!container) continue;
        const std::string preposition = tree.is(c, "nmod") ? tree.preposition(c) : std::string();
        const bool held =
            (tree.is(c, "nmod") && (preposition.empty() || tree.groups().contains("of", preposition))) ||
            tree.is(c, "compound") || tree.is(c, "flat") || tree.is(c, "nmod:desc");
        if (held) add_name_nodes(tree, c, depth + 1, found);
    }
}

/// `as_party`: a name that is only a place does not count as an actor.
bool fits(const SentenceView& view, const Condition& condition, int node, bool as_party = true) {
    if (condition.any_word) return true;
    const std::string& lemma = view.tree.lemma(node);
    if (condition.lemmas.contains(lemma)) return true;
    const std::string form = lower_case(view.tree.token(node).form);
    if (condition.lemmas.contains(form)) return true;
    for (const LemmaSet* group : condition.groups)
        if (group->contains(form)) return true;
    for (const LemmaSet* group : condition.groups)
        if (group->contains(lemma) || group->contains(form)) return true;
    if (condition.government && view.parties.names_government(node)) return true;
    if (condition.place && view.parties.names_place(node)) return true;
    if (!condition.actor && !condition.state) return false;
    return as_party ? view.parties.names_actor(node) : view.parties.names_actor_or_place(node);
}

/// The first node of the phrase `node` that the condition asks for; -1 if none does.
int fitting_node(const SentenceView& view, const Condition& condition, int node, bool as_party = true) {
    std::vector<int> nodes;
    add_name_nodes(view.tree, node, 0, nodes);
    for (const int candidate : nodes)
        if (fits(view, condition, candidate, as_party)) return candidate;
    return -1;
}

int fitting_modifier(const SentenceView& view, const Condition& condition, int node,
                     std::string_view relation) {
    const Tree& tree = view.tree;
    const bool in_front = relation == "amod" || relation == "compound";
    for (const int c : tree.children(node)) {
        const bool modifier =
            in_front ? (c < node && (tree.is(c, "amod") || tree.is(c, "compound") || tree.is(c, "flat") ||
                                     tree.is(c, "nmod") || tree.is(c, "acl") || tree.is(c, "advmod")))
                     : tree.is(c, relation);
        if (modifier && fits(view, condition, c)) return c;
        if (modifier)
            for (const int part : tree.children(c))
                if (tree.is(part, "conj") && fits(view, condition, part)) return part;
    }
    return -1;
}

int fitting_particle(const SentenceView& view, const Condition& condition, int trigger) {
    for (const int c : view.tree.children(trigger)) {
        const Upos pos = view.tree.token(c).upos;
        const bool particle =
            view.tree.is(c, "compound:prt") ||
            ((pos == Upos::adp || pos == Upos::adv) &&
             (view.tree.is(c, "advmod") || view.tree.is(c, "compound") || view.tree.is(c, "obl")));
        if (particle && fits(view, condition, c)) return c;
    }
    return -1;
}

bool is_reflexive(const SentenceView& view, int trigger) {
    const auto children = view.tree.children(trigger);
    return std::any_of(children.begin(), children.end(), [&](int c) {
        return view.tree.is(c, "expl:pv") ||
               (view.tree.in_group(c, "reflexive") && view.tree.token(c).upos == Upos::pron);
    });
}

/// Whether the auxiliary `word` stands with a perfect infinitive: "zou hebben geleverd", "zou zijn verkocht".
bool is_with_perfect(const SentenceView& view, int word) {
    const Tree& tree = view.tree;
    const int verb = tree.head(word);
    if (verb < 0 || !tree.is_verb(verb)) return false;
    const auto children = tree.children(verb);
    return std::any_of(children.begin(), children.end(), [&](int c) {
        return c != word && (tree.is(c, "aux") || tree.is(c, "cop")) && tree.has_feature(c, "VerbForm=Inf") &&
               tree.in_group(c, "perfect_auxiliary");
    });
}

/// A bare adverb or adjective with a verb is taken by parsers now for an adverb, now for a complement.
bool is_predicative(const SentenceView& view, int node) {
    const Upos pos = view.tree.token(node).upos;
    return (pos == Upos::adj || pos == Upos::adv || pos == Upos::verb) &&
           (view.tree.is(node, "xcomp") || view.tree.is(node, "advmod") || view.tree.is(node, "advcl"));
}

bool is_complement(const Tree& tree, int node) {
    if (tree.is(node, "advcl"))  // an infinitive that the parser took for an adverbial; not "after …", "if …"
        for (const int c : tree.children(node))
            if ((tree.is(c, "mark") || tree.is(c, "case")) && !tree.in_group(c, "infinitive_mark"))
                return false;
    return tree.is(node, "xcomp") || tree.is(node, "ccomp") || tree.is(node, "advcl") || tree.is(node, "acl");
}

/// `infinitive`: no finite clause with a subject of its own.
int fitting_complement(const SentenceView& view, const Condition& condition, int trigger, bool infinitive) {
    const Tree& tree = view.tree;
    for (const int c : tree.children(trigger)) {
        // "told [Russian forces to withdraw]", "gave it [two days to leave]"
        const bool holds =
            (tree.is(c, "obj") && (view.parties.names_actor(c) || tree.in_group(c, "time_unit"))) ||
            (tree.is(c, "iobj") && tree.in_group(c, "time_unit"));
        if (holds)
            for (const int inner : tree.children(c))
                if (inner > c && is_complement(tree, inner) && tree.has_feature(inner, "VerbForm=Inf") &&
                    fits(view, condition, inner))
                    return inner;
        if (!is_complement(tree, c)) continue;
        // "told Israel that it would not take part" is no infinitive.
        if (infinitive && tree.is(c, "ccomp") && tree.is_finite(c) && tree.child(c, "nsubj") >= 0) continue;
        if (fits(view, condition, c)) return c;
        for (const int inner : tree.children(c))  // "told them to stop and withdraw"
            if ((tree.is(inner, "conj") || is_complement(tree, inner)) && tree.is_verb(inner) &&
                fits(view, condition, inner))
                return inner;
    }
    return -1;
}

/// "op het [matje] geroepen", where the parser took the preposition for a particle of the verb: the noun, or
/// -1.
int noun_behind_particle(const Tree& tree, int trigger, int particle) {
    for (int word = particle + 1; word < tree.size(); ++word) {
        const Upos pos = tree.token(word).upos;
        if (pos == Upos::det || pos == Upos::adj) continue;
        const bool loose = tree.is(word, "obl") || tree.is(word, "obl:arg") || tree.is(word, "xcomp") ||
                           tree.is(word, "compound");
        return pos == Upos::noun && loose && tree.head(word) == trigger && tree.preposition(word).empty()
                   ? word
                   : -1;
    }
    return -1;
}

/// The node in `where` that satisfies `condition`; -1 if there is none.
int find_in(const SentenceView& view, int trigger, const std::vector<Argument>& arguments,
            const Condition& condition, const std::string& where) {
    if (where == "refl") return is_reflexive(view, trigger) ? trigger : -1;
    if (where == "beside") {  // another auxiliary of the same verb
        for (const int c :
             view.tree.children(view.tree.head(trigger) < 0 ? trigger : view.tree.head(trigger)))
            if (c != trigger && view.tree.is(c, "aux") && fits(view, condition, c)) return c;
        return -1;
    }
    if (where == "perfect") return is_with_perfect(view, trigger) ? trigger : -1;
    if (where == "form") return fits(view, condition, trigger) ? trigger : -1;
    if (where == "prt") return fitting_particle(view, condition, trigger);
    if (where == "xcomp" || where == "ccomp" || where == "comp") {
        if (const int node = fitting_complement(view, condition, trigger, where == "xcomp");
            node >= 0 || where != "xcomp")
            return node;
        for (const int c :
             view.tree.children(trigger))  // "stelt … beschikbaar", taken for a particle or adverb
            if (view.tree.token(c).upos == Upos::adj && fits(view, condition, c) &&
                (view.tree.is(c, "compound:prt") || view.tree.is(c, "advmod") || view.tree.is(c, "advcl")))
                return c;
        return -1;
    }
    if (where == "advmod" && view.tree.is_verb(trigger))
        for (const int c : view.tree.children(trigger))
            if (is_predicative(view, c) && fits(view, condition, c)) return c;
    if (where == "amod" || where == "compound" || where == "det" || where == "advmod")
        return fitting_modifier(view, condition, trigger, where);
    const auto dot = where.find('.');
    const std::string slot = where.substr(0, dot);
    for (const Argument& argument : arguments) {
        if (argument.slot != slot || argument.deep) continue;
        if (dot == std::string::npos) {
            // Where one goes to or strikes at may well be a place.
            const int node = fitting_node(view, condition, argument.node, slot == "subj");
            if (node >= 0) return node;
        } else if (const int node = fitting_modifier(view, condition, argument.node, where.substr(dot + 1));
                   node >= 0) {
            return node;
        }
    }
    if (view.tree.is_verb(trigger) && dot == std::string::npos)  // "barred it from joining NATO"
        for (const int c : view.tree.children(trigger)) {
            if (!view.tree.is_present_participle(c)) continue;
            for (const int mark : view.tree.children(c))
                if (view.tree.is(mark, "mark") &&
                    view.tree.groups().canonical(lower_case(view.tree.token(mark).form)) == where &&
                    !condition.any_word && fits(view, condition, c))
                    return c;
        }
    if (view.tree.is_verb(trigger))  // "in beslag", "tot zinken": one particle of several words
        for (const int c : view.tree.children(trigger)) {
            const bool particle = view.tree.is(c, "compound:prt") ||
                                  (view.tree.token(c).upos == Upos::adp && view.tree.child(c, "fixed") >= 0);
            if (!particle) continue;
            if (view.tree.preposition(c) == where && fits(view, condition, c)) return c;
            if (lower_case(view.tree.token(c).form) != where) continue;
            for (const int part : view.tree.children(c))
                if (view.tree.is(part, "fixed") && fits(view, condition, part)) return part;
            const int noun = noun_behind_particle(view.tree, trigger, c);
            if (noun >= 0 && !condition.any_word && fits(view, condition, noun)) return noun;
        }
    if (slot == "obj" && dot == std::string::npos && view.tree.is_verb(trigger) && !condition.any_word)
        for (const int c : view.tree.children(
                 trigger))  // the parser may take the noun of a fixed phrase for something else
            if ((view.tree.is(c, "xcomp") || view.tree.is(c, "obl:arg") || view.tree.is(c, "compound") ||
                 view.tree.is(c, "advmod") || view.tree.is(c, "obl") ||
                 (view.tree.is(c, "obj") && view.tree.in_group(c, "time_unit"))) &&
                view.tree.preposition(c).empty())
                if (const int node = fitting_node(view, condition, c); node >= 0) return node;
    return -1;
}

/// The node that satisfies `condition` (forbidden or not); -1 if there is none.
int find_condition(const SentenceView& view, int trigger, const std::vector<Argument>& arguments,
                   const Condition& condition) {
    for (const std::string& where : condition.where)
        if (const int node = find_in(view, trigger, arguments, condition, where); node >= 0) return node;
    return -1;
}

void append(std::vector<Party>& to, std::vector<Party> from) {
    for (Party& party : from) {
        const bool known =
            std::any_of(to.begin(), to.end(), [&](const Party& p) { return p.actor.id == party.actor.id; });
        if (!known) to.push_back(std::move(party));
    }
}

/// `slot`: a function in the clause below the trigger, or `any`.
std::vector<Party> complement_parties(const SentenceView& view, int trigger, const std::string& slot) {
    const Tree& tree = view.tree;
    const int clause = complement_of(tree, trigger);
    if (clause < 0) return {};
    std::vector<Party> found;
    if (slot == "subj" || slot == "any") {
        const Argument subject = view.arguments.surface_subject(clause);
        // "Kosovo's bid to join": the subject is whose bid it is.
        const bool of_noun = slot == "any" && tree.is_noun(trigger) && !tree.is_finite(clause) &&
                             tree.child(clause, "nsubj") < 0;
        const bool own = of_noun || (subject.node >= 0 && tree.head(subject.node) == trigger &&
                                     tree.is(subject.node, "nsubj"));
        if (subject.node >= 0 && !own)
            found = view.parties.in_phrase(subject, PartyFinder::Where::anywhere, {}, true);
        if (!found.empty() || slot == "subj") return found;
    }
    const Upos pos = tree.is_noun(clause) ? Upos::noun : tree.is_verb(clause) ? Upos::verb : Upos::adj;
    for (const Argument& argument : view.arguments.of(clause, pos)) {
        if (argument.slot == "subj" || (slot != "any" && argument.slot != slot)) continue;
        append(found, view.parties.in_phrase(argument, PartyFinder::Where::anywhere, {}, true));
        if (!found.empty()) break;
    }
    if (found.empty() && slot == "any")
        found = view.parties.first_in_clause(clause, 0.7, "in the clause below");
    return found;
}

/// A past tense that the tagger took for a participle counts too ("lavished praise on").
bool may_be_finite(const Tree& tree, int verb) {
    if (tree.is_finite(verb)) return true;
    const bool heads_clause =
        tree.head(verb) < 0 || tree.is(verb, "parataxis") || tree.is(verb, "ccomp") || tree.is(verb, "conj");
    return heads_clause && tree.is_past_participle(verb);
}

/// What order and nearness give for a slot that the tree leaves open.
std::optional<Argument> nearby_argument(const SentenceView& view, int trigger,
                                        const std::vector<Argument>& arguments, const std::string& slot) {
    const bool active_verb = view.tree.is_verb(trigger) && !view.arguments.passive(trigger);
    if (slot == "subj")
        return active_verb && may_be_finite(view.tree, trigger) && !has_slot(arguments, "subj")
                   ? view.nearby.subject_before(trigger)
                   : std::nullopt;
    if (slot == "obj") {
        if (!active_verb || has_slot(arguments, "obj") || !has_slot(arguments, "subj")) return std::nullopt;
        const auto subject = std::find_if(arguments.begin(), arguments.end(),
                                          [](const Argument& a) { return a.slot == "subj"; });
        if (auto behind = view.nearby.behind_subject(trigger, subject->node)) return behind;
        return view.nearby.object_after(trigger);
    }
    if (slot == "iobj" && view.tree.is_verb(trigger) && !has_slot(arguments, "iobj"))
        for (const Argument& argument : arguments)
            if (argument.slot == "obj")
                if (auto name = view.nearby.before_object(trigger, argument.node)) return name;
    static const std::set<std::string, std::less<>> functions{"company", "iobj", "poss",  "between",
                                                              "head",    "comp", "place", "moved"};
    if (functions.contains(slot)) return std::nullopt;
    return view.nearby.behind_preposition(trigger, slot);
}

/// "a plan that Iran rejected", "arrested the monks, which Laos denounced": whose the noun of a relative
/// clause or apposition is, where it does not say so: the subject's of the clause that it belongs to.
std::vector<Party> owner_above(const SentenceView& view, int trigger,
                               const std::vector<Argument>& arguments) {
    const Tree& tree = view.tree;
    if (!tree.is(trigger, "acl") && !tree.is(trigger, "advcl:relcl")) return {};
    const int noun = tree.head(trigger);
    const bool is_object = std::any_of(arguments.begin(), arguments.end(),
                                       [&](const Argument& a) { return a.slot == "obj" && a.node == noun; });
    if (!is_object || !tree.is_noun(noun) || view.parties.names_actor_or_place(noun)) return {};
    int clause = tree.head(noun);
    const bool event =
        tree.is(noun, "obl") && tree.is(trigger, "acl") && !tree.is(trigger, "acl:relcl") &&
        view.language.frames.names_event(tree.lemma(noun), Upos::noun);  // "in a swap mediated by"
    if (!tree.is(noun, "obj") && !tree.is(noun, "nsubj:pass") && !tree.is(noun, "appos") &&
        !tree.is(noun, "parataxis") && !tree.is(noun, "obl:unmarked") && !event)
        return {};
    while (clause >= 0 && !tree.is_predicate(clause)) clause = tree.head(clause);
    if (clause < 0) return {};
    if (tree.is(noun, "nsubj:pass")) {  // "the deal, brokered by Norway, was signed by Israel and the PLO"
        for (Argument agent : view.arguments.of(clause, Upos::verb))
            if (agent.slot == "subj" && agent.node != noun) {
                agent.quality *= 0.7;
                agent.how += " of the clause above";
                return view.parties.in_phrase(agent, PartyFinder::Where::anywhere);
            }
        return {};
    }
    Argument owner = view.arguments.surface_subject(clause);
    if (owner.node < 0) return {};
    owner.quality *= 0.7;
    owner.how += " of the clause above";
    return view.parties.in_phrase(owner, PartyFinder::Where::anywhere);
}

/// "rejected the sanctions that Washington imposed": whose the object is by the clause below it.
std::vector<Party> owner_below(const SentenceView& view, int trigger,
                               const std::vector<Argument>& arguments) {
    const Tree& tree = view.tree;
    for (const Argument& argument : arguments) {
        if (argument.slot != "obj" || argument.deep || !tree.is_noun(argument.node)) continue;
        for (const int clause : tree.children(argument.node)) {
            if (!tree.is(clause, "acl") || !tree.is_verb(clause) || clause < argument.node) continue;
            if (tree.in_group(clause, "of_deed")) continue;  // who mediates a deal does not make it his
            if (tree.below(trigger, clause)) continue;       // "supported by Spain but opposed by Peru"
            for (const Argument& doer : view.arguments.of(clause, Upos::verb)) {
                if (doer.slot != "subj" || doer.node == argument.node || doer.deep) continue;
                Argument owner = doer;
                owner.quality *= 0.75;
                owner.how += " of the clause below";
                auto found = view.parties.in_phrase(owner, PartyFinder::Where::anywhere);
                if (!found.empty()) return found;
            }
        }
    }
    return {};
}

std::set<ActorId> states_of(const std::vector<Party>& parties) {
    std::set<ActorId> states;
    for (const Party& party : parties) states.insert(stands_for(party.actor));
    return states;
}

/// Whoever acts for no state is no source; but to protest is for the people.
/// `named`: the row names their preposition, so that a place counts too ("got money from Brussels").
std::vector<Party> possible_sources(std::vector<Party> parties, EventType type, bool named = false) {
    std::erase_if(parties, [&](const Party& party) {
        return (party.via_place && !named) || (party.mention->private_party && type != EventType::protest);
    });
    return parties;
}

/// "elkaar", "each other": all it stands for do it to all.
bool is_reciprocal(const SentenceView& view, const Party& party) {
    return party.mention->kind == MentionKind::pronoun &&
           (view.tree.has_feature(static_cast<int>(party.mention->head), "PronType=Rcp") ||
            view.tree.in_group(static_cast<int>(party.mention->first), "reciprocal") ||
            view.tree.in_group(static_cast<int>(party.mention->head), "reciprocal"));
}

std::vector<Party> reciprocal_parties(const SentenceView& view, const std::vector<Argument>& arguments) {
    for (const Argument& argument : arguments) {
        if (argument.deep || argument.slot == "subj") continue;
        auto found = view.parties.in_phrase(argument, PartyFinder::Where::head_only);
        if (found.size() > 1 && is_reciprocal(view, found.front())) return found;
    }
    return {};
}

bool is_material(EventType type) {
    return type == EventType::assault || type == EventType::coerce || type == EventType::aid ||
           type == EventType::cooperate || type == EventType::mobilize || type == EventType::retreat;
}

/// Whether the noun that a demonym stands in front of does deeds of its state: troops, strikes; not "Swedish
/// pop". Always true in a language that does not say which nouns do.
bool acts(const SentenceView& view, const Party& party) {
    const Tree& tree = view.tree;
    if (!party.via_modifier || party.mention->kind != MentionKind::demonym || party.node < 0 ||
        tree.groups().find("acting") == nullptr)
        return true;
    int noun = tree.head(party.node);  // "a Chinese coast guard cutter": of the cutter
    while (noun >= 0 && tree.is(noun, "compound") && tree.head(noun) > noun) noun = tree.head(noun);
    return noun < 0 || tree.token(noun).upos != Upos::noun || tree.in_group(noun, "acting") ||
           view.language.frames.names_event(tree.lemma(noun), Upos::noun);
}

bool find_source(const SentenceView& view, FrameMatch& match) {
    for (const SlotPath& slot : match.frame->source) {
        static const std::set<std::string, std::less<>> functions{"subj", "obj",  "iobj",    "poss",
                                                                  "head", "comp", "between", "company"};
        const bool below = !slot.suffix.empty() && slot.suffix != "poss" && slot.suffix != "head" &&
                           slot.slot == "subj";  // "protesters in Cairo"
        match.source = possible_sources(
            parties_of_slot(view, match.trigger, match.arguments, slot), match.frame->event->type,
            below || (view.tree.is_verb(match.trigger) && !functions.contains(slot.slot)));
        match.source_slot = to_string(slot);
        // "Canadian wildfires sent smoke …": a wider reading wants somebody who acts.
        if (view.tree.is_verb(match.trigger) && slot.slot == "subj" && is_material(match.frame->event->type))
            std::erase_if(match.source, [&](const Party& party) { return !acts(view, party); });
        if (match.frame->rank < 0)
            std::erase_if(match.source, [](const Party& party) { return party.via_modifier; });
        if (!match.source.empty()) return true;
    }
    if (match.frame->mutual) {
        match.source_slot = "company";
        match.source =
            possible_sources(parties_of_slot(view, match.trigger, match.arguments, {"company", "", false}),
                             match.frame->event->type);
        if (!match.source.empty()) return true;
    }
    match.source = reciprocal_parties(view, match.arguments);
    match.source_slot = "reciprocal";
    return !match.source.empty();
}

/// Whether nothing but who acts is named in the clause: its other party stands elsewhere.
bool names_no_other(const SentenceView& view, const FrameMatch& match, const std::set<ActorId>& sources) {
    for (const Argument& argument : match.arguments) {
        if (argument.slot == "subj") continue;
        for (const Party& party : view.parties.in_phrase(argument, PartyFinder::Where::anywhere, {}, true))
            if (!sources.contains(stands_for(party.actor))) return false;
    }
    return true;
}

/// "Two days later Iran responded with strikes": the other party of what it answers.
void answer(const SentenceView& view, const EarlierEvents& earlier, const std::set<ActorId>& sources,
            FrameMatch& match) {
    if (!view.tree.is_verb(match.trigger) || !names_no_other(view, match, sources)) return;
    // "The attack, ordered by Peru": the one that was told of, no answer to it.
    if (view.tree.is(match.trigger, "acl") && view.tree.is_past_participle(match.trigger)) return;
    const bool pronoun = std::all_of(match.source.begin(), match.source.end(), [](const Party& party) {
        return party.mention->kind == MentionKind::pronoun;
    });
    EarlierParties found = earlier.other_side(sources, pronoun);
    // "agreed, at the insistence of Spain, to impose sanctions": on somebody else.
    const EventType type = match.frame->event->type;
    const bool answers_request = type == EventType::reject || type == EventType::concede ||
                                 type == EventType::agree || type == EventType::accuse;
    if (found.event != nullptr && found.event->code.type == EventType::request && !answers_request) return;
    const auto& context = match.frame->event->context;
    if (std::find(context.begin(), context.end(), "diplomatic") !=
        context.end())  // envoys are those of states
        std::erase_if(found.parties,
                      [](const Party& party) { return party.actor.kind == ActorKind::organisation; });
    match.target = std::move(found.parties);
    match.earlier = found.event;
}

/// "…, prompting Israel to recall its envoys": theirs whose deed it was.
std::vector<Party> prompters(const SentenceView& view, int trigger) {
    const Tree& tree = view.tree;
    const int above = tree.head(trigger);
    if (above < 0 || !tree.is(trigger, "xcomp") || !tree.in_group(above, "prompt")) return {};
    Argument doer = view.arguments.surface_subject(above);
    if (doer.node < 0) return {};
    doer.quality *= 0.75;
    doer.how += " of '" + tree.token(above).form + "'";
    return view.parties.in_phrase(doer, PartyFinder::Where::anywhere);
}

/// "accused Cambodia of planting mines": against them who accuse, where the clause names nobody else.
std::vector<Party> accusers(const SentenceView& view, const FrameMatch& match,
                            const std::set<ActorId>& sources) {
    const Tree& tree = view.tree;
    const int above = tree.head(match.trigger);
    const EventType type = match.frame->event->type;
    const bool deed = type == EventType::assault || type == EventType::coerce ||
                      type == EventType::mobilize || type == EventType::sanction;
    if (!deed || above < 0 || !tree.is_present_participle(match.trigger) || !tree.in_group(above, "accuse") ||
        !names_no_other(view, match, sources))
        return {};
    const int mark = tree.child(match.trigger, "mark");
    if (mark < 0 || !tree.groups().contains("object_gerund", lower_case(tree.token(mark).form))) return {};
    Argument accuser = view.arguments.surface_subject(above);
    if (accuser.node < 0 || view.arguments.passive(above)) return {};
    accuser.quality *= 0.75;
    accuser.how += " of '" + tree.token(above).form + "'";
    auto found = view.parties.in_phrase(accuser, PartyFinder::Where::anywhere);
    std::erase_if(found, [&](const Party& party) { return sources.contains(stands_for(party.actor)); });
    return found;
}

/// Who answers the deed that the noun `match.trigger` names ("bombed Hodeida in retaliation for a Houthi
/// missile"): it was done to them. Empty where the noun is no deed, or answers nothing.
std::vector<Party> answerers(const SentenceView& view, const FrameMatch& match,
                             const std::set<ActorId>& sources) {
    const Tree& tree = view.tree;
    const EventType type = match.frame->event->type;
    const bool deed = type == EventType::assault || type == EventType::coerce ||
                      type == EventType::mobilize || type == EventType::sanction;
    if (!deed || !tree.is_noun(match.trigger)) return {};
    bool answers = false;
    int node = match.trigger;
    for (int steps = 0; steps < 4 && node >= 0 && !tree.is_verb(node); ++steps, node = tree.head(node))
        answers = answers || (node != match.trigger && tree.in_group(node, "retaliation")) ||
                  tree.groups().contains("retaliation", tree.preposition(node));
    if (!answers || node < 0 || !tree.is_verb(node)) return {};
    std::vector<Party> found;
    for (Argument argument : view.arguments.of(node, Upos::verb)) {
        if (argument.slot != "subj" || !found.empty()) continue;
        argument.quality *= 0.8;
        argument.how += " of the answer";
        found = view.parties.in_phrase(argument, PartyFinder::Where::anywhere);
        std::erase_if(found, [&](const Party& party) { return sources.contains(stands_for(party.actor)); });
    }
    return found;
}

/// Whether `noun` is spoken of as known, with nothing that says whose it is: "the attack", "this decision".
bool is_known_deed(const SentenceView& view, int noun) {
    const Tree& tree = view.tree;
    if (tree.in_group(noun, "deed_pronoun")) return tree.token(noun).upos == Upos::pron;
    if (tree.token(noun).upos != Upos::noun) return false;
    if (tree.in_group(noun, "aim")) return false;  // "has to ratify the membership": theirs who join
    bool definite = false;
    for (const int c : tree.children(noun)) {
        const bool judgement = tree.is(c, "nmod") && tree.groups().contains("judged_as", tree.preposition(c));
        if (judgement) continue;  // "denounced the raid as aggression"
        if (tree.is(c, "nmod") || tree.is(c, "acl") || tree.is(c, "appos") || tree.is(c, "conj") ||
            tree.is(c, "compound") || tree.is(c, "amod"))
            return false;
        definite = definite || (tree.is(c, "det") && tree.groups().contains("definite", tree.lemma(c)));
    }
    return definite;
}

/// "Jordan condemned the attack": theirs whose attack the text told of before.
void take_doers(const SentenceView& view, const EarlierEvents& earlier, const SlotPath& slot,
                const std::set<ActorId>& sources, FrameMatch& match) {
    const EventType type = match.frame->event->type;
    const bool judges = type == EventType::accuse || type == EventType::support ||
                        type == EventType::reject || type == EventType::request || type == EventType::protest;
    if (!judges || match.frame->mutual || !(slot.suffix.empty() || slot.suffix == "poss")) return;
    for (const Argument& argument : match.arguments) {
        if (argument.slot != slot.slot || argument.deep || !is_known_deed(view, argument.node)) continue;
        EarlierParties found = earlier.doers_of(view.language.frames, view.tree.lemma(argument.node),
                                                view.tree.in_group(argument.node, "any_deed") ||
                                                    view.tree.in_group(argument.node, "deed_pronoun"),
                                                type == EventType::support, sources);
        const bool deed = view.language.frames.names_event(view.tree.lemma(argument.node), Upos::noun) ||
                          view.tree.in_group(argument.node, "any_deed") ||
                          view.tree.in_group(argument.node, "deed_pronoun");
        if (found.parties.empty() && type == EventType::reject && deed)  // "rejected the demand", however put
            found = earlier.other_side(sources, false);
        match.target = std::move(found.parties);
        match.earlier = found.event;
        if (!match.target.empty()) return;
    }
}

/// "demanded that the bombing stop": theirs whose bombing the text told of before.
void take_doers_below(const SentenceView& view, const EarlierEvents& earlier,
                      const std::set<ActorId>& sources, FrameMatch& match) {
    const int clause = complement_of(view.tree, match.trigger);
    if (clause < 0 || match.frame->event->type != EventType::request) return;
    const Argument subject = view.arguments.surface_subject(clause);
    if (subject.node < 0 || !is_known_deed(view, subject.node)) return;
    EarlierParties found =
        earlier.doers_of(view.language.frames, view.tree.lemma(subject.node), false, false, sources);
    match.target = std::move(found.parties);
    match.earlier = found.event;
}

bool find_target(const SentenceView& view, const EarlierEvents* earlier, FrameMatch& match) {
    const std::set<ActorId> sources = states_of(match.source);
    for (const SlotPath& slot : match.frame->target) {
        if (slot.slot == "answered") {
            match.target.clear();
            match.target_slot = slot.slot;
            match.target = prompters(view, match.trigger);
            std::erase_if(match.target,
                          [&](const Party& party) { return sources.contains(stands_for(party.actor)); });
            if (match.target.empty() && earlier != nullptr) answer(view, *earlier, sources, match);
            if (!match.target.empty()) return true;
            continue;
        }
        if (slot.slot == "repeated" || slot.slot == "judged" || slot.slot == "wronged") {
            EarlierParties found;
            if (earlier != nullptr && slot.slot == "wronged" && names_no_other(view, match, sources))
                found = earlier->other_side(sources, true);
            if (earlier != nullptr && slot.slot == "repeated") {
                auto example = parties_of_slot(view, match.trigger, match.arguments, {"obj", "poss", false});
                // "Britain agreed, and France followed": Britain.
                if (example.empty() && view.tree.is(match.trigger, "conj"))
                    example = parties_of_slot(view, match.trigger, match.arguments, {"above", "", false});
                found = earlier->done_before(sources, states_of(example));
            }
            if (earlier != nullptr && slot.slot == "judged" && names_no_other(view, match, sources))
                found = earlier->doers_of(view.language.frames, "", true, false, sources);
            match.target = std::move(found.parties);
            match.target_slot = slot.slot;
            match.earlier = found.event;
            if (!match.target.empty()) return true;
            continue;
        }
        match.target = parties_of_slot(view, match.trigger, match.arguments, slot, true);
        match.target_slot = to_string(slot);
        const bool owner = slot.slot == "obj" && slot.suffix == "poss";
        if (owner && match.target.empty()) match.target = owner_above(view, match.trigger, match.arguments);
        if (match.frame->event->mode == "third-party" && owner && states_of(match.target).size() < 2)
            match.target.clear();  // nobody mediates with one
        if (owner && match.target.empty()) match.target = owner_below(view, match.trigger, match.arguments);
        const bool reciprocal =
            sources.size() > 1 && !match.target.empty() && is_reciprocal(view, match.target.front());
        if (!reciprocal && (!match.frame->mutual || sources.size() < 2 || slot.slot != "between"))
            std::erase_if(match.target,
                          [&](const Party& party) { return sources.contains(stands_for(party.actor)); });
        if (match.target.empty() && earlier != nullptr) take_doers(view, *earlier, slot, sources, match);
        if (match.target.empty() && earlier != nullptr && slot.slot == "comp" && slot.suffix == "subj")
            take_doers_below(view, *earlier, sources, match);
        if (!match.target.empty()) return true;
    }
    match.target = accusers(view, match, sources);
    match.target_slot = "accuser";
    if (match.target.empty() && !match.frame->mutual) {
        match.target = answerers(view, match, sources);
        match.target_slot = "answerer";
    }
    return !match.target.empty();
}

/// Whether `node` may be somebody, known or not: a name, an actor, or several of something ("envoys").
bool names_people(const SentenceView& view, int node) {
    // "extended the truce by two days": nobody.
    return view.tree.token(node).upos == Upos::propn || view.actors.headed_by(node) != nullptr ||
           (view.tree.has_feature(node, "Number=Plur") && !view.tree.in_group(node, "time_unit"));
}

/// Settles the parties of a mutual row; false if there are not two. A source with a target of its own keeps
/// its direction where the type has one ("severed ties with Iran"), and one who met several meets each of
/// them; else all parties stand on both sides.
bool make_mutual(const SentenceView& view, FrameMatch& match) {
    std::vector<Party> all = match.source;
    append(all, match.target);
    if (states_of(all).size() < 2) return false;
    // "they trade" after a list of eighteen countries says nothing of each pair of them.
    constexpr std::size_t most_meant_by_pronoun = 5;
    // "Oman and Qatar spoke to envoys": to somebody else, not to one another.
    if (match.target.empty() && view.tree.is_verb(match.trigger))
        for (const Argument& argument : match.arguments)
            for (const SlotPath& slot : match.frame->target)
                if (argument.slot == slot.slot && slot.suffix.empty() && view.tree.is_noun(argument.node) &&
                    argument.slot != "subj" && names_people(view, argument.node))
                    return false;
    const bool by_pronoun =
        match.target.empty() && std::all_of(all.begin(), all.end(), [](const Party& party) {
            return party.mention->kind == MentionKind::pronoun;
        });
    if (by_pronoun && states_of(all).size() > most_meant_by_pronoun) return false;
    const bool directed = !match.target.empty() && match.source_slot != match.target_slot &&
                          !is_mutual(match.frame->event->type);
    if (directed) return true;
    // "phoned Putin and Macron", "spoke to both": they did not speak to one another.
    const bool apart = match.target_slot == "obj" ? states_of(match.source).size() == 1
                                                  : view.tree.groups().contains("dative", match.target_slot);
    if (apart && states_of(all).size() > 2 && !match.target.empty()) return true;
    if (match.target.empty()) match.target_slot = match.source_slot;
    match.source = all;
    match.target = std::move(all);
    return true;
}

std::string describe(const Frame& frame) {
    return "line " + std::to_string(frame.line) + " (" + frame.triggers.front() + ")";
}

std::string describe(const Tree& tree, const std::vector<Argument>& arguments) {
    std::string text = "its arguments:";
    for (const Argument& argument : arguments)
        text += " " + argument.slot + "=" + tree.token(argument.node).form + (argument.deep ? " (deep)" : "");
    return text;
}

std::vector<Upos> readings(const Tree& tree, int trigger) {
    switch (tree.token(trigger).upos) {
        case Upos::verb:
            return {Upos::verb};
        case Upos::propn:
        case Upos::noun:
            return {Upos::noun};
        case Upos::adj:
            return tree.has_feature(trigger, "VerbForm=Part") ? std::vector{Upos::verb, Upos::adj}
                                                              : std::vector{Upos::adj};
        case Upos::aux:  // "was in Tehran for talks"
            return tree.is(trigger, "cop") ? std::vector{Upos::verb} : std::vector<Upos>{};
        default:
            return {};
    }
}

/// Who acts in the clause that the trigger's clause answers: "…, waarop China zijn ambassadeur terugriep".
std::vector<Party> parties_above(const SentenceView& view, int trigger) {
    const Tree& tree = view.tree;
    int clause = tree.clause_of(trigger);
    for (int steps = 0; clause >= 0 && steps < 3; ++steps) {
        const int above = tree.head(clause);
        const bool answers = tree.is(clause, "acl:relcl") || tree.is(clause, "advcl") ||
                             tree.is(clause, "conj") || tree.is(clause, "parataxis");
        if (above < 0 || !answers) return {};
        clause = tree.clause_of(above);
        if (clause < 0) return {};
        Argument subject = view.arguments.surface_subject(clause);
        subject.quality *= 0.7;
        subject.how += " of the clause above";
        if (subject.node < 0) continue;
        auto found = view.parties.in_phrase(subject, PartyFinder::Where::anywhere);
        if (!found.empty()) return found;
    }
    return {};
}

}  // namespace

/// Whether the clause tells of something else at that time or another: "while …", "after …".
static bool tells_of_another(const Tree& tree, int clause) {
    const auto below = tree.children(clause);
    return tree.is(clause, "advcl") && std::any_of(below.begin(), below.end(), [&](int c) {
               return (tree.is(c, "mark") || tree.is(c, "case")) &&
                      (tree.in_group(c, "when") || tree.in_group(c, "other_time"));
           });
}

int complement_of(const Tree& tree, int trigger) {
    for (const std::string_view relation : {"xcomp", "ccomp", "acl", "advcl"})
        for (const int c : tree.children(trigger))
            if (tree.is(c, relation) && !tree.is(c, "acl:relcl") && !tells_of_another(tree, c) &&
                (tree.is_verb(c) || tree.is_predicate(c)))
                return c;
    return -1;
}

bool conditions_hold(const SentenceView& view, int trigger, const std::vector<Argument>& arguments,
                     const std::vector<Condition>& conditions, std::vector<int>& required) {
    for (const Condition& condition : conditions) {
        const int node = find_condition(view, trigger, arguments, condition);
        if ((node >= 0) == condition.forbidden) return false;
        if (node >= 0 && node != trigger) required.push_back(node);
    }
    return true;
}

std::vector<Party> parties_of_slot(const SentenceView& view, int trigger,
                                   const std::vector<Argument>& arguments, const SlotPath& slot,
                                   bool target) {
    using Where = PartyFinder::Where;
    if (slot.slot == "comp") return complement_parties(view, trigger, slot.suffix);
    if (slot.slot == "place") return view.parties.places(arguments);
    if (slot.slot == "above") return parties_above(view, trigger);
    const Where where = slot.suffix.empty()     ? Where::anywhere
                        : slot.suffix == "poss" ? Where::modifiers_only
                        : slot.suffix == "head" ? Where::head_only
                                                : Where::preposition;
    const bool places = target || slot.slot != "subj";  // a place does nothing, but falls to an enemy
    std::vector<Party> found;
    for (const Argument& argument : arguments) {
        if (argument.slot != slot.slot || (argument.deep && !slot.anywhere)) continue;
        auto parties = view.parties.in_phrase(argument, where, slot.suffix, places);
        // "condemned the invasion of Iraq": it is not Iraq's.
        if (where == Where::modifiers_only && view.tree.in_group(argument.node, "deed_on"))
            std::erase_if(parties, [&](const Party& party) { return party.node > argument.node; });
        append(found, std::move(parties));
        if (!found.empty() && slot.slot != "between") break;
    }
    if (found.empty() && (where == Where::anywhere || where == Where::head_only))
        if (const auto argument = nearby_argument(view, trigger, arguments, slot.slot))
            found = view.parties.in_phrase(*argument, Where::head_only, {}, places);
    return found;
}

bool may_answer(const SentenceView& view, int trigger) {
    if (!view.tree.is_verb(trigger)) return false;
    const auto frames = view.language.frames.candidates(view.tree.lemma(trigger), Upos::verb);
    return std::any_of(frames.begin(), frames.end(), [](const Frame* frame) {
        if (!frame->event) return false;
        const EventType type = frame->event->type;
        return type == EventType::accuse || type == EventType::support || type == EventType::reject ||
               type == EventType::request || type == EventType::protest ||
               std::any_of(frame->target.begin(), frame->target.end(), [](const SlotPath& slot) {
                   return slot.slot == "answered" || slot.slot == "repeated" || slot.slot == "judged" ||
                          slot.slot == "wronged";
               });
    });
}

std::optional<FrameMatch> match_frame(const SentenceView& view, int trigger, const EarlierEvents* earlier,
                                      std::vector<std::string>* notes) {
    const auto note = [&](const Frame& frame, const char* why) {
        if (notes != nullptr) notes->push_back(describe(frame) + ": " + why);
    };
    for (const Upos pos : readings(view.tree, trigger)) {
        const auto frames = view.language.frames.candidates(view.tree.lemma(trigger), pos);
        if (frames.empty()) continue;
        FrameMatch match;
        match.trigger = trigger;
        match.arguments = view.arguments.of(trigger, pos);
        for (const Frame* frame : frames) {
            match.frame = frame;
            match.required.clear();
            if (!conditions_hold(view, trigger, match.arguments, frame->conditions, match.required)) {
                note(*frame, "its conditions do not hold");
                continue;
            }
            if (!frame->event) {
                note(*frame, "these words name no event between actors");
                return std::nullopt;
            }
            if (!find_source(view, match)) {
                note(*frame, "no actor stands where its source would");
                continue;
            }
            match.earlier = nullptr;
            const bool has_target = find_target(view, earlier, match);
            if (frame->mutual ? make_mutual(view, match) : has_target) {
                if (frame->same && match.earlier == nullptr) continue;
                match.code = frame->same ? match.earlier->code : *frame->event;
                if (view.tree.is(trigger, "cop")) match.trigger = view.tree.head(trigger);
                return match;
            }
            note(*frame, "no other actor stands where its target would");
        }
        if (notes != nullptr && frames.size() > 0) notes->push_back(describe(view.tree, match.arguments));
    }
    return std::nullopt;
}

}  // namespace entente
