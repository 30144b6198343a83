#include "queries/actor_groups.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "graph/known_actor.hpp"
#include "knowledge/table.hpp"
#include "queries/actor_names.hpp"

namespace entente {

namespace {

using Words = std::set<std::string, std::less<>>;

/// What stands for the members of an organisation.
const Words& member_words() {
    static const Words words = {"countries", "country",   "states",     "state",    "nations", "members",
                                "member",    "landen",    "land",       "staten",   "staat",   "lidstaten",
                                "leden",     "lidlanden", "monarchies", "lidstaat", "lid"};
    return words;
}

std::set<ActorId> members_of(const ActorId& organisation, const Interval& period) {
    static const Table table = Table::load("memberships.tsv");
    std::set<ActorId> members;
    for (std::size_t row = 0; row < table.size(); ++row) {
        if (table.cell(row, "organisation") != organisation || table.cell(row, "role") != "member") {
            continue;
        }
        const auto start = parse_interval(table.cell(row, "start"));
        const auto end = parse_interval(table.cell(row, "end"));
        const Interval held{start ? start->start : std::nullopt, end ? end->end : std::nullopt, {}};
        if (overlap(held, period)) {
            members.insert(table.cell(row, "member"));
        }
    }
    return members;
}

/// Folded names of several actors, and of organisations that are called their members.
const std::map<std::string, std::vector<ActorId>, std::less<>>& groups() {
    static const auto loaded = [] {
        std::map<std::string, std::vector<ActorId>, std::less<>> names;
        const Table table = Table::load("names.tsv");
        for (std::size_t row = 0; row < table.size(); ++row) {
            const std::string name = fold_name(table.cell(row, "surface"));
            auto actors = split_list(table.cell(row, "actors"));
            const std::string last = name.substr(name.rfind(' ') + 1);
            const bool says_members =
                member_words().contains(last) || last.ends_with("staten") || last.ends_with("landen");
            if (table.cell(row, "form") == "name" &&
                (actors.size() > 1 || (actors.size() == 1 && says_members))) {
                names.emplace(name, std::move(actors));
            }
        }
        return names;
    }();
    return loaded;
}

/// The states of the regions of that name, or on the continent.
void add_states_of(const std::string& region, std::set<ActorId>& states) {
    static const Table regions = Table::load("regions.tsv");
    static const Table countries = Table::load("countries.tsv");
    std::map<std::string, std::string, std::less<>> continents;
    for (std::size_t row = 0; row < regions.size(); ++row) {
        continents.emplace(regions.cell(row, "region"), regions.cell(row, "continent"));
    }
    for (std::size_t row = 0; row < countries.size(); ++row) {
        const std::string& theirs = countries.cell(row, "region");
        const auto continent = continents.find(theirs);
        const bool here = theirs == region || (continent != continents.end() && continent->second == region);
        if (here && countries.cell(row, "sovereign").empty()) {  // not those that belong to another
            states.insert(countries.cell(row, "alpha3"));
        }
    }
}

/// Folded names of regions, with their states.
struct RegionNames {
    std::map<std::string, std::vector<ActorId>, std::less<>> adjectives;
    std::map<std::string, std::vector<ActorId>, std::less<>> nouns;
};

const RegionNames& region_names() {
    static const auto loaded = [] {
        RegionNames names;
        const Table table = Table::load("region_names.tsv");
        for (std::size_t row = 0; row < table.size(); ++row) {
            std::set<ActorId> states;
            for (const std::string& region : split_list(table.cell(row, "regions"))) {
                add_states_of(region, states);
            }
            const std::vector<ActorId> members(states.begin(), states.end());
            for (const std::string& name : split_list(table.cell(row, "adjectives"), '|')) {
                names.adjectives.emplace(name, members);
            }
            for (const std::string& name : split_list(table.cell(row, "nouns"), '|')) {
                names.nouns.emplace(name, members);
            }
        }
        return names;
    }();
    return loaded;
}

constexpr std::size_t longest_name = 6;

/// "african countries", "countries in africa", "africa".
std::optional<NamedGroup> region_at(const std::vector<std::string>& words, std::size_t first) {
    const auto actors = ActorNames::instance().find_all(words);
    const auto named = [&](const auto& names, std::size_t from, std::size_t last) {
        const auto found = names.find(joined(words, from, last));
        const bool in_name = std::any_of(actors.begin(), actors.end(), [&](const NamedActor& actor) {
            return actor.first < last && from < actor.last;  // "South Africa"
        });
        return in_name || found == names.end() || found->second.size() < 2 ? nullptr : &found->second;
    };
    std::size_t from = first;
    if (member_words().contains(words[first])) {
        static const Words inside = {"in", "of", "from", "van", "uit"};
        static const Words articles = {"the", "de", "het"};
        ++from;
        if (from >= words.size() || !inside.contains(words[from])) {
            return std::nullopt;
        }
        ++from;
        while (from < words.size() && articles.contains(words[from])) {
            ++from;
        }
    }
    for (std::size_t last = std::min(words.size(), from + longest_name); last > from; --last) {
        const bool states = last < words.size() && member_words().contains(words[last]);
        if (from == first && states) {
            if (const auto* members = named(region_names().adjectives, from, last)) {
                return NamedGroup{first, last + 1, *members};
            }
        }
        if (const auto* members = named(region_names().nouns, from, last)) {
            return NamedGroup{first, last, *members};
        }
    }
    return std::nullopt;
}

std::optional<NamedGroup> group_of(std::size_t first, std::size_t last, const std::vector<ActorId>& actors,
                                   const Interval& period) {
    std::set<ActorId> members;
    for (const ActorId& actor : actors) {
        const auto theirs = members_of(actor, period);
        if (theirs.empty()) {
            members.insert(actor);
        }
        members.insert(theirs.begin(), theirs.end());
    }
    if (members.size() < 2) {
        return std::nullopt;
    }
    return NamedGroup{first, last, {members.begin(), members.end()}};
}

/// The organisation that words [first, last) name.
std::optional<ActorId> organisation(const std::vector<std::string>& words, std::size_t first,
                                    std::size_t last) {
    if (first >= last) {
        return std::nullopt;
    }
    const auto found = ActorNames::instance().find(joined(words, first, last));
    const Actor* actor = found ? find_known_actor(*found) : nullptr;
    return actor != nullptr && actor->kind == ActorKind::organisation ? std::optional{*found} : std::nullopt;
}

}  // namespace

std::optional<NamedGroup> group_at(const std::vector<std::string>& words, std::size_t first,
                                   const Interval& period) {
    for (std::size_t last = std::min(words.size(), first + longest_name); last > first; --last) {
        if (const auto known = groups().find(joined(words, first, last)); known != groups().end()) {
            return group_of(first, last, known->second, period);
        }
    }
    for (std::size_t last = std::min(words.size(), first + longest_name); last > first; --last) {
        // "EU countries", "NATO member states"
        if (last < words.size() && member_words().contains(words[last])) {
            if (const auto named = organisation(words, first, last)) {
                const bool two = last + 1 < words.size() && member_words().contains(words[last + 1]);
                return group_of(first, last + (two ? 2 : 1), {*named}, period);
            }
        }
    }
    // "members of the EU", "lidstaten van de NAVO"
    static const Words several = {"members", "leden",     "lidstaten", "lidlanden",
                                  "states",  "countries", "landen",    "staten"};
    if (several.contains(words[first]) && first + 1 < words.size() &&
        (words[first + 1] == "of" || words[first + 1] == "van")) {
        std::size_t at = first + 2;
        while (at < words.size() && (words[at] == "the" || words[at] == "de" || words[at] == "het")) {
            ++at;
        }
        for (std::size_t last = std::min(words.size(), at + longest_name); last > at; --last) {
            if (const auto named = organisation(words, at, last)) {
                return group_of(first, last, {*named}, period);
            }
        }
    }
    return region_at(words, first);
}

}  // namespace entente
