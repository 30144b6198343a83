#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/actor.hpp"
#include "graph/claim.hpp"

namespace entente {

/// `TYPE/mode[context]`: which events are meant; an empty mode or context fits any.
struct EventPattern {
    EventType type = EventType::consult;
    std::string mode;
    std::string context;
    bool operator==(const EventPattern&) const = default;
};

bool matches(const EventPattern& pattern, const EventCode& code);

/// How long a relation is taken to hold.
enum class Persistence : std::uint8_t {
    instant,      ///< only when it happened
    until_ended,  ///< until something ends it
    decays        ///< as long as events that confirm it are no further apart than its half-life
};

/// A row of knowledge/relations.tsv.
struct RelationType {
    std::string name;
    std::string label_en;
    std::string label_nl;
    bool symmetric = false;
    double sign = 0.0;
    std::vector<std::string> source_kinds;  ///< actor kinds that may stand there
    std::vector<std::string> target_kinds;
    std::vector<EventPattern> opens;
    std::vector<std::string> opens_cameo;
    std::vector<EventPattern> ends;
    std::vector<std::string> ends_cameo;
    std::vector<std::string> ended_by;  ///< relation types whose beginning ends this one
    std::vector<std::string> implies;   ///< relation types that it confirms where they hold already
    Persistence persistence = Persistence::until_ended;
    int half_life_days = 0;
    std::vector<Modality> modalities;  ///< in which a claim of it counts as a fact
    std::vector<std::string> cues;     ///< words that decide for it, in any language
    bool cue_required = true;          ///< without a cue, an event that fits does not open it
    bool place_key = false;            ///< one relation for each place

    bool accepts_source(ActorKind kind) const;
    bool accepts_target(ActorKind kind) const;
    bool is_fact(Modality modality) const;
};

/// All rows, in the table's order. Read once. Throws KnowledgeError, naming the line, where the table is
/// wrong.
const std::vector<RelationType>& relation_types();
/// Null if there is none of that name. Lives for ever.
const RelationType* find_relation_type(std::string_view name);

/// The part of a row of knowledge/plover.tsv that merging asks for.
struct EventFamily {
    bool one_per_relation = false;  ///< claims that name different relations are different events
    bool one_per_place = false;     ///< claims that name different places are different events
};
const EventFamily& event_family(EventType type);

}  // namespace entente
