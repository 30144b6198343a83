#include "graph/actor.hpp"

#include <array>

namespace entente {

namespace {

constexpr std::array<std::string_view, 4> kind_names{"state", "organisation", "armed_group", "person"};

}  // namespace

std::string_view to_string(ActorKind kind) { return kind_names[static_cast<std::size_t>(kind)]; }

std::optional<ActorKind> parse_actor_kind(std::string_view text) {
    for (std::size_t i = 0; i < kind_names.size(); ++i) {
        if (kind_names[i] == text) {
            return static_cast<ActorKind>(i);
        }
    }
    return std::nullopt;
}

}  // namespace entente
