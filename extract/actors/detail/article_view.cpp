#include "extract/actors/detail/article_view.hpp"

namespace entente::detail {

std::size_t ArticleView::head(std::size_t s, std::size_t first, std::size_t last) const {
    const std::vector<Token>& tokens = sentences[s].tokens;
    if (has_tree(s)) {
        // Of several that hang outside, the nearest to the root of the phrase: the one most others hang on.
        std::size_t best = last;
        int best_score = -1;
        for (std::size_t t = first; t < last; ++t) {
            const int above = tokens[t].head;
            if (above >= static_cast<int>(first) && above < static_cast<int>(last)) continue;
            int score = 0;
            for (std::size_t u = first; u < last; ++u) score += tokens[u].head == static_cast<int>(t) ? 2 : 0;
            if (tokens[t].upos == Upos::noun || tokens[t].upos == Upos::propn) ++score;
            if (tokens[t].upos == Upos::punct) score = 0;
            if (score > best_score) {
                best_score = score;
                best = t;
            }
        }
        if (best < last) return best;
    }
    for (std::size_t t = last; t > first; --t)
        if (tokens[t - 1].upos == Upos::noun || tokens[t - 1].upos == Upos::propn) return t - 1;
    return last - 1;
}

TextSpan ArticleView::span(std::size_t s, std::size_t first, std::size_t last) const {
    const std::size_t begin = token(s, first).begin;
    const std::size_t end = token(s, last - 1).end;
    TextSpan result{"", begin, end};
    if (begin <= end && end <= article.text.size()) result.text = article.text.substr(begin, end - begin);
    return result;
}

ActorMention ArticleView::mention(std::size_t s, std::size_t first, std::size_t last) const {
    ActorMention result;
    result.sentence = s;
    result.first = first;
    result.last = last;
    result.head = head(s, first, last);
    return result;
}

bool ArticleView::subject(std::size_t s, std::size_t t) const {
    const std::string& relation = token(s, t).deprel;
    if (relation.empty()) {  // without tree: before the first verb
        for (std::size_t u = 0; u < t; ++u)
            if (token(s, u).upos == Upos::verb || token(s, u).upos == Upos::aux) return false;
        return true;
    }
    // "Poetin en Kim", "President Bush": the head of the coordination or of the name decides.
    std::size_t at = t;
    for (int steps = 0; steps < 6; ++steps) {
        const std::string& r = token(s, at).deprel;
        if (r.starts_with("nsubj") || r.starts_with("csubj") || r == "obl:agent") return true;
        const bool passes = r.starts_with("conj") || r.starts_with("flat") || r.starts_with("appos") ||
                            r.starts_with("compound") || r.starts_with("amod");
        if (!passes || token(s, at).head < 0) return false;
        at = static_cast<std::size_t>(token(s, at).head);
    }
    return false;
}

}  // namespace entente::detail
