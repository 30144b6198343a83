#include "extract/time/time_words.hpp"

#include <charconv>
#include <map>

#include "extract/time/calendar.hpp"
#include "knowledge/table.hpp"

namespace entente::detail {

namespace {

const std::map<std::string, std::uint32_t>& classes() {
    static const std::map<std::string, std::uint32_t> all = {{"month", tw_month},
                                                             {"weekday", tw_weekday},
                                                             {"unit", tw_unit},
                                                             {"season", tw_season},
                                                             {"number", tw_number},
                                                             {"vague", tw_vague},
                                                             {"day_offset", tw_day_offset},
                                                             {"last", tw_last},
                                                             {"past", tw_past},
                                                             {"this", tw_this},
                                                             {"next", tw_next},
                                                             {"following", tw_following},
                                                             {"that", tw_that},
                                                             {"ago", tw_ago},
                                                             {"later", tw_later},
                                                             {"earlier", tw_earlier},
                                                             {"part", tw_part},
                                                             {"since", tw_since},
                                                             {"until", tw_until},
                                                             {"before", tw_before},
                                                             {"after", tw_after},
                                                             {"in", tw_in},
                                                             {"from", tw_from},
                                                             {"to", tw_to},
                                                             {"for", tw_for},
                                                             {"long", tw_long},
                                                             {"article", tw_article},
                                                             {"then", tw_then},
                                                             {"since_then", tw_since_then},
                                                             {"tens", tw_tens},
                                                             {"ordinal", tw_ordinal},
                                                             {"future", tw_future},
                                                             {"part_of_day", 0},
                                                             {"name_before", 0},
                                                             {"looks_ahead", 0}};
    return all;
}

const std::map<std::string, Unit>& units() {
    static const std::map<std::string, Unit> all = {
        {"hour", Unit::hour},           {"day", Unit::day},
        {"week", Unit::week},           {"weekend", Unit::weekend},
        {"fortnight", Unit::fortnight}, {"month", Unit::month},
        {"quarter", Unit::quarter},     {"year", Unit::year},
        {"decade", Unit::decade},       {"century", Unit::century}};
    return all;
}

TimeWords load(const std::string& file) {
    const Table table = Table::load(file);
    TimeWords words;
    for (std::size_t row = 0; row < table.size(); ++row) {
        const std::string& name = table.cell(row, "class");
        const std::string& value = table.cell(row, "value");
        const auto found = classes().find(name);
        if (found == classes().end()) throw table.error(row, "unknown class '" + name + "'");
        TimeWord& word = words[table.cell(row, "word")];
        word.classes |= found->second;
        if (name == "unit") {
            const auto unit = units().find(value);
            if (unit == units().end()) throw table.error(row, "unknown unit '" + value + "'");
            word.unit = static_cast<int>(unit->second);
            continue;
        }
        int number = 0;
        const auto read = std::from_chars(value.data(), value.data() + value.size(), number);
        if (read.ec != std::errc() || read.ptr != value.data() + value.size())
            throw table.error(row, "value '" + value + "' is no whole number");
        if (name == "month")
            word.month = number;
        else if (name == "weekday")
            word.weekday = number;
        else if (name == "season")
            word.season = number;
        else if (name == "day_offset")
            word.offset = number;
        else if (name == "for")
            word.measure = number;
        else if (name == "number" || name == "vague" || name == "ordinal" || name == "tens")
            word.number = number;
        else if (name == "part_of_day")
            word.part_of_day = true;
        else if (name == "name_before")
            word.name_before = true;
        else if (name == "looks_ahead")
            word.looks_ahead = true;
    }
    return words;
}

}  // namespace

const TimeWords& time_words(std::string_view language) {
    if (language == "nl") {
        static const TimeWords dutch = load("time_words.nl.tsv");
        return dutch;
    }
    static const TimeWords english = load("time_words.en.tsv");
    return english;
}

}  // namespace entente::detail
