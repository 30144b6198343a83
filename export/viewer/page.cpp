#include "export/viewer/page.hpp"

#include "knowledge/embedded.hpp"

namespace entente {

std::span<const EmbeddedFile> viewer_files();  // made by entente_embed

std::string_view viewer_page() { return viewer_files().front().bytes; }

}  // namespace entente
