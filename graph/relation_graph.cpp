#include "graph/relation_graph.hpp"

#include <algorithm>
#include <functional>
#include <numeric>
#include <stdexcept>
#include <utility>

#include "graph/store.hpp"

namespace entente {

namespace {

struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

/// A day's number, or `open` for NULL, which SQLite gives as 0.
std::int32_t day_or(const Statement& row, int column, std::int32_t open) {
    const auto day = static_cast<std::int32_t>(row.integer(column));
    return day != 0 || !row.is_null(column) ? day : open;
}

}  // namespace

RelationGraph::Sieve::Sieve(const Slice& slice)
    : from_(slice.from), to_(slice.to), min_confidence_(slice.min_confidence) {
    for (std::uint16_t type = 0; type < most_types; ++type) {
        for (std::size_t modality = 0; modality < slice.modalities.size(); ++modality) {
            const bool shown = slice.types[type] && slice.modalities[modality];
            kinds_[kind_number(type, static_cast<Modality>(modality), false)] = shown;
            kinds_[kind_number(type, static_cast<Modality>(modality), true)] = shown && slice.background;
        }
    }
}

struct RelationGraph::Builder {
    std::vector<ActorId> actors;  ///< sorted
    std::vector<std::pair<std::uint32_t, std::uint32_t>> ends;
    std::vector<Edge> edges;
    std::vector<std::string> types;
    std::unordered_map<std::string, std::uint16_t, TextHash, std::equal_to<>> type_numbers;

    std::uint16_t type(std::string_view name) {
        if (const auto known = type_numbers.find(name); known != type_numbers.end()) {
            return known->second;
        }
        if (types.size() == most_types) {
            throw std::length_error("a graph has room for 128 relation types");
        }
        types.emplace_back(name);
        return type_numbers.emplace(name, static_cast<std::uint16_t>(types.size() - 1)).first->second;
    }

    /// Edges of one source become ordered by when they end, then by when they begin: of what a slice of a day
    /// shows, most is together then, which a processor learns to guess. Days are few: they are counted, in
    /// two rounds that each leave equals as they were.
    void sort_by_time() {
        std::vector<std::uint32_t> order(edges.size());
        std::iota(order.begin(), order.end(), 0U);
        sort_by(&Edge::from, order);
        sort_by(&Edge::to, order);
        edges = in_order(std::move(edges), order);
        ends = in_order(std::move(ends), order);
    }

    /// Sorts places of edges by a day of theirs.
    void sort_by(std::int32_t Edge::*day, std::vector<std::uint32_t>& order) const {
        // Open ends stand before and after all days.
        std::int32_t first = for_ever;
        std::int32_t last = always;
        for (const auto& edge : edges) {
            if (edge.*day != always && edge.*day != for_ever) {
                first = std::min(first, edge.*day);
                last = std::max(last, edge.*day);
            }
        }
        constexpr std::int64_t most_days = 1 << 20;
        if (first <= last && std::int64_t{last} - first > most_days) {  // absurd dates: not worth counting
            std::stable_sort(order.begin(), order.end(),
                             [&](std::uint32_t a, std::uint32_t b) { return edges[a].*day < edges[b].*day; });
            return;
        }
        const auto days = first <= last ? static_cast<std::size_t>(last - first) + 1 : 0;
        const auto bucket = [&](const Edge& edge) {
            return edge.*day == always     ? std::size_t{0}
                   : edge.*day == for_ever ? days + 1
                                           : static_cast<std::size_t>(edge.*day - first) + 1;
        };
        std::vector<std::size_t> place(days + 3);
        for (const auto& edge : edges) {
            ++place[bucket(edge) + 1];
        }
        std::partial_sum(place.begin(), place.end(), place.begin());
        std::vector<std::uint32_t> sorted(order.size());
        for (const auto i : order) {
            sorted[place[bucket(edges[i])]++] = i;
        }
        order = std::move(sorted);
    }

    template <typename T>
    static std::vector<T> in_order(std::vector<T>&& values, const std::vector<std::uint32_t>& order) {
        std::vector<T> sorted;
        sorted.reserve(values.size());
        for (const auto i : order) {
            sorted.push_back(values[i]);
        }
        return sorted;
    }

