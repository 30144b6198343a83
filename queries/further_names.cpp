#include "queries/further_names.hpp"

#include <map>
#include <string>

#include "knowledge/table.hpp"
#include "queries/actor_names.hpp"

namespace entente {

namespace {

using Names = std::map<std::string, ActorId, std::less<>>;

/// Folded names; those of several actors have an empty id.
const Names& further_names() {
    static const Names loaded = [] {
        Names names;
        const Table table = Table::load("names.tsv");
        for (std::size_t row = 0; row < table.size(); ++row) {
            if (table.cell(row, "form") == "none") {
                continue;
            }
            const auto actors = split_list(table.cell(row, "actors"));
            const ActorId actor = actors.size() == 1 ? actors.front() : ActorId{};
            const auto [known, added] = names.emplace(fold_name(table.cell(row, "surface")), actor);
            if (!added && known->second != actor) {
                known->second.clear();
            }
        }
        return names;
    }();
    return loaded;
}

}  // namespace

std::optional<ActorId> actor_of_further_name(std::string_view name) {
    const auto found = further_names().find(fold_name(name));
    return found == further_names().end() || found->second.empty() ? std::nullopt
                                                                   : std::optional{found->second};
}

}  // namespace entente
