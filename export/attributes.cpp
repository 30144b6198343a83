#include "export/attributes.hpp"

#include <sstream>

namespace entente {

void write_members(JsonWriter& json, std::span<const FieldSpec> fields, const Row& row) {
    for (std::size_t i = 0; i < fields.size(); ++i) {
        std::visit(
            [&](const auto& value) {
                if constexpr (!std::is_same_v<std::decay_t<decltype(value)>, std::monostate>) {
                    json.member(fields[i].name, value);
                }
            },
            row[i]);
    }
}

std::string plain_text(const FieldValue& value) {
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* truth = std::get_if<bool>(&value)) return *truth ? "true" : "false";
    std::ostringstream out;
    if (const auto* number = std::get_if<double>(&value)) write_number(out, *number);
    if (const auto* number = std::get_if<std::int64_t>(&value)) write_number(out, *number);
    return out.str();
}

}  // namespace entente
