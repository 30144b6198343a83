#include <cmath>

#include "export/attributes.hpp"
#include "export/great_circle.hpp"
#include "export/writers.hpp"

namespace entente {
namespace {

void write_position(JsonWriter& json, Position at) {
    const auto rounded = [](double degrees) { return std::round(degrees * 10000) / 10000; };
    json.begin_array().value(rounded(at.longitude)).value(rounded(at.latitude)).end();
}

Position position(const Place& place) { return {place.longitude, place.latitude}; }

}  // namespace

/// GeoJSON (RFC 7946): actors at their capitals or seats, relations as great circles, cut where they cross
/// the antimeridian. Who has no place is left out; the member `not_placed` counts the relations that go with
/// them.
void write_geojson(std::ostream& out, const Selection& selection, const ExportOptions& options) {
    const Names names(options.language);
    Row row;
    JsonWriter json(out);
    json.begin_object().member("type", "FeatureCollection").member("name", title_of(selection, options));
    json.key("features").begin_array();
    for (const Actor& actor : selection.actors) {
        const Place* place = names.place(actor.id);
        if (!place) continue;
        actor_row(actor, names, row);
        json.begin_object().member("type", "Feature").member("id", actor.id);
        json.key("geometry").begin_object().member("type", "Point").key("coordinates");
        write_position(json, position(*place));
        json.end().key("properties").begin_object();
        write_members(json, actor_fields(), row);
        json.end().end();
    }
    std::int64_t not_placed = 0;
    for_each_relation(selection, [&](const Relation& relation) {
        const Place* from = names.place(relation.source);
        const Place* to = names.place(relation.target);
        if (!from || !to) {
            ++not_placed;
            return;
        }
        relation_row(relation, names, row);
        const auto parts = great_circle(position(*from), position(*to));
        json.begin_object().member("type", "Feature").member("id", relation.id);
        json.key("geometry")
            .begin_object()
            .member("type", parts.size() == 1 ? "LineString" : "MultiLineString");
        json.key("coordinates");
        if (parts.size() > 1) json.begin_array();
        for (const auto& part : parts) {
            json.begin_array();
            for (const Position at : part) write_position(json, at);
            json.end();
        }
        if (parts.size() > 1) json.end();
        json.end().key("properties").begin_object();
        json.member("source", relation.source).member("target", relation.target);
        write_members(json, relation_fields(), row);
        json.end().end();
    });
    json.end().member("not_placed", not_placed).end();
}

}  // namespace entente
