#include "extract/events/arguments.hpp"

#include <algorithm>

#include "extract/language/letters.hpp"

namespace entente {

namespace {

constexpr int kMaxDepth = 8;

bool is_person(const ActorMention& mention) {
    return std::all_of(mention.actors.begin(), mention.actors.end(),
                       [](const Participant& actor) { return actor.kind == ActorKind::person; });
}

bool has(const std::vector<Argument>& found, std::string_view slot) {
    return std::any_of(found.begin(), found.end(), [&](const Argument& a) { return a.slot == slot; });
}

}  // namespace

std::vector<Argument> ArgumentFinder::of(int trigger, Upos pos) const {
    std::vector<Argument> found;
    switch (pos) {
        case Upos::noun:
            found = noun_arguments(trigger);
            break;
        case Upos::adj:
            found = adjective_arguments(trigger);
            break;
        default:
            found = verb_arguments(trigger);
            break;
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Argument& a, const Argument& b) { return a.quality > b.quality; });
    return found;
}

bool ArgumentFinder::names_actor(int node) const { return mentions_.headed_by(node) != nullptr; }

bool ArgumentFinder::passive(int node) const {
    // "is toegetreden" is a perfect: the verb has no passive.
    if (tree_.in_group(node, "unaccusative") && tree_.child(node, "obl:agent") < 0) return false;
    for (const int c : tree_.children(node))
        if (tree_.is(c, "nsubj:pass") || tree_.is(c, "aux:pass") || tree_.is(c, "csubj:pass")) return true;
    if (!tree_.is_past_participle(node)) return false;
    // "Irak gebruikte gifgas", taken for a participle: what has a subject of its own is a past tense.
    if (tree_.is(node, "acl") && tree_.child(node, "nsubj") >= 0) return false;
    if (tree_.is(node, "acl") || tree_.is(node, "amod") || tree_.is(node, "advcl"))
        return tree_.child(node, "aux") < 0;
    if (tree_.is(node, "conj") && tree_.child(node, "aux") < 0 && tree_.child(node, "nsubj") < 0)
        return tree_.head(node) >= 0 && tree_.is_verb(tree_.head(node)) && passive(tree_.head(node));
    // A headline leaves the auxiliary out: "Diplomats expelled by Poland".
    return tree_.child(node, "obl:agent") >= 0 && tree_.child(node, "aux") < 0;
}

Argument ArgumentFinder::antecedent(Argument argument) const {
    if (argument.node < 0) return argument;
    const Token& token = tree_.token(argument.node);
    const bool relative =
        tree_.has_feature(argument.node, "PronType=Rel") || tree_.in_group(argument.node, "relative_pronoun");
    if (!relative || (token.upos != Upos::pron && token.upos != Upos::det && token.upos != Upos::sconj))
        return argument;
    const int adjacent = person_before(argument.node);
    for (int node = tree_.head(argument.node); node >= 0; node = tree_.head(node)) {
        if (!tree_.is(node, "acl") && !tree_.is(node, "advcl:relcl")) continue;
        if (tree_.head(node) < 0) break;
        argument.node = tree_.head(node);
        argument.how += ", antecedent";
        const ActorMention* mention = mentions_.headed_by(argument.node);
        const bool person = mention != nullptr && is_person(*mention);
        if (adjacent >= 0 && !person) argument.node = adjacent;
        return argument;
    }
    if (adjacent >= 0) {
        argument.node = adjacent;
        argument.how += ", person before the relative pronoun";
        return argument;
    }
    // No relative clause in the tree: the nearest noun to the left.
    for (int node = argument.node - 1; node >= 0 && node >= argument.node - 3; --node) {
        if (!tree_.is_noun(node)) continue;
        argument.node = node;
        argument.quality *= 0.8;
        argument.how += ", noun before the relative pronoun";
        break;
    }
    return argument;
}

int ArgumentFinder::person_before(int pronoun) const {
    int node = pronoun - 1;
    if (node > 0 && tree_.token(node).upos == Upos::punct) --node;
    for (const ActorMention* mention : mentions_.all())
        if (mention->last == static_cast<std::size_t>(node) + 1 && is_person(*mention))
            return static_cast<int>(mention->head);
    return -1;
}

