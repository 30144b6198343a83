#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace entente {

/// ISO 3166-1 alpha-3 for states ("PRK"), the usual short English id for organisations and armed groups
/// ("NATO"), `person:kim-jong-un` for persons.
using ActorId = std::string;

enum class ActorKind : std::uint8_t { state, organisation, armed_group, person };

std::string_view to_string(ActorKind kind);
std::optional<ActorKind> parse_actor_kind(std::string_view text);

/// Somebody who acts: a state, organisation, armed group or person.
struct Actor {
    ActorId id;
    std::string name_en;
    std::string name_nl;
    ActorKind kind = ActorKind::state;
    bool operator==(const Actor&) const = default;
};

}  // namespace entente
