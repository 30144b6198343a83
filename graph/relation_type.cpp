#include "graph/relation_type.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_map>

#include "knowledge/table.hpp"

namespace entente {

namespace {

bool contains(const std::vector<std::string>& list, std::string_view item) {
    return std::find(list.begin(), list.end(), item) != list.end();
}

/// A row that complains with its line.
class Row {
 public:
    Row(const Table& table, std::size_t row) : table_(table), row_(row) {}

    const std::string& text(std::string_view column) const { return table_.cell(row_, column); }
    std::vector<std::string> list(std::string_view column) const { return split_list(text(column)); }
    bool yes(std::string_view column) const {
        const auto& cell = text(column);
        if (cell != "yes" && cell != "no") {
            fail(column, "'" + cell + "' is neither yes nor no");
        }
        return cell == "yes";
    }
    double number(std::string_view column) const {
        const auto& cell = text(column);
        double value = 0.0;
        const auto result = std::from_chars(cell.data(), cell.data() + cell.size(), value);
        if (!cell.empty() && (result.ec != std::errc{} || result.ptr != cell.data() + cell.size())) {
            fail(column, "'" + cell + "' is no number");
        }
        return value;
    }
    std::vector<EventPattern> patterns(std::string_view column) const {
        std::vector<EventPattern> out;
        for (const auto& cell : list(column)) {
            const auto bracket = std::min(cell.find('['), cell.size());
            const auto slash = std::min(cell.find('/'), bracket);
            const auto type = parse_event_type(cell.substr(0, slash));
            if (!type || (bracket < cell.size() && !cell.ends_with(']'))) {
                fail(column, "'" + cell + "' is not TYPE/mode[context] with one of the 16 event types");
            }
            EventPattern pattern{*type, "", ""};
            if (slash < bracket) {
                pattern.mode = cell.substr(slash + 1, bracket - slash - 1);
            }
            if (bracket < cell.size()) {
                pattern.context = cell.substr(bracket + 1, cell.size() - bracket - 2);
            }
            out.push_back(std::move(pattern));
        }
        return out;
    }
    [[noreturn]] void fail(std::string_view column, const std::string& problem) const {
        throw table_.error(row_, "column '" + std::string{column} + "': " + problem);
    }

 private:
    const Table& table_;
    std::size_t row_;
};

Persistence persistence_of(const Row& row) {
    const auto& cell = row.text("persistence");
    if (cell == "instant") {
        return Persistence::instant;
    }
    if (cell == "until_ended") {
        return Persistence::until_ended;
    }
    if (cell == "decays") {
        return Persistence::decays;
    }
    row.fail("persistence", "'" + cell + "' is none of instant, until_ended, decays");
}

RelationType relation_type_of(const Row& row) {
    RelationType type;
    type.name = row.text("name");
    type.label_en = row.text("label_en");
    type.label_nl = row.text("label_nl");
    type.symmetric = row.yes("symmetric");
    type.sign = row.number("sign");
    type.source_kinds = row.list("source_kinds");
    type.target_kinds = row.list("target_kinds");
    type.opens = row.patterns("opens_plover");
    type.opens_cameo = row.list("opens_cameo");
    type.ends = row.patterns("ends_plover");
    type.ends_cameo = row.list("ends_cameo");
    type.ended_by = row.list("ended_by");
    type.implies = row.list("implies");
    type.persistence = persistence_of(row);
    type.half_life_days = static_cast<int>(row.number("half_life_days"));
    for (const auto& name : row.list("modalities")) {
        const auto modality = parse_modality(name);
        if (!modality) {
            row.fail("modalities", "'" + name + "' is no modality");
        }
        type.modalities.push_back(*modality);
    }
    type.cues = row.list("cues_en");
    const auto dutch = row.list("cues_nl");
    type.cues.insert(type.cues.end(), dutch.begin(), dutch.end());
    const auto& cue = row.text("cue");
    if (cue != "required" && cue != "optional") {
        row.fail("cue", "'" + cue + "' is neither required nor optional");
    }
    type.cue_required = cue == "required";
    type.place_key = row.yes("place_key");
    return type;
}

std::vector<RelationType> load_relation_types() {
    const auto table = Table::load("relations.tsv");
    std::vector<RelationType> types;
    for (std::size_t i = 0; i < table.size(); ++i) {
        types.push_back(relation_type_of(Row{table, i}));
    }
    for (std::size_t i = 0; i < types.size(); ++i) {
        for (const auto* names : {&types[i].ended_by, &types[i].implies}) {
            for (const auto& name : *names) {
                if (std::none_of(types.begin(), types.end(),
                                 [&](const RelationType& type) { return type.name == name; })) {
                    Row{table, i}.fail(names == &types[i].implies ? "implies" : "ended_by",
                                       "there is no relation '" + name + "'");
                }
            }
        }
    }
    return types;
}

std::array<EventFamily, 16> load_event_families() {
    const auto table = Table::load("plover.tsv");
    std::array<EventFamily, 16> families{};
    for (std::size_t i = 0; i < table.size(); ++i) {
        const Row row{table, i};
        const auto type = parse_event_type(row.text("type"));
        if (!type) {
            row.fail("type", "'" + row.text("type") + "' is none of the 16 event types");
        }
        families[static_cast<std::size_t>(*type)] = {row.yes("one_event_per_relation"),
                                                     row.yes("one_event_per_place")};
    }
    return families;
}

}  // namespace

bool matches(const EventPattern& pattern, const EventCode& code) {
    return pattern.type == code.type && (pattern.mode.empty() || pattern.mode == code.mode) &&
           (pattern.context.empty() || contains(code.context, pattern.context));
}

bool RelationType::accepts_source(ActorKind kind) const { return contains(source_kinds, to_string(kind)); }

bool RelationType::accepts_target(ActorKind kind) const {
    return contains(target_kinds, to_string(kind)) ||
           (kind == ActorKind::armed_group && contains(target_kinds, "separatist"));
}

bool RelationType::is_fact(Modality modality) const {
    return std::find(modalities.begin(), modalities.end(), modality) != modalities.end();
}

const std::vector<RelationType>& relation_types() {
    static const auto types = load_relation_types();
    return types;
}

const RelationType* find_relation_type(std::string_view name) {
    static const auto index = [] {
        std::unordered_map<std::string_view, const RelationType*> by_name;
        for (const auto& type : relation_types()) {
            by_name.emplace(type.name, &type);
        }
        return by_name;
    }();
    const auto found = index.find(name);
    return found == index.end() ? nullptr : found->second;
}

const EventFamily& event_family(EventType type) {
    static const auto families = load_event_families();
    return families[static_cast<std::size_t>(type)];
}

}  // namespace entente
