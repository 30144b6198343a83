#include "queries/actor_names.hpp"

#include <algorithm>
#include <array>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "graph/known_actor.hpp"
#include "knowledge/table.hpp"
#include "queries/edit_distance.hpp"

namespace entente {

namespace {

constexpr std::size_t most_suggestions = 3;

std::vector<std::string> words_of(std::string_view text) { return split_list(text, ' '); }

}  // namespace

std::string joined(const std::vector<std::string>& words, std::size_t first, std::size_t last) {
    std::string text;
    for (std::size_t i = first; i < last; ++i) {
        text += (i == first ? "" : " ") + words[i];
    }
    return text;
}

std::string without_genitive(const std::string& name) {
    if (name.ends_with("'s")) {
        return name.substr(0, name.size() - 2);
    }
    if (name.ends_with("s") || name.ends_with("'")) {
        return name.substr(0, name.size() - 1);
    }
    return name;
}

std::string fold_name(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* normalizer = icu::Normalizer2::getNFKDInstance(status);
    icu::UnicodeString decomposed = normalizer->normalize(
        icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())}).foldCase(),
        status);
    icu::UnicodeString folded;
    for (std::int32_t at = 0; at < decomposed.length(); at = decomposed.moveIndex32(at, 1)) {
        const UChar32 character = decomposed.char32At(at);
        const auto type = u_charType(character);
        if (type == U_NON_SPACING_MARK) {
            continue;
        }
        const bool space =
            type == U_DASH_PUNCTUATION || type == U_SPACE_SEPARATOR || character == '\t' || character == '\n';
        if (space) {
            if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != u' ') {
                folded.append(u' ');
            }
        } else if (character == 0x2019 || character == 0x2018 || character == '`') {
            folded.append(u'\'');
        } else {
            folded.append(character);
        }
    }
    std::string result;
    folded.trim().toUTF8String(result);
    return result;
}

const ActorNames& ActorNames::instance() {
    static const ActorNames names;
    return names;
}

ActorNames::ActorNames() {
    for (const char* file : {"countries.tsv", "organisations.tsv"}) {
        const Table table = Table::load(file);
        const std::size_t id_column =
            table.column(std::string_view{file} == "countries.tsv" ? "alpha3" : "id");
        for (std::size_t row = 0; row < table.size(); ++row) {
            const ActorId& id = table.cell(row, id_column);
            add(id, id);
            for (const std::string& name : names_of(id)) {
                add(name, id);
            }
        }
    }
    // Office-holders answer for themselves by id and full name; a surname must be nobody else's.
    const Table leaders = Table::load("leaders.tsv");
    for (std::size_t row = 0; row < leaders.size(); ++row) {
        const ActorId& id = leaders.cell(row, "person_id");
        add(id, id);
        for (const std::string& name : names_of(id)) {
            add(name, id);
        }
    }
}

void ActorNames::add(std::string_view name, const ActorId& id) {
    const std::string folded = fold_name(name);
    if (folded.size() < 2) {
        return;
    }
    by_name_.emplace(folded, id);  // the first one stays: states, then organisations, then persons
    longest_words_ = std::max(longest_words_, words_of(folded).size());
}

tl::expected<ActorId, std::vector<ActorId>> ActorNames::find(std::string_view name) const {
    const std::string folded = fold_name(name);
    for (const std::string& form : {folded, without_genitive(folded)}) {
        if (const auto found = by_name_.find(form); found != by_name_.end()) {
            return found->second;
        }
    }
    const std::size_t tolerance = std::max<std::size_t>(1, folded.size() / 4);
    std::vector<std::pair<std::size_t, ActorId>> near;
    for (const auto& [known, id] : by_name_) {
        const std::size_t difference =
            known.size() > folded.size() ? known.size() - folded.size() : folded.size() - known.size();
        if (difference > tolerance) {
            continue;
        }
        const std::size_t edits = edit_distance(folded, known);
        if (edits <= tolerance) {
            near.emplace_back(edits, id);
        }
    }
    std::stable_sort(near.begin(), near.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<ActorId> suggestions;
    for (const auto& [edits, id] : near) {
        if (suggestions.size() < most_suggestions &&
            std::find(suggestions.begin(), suggestions.end(), id) == suggestions.end()) {
            suggestions.push_back(id);
        }
    }
    return tl::unexpected{std::move(suggestions)};
}

std::vector<NamedActor> ActorNames::find_all(const std::vector<std::string>& words) const {
    std::vector<NamedActor> found;
    for (std::size_t first = 0; first < words.size();) {
        std::size_t last = std::min(words.size(), first + longest_words_);
        for (; last > first; --last) {
            const std::string text = joined(words, first, last);
            auto match = by_name_.find(text);
            if (match == by_name_.end()) {
                match = by_name_.find(without_genitive(text));
            }
            if (match != by_name_.end()) {
                found.push_back({first, last, match->second});
                break;
            }
        }
        first = std::max(last, first + 1);
    }
    return found;
}

std::string ActorNames::label(const ActorId& id, std::string_view language) const {
    const Actor* actor = find_known_actor(id);
    if (actor == nullptr) {
        return id;
    }
    const std::string& name = language == "nl" ? actor->name_nl : actor->name_en;
    return name.empty() ? id : name;
}

}  // namespace entente
