#include "extract/events/nearby.hpp"

#include <algorithm>

#include "extract/language/letters.hpp"

namespace entente {

namespace {

constexpr int reach = 12;  ///< tokens

bool is_actor_phrase(const ActorMention& mention) {
    return mention.kind != MentionKind::demonym && mention.kind != MentionKind::pronoun;
}

}  // namespace

const ActorMention* NearbyFinder::mention_starting(int node) const {
    for (const ActorMention* mention : mentions_.all())  // the largest that begins there comes first
        if (mention->first == static_cast<std::size_t>(node) && is_actor_phrase(*mention)) return mention;
    return nullptr;
}

bool NearbyFinder::ends_clause(int node) const {
    const Token& token = tree_.token(node);
    if (token.upos == Upos::sconj || tree_.in_group(node, "relative_pronoun")) return true;
    if (token.upos == Upos::verb || token.upos == Upos::aux)
        return tree_.is_finite(node) || token.upos == Upos::aux;
    return token.upos == Upos::punct && (token.form == ";" || token.form == ":" || token.form == ",");
}

bool NearbyFinder::is_governed(int first) const {
    const auto is_preposition = [&](int node) {
        return node >= 0 && (tree_.token(node).upos == Upos::adp || tree_.token(node).upos == Upos::part);
    };
    const bool after_determiner = first > 0 && tree_.token(first - 1).upos == Upos::det;
    return is_preposition(first - 1) || (after_determiner && is_preposition(first - 2));
}

int NearbyFinder::before_relative_clause(int node) const {
    // "Lula, who in May criticised …, praised": back to the comma before the relative pronoun.
    if (node < 0 || tree_.token(node).form != ",") return node;
    for (int at = node - 1; at > 1; --at) {
        if (tree_.token(at).form == ";" || tree_.token(at).form == ":") break;
        if (tree_.in_group(at, "relative_pronoun") && tree_.token(at - 1).form == ",") return at - 2;
    }
    return node;
}

std::optional<Argument> NearbyFinder::subject_before(int verb) const {
    int node = before_relative_clause(verb - 1);
    for (int steps = 0; node >= 0 && steps < 4; ++steps, --node) {
        const Upos pos = tree_.token(node).upos;
        const bool skip =
            pos == Upos::aux || pos == Upos::adv || pos == Upos::part || tree_.is(node, "obl:unmarked");
        if (!skip) break;
    }
    if (node < 0) return std::nullopt;
    for (const ActorMention* mention : mentions_.all()) {
        if (mention->last != static_cast<std::size_t>(node) + 1 || mention->place ||
            !is_actor_phrase(*mention))
            continue;
        // Behind a preposition it is no subject, and in a larger noun phrase it is not the phrase's head.
        if (is_governed(static_cast<int>(mention->first))) return std::nullopt;
        return Argument{"subj", static_cast<int>(mention->head), 0.6, "directly before the verb", -1, false};
    }
    return std::nullopt;
}

std::optional<Argument> NearbyFinder::object_after(int verb) const {
    int node = verb + 1;
    for (int steps = 0; node < tree_.size() && steps < 2; ++steps, ++node) {
        if (mention_starting(node) != nullptr) break;
        const Upos pos = tree_.token(node).upos;
        if (pos != Upos::det && pos != Upos::adj) return std::nullopt;
    }
    if (node >= tree_.size()) return std::nullopt;
    const ActorMention* mention = mention_starting(node);
    if (mention == nullptr || mention->place) return std::nullopt;
    return Argument{"obj", static_cast<int>(mention->head), 0.6, "directly behind the verb", -1, false};
}

std::optional<Argument> NearbyFinder::behind_subject(int verb, int subject) const {
    const ActorMention* own = mentions_.headed_by(subject);
    if (own == nullptr || tree_.head(subject) != verb) return std::nullopt;
    auto node = static_cast<int>(own->last);
    for (int steps = 0; node < tree_.size() && steps < 4; ++steps, ++node) {
        const ActorMention* mention = mention_starting(node);
        if (mention != nullptr && node != verb) {
            // The verb stands outside the two: before them, or behind them in the same clause.
            int behind = static_cast<int>(mention->last);
            const auto inside = [&](int at) {
                const Upos pos = tree_.token(at).upos;
                return pos != Upos::punct && pos != Upos::sconj;
            };
            while (behind < tree_.size() && behind != verb && inside(behind)) ++behind;
            if (verb > subject && behind != verb) return std::nullopt;
            return Argument{"obj", static_cast<int>(mention->head), 0.6, "directly behind the subject", -1,
                            false};
        }
        const Upos pos = tree_.token(node).upos;
        if (pos != Upos::det && pos != Upos::adv && pos != Upos::aux) return std::nullopt;
    }
    return std::nullopt;
}

std::optional<Argument> NearbyFinder::before_object(int verb, int object) const {
    int node = object - 1;
    for (int steps = 0; node > 0 && steps < 5; ++steps, --node) {
        for (const ActorMention* mention : mentions_.all()) {
            if (mention->last != static_cast<std::size_t>(node) + 1 || !is_actor_phrase(*mention)) continue;
            const auto head = static_cast<int>(mention->head);
            const Token& last = tree_.token(node);
            const bool genitive = last.form.ends_with('s') && !last.lemma.ends_with('s');
            const bool subject = tree_.is(head, "nsubj") && tree_.head(head) == verb;
            if (genitive || subject || head == object || is_governed(static_cast<int>(mention->first)))
                return std::nullopt;
            return Argument{"iobj", head, 0.6, "directly before the object", -1, false};
        }
        const Upos pos = tree_.token(node).upos;
        if (pos != Upos::det && pos != Upos::adj && pos != Upos::num && pos != Upos::adv) return std::nullopt;
    }
    return std::nullopt;
}

std::optional<Argument> NearbyFinder::behind_preposition(int trigger, const std::string& preposition) const {
    const int end = std::min(tree_.size(), trigger + reach);
    for (int node = trigger + 1; node < end; ++node) {
        if (ends_clause(node)) return std::nullopt;
        if (tree_.is_noun(node) && node > trigger + 2 && !tree_.is(node, "compound") &&
            frames_.names_event(tree_.lemma(node), Upos::noun))
            return std::nullopt;
        if (tree_.groups().canonical(lower_case(tree_.token(node).form)) != preposition) continue;
        for (int next = node + 1; next < std::min(end + 4, tree_.size()) && next <= node + 5; ++next) {
            if (const ActorMention* mention = mention_starting(next))
                return Argument{preposition, static_cast<int>(mention->head),
                                0.6,         "behind '" + preposition + "'",
                                -1,          false};
            const Upos pos = tree_.token(next).upos;
            const bool hyphen = tree_.token(next).form == "-";
            if (pos == Upos::adp || pos == Upos::sconj || pos == Upos::pron ||
                (pos == Upos::punct && !hyphen))
                break;
            if (pos == Upos::verb && !tree_.is_past_participle(next)) break;
        }
    }
    return std::nullopt;
}

}  // namespace entente
