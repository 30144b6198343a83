#pragma once

#include <optional>
#include <string_view>

#include "graph/actor.hpp"
#include "graph/interval.hpp"

namespace entente {

/// A person of knowledge/leaders.tsv and the state or organisation for which they act.
struct OfficeHolder {
    ActorId person;
    ActorId actor;
    bool operator==(const OfficeHolder&) const = default;
};

/// For whom `person` acts in `period`: by the highest office held then, else by the last one begun. Empty: no
/// office of theirs is in the table.
std::optional<OfficeHolder> office_holder(std::string_view person, const Interval& period);

/// Who is called by that short name ("Putin", "Poetin", "Xi"), in any spelling of fold_name. Of several, the
/// one with the highest office in `period`, else the one whose office began last. Empty: nobody.
std::optional<OfficeHolder> office_holder_called(std::string_view short_name, const Interval& period);

}  // namespace entente
