#pragma once

#include <string_view>

namespace entente {

/// The web page as built from export/viewer/src, with `@@DATA@@` where its data go. Lives for ever.
std::string_view viewer_page();

}  // namespace entente
