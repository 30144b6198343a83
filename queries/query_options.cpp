#include "queries/query_options.hpp"

#include <algorithm>
#include <cctype>
#include <string_view>

#include "queries/question_words.hpp"

namespace entente {

namespace {

/// As one word of a POSIX shell.
std::string shell_word(std::string_view text) {
    const bool plain = !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '-' || c == ':' ||
               c == '.';
    });
    if (plain) {
        return std::string{text};
    }
    std::string quoted = "'";
    for (const char c : text) {
        quoted += c == '\'' ? std::string{"'\\''"} : std::string{c};
    }
    return quoted + "'";
}

/// Writes options one after another.
class Options {
 public:
    void flag(std::string_view name, bool given) {
        if (given) {
            text_ += text_.empty() ? "--" : " --";
            text_ += name;
        }
    }
    void value(std::string_view name, std::string_view given) {
        flag(name, !given.empty());
        if (!given.empty()) {
            word(given);
        }
    }
    void day(std::string_view name, const std::optional<Day>& given) {
        value(name, given ? to_string(*given) : std::string{});
    }
    template <typename Values, typename Text>
    void values(std::string_view name, const Values& given, const Text& text) {
        flag(name, !given.empty());
        for (const auto& one : given) {
            word(text(one));
        }
    }
    void values(std::string_view name, const std::vector<std::string>& given) {
        values(name, given, [](const std::string& one) { return one; });
    }
    std::string text() && { return std::move(text_); }

 private:
    void word(std::string_view given) {
        text_ += ' ';
        text_ += shell_word(given);
    }

    std::string text_;
};

/// The kind that `entente query` takes where none is given.
QueryKind default_kind(const Query& query) {
    return query.filter.events.empty() ? QueryKind::relations : QueryKind::events;
}

}  // namespace

std::string query_options(const Query& query) {
    const Filter& filter = query.filter;
    Options options;
    options.value("kind", query.kind == default_kind(query) ? std::string_view{} : to_string(query.kind));
    options.values("relation", filter.relations);
    options.values("event", filter.events, [](EventType type) { return to_string(type); });
    options.value("stance", query.stance == Stance::any
                                ? ""
                                : (query.stance == Stance::friendly ? "friendly" : "hostile"));
    options.values("actor", filter.actors);
    options.values("source", query.sources);
    options.values("target", query.targets);
    options.values("with", query.with);
    if (filter.between) {
        options.values("between", {filter.between->first, filter.between->second});
    }
    options.day("since", filter.since);
    options.day("until", filter.until);
    options.day("on", filter.on);
    options.flag("began", filter.during == During::begins);
    options.flag("ended", filter.during == During::ends);
    options.day("known-on", filter.known_on);
    options.day("stored-on", filter.stored_on);
    options.value("min-confidence", filter.min_confidence > 0.0 ? std::to_string(filter.min_confidence) : "");
    if (filter.modalities.empty()) {
        options.value("modality", "all");
    } else if (filter.modalities != std::vector{Modality::asserted} && !query.planned) {
        options.values("modality", filter.modalities, [](Modality modality) { return to_string(modality); });
    }
    options.values("source-publisher", filter.publishers);
    options.value("said-by", query.publisher);
    options.value("unit", query.unit);
    options.flag("background", filter.background);
    options.flag("planned", query.planned);
    options.flag("consecutive", query.consecutive);
    options.value("rank",
                  query.ranked == Party::either ? "" : (query.ranked == Party::source ? "source" : "target"));
    options.flag("how-many", query.how_many);
    options.flag("yes-or-no", query.yes_or_no);
    options.value("limit", filter.limit > 0 ? std::to_string(filter.limit) : "");
    return std::move(options).text();
}

}  // namespace entente
