#include "queries/office_holders.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "knowledge/table.hpp"
#include "queries/actor_names.hpp"

namespace entente {

namespace {

struct Office {
    OfficeHolder holder;
    Interval term;
    std::size_t rank = 0;  ///< 0 is the highest
};

struct Offices {
    std::vector<Office> all;
    std::multimap<std::string, std::size_t, std::less<>> by_person;
    std::multimap<std::string, std::size_t, std::less<>> by_short_name;
};

std::size_t rank_of(const std::string& office) {
    static const std::array<std::string_view, 4> high = {"supreme_leader", "head_of_state",
                                                         "head_of_government", "secretary_general"};
    return static_cast<std::size_t>(std::find(high.begin(), high.end(), office) - high.begin());
}

const Offices& offices() {
    static const Offices loaded = [] {
        Offices result;
        const Table table = Table::load("leaders.tsv");
        for (std::size_t row = 0; row < table.size(); ++row) {
            const auto start = parse_interval(table.cell(row, "start"));
            const auto end = parse_interval(table.cell(row, "end"));
            const std::size_t number = result.all.size();
            result.all.push_back({{table.cell(row, "person_id"), table.cell(row, "actor")},
                                  {start ? start->start : std::nullopt, end ? end->end : std::nullopt, {}},
                                  rank_of(table.cell(row, "office"))});
            result.by_person.emplace(table.cell(row, "person_id"), number);
            const std::string english = fold_name(table.cell(row, "short_en"));
            const std::string dutch = fold_name(table.cell(row, "short_nl"));
            for (const std::string& name : {english, dutch == english ? std::string{} : dutch}) {
                if (!name.empty()) {
                    result.by_short_name.emplace(name, number);
                }
            }
        }
        return result;
    }();
    return loaded;
}

/// In office in the period, then the higher office, then the later one.
template <typename Range>
std::optional<OfficeHolder> best_of(const Range& range, const Interval& period) {
    const auto key = [&](const Office& office) {
        const bool then = overlap(office.term, period);
        return std::tuple{then, then ? -static_cast<int>(office.rank) : 0,
                          office.term.start.value_or(Day::min())};
    };
    const Office* best = nullptr;
    for (auto entry = range.first; entry != range.second; ++entry) {
        const Office& office = offices().all[entry->second];
        if (best == nullptr || key(*best) < key(office)) {
            best = &office;
        }
    }
    return best == nullptr ? std::nullopt : std::optional{best->holder};
}

}  // namespace

std::optional<OfficeHolder> office_holder(std::string_view person, const Interval& period) {
    return best_of(offices().by_person.equal_range(person), period);
}

std::optional<OfficeHolder> office_holder_called(std::string_view short_name, const Interval& period) {
    return best_of(offices().by_short_name.equal_range(fold_name(short_name)), period);
}

}  // namespace entente