Argument ArgumentFinder::subject_of_noun(int noun, int depth) const {
    for (const int c : tree_.children(noun)) {
        const bool genitive = tree_.is(c, "nmod:poss") || tree_.is(c, "det:poss");
        if ((genitive || ((tree_.is(c, "amod") || tree_.is(c, "compound")) && c < noun)) && names_actor(c))
            return {"subj", c, 0.9, "genitive of the noun above", -1, false};
    }
    for (const int c : tree_.children(noun))
        if (tree_.is(c, "nmod") && tree_.groups().contains("by", tree_.preposition(c)))
            return {"subj", c, 0.9, "by-phrase of the noun above", -1, false};
    const int verb = tree_.head(noun);
    if (verb >= 0 && tree_.is_predicate(verb) &&
        (tree_.is(noun, "obj") || tree_.is(noun, "obl:arg") || tree_.is(noun, "xcomp"))) {
        Argument subject = surface_subject(verb, depth + 1);
        subject.quality *= 0.8;
        subject.how += " of the verb above the noun";
        return subject;
    }
    if (verb >= 0 && tree_.is_predicate(verb) && tree_.is(noun, "obl") &&
        tree_.groups().contains("reason", tree_.preposition(noun)))
        if (const Argument blamed = blamed_by(verb); blamed.node >= 0) return blamed;
    for (const int c : tree_.children(noun))
        if (tree_.is(c, "nmod") && tree_.groups().contains("of", tree_.preposition(c)))
            return {"subj", c, 0.7, "of-phrase of the noun above", -1, false};
    if (tree_.child(noun, "cop") >= 0) return surface_subject(noun, depth + 1);
    return {};
}

Argument ArgumentFinder::subject_of_infinitive(int node, int depth) const {
    const int verb = tree_.head(node);
    if (verb < 0) return {};
    if (tree_.is_noun(verb) && tree_.child(verb, "cop") < 0) return subject_of_noun(verb, depth);
    if (!tree_.in_group(verb, "subject_control") && !tree_.in_group(verb, "raising") && !passive(verb)) {
        for (const std::string_view relation : {"iobj", "obj"})
            for (const int c : tree_.children(verb))
                if (tree_.is(c, relation) && c != node && !tree_.in_group(c, "reflexive") &&
                    (tree_.is_noun(c) || tree_.token(c).upos == Upos::pron)) {
                    // "urged Iran to withdraw", not "used the navy to blockade", "took steps to disarm".
                    if (names_actor(c) || tree_.token(c).upos == Upos::pron)
                        return {"subj", c, 0.9, "controlled by the object", -1, false};
                }
        for (const int c : tree_.children(verb))
            if (tree_.is(c, "obl") && tree_.groups().contains("addressee", tree_.preposition(c)) &&
                names_actor(c) && tree_.in_group(verb, "object_control"))
                return {"subj", c, 0.8, "controlled by the addressee", -1, false};
    }
    Argument subject = surface_subject(verb, depth + 1);
    subject.quality *= 0.95;
    subject.how += ", control";
    return subject;
}

Argument ArgumentFinder::own_subject(int node) const {
    std::vector<Argument> found;
    for (const int c : tree_.children(node))
        if ((tree_.is(c, "nsubj") || tree_.is(c, "csubj")) && !tree_.is(c, "nsubj:outer"))
            found.push_back(antecedent({"subj", c, 1.0, "subject", -1, false}));
    for (const Argument& subject : found)
        if (names_actor(subject.node)) return subject;
    return found.empty() ? Argument{} : found.front();
}

