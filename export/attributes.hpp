#pragma once

#include <span>

#include "export/fields.hpp"
#include "export/json_writer.hpp"

namespace entente {

/// The fields that are there, as members of the open object.
void write_members(JsonWriter& json, std::span<const FieldSpec> fields, const Row& row);

/// The value as plain decimal, date, true/false or unescaped text; empty if it is not there.
std::string plain_text(const FieldValue& value);

/// Calls `write` with each relation whose two actors are in the selection: readers fail on edges to nowhere.
template <typename Write>
void for_each_relation(const Selection& selection, Write&& write) {
    for (const Relation& relation : selection.relations) {
        if (find_actor(selection, relation.source) && find_actor(selection, relation.target)) write(relation);
    }
}

}  // namespace entente
