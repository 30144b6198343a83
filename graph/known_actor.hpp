#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "graph/actor.hpp"

namespace entente {

/// The actor of knowledge/ (countries, organisations, leaders) with that id; null if they have none. Lives
/// for ever.
const Actor* find_known_actor(std::string_view id);

/// Its kind by knowledge/; of an unknown id, `person:` says person and anything else organisation.
ActorKind kind_of(std::string_view id);

/// All names in both languages by which texts may call the actor: names, aliases, abbreviations, capitals,
/// adjectives. Its id if knowledge/ does not have it.
std::vector<std::string> names_of(const ActorId& id);

}  // namespace entente
