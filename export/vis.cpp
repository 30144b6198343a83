#include "export/attributes.hpp"
#include "export/writers.hpp"

namespace entente {

/// vis-network (10.1): nodes and edges for two DataSets. Arrows only where a relation has a direction, dashes
/// where it is not asserted, `value` is the width.
void write_vis(std::ostream& out, const Selection& selection, const ExportOptions& options) {
    const Names names(options.language);
    Row row;
    JsonWriter json(out);
    json.begin_object().key("nodes").begin_array();
    for (const Actor& actor : selection.actors) {
        actor_row(actor, names, row);
        json.begin_object().member("id", actor.id);
        write_members(json, actor_fields(), row);
        const Place* place = names.place(actor.id);
        json.member("group", place ? std::string_view(place->region) : to_string(actor.kind));
        json.member("title", std::string(names.actor(actor)) + " (" + actor.id + ')').end();
    }
    json.end().key("edges").begin_array();
    for_each_relation(selection, [&](const Relation& relation) {
        relation_row(relation, names, row);
        json.begin_object()
            .member("id", relation.id)
            .member("from", relation.source)
            .member("to", relation.target);
        write_members(json, relation_fields(), row);
        if (!relation.symmetric) json.member("arrows", "to");
        json.member("title", names.relation(relation.type) + ", " + to_string(relation.valid) + ", " +
                                 names.count(relation.support.articles, Counted::article));
        json.member("value", 1.0 + relation.support.origins);
        json.key("color").begin_object().member("color", colour_of(polarity_of(relation.sign))).end();
        json.member("dashes", relation.modality != Modality::asserted).end();
    });
    json.end().end();
}

}  // namespace entente
