#include "graph/known_actor.hpp"

#include <algorithm>
#include <functional>
#include <initializer_list>
#include <map>

#include "knowledge/table.hpp"

namespace entente {

namespace {

struct Known {
    Actor actor;
    std::vector<std::string> names;
};

using Directory = std::map<std::string, Known, std::less<>>;

ActorKind kind_of_organisation(const std::string& kind) {
    return kind == "armed_group" || kind == "separatist" || kind == "state_force" ? ActorKind::armed_group
                                                                                  : ActorKind::organisation;
}

/// A table of actors: where to find ids and names.
struct Source {
    const char* table;
    const char* id;
    std::vector<const char*> names;
};

void load(Directory& directory, const Source& source, ActorKind (*kind)(const Table&, std::size_t)) {
    const auto table = Table::load(source.table);
    for (std::size_t row = 0; row < table.size(); ++row) {
        auto [entry, is_new] = directory.try_emplace(table.cell(row, source.id));
        if (!is_new) {
            continue;  // a leader's second office
        }
        auto& known = entry->second;
        for (const auto* column : source.names) {
            for (auto& name : split_list(table.cell(row, column))) {
                if (std::find(known.names.begin(), known.names.end(), name) == known.names.end()) {
                    known.names.push_back(std::move(name));
                }
            }
        }
        // What it is called: the first column that says so (organisations: their abbreviation).
        const auto first_of = [&, entry = entry](std::initializer_list<const char*> columns) {
            for (const auto* column : columns) {
                if (std::find_if(source.names.begin(), source.names.end(),
                                 [&](std::string_view name) { return name == column; }) !=
                        source.names.end() &&
                    !table.cell(row, column).empty()) {
                    return table.cell(row, column);
                }
            }
            return entry->first;
        };
        known.actor = {entry->first, first_of({"abbr_en", "name_en"}), first_of({"abbr_nl", "name_nl"}),
                       kind(table, row)};
    }
}

Directory load_directory() {
    Directory directory;
    load(directory,
         {"countries.tsv",
          "alpha3",
          {"name_en", "name_nl", "aliases_en", "aliases_nl", "capital_en", "capital_nl", "adj_en", "adj_nl",
           "adj_nl_infl", "noun_en_pl", "noun_nl_pl"}},
         [](const Table&, std::size_t) { return ActorKind::state; });
    load(
        directory,
        {"organisations.tsv", "id", {"name_en", "name_nl", "abbr_en", "abbr_nl", "aliases_en", "aliases_nl"}},
        [](const Table& table, std::size_t row) { return kind_of_organisation(table.cell(row, "kind")); });
    load(directory, {"leaders.tsv", "person_id", {"name_en", "name_nl", "variants"}},
         [](const Table&, std::size_t) { return ActorKind::person; });
    return directory;
}

const Directory& directory() {
    static const auto loaded = load_directory();
    return loaded;
}

}  // namespace

const Actor* find_known_actor(std::string_view id) {
    const auto found = directory().find(id);
    return found == directory().end() ? nullptr : &found->second.actor;
}

ActorKind kind_of(std::string_view id) {
    if (const auto* actor = find_known_actor(id)) {
        return actor->kind;
    }
    return id.starts_with("person:") ? ActorKind::person : ActorKind::organisation;
}

std::vector<std::string> names_of(const ActorId& id) {
    const auto found = directory().find(id);
    return found == directory().end() ? std::vector<std::string>{id} : found->second.names;
}

}  // namespace entente
