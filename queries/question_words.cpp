#include "queries/question_words.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "graph/claim.hpp"
#include "graph/relation_type.hpp"
#include "knowledge/table.hpp"
#include "queries/actor_names.hpp"

namespace entente {

namespace {

struct Row {
    QuestionCue::Kind kind = QuestionCue::Kind::intent;
    std::string value;
    std::string language;
};

using Words = std::vector<std::string>;

/// What stands behind the gap of a phrase.
struct Tail {
    Words words;
    std::vector<Row> rows;
};

struct CueTable {
    std::map<std::string, std::vector<Row>, std::less<>> by_phrase;
    std::map<std::string, std::vector<Tail>, std::less<>> by_head;  ///< of phrases with a gap
    std::size_t longest_words = 1;
};

Row parse_row(const Table& table, std::size_t row) {
    static const std::map<std::string, QuestionCue::Kind, std::less<>> kinds = {
        {"intent", QuestionCue::Kind::intent}, {"relation", QuestionCue::Kind::relation},
        {"event", QuestionCue::Kind::event},   {"modifier", QuestionCue::Kind::modifier},
        {"unit", QuestionCue::Kind::unit},     {"undated", QuestionCue::Kind::undated},
        {"filler", QuestionCue::Kind::filler}, {"title", QuestionCue::Kind::title}};
    const std::string& value = table.cell(row, "value");
    const auto kind = kinds.find(table.cell(row, "kind"));
    if (kind == kinds.end()) {
        throw table.error(row, "there is no kind '" + table.cell(row, "kind") + "'");
    }
    if (kind->second == QuestionCue::Kind::intent) {
        parse_query_kind(value);
    }
    for (const std::string& name : split_list(value)) {
        if (kind->second == QuestionCue::Kind::relation && find_relation_type(name) == nullptr) {
            throw table.error(row, "there is no relation type '" + name + "'");
        }
        if (kind->second == QuestionCue::Kind::event && !parse_event_type(name)) {
            throw table.error(row, "there is no event type '" + name + "'");
        }
    }
    return {kind->second, value, table.cell(row, "language")};
}

/// "a|b c" as "a c" and "b c".
std::vector<Words> alternatives(std::string_view phrase) {
    std::vector<Words> all{{}};
    for (const std::string& place : split_list(phrase, ' ')) {
        std::vector<Words> longer;
        for (const Words& begun : all) {
            for (const std::string& word : split_list(place, '|')) {
                longer.push_back(begun);
                longer.back().push_back(word);
            }
        }
        all = std::move(longer);
    }
    return all;
}

std::string joined(const Words& words) {
    std::string text;
    for (const std::string& word : words) {
        text += (text.empty() ? "" : " ") + word;
    }
    return text;
}

void add_gapped(CueTable& cues, const Words& phrase, Words::const_iterator gap, const Row& row) {
    auto& tails = cues.by_head[joined({phrase.begin(), gap})];
    const Words words{gap + 1, phrase.end()};
    auto tail =
        std::find_if(tails.begin(), tails.end(), [&](const Tail& known) { return known.words == words; });
    if (tail == tails.end()) {
        tails.push_back({words, {}});
        tail = tails.end() - 1;
    }
    tail->rows.push_back(row);
}

const CueTable& cues() {
    static const CueTable loaded = [] {
        CueTable result;
        const Table table = Table::load("question_words.tsv");
        for (std::size_t number = 0; number < table.size(); ++number) {
            const Row row = parse_row(table, number);
            for (const Words& phrase : alternatives(table.cell(number, "phrase"))) {
                const auto gap = std::find(phrase.begin(), phrase.end(), "*");
                if (gap == phrase.end()) {
                    result.by_phrase[joined(phrase)].push_back(row);
                } else {
                    add_gapped(result, phrase, gap, row);
                }
                result.longest_words = std::max(result.longest_words, phrase.size());
            }
        }
        return result;
    }();
    return loaded;
}

/// What was found at a word: where it stands, and the rows that say so.
struct Match {
    QuestionCue place;
    const std::vector<Row>* rows = nullptr;
};

/// The place of `tail` behind word `from`; the number of words if it is not there.
std::size_t find_tail(const Words& words, const std::vector<bool>& taken, std::size_t from,
                      const Words& tail) {
    for (std::size_t at = from; at + tail.size() <= words.size(); ++at) {
        bool here = true;
        for (std::size_t i = 0; i < tail.size() && here; ++i) {
            here = !taken[at + i] && words[at + i] == tail[i];
        }
        if (here) {
            return at;
        }
    }
    return words.size();
}

/// The phrase with most words that begins at `first`; one with a gap before one without.
Match match_at(const Words& words, const std::vector<bool>& taken, std::size_t first) {
    Match best;
    std::string phrase;
    const std::size_t end = std::min(words.size(), first + cues().longest_words);
    for (std::size_t last = first; last < end && !taken[last]; ++last) {
        phrase += (last == first ? "" : " ") + words[last];
        const std::size_t size = last + 1 - first;
        if (const auto match = cues().by_phrase.find(phrase);
            match != cues().by_phrase.end() && size > best.place.size()) {
            best.place.first = first;
            best.place.last = last + 1;
            best.place.tail_first = best.place.tail_last = 0;
            best.rows = &match->second;
        }
        const auto head = cues().by_head.find(phrase);
        if (head == cues().by_head.end()) {
            continue;
        }
        for (const Tail& tail : head->second) {
            const std::size_t at = find_tail(words, taken, last + 1, tail.words);
            if (at < words.size() && size + tail.words.size() >= best.place.size()) {
                best.place.first = first;
                best.place.last = last + 1;
                best.place.tail_first = at;
                best.place.tail_last = at + tail.words.size();
                best.rows = &tail.rows;
            }
        }
    }
    return best;
}

constexpr std::array<std::pair<std::string_view, QueryKind>, 17> kinds = {
    {{"relations", QueryKind::relations},
     {"events", QueryKind::events},
     {"when", QueryKind::when},
     {"development", QueryKind::development},
     {"count", QueryKind::count},
     {"friends_of_enemies", QueryKind::friends_of_enemies},
     {"enemies_of_friends", QueryKind::enemies_of_friends},
     {"enemies_of_enemies", QueryKind::enemies_of_enemies},
     {"friends_of_friends", QueryKind::friends_of_friends},
     {"path", QueryKind::path},
     {"changes", QueryKind::changes},
     {"blocs", QueryKind::blocs},
     {"triads", QueryKind::triads},
     {"mediators", QueryKind::mediators},
     {"central", QueryKind::central},
     {"conflicts", QueryKind::conflicts},
     {"ranking", QueryKind::ranking}}};

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

std::string_view to_string(QueryKind kind) {
    return std::find_if(kinds.begin(), kinds.end(), [&](const auto& known) { return known.second == kind; })
        ->first;
}

std::vector<QuestionCue> find_cues(const std::vector<std::string>& words, const std::vector<bool>& taken) {
    std::vector<QuestionCue> found;
    std::vector<bool> used = taken;
    for (std::size_t first = 0; first < words.size(); ++first) {
        const Match match = match_at(words, used, first);
        if (match.rows == nullptr) {
            continue;
        }
        for (std::size_t i = 0; i < words.size(); ++i) {
            used[i] = used[i] || match.place.covers(i);
        }
        for (const Row& row : *match.rows) {
            QuestionCue cue = match.place;
            cue.kind = row.kind;
            cue.value = row.value;
            cue.language = row.language;
            found.push_back(std::move(cue));
        }
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
