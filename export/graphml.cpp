#include <ostream>

#include "export/attributes.hpp"
#include "export/escape.hpp"
#include "export/writers.hpp"

namespace entente {
namespace {

const char* type_name(FieldType type) {
    switch (type) {
        case FieldType::text:
        case FieldType::date:
            return "string";
        case FieldType::real:
            return "double";
        case FieldType::integer:
            return "int";
        case FieldType::boolean:
            return "boolean";
    }
    return "string";
}

void write_keys(std::ostream& out, std::span<const FieldSpec> fields, char prefix, const char* of) {
    for (std::size_t i = 0; i < fields.size(); ++i) {
        out << " <key id=\"" << prefix << i << "\" for=\"" << of << "\" attr.name=\"" << fields[i].name
            << "\" attr.type=\"" << type_name(fields[i].type) << "\"/>\n";
    }
}

void write_data(std::ostream& out, const Row& row, char prefix) {
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (std::holds_alternative<std::monostate>(row[i])) continue;
        out << "<data key=\"" << prefix << i << "\">" << xml_text(plain_text(row[i])) << "</data>";
    }
}

}  // namespace

/// GraphML 1.0: all properties as typed attributes. All edges are directed, because NetworkX refuses mixed
/// graphs; the attribute `undirected` says which relations have no direction.
void write_graphml(std::ostream& out, const Selection& selection, const ExportOptions& options) {
    const Names names(options.language);
    Row row;
    out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
           "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\""
           " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
           " xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns"
           " http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n"
           " <key id=\"name\" for=\"graph\" attr.name=\"name\" attr.type=\"string\"/>\n";
    write_keys(out, actor_fields(), 'n', "node");
    write_keys(out, relation_fields(), 'e', "edge");
    out << " <graph id=\"relations\" edgedefault=\"directed\">\n  <data key=\"name\">"
        << xml_text(title_of(selection, options)) << "</data>\n";
    for (const Actor& actor : selection.actors) {
        actor_row(actor, names, row);
        out << "  <node id=\"" << xml_text(actor.id) << "\">";
        write_data(out, row, 'n');
        out << "</node>\n";
    }
    for_each_relation(selection, [&](const Relation& relation) {
        relation_row(relation, names, row);
        out << "  <edge id=\"" << xml_text(relation.id) << "\" source=\"" << xml_text(relation.source)
            << "\" target=\"" << xml_text(relation.target) << "\">";
        write_data(out, row, 'e');
        out << "</edge>\n";
    });
    out << " </graph>\n</graphml>\n";
}

}  // namespace entente
