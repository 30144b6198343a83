#include "export/attributes.hpp"
#include "export/writers.hpp"

namespace entente {
namespace {

void write_nodes(JsonWriter& json, const Selection& selection, const Names& names) {
    Row row;
    json.key("nodes").begin_array();
    for (const Actor& actor : selection.actors) {
        actor_row(actor, names, row);
        json.begin_object().member("id", actor.id);
        write_members(json, actor_fields(), row);
        json.end();
    }
    json.end();
}

/// `id_name`: D3 users look for `id`, NetworkX takes `key` to tell parallel edges apart.
void write_edges(JsonWriter& json, const Selection& selection, const Names& names, const char* list_name,
                 const char* id_name) {
    Row row;
    json.key(list_name).begin_array();
    for_each_relation(selection, [&](const Relation& relation) {
        relation_row(relation, names, row);
        json.begin_object().member(id_name, relation.id);
        json.member("source", relation.source).member("target", relation.target);
        write_members(json, relation_fields(), row);
        json.end();
    });
    json.end();
}

}  // namespace

/// D3 node-link (d3-force 3: `forceLink(links).id(d => d.id)`). `directed` and `multigraph` are for other
/// readers.
void write_d3(std::ostream& out, const Selection& selection, const ExportOptions& options) {
    const Names names(options.language);
    JsonWriter json(out);
    json.begin_object().member("directed", true).member("multigraph", true);
    json.key("graph").begin_object().member("name", title_of(selection, options)).end();
    write_nodes(json, selection, names);
    write_edges(json, selection, names, "links", "id");
    json.end();
}

/// NetworkX node-link: `edges` is the default from 3.6 on, `links` before.
void write_networkx(std::ostream& out, const Selection& selection, const ExportOptions& options) {
    const Names names(options.language);
    JsonWriter json(out);
    json.begin_object().member("directed", true).member("multigraph", true);
    json.key("graph").begin_object().member("name", title_of(selection, options)).end();
    write_nodes(json, selection, names);
    write_edges(json, selection, names, options.edge_key == EdgeKey::links ? "links" : "edges", "key");
    json.end();
}

}  // namespace entente