    RelationGraph build() && {
        sort_by_time();
        RelationGraph out;
        const auto size = static_cast<std::uint32_t>(actors.size());
        out.graph_ =
            Graph{boost::edges_are_unsorted_multi_pass, ends.begin(), ends.end(), edges.begin(), size};
        for (std::size_t i = 0; i < actors.size(); ++i) {
            out.graph_[static_cast<VertexDescriptor>(i)].id = std::move(actors[i]);
        }
        out.types_ = std::move(types);
        return out;
    }
};

std::int32_t day_number(Day day) { return static_cast<std::int32_t>(day.time_since_epoch().count()); }

RelationGraph RelationGraph::load(Store& store) {
    Builder builder;
    // Rows of actors are dense small numbers: their vertices are found by index.
    std::vector<std::uint32_t> vertex_of;
    auto actors = store.read(
        "SELECT row, id FROM actor a WHERE EXISTS (SELECT 1 FROM relation WHERE source = a.row)"
        " OR EXISTS (SELECT 1 FROM relation WHERE target = a.row) ORDER BY id");
    while (actors.step()) {
        const auto row = static_cast<std::size_t>(actors.integer(0));
        if (vertex_of.size() <= row) {
            vertex_of.resize(row + 1);
        }
        vertex_of[row] = static_cast<std::uint32_t>(builder.actors.size());
        builder.actors.emplace_back(actors.text(1));
    }
    auto count = store.read("SELECT count(*), max(row) FROM relation");
    count.step();
    if (count.integer(1) > std::numeric_limits<std::uint32_t>::max()) {
        throw std::length_error("a graph has room for four thousand million relations");
    }
    builder.ends.reserve(static_cast<std::size_t>(count.integer(0)));
    builder.edges.reserve(static_cast<std::size_t>(count.integer(0)));
    auto rows = store.read(
        "SELECT row, source, target, type, found_from, found_to, confidence, sign, modality, symmetric, "
        "basis,"
        " valid_start FROM relation");
    std::string last_type;
    std::uint16_t last_number = 0;
    while (rows.step()) {
        Edge edge;
        edge.relation = static_cast<std::uint32_t>(rows.integer(0));
        if (const auto type = rows.text(3); type != last_type) {
            last_number = builder.type(type);
            last_type = type;
        }
        edge.from = day_or(rows, 4, always);
        edge.to = day_or(rows, 5, for_ever);
        edge.confidence = static_cast<float>(rows.real(6));
        edge.sign = static_cast<float>(rows.real(7));
        edge.kind = kind_number(last_number, parse_modality(rows.text(8)).value_or(Modality::possible),
                                rows.text(10) == "background");
        edge.symmetric = rows.integer(9) != 0;
        edge.dated = !rows.is_null(11);
        builder.ends.emplace_back(vertex_of[static_cast<std::size_t>(rows.integer(1))],
                                  vertex_of[static_cast<std::size_t>(rows.integer(2))]);
        builder.edges.push_back(edge);
    }
    return std::move(builder).build();
}

RelationGraph::RelationGraph(const Selection& selection) {
    Builder builder;
    builder.actors = actors_of(selection.relations);
    const auto vertex_of = [&](const ActorId& id) {
        return static_cast<std::uint32_t>(std::lower_bound(builder.actors.begin(), builder.actors.end(), id) -
                                          builder.actors.begin());
    };
    for (std::size_t i = 0; i < selection.relations.size(); ++i) {
        const auto& relation = selection.relations[i];
        const Interval found = found_interval(relation);
        Edge edge;
        edge.from = found.start ? day_number(*found.start) : always;
        edge.to = found.end ? day_number(*found.end) : for_ever;
        edge.relation = static_cast<std::uint32_t>(i);
        edge.confidence = static_cast<float>(relation.confidence);
        edge.sign = static_cast<float>(relation.sign);
        edge.kind =
            kind_number(builder.type(relation.type), relation.modality, relation.basis == Basis::background);
        edge.symmetric = relation.symmetric;
        edge.dated = relation.valid.start.has_value();
        builder.ends.emplace_back(vertex_of(relation.source), vertex_of(relation.target));
        builder.edges.push_back(edge);
    }
    *this = std::move(builder).build();
}

std::optional<RelationGraph::VertexDescriptor> RelationGraph::vertex(std::string_view actor) const {
    std::uint32_t low = 0;
    auto high = static_cast<std::uint32_t>(boost::num_vertices(graph_));
    while (low < high) {
        const auto middle = low + (high - low) / 2;
        if (graph_[middle].id < actor) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    if (low == boost::num_vertices(graph_) || graph_[low].id != actor) {
        return std::nullopt;
    }
    return low;
}

std::bitset<RelationGraph::most_types> RelationGraph::types(std::span<const std::string> names) const {
    std::bitset<most_types> bits;
    for (std::size_t i = 0; i < types_.size(); ++i) {
        bits[i] = std::find(names.begin(), names.end(), types_[i]) != names.end();
    }
    return bits;
}

}  // namespace entente
