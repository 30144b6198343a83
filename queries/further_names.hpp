#pragma once

#include <optional>
#include <string_view>

#include "graph/actor.hpp"

namespace entente {

/// The actor that a further name of knowledge/names.tsv stands for: a town or region ("Crimea": UKR), an
/// older name or an army ("Soviet Union": RUS), in any spelling of fold_name. Empty: it is none, or stands
/// for several.
std::optional<ActorId> actor_of_further_name(std::string_view name);

}  // namespace entente