Argument ArgumentFinder::whom_the_gerund_is_about(int node) const {
    // "accused China of firing", "sanctions on a refinery for buying": the object's deed, not the subject's.
    const int mark = tree_.child(node, "mark");
    const int above = tree_.head(node);
    if (mark < 0 || above < 0 || !tree_.is_verb(above) ||
        !tree_.groups().contains("object_gerund", lower_case(tree_.token(mark).form)))
        return {};
    for (const std::string_view relation : {"obj", "nsubj:pass", "obl"})
        for (const int c : tree_.children(above))
            if (tree_.is(c, relation) && c < node && (names_actor(c) || names_actor_below(c)))
                return {"subj", c, 0.85, "whom '" + tree_.token(above).form + "' is about", -1, false};
    for (const int c : tree_.children(above))  // "imposed sanctions on a refinery for buying"
        if (tree_.is(c, "obj") && c < node)
            for (const int inner : tree_.children(c))
                if (tree_.is(inner, "nmod") && (names_actor(inner) || names_actor_below(inner)))
                    return {"subj", inner, 0.75, "whom '" + tree_.token(c).form + "' is about", -1, false};
    return {};
}

bool ArgumentFinder::names_actor_below(int noun) const {
    const auto below = tree_.children(noun);
    return std::any_of(below.begin(), below.end(), [&](int c) {
        return c < noun && (tree_.is(c, "amod") || tree_.is(c, "compound") || tree_.is(c, "nmod:poss")) &&
               names_actor(c);
    });
}

Argument ArgumentFinder::surface_subject(int node, int depth) const {
    if (depth > kMaxDepth || node < 0) return {};
    if (const Argument own = own_subject(node); own.node >= 0) return own;
    const int above = tree_.head(node);
    if (above < 0) return {};
    if (tree_.is(node, "conj")) {
        // A verb that the parser made a conjunct of a noun goes with the verb above that.
        const bool misplaced =
            tree_.is_verb(node) && !tree_.is_predicate(above) && tree_.clause_of(above) >= 0;
        Argument subject = surface_subject(misplaced ? tree_.clause_of(above) : above, depth + 1);
        if (misplaced) subject.quality *= 0.85;
        subject.quality *= 0.9;
        subject.how += ", shared in coordination";
        return subject;
    }
    const bool relative = tree_.is(node, "acl:relcl");
    if (is_nominal_infinitive(node)) {
        for (const int c : tree_.children(node))
            if (tree_.groups().contains("by", tree_.preposition(c)))
                return {"subj", c, 0.95, "by-phrase of the infinitive", -1, false};
        if (tree_.is(node, "nsubj") || !tree_.is_predicate(above)) return {};
        Argument subject = surface_subject(above, depth + 1);
        subject.quality *= 0.85;
        subject.how += " of the verb above the infinitive";
        return subject;
    }
    if (tree_.is(node, "xcomp") || (tree_.is(node, "ccomp") && !tree_.is_finite(node)))
        return subject_of_infinitive(node, depth);
    if (tree_.is(node, "advcl") && !tree_.is_finite(node)) {
        if (Argument charged = whom_the_gerund_is_about(node); charged.node >= 0) return charged;
        Argument subject = tree_.is_noun(above) && tree_.child(above, "cop") < 0
                               ? subject_of_noun(above, depth)
                               : surface_subject(above, depth + 1);
        subject.quality *= 0.85;
        subject.how += " of the main clause";
        if ((subject.node < 0 || !names_actor(subject.node)) && tree_.root() >= 0 && tree_.root() != above &&
            tree_.root() != node) {
            // The parser may have hung it too low: then the sentence's own subject is the likeliest.
            if (Argument main = own_subject(tree_.root()); main.node >= 0 && names_actor(main.node)) {
                main.quality = 0.6;
                main.how += " of the sentence";
                return main;
            }
        }
        return subject;
    }
    if (tree_.is(node, "amod") || (tree_.is(node, "acl") && !relative &&
                                   (tree_.is_past_participle(node) || tree_.is_present_participle(node)) &&
                                   tree_.child(node, "mark") < 0))
        return {"subj", above, 0.95, "noun of the participle", -1, false};
    if (tree_.is(node, "acl") && !relative) return subject_of_noun(above, depth);
    if (relative) return {"subj", above, 0.7, "antecedent, no relative pronoun found", -1, false};
    if (tree_.is(node, "parataxis") || tree_.is(node, "dep")) return {};
    return {};
}

