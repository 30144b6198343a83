#include "cli/open_store.hpp"

#include <fmt/core.h>

#include "cli/terminal.hpp"

namespace entente::cli {

Store open_for_reading(const std::string& path) {
    Store store = Store::open(path, StoreMode::read);
    if (store.has_unmerged()) {
        fmt::print(stderr,
                   "{}: articles were added that events and relations do not know yet; the end of their "
                   "'entente add', or 'entente rebuild', brings them in\n",
                   harmless(path));
    }
    return store;
}

}  // namespace entente::cli
