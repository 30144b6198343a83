#include "export/merge.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <tuple>

namespace entente {
namespace {

/// Whether a relation that is asserted has claims that are not: one paper reports it, another only the
/// threat.
bool has_other_claims(const Selection& selection, const Relation& relation) {
    return relation.modality == Modality::asserted &&
           std::ranges::any_of(relation.claims, [&](const std::string& id) {
               const auto claim = std::ranges::lower_bound(selection.claims, id, {}, &Claim::id);
               return claim != selection.claims.end() && claim->id == id &&
                      claim->modality != Modality::asserted;
           });
}

double strength(const Relation& relation) {
    const double support = 1.0 + std::log2(1.0 + relation.support.origins);
    return relation.confidence * support * (relation.modality == Modality::asserted ? 1.0 : 0.5);
}

}  // namespace

std::vector<MergedEdge> merge_edges(const Selection& selection) {
    std::vector<std::uint32_t> all(selection.relations.size());
    std::iota(all.begin(), all.end(), 0u);
    return merge_edges(selection, all);
}

std::vector<MergedEdge> merge_edges(const Selection& selection, const std::vector<std::uint32_t>& relations) {
    std::map<std::tuple<std::uint32_t, std::uint32_t, Polarity>, MergedEdge> merged;
    for (const std::uint32_t index : relations) {
        const Relation& relation = selection.relations[index];
        const Actor* source = find_actor(selection, relation.source);
        const Actor* target = find_actor(selection, relation.target);
        if (!source || !target || source == target) continue;
        const auto from = static_cast<std::uint32_t>(source - selection.actors.data());
        const auto to = static_cast<std::uint32_t>(target - selection.actors.data());
        const auto polarity = polarity_of(relation.sign);
        MergedEdge& edge = merged[{std::min(from, to), std::max(from, to), polarity}];
        edge.first = std::min(from, to);
        edge.second = std::max(from, to);
        edge.polarity = polarity;
        edge.relations.push_back(index);
        if (!relation.symmetric) (from < to ? edge.forward : edge.backward) = true;
        edge.asserted = edge.asserted || relation.modality == Modality::asserted;
        edge.mixed =
            edge.mixed || relation.modality != Modality::asserted || has_other_claims(selection, relation);
        edge.strength += strength(relation);
        edge.support += relation.support.origins;
    }
    std::vector<MergedEdge> edges;
    edges.reserve(merged.size());
    for (auto& [key, edge] : merged) {
        edge.mixed = edge.mixed && edge.asserted;
        std::ranges::stable_sort(edge.relations, [&](std::uint32_t a, std::uint32_t b) {
            return strength(selection.relations[a]) > strength(selection.relations[b]);
        });
        edges.push_back(std::move(edge));
    }
    return edges;
}

Subset most_relevant(const Selection& selection, std::size_t max_actors, std::size_t max_edges) {
    std::vector<MergedEdge> edges = merge_edges(selection);
    std::vector<std::size_t> by_strength(edges.size());
    std::iota(by_strength.begin(), by_strength.end(), std::size_t{0});
    std::ranges::stable_sort(by_strength,
                             [&](auto a, auto b) { return edges[a].strength > edges[b].strength; });

    std::vector<double> relevance(selection.actors.size(), 0.0);
    for (const MergedEdge& edge : edges) {
        relevance[edge.first] += edge.strength;
        relevance[edge.second] += edge.strength;
    }
    std::vector<std::uint32_t> ranked(selection.actors.size());
    std::iota(ranked.begin(), ranked.end(), 0u);
    std::ranges::stable_sort(ranked, [&](auto a, auto b) { return relevance[a] > relevance[b]; });
    std::vector<bool> chosen(selection.actors.size(), false);
    for (std::size_t i = 0; i < std::min(max_actors, ranked.size()); ++i) chosen[ranked[i]] = true;

    // Each actor's strongest edge first, so that nobody stands alone only because others have stronger ones.
    std::vector<bool> taken(edges.size(), false), connected(selection.actors.size(), false);
    std::size_t count = 0;
    for (const bool only_new : {true, false}) {
        for (const std::size_t i : by_strength) {
            const MergedEdge& edge = edges[i];
            if (count >= max_edges) break;
            if (taken[i] || !chosen[edge.first] || !chosen[edge.second]) continue;
            if (only_new && connected[edge.first] && connected[edge.second]) continue;
            taken[i] = true;
            connected[edge.first] = connected[edge.second] = true;
            ++count;
        }
    }

    Subset subset;
    for (std::size_t i = 0; i < edges.size(); ++i) {
        if (taken[i]) subset.edges.push_back(std::move(edges[i]));
    }
    for (std::uint32_t i = 0; i < connected.size(); ++i) {
        if (connected[i]) subset.actors.push_back(i);
    }
    subset.edges_left_out = edges.size() - subset.edges.size();
    const auto tied = std::ranges::count_if(relevance, [](double strength) { return strength > 0.0; });
    subset.actors_left_out = static_cast<std::size_t>(tied) - subset.actors.size();
    return subset;
}

}  // namespace entente
