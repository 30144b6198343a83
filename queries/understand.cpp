#include "queries/understand.hpp"

#include <algorithm>
#include <cctype>
#include <set>

#include "graph/relation_type.hpp"
#include "knowledge/table.hpp"
#include "queries/actor_names.hpp"
#include "queries/edit_distance.hpp"
#include "queries/question_parts.hpp"
#include "queries/question_roles.hpp"

namespace entente {

namespace {

/// "main enemies", "top allies": how many.
constexpr std::size_t top_count = 10;

void add_new(std::vector<std::string>& values, const std::string& value) {
    if (std::find(values.begin(), values.end(), value) == values.end()) {
        values.push_back(value);
    }
}

/// The values of all cues of a kind, each once, in their order.
std::vector<std::string> values_of(const QuestionParts& parts, QuestionCue::Kind kind) {
    std::vector<std::string> values;
    for (const QuestionCue& cue : parts.cues) {
        if (cue.kind == kind) {
            for (const std::string& value : split_list(cue.value)) {
                add_new(values, value);
            }
        }
    }
    return values;
}

/// How much an intent tells: "how did the blocs shift" asks for blocs.
int weight_of(QueryKind kind) {
    switch (kind) {
        case QueryKind::relations:
            return 0;
        case QueryKind::events:
        case QueryKind::when:
        case QueryKind::development:
            return 1;
        case QueryKind::count:
        case QueryKind::friends_of_enemies:
        case QueryKind::enemies_of_friends:
        case QueryKind::enemies_of_enemies:
        case QueryKind::friends_of_friends:
        case QueryKind::path:
        case QueryKind::changes:
        case QueryKind::blocs:
        case QueryKind::triads:
        case QueryKind::mediators:
        case QueryKind::central:
        case QueryKind::conflicts:
        case QueryKind::ranking:
            return 2;
    }
    return 0;
}

/// The most telling intent, the first of equals. Empty: none.
std::optional<QueryKind> intent_of(const QuestionParts& parts) {
    std::optional<QueryKind> kind;
    for (const QuestionCue& cue : parts.cues) {
        if (cue.kind != QuestionCue::Kind::intent) {
            continue;
        }
        const QueryKind found = parse_query_kind(cue.value);
        if (!kind || weight_of(found) > weight_of(*kind)) {
            kind = found;
        }
    }
    return kind;
}

bool gives(const std::vector<std::string>& types) {
    static const std::set<std::string> giving = {"military_aid", "economic_aid", "humanitarian_aid",
                                                 "troops_deployed_to"};
    return std::any_of(types.begin(), types.end(),
                       [](const std::string& type) { return giving.contains(type); });
}

bool of_second_degree(QueryKind kind) {
    return kind == QueryKind::friends_of_enemies || kind == QueryKind::enemies_of_friends ||
           kind == QueryKind::enemies_of_enemies || kind == QueryKind::friends_of_friends;
}

/// "How many countries", "how many NATO states": not how much they gave.
bool counts_countries(const QuestionParts& parts) {
    const auto counts_group = [&](const QuestionCue& cue) {
        return cue.kind == QuestionCue::Kind::intent && cue.value == "count" &&
               std::any_of(parts.actors.begin(), parts.actors.end(), [&](const NamedActor& actor) {
                   return actor.first == cue.last && !actor.others.empty();
               });
    };
    return parts.has_modifier("countries") || std::any_of(parts.cues.begin(), parts.cues.end(), counts_group);
}

void set_kind(const QuestionParts& parts, Query& query) {
    const auto intent = intent_of(parts);
    query.filter.relations = values_of(parts, QuestionCue::Kind::relation);
    query.kind = intent.value_or(QueryKind::relations);
    const auto units = values_of(parts, QuestionCue::Kind::unit);
    if (query.kind == QueryKind::count) {
        const bool typed = !query.filter.relations.empty();
        if (typed && parts.has_modifier("often")) {
            query.kind =
                QueryKind::events;  // "how often did Iran threaten Israel": those behind the relations
            query.how_many = true;
        } else if (typed && (counts_countries(parts) || (units.empty() && !gives(query.filter.relations)))) {
            query.kind = QueryKind::relations;  // "how many countries recognised Kosovo"
            query.how_many = true;
        } else if (!units.empty()) {
            query.unit = units.front();
            query.filter.relations.clear();  // the unit says it all
        }
    }
    if (query.kind == QueryKind::mediators) {
        query.filter.relations.clear();  // "who mediated in the war between …"
    }
    const auto events = values_of(parts, QuestionCue::Kind::event);
    if ((query.kind == QueryKind::relations || query.kind == QueryKind::events) &&
        query.filter.relations.empty() && !events.empty()) {
        query.kind = QueryKind::events;
        for (const std::string& name : events) {
            query.filter.events.push_back(*parse_event_type(name));
        }
    }
    if (query.kind == QueryKind::relations && parts.has_modifier("most") && !query.filter.relations.empty()) {
        query.kind = QueryKind::ranking;
        query.how_many = false;
    }
    if (of_second_degree(query.kind)) {
        query.filter.relations.clear();
    }
    // "Whose friend and whose enemy is Armenia": all of them.
    if (query.kind == QueryKind::relations && parts.has_modifier("friendly") &&
        parts.has_modifier("hostile")) {
        query.filter.relations.clear();
        return;
    }
    if (query.kind == QueryKind::relations && query.filter.relations.empty()) {
        query.stance = parts.has_modifier("friendly")
                           ? Stance::friendly
                           : (parts.has_modifier("hostile") ? Stance::hostile : Stance::any);
    }
    // "how has NATO changed": of one actor there is no curve.
    if (query.kind == QueryKind::development && parts.actors.size() == 1) {
        query.kind = QueryKind::changes;
    }
}

/// The day by which it was known: the first single day of the question, else its first time.
const QuestionTime* known_time(const QuestionParts& parts) {
    if (!parts.has_modifier("known") || parts.times.empty()) {
        return nullptr;
    }
    const auto day = std::find_if(parts.times.begin(), parts.times.end(), [](const QuestionTime& time) {
        return time.kind == QuestionTime::Kind::on;
    });
    return day == parts.times.end() ? &parts.times.front() : &*day;
}

void set_period(const QuestionParts& parts, Query& query, Day today) {
    Filter& filter = query.filter;
    const QuestionTime* known = known_time(parts);
    for (const QuestionTime& time : parts.times) {
        if (&time == known) {
            filter.known_on = time.time.end;
            continue;
        }
        switch (time.kind) {
            case QuestionTime::Kind::since:
                filter.since = time.time.start;
                break;
            case QuestionTime::Kind::until:
                filter.until = time.time.end;
                break;
            case QuestionTime::Kind::on:
                filter.on = time.time.start;
                break;
            case QuestionTime::Kind::within:
                filter.since = time.time.start;
                filter.until = time.time.end;
                break;
        }
    }
    // How it developed up to now is not what happened today.
    if (parts.has_modifier("now") && !filter.on && query.kind != QueryKind::development) {
        filter.on = today;
    }
}

/// What holds in a period, or began or ended in it: verbs of beginning ("joined", "legde op") and "since"
/// mean that it began.
void set_during(const QuestionParts& parts, Query& query) {
    Filter& filter = query.filter;
    if (query.kind != QueryKind::relations && query.kind != QueryKind::when &&
        query.kind != QueryKind::ranking) {
        return;
    }
    const bool typed = !filter.relations.empty();
    const bool period = filter.since || filter.until || (filter.on && !parts.has_modifier("now"));
    const bool all_of_it = query.kind == QueryKind::when && parts.has_modifier("began");  // "begin and end"
    if (parts.has_modifier("ended") && !all_of_it) {
        filter.during = During::ends;
        if (parts.has_modifier("now")) {
            filter.on.reset();
        }
    } else if ((parts.has_modifier("began") && period && !parts.has_modifier("now")) ||
               (typed && filter.since && !filter.until && !filter.on)) {
        filter.during = During::begins;
    }
}

/// Whether the first type, by which the others were named along with it, has no direction.
bool is_symmetric(const std::vector<std::string>& types) {
    const RelationType* first = find_relation_type(types.front());
    return first != nullptr && first->symmetric;
}

bool has_direction(const QuestionParts& parts, const Query& query) {
    switch (query.kind) {
        case QueryKind::count:
            return true;
        case QueryKind::relations:
        case QueryKind::when:
        case QueryKind::ranking:
            return !query.filter.relations.empty() && !is_symmetric(query.filter.relations);
        case QueryKind::events:
            return parts.actors.size() == 2 || !query.filter.events.empty();
        default:
            return false;
    }
}

/// Whom a ranking counts: the party that is asked for.
void set_ranked(const QuestionParts& parts, Query& query) {
    if (is_symmetric(query.filter.relations)) {
        query.ranked = Party::either;
    } else if (!query.sources.empty()) {
        query.ranked = Party::target;
    } else if (!query.targets.empty()) {
        query.ranked = Party::source;
    } else {
        query.ranked = asks_who_suffers(parts) ? Party::target : Party::source;
    }
}

void set_actors(QuestionParts& parts, Query& query) {
    std::vector<Side> sides(parts.actors.size(), Side::either);
    if (has_direction(parts, query)) {
        sides = sides_of(parts);
    }
    std::vector<ActorId> all;
    std::vector<ActorId> either;
    std::vector<std::vector<ActorId>> mentions;  // of those on either side
    bool groups = false;
    for (std::size_t i = 0; i < parts.actors.size(); ++i) {
        std::vector<ActorId> ids{parts.actors[i].id};
        ids.insert(ids.end(), parts.actors[i].others.begin(), parts.actors[i].others.end());
        groups = groups || ids.size() > 1;
        for (const ActorId& id : ids) {
            add_new(all, id);
            add_new(sides[i] == Side::source ? query.sources
                                             : (sides[i] == Side::target ? query.targets : either),
                    id);
        }
        if (sides[i] == Side::either) {
            mentions.push_back(std::move(ids));
        }
    }
    if (query.kind == QueryKind::ranking) {
        set_ranked(parts, query);
        query.filter.actors = either;
        return;
    }
    if (groups) {
        query.filter.actors = either;
        if (mentions.size() == 2 && query.sources.empty() && query.targets.empty()) {
            query.filter.actors = mentions[0];
            query.with = mentions[1];
        }
        return;
    }
    const bool alternatives =
        names_alternatives(parts) && query.kind != QueryKind::path && query.kind != QueryKind::development;
    const bool two_sides = query.sources.size() == 1 && query.targets.size() == 1;
    if (all.size() == 2 && !(two_sides && either.empty()) && !alternatives) {
        query.sources.clear();
        query.targets.clear();
        query.filter.between = std::pair{all[0], all[1]};
        return;
    }
    query.filter.actors = either;
}

/// Who says it: the publisher that is named, or for contradictions the actor beside a word of saying ("what
/// does Russia claim", "wat beweert Rusland").
void set_speaker(QuestionParts& parts, Query& query) {
    if (query.kind != QueryKind::conflicts) {
        if (parts.publisher) {
            query.filter.publishers = {parts.publisher->name};
        }
        return;
    }
    query.filter.relations.clear();
    if (parts.publisher) {
        query.publisher = parts.publisher->name;
        return;
    }
    const auto speaks = [&](const NamedActor& actor) {
        return std::any_of(parts.cues.begin(), parts.cues.end(), [&](const QuestionCue& cue) {
            return cue.kind == QuestionCue::Kind::modifier && cue.value == "speaks" &&
                   (cue.first == actor.last || cue.last == actor.first);
        });
    };
    const auto speaker = std::find_if(parts.actors.begin(), parts.actors.end(), speaks);
    if (speaker != parts.actors.end()) {
        query.publisher = speaker->id;
        parts.actors.erase(speaker);
    }
}

/// What cannot be answered without naming two actors, or one.
std::string missing_actors(const Query& query, const QuestionParts& parts) {
    const bool two = query.kind == QueryKind::development || query.kind == QueryKind::path;
    if (two && !query.filter.between) {
        return parts.say("name two countries or other actors", "noem twee landen of andere partijen");
    }
    if (of_second_degree(query.kind) && query.filter.actors.empty()) {
        return parts.say("name the actor whose allies or enemies are meant",
                         "noem het land om wiens bondgenoten of vijanden het gaat");
    }
    return {};
}

std::string quoted(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) {
        text += (text.empty() ? "'" : ", '") + word + "'";
    }
    return text;
}

/// A word written as a name that is none we know, with the nearest names.
std::string unknown_name(const QuestionParts& parts) {
    for (std::size_t i = 1; i < parts.words.size(); ++i) {
        const std::string& written = parts.written[i];
        if (std::isupper(static_cast<unsigned char>(written.front())) == 0 || parts.is_understood(i)) {
            continue;
        }
        const auto found = ActorNames::instance().find(written);
        std::string message = parts.say("unknown name '", "onbekende naam '") + written + "'";
        if (!found && !found.error().empty()) {
            message += parts.say("; did you mean ", "; bedoelt u ");
            for (std::size_t k = 0; k < found.error().size(); ++k) {
                const ActorId& id = found.error()[k];
                message +=
                    (k == 0 ? "" : ", ") + ActorNames::instance().label(id, parts.language) + " (" + id + ")";
            }
            message += "?";
        }
        return message;
    }
    return {};
}

/// A word in small letters that is nearly a name: "ukrane allies".
std::string misspelt_name(const QuestionParts& parts) {
    constexpr std::size_t shortest = 5;
    constexpr std::size_t long_word = 8;
    for (std::size_t i = 0; i < parts.words.size(); ++i) {
        const std::string& word = parts.words[i];
        if (word.size() < shortest || parts.is_understood(i)) {
            continue;
        }
        const auto found = ActorNames::instance().find(word);
        if (found || found.error().empty()) {
            continue;
        }
        for (const ActorId& id : found.error()) {
            const std::string name = ActorNames::instance().label(id, parts.language);
            const std::string folded = fold_name(name);
            if (folded.size() >= shortest && folded.front() == word.front() &&
                edit_distance(folded, word) <= (word.size() >= long_word ? 2U : 1U)) {
                return parts.say("unknown name '", "onbekende naam '") + parts.written[i] +
                       parts.say("'; did you mean ", "'; bedoelt u ") + name + " (" + id + ")?";
            }
        }
    }
    return {};
}

/// What reports cannot tell, or is to be asked in two steps.
std::string beyond_reports(const QuestionParts& parts) {
    if (parts.has_modifier("not") && !(asks_yes_or_no(parts) && parts.actors.size() > 1) &&
        parts.first_of(QuestionCue::Kind::undated) == nullptr) {
        return parts.say(
            "what somebody did not do cannot be listed from reports: ask who did, or who denies it",
            "wat iemand niet deed is niet uit berichten op te maken: vraag wie het wel deed, of wie het "
            "ontkent");
    }
    if (parts.has_modifier("reason")) {
        return parts.say("reports tell what happened, not why: ask what happened before it",
                         "berichten zeggen wat er gebeurde, niet waarom: vraag wat er eerder gebeurde");
    }
    if (parts.has_modifier("opinion")) {
        return parts.say(
            "what somebody thinks of it is not known: ask who did it, or who accused whom",
            "wat iemand ervan vindt is niet bekend: vraag wie het deed, of wie wie beschuldigde");
    }
    if (parts.has_modifier("reaction")) {
        return parts.say("what was a reaction to what is not known: ask what happened then",
                         "wat een reactie waarop was is niet bekend: vraag wat er toen gebeurde");
    }
    if (parts.has_modifier("except")) {
        return parts.say("exceptions cannot be left out: ask for all",
                         "uitzonderingen kunnen niet worden weggelaten: vraag naar alle");
    }
    if (parts.has_modifier("series")) {
        return parts.say("ask for one period or country after the other",
                         "vraag naar de ene periode of het ene land na het andere");
    }
    static const std::set<std::string> both = {"both", "beide", "zowel", "allebei"};
    const bool of_both =
        names_alternatives(parts) && std::any_of(parts.words.begin(), parts.words.end(),
                                                 [](const std::string& word) { return both.contains(word); });
    if (parts.has_modifier("common") || of_both) {
        return parts.say("ask for those of each one after the other", "vraag naar die van elk na elkaar");
    }
    return {};
}

/// "before the war": a time that only the user can put as a date.
std::string undated_time(const QuestionParts& parts) {
    const QuestionCue* cue = parts.first_of(QuestionCue::Kind::undated);
    if (cue == nullptr) {
        return {};
    }
    std::string text;
    for (std::size_t i = cue->first; i < cue->last; ++i) {
        text += (text.empty() ? "" : " ") + parts.written[i];
    }
    return parts.say("give a date instead of '", "geef een datum in plaats van '") + text + "'";
}

/// "Which NATO members supported Ukraine" asks two things at once.
std::string two_questions(const QuestionParts& parts) {
    const auto types = values_of(parts, QuestionCue::Kind::relation);
    const auto is_of_members = [](const QuestionCue& cue) {
        return cue.kind == QuestionCue::Kind::relation && cue.value == "member_of";
    };
    const bool members = std::any_of(parts.cues.begin(), parts.cues.end(), is_of_members);
    return members && types.size() > 1
               ? parts.say("ask for the members and for what they did one after the other",
                           "vraag naar de leden en naar wat zij deden na elkaar")
               : std::string{};
}

/// Whether the question says what is asked for, and not only about whom.
bool says_what(const QuestionParts& parts) {
    const bool known = parts.has_modifier("known") && !parts.times.empty();
    return known || parts.has_modifier("friendly") || parts.has_modifier("hostile") ||
           parts.first_of(QuestionCue::Kind::relation) != nullptr ||
           parts.first_of(QuestionCue::Kind::event) != nullptr ||
           parts.first_of(QuestionCue::Kind::intent) != nullptr;
}

/// "what", "how" and the like ask for something of a name: the name alone does not answer.
bool asks_for_more_than_names(const QuestionParts& parts) {
    static const std::set<std::string> asking = {"what", "how", "where", "why",   "when",
                                                 "wat",  "hoe", "waar",  "waarom"};
    return std::any_of(parts.words.begin(), parts.words.end(),
                       [](const std::string& word) { return asking.contains(word); });
}

/// The word behind "who" or "which countries", where it was not understood: the deed that is asked for.
std::string unknown_verb(const QuestionParts& parts) {
    static const std::set<std::string> who = {"who", "wie"};
    static const std::set<std::string> which = {"which", "what", "welke", "welk"};
    static const std::set<std::string> states = {"countries", "country", "states", "state",
                                                 "nations",   "landen",  "land",   "staten"};
    std::size_t at = 0;
    if (parts.words.size() > 1 && who.contains(parts.words[0])) {
        at = parts.words[1] == "er" ? 2 : 1;
    } else if (parts.words.size() > 2 && which.contains(parts.words[0]) && states.contains(parts.words[1])) {
        at = 2;
    }
    const auto is_deed = [&](const QuestionCue& cue) {  // "who happily imposed": the verb comes behind
        return cue.first == at + 1 && cue.kind != QuestionCue::Kind::filler;
    };
    const bool unknown = at > 0 && at < parts.words.size() && !parts.is_understood(at) &&
                         std::none_of(parts.cues.begin(), parts.cues.end(), is_deed);
    return unknown ? parts.written[at] : std::string{};
}

/// Why the question cannot be answered; empty where it can. Names alone ("Iran and Israel, 2023") ask for
/// their relations, but not in a question of which another word was not understood.
std::string problem_of(const QuestionParts& parts) {
    if (std::string unknown = unknown_name(parts); !unknown.empty()) {
        return unknown;
    }
    if (std::string misspelt = misspelt_name(parts); !misspelt.empty()) {
        return misspelt;
    }
    if (std::string undated = undated_time(parts); !undated.empty()) {
        return undated;
    }
    if (std::string beyond = beyond_reports(parts); !beyond.empty()) {
        return beyond;
    }
    if (std::string two = two_questions(parts); !two.empty()) {
        return two;
    }
    if (parts.what_for && (parts.actors.empty() || asks_yes_or_no(parts))) {
        return parts.say(
            "what for is not known of accusations, threats and support: name who is accused, "
            "threatened or supported, and ask who did it",
            "waarvoor of waarmee is niet bekend van beschuldigingen, dreigementen en steun: noem "
            "wie beschuldigd, bedreigd of gesteund wordt, en vraag door wie");
    }
    const auto left_over = parts.left_over();
    const bool known = parts.has_modifier("known") && !parts.actors.empty();
    // With nobody named, what is left over was the heart of it: "who negotiated the JCPOA".
    if (parts.actors.empty() && !parts.publisher && !left_over.empty()) {
        return parts.say("I do not know ", "ik ken ") + quoted(left_over) + parts.say("", " niet");
    }
    // A yes to another question than was asked is worse than no answer.
    if (asks_yes_or_no(parts) && says_what(parts) && !left_over.empty()) {
        return parts.say("I do not know ", "ik ken ") + quoted(left_over) + parts.say("", " niet");
    }
    if (const std::string verb = unknown_verb(parts); !verb.empty()) {
        return parts.say("I do not know '", "ik ken '") + verb + parts.say("'", "' niet");
    }
    if (says_what(parts) || known ||
        (!parts.actors.empty() && left_over.empty() && !asks_for_more_than_names(parts))) {
        return {};
    }
    return parts.say("I do not know what is asked", "ik weet niet wat er gevraagd wordt") +
           (left_over.empty() ? "" : parts.say(" by ", " met ") + quoted(left_over));
}

/// The example that shares most words with the question, but for names.
std::string nearest_example(const QuestionParts& parts) {
    std::set<std::string> words;
    for (std::size_t i = 0; i < parts.words.size(); ++i) {
        const bool in_name =
            std::any_of(parts.actors.begin(), parts.actors.end(),
                        [&](const NamedActor& actor) { return actor.first <= i && i < actor.last; });
        if (!in_name && parts.words[i].size() > 3) {
            words.insert(parts.words[i]);
        }
    }
    const auto& examples = example_questions(parts.language);
    const std::string* best = &examples.front();
    std::ptrdiff_t most = 0;
    for (const std::string& example : examples) {
        const auto candidates = split_list(fold_name(example), ' ');
        const auto common = std::count_if(candidates.begin(), candidates.end(),
                                          [&](const std::string& word) { return words.contains(word); });
        if (common > most) {
            most = common;
            best = &example;
        }
    }
    return *best;
}

std::string not_understood(const QuestionParts& parts, const std::string& why) {
    return parts.say("not understood: ", "niet begrepen: ") + why +
           parts.say("; ask for example: ", "; vraag bijvoorbeeld: ") + nearest_example(parts);
}

std::vector<std::string> remarks_on(const QuestionParts& parts) {
    std::vector<std::string> remarks = parts.persons;
    if (parts.what_for) {
        std::vector<std::string> words(
            parts.written.begin() + static_cast<std::ptrdiff_t>(parts.what_for->first),
            parts.written.begin() + static_cast<std::ptrdiff_t>(parts.what_for->last));
        remarks.push_back(parts.say("What for is not known, and left out: '",
                                    "Waarvoor of waarmee is niet bekend, en weggelaten: '") +
                          joined(words, 0, words.size()) + "'");
    }
    if (const auto left_over = parts.left_over(); !left_over.empty()) {
        remarks.push_back(parts.say("Not understood, and left out: ", "Niet begrepen, en weggelaten: ") +
                          quoted(left_over));
    }
    return remarks;
}

bool can_be_yes_or_no(const Query& query) {
    switch (query.kind) {
        case QueryKind::relations:
            return !query.filter.relations.empty() || query.stance != Stance::any;
        case QueryKind::events:
        case QueryKind::path:
        case QueryKind::mediators:
            return true;
        default:
            return false;
    }
}

/// Of types of which one ends the other ("diplomatic relations": they were opened or broken off), a yes is to
/// the first alone.
void keep_to_the_question(Query& query) {
    std::vector<std::string>& types = query.filter.relations;
    if (types.empty()) {
        return;
    }
    const RelationType* first = find_relation_type(types.front());
    std::erase_if(types, [&](const std::string& type) {
        return std::find(first->ended_by.begin(), first->ended_by.end(), type) != first->ended_by.end();
    });
}

/// "is", "zijn": of the present, where no time is named.
bool asks_of_present(const QuestionParts& parts, const Query& query) {
    static const std::set<std::string> present = {"is", "are", "zijn", "wordt", "worden", "bestaat"};
    static const std::set<std::string> having = {"has", "have", "do", "does", "heeft", "hebben"};
    static const std::set<std::string> ever = {"ever", "ooit"};
    const std::string& verb = parts.words.front();
    const bool has = having.contains(verb) && !query.filter.relations.empty() &&
                     query.filter.relations.front() == "diplomatic_relations" &&
                     std::none_of(parts.words.begin(), parts.words.end(),
                                  [](const std::string& word) { return ever.contains(word); });
    static const std::set<std::string> affirming = {"true", "waar"};  // "is it true that Iran sent …"
    return parts.times.empty() && (parts.words.size() < 3 || !affirming.contains(parts.words[2])) &&
           (has || present.contains(verb)) && !parts.has_modifier("began") && !parts.has_modifier("ended");
}

}  // namespace

