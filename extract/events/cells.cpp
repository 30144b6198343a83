#include "extract/events/cells.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

#include "extract/language/letters.hpp"

namespace entente {

namespace {

bool is_word(std::string_view text) {
    return !text.empty() && std::none_of(text.begin(), text.end(), [](char c) {
        return c == ' ' || c == '=' || c == '|' || c == ';' || c == '%' || c == '@' || c == '!';
    });
}

void read_alternative(const Table& table, std::size_t row, const std::string& text, const WordGroups& groups,
                      Condition& condition) {
    if (text == "%ACTOR") {
        condition.actor = true;
    } else if (text == "%STATE") {
        condition.state = true;
    } else if (text == "%GOVERNMENT") {
        condition.government = true;
    } else if (text == "%PLACE") {
        condition.place = true;
    } else if (text.starts_with('@')) {
        if (groups.find(text.substr(1)) == nullptr)
            throw table.error(row, "there is no group " + text + " in the table of word groups");
        condition.groups.push_back(groups.find(text.substr(1)));
    } else if (is_word(text) && lower_case(text) == text) {
        condition.lemmas.add(text);
    } else {
        throw table.error(
            row, "'" + text + "' is no lemma in lower case, group, %ACTOR, %STATE, %GOVERNMENT or %PLACE");
    }
}

SlotPath read_slot(const Table& table, std::size_t row, const std::string& text) {
    SlotPath path;
    path.slot = text;
    if (path.slot.ends_with('*')) {
        path.anywhere = true;
        path.slot.pop_back();
    }
    if (const auto dot = path.slot.find('.'); dot != std::string::npos) {
        path.suffix = path.slot.substr(dot + 1);
        path.slot.resize(dot);
        if (!is_word(path.suffix)) throw table.error(row, "'" + text + "' is no slot");
    }
    if (!is_word(path.slot) || lower_case(path.slot) != path.slot)
        throw table.error(row, "'" + text + "' is no slot");
    if (path.slot == "comp" && path.suffix.empty())
        throw table.error(row, "comp has a suffix: comp.subj, comp.any, comp.obj, …");
    return path;
}

}  // namespace

std::string to_string(const SlotPath& path) {
    std::string text = path.slot;
    if (!path.suffix.empty()) text += "." + path.suffix;
    if (path.anywhere) text += "*";
    return text;
}

std::vector<std::string> read_triggers(const Table& table, std::size_t row) {
    auto triggers = split_list(table.cell(row, "trigger"), '|');
    if (triggers.empty()) throw table.error(row, "a row needs a trigger");
    for (const std::string& trigger : triggers) {
        const std::string_view word = std::string_view(trigger).substr(trigger.starts_with('*') ? 1 : 0);
        if (!is_word(word)) throw table.error(row, "'" + trigger + "' is no lemma: one word, no spaces");
        if (lower_case(word) != word)
            throw table.error(row, "'" + trigger + "' is not in lower case: triggers are");
    }
    return triggers;
}

std::optional<Upos> read_pos(const Table& table, std::size_t row) {
    const std::string& text = table.cell(row, "pos");
    if (text.empty()) return std::nullopt;
    const Upos pos = parse_upos(text);
    if (pos == Upos::x) throw table.error(row, "'" + text + "' is no universal part of speech");
    return pos;
}

std::vector<Condition> read_conditions(const Table& table, std::size_t row, const WordGroups& groups) {
    std::vector<Condition> conditions;
    for (std::string text : split_list(table.cell(row, "with"), ';')) {
        if (text == "last") continue;  // no condition: rank_in() reads it
        Condition condition;
        if (text.starts_with('!')) {
            condition.forbidden = true;
            text.erase(0, 1);
        }
        const auto equals = text.find('=');
        condition.where = split_list(text.substr(0, equals), '|');
        if (condition.where.empty() || !std::all_of(condition.where.begin(), condition.where.end(), is_word))
            throw table.error(row, "'" + text + "' is no condition");
        const auto lemmas = equals == std::string::npos ? std::vector<std::string>{}
                                                        : split_list(text.substr(equals + 1), '|');
        condition.any_word = lemmas.empty();
        if (equals == std::string::npos && condition.where.front() != "refl" &&
            condition.where.front() != "perfect")
            throw table.error(row, "'" + text + "' is no condition: write PLACE=LEMMA, refl or perfect");
        for (const std::string& lemma : lemmas) read_alternative(table, row, lemma, groups, condition);
        conditions.push_back(std::move(condition));
    }
    return conditions;
}

std::vector<SlotPath> read_slots(const Table& table, std::size_t row, const std::string& text) {
    std::vector<SlotPath> paths;
    for (const std::string& slot : split_list(text, '|')) paths.push_back(read_slot(table, row, slot));
    return paths;
}

std::optional<Modality> read_modality(const Table& table, std::size_t row) {
    const std::string& text = table.cell(row, "modality");
    if (text.empty()) return std::nullopt;
    const auto modality = parse_modality(text);
    if (!modality) throw table.error(row, "'" + text + "' is no modality");
    return modality;
}

int rank_of(const std::vector<Condition>& conditions) {
    int rank = 0;
    for (const Condition& condition : conditions) {
        if (condition.forbidden) continue;  // what must not be there names nothing
        rank += 10;
        if (condition.actor || condition.state || condition.government || condition.place)
            rank -= 4;
        else if (!condition.groups.empty() || condition.lemmas.has_endings() || condition.any_word)
            rank -= 1;
    }
    return rank;
}

int rank_in(const Table& table, std::size_t row, const std::vector<Condition>& conditions) {
    const auto written = split_list(table.cell(row, "with"), ';');
    const bool last = std::find(written.begin(), written.end(), "last") != written.end();
    return last ? -1 : rank_of(conditions);
}

}  // namespace entente
