#include <algorithm>

#include "extract/events/arguments.hpp"
#include "extract/language/letters.hpp"

namespace entente {

bool ArgumentFinder::is_nominal_infinitive(int node) const {
    return tree_.is_verb(node) && tree_.has_feature(node, "VerbForm=Inf") && tree_.child(node, "det") >= 0 &&
           (tree_.is(node, "obl") || tree_.is(node, "nmod") || tree_.is(node, "obj") ||
            tree_.is(node, "nsubj") || tree_.is(node, "xcomp") || tree_.is(node, "ccomp"));
}

bool ArgumentFinder::is_prepositional(int object) const {
    const std::string preposition = tree_.preposition(object);
    if (preposition.empty()) return false;
    for (const char* quantity : {"more_than", "less_than", "about", "almost", "at_least", "up_to"})
        if (tree_.groups().contains(quantity, preposition)) return false;
    return tree_.groups().find("infinitive_last") != nullptr ||
           tree_.groups().contains("according_to", preposition);
}

void ArgumentFinder::add_subjects(int verb, std::vector<Argument>& found) const {
    const bool is_passive = passive(verb);
    for (const int c : tree_.children(verb)) {
        if (tree_.is(c, "obl:agent") && (is_passive || tree_.is_past_participle(verb)))
            found.push_back({"subj", c, 1.0, "agent of the passive", verb, false});
        else if (is_passive && tree_.is(c, "obl") && tree_.groups().contains("by", tree_.preposition(c)))
            found.push_back({"subj", c, 0.95, "by-phrase of the passive", verb, false});
        // "Iran-backed", "US-led": the agent stands in front of the participle, without a preposition.
        else if (is_passive && c < verb && c >= verb - 2 && names_actor(c) &&
                 (tree_.is(c, "obl") || tree_.is(c, "compound") || tree_.is(c, "amod") ||
                  tree_.is(c, "advmod") || tree_.is(c, "nmod")) &&
                 tree_.preposition(c).empty())
            found.push_back({"subj", c, 0.9, "in front of the participle", verb, false});
    }
    Argument subject = surface_subject(verb);
    if (subject.node < 0) return;
    if (is_passive)  // "werden Rusland sancties opgelegd": the parser takes both for subjects
        for (const int c : tree_.children(verb))
            if (tree_.is(c, "nsubj") && antecedent({"obj", c}).node != subject.node &&
                names_actor(subject.node) && !names_actor(c)) {
                found.push_back({"obj", c, 0.9, "subject of the passive", verb, false});
                subject.slot = "iobj";
                found.push_back(subject);
                return;
            }
    if (is_passive) {
        const bool keeps_object = tree_.child(verb, "obj") >= 0;  // "was given a grant"
        subject.slot = keeps_object ? "iobj" : "obj";
        subject.how += " of the passive";
    }
    found.push_back(subject);
}

void ArgumentFinder::add_objects(int verb, std::vector<Argument>& found) const {
    if (is_nominal_infinitive(verb) &&  // "het beschieten van Russisch grondgebied"
        !tree_.in_group(verb, "without_object"))
        for (const int c : tree_.children(verb))
            if (tree_.groups().contains("of", tree_.preposition(c)))
                found.push_back({"obj", c, 0.9, "of-phrase of the infinitive", verb, false});
    int first_object = -1;
    for (const int c : tree_.children(verb)) {
        if (tree_.is(c, "iobj")) {
            found.push_back(antecedent({"iobj", c, 1.0, "indirect object", verb, false}));
        } else if (tree_.is(c, "obj") && !tree_.in_group(c, "time_unit") && !is_prepositional(c)) {
            if (first_object >= 0 && !has_slot(found, "iobj"))
                found.push_back({"iobj", first_object, 0.7, "first of two objects", verb, false});
            first_object = c;
            found.push_back(antecedent({"obj", c, 1.0, "object", verb, false}));
        }
    }
    const auto receiver =
        std::find_if(found.begin(), found.end(), [](const Argument& a) { return a.slot == "iobj"; });
    if (first_object < 0 && receiver != found.end()) {  // "tells Chad to leave"
        Argument told = *receiver;
        told.slot = "obj";
        told.quality *= 0.9;
        found.push_back(told);
    }
    add_supposed_objects(verb, found);
}

void ArgumentFinder::add_supposed_objects(int verb, std::vector<Argument>& found) const {
    // A verb has one subject: the second that the parser names is an object.
    const Argument subject = own_subject(verb);
    for (const int c : tree_.children(verb)) {
        const bool second =
            tree_.is(c, "nsubj") && c > subject.node && subject.how == "subject" && tree_.is_noun(c);
        if (second && !tree_.in_group(c, "time_unit"))
            found.push_back(
                {has_slot(found, "obj") ? "iobj" : "obj", c, 0.7, "second of two subjects", verb, false});
    }
    if (has_slot(found, "obj") || passive(verb)) return;
    if (tree_.has_feature(verb, "VerbForm=Inf") && !passive(verb))
        for (const int c : tree_.children(verb))  // "door tarieven te verhogen": "door" belongs to the clause
            if (tree_.is(c, "obl") && c < verb && tree_.groups().contains("by", tree_.preposition(c)))
                found.push_back({"obj", c, 0.8, "object behind the clause's preposition", verb, false});
    for (const int c : tree_.children(verb))  // nor does a bare noun stand as an adverbial, but for times
        if ((tree_.is(c, "obl") || tree_.is(c, "advmod") || tree_.is(c, "xcomp")) && tree_.is_noun(c) &&
            tree_.preposition(c).empty() && !tree_.in_group(c, "time_unit") && !tree_.is(c, "obl:agent"))
            found.push_back({"obj", c, 0.7, "noun without a preposition", verb, false});
    if (has_slot(found, "obj")) return;
    const int above = tree_.head(verb);
    if (tree_.is(verb, "xcomp") && above >= 0 && tree_.is_verb(above)) {
        // "beloofde de banden aan te halen": the parser gives the infinitive's object to the verb above it.
        const int object = tree_.child(above, "obj");
        const bool its_own = tree_.groups().find("infinitive_last") != nullptr &&
                             tree_.in_group(above, "subject_control") &&
                             object > above;  // "beloofde Mali te helpen"
        if (object >= 0 && (!names_actor(object) || its_own) && tree_.is_noun(object))
            found.push_back({"obj", object, 0.7, "object of the verb above", verb, false});
    }
    if (tree_.is(verb, "acl") && !tree_.is(verb, "acl:relcl") && tree_.child(verb, "nsubj") >= 0 &&
        tree_.is_past_participle(verb) && tree_.head(verb) > verb)
        found.push_back({"obj", tree_.head(verb), 0.75, "noun behind a past tense", verb, false});
    const Argument relative = own_subject(verb);
    const bool pronoun_is_subject = relative.node >= 0 && tree_.head(relative.node) != verb;
    if (tree_.is(verb, "acl:relcl") && !has_slot(found, "obj") && !pronoun_is_subject) {
        // "the deal Russia signed": no pronoun, the antecedent is the object if it is not the subject.
        const auto doer =
            std::find_if(found.begin(), found.end(), [](const Argument& a) { return a.slot == "subj"; });
        const int own = tree_.child(verb, "nsubj");
        const bool who =
            own >= 0 && tree_.in_group(own, "relative_pronoun");  // it is the subject that is relative
        if (doer != found.end() && doer->node != tree_.head(verb) && !who)
            found.push_back({"obj", tree_.head(verb), 0.7, "antecedent", verb, false});
    }
    if (tree_.child(verb, "xcomp") >= 0 || tree_.child(verb, "ccomp") >= 0) return;
    for (const int c : tree_.children(verb))  // "attacked and destroyed the base"
        if (tree_.is(c, "conj") && tree_.is_verb(c))
            if (const int shared = tree_.child(c, "obj"); shared >= 0 && tree_.child(c, "nsubj") < 0)
                found.push_back({"obj", shared, 0.6, "object shared in coordination", verb, false});
}

void ArgumentFinder::add_phrasal_preposition(int noun, const std::string& preposition, Argument argument,
                                             std::vector<Argument>& found) const {
    if (preposition.empty() || !tree_.is_noun(noun)) return;
    std::string name = preposition;
    for (const int c : tree_.children(noun)) {
        if (tree_.is(c, "amod") || tree_.is(c, "nmod:poss")) return;
        if (tree_.is(c, "det")) name.append("_").append(lower_case(tree_.token(c).form));
    }
    name.append("_").append(lower_case(tree_.token(noun).form));
    for (const int c : tree_.children(noun)) {
        const std::string of = tree_.preposition(c);
        if (!tree_.is(c, "nmod") || c < noun || !tree_.groups().contains("of", of)) continue;
        argument.slot = name;
        argument.slot.append("_").append(of);
        argument.node = c;
        argument.how = argument.slot + "-phrase";
        found.push_back(argument);
    }
}

void ArgumentFinder::add_prepositions(int node, double quality, int depth,
                                      std::vector<Argument>& found) const {
    for (const int c : tree_.children(node)) {
        const bool phrase =
            tree_.is(c, "obl") || tree_.is(c, "nmod") ||
            (tree_.is(c, "advcl") && tree_.is_noun(c)) ||  // "als schurkenstaat"
            (tree_.is(c, "advcl") && tree_.token(c).upos == Upos::adj && tree_.child(c, "cop") < 0 &&
             !tree_.preposition(c).empty()) ||  // "als schandalig"
            (tree_.is(c, "obj") && is_prepositional(c)) ||
            (depth == 0 && tree_.is(c, "xcomp") && tree_.is_noun(c));
        const bool carrier =
            tree_.is(c, "obj") || tree_.is(c, "nsubj:pass") ||
            (depth == 0 && tree_.is(c, "xcomp") &&
             (tree_.is_noun(c) || tree_.token(c).upos == Upos::adj ||
              tree_.has_feature(c, "VerbForm=Part"))) ||  // "reageerde geschokt op"
            (depth == 0 && tree_.is(c, "ccomp") && tree_.has_feature(c, "VerbForm=Part") &&
             tree_.child(c, "nsubj") < 0 && tree_.child(c, "aux") < 0 && tree_.child(c, "aux:pass") < 0) ||
            (depth == 0 && tree_.is(c, "nsubj") && tree_.in_group(node, "subject_carries")) ||
            (depth == 0 && c > node && tree_.is(c, "advmod") &&
             tree_.has_feature(c, "Degree=Cmp")) ||  // "closer to the border"
            (depth == 0 && tree_.in_group(c, "together") &&
             (tree_.is(c, "advcl") || tree_.is(c, "advmod") || tree_.is(c, "xcomp"))) ||
            (depth == 0 && tree_.is(c, "iobj"));
        // "obtained missiles from China, submarines from Russia": each object has its own.
        if (depth == 1 && tree_.is(c, "conj") && tree_.is(node, "obj") && tree_.is_noun(c) &&
            !frames_.names_event(tree_.lemma(c), Upos::noun))
            add_prepositions(c, quality * 0.95, depth, found);
        if (!phrase && !carrier) continue;
        if (phrase) {
            const std::string preposition = tree_.preposition(c);
            const std::string slot = preposition.empty() ? "obl" : preposition;
            Argument argument = antecedent(
                {slot, c, quality,
                 depth == 0 ? slot + "-phrase" : slot + "-phrase under '" + tree_.token(node).form + "'",
                 node, depth > 1});
            found.push_back(argument);
            if (tree_.groups().contains("dative", preposition)) {
                argument.slot = "iobj";
                found.push_back(argument);
            }
            add_phrasal_preposition(c, preposition, argument, found);
        }
        // Phrases that the parser hung lower than they may belong. What hangs under a noun that names an
        // event of its own is that event's.
        const bool own_event = tree_.in_group(c, "at_wish") ||  // "at Hitler's request": he is no party
                               (tree_.is_noun(c) && frames_.names_event(tree_.lemma(c), Upos::noun));
        // "lifted most of its sanctions on Niger": what is measured is the object itself.
        const bool measured = phrase && depth == 1 && tree_.in_group(node, "container") &&
                              (tree_.groups().contains("of", tree_.preposition(c)) ||
                               tree_.preposition(c).empty());  // "een pakket steun aan Kiev"
        if (measured)
            add_prepositions(c, quality * 0.95, depth, found);
        else if (depth < 3 && (depth == 0 || !own_event) && !(phrase && own_event))
            add_prepositions(c, quality * (carrier ? 0.95 : 0.8), depth + 1, found);
    }
}

void ArgumentFinder::add_from_governor(int infinitive, std::vector<Argument>& found) const {
    const int governor = tree_.head(infinitive);
    if (!tree_.is(infinitive, "xcomp") || governor < 0 || governor > infinitive) return;
    if (tree_.groups().find("infinitive_last") == nullptr) return;
    for (const int c : tree_.children(governor)) {
        if (c < governor || c > infinitive || c == infinitive) continue;
        const std::string preposition = tree_.preposition(c);
        const std::string how = "between '" + tree_.token(governor).form + "' and the infinitive";
        if (tree_.is(c, "obl") && !preposition.empty())
            found.push_back({preposition, c, 0.75, how, infinitive, false});
        else if (tree_.in_group(governor, "raising") && (tree_.is(c, "obj") || tree_.is(c, "iobj")))
            found.push_back({has_slot(found, "obj") ? "iobj" : "obj", c, 0.75, how, infinitive, false});
        else if ((tree_.is(c, "obj") || tree_.is(c, "obl")) && !names_actor(c) && !has_slot(found, "obj"))
            found.push_back({"obj", c, 0.7, how, infinitive, false});
    }
}

void ArgumentFinder::mend_relative_clause(int verb, std::vector<Argument>& found) const {
    if (tree_.groups().find("infinitive_last") == nullptr) return;  // the order of words tells
    int pronoun = -1;
    int noun = -1;
    for (const int c : tree_.children(verb)) {
        if (!tree_.is(c, "nsubj") && !tree_.is(c, "obj")) continue;
        if (tree_.in_group(c, "relative_pronoun") && pronoun < 0)
            pronoun = c;
        else if (noun < 0 && !tree_.in_group(c, "reflexive"))
            noun = c;
    }
    if (pronoun < 0 || noun < 0 || tree_.head(verb) < 0) return;
    const int antecedent_node = tree_.head(verb);
    const auto plural = [&](int node) { return tree_.has_feature(node, "Number=Plur"); };
    const bool agrees_with_antecedent = plural(verb) == plural(antecedent_node);
    const bool agrees_with_noun = plural(verb) == plural(noun);
    const bool two_names = names_actor(antecedent_node) && names_actor(noun);
    // Number decides; else "Iran, dat Hezbollah steunt" goes on about Iran, "het verdrag dat Finland sloot"
    // does not.
    if (agrees_with_antecedent == agrees_with_noun && !two_names &&
        names_actor(noun) == tree_.is(noun, "nsubj"))
        return;
    const bool pronoun_acts =  // "Cambodja, dat het was binnengevallen"
        tree_.token(noun).upos == Upos::pron && tree_.is(noun, "nsubj") && agrees_with_noun;
    const bool noun_acts = pronoun_acts                                 ? true
                           : agrees_with_antecedent != agrees_with_noun ? agrees_with_noun
                                                                        : !two_names && names_actor(noun);
    std::erase_if(found, [&](const Argument& a) {
        return a.node == noun || (a.node == antecedent_node && (a.slot == "subj" || a.slot == "obj"));
    });
    const bool has_object = has_slot(found, "obj");
    found.push_back({"subj", noun_acts ? noun : antecedent_node, 0.8, "of the relative clause", verb, false});
    found.push_back({has_object ? "iobj" : "obj", noun_acts ? antecedent_node : noun, 0.8,
                     "of the relative clause", verb, false});
}

std::vector<Argument> ArgumentFinder::verb_arguments(int verb) const {
    std::vector<Argument> found;
    add_subjects(verb, found);
    add_objects(verb, found);
    if (tree_.is(verb, "acl:relcl") && !passive(verb)) mend_relative_clause(verb, found);
    add_prepositions(verb, 1.0, 0, found);
    if (tree_.is(verb, "amod") && has_slot(found, "subj")) add_prepositions(tree_.head(verb), 0.8, 1, found);
    add_from_governor(verb, found);
    for (std::size_t i = 0, n = found.size(); i < n; ++i)
        if (found[i].slot == "obj" && tree_.head(found[i].node) != verb &&
            (found[i].under == verb ||  // "a ban on diamonds, [agreed by the G7]"
             (tree_.is(verb, "acl") && !tree_.is(verb, "acl:relcl") && found[i].node == tree_.head(verb))))
            add_prepositions(found[i].node, found[i].quality, 1, found);
    if (passive(verb) &&
        !has_slot(found, "subj")) {  // the by-phrase hangs lower: "supplied to Armenia by France"
        const auto by = std::find_if(found.begin(), found.end(), [&](const Argument& a) {
            // "the arrest of a writer by China was criticised": who arrests, not who criticises
            const bool of_event = a.under != verb && a.under >= 0 && tree_.is(a.under, "nsubj") &&
                                  frames_.names_event(tree_.lemma(a.under), Upos::noun);
            return tree_.groups().contains("by", a.slot) && !of_event;
        });
        if (by != found.end())
            found.push_back({"subj", by->node, by->quality * 0.9, "by-phrase of the passive", verb, false});
    }
    if (passive(verb) && tree_.is(verb, "acl:relcl") && !has_slot(found, "subj"))
        for (const int c : tree_.children(verb))  // "nam een resolutie aan waarin Iran wordt veroordeeld"
            if (tree_.in_group(c, "wherein")) {
                Argument author = subject_of_noun(tree_.head(verb), 0);
                author.quality *= 0.8;
                if (author.node >= 0) found.push_back(author);
            }
    if (tree_.is(verb, "conj") && tree_.head(verb) >= 0 && tree_.is_verb(tree_.head(verb)) &&
        !has_slot(found, "obj") && tree_.child(verb, "nsubj") < 0) {
        // "has attacked, and will go on attacking, …": nothing to inherit but what stands before the first
        // verb.
        for (const int c : tree_.children(tree_.head(verb)))
            if (tree_.is(c, "obj") && c < tree_.head(verb) && tree_.token(c).upos != Upos::pron)
                found.push_back({"obj", c, 0.6, "object shared in coordination", verb, false});
    }
    // What is the object of a participle or an infinitive in front of a noun: "te leveren wapens" is left to
    // the tables.
    return found;
}

}  // namespace entente
