#include <algorithm>

#include "extract/events/arguments.hpp"
#include "extract/language/letters.hpp"

namespace entente {

void ArgumentFinder::add_premodifiers(int noun, std::vector<Argument>& found) const {
    std::vector<int> actors;
    for (const int c : tree_.children(noun)) {
        const bool genitive = tree_.is(c, "nmod:poss") || tree_.is(c, "det:poss") ||
                              (tree_.is(c, "nmod") && c < noun && tree_.preposition(c).empty());
        const bool modifier = tree_.is(c, "amod") || tree_.is(c, "compound") ||
                              tree_.is(c, "nmod:unmarked") || tree_.is(c, "nmod:desc") ||
                              tree_.is(c, "flat") || tree_.is(c, "det");
        if (c > noun && !genitive) continue;
        if (modifier && tree_.is_verb(c) &&
            tree_.groups().contains("owner_participle", lower_case(tree_.token(c).form)))
            for (const int leader : tree_.children(c))  // "the US-led invasion"
                if (leader < c && names_actor(leader)) {
                    found.push_back({"subj", leader, 0.9, "who leads it", noun, false});
                    found.push_back({"poss", leader, 0.9, "who leads it", noun, false});
                }
        if ((!genitive && !modifier) || !names_actor(c)) continue;
        found.push_back(
            {"subj", c, genitive ? 1.0 : 0.95, genitive ? "genitive" : "in front of the noun", noun, false});
        found.push_back(
            {"poss", c, genitive ? 1.0 : 0.95, genitive ? "genitive" : "in front of the noun", noun, false});
        // "the NATO Istanbul summit": the town is where it is held.
        const bool venue =
            !actors.empty() && mentions_.headed_by(c) != nullptr &&
            (mentions_.headed_by(c)->place || mentions_.headed_by(c)->kind == MentionKind::metonym) &&
            tree_.is(c - 1, "compound");
        if (!venue) actors.push_back(c);
        for (const int part : tree_.children(c))  // "Modi-Lula summit", "Greek and Maltese deal"
            if ((tree_.is(part, "conj") || tree_.is(part, "compound") || tree_.is(part, "flat") ||
                 tree_.is(part, "dep") || tree_.is(part, "nmod") || tree_.is(part, "amod") ||
                 tree_.is(part, "obl")) &&
                part < noun && names_actor(part) && mentions_.headed_by(part) != mentions_.headed_by(c))
                actors.push_back(part);
    }
    const bool several = actors.size() == 1 && mentions_.headed_by(actors.front())->actors.size() > 1;
    if (actors.size() > 1 || several)
        for (const int c : actors)
            found.push_back({"between", c, 0.9, "pair in front of the noun", noun, false});
}

void ArgumentFinder::add_of_phrases(int noun, std::vector<Argument>& found) const {
    // The of-phrase is the doer if nobody else is: "the decision of Iran", but "Russia's invasion of
    // Ukraine".
    // "the bombing of its embassies": the of-phrase is never who does it.
    const bool doer = has_slot(found, "subj") || tree_.in_group(noun, "done_to");
    std::vector<Argument> added;
    for (const Argument& argument : found) {
        if (argument.under != noun || !tree_.groups().contains("of", argument.slot)) continue;
        added.push_back(
            {doer ? "obj" : "subj", argument.node, argument.quality * 0.8, "of-phrase", noun, false});
        added.push_back({"poss", argument.node, argument.quality * 0.9, "of-phrase", noun, false});
    }
    found.insert(found.end(), added.begin(), added.end());
}

int ArgumentFinder::light_verb_of(int noun) const {
    int node = noun;
    for (int steps = 0; steps < 4 && tree_.head(node) >= 0; ++steps) {
        const bool held =
            tree_.is(node, "nmod") && tree_.in_group(tree_.head(node), "container");  // "a series of strikes"
        if (!held && !tree_.is(node, "conj")) break;
        node = tree_.head(node);
    }
    if (const int measure = tree_.head(node);  // "held two hours of talks"
        measure >= 0 && tree_.is(node, "nmod") && tree_.in_group(measure, "time_unit") &&
        tree_.groups().contains("of", tree_.preposition(node)))
        node = measure;
    const int verb = tree_.head(node);
    if (verb < 0 || !(tree_.is_verb(verb) || tree_.is_predicate(verb))) return -1;
    const bool object = tree_.is(node, "obj") || tree_.is(node, "nsubj:pass") || tree_.is(node, "xcomp") ||
                        tree_.is(node, "obl:arg") || tree_.is(node, "compound") ||
                        (tree_.is(node, "nsubj") && passive(verb));
    // "op Frans verzoek sloot …": whose wish it is does not do what the verb says.
    if (tree_.is(node, "obl") && tree_.in_group(node, "at_wish") &&
        tree_.groups().contains("wish_preposition", tree_.preposition(node)))
        return -1;
    // "under French pressure closed the port": the verb has an object of its own.
    if (tree_.is(node, "obl") && tree_.child(verb, "obj") >= 0 &&
        tree_.groups().contains("company_of_act", tree_.preposition(node)))
        return -1;
    const bool topic = tree_.is(node, "obl") && tree_.groups().contains("about", tree_.preposition(node));
    const bool fixed_phrase = tree_.is(node, "obl") && !topic &&
                              (tree_.groups().find("light_phrase") == nullptr ||
                               tree_.groups().contains("light_phrase", tree_.preposition(node)));
    if (tree_.in_group(verb, "light") && (object || fixed_phrase)) return verb;
    if (!object && (!tree_.is(node, "obl") || tree_.in_group(verb, "accuse"))) return -1;
    // "announced sanctions", "suspended aid", "threatened with tariffs": their subject is also the doer of
    // what they announce, suspend or threaten with.
    const std::string complement = object ? "obj" : tree_.preposition(node);
    if (complement.empty()) return -1;
    for (const Operator* op : operators_.candidates(tree_.lemma(verb), Upos::verb))
        if (std::find(op->complement.begin(), op->complement.end(), complement) != op->complement.end() &&
            !op->says)
            return verb;
    return -1;
}

Argument ArgumentFinder::blamed_by(int verb) const {
    const std::string how = "whom '" + tree_.token(verb).form + "' is about";
    const Argument subject = surface_subject(verb);
    const auto own = [&](int node) {  // "recalled the Dutch envoys from Togo": not its own people
        const ActorMention* mine = subject.node < 0 ? nullptr : mentions_.headed_by(subject.node);
        return mine != nullptr &&
               mine->actors.front().state == mentions_.headed_by(node)->actors.front().state;
    };
    for (const std::string_view relation : {"obj", "nsubj:pass"})
        if (const int object = tree_.child(verb, relation);
            object >= 0 && names_actor(object) ? !own(object) : object >= 0 && names_actor_below(object))
            return {"subj", object, 0.75, how, -1, false};
    for (const int c : tree_.children(verb))  // "recalled its envoys from Togo over …"
        if (tree_.is(c, "obl") && names_actor(c) && tree_.groups().contains("from", tree_.preposition(c)))
            return {"subj", c, 0.7, how, -1, false};
    return {};
}

void ArgumentFinder::add_company(int noun, std::vector<Argument>& found) const {
    const int above = tree_.head(noun);
    if (above < 0) return;
    const std::string preposition = tree_.preposition(noun);
    if (tree_.is(noun, "obl") && tree_.is_predicate(above) &&
        (tree_.groups().contains("reason", preposition) ||
         (tree_.in_group(above, "accuse") && tree_.groups().contains("of", preposition)))) {
        // "condemned Iran for the attack", "accused it of sabotage", "punish Mali over a visit": theirs who
        // are condemned, accused or punished.
        if (const Argument blamed = blamed_by(above); blamed.node >= 0) found.push_back(blamed);
    }
    // "said in a meeting with Abe", "following talks with Lula": the subject took part.
    int before = noun - 1;
    while (before >= 0 && (tree_.token(before).upos == Upos::det || tree_.token(before).upos == Upos::adj ||
                           tree_.token(before).upos == Upos::num))
        --before;
    const bool during = tree_.is(noun, "obl") && tree_.groups().contains("during", tree_.preposition(noun));
    const bool following = before >= 0 && tree_.is(noun, "obj") && !tree_.is(before, "compound:prt") &&
                           tree_.groups().contains("during", lower_case(tree_.token(before).form));
    // "under pressure from Spain", "with the backing of Spain"
    const bool moved = tree_.is(noun, "obl") && tree_.in_group(noun, "at_wish") &&
                       tree_.groups().contains("wish_preposition", tree_.preposition(noun));
    if (!during && !following && !moved) return;
    Argument subject = surface_subject(above);
    if (subject.node < 0) return;
    if (moved) {
        subject.slot = "moved";
        subject.quality *= 0.85;
        subject.how += " of '" + tree_.token(above).form + "'";
        found.push_back(subject);
    }
    if (!during && !following) return;
    subject.slot = "company";
    subject.quality *= 0.8;
    subject.how += " of '" + tree_.token(above).form + "'";
    found.push_back(subject);
}

void ArgumentFinder::add_from_verb_above(int noun, std::vector<Argument>& found) const {
    const int light = light_verb_of(noun);
    const int above = tree_.head(noun);
    const bool subject = light < 0 && above >= 0 && tree_.is(noun, "nsubj") && tree_.is_verb(above);
    if (light < 0 && above >= 0 && tree_.is(noun, "obl") && tree_.in_group(above, "motion") &&
        tree_.groups().contains("purpose", tree_.preposition(noun))) {
        Argument mover = surface_subject(above);  // "returned to Oslo for talks"
        mover.quality *= 0.8;
        mover.how += " of '" + tree_.token(above).form + "'";
        if (mover.node >= 0) found.push_back(mover);
    }
    if (light < 0) add_company(noun, found);
    if (light < 0 && above >= 0 && tree_.is(noun, "obl") && tree_.is_predicate(above) &&
        tree_.groups().contains("company_of_act", tree_.preposition(noun))) {
        Argument helped = surface_subject(above);  // "took the town with Russian help"
        helped.slot = "iobj";
        helped.quality *= 0.85;
        helped.how += " of '" + tree_.token(above).form + "'";
        if (helped.node >= 0) found.push_back(helped);
    }
    if (light < 0 && above >= 0 && tree_.is(noun, "obl") && tree_.in_group(above, "thank") &&
        tree_.groups().contains("reason", tree_.preposition(noun))) {
        Argument helped = surface_subject(above);  // "thanked Tokyo for its support"
        helped.slot = "iobj";
        helped.quality *= 0.8;
        helped.how += " of '" + tree_.token(above).form + "'";
        if (helped.node >= 0) found.push_back(helped);
    }
    const bool comes_about = subject && (tree_.child(above, "expl") >= 0 || tree_.in_group(above, "happen"));
    if (comes_about && tree_.is(above, "ccomp") && tree_.head(above) >= 0) {
        // "warned that no loan will go to Chad": their aid who say so.
        Argument speaker = surface_subject(tree_.head(above));
        speaker.quality *= 0.75;
        speaker.how += " of '" + tree_.token(tree_.head(above)).form + "'";
        if (speaker.node >= 0) found.push_back(speaker);
    }
    if (light < 0 && !subject) return;
    const int verb = light >= 0 ? light : above;
    const double weight = light >= 0 ? 0.9 : 0.7;
    const std::string of_verb = " of '" + tree_.token(verb).form + "'";
    const std::vector<Argument> above_it = verb_arguments(verb);
    // "is expected for talks": who is expected takes part.
    const bool moved = light >= 0 && tree_.is(noun, "obl") && passive(verb) && !has_slot(above_it, "subj");
    for (Argument argument : above_it) {
        if (moved && argument.slot == "obj") argument.slot = "subj";
        if (argument.node == noun || argument.slot == "obj" || tree_.below(noun, argument.node) ||
            tree_.below(argument.node, noun))
            continue;
        if (subject && (argument.slot == "subj" || argument.slot == "iobj")) continue;
        // "the war began with an attack by Syria": no war attacks.
        if (light >= 0 && argument.slot == "subj" && tree_.token(argument.node).upos == Upos::noun &&
            !names_actor(argument.node) && !names_actor_below(argument.node) &&
            frames_.names_event(tree_.lemma(argument.node), Upos::noun))
            continue;
        // "Israel's war has strained its ties with Turkey": those of the ties.
        // "Tussen Chili en Peru ontstond een rel": that of the row.
        const bool arises =
            subject && tree_.in_group(above, "happen") && tree_.groups().contains("between", argument.slot);
        if (subject && argument.under >= 0 && argument.under != noun && !arises) continue;
        if (argument.slot != "subj" && argument.deep) continue;
        argument.quality *= weight;
        argument.how += of_verb;
        const bool doer = subject && !passive(verb) && argument.node > noun && argument.node < verb &&
                          tree_.groups().contains("by", argument.slot);
        if (doer) argument.slot = "subj";  // "the recognition of Kosovo by Spain led to …"
        found.push_back(argument);
    }
}

std::vector<Argument> ArgumentFinder::noun_arguments(int noun) const {
    std::vector<Argument> found;
    add_premodifiers(noun, found);
    std::vector<Argument> phrases;
    add_prepositions(noun, 1.0, 0, phrases);
    for (const Argument& phrase : phrases)
        if (tree_.groups().contains("by", phrase.slot))
            found.push_back({"subj", phrase.node, phrase.quality, "by-phrase", noun, phrase.deep});
    for (const Argument& phrase : phrases) {
        found.push_back(phrase);
        if (tree_.groups().contains("between", phrase.slot)) {
            Argument between = phrase;
            between.slot = "between";
            found.push_back(between);
        }
    }
    add_from_verb_above(noun, found);
    for (std::size_t i = 0, n = found.size(); i < n; ++i)
        if (tree_.groups().contains("between", found[i].slot) && found[i].slot != "between") {
            Argument between = found[i];
            between.slot = "between";
            found.push_back(between);
        }
    if (tree_.child(noun, "cop") >= 0 && !has_slot(found, "subj"))  // "is at war with", "is a member of"
        if (Argument subject = surface_subject(noun);
            subject.node >= 0 && (names_actor(subject.node) || names_actor_below(subject.node))) {
            subject.quality *= 0.9;
            found.push_back(subject);
            subject.slot = "head";
            found.push_back(subject);
        }
    // "Orban, an ally of Trump", "is a friend of Putin": persons, not their states.
    const auto is_person = [&](int node) {
        const ActorMention* mention = mentions_.headed_by(node);
        return mention != nullptr &&
               std::all_of(mention->actors.begin(), mention->actors.end(),
                           [](const Participant& actor) { return actor.kind == ActorKind::person; });
    };
    const auto below = tree_.children(noun);
    const bool of_person =
        tree_.in_group(noun, "personal_bond") && std::any_of(below.begin(), below.end(), [&](int c) {
            return (tree_.is(c, "nmod") || tree_.is(c, "nmod:poss")) && is_person(c);
        });
    const auto personal = [&](int who) { return of_person && is_person(who); };
    std::erase_if(found, [&](const Argument& argument) {
        return (argument.slot == "subj" || argument.slot == "head") && argument.node >= 0 &&
               tree_.child(noun, "cop") >= 0 && personal(argument.node);
    });
    const int described = tree_.is(noun, "appos") && names_actor(tree_.head(noun))
                              ? tree_.head(noun)  // "Iran, the main backer of the rebels"
                              : tree_.child(noun, "appos");
    if (described >= 0 && names_actor(described) && !personal(described))
        found.push_back({"head", described, 0.9,
                         described == tree_.head(noun) ? "whom it describes" : "name behind the noun", -1,
                         false});
    add_of_phrases(noun, found);
    if (tree_.is(noun, "conj") && tree_.head(noun) >= 0 && tree_.is_noun(tree_.head(noun))) {
        // "sanctions and tariffs": what stands before the first noun holds for both.
        std::vector<Argument> shared;
        add_premodifiers(tree_.head(noun), shared);
        if (!has_slot(found, "subj"))
            for (Argument& argument : shared) {
                argument.quality *= 0.8;
                argument.how += ", shared in coordination";
                found.push_back(argument);
            }
    }
    for (const int c : tree_.children(noun)) {  // "attacks and raids on Syria"
        if (!tree_.is(c, "conj") || !tree_.is_noun(c)) continue;
        std::vector<Argument> shared;
        add_prepositions(c, 0.7, 1, shared);
        for (Argument& argument : shared) {
            argument.how += ", shared in coordination";
            found.push_back(argument);
        }
    }
    return found;
}

}  // namespace entente
