#pragma once

#include <vector>

#include "extract/events/found_event.hpp"

namespace entente {

/// Who says that another must do something asks for it: "the United States has said Pyongyang must give up
/// its nuclear weapons", "China argues that the Security Council should reward Pyongyang", whatever the deed
/// is. A REQUEST from the speaker to the subject of the clause, or to those whom the speaker addresses.
std::vector<FoundEvent> demands_of(const SentenceView& view);

}  // namespace entente
