#include <cmath>
#include <unordered_map>

#include "export/attributes.hpp"
#include "export/writers.hpp"

namespace entente {
namespace {

constexpr const char* node_colour = "#5b6770";

/// Opaque tints of the diagrams' colours: sigma blends colours with alpha in the wrong hue.
const char* colour(double sign) {
    switch (polarity_of(sign)) {
        case Polarity::cooperation:
            return "#5ea0cb";
        case Polarity::conflict:
            return "#e38f52";
        case Polarity::neutral:
            return "#999999";
    }
    return "#999999";
}

}  // namespace

/// graphology's SerializedGraph (0.26), with what sigma 3 draws: x, y (degrees, y upwards; a spiral below the
/// map for who has no place), size (by number of relations), color.
void write_graphology(std::ostream& out, const Selection& selection, const ExportOptions& options) {
    const Names names(options.language);
    std::unordered_map<std::string_view, std::size_t> degree;
    for_each_relation(selection, [&](const Relation& relation) {
        ++degree[relation.source];
        ++degree[relation.target];
    });

    Row row;
    JsonWriter json(out);
    json.begin_object().key("attributes").begin_object().member("name", title_of(selection, options)).end();
    json.key("options").begin_object().member("type", "mixed").member("multi", true);
    json.member("allowSelfLoops", true).end();

    json.key("nodes").begin_array();
    std::size_t unplaced = 0;
    for (const Actor& actor : selection.actors) {
        json.begin_object().member("key", actor.id).key("attributes").begin_object();
        actor_row(actor, names, row);
        write_members(json, actor_fields(), row);
        if (const Place* place = names.place(actor.id)) {
            json.member("x", place->longitude).member("y", place->latitude);
        } else {
            const double turn = 2.399963229728653 * static_cast<double>(unplaced);  // the golden angle
            const double away = 4.0 * std::sqrt(static_cast<double>(unplaced++));
            json.member("x", std::round(100 * away * std::cos(turn)) / 100);
            json.member("y", std::round(100 * (away * std::sin(turn) - 110)) / 100);
        }
        const auto found = degree.find(actor.id);
        const double relations = found == degree.end() ? 0.0 : static_cast<double>(found->second);
        json.member("size", std::round(10 * (4 + 1.5 * std::log2(1 + relations))) / 10)
            .member("color", node_colour);
        json.end().end();
    }
    json.end().key("edges").begin_array();
    for_each_relation(selection, [&](const Relation& relation) {
        relation_row(relation, names, row);
        json.begin_object().member("key", relation.id).member("source", relation.source);
        json.member("target", relation.target).member("undirected", relation.symmetric);
        json.key("attributes").begin_object();
        write_members(json, relation_fields(), row);
        json.member("size", std::round(10 * (1 + std::log2(1.0 + relation.support.origins))) / 10);
        json.member("color", colour(relation.sign)).end().end();
    });
    json.end().end();
}

}  // namespace entente
