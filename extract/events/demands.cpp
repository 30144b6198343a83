#include "extract/events/demands.hpp"

#include <algorithm>
#include <set>

#include "extract/events/confidence.hpp"

namespace entente {

namespace {

/// The word of necessity beside `node` ("must"), where it is not negated or only thought up; -1 if there is
/// none.
int necessity_beside(const SentenceView& view, int node) {
    int word = -1;
    for (const auto& [at, op] : operators_beside(view, node, false)) {
        if (op->necessity) word = at;
        if (op->modality == Modality::hypothetical) return -1;
    }
    return word;
}

std::vector<Party> without(std::vector<Party> parties, const std::vector<Party>& out) {
    std::set<ActorId> states;
    for (const Party& party : out) states.insert(stands_for(party.actor));
    std::erase_if(parties, [&](const Party& party) { return states.contains(stands_for(party.actor)); });
    return parties;
}

std::vector<Party> addressees(const SentenceView& view, int saying) {
    const auto arguments = view.arguments.of(saying, Upos::verb);
    for (const char* slot : {"iobj", "obj"}) {
        auto found = parties_of_slot(view, saying, arguments, {slot, "head", false});
        if (!found.empty()) return found;
    }
    for (const Argument& argument : arguments)
        if (view.tree.groups().contains("addressee", argument.slot) && !argument.deep) {
            auto found = view.parties.in_phrase(argument, PartyFinder::Where::anywhere);
            if (!found.empty()) return found;
        }
    return {};
}

}  // namespace

std::vector<FoundEvent> demands_of(const SentenceView& view) {
    std::vector<FoundEvent> demands;
    for (int node = 0; node < view.tree.size(); ++node) {
        const int word = necessity_beside(view, node);
        if (word < 0) continue;
        const auto speaker = speaker_of(view, node, {});
        if (!speaker || speaker->attribution.id.empty()) continue;
        const Argument subject = view.arguments.surface_subject(node);
        std::vector<Party> target;
        if (subject.node >= 0 && !view.arguments.passive(node))
            target =
                without(view.parties.in_phrase(subject, PartyFinder::Where::head_only), speaker->parties);
        if (target.empty() && speaker->saying >= 0)
            target = without(addressees(view, speaker->saying), speaker->parties);
        if (target.empty()) continue;
        FoundEvent demand;
        demand.code.type = EventType::request;
        demand.code.goldstein = event_score(demand.code);
        demand.source = speaker->parties;
        demand.target = std::move(target);
        demand.trigger = demand.node = word;
        demand.passed = {node};
        demand.speaker = speaker;
        demand.confidence = calibrated(0.75);
        demand.how.push_back("who says that another '" + view.tree.token(word).form +
                             "' do something asks for it");
        demands.push_back(std::move(demand));
    }
    return demands;
}

}  // namespace entente
