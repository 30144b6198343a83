#include "export/rdf.hpp"

#include "export/escape.hpp"

namespace entente::rdf {

std::string iri(std::string_view base, std::string_view kind, std::string_view id) {
    return std::string(base) + std::string(kind) + ':' + iri_part(id);
}

std::string word(std::string_view base, std::string_view name) { return iri(base, "vocabulary", name); }

std::set<std::string> publishers(const Selection& selection) {
    std::set<std::string> found;
    for (const Source& source : selection.sources) {
        if (!source.publisher.empty()) found.insert(source.publisher);
    }
    return found;
}

std::set<std::string> extractors(const Selection& selection) {
    std::set<std::string> found;
    for (const Claim& claim : selection.claims) {
        if (!claim.extractor.empty()) found.insert(claim.extractor);
    }
    return found;
}

}  // namespace entente::rdf
