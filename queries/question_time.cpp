#include "queries/question_time.hpp"

#include <algorithm>
#include <charconv>
#include <map>

#include <fmt/format.h>

#include "knowledge/table.hpp"

namespace entente {

namespace {

using std::chrono::days;

using Words = std::vector<std::string>;

/// A date and the word after it.
struct Parsed {
    Interval time;
    std::size_t next = 0;
};

int number(const std::string& word) {
    int value = -1;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    return error == std::errc{} && end == word.data() + word.size() ? value : -1;
}

unsigned month_number(const std::string& word) {
    static const std::map<std::string, unsigned> months = [] {
        std::map<std::string, unsigned> found;
        const Table table = Table::load("page_words.tsv");
        for (std::size_t row = 0; row < table.size(); ++row) {
            if (table.cell(row, "kind") == "month") {
                found.emplace(table.cell(row, "word"),
                              static_cast<unsigned>(number(table.cell(row, "value"))));
            }
        }
        return found;
    }();
    const auto found = months.find(word);
    return found == months.end() ? 0 : found->second;
}

bool is_year(int value) { return value >= 1800 && value <= 2199; }

std::string padded(int value) { return fmt::format("{:02}", value); }

/// `1 march 2022`, `march 1 2022`, `march 2022`, `2022`, `2022 03 01` (dashes are spaces by now).
std::optional<Parsed> parse_date(const Words& words, std::size_t at) {
    const auto value = [&](std::size_t i) { return i < words.size() ? number(words[i]) : -1; };
    const auto month = [&](std::size_t i) { return i < words.size() ? month_number(words[i]) : 0U; };
    const auto make = [](const std::string& text, std::size_t next) -> std::optional<Parsed> {
        const auto interval = parse_interval(text);
        return interval ? std::optional<Parsed>{{*interval, next}} : std::nullopt;
    };
    if (value(at) > 0 && value(at) <= 31 && month(at + 1) > 0 && is_year(value(at + 2))) {
        return make(words[at + 2] + "-" + padded(static_cast<int>(month(at + 1))) + "-" + padded(value(at)),
                    at + 3);
    }
    if (month(at) > 0 && value(at + 1) > 0 && value(at + 1) <= 31 && is_year(value(at + 2))) {
        return make(words[at + 2] + "-" + padded(static_cast<int>(month(at))) + "-" + padded(value(at + 1)),
                    at + 3);
    }
    if (month(at) > 0 && is_year(value(at + 1))) {
        return make(words[at + 1] + "-" + padded(static_cast<int>(month(at))), at + 2);
    }
    if (is_year(value(at))) {
        if (at + 2 < words.size() && words[at + 1].size() == 2 && words[at + 2].size() == 2 &&
            value(at + 1) > 0 && value(at + 2) > 0) {
            if (const auto day = make(words[at] + "-" + words[at + 1] + "-" + words[at + 2], at + 3)) {
                return day;
            }
        }
        if (at + 1 < words.size() && words[at + 1].size() == 2 && value(at + 1) > 0 && value(at + 1) <= 12) {
            return make(words[at] + "-" + words[at + 1], at + 2);
        }
        return make(words[at], at + 1);
    }
    return std::nullopt;
}

/// What a preposition makes of the date behind it.
enum class Lead : std::uint8_t { since, until, before, after, within, on, range };

const std::map<std::string, Lead>& leads() {
    static const std::map<std::string, Lead> words = {
        {"since", Lead::since},  {"sinds", Lead::since},   {"vanaf", Lead::since},   {"until", Lead::until},
        {"till", Lead::until},   {"tot", Lead::until},     {"before", Lead::before}, {"voor", Lead::before},
        {"after", Lead::after},  {"na", Lead::after},      {"in", Lead::within},     {"during", Lead::within},
        {"about", Lead::within}, {"over", Lead::within},   {"on", Lead::on},         {"op", Lead::on},
        {"per", Lead::on},       {"between", Lead::range}, {"tussen", Lead::range},  {"from", Lead::range},
        {"van", Lead::range}};
    return words;
}

bool joins_range(const std::string& word) {
    return word == "and" || word == "en" || word == "to" || word == "tot" || word == "until" ||
           word == "through";
}

QuestionTime make_time(Lead lead, const Interval& time) {
    QuestionTime result;
    result.time = time;
    switch (lead) {
        case Lead::since:
            result.kind = QuestionTime::Kind::since;
            break;
        case Lead::after:
            result.kind = QuestionTime::Kind::since;
            result.time.start = *time.end + days{1};
            break;
        case Lead::until:
            result.kind = QuestionTime::Kind::until;
            break;
        case Lead::before:
            result.kind = QuestionTime::Kind::until;
            result.time.end = *time.start - days{1};
            break;
        case Lead::on:
            result.kind =
                time.granularity == Granularity::day ? QuestionTime::Kind::on : QuestionTime::Kind::within;
            break;
        case Lead::within:
        case Lead::range:
            result.kind =
                time.granularity == Granularity::day ? QuestionTime::Kind::on : QuestionTime::Kind::within;
            break;
    }
    return result;
}

}  // namespace

std::vector<QuestionTime> question_times(const Words& words) {
    std::vector<QuestionTime> found;
    for (std::size_t at = 0; at < words.size(); ++at) {
        const auto lead = leads().find(words[at]);
        const bool inclusive =
            words[at] == "tot" && at + 2 < words.size() && words[at + 1] == "en" && words[at + 2] == "met";
        const std::size_t begin = lead == leads().end() ? at : at + (inclusive ? 3 : 1);
        auto date = parse_date(words, begin);
        if (!date) {
            continue;
        }
        QuestionTime time = make_time(lead == leads().end() ? Lead::within : lead->second, date->time);
        const bool range =
            lead != leads().end() && (lead->second == Lead::range || lead->second == Lead::since);
        if (range && date->next < words.size() && joins_range(words[date->next])) {
            if (const auto second = parse_date(words, date->next + 1)) {
                time.kind = QuestionTime::Kind::within;
                time.time.end = second->time.end;
                date->next = second->next;
            }
        }
        time.first = at;
        time.last = date->next;
        found.push_back(time);
        at = date->next - 1;
    }
    return found;
}

}  // namespace entente
