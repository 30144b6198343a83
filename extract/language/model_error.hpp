#pragma once

#include <stdexcept>

namespace entente {

/// A model file is missing, damaged or of another version. `what()` names the file and the remedy.
class ModelError : public std::runtime_error {
 public:
    using std::runtime_error::runtime_error;
};

}  // namespace entente
