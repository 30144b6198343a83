#include "extract/events/arguments.hpp"

#include <algorithm>

#include "extract/language/letters.hpp"

namespace entente {

namespace {

constexpr int max_depth = 8;

bool is_person(const ActorMention& mention) {
    return std::all_of(mention.actors.begin(), mention.actors.end(),
                       [](const Participant& actor) { return actor.kind == ActorKind::person; });
}

}  // namespace

bool has_slot(const std::vector<Argument>& arguments, std::string_view slot) {
    return std::any_of(arguments.begin(), arguments.end(), [&](const Argument& a) { return a.slot == slot; });
}

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
            found = tree_.is(trigger, "cop") ? copula_arguments(trigger) : verb_arguments(trigger);
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
    // A headline: "Serbia accused of arming rebels": who accuses does so of somebody.
    if (tree_.head(node) < 0 && tree_.in_group(node, "unproven") && tree_.has_feature(node, "Tense=Past") &&
        tree_.child(node, "obj") < 0 && tree_.child(node, "aux") < 0 &&
        tree_.groups().find("infinitive_last") == nullptr)
        for (const int c : tree_.children(node))
            if (tree_.is_present_participle(c) && tree_.is(c, "advcl") && tree_.child(c, "mark") >= 0)
                return true;
    if (!tree_.is_past_participle(node)) return false;
    // "Irak gebruikte gifgas", taken for a participle: what has a subject of its own is a past tense.
    if ((tree_.is(node, "acl") || tree_.is(node, "advcl")) && tree_.child(node, "nsubj") >= 0 &&
        tree_.child(node, "aux") < 0)
        return false;
    // "Norse ships sank two boats", the ships taken for the whole sentence: nothing passive has an object
    // there.
    const bool sentence = tree_.is(node, "acl") && tree_.head(node) == tree_.root() &&
                          tree_.child(node, "obj") >= 0 && tree_.child(tree_.root(), "cop") < 0 &&
                          tree_.child(tree_.root(), "nsubj") < 0;
    if (sentence) return false;
    // "jets struck a base" within a larger sentence: nor has any participle behind its noun, but of verbs
    // that have two.
    if (tree_.is(node, "acl") && !tree_.is(node, "acl:relcl") && tree_.child(node, "obj") > node &&
        tree_.head(node) < node && tree_.groups().find("keeps_object") != nullptr &&
        !tree_.in_group(node, "keeps_object") && tree_.child(node, "aux") < 0 &&
        !tree_.in_group(tree_.child(node, "obj"), "time_unit"))
        return false;
    if (tree_.is(node, "acl") || tree_.is(node, "amod") || tree_.is(node, "advcl"))
        return tree_.child(node, "aux") < 0;
    if (tree_.is(node, "conj") && tree_.child(node, "aux") < 0 && tree_.child(node, "nsubj") < 0)
        return tree_.head(node) >= 0 && tree_.is_verb(tree_.head(node)) && passive(tree_.head(node));
    // A headline leaves the auxiliary out: "Diplomats expelled by Poland".
    return tree_.child(node, "obl:agent") >= 0 && tree_.child(node, "aux") < 0;
}

int ArgumentFinder::said_to_be(int noun) const {
    for (int steps = 0; noun >= 0 && steps < 3; ++steps, noun = tree_.head(noun)) {
        if (names_actor(noun)) return -1;
        if (tree_.child(noun, "cop") >= 0) {
            const int subject = tree_.child(noun, "nsubj");
            return subject >= 0 && subject < noun && names_actor(subject) ? subject : -1;
        }
        if (!tree_.is(noun, "nmod")) return -1;
    }
    return -1;
}

