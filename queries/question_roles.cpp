#include "queries/question_roles.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "graph/relation_type.hpp"
#include "knowledge/table.hpp"

namespace entente {

namespace {

using Words = std::set<std::string, std::less<>>;

const Words& target_prepositions() {
    static const Words words = {"on",   "against", "to",   "for",     "at",  "in",
                                "into", "about",   "upon", "towards", "aan", "tegen",
                                "naar", "op",      "voor", "jegens",  "over"};
    return words;
}

const Words& agents() {
    static const Words words = {"by", "door"};
    return words;
}

/// What may stand between a preposition and a name: "of the", "welke twee".
const Words& articles() {
    static const Words words = {"the",  "de",   "het",  "two",  "three", "four",
                                "five", "twee", "drie", "vier", "vijf"};
    return words;
}

/// Forms of "to be" and "worden", which with a participle make a passive.
const Words& passive_verbs() {
    static const Words words = {"is",   "are",   "was",  "were",   "be",    "been", "being", "got",
                                "zijn", "waren", "word", "worden", "wordt", "werd", "werden"};
    return words;
}

const Words& asking_words() {
    static const Words words = {"who", "whom", "what", "which", "wie", "wat", "welk", "welke", "hoeveel"};
    return words;
}

/// The word of the relation or event that the sides are those of.
const QuestionCue* predicate_of(const QuestionParts& parts) {
    const QuestionCue* relation = parts.first_of(QuestionCue::Kind::relation);
    return relation != nullptr ? relation : parts.first_of(QuestionCue::Kind::event);
}

/// The word before the actor, articles passed over; empty at the beginning.
std::string word_before(const QuestionParts& parts, const NamedActor& actor) {
    std::size_t at = actor.first;
    while (at > 0 && articles().contains(parts.words[at - 1])) {
        --at;
    }
    return at == 0 ? std::string{} : parts.words[at - 1];
}

bool any_word(const QuestionParts& parts, const Words& words) {
    return std::any_of(parts.words.begin(), parts.words.end(),
                       [&](const std::string& word) { return words.contains(word); });
}

/// "Which of the BRICS states", "een van de EU-landen": some of the group do it, or have it done to them.
bool are_some_of(const QuestionParts& parts, const NamedActor& actor) {
    static const Words some = {"which", "one",  "some", "any",    "many", "most", "several", "how",
                               "welke", "welk", "een",  "enkele", "wie",  "veel", "hoeveel"};
    static const Words of = {"of", "van"};
    std::size_t at = actor.first;
    while (at > 0 && articles().contains(parts.words[at - 1])) {
        --at;
    }
    return !actor.others.empty() && at > 1 && of.contains(parts.words[at - 1]) &&
           some.contains(parts.words[at - 2]);
}

/// "Russia and Ukraine", "zowel Iran als Irak": whether the actor goes with the one before it.
bool is_joined(const QuestionParts& parts, std::size_t i) {
    static const Words joins = {"and", "en", "or", "of", "als", "&"};
    if (i == 0) {
        return false;
    }
    const std::string before = word_before(parts, parts.actors[i]);
    const bool dutch_or = before == "of" && parts.language == "en";  // "of" joins in Dutch only
    std::size_t at = parts.actors[i].first;
    while (at > parts.actors[i - 1].last && articles().contains(parts.words[at - 1])) {
        --at;
    }
    return joins.contains(before) && !dutch_or && at == parts.actors[i - 1].last + 1;
}

/// "was invaded", "is bezet": a participle with a form of "to be", not with "have" alone.
bool is_passive(const QuestionParts& parts) {
    return parts.has_modifier("participle") && any_word(parts, passive_verbs());
}

/// What the question asks for at its beginning: "by whom" the source, "against whom" the target.
Side asked_first(const QuestionParts& parts) {
    if (parts.words.size() < 2 || !asking_words().contains(parts.words[1])) {
        return parts.words.front() == "whom" ? Side::target : Side::either;
    }
    if (agents().contains(parts.words[0])) {
        return Side::source;
    }
    return target_prepositions().contains(parts.words[0]) ? Side::target : Side::either;
}

/// "by" at the end, of what was asked for at the beginning: "who was it attacked by".
bool ends_in_agent(const QuestionParts& parts) { return agents().contains(parts.words.back()); }

/// "welke landen steunt Rusland": the verb, which stands behind what is asked for, is of one actor, so it is
/// not what the plural does.
bool asks_for_object(const QuestionParts& parts) {
    static const Words plural_verbs = {"gaan", "doen", "staan"};
    if (parts.language != "nl" || parts.words.size() < 3 ||
        (parts.words[0] != "welke" && parts.words[0] != "hoeveel")) {
        return false;
    }
    const std::string& noun = parts.words[1];
    const std::string& verb = parts.words[2];
    const bool plural_noun = noun.ends_with("en") || noun.ends_with("s");
    return plural_noun && !verb.ends_with("en") && verb != "zijn" && !plural_verbs.contains(verb) &&
           !target_prepositions().contains(verb);
}

Side opposite(Side side) {
    return side == Side::either ? side : (side == Side::source ? Side::target : Side::source);
}

/// Whether the noun's "of" names the target: "invasion of", "member of".
bool names_target(const QuestionParts& parts) {
    return parts.has_modifier("object") || parts.has_modifier("agent");
}

constexpr std::size_t words_of_possession = 2;  ///< "Ukraine's main supporters"

/// "landen die Rusland steunden": what stands behind "die" is the object of a verb in the plural.
Side side_in_clause(const QuestionParts& parts, const NamedActor& actor, const QuestionCue& predicate) {
    const std::string before = word_before(parts, actor);
    if (parts.language != "nl" || before != "die" || predicate.first < actor.last) {
        return Side::either;
    }
    return parts.words[predicate.first].ends_with("en") ? Side::target : Side::source;
}

/// "russia sanctions 2022": a headline does not say on which side its only actor stands.
bool is_headline(const QuestionParts& parts) {
    static const Words verbs = {"did",    "does", "do",    "has",  "have",   "had",    "is",
                                "are",    "was",  "were",  "will", "heeft",  "hebben", "had",
                                "hadden", "zijn", "waren", "werd", "werden", "wordt",  "worden",
                                "die",    "dat",  "that",  "with", "door",   "by"};
    return parts.actors.size() == 1 && !any_word(parts, asking_words()) && !any_word(parts, verbs) &&
           !parts.has_modifier("participle") && !parts.has_modifier("agent") &&
           !parts.has_modifier("object") && !parts.has_modifier("began") && !parts.has_modifier("ended");
}

/// "How many Ukrainian soldiers did Britain train", "whom has Iran armed": who stands behind the auxiliary
/// does it.
bool is_behind_did(const QuestionParts& parts, const NamedActor& actor) {
    static const Words did = {"did", "does", "do", "has", "have", "had"};
    return parts.language == "en" && actor.first > 1 && did.contains(word_before(parts, actor)) &&
           !is_passive(parts);
}

/// "Was Sudan under a US embargo": whose it was.
bool is_over_another(const NamedActor& actor, const QuestionCue& predicate, const QuestionParts& parts) {
    static const Words under = {"under", "onder"};
    return under.contains(parts.words[predicate.first]) && predicate.last <= actor.first &&
           actor.last <= predicate.tail_first;
}

/// Who receives stands before the English verb and, where it asks for what is received or from whom, right
/// behind the Dutch one: "what did Ukraine receive", "van wie kreeg Oekraïne wapens". What is received may
/// carry a name too: "who received Russian gas".
Side side_of_receiver(const QuestionParts& parts, const NamedActor& actor) {
    const auto verb = std::find_if(parts.cues.begin(), parts.cues.end(), [](const QuestionCue& cue) {
        return cue.kind == QuestionCue::Kind::modifier && cue.value == "receives";
    });
    if (verb == parts.cues.end()) {
        return Side::either;
    }
    const std::string& first = parts.words.front();
    const bool asks_receiver =
        (first == "wie" || first == "welk" || first == "welke") && !asks_for_object(parts);
    const bool receives = parts.language == "en" ? actor.last <= verb->first : !asks_receiver;
    return receives ? Side::target : Side::source;
}

/// The side of an actor without a preposition.
Side bare_side(const QuestionParts& parts, const NamedActor& actor, const QuestionCue& predicate) {
    if (is_headline(parts)) {
        return Side::either;
    }
    // "Qatar blockade: who took part": a headline with a question behind it.
    if (parts.actors.size() == 1 && actor.first == 0 && actor.last == predicate.first &&
        predicate.last < parts.words.size() && asking_words().contains(parts.words[predicate.last])) {
        return Side::either;
    }
    if (is_over_another(actor, predicate, parts)) {
        return Side::source;
    }
    if (is_passive(parts)) {
        return Side::target;
    }
    if (const Side receiver = side_of_receiver(parts, actor); receiver != Side::either) {
        return receiver;
    }
    if (is_behind_did(parts, actor)) {
        return Side::source;
    }
    // "Welke Baltische staten steunen Oekraïne": the group that is asked for does it, if the verb is its own.
    if (!actor.others.empty() &&
        (asking_words().contains(word_before(parts, actor)) || are_some_of(parts, actor))) {
        const bool own = parts.language == "en" || actor.last >= parts.words.size() ||
                         parts.words[actor.last].ends_with("en");
        return own ? Side::source : Side::target;
    }
    if (const Side in_clause = side_in_clause(parts, actor, predicate); in_clause != Side::either) {
        return in_clause;
    }
    if (const Side asked = asked_first(parts); asked != Side::either) {
        return opposite(asked);
    }
    const bool possesses =
        actor.last <= predicate.first && predicate.first < actor.last + words_of_possession;
    if (possesses && parts.has_modifier("agent")) {
        return Side::target;
    }
    if (parts.language == "en") {
        return actor.last <= predicate.first ? Side::source : Side::target;
    }
    // "Wie bedreigde Taiwan": who stands first does it, where grammar allows both.
    const bool asked_does = asking_words().contains(parts.words.front()) && !asks_for_object(parts);
    return asked_does ? Side::target : Side::source;
}

}  // namespace

std::vector<Side> sides_of(const QuestionParts& parts) {
    std::vector<Side> sides(parts.actors.size(), Side::either);
    const QuestionCue* predicate = predicate_of(parts);
    std::vector<std::size_t> bare;
    // "Russia and Ukraine" alone: either of the two.
    if (parts.actors.size() == 2 && is_joined(parts, 1) && !names_alternatives(parts)) {
        return sides;
    }
    for (std::size_t i = 0; i < parts.actors.size(); ++i) {
        const NamedActor& actor = parts.actors[i];
        const std::string before = word_before(parts, actor);
        if (is_joined(parts, i) && std::find(bare.begin(), bare.end(), i - 1) == bare.end()) {
            sides[i] = sides[i - 1];
        } else if (agents().contains(before) || ends_in_agent(parts)) {
            sides[i] = agents().contains(before) ? Side::source : Side::target;
        } else if (target_prepositions().contains(before)) {
            sides[i] = Side::target;
        } else if ((before == "from" || before == "van" || before == "of") && !are_some_of(parts, actor)) {
            // "sancties van de EU" are those that it has imposed; "members of NATO" do something to it.
            const bool behind = predicate != nullptr && predicate->last <= actor.first;
            sides[i] = !behind ? Side::either : (names_target(parts) ? Side::target : Side::source);
        } else {
            bare.push_back(i);
        }
    }
    for (std::size_t i = 0; i < sides.size(); ++i) {
        if (parts.what_for && parts.actors[i].first > parts.what_for->first) {
            sides[i] = Side::target;  // "who condemned the attack by Iran"
        }
    }
    for (const std::size_t i : bare) {
        if (predicate != nullptr) {
            sides[i] = bare_side(parts, parts.actors[i], *predicate);
        }
    }
    // "Wanneer viel Rusland Oekraïne binnen", "what did Iran do to Israel": the first of two does it.
    const bool asked = !parts.words.empty() && asking_words().contains(parts.words.front());
    if (bare.size() == 2 && is_behind_did(parts, parts.actors[bare[1]])) {
        sides[bare[0]] = Side::target;
        sides[bare[1]] = Side::source;
    } else if (bare.size() == 2 && !is_passive(parts) && (parts.language == "nl" || predicate == nullptr) &&
               !(asked && predicate != nullptr)) {
        sides[bare[0]] = Side::source;
        sides[bare[1]] = Side::target;
    } else if (bare.size() == 1 && parts.actors.size() == 2 && sides[bare[0]] == Side::either) {
        sides[bare[0]] = opposite(sides[1 - bare[0]]);
    } else if (bare.size() == 1 && parts.actors.size() == 2 && sides[1 - bare[0]] == Side::target) {
        sides[bare[0]] = Side::source;  // "has the EU imposed on Belarus", "legde de EU Belarus sancties op"
    }
    return sides;
}

bool names_alternatives(const QuestionParts& parts) {
    static const Words persons = {"who", "whom", "whose", "wie", "wiens"};
    static const Words things = {"which", "what", "welke", "welk", "hoeveel", "many"};
    static const Words states = {"country", "countries", "state", "states", "nation", "nations", "land",
                                 "landen",  "staten",    "staat", "party",  "actors", "partijen"};
    static const Words between = {"between", "tussen"};
    if (parts.actors.size() != 2 || !is_joined(parts, 1) ||
        between.contains(word_before(parts, parts.actors[0]))) {
        return false;
    }
    bool asks = any_word(parts, persons);
    for (std::size_t i = 1; i < parts.words.size(); ++i) {
        asks = asks || (states.contains(parts.words[i]) && things.contains(parts.words[i - 1]));
    }
    return asks;
}

bool asks_who_suffers(const QuestionParts& parts) {
    const bool superlative = std::any_of(parts.cues.begin(), parts.cues.end(), [&](const QuestionCue& cue) {
        return cue.value == "participle" && cue.first > 0 &&
               (parts.words[cue.first - 1] == "most" || parts.words[cue.first - 1] == "meest");
    });
    // "The countries with most sanctions" have them against them.
    const QuestionCue* predicate = predicate_of(parts);
    const RelationType* type = predicate == nullptr || predicate->kind != QuestionCue::Kind::relation
                                   ? nullptr
                                   : find_relation_type(split_list(predicate->value).front());
    static const Words with = {"with", "met"};
    static const Words most = {"most", "meeste"};
    bool carries = false;
    for (std::size_t i = 1; i < parts.words.size() && type != nullptr && type->sign < 0.0; ++i) {
        const std::size_t before = articles().contains(parts.words[i - 1]) && i > 1 ? i - 2 : i - 1;
        carries = carries || (most.contains(parts.words[i]) && with.contains(parts.words[before]));
    }
    return superlative || carries || is_passive(parts) || parts.has_modifier("receives");
}

bool asks_yes_or_no(const QuestionParts& parts) {
    static const Words verbs = {
        "is",     "are",   "was",    "were",    "do",      "does",  "did",    "has",    "have",   "had",
        "zijn",   "waren", "heeft",  "hebben",  "hadden",  "werd",  "werden", "wordt",  "worden", "ging",
        "gingen", "gaat",  "gaan",   "bestaat", "bestond", "geldt", "gold",   "gelden", "golden", "kreeg",
        "kregen", "kwam",  "kwamen", "staat",   "stond",   "can",   "will"};
    if (parts.words.empty() || parts.actors.empty()) {
        return false;
    }
    if (verbs.contains(parts.words.front())) {
        return true;
    }
    // In Dutch any verb may begin it: "steunt Iran Hezbollah".
    const std::string& first = parts.words.front();
    static const Words behind_nouns = {"tussen", "van", "met"};  // "vrede tussen Israël en Egypte"
    if (parts.words.size() > 1 &&
        (behind_nouns.contains(parts.words[1]) || target_prepositions().contains(parts.words[1]))) {
        return false;
    }
    return parts.language == "nl" && parts.actors.front().first <= 2 && parts.actors.size() == 2 &&
           std::any_of(parts.cues.begin(), parts.cues.end(), [&](const QuestionCue& cue) {
               return cue.first == 0 && cue.last == 1 &&
                      (cue.kind == QuestionCue::Kind::relation || cue.value == "began") &&
                      (first.ends_with('t') || first.ends_with('e') || first.ends_with("el") ||
                       first.ends_with("en") || first.ends_with("ak"));
           });
}

}  // namespace entente
