#include <ostream>

#include "export/attributes.hpp"
#include "export/escape.hpp"
#include "export/writers.hpp"

namespace entente {

/// A plain edge list (RFC 4180, but with \n): one relation a line, safe to open in a spreadsheet.
void write_csv(std::ostream& out, const Selection& selection, const ExportOptions& options) {
    const Names names(options.language);
    out << "source,target,id,source_name,target_name";
    for (const FieldSpec& field : relation_fields()) out << ',' << field.name;
    out << '\n';
    Row row;
    for_each_relation(selection, [&](const Relation& relation) {
        relation_row(relation, names, row);
        out << csv_cell(relation.source) << ',' << csv_cell(relation.target) << ',' << csv_cell(relation.id)
            << ',' << csv_cell(names.actor(*find_actor(selection, relation.source))) << ','
            << csv_cell(names.actor(*find_actor(selection, relation.target)));
        for (const FieldValue& value : row) {
            const bool text = std::holds_alternative<std::string>(value);
            out << ',' << (text ? csv_cell(std::get<std::string>(value)) : plain_text(value));
        }
        out << '\n';
    });
}

}  // namespace entente