Argument ArgumentFinder::antecedent(Argument argument) const {
    if (argument.node < 0) return argument;
    const Token& token = tree_.token(argument.node);
    const bool relative =
        tree_.has_feature(argument.node, "PronType=Rel") || tree_.in_group(argument.node, "relative_pronoun");
    if (!relative || (token.upos != Upos::pron && token.upos != Upos::det && token.upos != Upos::sconj))
        return argument;
    const int relative_pronoun = argument.node;
    const int adjacent = person_before(argument.node);
    for (int node = tree_.head(argument.node); node >= 0; node = tree_.head(node)) {
        if (!tree_.is(node, "acl") && !tree_.is(node, "advcl:relcl")) continue;
        if (tree_.head(node) < 0) break;
        argument.node = tree_.head(node);
        argument.how += ", antecedent";
        // "its recognition of Chad, which others condemned": the recognition, not Chad.
        const int deed = tree_.head(argument.node);
        if (argument.slot == "obj" && deed >= 0 && tree_.is(argument.node, "nmod") && tree_.is_noun(deed) &&
            names_actor(argument.node) && frames_.names_event(tree_.lemma(deed), Upos::noun))
            argument.node = deed;
        if (const int who = said_to_be(argument.node); who >= 0) argument.node = who;
        // "between the Houthis and Saudi Arabia, which has …": the nearest of several, where the verb is
        // singular.
        int verb = node;
        for (const int c : tree_.children(node))
            if (tree_.is(c, "aux") && tree_.is_finite(c)) verb = c;
        const bool tells =
            tree_.has_feature(verb, "Tense=Pres") || tree_.groups().find("infinitive_last") != nullptr;
        if (tells && tree_.has_feature(verb, "Number=Sing"))  // English pasts have no number
            for (const int c : tree_.children(argument.node))
                if (tree_.is(c, "conj") && c > argument.node && c < relative_pronoun) argument.node = c;
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
    if (verb >= 0 && tree_.is_verb(verb) && tree_.groups().contains("permission", tree_.lemma(noun)))
        for (const std::string_view relation : {"iobj", "obj"})  // "gave Mali permission to …": Mali may
            for (const int c : tree_.children(verb))
                if (c != noun && tree_.is(c, relation) && names_actor(c))
                    return {"subj", c, 0.85, "who has the " + tree_.token(noun).form, -1, false};
    // "took the town after three days of fighting"
    if (verb >= 0 && tree_.is_predicate(verb) && tree_.is(noun, "obl") && tree_.in_group(noun, "time_unit")) {
        Argument subject = surface_subject(verb, depth + 1);
        subject.quality *= 0.8;
        subject.how += " of the verb above the time";
        return subject;
    }
    if (verb >= 0 && tree_.is_predicate(verb) &&
        (tree_.is(noun, "obj") || tree_.is(noun, "obl:arg") || tree_.is(noun, "xcomp"))) {
        Argument subject = surface_subject(verb, depth + 1);
        subject.quality *= 0.8;
        subject.how += " of the verb above the noun";
        return subject;
    }
    const bool attempt = verb >= 0 && tree_.is_predicate(verb) && tree_.is(noun, "obl") &&
                         tree_.groups().contains("attempt", tree_.lemma(noun));
    if (attempt) {  // "sent ships in an attempt to …"
        Argument subject = surface_subject(verb, depth + 1);
        subject.quality *= 0.8;
        subject.how += " of the verb above the noun";
        if (subject.node >= 0) return subject;
    }
    if (verb >= 0 && tree_.is_predicate(verb) && tree_.is(noun, "obl") &&
        tree_.groups().contains("reason", tree_.preposition(noun)))
        if (Argument blamed = blamed_by(verb); blamed.node >= 0) return blamed;
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
    if (tree_.is_present_participle(node) && tree_.is_verb(verb))  // "stormed a ship [carrying aid]"
        for (const int c : tree_.children(verb))
            if (tree_.is(c, "obj") && tree_.is_noun(c) &&
                tree_.extent(c).second + 1 == tree_.extent(node).first)
                return {"subj", c, 0.85, "noun of the participle", -1, false};
    if (!tree_.in_group(verb, "subject_control") && !tree_.in_group(verb, "raising") && !passive(verb)) {
        for (const std::string_view relation : {"iobj", "obj"})
            for (const int c : tree_.children(verb))
                if (tree_.is(c, relation) && c != node && !tree_.in_group(c, "reflexive") &&
                    (tree_.is_noun(c) || tree_.token(c).upos == Upos::pron)) {
                    // "urged Iran to withdraw", not "used the navy to blockade", "took steps to disarm".
                    // "asked airlines to avoid Syria": they, whoever they are.
                    const bool asked = relation == "iobj" && tree_.in_group(verb, "object_control") &&
                                       tree_.has_feature(c, "Number=Plur");
                    if (names_actor(c) || tree_.token(c).upos == Upos::pron || asked ||
                        tree_.in_group(verb, "controls_below"))
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
        if ((tree_.is(c, "nsubj") || tree_.is(c, "csubj")) &&
            (!tree_.is(c, "nsubj:outer") || tree_.is_verb(node)))  // "Warsaw is to buy"
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
        for (const int c : tree_.children(above)) {
            if (!tree_.is(c, relation) || c > node || tree_.is(c, "obl:agent")) continue;
            Argument charged =  // "Russians, who are accused by Chad of spying"
                antecedent({"subj", c, 0.85, "whom '" + tree_.token(above).form + "' is about", -1, false});
            if (names_actor(charged.node) || names_actor_below(charged.node)) return charged;
        }
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
    if (depth > max_depth || node < 0) return {};
    if (Argument own = own_subject(node); own.node >= 0) return own;
    const int above = tree_.head(node);
    if (above < 0) return {};
    if (tree_.is(node, "conj")) {
        if (tree_.is_present_participle(node))  // "accused Iran of arming Hamas and [of backing] the Houthis"
            if (Argument charged = whom_the_gerund_is_about(node); charged.node >= 0) return charged;
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
        for (const int c : tree_.children(node)) {  // "het Britse ingrijpen", "het ingrijpen van Londen"
            const bool in_front = tree_.is(c, "amod") || tree_.is(c, "nmod:poss") || tree_.is(c, "det:poss");
            if (in_front && c < node && names_actor(c))
                return {"subj", c, 0.9, "in front of the infinitive", -1, false};
            if (tree_.in_group(node, "without_object") && tree_.groups().contains("of", tree_.preposition(c)))
                return {"subj", c, 0.9, "of-phrase of the infinitive", -1, false};
        }
        if (tree_.is(node, "nsubj") || !tree_.is_predicate(above)) return {};
        Argument subject = surface_subject(above, depth + 1);
        subject.quality *= 0.85;
        subject.how += " of the verb above the infinitive";
        return subject;
    }
    if (!relative && tree_.is_verb(node) && !tree_.is_finite(node) && !tree_.is(node, "amod"))
        for (const int c : tree_.children(above))  // "it would be foolish [for China] to attack"
            if ((tree_.is(c, "obl") || tree_.is(c, "nmod")) &&
                tree_.extent(c).second + 1 == tree_.extent(node).first &&
                tree_.groups().contains("infinitive_subject", tree_.preposition(c)) && names_actor(c))
                return {"subj", c, 0.9, "before the infinitive", -1, false};
    if (tree_.is(node, "xcomp") || (tree_.is(node, "ccomp") && !tree_.is_finite(node)))
        return subject_of_infinitive(node, depth);
    if (tree_.is(node, "advcl") && !tree_.is_finite(node)) {
        if (const int mark = tree_.child(node, "mark");
            mark > 0 && tree_.is_noun(mark - 1) && !names_actor(mark - 1))
            for (const int c : tree_.children(mark - 1))  // "sanctions for [their role in] sending troops"
                if ((tree_.is(c, "nmod:poss") || tree_.is(c, "det:poss")) &&
                    tree_.is_present_participle(node))
                    return {"subj", c, 0.85, "whose '" + tree_.token(mark - 1).form + "' it is", -1, false};
        if (Argument charged = whom_the_gerund_is_about(node); charged.node >= 0) return charged;
        if (tree_.is_verb(above) && tree_.in_group(above, "object_control") && node > above &&
            tree_.has_feature(node, "VerbForm=Inf"))  // "called on its allies to send tanks"
            for (const int c : tree_.children(above))
                if (tree_.is(c, "obl") && c > above && c < node && tree_.is_noun(c) &&
                    tree_.groups().contains("called_on", tree_.preposition(c)))
                    return {"subj", c, 0.8, "controlled by the addressee", -1, false};
        if (tree_.is(above, "acl") && !tree_.is_present_participle(node))
            for (const int c : tree_.children(above))  // "a mission led by Egypt to persuade Hamas"
                if (c < node && tree_.groups().contains("by", tree_.preposition(c)) && names_actor(c))
                    return {"subj", c, 0.85, "agent of the participle above", -1, false};
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
    const int first = tree_.extent(node).first;
    if (tree_.is(node, "acl") && tree_.is_past_participle(node) && tree_.in_group(node, "of_subject") &&
        first > above && tree_.token(first - 1).form == "," && !names_actor(above) &&
        tree_.clause_of(above) >= 0) {
        Argument subject =
            surface_subject(tree_.clause_of(above), depth + 1);  // "began the offensive, backed by"
        subject.quality *= 0.85;
        subject.how += " of the clause before";
        if (subject.node >= 0 && names_actor(subject.node)) return subject;
    }
    if (tree_.is(node, "amod") || (tree_.is(node, "acl") && !relative &&
                                   (tree_.is_past_participle(node) || tree_.is_present_participle(node)) &&
                                   tree_.child(node, "mark") < 0))
        return {"subj", above, 0.95, "noun of the participle", -1, false};
    if (const int who = said_to_be(above); who >= 0 && tree_.is(node, "acl"))
        return {"subj", who, 0.8, "who is one of them", -1, false};
    if (tree_.is(node, "acl") && !relative) return subject_of_noun(above, depth);
    if (relative) return {"subj", above, 0.7, "antecedent, no relative pronoun found", -1, false};
    if (tree_.is(node, "parataxis") || tree_.is(node, "dep")) return {};
    return {};
}

std::vector<Argument> ArgumentFinder::copula_arguments(int copula) const {
    const int predicate = tree_.head(copula);
    if (predicate < 0 || !tree_.is_noun(predicate)) return {};
    const std::string preposition = tree_.preposition(predicate);
    if (preposition.empty()) return {};
    std::vector<Argument> found;
    if (const Argument subject = surface_subject(predicate); subject.node >= 0) found.push_back(subject);
    found.push_back({preposition, predicate, 1.0, preposition + "-phrase", copula, false});
    add_prepositions(predicate, 0.95, 0, found);
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
    for (const int c : tree_.children(adjective))  // "is Nederland dankbaar"
        if (tree_.is(c, "obj") || tree_.is(c, "iobj"))
            found.push_back({"iobj", c, 0.9, "object of the adjective", adjective, false});
    add_prepositions(adjective, 1.0, 0, found);
    return found;
}

}  // namespace entente
