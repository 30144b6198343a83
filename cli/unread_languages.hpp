#pragma once

#include <cstddef>
#include <map>
#include <string>

#include "extract/extractor.hpp"
#include "graph/article.hpp"

namespace entente::cli {

/// Counts the articles in languages that an extractor does not know, since they give no claims.
class UnreadLanguages {
 public:
    void see(const Article& article, const Extractor& extractor);
    /// One line on standard error: how many there were of which language; nothing where there were none.
    void report() const;

 private:
    std::map<std::string, std::size_t> articles_;  ///< by language; empty: not known
};

}  // namespace entente::cli
