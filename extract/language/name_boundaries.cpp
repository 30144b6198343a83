#include "extract/language/name_boundaries.hpp"

#include <algorithm>

#include "extract/language/letters.hpp"
#include "knowledge/table.hpp"

namespace entente {

namespace {

bool is_capitalised(const std::string& form) {
    return !form.empty() && is_upper_case(code_point_at(form, 0).value);
}

bool is_number(const std::string& form) {
    return !form.empty() &&
           std::all_of(form.begin(), form.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_year(const std::string& form) { return form.size() == 4 && is_number(form); }

void add_names(const Table& table, const std::string& column, std::set<std::string>& names) {
    const std::size_t index = table.column(column);
    for (std::size_t row = 0; row < table.size(); ++row) {
        for (const std::string& name : split_list(table.cell(row, index))) {
            if (is_capitalised(name) && name.find(' ') == std::string::npos) names.insert(name);
        }
    }
}

}  // namespace

NameBoundaries::NameBoundaries(const std::string& language) {
    const Table countries = Table::load("countries.tsv");
    add_names(countries, "name_" + language, names_);
    add_names(countries, "capital_" + language, names_);
    add_names(Table::load("organisations.tsv"), "abbr_" + language, names_);
    add_names(Table::load("leaders.tsv"), "short_" + language, names_);
    const Table words = Table::load("time_words." + language + ".tsv");
    for (std::size_t row = 0; row < words.size(); ++row) {
        const std::string& kind = words.cell(row, "class");
        if (kind == "weekday") weekdays_.insert(lower_case(words.cell(row, "word")));
        if (kind == "month") months_.insert(lower_case(words.cell(row, "word")));
    }
}

bool NameBoundaries::is_name(const std::string& form) const {
    return names_.contains(form) || weekdays_.contains(lower_case(form));
}

bool NameBoundaries::ends_name(const std::string& form) const {
    return is_name(form) || is_year(form) || months_.contains(lower_case(form));
}

std::vector<NameBoundaries::Boundary> NameBoundaries::find(std::span<const Token> tokens) const {
    std::vector<Boundary> result;
    const auto belongs_to_run = [&](std::size_t index) {
        const std::string& form = tokens[index].form;
        return is_capitalised(form) || is_number(form) || months_.contains(lower_case(form));
    };
    for (std::size_t index = 1; index < tokens.size(); ++index) {
        if (!is_name(tokens[index].form) || !ends_name(tokens[index - 1].form)) continue;
        const bool list =
            (index >= 2 && is_name(tokens[index - 2].form) && is_name(tokens[index - 1].form)) ||
            (index + 1 < tokens.size() && names_.contains(tokens[index].form) &&
             names_.contains(tokens[index + 1].form));
        if (list) continue;
        Boundary boundary{index - 1, index, index + 1};
        while (boundary.first > 0 && belongs_to_run(boundary.first - 1)) --boundary.first;
        while (boundary.last < tokens.size() && is_capitalised(tokens[boundary.last].form) &&
               !is_name(tokens[boundary.last].form)) {
            ++boundary.last;
        }
        result.push_back(boundary);
    }
    return result;
}

}  // namespace entente
