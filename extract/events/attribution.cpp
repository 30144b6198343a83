#include "extract/events/attribution.hpp"

#include <algorithm>

#include "extract/events/standing.hpp"

namespace entente {

namespace {

bool is_says(const SentenceView& view, int node) {
    const auto operators =
        view.language.operators.candidates(view.tree.lemma(node), view.tree.token(node).upos);
    return std::any_of(operators.begin(), operators.end(), [](const Operator* op) { return op->says; });
}

/// The words of a phrase without what hangs behind it: relative clauses, appositions, other clauses.
std::string phrase_text(const Tree& tree, int node) {
    int first = node;
    int last = node;
    const auto grow = [&](auto&& self, int at, int depth) -> void {
        first = std::min(first, at);
        last = std::max(last, at);
        if (depth > 6) return;
        for (const int c : tree.children(at)) {
            if (tree.is(c, "acl") || tree.is(c, "appos") || tree.is(c, "punct") || tree.is(c, "parataxis") ||
                tree.is(c, "cop") || tree.is(c, "aux"))
                continue;
            if (at == node &&
                (tree.is(c, "case") || tree.is(c, "mark") || tree.is(c, "nsubj") || tree.is(c, "advmod")))
                continue;
            self(self, c, depth + 1);
        }
    };
    grow(grow, node, 0);
    std::string text;
    for (int i = first; i <= last; ++i) {
        if (i > first && tree.token(i).begin > tree.token(i - 1).end) text += ' ';
        text += tree.token(i).form;
    }
    return text;
}

Speaker speaker_at(const SentenceView& view, const Argument& phrase, const std::vector<Party>& own,
                   std::string how) {
    Speaker speaker;
    speaker.node = phrase.node;
    speaker.how = std::move(how);
    speaker.parties = view.parties.in_phrase(phrase, PartyFinder::Where::anywhere, {}, true);
    speaker.attribution.text = phrase_text(view.tree, phrase.node);
    const bool is_private = !speaker.parties.empty() && speaker.parties.front().mention->private_party;
    if (speaker.parties.empty() && !own.empty() && view.tree.in_group(phrase.node, "spokesperson")) {
        speaker.parties = {own.front()};
        speaker.how += ", who speaks for the source";
    }
    if (!speaker.parties.empty() && !is_private)
        speaker.attribution.id = stands_for(speaker.parties.front().actor);
    return speaker;
}

/// The subject of the saying word `saying`.
std::optional<Speaker> subject_speaks(const SentenceView& view, int saying, const std::vector<Party>& own) {
    if (view.tree.is_noun(saying)) {
        for (const Argument& argument : view.arguments.of(saying, Upos::noun))
            if (argument.slot == "subj" && !argument.deep)
                return speaker_at(view, argument, own,
                                  "whose word '" + view.tree.token(saying).form + "' is");
        return std::nullopt;
    }
    const bool passive = view.arguments.passive(saying);
    if (passive) {
        for (const Argument& argument : view.arguments.of(saying, Upos::verb))
            if (argument.slot == "subj")
                return speaker_at(view, argument, own, "by-phrase of '" + view.tree.token(saying).form + "'");
        return std::nullopt;
    }
    const Argument subject = view.arguments.surface_subject(saying);
    if (subject.node < 0) return std::nullopt;
    return speaker_at(view, subject, own, "subject of '" + view.tree.token(saying).form + "'");
}

std::optional<Speaker> according_to(const SentenceView& view, int node, const std::vector<Party>& own) {
    for (const int c : view.tree.children(node)) {
        const std::string preposition = view.tree.preposition(c);
        if (!preposition.empty() && view.tree.groups().contains("according_to", preposition))
            return speaker_at(view, {"subj", c, 1.0, preposition, node, false}, own, preposition);
        if (view.tree.is(c, "nsubj"))  // "'Iran', aldus de minister, 'levert …'": hung from the subject
            for (const int inner : view.tree.children(c))
                if (view.tree.is(inner, "parataxis") && inner > c &&
                    view.tree.groups().contains("according_to", view.tree.preposition(inner)))
                    return speaker_at(view, {"subj", inner, 1.0, "according to", node, false}, own,
                                      view.tree.preposition(inner));
        if (view.tree.groups().contains("according_to",
                                        view.tree.lemma(c)))  // "according" as a verb, with its obl
            for (const int inner : view.tree.children(c))
                if (view.tree.is(inner, "obl"))
                    return speaker_at(view, {"subj", inner, 1.0, "according to", node, false}, own,
                                      "according to");
    }
    return std::nullopt;
}

/// "sent soldiers and shipped shells, according to Seoul": said of both clauses, where it ends the sentence.
std::optional<Speaker> according_to_at_end(const SentenceView& view, int node,
                                           const std::vector<Party>& own) {
    const Tree& tree = view.tree;
    int last = -1;
    for (const int c : tree.children(node))
        if (tree.is(c, "conj") && tree.is_verb(c) && c > node) last = c;
    if (last < 0) return std::nullopt;
    auto speaker = according_to(view, last, own);
    if (!speaker) return std::nullopt;
    for (int i = tree.extent(speaker->node).second + 1; i < tree.size(); ++i)
        if (tree.token(i).upos != Upos::punct) return std::nullopt;
    return speaker;
}

/// `from`: the child of `node` by which we came; it does not say itself.
std::optional<Speaker> aside(const SentenceView& view, int node, int from, const std::vector<Party>& own) {
    for (const int c : view.tree.children(node)) {
        if (c == from) continue;
        // "…, melden bronnen", taken for a second verb.
        const bool second = view.tree.is(c, "conj") && c > node && view.tree.child(c, "cc") < 0 &&
                            view.tree.token(c - 1).form == ",";
        if (!view.tree.is(c, "parataxis") && !view.tree.is(c, "advcl") && !view.tree.is(c, "ccomp") &&
            !view.tree.is(c, "dep") && !second)
            continue;
        if (!is_says(view, c) || view.tree.child(c, "mark") >= 0) continue;
        // "'We condemn it,' he said after …": what he said says nothing of what comes behind.
        if (view.tree.is(c, "ccomp") && is_says(view, node) && view.tree.child(node, "nsubj") >= 0) continue;
        const int object =
            view.tree.child(c, "obj");  // "…, meldt het ministerie": its subject, behind the verb
        if (view.tree.child(c, "nsubj") < 0) {
            if ((!view.tree.is(c, "parataxis") && !second) || object < c || !view.tree.is_noun(object))
                continue;
            return speaker_at(view, {"subj", object, 0.8, "behind the saying word", -1, false}, own,
                              "behind the saying word");
        }
        // "…, officials said" has nothing of its own below it; "when Kim said …" is no aside.
        const int first = view.tree.extent(c).first;
        const bool thus = view.tree.in_group(first, "thus");  // "…, zo meldde het leger"
        if (!thus && (view.tree.token(first).upos == Upos::adv || view.tree.token(first).upos == Upos::sconj))
            continue;
        // A saying word with a clause of its own says that clause.
        const int complement = view.tree.child(c, "ccomp");
        if ((complement >= 0 && complement != first) || (view.tree.is(c, "ccomp") && view.tree.is_noun(c)))
            continue;
        if (auto speaker = subject_speaks(view, c, own)) return speaker;
    }
    return std::nullopt;
}

/// "Kim: …" at the beginning, "… - Interior Secretary" at the end.
std::optional<Speaker> headline_speaker(const SentenceView& view, int node, const std::vector<Party>& own) {
    const Tree& tree = view.tree;
    for (int i = 1; i < std::min(tree.size(), 8); ++i) {
        if (tree.token(i).form != ":" || node <= i) continue;
        for (const ActorMention* mention : view.actors.all())
            if (mention->first == 0 && mention->last == static_cast<std::size_t>(i))
                return speaker_at(
                    view, {"subj", static_cast<int>(mention->head), 0.9, "before the colon", -1, false}, own,
                    "before the colon");
    }
    for (int i = tree.size() - 2; i > 0 && i >= tree.size() - 6; --i) {
        const std::string& form = tree.token(i).form;
        if ((form != "-" && form != "–" && form != "—") || node >= i) continue;
        if (tree.token(i).begin == tree.token(i - 1).end) continue;  // a hyphen within a word
        for (int head = i + 1; head < tree.size(); ++head) {
            const bool outside = tree.head(head) < 0 || tree.head(head) <= i;
            if (!outside || (!tree.is_noun(head) && !view.parties.names_actor(head))) continue;
            if (view.parties.names_actor(head) || tree.in_group(head, "spokesperson"))
                return speaker_at(view, {"subj", head, 0.8, "after the dash", -1, false}, own,
                                  "after the dash");
        }
    }
    return std::nullopt;
}

}  // namespace

std::optional<Speaker> speaker_of(const SentenceView& view, int node, const std::vector<Party>& own) {
    const Tree& tree = view.tree;
    int from = -1;
    for (int at = node, steps = 0; at >= 0 && steps <= tree.size(); ++steps, from = at, at = tree.head(at)) {
        if (auto speaker = according_to(view, at, own)) return speaker;
        if (auto speaker = according_to_at_end(view, at, own)) return speaker;
        if (auto speaker = aside(view, at, from, own)) return speaker;
        const int above = tree.head(at);
        if (above < 0) break;
        if (operator_above(view, above, complements_of(tree, at), true) == nullptr) continue;
        auto speaker = subject_speaks(view, above, own);
        if (!speaker || speaker->node == at) continue;
        if (at > above) speaker->saying = above;
        return speaker;
    }
    return headline_speaker(view, node, own);
}

std::optional<Speaker> speaker_by(const SentenceView& view, int saying) {
    if (!is_says(view, saying)) return std::nullopt;
    auto speaker = subject_speaks(view, saying, {});
    if (speaker && speaker->node < 0) return std::nullopt;
    return speaker;
}

}  // namespace entente
