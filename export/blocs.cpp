#include "export/blocs.hpp"

#include <algorithm>

#include "knowledge/table.hpp"

namespace entente {
namespace {

std::optional<Day> day_of(const Table& table, std::size_t row, const char* column, bool last) {
    const std::string& cell = table.cell(row, column);
    if (cell.empty()) return std::nullopt;
    const auto interval = parse_interval(cell);
    if (!interval) throw table.error(row, "'" + cell + "' is no year, month or day");
    return last ? interval->end : interval->start;
}

std::string name_of(std::string_view organisation, Language language) {
    const Table table = Table::load("organisations.tsv");
    for (std::size_t row = 0; row < table.size(); ++row) {
        if (table.cell(row, "id") != organisation) continue;
        const std::string& abbreviation = table.cell(row, language == Language::nl ? "abbr_nl" : "abbr_en");
        if (!abbreviation.empty()) return abbreviation;
        return table.cell(row, language == Language::nl ? "name_nl" : "name_en");
    }
    return std::string(organisation);
}

}  // namespace

Bloc members_of(std::string_view organisation, const Interval& period, Language language) {
    Bloc bloc{.name = name_of(organisation, language)};
    const Table table = Table::load("memberships.tsv");
    for (std::size_t row = 0; row < table.size(); ++row) {
        if (table.cell(row, "organisation") != organisation) continue;
        if (table.cell(row, "role") != "member") continue;
        const Interval membership{.start = day_of(table, row, "start", false),
                                  .end = day_of(table, row, "end", true)};
        if (overlap(membership, period)) bloc.members.push_back(table.cell(row, "member"));
    }
    if (!bloc.members.empty()) bloc.members.emplace_back(organisation);
    std::ranges::sort(bloc.members);
    bloc.members.erase(std::unique(bloc.members.begin(), bloc.members.end()), bloc.members.end());
    return bloc;
}

}  // namespace entente
