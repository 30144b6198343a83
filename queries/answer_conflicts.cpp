#include <map>
#include <tuple>

#include "graph/relation_type.hpp"
#include "queries/actor_names.hpp"
#include "queries/answers.hpp"

namespace entente::answers {

namespace {

bool says_no(const Claim& claim) {
    return claim.modality == Modality::denied || claim.modality == Modality::negated;
}

std::string side_of(const std::vector<Participant>& participants) {
    std::vector<std::string> ids;
    for (const Participant& participant : participants) {
        ids.push_back(participant.state.empty() ? participant.id : participant.state);
    }
    std::sort(ids.begin(), ids.end());
    std::string side;
    for (const std::string& id : ids) {
        side += id + " ";
    }
    return side;
}

/// Claims with equal keys speak of the same thing, but for their time.
std::tuple<EventType, std::string, std::string> key_of(const Claim& claim) {
    std::string source = side_of(claim.source);
    std::string target = side_of(claim.target);
    if (is_mutual(claim.event.type) && target < source) {
        std::swap(source, target);
    }
    return {claim.event.type, source, target};
}

bool at_the_same_time(const Claim& a, const Claim& b) {
    return !a.time.resolved || !b.time.resolved || overlap(a.time.interval, b.time.interval);
}

}  // namespace

/// Pairs of claims about the same event of which one says that it happened and the other that it did not.
/// With a publisher or speaker: those in which it says one of the two.
Answer conflicts(const Context& context) {
    Filter filter = context.query.filter;
    filter.modalities.clear();
    filter.with_relations = false;
    const Selection selection = context.store.select(filter);
    std::map<std::string, const Source*> sources;
    for (const Source& source : selection.sources) {
        sources.emplace(source.article, &source);
    }
    std::map<std::tuple<EventType, std::string, std::string>, std::vector<const Claim*>> groups;
    for (const Claim& claim : selection.claims) {
        if (claim.modality == Modality::asserted || says_no(claim)) {
            groups[key_of(claim)].push_back(&claim);
        }
    }
    Answer answer{{{"event", context.say("Event", "Gebeurtenis"), false},
                   {"yes_by", context.say("Says yes", "Zegt ja"), false},
                   {"yes_quote", context.say("Quote", "Citaat"), true},
                   {"no_by", context.say("Says no", "Zegt nee"), false},
                   {"no_quote", context.say("Quote", "Citaat"), true},
                   {"yes", "Id", false},
                   {"no", "Id", false}},
                  {},
                  {}};
    const auto speaker = [&](const Claim& claim) {
        if (claim.attribution) {
            return claim.attribution->id.empty() ? claim.attribution->text
                                                 : context.name(claim.attribution->id);
        }
        const auto source = sources.find(claim.article);
        return source == sources.end() ? std::string{} : source->second->publisher;
    };
    const std::string wanted_speaker = fold_name(context.query.publisher);
    for (const auto& [key, claims] : groups) {
        for (const Claim* yes : claims) {
            for (const Claim* no : claims) {
                if (says_no(*yes) || !says_no(*no) || !at_the_same_time(*yes, *no)) {
                    continue;
                }
                const std::string yes_by = speaker(*yes);
                const std::string no_by = speaker(*no);
                if (!wanted_speaker.empty() && fold_name(yes_by) != wanted_speaker &&
                    fold_name(no_by) != wanted_speaker) {
                    continue;
                }
                answer.rows.push_back({{"event", to_string(yes->event.type)},
                                       {"source", side_of(yes->source)},
                                       {"target", side_of(yes->target)},
                                       {"yes", yes->id},
                                       {"yes_by", yes_by},
                                       {"yes_quote", yes->evidence.text},
                                       {"no", no->id},
                                       {"no_by", no_by},
                                       {"no_quote", no->evidence.text}});
            }
        }
    }
    return answer;
}

}  // namespace entente::answers
