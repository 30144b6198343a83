#include "queries/question_words.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "knowledge/table.hpp"
#include "queries/actor_names.hpp"

namespace entente {

namespace {

struct Row {
    QuestionCue::Kind kind = QuestionCue::Kind::intent;
    std::string value;
    std::string language;
};

struct CueTable {
    std::map<std::string, std::vector<Row>, std::less<>> by_phrase;
    std::size_t longest_words = 1;
};

QuestionCue::Kind parse_kind(const Table& table, std::size_t row) {
    const std::string& kind = table.cell(row, "kind");
    if (kind == "intent") {
        parse_query_kind(table.cell(row, "value"));
        return QuestionCue::Kind::intent;
    }
    if (kind == "relation") {
        return QuestionCue::Kind::relation;
    }
    if (kind == "modifier") {
        return QuestionCue::Kind::modifier;
    }
    if (kind == "unit") {
        return QuestionCue::Kind::unit;
    }
    throw table.error(row, "kind is intent, relation, modifier or unit, not '" + kind + "'");
}

const CueTable& cues() {
    static const CueTable loaded = [] {
        CueTable result;
        const Table table = Table::load("question_words.tsv");
        for (std::size_t row = 0; row < table.size(); ++row) {
            const std::string& phrase = table.cell(row, "phrase");
            result.by_phrase[phrase].push_back(
                {parse_kind(table, row), table.cell(row, "value"), table.cell(row, "language")});
            result.longest_words = std::max(result.longest_words, split_list(phrase, ' ').size());
        }
        return result;
    }();
    return loaded;
}

constexpr std::array<std::pair<std::string_view, QueryKind>, 13> kinds = {
    {{"relations", QueryKind::relations},
     {"events", QueryKind::events},
     {"when", QueryKind::when},
     {"development", QueryKind::development},
     {"count", QueryKind::count},
     {"friends_of_enemies", QueryKind::friends_of_enemies},
     {"path", QueryKind::path},
     {"changes", QueryKind::changes},
     {"blocs", QueryKind::blocs},
     {"triads", QueryKind::triads},
     {"mediators", QueryKind::mediators},
     {"central", QueryKind::central},
     {"conflicts", QueryKind::conflicts}}};

}  // namespace

QueryKind parse_query_kind(std::string_view value) {
    const auto found =
        std::find_if(kinds.begin(), kinds.end(), [&](const auto& kind) { return kind.first == value; });
    if (found == kinds.end()) {
        throw KnowledgeError("knowledge/question_words.tsv: there is no query kind '" + std::string{value} +
                             "'");
    }
    return found->second;
}

std::vector<QuestionCue> find_cues(const std::vector<std::string>& words, const std::vector<bool>& taken) {
    std::vector<QuestionCue> found;
    for (std::size_t first = 0; first < words.size();) {
        std::string phrase;
        std::size_t best = first;
        const std::vector<Row>* rows = nullptr;
        for (std::size_t last = first;
             last < std::min(words.size(), first + cues().longest_words) && !taken[last]; ++last) {
            phrase += (last == first ? "" : " ") + words[last];
            if (const auto match = cues().by_phrase.find(phrase); match != cues().by_phrase.end()) {
                rows = &match->second;
                best = last + 1;
            }
        }
        if (rows != nullptr) {
            for (const Row& row : *rows) {
                found.push_back({first, best, row.kind, row.value, row.language});
            }
        }
        first = std::max(best, first + 1);
    }
    return found;
}

std::string unit_group(std::string_view unit) {
    const auto match = cues().by_phrase.find(fold_name(unit));
    if (match != cues().by_phrase.end()) {
        for (const Row& row : match->second) {
            if (row.kind == QuestionCue::Kind::unit) {
                return row.value;
            }
        }
    }
    // Currencies are written as ISO 4217 codes.
    const bool code = unit.size() == 3 &&
                      std::all_of(unit.begin(), unit.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    return code ? "money" : std::string{};
}

}  // namespace entente
