#include "graph/claim.hpp"

#include <array>
#include <string>

#include "graph/fnv.hpp"

namespace entente {

namespace {

constexpr std::array<std::string_view, 16> event_type_names{
    "AGREE",  "CONSULT", "SUPPORT",  "CONCEDE", "COOPERATE", "AID",      "RETREAT", "REQUEST",
    "ACCUSE", "REJECT",  "THREATEN", "PROTEST", "SANCTION",  "MOBILIZE", "COERCE",  "ASSAULT"};

constexpr std::array<std::string_view, 8> modality_names{
    "asserted", "promised", "threatened", "requested", "possible", "hypothetical", "denied", "negated"};

void add(Fnv& hash, const TextSpan& span) {
    hash.add(span.text).add(std::uint64_t{span.start}).add(std::uint64_t{span.end});
}

void add(Fnv& hash, const std::optional<Day>& day) { hash.add(day ? to_string(*day) : std::string{}); }

void add(Fnv& hash, const std::vector<Participant>& side) {
    hash.add(std::uint64_t{side.size()});
    for (const auto& participant : side) {
        hash.add(participant.id)
            .add(participant.name)
            .add(to_string(participant.kind))
            .add(participant.state)
            .add(participant.role);
        add(hash, participant.mention);
    }
}

}  // namespace

std::string_view to_string(EventType type) { return event_type_names[static_cast<std::size_t>(type)]; }

std::optional<EventType> parse_event_type(std::string_view text) {
    for (std::size_t i = 0; i < event_type_names.size(); ++i) {
        if (event_type_names[i] == text) {
            return static_cast<EventType>(i);
        }
    }
    return std::nullopt;
}

std::string_view to_string(Modality modality) { return modality_names[static_cast<std::size_t>(modality)]; }

std::string_view label(Modality modality, std::string_view language) {
    if (language != "nl") {
        return to_string(modality);
    }
    switch (modality) {
        case Modality::asserted:
            return "vastgesteld";
        case Modality::promised:
            return "beloofd";
        case Modality::threatened:
            return "gedreigd";
        case Modality::requested:
            return "gevraagd";
        case Modality::possible:
            return "mogelijk";
        case Modality::hypothetical:
            return "verondersteld";
        case Modality::denied:
            return "ontkend";
        case Modality::negated:
            return "niet gebeurd";
    }
    return {};
}

std::optional<Modality> parse_modality(std::string_view text) {
    for (std::size_t i = 0; i < modality_names.size(); ++i) {
        if (modality_names[i] == text) {
            return static_cast<Modality>(i);
        }
    }
    return std::nullopt;
}

std::string claim_id(const Claim& claim) {
    Fnv hash;
    hash.add(claim.article);
    add(hash, claim.source);
    add(hash, claim.target);
    hash.add(to_string(claim.event.type)).add(claim.event.mode).add(claim.event.cameo);
    hash.add(std::uint64_t{claim.event.context.size()});
    for (const auto& context : claim.event.context) {
        hash.add(context);
    }
    hash.add(claim.event.goldstein).add(claim.relation).add(to_string(claim.modality));
    hash.add(std::uint64_t{claim.attribution.has_value()});
    if (claim.attribution) {
        hash.add(claim.attribution->id).add(claim.attribution->text);
    }
    add(hash, claim.time.interval.start);
    add(hash, claim.time.interval.end);
    hash.add(to_string(claim.time.interval.granularity))
        .add(claim.time.text)
        .add(std::uint64_t{claim.time.resolved});
    hash.add(claim.place);
    hash.add(std::uint64_t{claim.quantity.has_value()});
    if (claim.quantity) {
        hash.add(claim.quantity->value).add(claim.quantity->unit).add(claim.quantity->qualifier);
        hash.add(std::uint64_t{claim.quantity->from.has_value()}).add(claim.quantity->from.value_or(0.0));
    }
    const auto& evidence = claim.evidence;
    hash.add(evidence.text).add(std::uint64_t{evidence.start}).add(std::uint64_t{evidence.end});
    hash.add(evidence.trigger).add(std::uint64_t{evidence.text_start}).add(std::uint64_t{evidence.text_end});
    return hash.add(claim.extractor).id("c_");
}

}  // namespace entente
