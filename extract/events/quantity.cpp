#include <algorithm>
#include <array>
#include <string>

#include "extract/events/circumstances.hpp"
#include "extract/events/numbers.hpp"
#include "extract/language/letters.hpp"

namespace entente {

namespace {

/// The number a word stands for: digits, or a number word of the group `number:VALUE`.
std::optional<double> value_of(const SentenceView& view, int node) {
    const std::string& form = view.tree.token(node).form;
    if (const auto digits = parse_number(form)) return digits;
    if (view.tree.token(node).upos == Upos::det) return std::nullopt;  // the article "een"
    static constexpr std::pair<std::string_view, double> words[] = {
        {"number_1", 1},     {"number_2", 2},     {"number_3", 3},     {"number_4", 4},
        {"number_5", 5},     {"number_6", 6},     {"number_7", 7},     {"number_8", 8},
        {"number_9", 9},     {"number_10", 10},   {"number_11", 11},   {"number_12", 12},
        {"number_13", 13},   {"number_14", 14},   {"number_15", 15},   {"number_16", 16},
        {"number_17", 17},   {"number_18", 18},   {"number_19", 19},   {"number_20", 20},
        {"number_30", 30},   {"number_40", 40},   {"number_50", 50},   {"number_60", 60},
        {"number_70", 70},   {"number_80", 80},   {"number_90", 90},   {"number_100", 100},
        {"number_200", 200}, {"number_300", 300}, {"number_400", 400}, {"number_500", 500}};
    for (const auto& [group, value] : words)
        if (view.language.groups.contains(group, lower_case(form))) return value;
    return std::nullopt;
}

double multiplier_of(const SentenceView& view, int node) {
    static constexpr std::pair<std::string_view, double> words[] = {
        {"hundred", 1e2}, {"thousand", 1e3}, {"million", 1e6}, {"billion", 1e9}, {"trillion", 1e12}};
    for (const auto& [group, value] : words)
        if (view.tree.in_group(node, group)) return value;
    return 1.0;
}

bool in_time(std::span<const TimeMention> times, std::size_t sentence, int node) {
    const auto at = static_cast<std::size_t>(node);
    return std::any_of(times.begin(), times.end(), [&](const TimeMention& t) {
        return t.sentence == sentence && at >= t.first && at < t.last;
    });
}

/// A number in the words before a noun, with what makes it larger and what qualifies it.
struct Number {
    double value = 0.0;
    int first = -1;
    int last = -1;
    bool money = false;
    std::string currency;
    bool rounded = false;  ///< "hundreds", "honderden": a multiplier alone
};

std::optional<Number> number_at(const SentenceView& view, int node) {
    const auto value = value_of(view, node);
    const double own = multiplier_of(view, node);
    if (!value && own == 1.0) return std::nullopt;
    Number number{value.value_or(1.0) * (value ? 1.0 : own),           node, node, false, {},
                  !value && view.tree.has_feature(node, "Number=Plur")};
    while (number.last + 1 < view.tree.size() && multiplier_of(view, number.last + 1) > 1.0) {
        ++number.last;
        number.value *= multiplier_of(view, number.last);
    }
    if (node > 0 && view.tree.in_group(node - 1, "currency_sign")) {
        number.first = node - 1;
        number.money = true;
        number.currency = view.tree.token(node - 1).form;
    }
    return number;
}

/// The groups of grammar_words that stand before a number, and what a Quantity calls them in any language.
constexpr std::array<std::pair<std::string_view, std::string_view>, 6> qualifiers = {
    {{"more_than", "more than"},
     {"less_than", "less than"},
     {"about", "about"},
     {"almost", "almost"},
     {"at_least", "at least"},
     {"up_to", "up to"}}};

/// What the words in front of token `first` make of the number; the longest group entry wins.
std::string qualifier_before(const SentenceView& view, int first) {
    for (int length = 3; length >= 1; --length) {
        if (first - length < 0) continue;
        std::string words;
        for (int i = first - length; i < first; ++i) {
            if (!words.empty()) words += '_';
            words += lower_case(view.tree.token(i).form);
        }
        for (const auto& [group, qualifier] : qualifiers) {
            if (view.language.groups.contains(group, words)) return std::string{qualifier};
        }
    }
    return {};
}

/// "the two countries": their number is no measure of what they do.
bool refers_back(const SentenceView& view, int phrase) {
    const ActorMention* mention = view.actors.headed_by(phrase);
    return mention != nullptr &&
           (mention->kind == MentionKind::definite || mention->kind == MentionKind::pronoun);
}

/// "a six-week war": how long it lasted.
bool is_length(const SentenceView& view, int next) {
    const Tree& tree = view.tree;
    if (next < tree.size() && tree.token(next).form == "-") ++next;
    return next < tree.size() && tree.in_group(next, "time_unit");
}

/// "a 2015 deal", "the 1973 war": when it was.
bool is_year(const Tree& tree, int node, int noun) {
    const std::string& form = tree.token(node).form;
    return form.size() == 4 && (form.starts_with("19") || form.starts_with("20")) &&
           std::all_of(form.begin(), form.end(), [](char c) { return c >= '0' && c <= '9'; }) &&
           tree.has_feature(noun, "Number=Sing");
}

/// What "hundreds" in front of `next` counts: "hundreds of [missiles]", "honderden [raketten]"; -1 if
/// nothing.
int counted_by(const Tree& tree, int next) {
    for (int node = next; node < std::min(tree.size(), next + 4); ++node) {
        if (tree.is_noun(node)) return node;
        const Upos pos = tree.token(node).upos;
        if (pos != Upos::adp && pos != Upos::adj) return -1;
    }
    return -1;
}

std::optional<Quantity> number_in_phrase(const SentenceView& view, int head,
                                         std::span<const TimeMention> times, std::size_t sentence) {
    const Tree& tree = view.tree;
    const auto [low, high] = tree.extent(head);
    const int first = std::max(low, head - 8);
    for (int node = first; node <= std::min(high, head + 8); ++node) {
        if (in_time(times, sentence, node)) continue;
        const auto number = number_at(view, node);
        if (!number) continue;
        // It counts the head, or is its amount: between the number and the head stands nothing but modifiers.
        const bool counts = node <= head && tree.below(node, head) && tree.distance_up(node, head) <= 2;
        const int next = number->last + 1;
        if (is_length(view, next) || is_year(tree, node, head)) continue;
        const bool percent = next < tree.size() && tree.in_group(next, "percent");
        if (node > head && !percent && !number->money) continue;  // "article 4"
        if (!counts && !percent && !number->money && tree.head(node) != head) continue;
        Quantity quantity;
        quantity.value = number->value;
        quantity.qualifier = qualifier_before(view, number->first);
        quantity.unit = percent ? "percent" : number->money ? number->currency : tree.token(head).form;
        if (!percent && !number->money && next < tree.size() && tree.in_group(next, "currency"))
            quantity.unit = tree.token(next).form;
        const int counted = number->rounded && number->last == head ? counted_by(tree, next) : -1;
        if (counted >= 0) quantity.unit = tree.token(counted).form;
        if (counted >= 0 && quantity.qualifier.empty()) quantity.qualifier = "at least";
        return quantity;
    }
    return std::nullopt;
}

/// "from 15 to 25 percent": both numbers.
std::optional<Quantity> range_in_clause(const SentenceView& view, int trigger) {
    const Tree& tree = view.tree;
    const auto [low, high] = tree.extent(trigger);
    for (int i = low; i + 3 <= high; ++i) {
        if (!tree.groups().contains("from", lower_case(tree.token(i).form))) continue;
        const auto from = number_at(view, i + 1);
        if (!from) continue;
        int second = from->last + 1;
        if (second <= high && tree.in_group(second, "percent")) ++second;
        if (second + 1 > high || !tree.groups().contains("to", lower_case(tree.token(second).form))) continue;
        const auto to = number_at(view, second + 1);
        if (!to) continue;
        Quantity quantity;
        quantity.value = to->value;
        quantity.from = from->value;
        const int unit = to->last + 1;
        if (unit < tree.size())
            quantity.unit = tree.in_group(unit, "percent") ? "percent" : tree.token(unit).form;
        return quantity;
    }
    return std::nullopt;
}

}  // namespace

std::optional<Quantity> quantity_of(const SentenceView& view, const FrameMatch& match,
                                    std::span<const TimeMention> times, std::size_t sentence) {
    if (auto range = range_in_clause(view, match.trigger)) return range;
    std::vector<int> phrases;
    for (const Argument& argument : match.arguments)
        if (argument.slot == "obj") phrases.push_back(argument.node);
    phrases.insert(phrases.end(), match.required.begin(), match.required.end());
    if (view.tree.is_noun(match.trigger)) phrases.push_back(match.trigger);
    for (const Argument& argument : match.arguments)
        if (argument.slot != "obj" && !argument.deep && argument.slot != "obl")
            phrases.push_back(argument.node);
    for (const int phrase : phrases) {
        if (view.tree.is_verb(phrase) || in_time(times, sentence, phrase)) continue;
        if (view.tree.in_group(phrase, "time_unit") || refers_back(view, phrase)) continue;
        if (auto quantity = number_in_phrase(view, phrase, times, sentence)) return quantity;
    }
    return std::nullopt;
}

}  // namespace entente
