#pragma once

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "graph/selection.hpp"

namespace entente {

/// The export cannot be made: an unknown layout, a picture that Graphviz refuses. `what()` says what and what
/// to do.
class ExportError : public std::runtime_error {
 public:
    using std::runtime_error::runtime_error;
};

enum class Language : std::uint8_t { en, nl };
enum class Theme : std::uint8_t { light, dark, print };
enum class Labels : std::uint8_t { names, codes };
enum class EdgeKey : std::uint8_t { edges, links };
enum class MermaidKind : std::uint8_t { flowchart, gantt };
enum class GexfVersion : std::uint8_t { v1_3, v1_2 };

/// Actors that a diagram puts into one box.
struct Bloc {
    std::string name;
    std::vector<ActorId> members;
    bool operator==(const Bloc&) const = default;
};

/// What the user may choose. Formats look at what concerns them and ignore the rest.
struct ExportOptions {
    Language language = Language::en;  ///< of labels, titles and legends
    std::string title;                 ///< empty: the selection's
    Theme theme = Theme::light;        ///< diagrams
    ActorId focus;                     ///< diagrams: an actor that stands out; empty: none
    Labels labels = Labels::names;     ///< diagrams, Mermaid
    bool flags = false;                ///< diagrams: a flag before each state's label, where the font has it
    std::string layout;  ///< diagrams: `map`, `neato`, `fdp`, `sfdp`, `circo`, `dot`, `twopi`; empty: chosen
    std::size_t max_actors = 0;         ///< diagrams, Mermaid; 0: what the format can show legibly
    std::size_t max_edges = 0;          ///< the same, merged edges
    bool small_multiples = false;       ///< diagrams: one panel a year
    std::vector<Bloc> blocs;            ///< diagrams: boxes; an actor in several is drawn in the first
    EdgeKey edge_key = EdgeKey::edges;  ///< NetworkX: up to 3.5 its readers want `links`
    MermaidKind mermaid = MermaidKind::flowchart;
    GexfVersion gexf = GexfVersion::v1_3;
    std::string base_iri = "urn:entente:";  ///< JSON-LD, N-Quads: what ids and words are put after
};

/// One format that `entente export --to NAME` writes.
struct Format {
    std::string_view name;         ///< "graphml"
    std::string_view extension;    ///< with its dot, ".graphml"
    std::string_view media_type;   ///< "application/xml"
    std::string_view description;  ///< one line, for `--to help`
    bool binary = false;           ///< never written to a terminal
    void (*write)(std::ostream&, const Selection&, const ExportOptions&) = nullptr;
};

/// All formats, in the order of `--to help`.
std::span<const Format> formats();

/// What ExportOptions::layout may be.
std::span<const std::string_view> layouts();

/// The format called `name`; null if there is none.
const Format* find_format(std::string_view name);

/// Writes `selection` to `out` as `format` (one of formats()). The same selection and options give the same
/// bytes. Throws ExportError. The caller looks at the stream's state afterwards. Formats that draw use
/// Graphviz, which has global state: they wait for one another; all others may run in several threads.
void write(const Format& format, std::ostream& out, const Selection& selection, const ExportOptions& options);

/// The selection's events as relations from each source to each target, called after the event type
/// ("assault"), for exports of what happened instead of what holds. Ids are the event's, with a number where
/// it has several pairs. Relations of the result are the events', everything else is kept.
Selection events_as_relations(const Selection& selection);

}  // namespace entente
