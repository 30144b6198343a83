#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "graph/article.hpp"
#include "graph/claim.hpp"

namespace entente {

/// Article in, claims out. Several may exist: the grammar-based one, importers of ready-made event data, a
/// language model behind an HTTP endpoint. Implementations are immutable: threads may share one.
class Extractor {
 public:
    Extractor() = default;
    Extractor(const Extractor&) = default;
    Extractor(Extractor&&) = default;
    Extractor& operator=(const Extractor&) = default;
    Extractor& operator=(Extractor&&) = default;
    virtual ~Extractor() = default;

    /// Name and version, part of every claim ("grammar/1").
    virtual std::string name() const = 0;

    /// Whether it knows `language` (ISO 639-1; empty: not known); articles in others give no claims.
    virtual bool reads(std::string_view /*language*/) const { return true; }

    /// The claims of `article`, in text order, with ids; none for a language that it does not know.
    virtual std::vector<Claim> extract(const Article& article) const = 0;
};

}  // namespace entente