bool ArgumentFinder::is_nominal_infinitive(int node) const {
    return tree_.is_verb(node) && tree_.has_feature(node, "VerbForm=Inf") && tree_.child(node, "det") >= 0 &&
           (tree_.is(node, "obl") || tree_.is(node, "nmod") || tree_.is(node, "obj") ||
            tree_.is(node, "nsubj"));
}

void ArgumentFinder::add_subjects(int verb, std::vector<Argument>& found) const {
    const bool is_passive = passive(verb);
    for (const int c : tree_.children(verb)) {
        if (tree_.is(c, "obl:agent"))
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
    if (is_nominal_infinitive(verb))  // "het beschieten van Russisch grondgebied"
        for (const int c : tree_.children(verb))
            if (tree_.groups().contains("of", tree_.preposition(c)))
                found.push_back({"obj", c, 0.9, "of-phrase of the infinitive", verb, false});
    int first_object = -1;
    for (const int c : tree_.children(verb)) {
        if (tree_.is(c, "iobj")) {
            found.push_back(antecedent({"iobj", c, 1.0, "indirect object", verb, false}));
        } else if (tree_.is(c, "obj") && !tree_.in_group(c, "time_unit")) {
            if (first_object >= 0 && !has(found, "iobj"))
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
                {has(found, "obj") ? "iobj" : "obj", c, 0.7, "second of two subjects", verb, false});
    }
    if (has(found, "obj") || passive(verb)) return;
    if (tree_.has_feature(verb, "VerbForm=Inf") && !passive(verb))
        for (const int c : tree_.children(verb))  // "door tarieven te verhogen": "door" belongs to the clause
            if (tree_.is(c, "obl") && c < verb && tree_.groups().contains("by", tree_.preposition(c)))
                found.push_back({"obj", c, 0.8, "object behind the clause's preposition", verb, false});
    for (const int c : tree_.children(verb))  // nor does a bare noun stand as an adverbial, but for times
        if ((tree_.is(c, "obl") || tree_.is(c, "advmod") || tree_.is(c, "xcomp")) && tree_.is_noun(c) &&
            tree_.preposition(c).empty() && !tree_.in_group(c, "time_unit") && !tree_.is(c, "obl:agent"))
            found.push_back({"obj", c, 0.7, "noun without a preposition", verb, false});
    if (has(found, "obj")) return;
    const int above = tree_.head(verb);
    if (tree_.is(verb, "xcomp") && above >= 0 && tree_.is_verb(above)) {
        // "beloofde de banden aan te halen": the parser gives the infinitive's object to the verb above it.
        const int object = tree_.child(above, "obj");
        if (object >= 0 && !names_actor(object) && tree_.is_noun(object))
            found.push_back({"obj", object, 0.7, "object of the verb above", verb, false});
    }
    if (tree_.is(verb, "acl") && !tree_.is(verb, "acl:relcl") && tree_.child(verb, "nsubj") >= 0 &&
        tree_.is_past_participle(verb) && tree_.head(verb) > verb)
        found.push_back({"obj", tree_.head(verb), 0.75, "noun behind a past tense", verb, false});
    const Argument relative = own_subject(verb);
    const bool pronoun_is_subject = relative.node >= 0 && tree_.head(relative.node) != verb;
    if (tree_.is(verb, "acl:relcl") && !has(found, "obj") && !pronoun_is_subject) {
        // "the deal Russia signed": no pronoun, the antecedent is the object if it is not the subject.
        const auto doer =
            std::find_if(found.begin(), found.end(), [](const Argument& a) { return a.slot == "subj"; });
        const int own = tree_.child(verb, "nsubj");
        const bool who =
            own >= 0 && tree_.in_group(own, "relative_pronoun");  // it is the subject that is relative
        if (doer != found.end() && doer->node != tree_.head(verb) && !who)
            found.push_back({"obj", tree_.head(verb), 0.7, "antecedent", verb, false});
    }
    for (const int c : tree_.children(verb))  // "attacked and destroyed the base"
        if (tree_.is(c, "conj") && tree_.is_verb(c))
            if (const int shared = tree_.child(c, "obj"); shared >= 0 && tree_.child(c, "nsubj") < 0)
                found.push_back({"obj", shared, 0.6, "object shared in coordination", verb, false});
}

void ArgumentFinder::add_prepositions(int node, double quality, int depth,
                                      std::vector<Argument>& found) const {
    for (const int c : tree_.children(node)) {
        const bool phrase = tree_.is(c, "obl") || tree_.is(c, "nmod") ||
                            (depth == 0 && tree_.is(c, "xcomp") && tree_.is_noun(c));
        const bool carrier =
            tree_.is(c, "obj") || tree_.is(c, "nsubj:pass") ||
            (depth == 0 && tree_.is(c, "xcomp") && (tree_.is_noun(c) || tree_.token(c).upos == Upos::adj)) ||
            (depth == 0 && tree_.is(c, "iobj"));
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
        }
        // Phrases that the parser hung lower than they may belong. What hangs under a noun that names an
        // event of its own is that event's.
        const bool own_event = tree_.is_noun(c) && frames_.names_event(tree_.lemma(c), Upos::noun);
        if (depth < 3 && (depth == 0 || !own_event) && !(phrase && own_event))
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
            found.push_back({has(found, "obj") ? "iobj" : "obj", c, 0.75, how, infinitive, false});
        else if ((tree_.is(c, "obj") || tree_.is(c, "obl")) && !names_actor(c) && !has(found, "obj"))
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
    const bool noun_acts =
        agrees_with_antecedent != agrees_with_noun ? agrees_with_noun : !two_names && names_actor(noun);
    std::erase_if(found, [&](const Argument& a) {
        return a.node == noun || (a.node == antecedent_node && (a.slot == "subj" || a.slot == "obj"));
    });
    const bool has_object = has(found, "obj");
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
    if (tree_.is(verb, "amod") && has(found, "subj")) add_prepositions(tree_.head(verb), 0.8, 1, found);
    add_from_governor(verb, found);
    for (std::size_t i = 0, n = found.size(); i < n; ++i)
        if (found[i].slot == "obj" && found[i].under == verb && tree_.head(found[i].node) != verb)
            add_prepositions(found[i].node, found[i].quality, 1, found);
    if (passive(verb) && !has(found, "subj")) {  // the by-phrase hangs lower: "supplied to Armenia by France"
        const auto by = std::find_if(found.begin(), found.end(), [&](const Argument& a) {
            return tree_.groups().contains("by", a.slot);
        });
        if (by != found.end())
            found.push_back({"subj", by->node, by->quality * 0.9, "by-phrase of the passive", verb, false});
    }
    if (tree_.is(verb, "conj") && tree_.head(verb) >= 0 && tree_.is_verb(tree_.head(verb)) &&
        !has(found, "obj") && tree_.child(verb, "nsubj") < 0) {
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

void ArgumentFinder::add_premodifiers(int noun, std::vector<Argument>& found) const {
    std::vector<int> actors;
    for (const int c : tree_.children(noun)) {
        const bool genitive = tree_.is(c, "nmod:poss") || tree_.is(c, "det:poss") ||
                              (tree_.is(c, "nmod") && c < noun && tree_.preposition(c).empty());
        const bool modifier = tree_.is(c, "amod") || tree_.is(c, "compound") ||
                              tree_.is(c, "nmod:unmarked") || tree_.is(c, "nmod:desc") ||
                              tree_.is(c, "flat") || tree_.is(c, "det");
        if (c > noun && !genitive) continue;
        if ((!genitive && !modifier) || !names_actor(c)) continue;
        found.push_back(
            {"subj", c, genitive ? 1.0 : 0.95, genitive ? "genitive" : "in front of the noun", noun, false});
        found.push_back(
            {"poss", c, genitive ? 1.0 : 0.95, genitive ? "genitive" : "in front of the noun", noun, false});
        actors.push_back(c);
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
    const bool doer = has(found, "subj");
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
    for (int steps = 0; steps < 4 && tree_.is(node, "conj") && tree_.head(node) >= 0; ++steps)
        node = tree_.head(node);
    const int verb = tree_.head(node);
    if (verb < 0 || !(tree_.is_verb(verb) || tree_.is_predicate(verb))) return -1;
    const bool object = tree_.is(node, "obj") || tree_.is(node, "nsubj:pass") || tree_.is(node, "xcomp") ||
                        tree_.is(node, "obl:arg") || tree_.is(node, "compound") ||
                        (tree_.is(node, "nsubj") && passive(verb));
    if (tree_.in_group(verb, "light") && (object || tree_.is(node, "obl"))) return verb;
    if (!object) return -1;
    // "announced sanctions", "suspended aid": their subject is also the doer of what they announce or
    // suspend.
    for (const Operator* op : operators_.candidates(tree_.lemma(verb), Upos::verb))
        if (std::find(op->complement.begin(), op->complement.end(), "obj") != op->complement.end() &&
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
            object >= 0 && names_actor(object) && !own(object))
            return {"subj", object, 0.75, how, -1, false};
    for (const int c : tree_.children(verb))  // "recalled its envoys from Togo over …"
        if (tree_.is(c, "obl") && names_actor(c) && tree_.groups().contains("from", tree_.preposition(c)))
            return {"subj", c, 0.7, how, -1, false};
    return {};
}

void ArgumentFinder::add_company(int noun, std::vector<Argument>& found) const {
    const int above = tree_.head(noun);
    if (above < 0) return;
    if (tree_.is(noun, "obl") && tree_.is_predicate(above) &&
        tree_.groups().contains("reason", tree_.preposition(noun))) {
        // "condemned Iran for the attack", "punish Mali over a visit": theirs who are condemned or
        // punished.
        if (const Argument blamed = blamed_by(above); blamed.node >= 0) found.push_back(blamed);
    }
    // "said in a meeting with Abe", "following talks with Lula": the subject took part.
    int before = noun - 1;
    while (before >= 0 && (tree_.token(before).upos == Upos::det || tree_.token(before).upos == Upos::adj ||
                           tree_.token(before).upos == Upos::num))
        --before;
    const bool during = tree_.is(noun, "obl") && tree_.groups().contains("during", tree_.preposition(noun));
    const bool following = before >= 0 && tree_.is(noun, "obj") &&
                           tree_.groups().contains("during", lower_case(tree_.token(before).form));
    if (!during && !following) return;
    Argument subject = surface_subject(above);
    if (subject.node < 0) return;
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
    for (Argument argument : verb_arguments(verb)) {
        if (argument.node == noun || argument.slot == "obj" || tree_.below(noun, argument.node) ||
            tree_.below(argument.node, noun))
            continue;
        if (subject && (argument.slot == "subj" || argument.slot == "iobj")) continue;
        if (argument.slot != "subj" && argument.deep) continue;
        argument.quality *= weight;
        argument.how += of_verb;
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
    if (tree_.child(noun, "cop") >= 0 && !has(found, "subj"))  // "is at war with", "is a member of"
        if (Argument subject = surface_subject(noun); subject.node >= 0) {
            subject.quality *= 0.9;
            found.push_back(subject);
        }
    add_of_phrases(noun, found);
    if (tree_.is(noun, "conj") && tree_.head(noun) >= 0 && tree_.is_noun(tree_.head(noun))) {
        // "sanctions and tariffs": what stands before the first noun holds for both.
        std::vector<Argument> shared;
        add_premodifiers(tree_.head(noun), shared);
        if (!has(found, "subj"))
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

std::vector<Argument> ArgumentFinder::adjective_arguments(int adjective) const {
    std::vector<Argument> found;
    if (tree_.is(adjective, "amod") && tree_.head(adjective) >= 0) {
        found.push_back({"head", tree_.head(adjective), 1.0, "noun of the adjective", -1, false});
    } else if (Argument subject = surface_subject(adjective); subject.node >= 0) {
        found.push_back({"head", subject.node, subject.quality, subject.how, -1, false});
        found.push_back(subject);
    }
    add_prepositions(adjective, 1.0, 0, found);
    return found;
}

}  // namespace entente
