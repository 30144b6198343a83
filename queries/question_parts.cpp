#include "queries/question_parts.hpp"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <set>

#include "graph/relation_type.hpp"
#include "knowledge/table.hpp"
#include "queries/actor_groups.hpp"
#include "queries/further_names.hpp"
#include "queries/office_holders.hpp"

namespace entente {

namespace {

/// The longest name among `publishers` that stands in the question as it is written.
std::optional<QuestionParts::NamedPublisher> find_publisher(const QuestionParts& parsed,
                                                            std::span<const std::string> publishers) {
    std::optional<QuestionParts::NamedPublisher> found;
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
void split_question(std::string_view question, QuestionParts& parsed) {
    std::string word;
    const auto flush = [&] {
        while (word.ends_with(':')) {  // but ids have one inside
            word.pop_back();
        }
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

/// Words [first, last) as the user wrote them, both words of "EU-landen" once.
std::string as_written(const QuestionParts& parsed, std::size_t first, std::size_t last) {
    std::vector<std::string> words(parsed.written.begin() + static_cast<std::ptrdiff_t>(first),
                                   parsed.written.begin() + static_cast<std::ptrdiff_t>(last));
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return joined(words, 0, words.size());
}

/// Whether a short name in small letters is one that knowledge/question_names.tsv lets pass: "sanctions by
/// the us", but not "show us". Between two names "vs" is no state.
bool is_known_in_small_letters(const QuestionParts& parsed, const NamedActor& actor,
                               const std::vector<NamedActor>& all) {
    static const Table table = Table::load("question_names.tsv");
    const auto stands = [&](std::size_t word) {
        return std::any_of(all.begin(), all.end(), [&](const NamedActor& other) {
            return other.first <= word && word < other.last && other != actor;
        });
    };
    for (std::size_t row = 0; row < table.size(); ++row) {
        const std::string& language = table.cell(row, "language");
        if (table.cell(row, "name") != parsed.words[actor.first] ||
            (!language.empty() && language != parsed.language)) {
            continue;
        }
        const auto not_behind = split_list(table.cell(row, "not_behind"));
        const bool behind = actor.first > 0 && std::find(not_behind.begin(), not_behind.end(),
                                                         parsed.words[actor.first - 1]) != not_behind.end();
        const bool between = actor.first > 0 && stands(actor.first - 1) && stands(actor.last);
        return !behind && !between;
    }
    return false;
}

/// Codes and short names only count when they are written as such: "who" is a word, "WHO" an organisation.
bool is_written_as_name(const QuestionParts& parsed, const NamedActor& actor,
                        const std::vector<NamedActor>& all) {
    if (actor.last - actor.first == 1 && is_known_in_small_letters(parsed, actor, all)) {
        return true;
    }
    std::string written = parsed.written[actor.first];
    if (written.size() > 2 && written.ends_with('s')) {  // "the USA's"; "arms" is no genitive of ARM
        written.pop_back();
    }
    if (actor.last - actor.first > 1 || written.size() > 3) {
        return true;
    }
    return std::any_of(written.begin(), written.end(), [](char c) { return c >= 'A' && c <= 'Z'; }) &&
           std::none_of(written.begin(), written.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

/// "Top 5 allies", "the 5 most sanctioned countries".
std::optional<QuestionParts::TopNumber> top_number_in(const std::vector<std::string>& words) {
    static const std::set<std::string> superlatives = {
        "most", "biggest", "largest", "main", "closest", "grootste", "meest", "belangrijkste", "voornaamste"};
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string& word = words[i];
        const bool number = word.size() <= 2 && std::all_of(word.begin(), word.end(),
                                                            [](char c) { return c >= '0' && c <= '9'; });
        const std::size_t value = number ? std::stoul(word) : 0;
        if (value > 0 && i > 0 && words[i - 1] == "top") {
            return QuestionParts::TopNumber{i - 1, i + 1, value};
        }
        if (value > 0 && i + 1 < words.size() && superlatives.contains(words[i + 1])) {
            return QuestionParts::TopNumber{i, i + 1, value};
        }
    }
    return std::nullopt;
}

/// The language of most cues; a word that only one of the two has tells more than one that both have.
std::string language_of(const std::vector<QuestionCue>& cues) {
    int score = 0;
    for (const QuestionCue& cue : cues) {
        const int weight = static_cast<int>(cue.size()) + (cue.kind == QuestionCue::Kind::filler ? 1 : 0);
        score += cue.language == "nl" ? weight : -weight;
    }
    return score > 0 ? "nl" : "en";
}

/// "Rusland-Oekraïne 2022": names alone tell the language by how they are spelt.
std::string language_of(const QuestionParts& parsed, const std::vector<NamedActor>& named) {
    const auto is_spelt = [&](const NamedActor& actor, const char* language) {
        const std::string name = joined(parsed.words, actor.first, actor.last);
        return fold_name(ActorNames::instance().label(actor.id, language)) == name;
    };
    const auto dutch_only = [&](const NamedActor& actor) {
        return is_spelt(actor, "nl") && !is_spelt(actor, "en");
    };
    return std::any_of(named.begin(), named.end(), dutch_only) ? "nl" : "en";
}

/// Marks the words of the parts that were found.
class Taken {
 public:
    explicit Taken(std::size_t words) : taken_(words) {}
    void add(std::size_t first, std::size_t last) {
        std::fill(taken_.begin() + static_cast<std::ptrdiff_t>(first),
                  taken_.begin() + static_cast<std::ptrdiff_t>(last), true);
    }
    bool any(std::size_t first, std::size_t last) const {
        return std::any_of(taken_.begin() + static_cast<std::ptrdiff_t>(first),
                           taken_.begin() + static_cast<std::ptrdiff_t>(last),
                           [](bool word) { return word; });
    }
    const std::vector<bool>& words() const { return taken_; }

 private:
    std::vector<bool> taken_;
};

bool is_capitalised(const std::string& written) {
    const std::size_t at = written.starts_with('\'') ? 1 : 0;
    return at < written.size() && std::isupper(static_cast<unsigned char>(written[at])) != 0;
}

/// A word that means something else in questions and is written without a capital is no name.
bool is_word(const QuestionParts& parsed, const NamedActor& actor, const std::vector<QuestionCue>& cues) {
    return std::any_of(cues.begin(), cues.end(), [&](const QuestionCue& cue) {
        const bool within = cue.first <= actor.first && actor.last <= cue.last;
        const bool longer = cue.last - cue.first > actor.last - actor.first;
        return within && cue.kind != QuestionCue::Kind::filler &&
               (longer || !is_capitalised(parsed.written[actor.first]));
    });
}

/// The time that the question is about; open if it names none. The day of "what did we know on" serves as
/// well.
Interval time_asked(const std::vector<QuestionTime>& times, Day today) {
    if (times.empty()) {
        return {today, today, Granularity::day};
    }
    return times.back().time;
}

constexpr std::size_t longest_short_name = 4;

/// Adds persons by the names that only questions give them: surnames of office-holders, and whom the store
/// knows.
class PersonFinder {
 public:
    PersonFinder(QuestionParts& parsed, Taken& taken, const StoreNames& names, const Interval& period)
        : parsed_(parsed), taken_(taken), names_(names), period_(period) {}

    void find_office_holders() {
        each_name([&](std::size_t first, std::size_t last, const std::string& name) {
            const auto holder = office_holder_called(name, period_);
            return holder && add(first, last, holder->person, holder->actor,
                                 ActorNames::instance().label(holder->person, parsed_.language));
        });
    }

    /// Surnames in small letters, of some length, among words that mean nothing else: "when did kim meet
    /// trump".
    void find_office_holders_in_small_letters() {
        constexpr std::size_t shortest = 5;
        for (std::size_t i = 0; i < parsed_.words.size(); ++i) {
            const std::string name = without_genitive(parsed_.words[i]);
            const auto holder = taken_.any(i, i + 1) || name.size() < shortest
                                    ? std::nullopt
                                    : office_holder_called(name, period_);
            if (holder) {
                add(i, i + 1, holder->person, holder->actor,
                    ActorNames::instance().label(holder->person, parsed_.language));
            }
        }
    }

    void find_further_names() {
        each_name([&](std::size_t first, std::size_t last, const std::string& name) {
            const auto actor = actor_of_further_name(name);
            return actor && add(first, last, {}, *actor, as_written(parsed_, first, last));
        });
    }

    /// Those of several words, within which another name stands: "south lebanon".
    void find_further_names_around(const std::vector<NamedActor>& named) {
        for (const NamedActor& actor : named) {
            const std::size_t from = actor.first < longest_short_name ? 0 : actor.first - longest_short_name;
            for (std::size_t first = from; first <= actor.first; ++first) {
                const std::size_t size = std::min(parsed_.words.size(), first + longest_short_name);
                for (std::size_t last = size; last >= actor.last && last > first; --last) {
                    const bool longer = last - first > actor.last - actor.first;
                    const auto around = longer && !taken_.any(first, last)
                                            ? actor_of_further_name(joined(parsed_.words, first, last))
                                            : std::nullopt;
                    if (around) {
                        add(first, last, {}, *around, as_written(parsed_, first, last));
                        break;
                    }
                }
            }
        }
    }

    void find_in_store() {
        if (!names_.participants_called) {
            return;
        }
        each_name([&](std::size_t first, std::size_t last, const std::string& name) {
            const auto found = names_.participants_called(name);
            if (found.empty()) {
                return false;
            }
            const NamedParticipant& best = found.front();
            return add(first, last, best.id, best.state.empty() ? best.id : best.state, best.name);
        });
    }

    /// Persons that the tables name in full act for somebody too.
    void resolve(NamedActor& actor) {
        if (const auto holder = office_holder(actor.id, period_)) {
            remark(actor.first, actor.last, ActorNames::instance().label(actor.id, parsed_.language),
                   holder->actor);
            actor.id = holder->actor;
        }
    }

 private:
    /// Calls `known` for names of free words, one of them written with a capital, longest first, until it is
    /// true.
    template <typename Known>
    void each_name(const Known& known) {
        const std::size_t size = parsed_.words.size();
        for (std::size_t first = 0; first < size; ++first) {
            for (std::size_t last = std::min(size, first + longest_short_name); last > first; --last) {
                if (taken_.any(first, last) || !is_capitalised(parsed_.written[last - 1])) {
                    continue;
                }
                const std::string name = joined(parsed_.words, first, last);
                if (known(first, last, name) ||
                    (name.size() > 3 && known(first, last, without_genitive(name)))) {
                    break;
                }
            }
        }
    }

    bool add(std::size_t first, std::size_t last, const ActorId& person, const ActorId& actor,
             const std::string& name) {
        parsed_.actors.push_back({first, last, actor});
        taken_.add(first, last);
        if (actor != person) {
            remark(first, last, name, actor);
        }
        return true;
    }

    void remark(std::size_t first, std::size_t last, const std::string& full, const ActorId& actor) {
        const std::string written = without_genitive(as_written(parsed_, first, last));
        const std::string called =
            fold_name(full) == joined(parsed_.words, first, last) || full.find(written) != std::string::npos
                ? full
                : written + " (" + full + ")";
        parsed_.persons.push_back(called + ": " + ActorNames::instance().label(actor, parsed_.language));
    }

    QuestionParts& parsed_;
    Taken& taken_;
    const StoreNames& names_;
    Interval period_;
};

/// Whether the question asks for more of a group than who its members are: for what they do, or with whom.
bool asks_of_members(const QuestionParts& parsed, const NamedGroup& group,
                     const std::vector<QuestionCue>& cues) {
    const bool of_others = std::any_of(cues.begin(), cues.end(), [&](const QuestionCue& cue) {
        const bool tells = cue.kind == QuestionCue::Kind::relation
                               ? cue.value != "member_of"
                               : cue.kind == QuestionCue::Kind::event ||
                                     (cue.kind == QuestionCue::Kind::intent && cue.value != "relations" &&
                                      cue.value != "count") ||
                                     (cue.kind == QuestionCue::Kind::modifier &&
                                      (cue.value == "friendly" || cue.value == "hostile"));
        return tells && (cue.first < group.first || cue.first >= group.last);
    });
    // "Is Sweden one of the members of NATO" asks for the membership.
    static const std::set<std::string> members = {"members", "member",    "leden",
                                                  "lid",     "lidstaten", "lidstaat"};
    const bool says_members = std::any_of(parsed.words.begin() + static_cast<std::ptrdiff_t>(group.first),
                                          parsed.words.begin() + static_cast<std::ptrdiff_t>(group.last),
                                          [](const std::string& word) { return members.contains(word); });
    const auto named = ActorNames::instance().find_all(parsed.words);
    return of_others ||
           (!says_members && std::any_of(named.begin(), named.end(), [&](const NamedActor& actor) {
               return actor.last <= group.first || actor.first >= group.last;
           }));
}

/// Adds the groups that the question names, each as one actor with others.
void find_groups(QuestionParts& parsed, Taken& taken, const std::vector<QuestionCue>& cues,
                 const Interval& period) {
    for (std::size_t first = 0; first < parsed.words.size(); ++first) {
        const auto group = taken.any(first, first + 1) ? std::nullopt : group_at(parsed.words, first, period);
        if (!group || taken.any(group->first, group->last) || !asks_of_members(parsed, *group, cues)) {
            continue;
        }
        taken.add(group->first, group->last);
        parsed.actors.push_back({group->first,
                                 group->last,
                                 group->members.front(),
                                 {group->members.begin() + 1, group->members.end()}});
        std::string remark = as_written(parsed, group->first, group->last) + ": ";
        constexpr std::size_t most = 8;
        if (group->members.size() > most) {
            remark += std::to_string(group->members.size()) + parsed.say(" states", " staten");
        } else {
            for (const ActorId& id : group->members) {
                remark += (id == group->members.front() ? "" : ", ") +
                          ActorNames::instance().label(id, parsed.language);
            }
        }
        parsed.persons.push_back(remark);
    }
}

/// Cues of the other language go, where they are function words of this one or this one has its own reading.
void keep_language(QuestionParts& parsed) {
    std::vector<QuestionCue> kept;
    for (const QuestionCue& cue : parsed.cues) {
        const bool other_reading =
            std::any_of(parsed.cues.begin(), parsed.cues.end(), [&](const QuestionCue& other) {
                return other.first == cue.first && other.language == parsed.language;
            });
        if (cue.language == parsed.language || !other_reading) {
            kept.push_back(cue);
        }
    }
    parsed.cues = std::move(kept);
}

/// Titles count as understood before a person's name; alone they ask for who holds the office, which is not
/// known to be asked.
void keep_titles_of_persons(QuestionParts& parsed) {
    const auto begins = [](const auto& parts, std::size_t word) {
        return std::any_of(parts.begin(), parts.end(), [&](const auto& part) { return part.first == word; });
    };
    for (std::size_t i = parsed.cues.size(); i-- > 0;) {
        const QuestionCue& cue = parsed.cues[i];
        if (cue.kind != QuestionCue::Kind::title) {
            continue;
        }
        std::vector<QuestionCue> titles;
        std::copy_if(parsed.cues.begin() + static_cast<std::ptrdiff_t>(i) + 1, parsed.cues.end(),
                     std::back_inserter(titles),
                     [](const QuestionCue& other) { return other.kind == QuestionCue::Kind::title; });
        if (!begins(parsed.actors, cue.last) && !begins(titles, cue.last)) {
            parsed.cues.erase(parsed.cues.begin() + static_cast<std::ptrdiff_t>(i));
        }
    }
}

}  // namespace

bool QuestionParts::has_modifier(std::string_view value) const {
    return std::any_of(cues.begin(), cues.end(), [&](const QuestionCue& cue) {
        return cue.kind == QuestionCue::Kind::modifier && cue.value == value;
    });
}

const QuestionCue* QuestionParts::first_of(QuestionCue::Kind kind) const {
    const auto found =
        std::find_if(cues.begin(), cues.end(), [&](const QuestionCue& cue) { return cue.kind == kind; });
    return found == cues.end() ? nullptr : &*found;
}

bool QuestionParts::is_understood(std::size_t word) const {
    const auto stands_in = [&](const auto& part) { return part.first <= word && word < part.last; };
    return std::any_of(actors.begin(), actors.end(), stands_in) ||
           std::any_of(times.begin(), times.end(), stands_in) || (what_for && stands_in(*what_for)) ||
           (top_number && stands_in(*top_number)) || (publisher && stands_in(*publisher)) ||
           std::any_of(cues.begin(), cues.end(), [&](const QuestionCue& cue) { return cue.covers(word); });
}

std::vector<std::string> QuestionParts::left_over() const {
    std::vector<std::string> words_left;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!is_understood(i) && (words_left.empty() || words_left.back() != written[i])) {
            words_left.push_back(written[i]);
        }
    }
    return words_left;
}

void QuestionParts::leave_out_what_for() {
    const auto is_of = [](const QuestionCue& cue, std::string_view type) {
        return cue.kind == QuestionCue::Kind::relation && split_list(cue.value).front() == type;
    };
    const auto outer = std::find_if(cues.begin(), cues.end(), [&](const QuestionCue& cue) {
        return is_of(cue, "accuses") || is_of(cue, "supports") || is_of(cue, "threatens");
    });
    if (outer == cues.end()) {
        return;
    }
    const bool threat = is_of(*outer, "threatens");
    const bool accused = is_of(*outer, "accuses");
    const std::size_t behind = outer->last;
    const auto inner = std::find_if(cues.begin(), cues.end(), [&](const QuestionCue& cue) {
        if (cue.kind != QuestionCue::Kind::relation || cue.first < behind || is_of(cue, "accuses") ||
            is_of(cue, "espionage")) {  // of spying one is accused, mostly
            return false;
        }
        const RelationType* type = find_relation_type(split_list(cue.value).front());
        return type != nullptr && (type->sign < 0.0 || accused);
    });
    if (inner == cues.end()) {
        return;
    }
    const std::size_t at = inner->first;
    std::size_t last = inner->last;
    std::erase_if(cues, [&](const QuestionCue& cue) { return cue.first == at; });
    static const std::set<std::string> articles = {"the", "a", "an", "de", "het", "een"};
    std::size_t before = at;
    while (before > 0 && articles.contains(words[before - 1])) {
        --before;
    }
    const bool where = before > 0 && (words[before - 1] == "in" || words[before - 1] == "tijdens");
    if (threat || where) {
        what_for = {at, last};
        return;  // who is threatened with an attack is threatened, who is backed in a war backed
    }
    std::erase_if(actors, [&](const NamedActor& actor) {
        static const std::set<std::string> agents = {"by", "door", "van"};
        std::size_t preposition = actor.first;
        while (preposition > 0 && articles.contains(words[preposition - 1])) {
            --preposition;
        }
        const bool victim = actor.first > at && !agents.contains(words[preposition - 1]);
        last = victim ? std::max(last, actor.last) : last;
        return victim;
    });
    what_for = {at, last};
}

QuestionParts take_apart(std::string_view question, Day today, const StoreNames& names) {
    QuestionParts parsed;
    split_question(question, parsed);
    parsed.times = question_times(parsed.words, today);
    Taken taken{parsed.words.size()};
    for (const QuestionTime& time : parsed.times) {
        taken.add(time.first, time.last);
    }
    parsed.top_number = top_number_in(parsed.words);
    if (parsed.top_number) {
        taken.add(parsed.top_number->first, parsed.top_number->last);
    }
    parsed.publisher = find_publisher(parsed, names.publishers);
    if (parsed.publisher) {
        taken.add(parsed.publisher->first, parsed.publisher->last);
    }
    const auto cues = find_cues(parsed.words, taken.words());
    const auto all_cues = find_cues(parsed.words, std::vector<bool>(parsed.words.size()));
    const auto named = ActorNames::instance().find_all(parsed.words);
    parsed.language = all_cues.empty() ? language_of(parsed, named) : language_of(all_cues);
    find_groups(parsed, taken, cues, time_asked(parsed.times, today));
    PersonFinder persons{parsed, taken, names, time_asked(parsed.times, today)};
    persons.find_further_names_around(named);
    for (NamedActor actor : named) {
        if (!taken.any(actor.first, actor.last) && is_written_as_name(parsed, actor, named) &&
            !is_word(parsed, actor, cues)) {
            taken.add(actor.first, actor.last);
            persons.resolve(actor);
            parsed.actors.push_back(actor);
        }
    }
    persons.find_office_holders();
    persons.find_further_names();
    parsed.cues = find_cues(parsed.words, taken.words());
    keep_language(parsed);
    if (!parsed.left_over().empty()) {
        Taken understood = taken;
        for (const QuestionCue& cue : parsed.cues) {
            understood.add(cue.first, cue.last);
            understood.add(cue.tail_first, cue.tail_last);
        }
        PersonFinder{parsed, understood, names, time_asked(parsed.times, today)}
            .find_office_holders_in_small_letters();
        PersonFinder{parsed, understood, names, {}}.find_in_store();
    }
    std::sort(parsed.actors.begin(), parsed.actors.end(),
              [](const NamedActor& a, const NamedActor& b) { return a.first < b.first; });
    keep_titles_of_persons(parsed);
    parsed.leave_out_what_for();
    return parsed;
}

}  // namespace entente
