#include "export/attributes.hpp"
#include "export/writers.hpp"

namespace entente {

/// Cytoscape.js elements JSON (3.34). Positions are degrees on an equirectangular map, y downwards, where
/// known.
void write_cytoscape(std::ostream& out, const Selection& selection, const ExportOptions& options) {
    const Names names(options.language);
    Row row;
    JsonWriter json(out, 3);
    json.begin_object().key("elements").begin_object();
    json.key("nodes").begin_array();
    for (const Actor& actor : selection.actors) {
        actor_row(actor, names, row);
        json.begin_object().key("data").begin_object().member("id", actor.id);
        write_members(json, actor_fields(), row);
        json.end();
        if (const Place* place = names.place(actor.id)) {
            json.key("position").begin_object();
            json.member("x", 10 * place->longitude).member("y", -10 * place->latitude).end();
        }
        json.member("classes", to_string(actor.kind)).end();
    }
    json.end().key("edges").begin_array();
    for_each_relation(selection, [&](const Relation& relation) {
        relation_row(relation, names, row);
        json.begin_object().key("data").begin_object().member("id", relation.id);
        json.member("source", relation.source).member("target", relation.target);
        write_members(json, relation_fields(), row);
        json.end().key("classes").begin_array();
        json.value(to_string(polarity_of(relation.sign))).value(relation.type).end().end();
    });
    json.end().end().end();
}

}  // namespace entente
