#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/actor.hpp"
#include "graph/claim.hpp"
#include "graph/interval.hpp"

namespace entente::detail {

using WordId = std::uint32_t;  ///< 0: no word of the tables

enum Language : std::uint8_t { english = 1, dutch = 2, both_languages = 3 };

/// How a surface of the tables names what it names.
enum class Form : std::uint8_t {
    name,  ///< of a state or organisation
    seat,  ///< capital or other metonym
    adjective,
    prefix,     ///< first part of a pair ("Sino-" of "Sino-Soviet"), nothing alone
    national,   ///< one national
    nationals,  ///< several
    place,      ///< part or town of a state
    group,      ///< stands for several actors ("Baltic states"): index into Lexicon::groups
    person,     ///< full name: index into Lexicon::persons
    surname,
    nothing,   ///< a fixed name that is no actor ("Washington Post")
    role,      ///< index into Lexicon::roles
    reference  ///< index into Lexicon::references
};

struct Sense {
    Form form = Form::name;
    std::uint8_t languages = both_languages;
    bool upper = false;          ///< only in capitals ("IS")
    std::uint16_t capitals = 0;  ///< bit i: word i begins with a capital
    std::uint32_t index = 0;     ///< of the actor, person, role …
    bool operator==(const Sense&) const = default;
};

struct ActorEntry {
    Actor actor;
    ActorId state;     ///< what it acts for: UNSC -> UN; its own id else
    std::string kind;  ///< of organisations.tsv; "state" for countries
};

struct Term {
    ActorId actor;
    std::string office;
    std::string title;
    Day start;
    std::optional<Day> end;  ///< first day out, or unknown
};

struct PersonEntry {
    std::string id;
    std::string name;
    char gender = 'm';
    std::vector<Term> terms;  ///< by start
};

enum class RoleClass : std::uint8_t {
    person,
    group,
    body,
    country,  ///< "country", "nation": "his country" is the state itself
    thing,
    relational,  ///< "ally", "counterpart": of whom it is, is somebody else
    opposite     ///< "neighbour", "rival": the same; of two whom the text is about, the other
};

/// Whether it says of somebody that he is something to somebody else.
inline bool is_relational(RoleClass role) {
    return role == RoleClass::relational || role == RoleClass::opposite;
}

enum class Acts : std::uint8_t {
    yes,
    tied,  ///< only where the text says whose it is ("country", "member")
    rebel,
    flying,  ///< a rebel; of a state where the sentence speaks of aircraft ("fighters")
    party    ///< private: a student, an airline
};

struct RoleEntry {
    std::string noun;  ///< singular
    RoleClass role_class = RoleClass::person;
    Acts acts = Acts::yes;
    bool plural = false;
    std::string office;
};

enum class RefKind : std::uint8_t {
    person,
    collective,
    any,
    state,
    alliance,
    union_,
    body,
    organisation,
    armed,
    agency,
    place  ///< "de stad": of whose state it is
};
enum class RefNumber : std::uint8_t {
    sing,
    plur,
    any,
    pair,
    triple,
    quad,
    quint,
    each,
    relative,
    speaker,
    opposite
};

struct ReferenceEntry {
    RefKind kind = RefKind::person;
    RefNumber number = RefNumber::sing;
    char gender = ' ';  ///< m, f, n or ' '
    bool possessive = false;
    bool phrase = false;        ///< several words or a noun: a definite phrase
    std::vector<ActorId> only;  ///< whom alone it can mean ("the kingdom"); empty: anybody of its kind
};

/// A surface that may name several things, and which words of the article decide.
struct AmbiguousEntry {
    std::vector<std::string> candidates;
    std::string preferred;  ///< of the column default; empty or "none": undecided
    struct Cues {
        std::string candidate;  ///< "-": none of the actors
        std::vector<WordId> words;
    };
    std::vector<Cues> cues;
    bool maybe_person = false;  ///< also a first or family name of somebody else
    bool maybe_word = false;    ///< also an ordinary word
    bool maybe_owned = false;   ///< also a body of the state right before it: "Russia's Security Council"
};

/// Classes of context_words.LANGUAGE.tsv, as bits.
enum Context : std::uint32_t {
    place_prep = 1u << 0,
    city_prep = 1u << 1,
    of_word = 1u << 2,
    and_word = 1u << 3,
    determiner = 1u << 4,
    former = 1u << 5,
    place_noun = 1u << 6,
    venue_noun = 1u << 7,
    compass = 1u << 8,
    quantifier = 1u << 9,
    calendar = 1u << 10,
    title_m = 1u << 11,
    title_f = 1u << 12,
    title = 1u << 13,
    against_prefix = 1u << 14,
    led = 1u << 15,
    backed = 1u << 16,
    sport = 1u << 17,
    language_verb = 1u << 18,
    indefinite = 1u << 19,
    city_noun = 1u << 20,
    sport_hint = 1u << 21,   ///< two of these, or one of sport
    reason_prep = 1u << 23,  ///< blamed somebody *for* what is his
    help_verb = 1u << 24,    ///< sent soldiers to somebody to *support* what is his
    led_deed = 1u << 25,     ///< whose leader did it: "US-led *strikes*"
    denial = 1u << 26,       ///< accused somebody, "a charge it *denies*": whom it is about
    harm_verb = 1u << 27,    ///< nobody does it to his own: "said that it had *violated* its airspace"
    air_hint = 1u << 28,     ///< where it stands fighters are aircraft
    ruling = 1u << 29,       ///< who is so called rules the state named last: "the *junta*"
    seated = 1u << 22        ///< whose seat tells whose they are: "the government in Kyiv"
};

struct StringHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};

