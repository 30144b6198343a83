#include "extract/events/circumstances.hpp"

#include <algorithm>
#include <limits>

namespace entente {

namespace {

bool separates_clauses(const Tree& tree, int node) {
    return tree.is(node, "conj") ? tree.child(node, "nsubj") >= 0
                                 : tree.is(node, "ccomp") || tree.is(node, "advcl") || tree.is(node, "acl") ||
                                       tree.is(node, "parataxis") || tree.is(node, "csubj");
}

/// "applied in May after Russia had invaded": a clause that stands at another time than the one above it.
bool tells_other_time(const Tree& tree, int node) {
    if (!tree.is(node, "advcl")) return false;
    const auto& children = tree.children(node);
    return std::any_of(children.begin(), children.end(), [&](int c) {
        return (tree.is(c, "mark") || tree.is(c, "case")) && tree.in_group(c, "other_time");
    });
}

/// How far the time at `head` is from `node`: 0 in the phrase of `node` itself, more for each clause above.
/// -1: it belongs to something else.
int distance_of(const SentenceView& view, int head, int node, const std::vector<int>& passed) {
    const Tree& tree = view.tree;
    if (tree.below(head, node)) {
        // Below the event: not in a clause or another event of its own.
        int cost = 0;
        for (int at = head; at != node && at >= 0; at = tree.head(at)) {
            // "the first talks since the attack of 2022": the attack's
            if (separates_clauses(tree, at) ||
                (at != head && tree.groups().contains("other_time", tree.preposition(at))))
                return -1;
            const int above = tree.head(at);
            if (above != node && above >= 0 &&
                view.language.frames.names_event(tree.lemma(above),
                                                 tree.is_verb(above) ? Upos::verb : Upos::noun) &&
                !tree.is_verb(above))
                cost += 3;
            ++cost;
        }
        return cost;
    }
    int clauses = 4;  // what stands below the event is its own
    for (int at = node, steps = 0; tree.head(at) >= 0 && steps < tree.size(); ++steps, at = tree.head(at)) {
        const bool own = std::find(passed.begin(), passed.end(), tree.head(at)) != passed.end();
        if (!own && separates_clauses(tree, at)) clauses += 5;
        if (tree.is(at, "acl:relcl") || tree.is(at, "parataxis") || tells_other_time(tree, at)) return -1;
        const int above = tree.head(at);
        if (!tree.below(head, above)) continue;
        int cost = clauses + 1;
        for (int down = head; down != above && down >= 0; down = tree.head(down)) {
            if (separates_clauses(tree, down)) return -1;
            if (down != head && tree.is_noun(down) &&
                view.language.frames.names_event(tree.lemma(down), Upos::noun))
                return -1;  // "talks in Berlin on Monday": theirs
            ++cost;
        }
        return cost;
    }
    return -1;
}

/// "… on 4 May, when Lula signed …": the time that the clause of `node` explains.
const TimeMention* time_before_clause(const SentenceView& view, std::span<const TimeMention> times,
                                      std::size_t sentence, int node) {
    const Tree& tree = view.tree;
    int first = -1;
    for (int at = node, steps = 0; at >= 0 && first < 0 && steps < tree.size(); ++steps, at = tree.head(at))
        for (const int c : tree.children(at))
            if ((tree.is(c, "advmod") || tree.is(c, "mark")) && c < at && tree.in_group(c, "when")) first = c;
    if (first < 0) return nullptr;
    const TimeMention* last = nullptr;
    for (const TimeMention& time : times)
        if (time.sentence == sentence && !time.duration && static_cast<int>(time.last) <= first) last = &time;
    return last;
}

/// "the deadliest attack since 2020", "for the first time since the war": what is compared reaches back to
/// then, and did not happen then.
bool compares(const SentenceView& view, const TimeMention& time) {
    const Tree& tree = view.tree;
    if (!time.since) return false;
    for (int at = static_cast<int>(time.first) - 1; at >= 0; --at) {
        if (tree.has_feature(at, "Degree=Sup") || tree.in_group(at, "first")) return true;
        if (tree.is_verb(at) && !tree.is_past_participle(at)) return false;
    }
    return false;
}

}  // namespace

const TimeMention* time_of(const SentenceView& view, std::span<const TimeMention> times, std::size_t sentence,
                           int node, const std::vector<int>& passed) {
    const TimeMention* best = nullptr;
    int best_distance = std::numeric_limits<int>::max();
    for (const TimeMention& time : times) {
        if (time.sentence != sentence || time.duration || static_cast<int>(time.head) >= view.tree.size() ||
            compares(view, time))
            continue;
        const int distance = distance_of(view, static_cast<int>(time.head), node, passed);
        if (distance < 0) continue;
        const bool better = distance < best_distance || (distance == best_distance && best != nullptr &&
                                                         time.time.resolved && !best->time.resolved);
        if (!better) continue;
        best = &time;
        best_distance = distance;
    }
    return best != nullptr ? best : time_before_clause(view, times, sentence, node);
}

std::string place_of(const SentenceView& view, const FrameMatch& match) {
    for (const Party& place : view.parties.places(match.arguments)) {
        if (place.mention == nullptr || !place.mention->place) continue;
        const auto is_same = [&](const Party& party) { return party.mention == place.mention; };
        if (std::any_of(match.source.begin(), match.source.end(), is_same) ||
            std::any_of(match.target.begin(), match.target.end(), is_same))
            continue;
        return place.mention->actors.front().mention.text;
    }
    return {};
}

}  // namespace entente
