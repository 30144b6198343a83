#include <ostream>

#include "export/attributes.hpp"
#include "export/escape.hpp"
#include "export/fields.hpp"
#include "export/rdf.hpp"
#include "export/writers.hpp"

namespace entente {
namespace {

/// Writes one resource after another into the graph `BASEmeta:all`.
class Quads {
 public:
    Quads(std::ostream& out, std::string base)
        : out_(out), base_(std::move(base)), meta_(ref(iri("meta", "all"))) {}

    std::string iri(std::string_view kind, std::string_view id) const { return rdf::iri(base_, kind, id); }
    std::string word(std::string_view name) const { return rdf::word(base_, name); }
    static std::string ref(std::string_view iri) { return '<' + std::string(iri) + '>'; }

    void about(const std::string& iri) { subject_ = ref(iri); }
    void link(const std::string& property, const std::string& object) { line(property, ref(object)); }
    void type(const std::string& name) { link(std::string(rdf::rdf_ns) + "type", name); }
    void text(const std::string& property, std::string_view value) {
        if (!value.empty()) line(property, nquads_literal(value));
    }
    void typed(const std::string& property, const std::string& value, const char* type) {
        line(property, nquads_literal(value) + "^^" + ref(std::string(rdf::xsd) + type));
    }
    void day(const std::string& property, const std::optional<Day>& value) {
        if (value) typed(property, to_string(*value), "date");
    }
    void number(const std::string& property, double value) { typed(property, plain_text(value), "double"); }
    void fact(const std::string& subject, const std::string& predicate, const std::string& object,
              const std::string& graph) {
        out_ << ref(subject) << ' ' << ref(predicate) << ' ' << ref(object) << ' ' << ref(graph) << " .\n";
    }

 private:
    void line(const std::string& property, const std::string& object) {
        out_ << subject_ << ' ' << ref(property) << ' ' << object << ' ' << meta_ << " .\n";
    }

    std::ostream& out_;
    std::string base_;
    std::string meta_;
    std::string subject_;
};

}  // namespace

/// N-Quads 1.1: an asserted relation as a fact in a graph named after the relation, all else (the same
/// statements as in JSON-LD) in one graph.
void write_nquads(std::ostream& out, const Selection& selection, const ExportOptions& options) {
    const Names names(options.language);
    Quads quads(out, options.base_iri);
    const std::string prov(rdf::prov), rdf_ns(rdf::rdf_ns), label = std::string(rdf::rdfs) + "label";
    for (const Actor& actor : selection.actors) {
        quads.about(quads.iri("actor", actor.id));
        quads.type(quads.word("Actor"));
        quads.type(quads.word(class_of(actor.kind)));
        quads.text(label, names.actor(actor));
        if (const Place* place = names.place(actor.id)) {
            quads.text(quads.word("iso2"), place->iso2);
            quads.text(quads.word("region"), place->region);
        }
    }
    for_each_relation(selection, [&](const Relation& relation) {
        const std::string source = quads.iri("actor", relation.source),
                          target = quads.iri("actor", relation.target);
        const std::string predicate = quads.word(relation.type), id = quads.iri("relation", relation.id);
        if (relation.modality == Modality::asserted) quads.fact(source, predicate, target, id);
        quads.about(id);
        quads.type(quads.word("Relation"));
        quads.type(rdf_ns + "Statement");
        quads.type(prov + "Entity");
        quads.link(rdf_ns + "subject", source);
        quads.link(rdf_ns + "predicate", predicate);
        quads.link(rdf_ns + "object", target);
        quads.text(quads.word("polarity"), to_string(polarity_of(relation.sign)));
        quads.day(quads.word("validFrom"), relation.valid.start);
        quads.day(quads.word("validTo"), relation.valid.end);
        quads.day(quads.word("knownFrom"), relation.known_from);
        quads.number(quads.word("weight"), relation.confidence);
        quads.typed(quads.word("evidenceCount"), std::to_string(relation.support.claims), "integer");
        quads.text(quads.word("modality"), to_string(relation.modality));
        quads.text(quads.word("basis"), relation.basis == Basis::articles ? "articles" : "background");
        quads.text(quads.word("stage"), relation.stage);
        quads.text(quads.word("obligation"), relation.obligation);
        for (const std::string& claim : relation.claims)
            quads.link(prov + "wasDerivedFrom", quads.iri("claim", claim));
    });
    for (const Claim& claim : selection.claims) {
        quads.about(quads.iri("claim", claim.id));
        quads.type(quads.word("Claim"));
        quads.type(prov + "Entity");
        quads.text(prov + "value", claim.evidence.text);
        quads.link(prov + "wasQuotedFrom", quads.iri("article", claim.article));
        if (!claim.extractor.empty()) {
            quads.link(prov + "wasGeneratedBy", quads.iri("extractor", claim.extractor + "#run"));
        }
        quads.text(quads.word("eventType"), to_string(claim.event.type));
        quads.text(quads.word("modality"), to_string(claim.modality));
        if (claim.attribution) quads.text(quads.word("attribution"), claim.attribution->text);
        quads.day(quads.word("validFrom"), claim.time.interval.start);
        quads.day(quads.word("validTo"), claim.time.interval.end);
        quads.number(quads.word("weight"), claim.confidence);
    }
    for (const Source& source : selection.sources) {
        quads.about(quads.iri("article", source.article));
        quads.type(quads.word("Article"));
        quads.type(prov + "Entity");
        quads.text(label, source.title);
        quads.text(quads.word("url"), source.url);
        quads.text(quads.word("language"), source.language);
        quads.day(quads.word("published"), source.published);
        if (!source.publisher.empty()) {
            quads.link(prov + "wasAttributedTo", quads.iri("publisher", source.publisher));
        }
    }
    for (const std::string& publisher : rdf::publishers(selection)) {
        quads.about(quads.iri("publisher", publisher));
        quads.type(prov + "Agent");
        quads.type(prov + "Organization");
        quads.text(label, publisher);
    }
    for (const std::string& extractor : rdf::extractors(selection)) {
        quads.about(quads.iri("extractor", extractor + "#run"));
        quads.type(prov + "Activity");
        quads.link(prov + "wasAssociatedWith", quads.iri("extractor", extractor));
        quads.about(quads.iri("extractor", extractor));
        quads.type(prov + "Agent");
        quads.type(prov + "SoftwareAgent");
        quads.text(label, extractor);
    }
}

}  // namespace entente
