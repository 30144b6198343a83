#pragma once

#include <string>

#include "graph/store.hpp"

namespace entente::cli {

/// Opens a database for reading. Says on standard error where articles wait to be merged. Throws StoreError.
Store open_for_reading(const std::string& path);

}  // namespace entente::cli
