#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/actor.hpp"
#include "graph/interval.hpp"

namespace entente {

/// The 16 event types of PLOVER 2.0, in the order of knowledge/plover.tsv.
enum class EventType : std::uint8_t {
    agree,
    consult,
    support,
    concede,
    cooperate,
    aid,
    retreat,
    request,
    accuse,
    reject,
    threaten,
    protest,
    sanction,
    mobilize,
    coerce,
    assault
};

/// `AGREE`.
std::string_view to_string(EventType type);
std::optional<EventType> parse_event_type(std::string_view text);

/// AGREE, CONSULT and COOPERATE have no direction where the text gives none: every party stands on both
/// sides.
constexpr bool is_mutual(EventType type) {
    return type == EventType::agree || type == EventType::consult || type == EventType::cooperate;
}

enum class Modality : std::uint8_t {
    asserted,
    promised,
    threatened,
    requested,
    possible,
    hypothetical,
    denied,
    negated
};

std::string_view to_string(Modality modality);
/// The word for readers: to_string(), in Dutch ("nl") "beloofd", "ontkend" ….
std::string_view label(Modality modality, std::string_view language);
std::optional<Modality> parse_modality(std::string_view text);

/// A stretch of an article: bytes of its text as the claim's article gives it, `end` not included.
struct TextSpan {
    std::string text;
    std::size_t start = 0;
    std::size_t end = 0;
    bool operator==(const TextSpan&) const = default;
};

/// An actor as one claim names it.
struct Participant {
    ActorId id;
    std::string name;  ///< English name
    ActorKind kind = ActorKind::state;
    ActorId state;     ///< the state or organisation that it acts for; its own id for those
    std::string role;  ///< "supreme leader"; empty if none is known
    TextSpan mention;
    bool operator==(const Participant&) const = default;
};

struct EventCode {
    EventType type = EventType::consult;
    std::string mode;                  ///< of knowledge/plover_modes.tsv; empty if none
    std::string cameo;                 ///< of knowledge/cameo.tsv; empty if the text is not that specific
    std::vector<std::string> context;  ///< of knowledge/plover_contexts.tsv, sorted
    double goldstein = 0.0;            ///< Goldstein (1992), -10 (conflict) to 10 (cooperation)
    bool operator==(const EventCode&) const = default;
};

/// Who says so, where the author does not say it himself.
struct Attribution {
    ActorId id;        ///< the state or organisation that the speaker stands for; empty if unknown
    std::string text;  ///< "westerse inlichtingen"
    bool operator==(const Attribution&) const = default;
};

/// Valid time as the text gives it.
struct ClaimTime {
    Interval interval;
    std::string text;       ///< "Afgelopen zomer"; empty if the text gives no time
    bool resolved = false;  ///< false: the text's time could not be tied to days; the interval is then open
    bool operator==(const ClaimTime&) const = default;
};

struct Quantity {
    double value = 0.0;
    std::string unit;            ///< "militairen", "percent", "USD"
    std::string qualifier;       ///< "more than", "about", "up to"; empty for exactly
    std::optional<double> from;  ///< "from 15 to 25 percent": 15, with value 25
    bool operator==(const Quantity&) const = default;
};

/// Where the claim stands. Offsets are bytes into the page's original input, `end` not included:
/// input[start:end] is the quote (in HTML with the markup inside it; the text is without).
struct Evidence {
    std::string text;  ///< the literal sentence
    std::size_t start = 0;
    std::size_t end = 0;
    std::string trigger;         ///< the words that name the event ("gestuurd")
    std::size_t text_start = 0;  ///< the same stretch in Article::text, bytes
    std::size_t text_end = 0;
    bool operator==(const Evidence&) const = default;
};

/// What one article says happened or holds. Mention offsets are of the same kind as Evidence::start.
struct Claim {
    std::string id;       ///< `c_` and 16 hex digits, from article, evidence and content: see claim_id
    std::string article;  ///< Article::id
    std::vector<Participant> source;
    std::vector<Participant> target;
    EventCode event;
    std::string relation;  ///< of knowledge/relations.tsv; empty if it is no standing relation
    Modality modality = Modality::asserted;
    std::optional<Attribution> attribution;
    ClaimTime time;
    std::string place;  ///< name as in the text; empty if none
    std::optional<Quantity> quantity;
    Evidence evidence;
    double confidence = 0.0;  ///< 0 to 1
    std::string extractor;    ///< "grammar/1"
    bool operator==(const Claim&) const = default;
};

/// The id that belongs to the claim's content (everything but `id` and `confidence`): equal content, equal
/// id. FNV-1a, 64 bits.
std::string claim_id(const Claim& claim);

}  // namespace entente