/// The tables of knowledge/ that name actors, ready to be matched. Immutable once loaded.
struct Lexicon {
    struct Node {
        std::vector<Sense> senses;
        std::array<std::int32_t, 2> ambiguous = {-1, -1};  ///< by language: index into `ambiguous`
    };

    std::unordered_map<std::string, WordId, StringHash, std::equal_to<>> words;
    std::unordered_map<std::uint64_t, std::uint32_t> edges;
    std::vector<Node> nodes = std::vector<Node>(1);  ///< 0 is the root
    std::vector<ActorEntry> actors;
    std::unordered_map<std::string, std::uint32_t> actor_index;
    std::vector<PersonEntry> persons;
    std::unordered_map<std::string, std::uint32_t> person_index;
    std::vector<std::vector<std::uint32_t>> groups;
    std::vector<RoleEntry> roles;
    std::vector<ReferenceEntry> references;
    std::vector<AmbiguousEntry> ambiguous;
    /// By language (0 English, 1 Dutch) and word: bits of Context.
    std::array<std::vector<std::uint32_t>, 2> contexts;
    /// Holders by "ACTOR office".
    std::map<std::string, std::vector<std::pair<std::uint32_t, std::uint32_t>>, std::less<>> offices;

    WordId word(std::string_view folded) const {
        const auto found = words.find(folded);
        return found == words.end() ? 0 : found->second;
    }
    std::uint32_t context(std::uint8_t language, WordId id) const {
        const auto& table = contexts[language == dutch ? 1 : 0];
        return id < table.size() ? table[id] : 0;
    }
    std::optional<std::uint32_t> step(std::uint32_t node, WordId id) const {
        const auto found = edges.find((std::uint64_t{node} << 32) | id);
        if (found == edges.end()) return std::nullopt;
        return found->second;
    }

    /// The term that `person` held on `day` (empty: the last one).
    const Term& term(const PersonEntry& person, std::optional<Day> day) const;
    Participant participant(const PersonEntry& person, std::optional<Day> day) const;
    Participant participant(std::uint32_t actor) const;
};

/// Reads the tables. Throws KnowledgeError, which names the file and line.
Lexicon load_lexicon();

}  // namespace entente::detail
