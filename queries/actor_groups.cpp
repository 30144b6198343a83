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

constexpr std::size_t longest_name = 4;

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
    return std::nullopt;
}

}  // namespace entente
