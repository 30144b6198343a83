#pragma once

#include <vector>

#include "extract/events/found_event.hpp"

namespace entente {

/// What a speaker does to another by what he says of him, whatever the deed is that he speaks of. Who says
/// that another must do something asks for it ("Spain has said that Morocco must take back the
/// migrants"): REQUEST to the subject of the clause, or to those whom the speaker addresses. Who says that
/// another has a right takes his side
/// ("Kim says that Russia has the right to defend itself"): SUPPORT. Which words do so: operators of the
/// modality `necessity` or `entitlement`.
std::vector<FoundEvent> stances_of(const SentenceView& view);

}  // namespace entente
