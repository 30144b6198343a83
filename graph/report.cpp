#include "graph/report.hpp"

#include <algorithm>
#include <tuple>

#include "graph/ascii.hpp"
#include "graph/cue.hpp"
#include "graph/known_actor.hpp"
#include "graph/relation_type.hpp"

namespace entente {

namespace {

struct Party {
    ActorId id;
    ActorKind kind = ActorKind::state;
};

std::vector<Party> parties(const std::vector<Participant>& side, const ResolveActor& resolve) {
    std::vector<Party> out;
    for (const auto& participant : side) {
        const auto& stands_for = participant.state.empty() ? participant.id : participant.state;
        Party party{resolve ? resolve(stands_for) : stands_for, ActorKind::state};
        party.kind = party.id == participant.id ? participant.kind : kind_of(party.id);
        if (!party.id.empty() &&
            std::none_of(out.begin(), out.end(), [&](const Party& other) { return other.id == party.id; })) {
            out.push_back(std::move(party));
        }
    }
    return out;
}

bool fits_cameo(const std::vector<std::string>& codes, const std::string& cameo) {
    return !cameo.empty() && std::any_of(codes.begin(), codes.end(),
                                         [&](const std::string& code) { return cameo.starts_with(code); });
}

/// How specifically the event fits: 0 not at all, then by type, mode or context, and CAMEO code.
int fit(const std::vector<EventPattern>& patterns, const std::vector<std::string>& cameo,
        const EventCode& code) {
    int best = 0;
    for (const auto& pattern : patterns) {
        if (matches(pattern, code)) {
            best = std::max(best, 1 + (pattern.mode.empty() ? 0 : 1) + (pattern.context.empty() ? 0 : 1));
        }
    }
    return fits_cameo(cameo, code.cameo) ? std::max(best, 2) : best;
}

bool has_type(const std::vector<EventPattern>& patterns, EventType type) {
    return std::any_of(patterns.begin(), patterns.end(),
                       [&](const EventPattern& pattern) { return pattern.type == type; });
}

struct Meaning {
    const RelationType* relation = nullptr;
    RelationRole role = RelationRole::none;
};

/// The relation that the extractor named: it ends by events that only end it, and else opens or confirms.
Meaning named_meaning(const Claim& claim) {
    const auto* type = find_relation_type(claim.relation);
    if (type == nullptr) {
        return {};
    }
    const bool opens = fit(type->opens, type->opens_cameo, claim.event) > 0;
    const bool ends = fit(type->ends, type->ends_cameo, claim.event) > 0;
    const bool only_ends =
        !opens &&
        (ends || (has_type(type->ends, claim.event.type) && !has_type(type->opens, claim.event.type)));
    return {type, only_ends ? RelationRole::ends : RelationRole::opens};
}

/// The relation whose pattern and cues fit best; a cue among the trigger's words counts most. Of equals the
/// first in the table.
Meaning inferred_meaning(const Claim& claim, const std::string& trigger, const std::string& sentence) {
    Meaning best;
    int best_score = 0;
    for (const auto& type : relation_types()) {
        const int opens = fit(type.opens, type.opens_cameo, claim.event);
        const int ends = fit(type.ends, type.ends_cameo, claim.event);
        if (opens == 0 && ends == 0) {
            continue;
        }
        const bool in_trigger = has_any_cue(trigger, type.cues);
        const bool in_sentence = in_trigger || has_any_cue(sentence, type.cues);
        if (!in_sentence && (type.cue_required || opens == 0)) {
            continue;
        }
        const int score = std::max(opens, ends) + (in_sentence ? 4 : 0) + (in_trigger ? 4 : 0);
        if (score > best_score) {
            best_score = score;
            best = {&type, opens >= ends ? RelationRole::opens : RelationRole::ends};
        }
    }
    return best;
}

/// The furthest stage of which the trigger speaks, else the sentence.
std::string stage_of(const std::string& trigger, const std::string& sentence) {
    for (const auto* text : {&trigger, &sentence}) {
        const auto& stages = agreement_stages();
        const auto stage = std::find_if(stages.rbegin(), stages.rend(), [&](const AgreementTerm& one) {
            return has_any_cue(*text, one.cues);
        });
        if (stage != stages.rend()) {
            return stage->name;
        }
    }
    return "";
}

std::string obligation_of(const std::string& sentence) {
    for (const auto& obligation : agreement_obligations()) {
        if (has_any_cue(sentence, obligation.cues)) {
            return obligation.name;
        }
    }
    return "";
}

bool is_agreement(const RelationType& type) {
    return type.symmetric && type.persistence == Persistence::until_ended && type.sign > 0.0 &&
           (has_type(type.opens, EventType::agree) || has_type(type.opens, EventType::support));
}

std::string family_of(EventType type, const RelationType* relation) {
    if (!event_family(type).one_per_relation) {
        return std::string{to_string(type)};
    }
    // Extractors differ on whether signing a pact is AGREE, SUPPORT or COOPERATE: the pact decides.
    if (relation != nullptr && is_agreement(*relation) && (is_mutual(type) || type == EventType::support)) {
        return relation->name;
    }
    return std::string{to_string(type)} + (relation == nullptr ? "" : ":" + relation->name);
}

/// A directed relation between parties of these kinds may only make sense the other way round ("Sweden and
/// NATO agreed on Sweden's accession").
Direction direction_of(const RelationType& type, const Party& low, const Party& high, Direction said,
                       bool both_ways) {
    if (type.symmetric) {
        return Direction::mutual;
    }
    if (both_ways) {
        const bool forward = type.accepts_source(low.kind) && type.accepts_target(high.kind);
        const bool backward = type.accepts_source(high.kind) && type.accepts_target(low.kind);
        if (forward != backward) {
            return forward ? Direction::forward : Direction::backward;
        }
    }
    return said;
}

bool accepts(const RelationType& type, const Party& low, const Party& high, Direction direction) {
    const bool forward = type.accepts_source(low.kind) && type.accepts_target(high.kind);
    const bool backward = type.accepts_source(high.kind) && type.accepts_target(low.kind);
    switch (direction) {
        case Direction::forward:
            return forward;
        case Direction::backward:
            return backward;
        case Direction::mutual:
            return forward || backward;
    }
    return false;
}

bool has_party(const std::vector<Party>& side, const ActorId& id) {
    return std::any_of(side.begin(), side.end(), [&](const Party& party) { return party.id == id; });
}

}  // namespace

std::vector<PairClaim> pair_claims(const Claim& claim, const ResolveActor& resolve) {
    const auto sources = parties(claim.source, resolve);
    const auto targets = parties(claim.target, resolve);
    std::vector<PairClaim> out;
    if (sources.empty() || targets.empty()) {
        return out;
    }
    const auto trigger = lower_ascii(claim.evidence.trigger);
    const auto sentence = lower_ascii(claim.evidence.text);
    const auto meaning =
        claim.relation.empty() ? inferred_meaning(claim, trigger, sentence) : named_meaning(claim);
    const bool agreement = meaning.relation != nullptr && is_agreement(*meaning.relation);
    const auto stage = agreement ? stage_of(trigger, sentence) : "";
    const auto obligation = agreement ? obligation_of(sentence) : "";

    for (const auto& source : sources) {
        for (const auto& target : targets) {
            if (source.id == target.id) {
                continue;
            }
            const bool in_order = source.id < target.id;
            const Party& low = in_order ? source : target;
            const Party& high = in_order ? target : source;
            const auto said = in_order ? Direction::forward : Direction::backward;
            const bool both_ways = has_party(sources, target.id) && has_party(targets, source.id);

            PairClaim pair{low.id, high.id, said, said, "", "", RelationRole::none, "", ""};
            const RelationType* relation = meaning.relation;
            if (relation != nullptr) {
                pair.relation_direction = direction_of(*relation, low, high, said, both_ways);
                if (claim.relation.empty() && !accepts(*relation, low, high, pair.relation_direction)) {
                    relation = nullptr;
                }
            }
            if (relation != nullptr) {
                pair.relation = relation->name;
                pair.role = meaning.role;
                if (agreement) {
                    pair.stage = stage;
                    pair.obligation = obligation;
                    if (stage == "withdrawn") {
                        pair.role = RelationRole::ends;
                    }
                }
            } else {
                pair.relation_direction = said;
            }
            pair.family = family_of(claim.event.type, relation);
            if (is_mutual(claim.event.type) || (relation != nullptr && pair.family == relation->name)) {
                pair.direction = Direction::mutual;
            }
            // Where both stand on both sides, a mutual event is met twice: the order in which they are named
            // stays.
            const bool known = std::any_of(out.begin(), out.end(), [&](const PairClaim& other) {
                return other.low == pair.low && other.high == pair.high && other.direction == pair.direction;
            });
            if (!known) {
                out.push_back(std::move(pair));
            }
        }
    }
    std::sort(out.begin(), out.end(), [](const PairClaim& a, const PairClaim& b) {
        return std::tie(a.low, a.high, a.direction) < std::tie(b.low, b.high, b.direction);
    });
    return out;
}

}  // namespace entente
