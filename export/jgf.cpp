#include "export/attributes.hpp"
#include "export/writers.hpp"

namespace entente {

/// JSON Graph Format, version 2 (schema 2.1): everything of ours stands in `metadata`, the schema allows
/// nothing else.
void write_jgf(std::ostream& out, const Selection& selection, const ExportOptions& options) {
    const Names names(options.language);
    Row row;
    JsonWriter json(out, 3);
    json.begin_object().key("graph").begin_object();
    json.member("id", "relations")
        .member("type", "country-relations")
        .member("label", title_of(selection, options));
    json.member("directed", true).key("metadata").begin_object();
    if (selection.period.start) json.member("valid_from", to_string(*selection.period.start));
    if (selection.period.end) json.member("valid_to", to_string(*selection.period.end));
    json.end().key("nodes").begin_object();
    for (const Actor& actor : selection.actors) {
        actor_row(actor, names, row);
        json.key(actor.id).begin_object().member("label", names.actor(actor)).key("metadata").begin_object();
        write_members(json, actor_fields(), row);
        json.end().end();
    }
    json.end().key("edges").begin_array();
    for_each_relation(selection, [&](const Relation& relation) {
        relation_row(relation, names, row);
        json.begin_object().member("id", relation.id).member("source", relation.source);
        json.member("target", relation.target).member("relation", relation.type);
        json.member("directed", !relation.symmetric).member("label", names.relation(relation.type));
        json.key("metadata").begin_object();
        write_members(json, relation_fields(), row);
        json.end().end();
    });
    json.end().end().end();
}

}  // namespace entente
