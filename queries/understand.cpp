#include "queries/understand.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <set>

#include "graph/relation_type.hpp"
#include "knowledge/table.hpp"
#include "queries/actor_names.hpp"
#include "queries/question_time.hpp"
#include "queries/question_words.hpp"

namespace entente {

namespace {

/// A question taken apart.
struct Parsed {
    std::vector<std::string> written;  ///< as the user wrote them, without punctuation
    std::vector<std::string> words;    ///< folded
    std::vector<NamedActor> actors;
    std::vector<QuestionTime> times;
    std::vector<QuestionCue> cues;
    /// The publisher that the question names: words [first, last).
    struct NamedPublisher {
        std::size_t first = 0;
        std::size_t last = 0;
        std::string name;
    };
    std::optional<NamedPublisher> publisher;
    std::string language = "en";
};

/// The longest name among `publishers` that stands in the question as it is written.
std::optional<Parsed::NamedPublisher> find_publisher(const Parsed& parsed,
                                                     std::span<const std::string> publishers) {
    std::optional<Parsed::NamedPublisher> found;
    for (const std::string& name : publishers) {
        const auto words = split_list(fold_name(name), ' ');
        const bool written =
            !words.empty() && name.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ.") != std::string::npos;
        if (!written || (found && words.size() <= found->last - found->first)) {
            continue;
        }
        const auto at = std::search(parsed.words.begin(), parsed.words.end(), words.begin(), words.end());
        if (at == parsed.words.end()) {
            continue;
        }
        const auto first = static_cast<std::size_t>(at - parsed.words.begin());
        const std::string& capital = parsed.written[first];
        if (name.find(capital.front()) != std::string::npos) {  // "Nu" is no "nu"
            found = {first, first + words.size(), name};
        }
    }
    return found;
}

/// Words of the question, without punctuation; a date's dashes and a name's hyphens separate.
void split_question(std::string_view question, Parsed& parsed) {
    std::string word;
    const auto flush = [&] {
        for (const std::string& part : split_list(fold_name(word), ' ')) {
            parsed.words.push_back(part);
            parsed.written.push_back(word);
        }
        word.clear();
    };
    for (const char c : question) {
        if (std::isspace(static_cast<unsigned char>(c)) != 0 ||
            std::string_view{"?!,;\"()"}.find(c) != std::string_view::npos) {
            flush();
        } else {
            word += c;
        }
    }
    while (word.ends_with('.')) {
        word.pop_back();
    }
    flush();
}

/// Codes and short names only count when they are written as such: "who" is a word, "WHO" an organisation.
bool is_written_as_name(const Parsed& parsed, const NamedActor& actor) {
    if (actor.last - actor.first > 1 || parsed.words[actor.first].size() > 3) {
        return true;
    }
    const std::string& written = parsed.written[actor.first];
    return std::any_of(written.begin(), written.end(), [](char c) { return c >= 'A' && c <= 'Z'; }) &&
           std::none_of(written.begin(), written.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

/// Words without a meaning of their own; "met" is one in Dutch, and a verb in English.
const std::set<std::string>& function_words(std::string_view language) {
    static const std::set<std::string> dutch = {"de",    "het",     "een", "van",   "wie",    "wat",
                                                "welke", "sinds",   "en",  "met",   "tussen", "zijn",
                                                "hoe",   "wanneer", "aan", "tegen", "op",     "door"};
    static const std::set<std::string> english = {"the", "of",      "who",     "what", "which", "since",
                                                  "and", "with",    "between", "are",  "how",   "when",
                                                  "to",  "against", "on",      "by",   "did",   "does"};
    return language == "nl" ? dutch : english;
}

std::string language_of(const std::vector<QuestionCue>& cues, const std::vector<std::string>& words) {
    int score = 0;
    for (const QuestionCue& cue : cues) {
        score += cue.language == "nl" ? 1 : -1;
    }
    for (const std::string& word : words) {
        score +=
            (function_words("nl").contains(word) ? 2 : 0) - (function_words("en").contains(word) ? 2 : 0);
    }
    return score > 0 ? "nl" : "en";
}

Parsed parse(std::string_view question, std::span<const std::string> publishers) {
    Parsed parsed;
    split_question(question, parsed);
    parsed.times = question_times(parsed.words);
    std::vector<bool> taken(parsed.words.size());
    const auto take = [&](std::size_t first, std::size_t last) {
        std::fill(taken.begin() + static_cast<std::ptrdiff_t>(first),
                  taken.begin() + static_cast<std::ptrdiff_t>(last), true);
    };
    for (const QuestionTime& time : parsed.times) {
        take(time.first, time.last);
    }
    parsed.publisher = find_publisher(parsed, publishers);
    if (parsed.publisher) {
        take(parsed.publisher->first, parsed.publisher->last);
    }
    const auto cue_words = find_cues(parsed.words, taken);
    for (const NamedActor& actor : ActorNames::instance().find_all(parsed.words)) {
        const bool is_cue = std::any_of(cue_words.begin(), cue_words.end(), [&](const QuestionCue& cue) {
            return cue.first <= actor.first && actor.last <= cue.last &&
                   cue.last - cue.first > actor.last - actor.first;
        });
        if (!taken[actor.first] && is_written_as_name(parsed, actor) && !is_cue) {
            parsed.actors.push_back(actor);
            take(actor.first, actor.last);
        }
    }
    parsed.cues = find_cues(parsed.words, taken);
    parsed.language = language_of(parsed.cues, parsed.words);
    std::erase_if(parsed.cues, [&](const QuestionCue& cue) {
        const bool functional =
            cue.last == cue.first + 1 && function_words(parsed.language).contains(parsed.words[cue.first]);
        return cue.language != parsed.language &&
               (functional ||
                std::any_of(parsed.cues.begin(), parsed.cues.end(), [&](const QuestionCue& other) {
                    return other.first == cue.first && other.language == parsed.language;
                }));
    });
    return parsed;
}

bool has_modifier(const Parsed& parsed, std::string_view value) {
    return std::any_of(parsed.cues.begin(), parsed.cues.end(), [&](const QuestionCue& cue) {
        return cue.kind == QuestionCue::Kind::modifier && cue.value == value;
    });
}

const QuestionCue* first_relation_cue(const Parsed& parsed) {
    const auto found = std::find_if(parsed.cues.begin(), parsed.cues.end(), [](const QuestionCue& cue) {
        return cue.kind == QuestionCue::Kind::relation;
    });
    return found == parsed.cues.end() ? nullptr : &*found;
}

std::vector<std::string> relation_types_of(const Parsed& parsed) {
    std::vector<std::string> types;
    for (const QuestionCue& cue : parsed.cues) {
        if (cue.kind != QuestionCue::Kind::relation) {
            continue;
        }
        for (const std::string& type : split_list(cue.value)) {
            if (std::find(types.begin(), types.end(), type) == types.end()) {
                types.push_back(type);
            }
        }
    }
    return types;
}

/// How much an intent tells: "who" is in most questions, and "how did the blocs shift" asks for blocs.
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
        case QueryKind::path:
        case QueryKind::changes:
        case QueryKind::blocs:
        case QueryKind::triads:
        case QueryKind::mediators:
        case QueryKind::central:
        case QueryKind::conflicts:
            return 2;
    }
    return 0;
}

/// The most telling intent, the first of equals. Empty: none.
std::optional<QueryKind> intent_of(const Parsed& parsed) {
    std::optional<QueryKind> kind;
    for (const QuestionCue& cue : parsed.cues) {
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

bool names_enemies_and_allies(const std::vector<std::string>& types) {
    const auto has = [&](const char* type) {
        return std::find(types.begin(), types.end(), type) != types.end();
    };
    return has("ally") && has("at_war") && has("threatens");
}

bool names_membership(const std::vector<std::string>& types) {
    return std::find(types.begin(), types.end(), "member_of") != types.end() && types.size() == 1;
}

void set_period(Parsed& parsed, Query& query, Day today) {
    bool known = has_modifier(parsed, "known");
    for (const QuestionTime& time : parsed.times) {
        if (known) {  // the first date of "what did we know on …" is the known time
            query.filter.known_on = time.time.end;
            known = false;
            continue;
        }
        switch (time.kind) {
            case QuestionTime::Kind::since:
                query.filter.since = time.time.start;
                break;
            case QuestionTime::Kind::until:
                query.filter.until = time.time.end;
                break;
            case QuestionTime::Kind::on:
                query.filter.on = time.time.start;
                break;
            case QuestionTime::Kind::within:
                query.filter.since = time.time.start;
                query.filter.until = time.time.end;
                break;
        }
    }
    if (has_modifier(parsed, "now") && !query.filter.on) {
        query.filter.on = today;
    }
}

/// On which side an actor stands: by the preposition before it, else by its place before or after the
/// relation's word.
enum class Side : std::uint8_t { either, source, target };

Side side_of(const Parsed& parsed, const NamedActor& actor, const QuestionCue* cue) {
    static const std::set<std::string> target_words = {"on",  "against", "to",   "for", "at",
                                                       "aan", "tegen",   "naar", "voor"};
    const std::string before = actor.first > 0 ? parsed.words[actor.first - 1] : std::string{};
    const std::string article = before == "the" || before == "de" || before == "het"
                                    ? (actor.first > 1 ? parsed.words[actor.first - 2] : std::string{})
                                    : before;
    if (article == "by" || article == "door") {
        return Side::source;
    }
    if (target_words.contains(article)) {
        return Side::target;
    }
    if (cue == nullptr) {
        return Side::either;
    }
    // "Wie heeft Rusland aangevallen?" can be read both ways.
    const bool dutch_who = parsed.language == "nl" && !parsed.words.empty() && parsed.words.front() == "wie";
    if (actor.last <= cue->first) {
        return dutch_who ? Side::either : Side::source;
    }
    return Side::target;
}

/// Whether the first type, by which the others were named along with it, has no direction.
bool is_symmetric(const std::vector<std::string>& types) {
    const RelationType* first = find_relation_type(types.front());
    return first != nullptr && first->symmetric;
}

void set_actors(const Parsed& parsed, Query& query) {
    const auto& actors = parsed.actors;
    if (actors.size() == 2 && actors[0].id != actors[1].id) {
        query.filter.between = std::pair{actors[0].id, actors[1].id};
        return;
    }
    const bool directed = query.kind == QueryKind::relations && !query.filter.relations.empty() &&
                          !is_symmetric(query.filter.relations);
    for (const NamedActor& actor : actors) {
        const Side side = directed || query.kind == QueryKind::count
                              ? side_of(parsed, actor, first_relation_cue(parsed))
                              : Side::either;
        switch (side) {
            case Side::either:
                query.filter.actors.push_back(actor.id);
                break;
            case Side::source:
                query.sources.push_back(actor.id);
                break;
            case Side::target:
                query.targets.push_back(actor.id);
                break;
        }
    }
}

/// Who says it: the publisher that is named, or for contradictions the actor beside a word of saying ("what
/// does Russia claim", "wat beweert Rusland").
void set_speaker(Parsed& parsed, Query& query) {
    if (query.kind != QueryKind::conflicts) {
        if (parsed.publisher) {
            query.filter.publishers = {parsed.publisher->name};
        }
        return;
    }
    if (parsed.publisher) {
        query.publisher = parsed.publisher->name;
        return;
    }
    const auto speaks = [&](const NamedActor& actor) {
        return std::any_of(parsed.cues.begin(), parsed.cues.end(), [&](const QuestionCue& cue) {
            return cue.kind == QuestionCue::Kind::modifier && cue.value == "speaks" &&
                   (cue.first == actor.last || cue.last == actor.first);
        });
    };
    const auto speaker = std::find_if(parsed.actors.begin(), parsed.actors.end(), speaks);
    if (speaker != parsed.actors.end()) {
        query.publisher = speaker->id;
        parsed.actors.erase(speaker);
    }
}

/// What cannot be answered without naming two actors, or one.
std::string missing_actors(const Query& query, std::string_view language) {
    const bool two = query.kind == QueryKind::development || query.kind == QueryKind::path;
    if (two && !query.filter.between) {
        return language == "nl" ? "noem twee landen of andere partijen"
                                : "name two countries or other actors";
    }
    if (query.kind == QueryKind::friends_of_enemies && query.filter.actors.empty()) {
        return language == "nl" ? "noem het land om wiens vijanden het gaat"
                                : "name the actor whose enemies are meant";
    }
    return {};
}

/// A word written as a name that is none we know, with the nearest names.
std::string unknown_name(const Parsed& parsed) {
    for (std::size_t i = 1; i < parsed.words.size(); ++i) {
        const std::string& written = parsed.written[i];
        const bool name = std::isupper(static_cast<unsigned char>(written.front())) != 0;
        const auto covers = [&](const auto& found) { return found.first <= i && i < found.last; };
        if (!name || std::any_of(parsed.actors.begin(), parsed.actors.end(), covers) ||
            std::any_of(parsed.times.begin(), parsed.times.end(), covers) ||
            std::any_of(parsed.cues.begin(), parsed.cues.end(), covers) ||
            (parsed.publisher && covers(*parsed.publisher))) {
            continue;
        }
        const auto found = ActorNames::instance().find(written);
        std::string message =
            (parsed.language == "nl" ? "onbekende naam '" : "unknown name '") + written + "'";
        if (!found && !found.error().empty()) {
            message += parsed.language == "nl" ? "; bedoelt u " : "; did you mean ";
            for (std::size_t k = 0; k < found.error().size(); ++k) {
                const ActorId& id = found.error()[k];
                message += (k == 0 ? "" : ", ") + ActorNames::instance().label(id, parsed.language) + " (" +
                           id + ")";
            }
            message += "?";
        }
        return message;
    }
    return {};
}

std::string nearest_example(const Parsed& parsed) {
    const auto& examples = example_questions(parsed.language);
    const std::string* best = &examples.front();
    std::size_t most = 0;
    for (const std::string& example : examples) {
        const auto words = split_list(fold_name(example), ' ');
        const auto common =
            static_cast<std::size_t>(std::count_if(words.begin(), words.end(), [&](const std::string& word) {
                return word.size() > 3 &&
                       std::find(parsed.words.begin(), parsed.words.end(), word) != parsed.words.end();
            }));
        if (common > most) {
            most = common;
            best = &example;
        }
    }
    return *best;
}

std::string not_understood(const Parsed& parsed, const std::string& why) {
    const std::string reason = why.empty() ? "" : why + "; ";
    return parsed.language == "nl"
               ? "niet begrepen: " + reason + "vraag bijvoorbeeld: " + nearest_example(parsed)
               : "not understood: " + reason + "ask for example: " + nearest_example(parsed);
}

}  // namespace

tl::expected<Understood, std::string> understand(std::string_view question, Day today,
                                                 std::span<const std::string> publishers) {
    Parsed parsed = parse(question, publishers);
    if (const std::string unknown = unknown_name(parsed); !unknown.empty()) {
        return tl::unexpected{not_understood(parsed, unknown)};
    }
    const auto types = relation_types_of(parsed);
    const auto intent = intent_of(parsed);
    if (!intent && types.empty() && parsed.actors.empty()) {
        return tl::unexpected{not_understood(parsed, "")};
    }
    Understood understood{{}, parsed.language};
    Query& query = understood.query;
    query.kind = intent.value_or(QueryKind::relations);
    query.filter.relations = types;
    if (names_enemies_and_allies(types)) {
        query.kind = QueryKind::friends_of_enemies;
        query.filter.relations.clear();
    }
    query.planned = has_modifier(parsed, "planned");
    query.consecutive = has_modifier(parsed, "consecutive");
    for (const QuestionCue& cue : parsed.cues) {
        if (cue.kind == QuestionCue::Kind::unit && query.kind == QueryKind::count) {
            query.unit = cue.value;
        }
    }
    set_period(parsed, query, today);
    set_speaker(parsed, query);
    set_actors(parsed, query);
    if (query.kind == QueryKind::relations && query.filter.since && !types.empty()) {
        query.filter.during = During::begins;
    }
    // Memberships are asked for by name, or are links of a chain; elsewhere only what articles say counts.
    query.filter.background = query.kind == QueryKind::path || names_membership(types);
    if (query.planned) {
        query.filter.modalities = {Modality::asserted, Modality::promised};
    }
    if (const std::string missing = missing_actors(query, parsed.language); !missing.empty()) {
        return tl::unexpected{not_understood(parsed, missing)};
    }
    return understood;
}

const std::vector<std::string>& example_questions(std::string_view language) {
    static const std::vector<std::string> english = {
        "who allied with whom since 2022",
        "who is at war with whom now",
        "what happened between Russia and Ukraine in 2022",
        "relations of Turkey",
        "who imposed sanctions on Russia, and which still hold",
        "when did Saudi Arabia break off relations with Iran",
        "how did relations between China and the United States develop",
        "who are the allies of Iran's enemies",
        "shortest chain of relations between North Korea and NATO",
        "what changed between 2021 and 2023",
        "which blocs were there on 1 January 2024",
        "which triads are out of balance on 1 January 2024",
        "who mediates",
        "who is most central in 2024",
        "which claims contradict each other",
        "what does Russia claim that others deny",
        "who sent how many soldiers to Russia",
        "what did we know on 1 March 2022 about Ukraine"};
    static const std::vector<std::string> dutch = {
        "wie werd bondgenoot van wie sinds 2022",
        "wie is nu in oorlog met wie",
        "wat gebeurde er tussen Rusland en Oekraïne in 2022",
        "relaties van Turkije",
        "wie legde sancties op aan Rusland, en welke gelden nog",
        "wanneer verbrak Saoedi-Arabië de betrekkingen met Iran",
        "hoe ontwikkelden de betrekkingen tussen China en de Verenigde Staten zich",
        "wie zijn de bondgenoten van de vijanden van Iran",
        "kortste keten van relaties tussen Noord-Korea en de NAVO",
        "wat veranderde er tussen 2021 en 2023",
        "welke blokken waren er op 1 januari 2024",
        "welke driehoeken zijn uit balans op 1 januari 2024",
        "wie bemiddelt",
        "wie staat het meest centraal in 2024",
        "welke beweringen spreken elkaar tegen",
        "wat beweert Rusland dat anderen ontkennen",
        "wie stuurde hoeveel soldaten naar Rusland",
        "wat wisten we op 1 maart 2022 over Oekraïne"};
    return language == "nl" ? dutch : english;
}

}  // namespace entente
