#pragma once

#include <stdexcept>
#include <string>

namespace entente {

/// The store cannot go on. `what()` reads `FILE: what happened; what to do about it`.
class StoreError : public std::runtime_error {
 public:
    enum class Reason {
        not_found,     ///< there is no such file, or its folder cannot be written
        not_a_store,   ///< the file is no database, or one of another program
        newer_format,  ///< written by a later version of entente
        damaged,       ///< bytes were changed or lost
        busy,          ///< another process is writing
        disk,          ///< full, or it failed
        misuse         ///< the caller asked for what a store does not do (writing when opened to read)
    };

    StoreError(Reason reason, const std::string& file, const std::string& problem, const std::string& remedy)
        : std::runtime_error(file + ": " + problem + "; " + remedy), reason_(reason) {}

    Reason reason() const { return reason_; }

 private:
    Reason reason_;
};

}  // namespace entente
