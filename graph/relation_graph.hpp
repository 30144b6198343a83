#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/filtered_graph.hpp>

#include "graph/actor.hpp"
#include "graph/claim.hpp"
#include "graph/interval.hpp"
#include "graph/relation.hpp"
#include "graph/selection.hpp"

namespace entente {

class Store;

/// The graph as Boost.Graph knows it: one directed multigraph, actors as vertices in the order of their ids,
/// one edge for each relation. A symmetric relation is one edge too, from the smaller id; look at both
/// out_edges and in_edges.
///
/// It is compressed sparse rows: made once, then only read, by any number of threads. Time slices, types and
/// the like are `filtered_graph` views. Boost's algorithms take graph() and views; `vertex_index` is 0 to
/// num_vertices - 1.
class RelationGraph {
 public:
    /// Days since 1970-01-01; open ends are these.
    static constexpr std::int32_t always = std::numeric_limits<std::int32_t>::min();
    static constexpr std::int32_t for_ever = std::numeric_limits<std::int32_t>::max();

    static constexpr std::size_t most_types = 128;

    /// What a slice asks of an edge beside time and confidence, as one small number.
    static constexpr std::uint16_t kind_number(std::uint16_t type, Modality modality, bool background) {
        return static_cast<std::uint16_t>(type | static_cast<unsigned>(modality) << 7U |
                                          static_cast<unsigned>(background) << 10U);
    }
    static constexpr std::size_t kind_numbers = 2048;

    struct Edge {
        std::int32_t from =
            always;  ///< the days by which the relation is looked for (docs/schema.md), both included
        std::int32_t to = for_ever;
        std::uint32_t relation =
            0;  ///< load: its row in the store; from a Selection: its index in `relations`
        float confidence = 0.0F;
        float sign = 0.0F;       ///< -1 conflict to 1 cooperation
        std::uint16_t kind = 0;  ///< see kind_number
        bool symmetric : 1 = false;
        bool dated : 1 = false;  ///< the days are those of its interval, not of publication

        std::uint16_t type() const { return kind & 0x7FU; }  ///< see type_name
        Modality modality() const { return static_cast<Modality>(kind >> 7U & 0x7U); }
        bool background() const { return (kind >> 10U & 1U) != 0; }
    };
    static_assert(sizeof(Edge) == 24);

    struct Vertex {
        ActorId id;
    };

    using Graph = boost::compressed_sparse_row_graph<boost::bidirectionalS, Vertex, Edge, boost::no_property,
                                                     std::uint32_t, std::uint32_t>;
    using VertexDescriptor = boost::graph_traits<Graph>::vertex_descriptor;
    using EdgeDescriptor = boost::graph_traits<Graph>::edge_descriptor;

    /// Which edges a view shows.
    struct Slice {
        std::int32_t from = always;  ///< relations that hold on a day from here …
        std::int32_t to = for_ever;  ///< … to here
        float min_confidence = 0.0F;
        std::bitset<most_types> types = std::bitset<most_types>{}.set();
        std::bitset<8> modalities = 1;  ///< bits in the order of Modality; asserted only
        bool background = true;
    };

    /// A slice made ready to be asked edge by edge, without branches: a walk meets edges in no order that a
    /// processor could guess.
    class Sieve {
     public:
        explicit Sieve(const Slice& slice);
        bool shows(const Edge& edge) const {
            const bool then = (edge.from <= to_) & (edge.to >= from_);
            return then & (edge.confidence >= min_confidence_) & kinds_[edge.kind % kind_numbers];
        }

     private:
        std::int32_t from_;
        std::int32_t to_;
        float min_confidence_;
        std::array<bool, kind_numbers> kinds_{};
    };

    /// The predicate of a view.
    struct InSieve {
        const Edge* edges = nullptr;  ///< of the graph, by their index
        const Sieve* sieve = nullptr;
        bool operator()(const EdgeDescriptor& edge) const { return sieve->shows(edges[edge.idx]); }
    };
    using View = boost::filtered_graph<Graph, InSieve>;

    /// All relations of a store, straight from its rows. Throws StoreError; std::length_error for more types
    /// or relations than there is room for.
    static RelationGraph load(Store& store);
    explicit RelationGraph(const Selection& selection);

    const Graph& graph() const { return graph_; }
    /// The part of the graph that `sieve` lets through, without a copy. Both must outlive the view.
    View view(const Sieve& sieve) const { return View{graph_, InSieve{first_edge(), &sieve}}; }
    View view(const Sieve&&) const = delete;

    std::optional<VertexDescriptor> vertex(std::string_view actor) const;
    const ActorId& actor(VertexDescriptor vertex) const { return graph_[vertex].id; }
    const std::string& type_name(std::uint16_t type) const { return types_[type]; }
    /// Bits for the types of these names; names that no relation has are left out.
    std::bitset<most_types> types(std::span<const std::string> names) const;

 private:
    RelationGraph() = default;
    /// Edges lie one after the other, in the order of their sources and of their ends in time.
    const Edge* first_edge() const {
        return boost::num_edges(graph_) == 0 ? nullptr : &graph_[EdgeDescriptor{0, 0}];
    }
    /// What is known of an edge before the graph is made of all.
    struct Builder;

    Graph graph_;
    std::vector<std::string> types_;
};

std::int32_t day_number(Day day);

}  // namespace entente
