#include "extract/events/earlier_events.hpp"

#include <algorithm>
#include <utility>

#include "extract/events/standing.hpp"

namespace entente {

namespace {

bool names_one_of(const std::vector<Party>& parties, const std::set<ActorId>& states) {
    return std::any_of(parties.begin(), parties.end(),
                       [&](const Party& party) { return states.contains(stands_for(party.actor)); });
}

/// `parties` as those of another clause: without a place in the tree of this one.
std::vector<Party> carried(std::vector<Party> parties, const std::set<ActorId>& without,
                           const std::string& how) {
    std::erase_if(parties, [&](const Party& party) { return without.contains(stands_for(party.actor)); });
    for (Party& party : parties) {
        party.node = -1;
        party.quality *= 0.7;
        party.how = how;
    }
    return parties;
}

/// Kinds of deeds that one noun may name: an attack is an assault, or a raid with nobody hurt.
int kind_of(EventType type) {
    switch (type) {
        case EventType::assault:
        case EventType::coerce:
        case EventType::mobilize:
            return 0;
        case EventType::agree:
        case EventType::support:
        case EventType::concede:
        case EventType::cooperate:
        case EventType::aid:
            return 1;
        case EventType::accuse:
        case EventType::reject:
        case EventType::threaten:
        case EventType::request:
            return 2;
        default:
            return 3 + static_cast<int>(type);
    }
}

/// What is only said.
bool is_word(EventType type) {
    return type == EventType::accuse || type == EventType::reject || type == EventType::request ||
           type == EventType::threaten || type == EventType::consult || type == EventType::support;
}

}  // namespace

void EarlierEvents::end_sentence(std::vector<EarlierEvent> events) {
    constexpr std::size_t remembered = 3;
    constexpr int most_silent = 5;  // what is carried further would make evidence of half the article
    std::reverse(events.begin(), events.end());
    if (!before_.empty()) older_.insert(older_.begin(), std::move(before_));
    silent_ = events.empty() ? silent_ + 1 : 0;
    if (older_.size() > remembered) older_.pop_back();
    if (silent_ > most_silent) older_.clear();
    before_ = std::move(events);
    here_.clear();
}

EarlierParties EarlierEvents::other_side(const std::set<ActorId>& doers, bool if_same) const {
    std::vector<const std::vector<EarlierEvent>*> told{&here_, &before_};
    const bool between = before_.empty() && silent_ == 1 && !older_.empty();  // one sentence says nothing
    if (between) told.push_back(&older_.front());
    for (const std::vector<EarlierEvent>* events : told)
        for (const EarlierEvent& event : *events) {
            if (!is_conflict(event.code.type)) continue;
            const bool did = names_one_of(event.source, doers);
            const bool suffered = names_one_of(event.target, doers);
            if (did == suffered || (did && events != &here_ && !if_same)) continue;
            auto parties = carried(did ? event.target : event.source, doers,
                                   did ? "to whom the deed before was done" : "whose deed it answers");
            if (!parties.empty()) return {std::move(parties), &event};
        }
    return {};
}

EarlierParties EarlierEvents::doers_of(const FrameLexicon& frames, const std::string& noun, bool any,
                                       bool praised, const std::set<ActorId>& without) const {
    std::set<int> kinds;
    std::set<EventType> types;
    for (const Frame* frame : frames.candidates(noun, Upos::noun))
        if (frame->event) {
            kinds.insert(kind_of(frame->event->type));
            types.insert(frame->event->type);
        }
    std::vector<const std::vector<EarlierEvent>*> told{&here_, &before_};
    for (const std::vector<EarlierEvent>& events : older_) told.push_back(&events);
    for (const bool words : {false, true})  // "thanked Berlin. Moscow condemned the decision": rather a deed
        for (const std::vector<EarlierEvent>* events : told)
            for (const EarlierEvent& event : *events) {
                const bool near = events == &here_ || events == &before_;
                // "the accords", further away: no praise, no loan.
                const bool fits =
                    kinds.contains(kind_of(event.code.type)) &&
                    (near || !is_cooperation(event.code.type) || types.contains(event.code.type));
                const bool answer =
                    event.code.type == EventType::reject || event.code.type == EventType::request;
                // "welcomed the decision": the last deed of any kind; further away no harm is welcomed, but
                // what was done to them is theirs to judge.
                const bool last =
                    near || (!noun.empty() && !(praised && is_conflict(event.code.type)) &&
                             (events == &older_.front() || names_one_of(event.target, without)));
                const bool any_fits = any && (words ? near && !answer && !noun.empty() &&
                                                          !(praised && is_conflict(event.code.type))
                                                    : !is_word(event.code.type) && last);
                if (!(fits && !words && !any) && !any_fits) continue;
                if (names_one_of(event.source, without)) continue;
                auto parties = carried(event.source, without, "whose deed before '" + noun + "' is");
                if (!parties.empty()) return {std::move(parties), &event};
            }
    return {};
}

EarlierParties EarlierEvents::done_before(const std::set<ActorId>& doers, const std::set<ActorId>& by) const {
    std::vector<const std::vector<EarlierEvent>*> told{&here_, &before_};
    if (!older_.empty()) told.push_back(&older_.front());
    for (const bool words : {false, true})  // "cut ties, …": deeds before what was said of them
        for (const std::vector<EarlierEvent>* events : told)
            for (auto event = events->rbegin(); event != events->rend(); ++event) {
                if (is_word(event->code.type) != words || (words && events != &here_ && events != &before_))
                    continue;
                if (!by.empty() && !names_one_of(event->source, by)) continue;
                // "Paris expelled twelve Algerians after Algiers had done the same": to Paris.
                if (events == &here_ && !words && is_conflict(event->code.type) &&
                    names_one_of(event->target, doers) && !names_one_of(event->source, doers))
                    if (auto parties = carried(event->source, doers, "who did it to them"); !parties.empty())
                        return {std::move(parties), &*event};
                std::set<ActorId> sources;
                for (const Party& party : event->source) sources.insert(stands_for(party.actor));
                if (names_one_of(event->source, doers) || names_one_of(event->target, doers) ||
                    names_one_of(event->target, sources))
                    continue;
                auto parties = carried(event->target, doers, "to whom others did it before");
                if (!parties.empty()) return {std::move(parties), &*event};
            }
    return {};
}

}  // namespace entente
