#include "cli/version.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include "cli/build_version.hpp"
#include "extract/language/analyser.hpp"
#include "graph/store.hpp"

namespace entente::cli {

std::string version_number() { return build_version; }

std::string version_text() {
    std::string text = fmt::format("entente {} ({})\nSQLite {}, store format {}", build_version,
                                   build_description, sqlite3_libversion(), Store::format());
    for (const char* language : {"nl", "en"}) {
        try {
            text += fmt::format("\nmodel {}", Analyser::load(default_model_folder(), language).version());
        } catch (const ModelError& error) {
            text += fmt::format("\nmodel {}: {}", language, error.what());
        }
    }
    return text;
}

}  // namespace entente::cli
