#pragma once

#include <optional>
#include <string>
#include <vector>

#include "graph/claim.hpp"

namespace entente::test {

/// A claim as a corpus file writes it. Empty attributes are not compared, but for `modality`.
struct ExpectedClaim {
    std::vector<std::string> source;  ///< sorted
    std::string event;                ///< or several, `SUPPORT|AGREE`: any of them is right
    std::vector<std::string> target;  ///< sorted
    std::string modality = "asserted";
    std::string said;
    std::string start;
    std::string end;
    std::string quantity;
    bool optional = false;  ///< written with `?` in front: right if it is found, no miss if not
};

/// Some text and the claims that it makes.
struct Block {
    std::size_t line = 0;  ///< of the text, counted from 1
    std::string date;      ///< empty: not known
    std::string text;
    bool known_limit = false;
    std::vector<ExpectedClaim> claims;
};

/// Reads a corpus file (README.md beside this). Throws std::runtime_error with file and line where it is
/// none.
std::vector<Block> read_corpus(const std::string& file);

/// What is wrong with `claims` for `block`, one line each; empty if nothing is.
std::vector<std::string> deviations(const Block& block, const std::vector<Claim>& claims);

}  // namespace entente::test