tl::expected<Understood, std::string> understand(std::string_view question, Day today,
                                                 const StoreNames& names) {
    QuestionParts parts = take_apart(question, today, names);
    if (const std::string problem = problem_of(parts); !problem.empty()) {
        return tl::unexpected{not_understood(parts, problem)};
    }
    Understood understood{{}, parts.language, remarks_on(parts)};
    Query& query = understood.query;
    set_kind(parts, query);
    query.planned = parts.has_modifier("planned");
    query.consecutive = parts.has_modifier("consecutive");
    query.yes_or_no = asks_yes_or_no(parts) && can_be_yes_or_no(query);
    const bool listed = query.kind == QueryKind::relations || query.kind == QueryKind::ranking;
    if (parts.top_number && listed) {
        query.filter.limit = parts.top_number->number;
    } else if (parts.has_modifier("top") && query.kind == QueryKind::relations) {
        query.filter.limit = top_count;
    }
    set_period(parts, query, today);
    if (query.yes_or_no && query.kind == QueryKind::relations && asks_of_present(parts, query)) {
        query.filter.on = today;
    }
    if (query.yes_or_no) {
        keep_to_the_question(query);
    }
    set_during(parts, query);
    set_speaker(parts, query);
    set_actors(parts, query);
    // Memberships are asked for by name, or are links of a chain; elsewhere only what articles say counts.
    query.filter.background =
        query.kind == QueryKind::path || query.filter.relations == std::vector<std::string>{"member_of"};
    if (query.planned) {
        query.filter.modalities = {Modality::asserted, Modality::promised};
    }
    if (const std::string missing = missing_actors(query, parts); !missing.empty()) {
        return tl::unexpected{not_understood(parts, missing)};
    }
    return understood;
}

}  // namespace entente
