#include "extract/language/neural/lemma_script.hpp"

#include <algorithm>
#include <vector>

#include <unicode/uchar.h>

#include "extract/language/neural/features.hpp"

namespace entente::neural {

namespace {

constexpr char32_t copy = U'\1';
constexpr char32_t drop = U'\2';
constexpr char32_t insert = U'\3';
constexpr char32_t border = U'\4';

std::u32string in_case(std::u32string_view form, char kind) {
    if (kind == 'k') return std::u32string(form);
    std::u32string text = lower_case(form);
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (kind == 'u' || (kind == 't' && i == 0)) {
            text[i] = static_cast<char32_t>(u_toupper(static_cast<UChar32>(text[i])));
        }
    }
    return text;
}

/// The shortest edit of `from` into `to`; drops before inserts before copies where equal.
std::u32string edit(std::u32string_view from, std::u32string_view to) {
    const std::size_t columns = to.size() + 1;
    std::vector<std::size_t> cost((from.size() + 1) * columns);
    for (std::size_t i = from.size() + 1; i-- > 0;) {
        for (std::size_t j = to.size() + 1; j-- > 0;) {
            std::size_t& best = cost[i * columns + j];
            if (i == from.size()) {
                best = to.size() - j;
            } else if (j == to.size()) {
                best = from.size() - i;
            } else {
                best = 1 + std::min(cost[(i + 1) * columns + j], cost[i * columns + j + 1]);
                if (from[i] == to[j]) best = std::min(best, cost[(i + 1) * columns + j + 1]);
            }
        }
    }
    std::u32string script;
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < from.size() || j < to.size()) {
        const std::size_t now = cost[i * columns + j];
        if (i < from.size() && j < to.size() && from[i] == to[j] && cost[(i + 1) * columns + j + 1] == now) {
            script += copy;
            ++i;
            ++j;
        } else if (i < from.size() && cost[(i + 1) * columns + j] + 1 == now) {
            script += drop;
            ++i;
        } else {
            script += insert;
            script += to[j++];
        }
    }
    return script;
}

struct Common {
    std::size_t left = 0, right = 0, length = 0;
};

Common longest_common(std::u32string_view left, std::u32string_view right) {
    Common best;
    for (std::size_t i = 0; i < left.size(); ++i) {
        for (std::size_t j = 0; j < right.size(); ++j) {
            std::size_t length = 0;
            while (i + length < left.size() && j + length < right.size() &&
                   left[i + length] == right[j + length]) {
                ++length;
            }
            if (length > best.length) best = {i, j, length};
        }
    }
    return best;
}

/// Code points of `from` that an edit uses up.
std::size_t used(std::u32string_view script) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < script.size(); ++i) {
        if (script[i] == insert) {
            ++i;
        } else {
            ++count;
        }
    }
    return count;
}

void apply(std::u32string_view script, std::u32string_view from, std::u32string& result) {
    std::size_t at = 0;
    for (std::size_t i = 0; i < script.size(); ++i) {
        if (script[i] == insert) {
            if (++i < script.size()) result += script[i];
        } else {
            if (script[i] == copy) result += from[at];
            ++at;
        }
    }
}

}  // namespace

std::string lemma_script(std::string_view form, std::string_view lemma) {
    const std::u32string form_points = code_points(form);
    const std::u32string target = code_points(lemma);
    std::u32string best;
    std::size_t best_changes = 0;
    for (const char kind : {'l', 'k', 't', 'u'}) {
        const std::u32string text = in_case(form_points, kind);
        const Common common = longest_common(text, target);
        if (common.length == 0) continue;
        const std::u32string_view from(text);
        const std::u32string_view to(target);
        std::u32string script(1, static_cast<char32_t>(kind));
        script += edit(from.substr(0, common.left), to.substr(0, common.right));
        script += border;
        script += edit(from.substr(common.left + common.length), to.substr(common.right + common.length));
        const auto changes = script.size() - static_cast<std::size_t>(std::ranges::count(script, copy));
        if (best.empty() || changes < best_changes) {
            best = script;
            best_changes = changes;
        }
    }
    return best.empty() ? std::string("a").append(lemma) : utf8(best);
}

std::optional<std::string> apply_lemma_script(std::string_view script, std::string_view form) {
    if (script.empty()) return std::nullopt;
    if (script.front() == 'a') return std::string(script.substr(1));
    const std::u32string points = code_points(script.substr(1));
    const auto middle = points.find(border);
    if (middle == std::u32string::npos) return std::nullopt;
    const std::u32string_view before = std::u32string_view(points).substr(0, middle);
    const std::u32string_view after = std::u32string_view(points).substr(middle + 1);
    const std::u32string text = in_case(code_points(form), script.front());
    const std::size_t first = used(before);
    const std::size_t last = used(after);
    if (first + last >= text.size()) return std::nullopt;
    std::u32string result;
    const std::u32string_view from(text);
    apply(before, from.substr(0, first), result);
    result += from.substr(first, text.size() - first - last);
    apply(after, from.substr(text.size() - last), result);
    return utf8(result);
}

}  // namespace entente::neural
