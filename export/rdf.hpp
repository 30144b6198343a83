#pragma once

#include <set>
#include <string>
#include <string_view>

#include "graph/selection.hpp"

namespace entente::rdf {

// What JSON-LD and N-Quads have in common: the same resources and properties (docs/formats.md).

/// `BASEkind:ID`, the id percent-encoded. Kinds: actor, relation, claim, article, publisher, extractor.
std::string iri(std::string_view base, std::string_view kind, std::string_view id);

/// Words that are ours: `BASEvocabulary:NAME`.
std::string word(std::string_view base, std::string_view name);

/// All publishers of the selection's sources, and all extractors of its claims, sorted.
std::set<std::string> publishers(const Selection& selection);
std::set<std::string> extractors(const Selection& selection);

constexpr std::string_view prov = "http://www.w3.org/ns/prov#";
constexpr std::string_view rdf_ns = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
constexpr std::string_view rdfs = "http://www.w3.org/2000/01/rdf-schema#";
constexpr std::string_view xsd = "http://www.w3.org/2001/XMLSchema#";

}  // namespace entente::rdf
