#include "extract/language/gazetteer.hpp"

#include <string_view>
#include <vector>

#include "extract/language/letters.hpp"
#include "knowledge/table.hpp"

namespace entente {

namespace {

using Names = std::map<std::string, std::uint8_t>;

/// Adds each capitalised word of the names in `cell` (a list).
void add_words(const std::string& cell, NameKind kind, Names& names) {
    for (const std::string& name : split_list(cell)) {
        for (std::size_t at = 0; at < name.size();) {
            const std::size_t end = std::min(name.find(' ', at), name.size());
            const std::string word = name.substr(at, end - at);
            if (!word.empty() && is_upper_case(code_point_at(word, 0).value)) names[word] |= kind;
            at = end + 1;
        }
    }
}

struct Column {
    std::string name;
    NameKind kind;
};

void add_table(const std::string& file, const std::vector<Column>& columns, Names& names) {
    const Table table = Table::load(file);
    for (const Column& column : columns) {
        const std::size_t index = table.column(column.name);
        for (std::size_t row = 0; row < table.size(); ++row)
            add_words(table.cell(row, index), column.kind, names);
    }
}

}  // namespace

std::map<std::string, std::uint8_t> gazetteer(const std::string& language) {
    Names names;
    std::vector<Column> country = {
        {"name_" + language, name_of_place},      {"aliases_" + language, name_of_place},
        {"capital_" + language, name_of_place},   {"adj_" + language, adjective_of_place},
        {"noun_" + language + "_sg", inhabitant}, {"noun_" + language + "_pl", inhabitant}};
    if (language == "nl") {
        country.push_back({"adj_nl_infl", adjective_of_place});
        country.push_back({"noun_nl_f_sg", inhabitant});
    }
    add_table("countries.tsv", country, names);
    add_table("leaders.tsv", {{"name_" + language, name_of_person}, {"short_" + language, name_of_person}},
              names);
    add_table("organisations.tsv",
              {{"name_" + language, name_of_organisation}, {"abbr_" + language, name_of_organisation}},
              names);
    return names;
}

}  // namespace entente
