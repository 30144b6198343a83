#include "extract/language/neural/tree_decoder.hpp"

#include <algorithm>

namespace entente::neural {

namespace {

/// A square matrix: score(h, d) of head h for node d; node 0 is the root.
struct Graph {
    explicit Graph(std::size_t count) : nodes(count), scores(count * count, 0.0) {}
    std::size_t nodes;
    std::vector<double> scores;
    double& score(std::size_t head, std::size_t dependent) { return scores[dependent * nodes + head]; }
};

/// The nodes of a cycle among `heads`; empty if there is none.
std::vector<std::size_t> find_cycle(const std::vector<std::size_t>& heads) {
    std::vector<std::size_t> seen(heads.size(), 0);
    for (std::size_t start = 1; start < heads.size(); ++start) {
        std::size_t node = start;
        while (node != 0 && seen[node] == 0) {
            seen[node] = start;
            node = heads[node];
        }
        if (node != 0 && seen[node] == start) {
            std::vector<std::size_t> cycle{node};
            for (std::size_t next = heads[node]; next != node; next = heads[next]) cycle.push_back(next);
            return cycle;
        }
    }
    return {};
}

std::vector<std::size_t> greedy_heads(Graph& graph) {
    std::vector<std::size_t> heads(graph.nodes, 0);
    for (std::size_t node = 1; node < graph.nodes; ++node) {
        std::size_t best = node == 0 ? 1 : 0;
        for (std::size_t head = 0; head < graph.nodes; ++head) {
            if (head != node && graph.score(head, node) > graph.score(best, node)) best = head;
        }
        heads[node] = best;
    }
    return heads;
}

/// One cycle contracted to a node, and what is needed to open it again.
struct Contraction {
    std::vector<std::size_t> names;  ///< of the smaller graph's nodes; the last one is the cycle
    std::vector<std::size_t> cycle;  ///< nodes of the larger graph
    std::vector<std::size_t> cycle_heads;
    std::vector<std::size_t> entry;  ///< per node of the smaller graph: node of the cycle that it would enter
    std::vector<std::size_t> exit;   ///< per node of the smaller graph: its best head in the cycle
};

Graph contract(Graph& graph, const std::vector<std::size_t>& heads, Contraction& step) {
    std::vector<bool> inside(graph.nodes, false);
    for (const std::size_t node : step.cycle) {
        inside[node] = true;
        step.cycle_heads.push_back(heads[node]);
    }
    for (std::size_t node = 0; node < graph.nodes; ++node) {
        if (!inside[node]) step.names.push_back(node);
    }
    Graph smaller(step.names.size() + 1);
    const std::size_t merged = step.names.size();
    step.entry.resize(merged);
    step.exit.resize(merged);
    for (std::size_t i = 0; i < merged; ++i) {
        const std::size_t node = step.names[i];
        for (std::size_t j = 0; j < merged; ++j) smaller.score(j, i) = graph.score(step.names[j], node);
        std::size_t exit = step.cycle.front();
        std::size_t entry = step.cycle.front();
        double best_entry = graph.score(node, entry) - graph.score(heads[entry], entry);
        for (const std::size_t member : step.cycle) {
            if (graph.score(member, node) > graph.score(exit, node)) exit = member;
            const double gain = graph.score(node, member) - graph.score(heads[member], member);
            if (gain > best_entry) {
                best_entry = gain;
                entry = member;
            }
        }
        step.entry[i] = entry;
        step.exit[i] = exit;
        smaller.score(merged, i) = graph.score(exit, node);
        smaller.score(i, merged) = best_entry;
    }
    step.names.push_back(graph.nodes);  // never used as a node
    return smaller;
}

}  // namespace

std::vector<int> best_tree(std::span<const float> scores, std::size_t columns, std::size_t length) {
    if (length == 0) return {};
    // Each token's best head: that is a tree for most sentences.
    std::vector<std::size_t> heads(length + 1, 0);
    std::size_t roots = 0;
    for (std::size_t d = 0; d < length; ++d) {
        const float* row = scores.data() + d * columns;
        std::size_t best = 0;
        for (std::size_t h = 1; h <= length; ++h) {
            if (h != d + 1 && row[h] > row[best]) best = h;
        }
        heads[d + 1] = best;
        if (best == 0) ++roots;
    }
    if (roots != 1 || !find_cycle(heads).empty()) {
        // Then with a penalty on arcs from the root that no other arc outweighs.
        constexpr double root_penalty = 1e9;
        Graph graph(length + 1);
        for (std::size_t d = 0; d < length; ++d) {
            for (std::size_t h = 0; h <= length; ++h) graph.score(h, d + 1) = scores[d * columns + h];
            graph.score(0, d + 1) -= root_penalty;
        }
        std::vector<Contraction> steps;
        heads = greedy_heads(graph);
        for (std::vector<std::size_t> cycle = find_cycle(heads); !cycle.empty(); cycle = find_cycle(heads)) {
            Contraction& step = steps.emplace_back();
            step.cycle = std::move(cycle);
            graph = contract(graph, heads, step);
            heads = greedy_heads(graph);
        }
        while (!steps.empty()) {
            const Contraction& step = steps.back();
            const std::size_t merged = step.names.size() - 1;
            std::vector<std::size_t> larger(step.names.back(), 0);
            for (std::size_t i = 0; i < step.cycle.size(); ++i) larger[step.cycle[i]] = step.cycle_heads[i];
            for (std::size_t i = 1; i < merged; ++i) {
                larger[step.names[i]] = heads[i] == merged ? step.exit[i] : step.names[heads[i]];
            }
            larger[step.entry[heads[merged]]] = step.names[heads[merged]];
            heads = std::move(larger);
            steps.pop_back();
        }
    }
    std::vector<int> result(length);
    for (std::size_t d = 0; d < length; ++d) result[d] = static_cast<int>(heads[d + 1]) - 1;
    return result;
}

}  // namespace entente::neural
